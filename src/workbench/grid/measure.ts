import type { Measure } from "./fit";

/** Text widths as the browser draws them; most numbers repeat, so they are remembered. */
export function createMeasure(): Measure {
  const canvas = document.createElement("canvas").getContext("2d");
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font}|${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (canvas !== null) canvas.font = font;
      width = canvas?.measureText(text).width ?? 0;
      widths.set(key, width);
    }
    return width;
  };
}

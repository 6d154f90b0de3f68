/** A number that does not fit its column is never drawn cut off: one would read another amount. */

import type { Look } from "../../embedded/book/styles/words";
import type { CellValue } from "../../workbook/snapshot";

/** Width in pixels of a text in a CSS font. */
export type Measure = (text: string, font: string) => number;

const PADDING = 4;

/** As Excel does: General rounds decimals away until the number fits; whatever still does not fit becomes #####. */
export function fitNumber(text: string, value: CellValue, look: Pick<Look, "numberFormat" | "fontName" | "fontSize" | "bold" | "italic">, width: number, measure: Measure): string {
  const font = `${look.italic ? "italic " : ""}${look.bold ? "bold " : ""}${Math.ceil(look.fontSize)}pt "${look.fontName}", sans-serif`;
  const room = width - PADDING;
  const fits = (candidate: string): boolean => measure(candidate, font) <= room;
  if (fits(text)) return text;
  const decimals = text.split(".")[1]?.length ?? 0;
  if (look.numberFormat === "General" && typeof value === "number" && /^-?\d+\.\d+$/.test(text)) {
    for (let kept = decimals - 1; kept >= 0; kept--) {
      const rounded = String(Number(value.toFixed(kept)));
      if (fits(rounded)) return rounded;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(room / measure("#", font))));
}

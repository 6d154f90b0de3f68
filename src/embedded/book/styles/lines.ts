/** The lines of a cell format, as its border in the file says them. */

import { childOf, element, flag, numberAttribute } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { resolveColor } from "./colors";
import type { Stylesheet } from "./stylesheet";
import { LINES } from "./words";
import type { Line } from "./words";

export const SIDES = ["left", "right", "top", "bottom", "diagonalDown", "diagonalUp"] as const;
export type Side = (typeof SIDES)[number];

export const NO_LINE: Line = { style: "None", weight: "Thin", color: "#000000" };

export function borderOf(styles: Stylesheet, format: XmlElement | undefined): XmlElement {
  return styles.borders.items[numberAttribute(format, "borderId", 0)] ?? element("border");
}

export function readLine(styles: Stylesheet, border: XmlElement, side: Side): Line {
  if ((side === "diagonalDown" || side === "diagonalUp") && !flag(border, side)) return NO_LINE;
  const line = childOf(border, side === "diagonalDown" || side === "diagonalUp" ? "diagonal" : side);
  const kind = LINES[line?.attributes["style"] ?? "none"];
  if (!line || !kind || kind.style === "None") return NO_LINE;
  return { ...kind, color: resolveColor(childOf(line, "color"), styles.palette, "#000000") };
}

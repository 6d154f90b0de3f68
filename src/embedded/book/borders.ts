/** Borders: the lines at the edges of cells. Two neighbours share an edge; a line may stand in either's format. */

import { isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import type { Uniform } from "./formats";
import type { Sheet } from "./model";
import { clone, element, ensureChild, flag, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { setStyles } from "./restyling";
import { clip, styleAt } from "./store";
import { colorElement, parseColor } from "./styles/colors";
import { borderOf, NO_LINE, readLine } from "./styles/lines";
import type { Side } from "./styles/lines";
import { changedOnce, formatNumber } from "./styles/look";
import { numberOf } from "./styles/stylesheet";
import type { Stylesheet } from "./styles/stylesheet";
import { lineWord } from "./styles/words";
import type { Line } from "./styles/words";

export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideVertical" | "InsideHorizontal" | "DiagonalDown" | "DiagonalUp";
export const EDGES: readonly Edge[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];

const BORDER_ORDER = ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"];
const OPPOSITE = { left: "right", right: "left", top: "bottom", bottom: "top" } as const;

/** The cells that have the edge, and on which side. */
function placesOf(range: CellRange, edge: Edge): { readonly range: CellRange; readonly side: Side } | null {
  switch (edge) {
    case "EdgeTop": return { range: { ...range, bottom: range.top }, side: "top" };
    case "EdgeBottom": return { range: { ...range, top: range.bottom }, side: "bottom" };
    case "EdgeLeft": return { range: { ...range, right: range.left }, side: "left" };
    case "EdgeRight": return { range: { ...range, left: range.right }, side: "right" };
    case "InsideVertical": return range.left === range.right ? null : { range: { ...range, right: range.right - 1 }, side: "right" };
    case "InsideHorizontal": return range.top === range.bottom ? null : { range: { ...range, bottom: range.bottom - 1 }, side: "bottom" };
    case "DiagonalDown": return { range, side: "diagonalDown" };
    case "DiagonalUp": return { range, side: "diagonalUp" };
  }
}

/** The same edges, seen from the neighbours. */
function neighbours(range: CellRange, side: Side): { readonly range: CellRange; readonly side: Side } | null {
  const shift = { left: [0, -1], right: [0, 1], top: [-1, 0], bottom: [1, 0], diagonalDown: null, diagonalUp: null }[side];
  if (!shift || side === "diagonalDown" || side === "diagonalUp") return null;
  const [down = 0, right = 0] = shift;
  const moved = { top: range.top + down, bottom: range.bottom + down, left: range.left + right, right: range.right + right };
  return moved.top < 0 || moved.left < 0 || moved.bottom > LAST_ROW || moved.right > LAST_COLUMN ? null : { range: moved, side: OPPOSITE[side] };
}

/** An outer edge or inner lines of a range; fields are null where its cells differ. */
export function readBorder(sheet: Sheet, range: CellRange, edge: Edge): Uniform<Line> {
  const places = placesOf(range, edge);
  if (!places) return NO_LINE;
  const cache = new Map<string, Line>();
  let uniform: Uniform<Line> | null = null;
  // Beyond the cells that exist all cells are alike, so one more row and column stand for the rest of whole ones.
  const isWhole = isWholeColumns(range) || isWholeRows(range);
  const area = isWhole ? (clip(sheet, places.range) ?? { ...places.range, bottom: places.range.top, right: places.range.left }) : places.range;
  const bottom = Math.min(places.range.bottom, area.bottom + 1);
  const right = Math.min(places.range.right, area.right + 1);
  for (let row = places.range.top; row <= bottom; row++) {
    for (let column = places.range.left; column <= right; column++) {
      const line = lineAt(sheet, row, column, places.side, cache);
      uniform = uniform ? common(uniform, line) : line;
    }
  }
  return uniform ?? NO_LINE;
}

function common(uniform: Uniform<Line>, line: Line): Uniform<Line> {
  return {
    style: uniform.style === line.style ? uniform.style : null,
    weight: uniform.weight === line.weight ? uniform.weight : null,
    color: uniform.color === line.color ? uniform.color : null,
  };
}

function lineAt(sheet: Sheet, row: number, column: number, side: Side, cache: Map<string, Line>): Line {
  const own = lineOfStyle(sheet.book.styles, styleAt(sheet, row, column), side, cache);
  if (own.style !== "None") return own;
  const beside = neighbours({ top: row, left: column, bottom: row, right: column }, side);
  return beside ? lineOfStyle(sheet.book.styles, styleAt(sheet, beside.range.top, beside.range.left), beside.side, cache) : own;
}

function lineOfStyle(styles: Stylesheet, style: number, side: Side, cache: Map<string, Line>): Line {
  const key = `${style} ${side}`;
  let line = cache.get(key);
  if (!line) cache.set(key, (line = readLine(styles, borderOf(styles, styles.formats.items[style]), side)));
  return line;
}

/** The lines at the four sides of a cell. */
export interface CellLines {
  readonly left: Line;
  readonly right: Line;
  readonly top: Line;
  readonly bottom: Line;
}

/** The lines of every cell of a range, row by row; for drawing, as `readBorder` cell by cell would be slow. */
export function readCellLines(sheet: Sheet, range: CellRange): CellLines[][] {
  const cache = new Map<string, Line>();
  const lines: CellLines[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const line: CellLines[] = [];
    for (let column = range.left; column <= range.right; column++) {
      const at = (side: Side): Line => lineAt(sheet, row, column, side, cache);
      line.push({ left: at("left"), right: at("right"), top: at("top"), bottom: at("bottom") });
    }
    lines.push(line);
  }
  return lines;
}

/** A style, weight or colour for an edge; a colour or weight alone draws a continuous line where there was none. */
export function setBorder(sheet: Sheet, range: CellRange, edge: Edge, line: Partial<Line>): void {
  checkAllowed(sheet, "allowFormatCells");
  const places = placesOf(range, edge);
  if (!places) return;
  const color = line.color === undefined ? undefined : (parseColor(line.color) ?? refuse("InvalidArgument", `${line.color} is no colour.`));
  const wanted = { ...line, ...(color === undefined ? {} : { color }) };
  draw(sheet, places.range, places.side, wanted);
  const beside = neighbours(places.range, places.side);
  if (beside) draw(sheet, beside.range, beside.side, { style: "None" });
  announce(sheet.book, { kind: "format", sheetId: sheet.id, range });
}

function draw(sheet: Sheet, range: CellRange, side: Side, line: Partial<Line>): void {
  const { styles } = sheet.book;
  const change = `${side} ${JSON.stringify(line)}`;
  setStyles(sheet, range, (style) => changedOnce(styles, `${style} ${change}`, () => withLine(styles, style, side, line)));
}

function withLine(styles: Stylesheet, style: number, side: Side, line: Partial<Line>): number {
  const border = clone(borderOf(styles, styles.formats.items[style]));
  const before = readLine(styles, border, side);
  const after: Line = before.style === "None" && line.style === undefined ? { ...NO_LINE, style: "Continuous", ...line } : { ...before, ...weightFor(line), ...line };
  if (after.style === before.style && after.weight === before.weight && after.color === before.color) return style;
  writeLine(border, side, after);
  const format = clone(styles.formats.items[style] ?? element("xf"));
  setAttributes(format, { borderId: numberOf(styles, styles.borders, border), applyBorder: 1 });
  return formatNumber(styles, format);
}

/** Setting a style alone gives it its natural weight. */
function weightFor(line: Partial<Line>): Partial<Line> {
  if (line.style === undefined) return {};
  return { weight: line.style === "Double" ? "Thick" : line.style === "SlantDashDot" ? "Medium" : "Thin" };
}

function writeLine(border: XmlElement, side: Side, line: Line): void {
  const diagonal = side === "diagonalDown" || side === "diagonalUp";
  if (diagonal) setAttributes(border, { [side]: line.style === "None" ? undefined : 1 });
  const drawn = ensureChild(border, diagonal ? "diagonal" : side, BORDER_ORDER);
  if (line.style === "None") {
    if (diagonal && (flag(border, "diagonalDown") || flag(border, "diagonalUp"))) return;
    drawn.attributes = {};
    drawn.children = [];
    return;
  }
  drawn.attributes = { style: lineWord(line) };
  drawn.children = [colorElement("color", line.color)];
}

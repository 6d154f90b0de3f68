/** How cells look, in the words of Office.js. */

import type { CellRange } from "../../workbook/address";
import { isNumberFormat } from "../../workbook/number-format";
import { announce } from "./changes";
import type { Sheet } from "./model";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { setStyles, stylesIn } from "./restyling";
import { ensureCell, styleAt } from "./store";
import { parseColor } from "./styles/colors";
import { lookOf, restyle } from "./styles/look";
import type { Look } from "./styles/words";


/** null where the cells differ. */
export type Uniform<T> = { readonly [K in keyof T]: T[K] | null };

export function lookAt(sheet: Sheet, row: number, column: number): Look {
  return lookOf(sheet.book.styles, styleAt(sheet, row, column));
}

export function readLook(sheet: Sheet, range: CellRange): Uniform<Look> {
  const [first, ...others] = [...stylesIn(sheet, range)].map((style) => lookOf(sheet.book.styles, style));
  const uniform: Record<string, unknown> = { ...first };
  for (const look of others) {
    for (const [name, value] of Object.entries(look)) if (uniform[name] !== value) uniform[name] = null;
  }
  return uniform as unknown as Uniform<Look>;
}

/** The look of every cell (what getCellProperties answers). */
export function readLooks(sheet: Sheet, range: CellRange): Look[][] {
  const lines: Look[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const line: Look[] = [];
    for (let column = range.left; column <= range.right; column++) line.push(lookAt(sheet, row, column));
    lines.push(line);
  }
  return lines;
}

/** @throws HostRefusal AccessDenied on a protected sheet, InvalidArgument for a value Excel does not know */
export function setLook(sheet: Sheet, range: CellRange, look: Partial<Look>): void {
  checkAllowed(sheet, "allowFormatCells");
  const wanted = checkedLook(look);
  const { styles } = sheet.book;
  setStyles(sheet, range, (style) => restyle(styles, style, wanted));
  announce(sheet.book, { kind: "format", sheetId: sheet.id, range });
}

function checkedLook(look: Partial<Look>): Partial<Look> {
  const colors: Record<string, string> = {};
  for (const name of ["fillColor", "fillPatternColor", "fontColor"] as const) {
    const color = look[name];
    if (color === undefined || color === "") continue;
    colors[name] = parseColor(color) ?? refuse("InvalidArgument", `${color} is no colour.`);
  }
  if (look.numberFormat !== undefined && !isNumberFormat(look.numberFormat)) refuse("InvalidArgument", `${look.numberFormat} is no number format.`);
  if (look.fontSize !== undefined && !(look.fontSize >= 1 && look.fontSize <= 409)) refuse("InvalidArgument", "A font size is between 1 and 409.");
  if (look.fontName === "") refuse("InvalidArgument", "A font has a name.");
  if (look.indentLevel !== undefined && !(look.indentLevel >= 0 && look.indentLevel <= 250)) refuse("InvalidArgument", "An indent is between 0 and 250.");
  if (look.textOrientation !== undefined && look.textOrientation !== 180 && !(Math.abs(look.textOrientation) <= 90)) refuse("InvalidArgument", "A text is turned by -90 to 90 degrees, or 180 for stacked.");
  if (look.fillPattern === "LinearGradient" || look.fillPattern === "RectangularGradient") refuse("InvalidArgument", "A gradient cannot be set as a pattern.");
  return { ...look, ...colors };
}

/** A number format for each cell; null leaves it; a 1×1 grid fills the range. */
export function setNumberFormats(sheet: Sheet, range: CellRange, formats: readonly (readonly (string | null)[])[]): void {
  checkAllowed(sheet, "allowFormatCells");
  const only = formats.length === 1 && formats[0]?.length === 1 ? formats[0][0] : undefined;
  if (only !== undefined) {
    if (only !== null) setLook(sheet, range, { numberFormat: only });
    return;
  }
  if (formats.length !== range.bottom - range.top + 1 || formats.some((line) => line.length !== range.right - range.left + 1)) {
    refuse("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  for (const code of new Set(formats.flat())) if (code !== null && !isNumberFormat(code)) refuse("InvalidArgument", `${code} is no number format.`);
  const { styles } = sheet.book;
  const known = new Map<string, number>();
  formats.forEach((line, y) => {
    line.forEach((code, x) => {
      if (code === null) return;
      const style = styleAt(sheet, range.top + y, range.left + x);
      const key = `${style} ${code}`;
      const restyled = known.get(key) ?? restyle(styles, style, { numberFormat: code });
      known.set(key, restyled);
      if (restyled !== style) ensureCell(sheet, range.top + y, range.left + x).style = restyled;
    });
  });
  announce(sheet.book, { kind: "format", sheetId: sheet.id, range });
}

/** Makes `target` look like `source` of any sheet of the book, repeated as often as it fits. */
export function copyFormats(source: { readonly sheet: Sheet; readonly range: CellRange }, target: { readonly sheet: Sheet; readonly range: CellRange }): void {
  const { sheet, range } = target;
  checkAllowed(sheet, "allowFormatCells");
  const height = source.range.bottom - source.range.top + 1;
  const width = source.range.right - source.range.left + 1;
  if (height === 1 && width === 1) {
    const style = styleAt(source.sheet, source.range.top, source.range.left);
    setStyles(sheet, range, () => style);
  } else {
    // Read first: source and target may overlap.
    const pattern = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => styleAt(source.sheet, source.range.top + y, source.range.left + x)));
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const style = pattern[(row - range.top) % height]?.[(column - range.left) % width] ?? 0;
        if (style !== styleAt(sheet, row, column)) ensureCell(sheet, row, column).style = style;
      }
    }
  }
  announce(sheet.book, { kind: "format", sheetId: sheet.id, range });
}

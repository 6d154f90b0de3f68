/** Places by the name of their sheet, as formulas and links write them. */

import { columnName, formatRange, parseRange, quoteSheetName, type CellRange } from "./address";
import type { SheetPlace } from "./sheet-layout";

/** "'2016 预算'!C5" */
export function placeReference({ sheetName, range }: SheetPlace): string {
  return `${quoteSheetName(sheetName)}!${formatRange(range)}`;
}

/** "'2016 预算'!$C$5:$C$9", as charts want it. */
export function fixedReference({ sheetName, range }: SheetPlace): string {
  return `${quoteSheetName(sheetName)}!${fixedRange(range)}`;
}

function fixedRange({ top, left, bottom, right }: CellRange): string {
  const [first, last] = [`$${columnName(left)}$${top + 1}`, `$${columnName(right)}$${bottom + 1}`];
  return first === last ? first : `${first}:${last}`;
}

/** Null for anything but one range of a named sheet. */
export function parsePlace(reference: string): SheetPlace | null {
  const at = reference.lastIndexOf("!");
  const range = parseRange(reference.slice(at + 1));
  if (at < 1 || range === null) return null;
  const name = reference.slice(0, at).replace(/^#/u, "");
  return { sheetName: /^'.*'$/su.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name, range };
}

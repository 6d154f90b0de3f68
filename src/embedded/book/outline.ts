/** Groups of rows: how deep each lies in the sheet's outline (ECMA-376 18.3.1.73, outlineLevel). */

import { announce } from "./changes";
import { WORKSHEET_ORDER } from "./file/order";
import type { Sheet } from "./model";
import { editXml } from "./package/package";
import { ensureChild, setAttributes } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { ensureRow } from "./store";

const DEEPEST = 7;
const ATTRIBUTE = "outlineLevel";

export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
}

/** 0: in no group. */
export function rowOutline(sheet: Sheet, row: number): number {
  return Number(sheet.rows.get(row)?.attributes?.[ATTRIBUTE] ?? 0);
}

/** One group more around the rows. @throws HostRefusal InvalidOperation beyond 7 groups */
export function groupRows(sheet: Sheet, rows: RowSpan): void {
  groupEach(sheet, [rows]);
}

/** The same for several, one after another. */
export function groupEach(sheet: Sheet, spans: readonly RowSpan[]): void {
  for (const rows of spans) shift(sheet, rows, 1);
  tellDeepest(sheet);
}

/** One group less. @throws HostRefusal InvalidOperation where a row is in none */
export function ungroupRows(sheet: Sheet, rows: RowSpan): void {
  shift(sheet, rows, -1);
  tellDeepest(sheet);
}

function shift(sheet: Sheet, { top, bottom }: RowSpan, by: 1 | -1): void {
  checkAllowed(sheet, "allowFormatRows");
  for (let row = top; row <= bottom; row++) {
    const depth = rowOutline(sheet, row) + by;
    if (depth < 0 || depth > DEEPEST) refuse("InvalidOperation", `A row lies in 0 to ${DEEPEST} groups.`);
  }
  for (let row = top; row <= bottom; row++) setOutline(sheet, row, rowOutline(sheet, row) + by);
  announce(sheet.book, { kind: "sizes", sheetId: sheet.id, range: { top, bottom, left: 0, right: 0 } });
}

/** Excel draws as many buttons as the sheet says. */
function tellDeepest(sheet: Sheet): void {
  let deepest = 0;
  for (const row of sheet.rows.keys()) deepest = Math.max(deepest, rowOutline(sheet, row));
  setAttributes(ensureChild(editXml(sheet.part), "sheetFormatPr", WORKSHEET_ORDER), { outlineLevelRow: deepest > 0 ? deepest : undefined });
}

function setOutline(sheet: Sheet, number: number, depth: number): void {
  const row = ensureRow(sheet, number);
  const rest = Object.entries(row.attributes ?? {}).filter(([name]) => name !== ATTRIBUTE);
  const attributes = depth > 0 ? [...rest, [ATTRIBUTE, String(depth)]] : rest;
  row.attributes = attributes.length > 0 ? Object.fromEntries(attributes) : null;
}

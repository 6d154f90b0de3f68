/** Excel.RangeHyperlink, as plain data. */

import type { Sheet } from "../../book/book";
import { textAt } from "../../book/cells";
import { hyperlinkAt, setHyperlink } from "../../book/hyperlinks";
import type { CellRange } from "../../../workbook/address";
import type { Json, JsonRecord } from "../../protocol/json";
import type { Cells } from "../cells";
import { recordOf, textOf } from "../values";

/** Of the first cell; null without a link. */
export function readHyperlink({ sheet, range }: Cells): Json {
  const link = hyperlinkAt(sheet, range.top, range.left);
  if (link === null) return null;
  return {
    address: link.address ?? null,
    documentReference: link.documentReference ?? null,
    screenTip: link.screenTip ?? null,
    textToDisplay: textAt(sheet, range.top, range.left),
  };
}

const PARTS = ["address", "documentReference", "screenTip", "textToDisplay"] as const;

export function writeHyperlink(sheet: Sheet, range: CellRange, given: Json): void {
  setHyperlink(sheet, range, given === null ? null : partsOf(recordOf(given)));
}

function partsOf(record: JsonRecord): Partial<Record<(typeof PARTS)[number], string>> {
  const parts: Partial<Record<(typeof PARTS)[number], string>> = {};
  for (const name of PARTS) {
    const part = record[name] ?? null;
    if (part !== null) parts[name] = textOf(part);
  }
  return parts;
}

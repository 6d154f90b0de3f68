/**
 * Sheets of ours whose record was lost, and with it what told our cells from people's. One is used again only if it holds
 * all of what we would write there now, so that whatever else stands there is theirs. A formula beyond that may be a line of
 * ours that has gone since; then, and where anything of ours has changed, the sheet stays as it is and another is made.
 */

import type { SheetKey, Summary } from "../../domain/summary/model";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { layInSteps } from "./layout";
import { isMadeByUs } from "./made";
import { freeSheetName } from "./names";
import type { OwnSheet } from "./own";
import { readOwnSheet, type ReadSheet } from "./reading";
import { recordOf } from "./record";

/** Those of the record with these. Rests in between. */
export function* adoptInSteps(summary: Summary, sheets: readonly SheetSnapshot[], own: ReadonlyMap<SheetKey, OwnSheet>): Generator<void, ReadonlyMap<SheetKey, OwnSheet>> {
  const named = summary.sheets.map((sheet) => ({ ...sheet, name: own.get(sheet.key)?.sheet.name ?? freeSheetName(sheet.name, new Set()) }));
  const candidates = new Map(named.flatMap(({ key, name }) => {
    const found = own.has(key) ? undefined : sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase() && isMadeByUs(sheet));
    return found === undefined ? [] : [[key, found] as const];
  }));
  if (candidates.size === 0) return own;
  const adopted = new Map(own);
  for (const laid of yield* layInSteps({ ...summary, sheets: named }, { figures: "formulas" })) {
    const { key } = laid.sheet;
    const sheet = candidates.get(key);
    if (sheet === undefined) continue;
    const record = recordOf(laid, summary.sheets.find((one) => one.key === key)?.name ?? laid.sheet.name);
    const read = readOwnSheet(sheet, record);
    if (read.kept === 1 && !read.loose.some(isFormula)) adopted.set(key, { sheet, record, read });
  }
  return adopted;
}

function isFormula({ content }: ReadSheet["loose"][number]): boolean {
  return content.kind === "formula";
}

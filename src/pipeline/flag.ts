/** What 标记异常 writes into the sheet: rates and statuses where they are missing or out of date, and their colours. */

import type { SheetWords } from "../domain/execution/sheet-words";
import type { Thresholds } from "../domain/execution/status";
import type { Edit } from "../workbook/edits";
import { planColours, type ColourMode } from "./colours";
import type { Prepared } from "./prepare";

/** Protected sheets keep their colours, as everything else. */
export function flagEdits({ snapshot, plan }: Pick<Prepared, "snapshot" | "plan">, colours: ColourMode, thresholds: Thresholds, words: SheetWords): readonly Edit[] {
  const closed = new Set(snapshot.sheets.filter((sheet) => sheet.protected).map(({ id }) => id));
  const open = plan.tables.filter(({ rate }) => !closed.has(rate.place.sheetId));
  return [...plan.edits, ...planColours(open, colours, thresholds, words)];
}

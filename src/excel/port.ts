/** The workbook that is open in Excel, through Office.js. */

import { loadPart } from "../workbook/part";
import type { Applied, WorkbookPort } from "../workbook/port";
import { done, type Outcome } from "../workbook/problem";
import { createRunBatch, LONGEST_WAIT } from "./batch";
import { problemOf } from "./failure";
import { contentsOf, getRange, rangeOf } from "./ranges";
import { readSnapshot } from "./read";

/** `longestWait`: milliseconds after which a request counts as not answered (`no-answer`). */
export function createExcelPort(longestWait = LONGEST_WAIT): WorkbookPort {
  const runBatch = createRunBatch(longestWait);
  const run = async <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> => {
    try {
      return done(await runBatch(batch));
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  };
  return {
    read: () => run(readSnapshot),
    readContents: (places) => run(async (context) => {
      const ranges = places.map(({ sheetId, range }) => getRange(context.workbook.worksheets.getItem(sheetId), range).load("formulas,values"));
      await context.sync();
      return ranges.map(contentsOf);
    }),
    apply: async (edits, watcher): Promise<Applied> => {
      const writing = await loadPart(() => import("./apply"));
      if (!writing.ok) return { ...writing, restore: null };
      try {
        return await runBatch((context) => writing.value.applyEdits(context, edits, runBatch, watcher));
      } catch (error) {
        return { ok: false, problem: problemOf(error), restore: null };
      }
    },
    select: ({ sheetId, range }) => run(async (context) => {
      getRange(context.workbook.worksheets.getItem(sheetId), range).select();
      await context.sync();
      return null;
    }),
    selection: () => run(async (context) => {
      const selected = context.workbook.getSelectedRange().load("rowIndex,columnIndex,rowCount,columnCount");
      selected.worksheet.load("id,name");
      await context.sync();
      return { sheetId: selected.worksheet.id, sheetName: selected.worksheet.name, range: rangeOf(selected) };
    }),
  };
}

/** The workbook that is open in Excel, through Office.js. */

import type { Edit } from "../workbook/edits";
import type { Applied, WorkbookPort } from "../workbook/port";
import { done, type Outcome } from "../workbook/problem";
import { applyEdits } from "./apply";
import { problemOf } from "./failure";
import { getRange, rangeOf } from "./ranges";
import { readSnapshot } from "./read";
import { contentsOf } from "./targets";

export function createExcelPort(): WorkbookPort {
  return {
    read: () => run(readSnapshot),
    readContents: (places) => run(async (context) => {
      const ranges = places.map(({ sheetId, range }) => getRange(context.workbook.worksheets.getItem(sheetId), range).load("formulas,values"));
      await context.sync();
      return ranges.map(contentsOf);
    }),
    apply,
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

async function apply(edits: readonly Edit[]): Promise<Applied> {
  try {
    return await Excel.run((context) => applyEdits(context, edits));
  } catch (error) {
    return { ok: false, problem: problemOf(error), restore: null };
  }
}

async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
  try {
    return done(await Excel.run(batch));
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

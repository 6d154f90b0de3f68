/** Whether what was written stands beside the lines it was meant for: people insert, delete and sort rows while Excel is asked. */

import { writesContents } from "../workbook/edits";
import type { PlannedTable } from "./plan";
import type { Prepared } from "./prepare";

/**
 * `now` is the workbook read again after `meant` was written. Misplaced is what stands in rows that other lines have by
 * now, unless it moved along with its line: then there is nothing more to write. A changed amount misplaces nothing.
 */
export function isMisplaced(meant: Pick<Prepared, "plan">, now: Pick<Prepared, "plan">): boolean {
  return writesContents(now.plan.edits) && meant.plan.tables.some((table, i) => !hasSameLines(table, now.plan.tables[i]));
}

function hasSameLines({ execution: { table } }: PlannedTable, now: PlannedTable | undefined): boolean {
  const others = now?.execution.table;
  return others?.sheetId === table.sheetId && others.rows.length === table.rows.length
    && table.rows.every(({ row, code, name }, i) => others.rows[i]?.row === row && others.rows[i]?.code === code && others.rows[i]?.name === name);
}

/** Lines of a table whose budget and expenditure are known side by side. */

import type { Place } from "../../workbook/address";
import type { Unit } from "../amounts/unit";
import type { ExecutionRow, TableExecution } from "../execution/result";
import type { LineFinder } from "./check";
import { NOTHING } from "./check";
import type { Finding } from "../finding";
import { placeAt, type TableInput } from "./input";

export interface ExecutionLine {
  readonly row: ExecutionRow;
  readonly i: number;
  /** The cell of the expenditure; of the whole line's first month where only months are printed. */
  readonly place: () => Place;
  readonly unit: Unit | null;
}

/** Judges every body line with a result; null where the table has none. */
export function eachExecutionLine(input: TableInput, judge: (line: ExecutionLine, execution: TableExecution) => readonly Finding[]): LineFinder | null {
  const { execution } = input;
  if (execution === null) return null;
  const column = execution.expenditureFrom.columns[0] ?? input.table.range.left;
  return (i) => {
    const row = execution.rows[i];
    return row === undefined || row.kind !== "body" ? NOTHING : judge({ row, i, place: () => placeAt(input, i, column), unit: execution.unit }, execution);
  };
}

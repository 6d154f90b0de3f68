/** Lines of a table whose budget and expenditure are known side by side. */

import type { Place } from "../../workbook/address";
import type { Unit } from "../amounts/unit";
import type { ExecutionRow } from "../execution/result";
import type { Finding } from "../finding";
import { NOTHING, type LineFinder } from "./check";
import { placeAt, type TableInput } from "./input";

export interface ExecutionLine {
  readonly row: ExecutionRow;
  readonly i: number;
  /** The cell of the expenditure; of its first month where only months are printed. */
  readonly place: Place;
  readonly unit: Unit | null;
}

/**
 * Judges the body lines that may be worth it; null where the table has no result. `mayMatter` sees a line's rate
 * in hundredths of a percent (NaN where it has none) and its index; it decides nothing, it only saves work.
 */
export function eachExecutionLine(input: TableInput, mayMatter: (hundredths: number, i: number) => boolean, judge: (line: ExecutionLine) => readonly Finding[]): LineFinder | null {
  const { execution } = input;
  if (execution === null) return null;
  const column = execution.expenditureFrom.columns[0] ?? input.table.range.left;
  const rates = input.computedRates();
  return (i) => {
    if (!mayMatter(rates[i] ?? NaN, i)) return NOTHING;
    const row = execution.rows[i];
    return row === undefined || row.kind !== "body" ? NOTHING : judge({ row, i, place: placeAt(input, i, column), unit: execution.unit });
  };
}

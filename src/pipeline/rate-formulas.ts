/**
 * Rates as formulas, where a person wants them to live: `=IF(C5=0,"",ROUND(B5/C5,4))`. One is written only where it comes to
 * the exact rate; elsewhere the value is, and why. What Excel calculates is compared once it stands there.
 */

import { Decimal } from "../domain/amounts/decimal";
import { executionRate } from "../domain/execution/rate";
import type { Basis, ExecutionRow, Rate, TableExecution } from "../domain/execution/result";
import { placeOf } from "../domain/table";
import { columnName, rangeOfCell, type Place } from "../workbook/address";
import type { CellValue, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { amountColumns, type AmountColumns } from "./amount-columns";
import { contentAt } from "./cells";
import type { OneCell } from "./fill";

/** How rates are written. */
export const RATE_CONTENTS = ["values", "formulas"] as const;
export type RateContents = (typeof RATE_CONTENTS)[number];

export type ValueReason =
  | Extract<AmountColumns, { ok: false }>["why"]
  /** An amount is a text, or is not in the line's own row. */
  | "no-number"
  /** The line is on a budget that the report's text tells, not on that of its cell. */
  | "adjusted";

/** A column of rates in the sheet. */
export interface RateColumn {
  readonly column: number;
  /** By row of the table. */
  readonly rates: readonly Rate[];
  readonly basis: Basis;
}

/** A column of rates that are to be formulas, as far as formulas come to them. */
export interface FormulaColumn {
  readonly column: number;
  readonly formulas: readonly { readonly row: number; readonly formula: string; readonly rate: Rate }[];
  readonly asValues: readonly { readonly row: number; readonly why: ValueReason }[];
}

/** What each row of a table gets; null where all are values. */
export interface RateCells {
  readonly cells: readonly OneCell[];
  readonly formulas: FormulaColumn | null;
}

/** `values` are the contents as values, by row of the table. */
export function rateFormulas(sheet: SheetSnapshot, execution: TableExecution, { column, rates, basis }: RateColumn, values: readonly OneCell[]): RateCells {
  const columns = amountColumns(execution, basis);
  const formulas: { row: number; formula: string; rate: Rate }[] = [];
  const asValues: { row: number; why: ValueReason }[] = [];
  const cells = values.map((value, i): OneCell => {
    const [line, rate] = [execution.rows[i], rates[i]];
    if (line === undefined || rate === undefined) return value;
    const why = columns.ok ? valueReason(sheet, line, rate, columns) : columns.why;
    if (why === null && columns.ok) {
      const formula = formulaOf(line.row, columns);
      formulas.push({ row: line.row, formula, rate });
      return [{ kind: "formula", value: formula }];
    }
    if (why !== null && rate.ok) asValues.push({ row: line.row, why });
    return value;
  });
  return { cells, formulas: { column, formulas, asValues } };
}

type Columns = Extract<AmountColumns, { ok: true }>;

/** null where the formula comes to the exact rate, or to nothing where the budget is zero. */
function valueReason(sheet: SheetSnapshot, { row, original }: ExecutionRow, rate: Rate, { budget, expenditure }: Columns): ValueReason | null {
  if (original !== undefined && original.rate !== rate) return "adjusted";
  const [whole, part] = [valueAt(sheet, row, budget), valueAt(sheet, row, expenditure)];
  if (typeof whole !== "number" || typeof part !== "number") return "no-number";
  const calculated = executionRate(new Decimal(part), new Decimal(whole));
  if (calculated.ok && rate.ok) return calculated.percent.equals(rate.percent) ? null : "no-number";
  return whole === 0 && !rate.ok && rate.why === "zero-budget" ? null : "no-number";
}

function formulaOf(row: number, { budget, expenditure }: Columns): string {
  const [whole, part] = [budget, expenditure].map((column) => `${columnName(column)}${row + 1}`);
  return `=IF(${whole}=0,"",ROUND(${part}/${whole},4))`;
}

export interface RateDifference {
  readonly place: Place;
  /** Of the budget, as a fraction; null where there is no rate. */
  readonly expected: Decimal | null;
  /** What Excel calculates. */
  readonly found: CellValue;
}

/** What was planned for a table. */
export interface FormulaTable {
  readonly execution: Pick<TableExecution, "table">;
  readonly formulas: readonly FormulaColumn[];
}

/** How many of the formulas that were planned stand there, and those of them that Excel calculates to be something else than the rate. */
export function compareRates({ sheets }: Pick<Snapshot, "sheets">, tables: readonly FormulaTable[]): { readonly formulas: number; readonly differences: readonly RateDifference[] } {
  let standing = 0;
  const differences: RateDifference[] = [];
  for (const { execution: { table }, formulas: columns } of tables) {
    const sheet = sheets.find(({ id }) => id === table.sheetId);
    if (sheet === undefined) continue;
    for (const { column, formulas } of columns) {
      for (const { row, formula, rate } of formulas) {
        const content = contentAt(sheet, row, column);
        if (content.kind !== "formula" || content.value !== formula) continue;
        standing++;
        const expected = rate.ok ? rate.percent.div(100) : null;
        const found = valueAt(sheet, row, column);
        if (!isRate(found, expected)) differences.push({ place: placeOf(table, rangeOfCell(row, column)), expected, found });
      }
    }
  }
  return { formulas: standing, differences };
}

/** Doubles carry 15 digits, and a rate has four places. */
const TOLERANCE = "1e-9";

function isRate(found: CellValue, expected: Decimal | null): boolean {
  if (expected === null || typeof found !== "number") return expected === null && found === "";
  return expected.minus(found).abs().lte(Decimal.max(1, expected.abs()).times(TOLERANCE));
}

function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? "";
}

/** What checks read: recognised tables with their figures; prepare.ts makes it. */

import { rangeOfCell, type Place } from "../../workbook/address";
import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";
import type { Unit } from "../amounts/unit";
import type { LineAdjustment } from "../execution/adjustment";
import type { AmountColumns } from "../execution/columns";
import type { KeyedRows } from "../execution/match";
import type { CutOff, TableExecution } from "../execution/result";
import type { Coverage } from "../execution/totals";
import type { Shown } from "../finding";
import { placeOf, type BudgetTable, type TableRow } from "../table";
import type { BudgetChangesOf } from "./budget-changes";
import type { CodeNames } from "./function-names";
import type { Composition } from "./parts";
import type { FormatReader } from "./printed";
import type { PrintedTotal } from "./printed-totals";
import type { ProvenRatio } from "./proven-ratios";
import type { JudgedRates } from "./rates";
import type { RatioColumn } from "./ratios";
import type { JudgedShares } from "./shares";

/** A change of a budget that the report's text tells: 6月追加预算20万元. */
export interface Adjustment extends Omit<LineAdjustment, "name"> {
  /** The line's name as its tables print it; null where the whole budget is changed. */
  readonly name: string | null;
}

/** What 计算执行率 wrote earlier and would not write now. */
export interface OwnColumns {
  /** Cells that hold what it never wrote. */
  readonly changed: readonly {
    readonly place: Place;
    /** The line's, as `lineName` gives it, and the column's. */
    readonly name: string;
    readonly header: string;
    readonly isRate: boolean;
    readonly stands: string | Shown;
    /** null: nothing. */
    readonly computed: string | Shown | null;
  }[];
  /** Columns that belong to no table any more that is computed. */
  readonly left: readonly { readonly place: Place; readonly header: string }[];
}

export interface WorkbookInput {
  readonly tables: readonly TableInput[];
  readonly cutOff: CutOff | null;
  readonly adjustments: readonly Adjustment[];
  readonly ownColumns: OwnColumns;
  /** The one year that titles tell, for tables that tell none; null where they tell several, or none. */
  readonly year: () => number | null;
  /** The totals that the tables print, one for each amount column that has any. */
  readonly totals: () => readonly PrintedTotal[];
  /** What the workbook calls each functional code. */
  readonly functionNames: () => ReadonlyMap<string, CodeNames>;
  /** Lines whose budget is known before and after its changes. */
  readonly budgetChanges: BudgetChangesOf;
}

export interface TableInput {
  readonly table: BudgetTable;
  readonly sheet: SheetSnapshot;
  /** Rates of this table's rows, index by index; null where none could be computed. */
  readonly execution: TableExecution | null;
  /** In which amounts are read; columns whose unit is unknown stay as printed. null: unknown. */
  readonly unit: Unit | null;
  readonly amounts: () => AmountColumns;
  /** Columns of money that are neither budget nor spending: 结余, 上年决算数. */
  readonly otherAmounts: () => AmountColumns;
  /** What is left of the budget in each line. */
  readonly balances: () => readonly Composition[];
  /** What columns are put together of, as their figures show; beside what their headers tell. */
  readonly provenSums: () => readonly Composition[];
  readonly ratios: () => readonly RatioColumn[];
  readonly coverages: () => readonly Coverage[];
  /** Index of the row that is the total of the table; null if it prints none. */
  readonly totalRow: () => number | null;
  /** The rows with their names and codes as keys. */
  readonly keyed: () => KeyedRows;
  /** Computed rates in hundredths of a percent, by index of the rows; NaN where there is none. A quick first look, before decimals. */
  readonly computedRates: () => Float64Array;
  /** Printed rates beside those that follow from the amounts. */
  readonly rates: () => readonly JudgedRates[];
  readonly shares: () => readonly JudgedShares[];
  /** Percentages that are neither, and what they are of. */
  readonly provenRatios: () => readonly ProvenRatio[];
  readonly formatOf: FormatReader;
}

/** 支出/预算: figures in percent are no money, whatever their header ends in. */
export function holdsPercentages({ values, numberFormats, top, left }: SheetSnapshot, { rows }: BudgetTable, column: number, formatOf: FormatReader): boolean {
  const isPercentage = ({ row }: TableRow): boolean => {
    const value = values[row - top]?.[column - left] ?? "";
    return typeof value === "number" ? formatOf(numberFormats[row - top]?.[column - left] ?? "General").isPercent : /[%％]\s*$/u.test(String(value));
  };
  return rows.some(isPercentage);
}

export function cellAt({ sheet }: Pick<TableInput, "sheet">, row: number, column: number): CellValue {
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? "";
}

export function formulaAt({ sheet }: TableInput, row: number, column: number): CellValue {
  return sheet.formulas[row - sheet.top]?.[column - sheet.left] ?? "";
}

export function formatAt({ sheet }: Pick<TableInput, "sheet">, row: number, column: number): string {
  return sheet.numberFormats[row - sheet.top]?.[column - sheet.left] ?? "General";
}

/** One cell of a table's row, as evidence. */
export function placeAt({ table }: TableInput, i: number, column: number): Place {
  return placeOf(table, rangeOfCell(table.rows[i]?.row ?? table.range.bottom, column));
}

/** What people call a line: its name, else its code, else its row as Excel counts. */
export function lineName(row: TableRow | undefined): string {
  return row === undefined ? "" : row.name || row.code || String(row.row + 1);
}

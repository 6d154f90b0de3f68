/** Recognised tables as checks read them: each figure is read once, and only when a check asks for it. */

import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import { commonUnit, headerOf } from "../execution/basis";
import { readAmountColumns } from "../execution/columns";
import { keyedRows } from "../execution/match";
import type { CutOff, TableExecution } from "../execution/result";
import { scaledDecimal } from "../execution/scaled";
import { coverages, mainTotal } from "../execution/totals";
import { isOtherMoney } from "../recognise/headers/text";
import { isAmount, type BudgetTable, type TableColumn } from "../table";
import { balances } from "./balances";
import { createBudgetChanges } from "./budget-changes";
import { readFunctionNames } from "./function-names";
import { holdsPercentages, type Adjustment, type OwnColumns, type TableInput, type WorkbookInput } from "./input";
import { yearOfTitles } from "./period";
import { createFormatReader, type FormatReader } from "./printed";
import { readTotals } from "./printed-totals";
import { provenRatios } from "./proven-ratios";
import { provenSums } from "./proven-sums";
import { judgeRates } from "./rates";
import { readRatioColumns } from "./ratios";
import { judgeShares } from "./shares";

const NO_COLUMNS: OwnColumns = { changed: [], left: [] };

export interface CheckSources {
  readonly snapshot: Snapshot;
  readonly tables: readonly BudgetTable[];
  readonly executions: readonly TableExecution[];
  /** The document's; null is unknown. */
  readonly cutOff: CutOff | null;
  /** What the text tells, each change once. */
  readonly adjustments?: readonly Adjustment[];
  readonly ownColumns?: OwnColumns;
}

export function prepareChecks({ snapshot, tables, executions, cutOff, adjustments = [], ownColumns = NO_COLUMNS }: CheckSources): WorkbookInput {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  const byTable = new Map(executions.map((execution) => [execution.table.id, execution]));
  const known = new Set(tables.map(({ id }) => id));
  const all = [...tables, ...executions.flatMap(({ table }) => (known.has(table.id) ? [] : [table]))];
  const formatOf = createFormatReader();
  const changes = lazy(() => createBudgetChanges(workbook));
  const workbook: WorkbookInput = {
    tables: all.flatMap((table) => {
      const sheet = sheets.get(table.sheetId);
      return sheet === undefined ? [] : [prepareTable(table, sheet, byTable.get(table.id) ?? null, formatOf, () => workbook)];
    }),
    cutOff, adjustments, ownColumns,
    year: lazy(() => yearOfTitles(workbook.tables)),
    totals: lazy(() => readTotals(workbook.tables)),
    functionNames: lazy(() => readFunctionNames(workbook.tables)),
    budgetChanges: (mayMatter) => changes()(mayMatter),
  };
  return workbook;
}

function prepareTable(table: BudgetTable, sheet: SheetSnapshot, execution: TableExecution | null, formatOf: FormatReader, workbook: () => WorkbookInput): TableInput {
  const columns = table.columns.filter(isAmount);
  const common = commonUnit(table.unit, columns.map((column) => ({ own: column.unit, table: table.unit })));
  const unit = common.ok ? common.unit : null;
  const covered = lazy(() => coverages(table.rows));
  const input: TableInput = {
    table, sheet, unit, formatOf,
    // A result for other rows than the table's own would be read at wrong places.
    execution: execution !== null && execution.rows.length === table.rows.length ? execution : null,
    amounts: lazy(() => readAmountColumns(table, sheet, unit)),
    otherAmounts: lazy(() => readAmountColumns(table, sheet, unit, table.columns.filter((column) => isFurtherMoney(column) && !holdsPercentages(sheet, table, column.column, formatOf)))),
    balances: lazy(() => balances(input)),
    provenSums: lazy(() => provenSums(input)),
    ratios: lazy(() => readRatioColumns(table, sheet, formatOf)),
    coverages: covered,
    totalRow: lazy(() => mainTotal(table.rows, covered())),
    keyed: lazy(() => keyedRows(table.rows)),
    computedRates: lazy(() => computedRatesOf(execution)),
    rates: lazy(() => judgeRates(input, workbook())),
    shares: lazy(() => judgeShares(input, workbook())),
    provenRatios: lazy(() => provenRatios(input)),
  };
  return input;
}

/** Why columns of budget and spending do not count: 一季度累计 beside 四季度累计. Rates are left out for the same reasons. */
const LEFT_OUT: ReadonlySet<string> = new Set(["other-period", "other-year", "part-of-year", "part-of-year-plan", "part-of-amount", "part-of-budget", "handed-out", "after-cut-off", "beyond-cut-off"]);
const OF_RATES = /[%％]|率|比[例重]|占比|进度|幅|\b(?:rate|share|percent|growth)/iu;

function isFurtherMoney(column: TableColumn): boolean {
  const header = headerOf(column);
  return !isAmount(column) && column.role === null && (isOtherMoney(header) || (LEFT_OUT.has(column.reason.code) && !OF_RATES.test(header)));
}

function computedRatesOf(execution: TableExecution | null): Float64Array {
  const rates = new Float64Array(execution?.rows.length ?? 0);
  execution?.rows.forEach(({ rate }, i) => {
    rates[i] = rate.ok ? (scaledDecimal(rate.percent) ?? rate.percent.times(10_000).toNumber()) / 100 : NaN;
  });
  return rates;
}

function lazy<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | null = null;
  return () => (computed ??= { value: compute() }).value;
}

/** Budget execution of two ranges that a person selected: one of budgets, one of expenditures, line by line. */

import { columnName, formatRange, intersects, type CellRange } from "../../workbook/address";
import { done, failed, type Outcome, type ProblemCode } from "../../workbook/problem";
import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { parseCell } from "../amounts/parse";
import { DIALECTS } from "../recognise/dialects/dialect";
import { withRatesOf } from "../recognise/columns/rates-of-chosen";
import { createHeaderReader } from "../recognise/headers/text";
import { because, OF_COUNTED } from "../recognise/reason";
import { normaliseName } from "../recognise/normalise";
import { placeOf, type BudgetRole, type BudgetTable, type RowKind, type TableColumn, type TableRow } from "../table";
import { assembleExecution, budgetSide, expenditureSide, type ExecutionOptions } from "./assemble";
import { commonUnit, headerOf } from "./basis";
import { budgetNamedBy, headerAbove, nameColumnBeside } from "./beside-range";
import { createFigureAt, readAmountColumns } from "./columns";
import { countedIn, differingUnits, incomparable } from "./differing-units";
import { failedTable, mergeIn, sourceOf, tableFindings, unitUnknown } from "./execute";
import type { TableExecution } from "./result";
import { coverages, mainTotal } from "./totals";

export interface SelectedRange {
  readonly sheet: SheetSnapshot;
  readonly range: CellRange;
  /** The recognised table it lies in, which knows names, totals and the unit. */
  readonly table: BudgetTable | null;
}

/**
 * Rates beside the expenditures, the first line of one range against the first of the other. What stands
 * above the first amount of either side is a header. Fails with `ranges-differ` unless both are one column of equally
 * many rows, with `ranges-same` where it is one column twice, with `ranges-empty` where one holds no amount, with `ranges-no-header` where no row above the lines is left for the headers of what is written, with `ranges-wide` where one has several columns, with `ranges-names-differ` where a line faces another one's budget, and with `merged-body` where a merge leaves open which line
 * an amount belongs to.
 */
export function computeRanges(budget: SelectedRange, expenditure: SelectedRange, options: ExecutionOptions): Outcome<TableExecution> {
  const height = ({ range }: SelectedRange): number => range.bottom - range.top + 1;
  const isColumn = ({ range }: SelectedRange): boolean => range.left === range.right;
  const refused = (code: ProblemCode, { sheet, range }: SelectedRange): Outcome<TableExecution> => failed({ code, place: { sheetId: sheet.id, sheetName: sheet.name, range } });
  const wide = [budget, expenditure].find((side) => !isColumn(side));
  if (wide !== undefined) return refused("ranges-wide", wide);
  if (budget.sheet.id === expenditure.sheet.id && formatRange(budget.range) === formatRange(expenditure.range)) return refused("ranges-same", expenditure);
  if (height(budget) !== height(expenditure)) return refused("ranges-differ", expenditure);
  const empty = [budget, expenditure].find((side) => !holdsAmounts(side));
  if (empty !== undefined) return refused("ranges-empty", empty);
  const headers = headerRows(budget, expenditure);
  if (expenditure.range.top + headers === 0) return refused("ranges-no-header", expenditure);
  const rows = linesOf(budget, expenditure);
  const budgetsAt = budget.sheet.id === expenditure.sheet.id ? budget.range.left : null;
  const budgetTable = tableOf(budget, headers, rows, "original-budget", budgetsAt);
  const spending = tableOf(expenditure, headers, rows, "expenditure", budgetsAt);
  const astray = firstAstray(budgetTable, spending);
  if (astray !== null) return failed({ code: "ranges-names-differ", place: placeOf(spending, { ...expenditure.range, top: astray.row, bottom: astray.row }), values: { name: astray.name, other: astray.other } });
  const named = namedBudget(budget, budgetTable);
  const table = named === null ? askWhichBudget(spending, budgetTable) : spending;
  const [budgetColumn, column] = [budgetTable.columns[0], table.columns[0]];
  if (budgetColumn === undefined || column === undefined || table.rows.length === 0) return failed({ code: "no-table" });
  const measure = (of: TableColumn) => ({ terms: [{ column: of, sign: 1 as const }], reason: { code: "selected", values: { column: headerOf(of) } } });
  for (const [of, own] of [[budgetTable, budgetColumn], [table, column]] as const) {
    const merge = mergeIn(of, measure(own));
    if (merge !== null) return failedTable(of, "merged-body", merge);
  }

  const common = commonUnit(table.unit, [{ own: column.unit, table: table.unit }, { own: budgetColumn.unit, table: budgetTable.unit }]);
  const unit = common.ok ? common.unit : null;
  const budgetColumns = readAmountColumns(budgetTable, budget.sheet, unit);
  const columns = readAmountColumns(table, expenditure.sheet, unit);
  const budgetAt = createFigureAt(measure(budgetColumn), budgetColumns);
  const expenditureAt = createFigureAt(measure(column), columns);
  const covered = coverages(table.rows);
  const differing = differingUnits([...countedIn(budgetTable, measure(budgetColumn), budgetColumns), ...countedIn(table, measure(column), columns)]);
  const isOneTable = budget.sheet.id === expenditure.sheet.id;
  return done(assembleExecution({
    table, unit,
    basis: named === "adjusted-budget" ? "adjusted" : "original",
    incomparable: incomparable(common, differing),
    budgetFrom: sourceOf(budgetTable, measure(budgetColumn)),
    expenditureFrom: sourceOf(table, measure(column)),
    budgetAt: (i) => budgetSide(budgetAt(i)),
    otherBudgetAt: null,
    expenditureAt: (i) => expenditureSide(expenditureAt(i)),
    total: mainTotal(table.rows, covered),
    findings: [
      ...(differing !== null ? [differing] : unit === null ? [unitUnknown(table, common.ok ? (isOneTable ? "info" : "warning") : "error")] : []),
      ...tableFindings(budgetTable, budgetColumns, covered),
      ...tableFindings(table, columns, covered),
    ],
  }, options));
}

/** How many rows of the selection are used; beyond these both sides are blank. */
export function linesOf(budget: SelectedRange, expenditure: SelectedRange): number {
  const used = ({ sheet, range }: SelectedRange): number => sheet.top + sheet.values.length - range.top;
  return Math.min(budget.range.bottom - budget.range.top + 1, Math.max(used(budget), used(expenditure)));
}

function holdsAmounts(side: SelectedRange): boolean {
  return Array.from({ length: linesOf(side, side) }, (_, row) => row).some((row) => holdsAmount(side, row));
}

export function holdsAmount({ sheet, range }: SelectedRange, row: number): boolean {
  const at = range.top + row;
  const { kind } = parseCell(valueAt(sheet, at, range.left), sheet.numberFormats[at - sheet.top]?.[range.left - sheet.left] ?? "General");
  return kind === "amount" || kind === "dash";
}

/** How many rows at the top hold an amount on neither side: headers, and what else was selected above the lines. */
export function headerRows(budget: SelectedRange, expenditure: SelectedRange): number {
  const last = budget.range.bottom - budget.range.top;
  let rows = 0;
  while (rows <= last && !holdsAmount(budget, rows) && !holdsAmount(expenditure, rows)) rows++;
  return rows;
}

/** The selected lines as a table with that one column of money; of the recognised table it lies in, if it does. */
function tableOf({ sheet, range, table }: SelectedRange, headers: number, height: number, role: "original-budget" | "expenditure", budgetsAt: number | null): BudgetTable {
  const [top, bottom] = [range.top + headers, range.top + height - 1];
  const known = new Map(table?.rows.map((row) => [row.row, row]));
  const nameColumn = table === null ? nameColumnBeside(sheet, range.left, top, bottom) : null;
  const rows: TableRow[] = [];
  for (let row = top; row <= bottom; row++) {
    const name = nameColumn === null ? "" : String(valueAt(sheet, row, nameColumn)).trim();
    const kind: RowKind = table !== null ? "group" : isTotal(name) ? "total" : "body";
    rows.push(known.get(row) ?? { row, kind, code: "", name });
  }
  const selected = table?.columns.find(({ column }) => column === range.left);
  const counted = countedAs(role, table);
  const isInstead = counted.length > 0 && counted.every((own) => own.column !== range.left || own.partOf !== undefined);
  const reason = isInstead ? because("selected-instead", { counted: counted.map(({ header }) => header.join(" ")).join(" + ") }) : because("selected");
  const column: TableColumn = { column: range.left, header: selected?.header ?? headerAbove(sheet, range.left, top), role, unit: selected?.unit ?? null, ...(isInstead ? { isInstead } : {}), reason, confidence: "sure" };
  if (table !== null) {
    const beside = role === "expenditure" && selected !== undefined ? withRatesOf(table.columns, table.columns, selected, table.columns.find(({ column }) => column === budgetsAt), createHeaderReader()) : table.columns;
    const others = beside.filter((other) => other.column !== range.left && (other.role === "rate" || other.role === "status" || other.role === "name" || other.role === "code"));
    return { ...table, rows, columns: [column, ...others], doubts: table.doubts.filter(({ code }) => !OF_COUNTED.has(code)) };
  }
  // The row above the lines is the header; at the very top there is none.
  const headerTop = Math.max(0, top - 1);
  const whole = { top: headerTop, left: nameColumn ?? range.left, bottom, right: range.right };
  return {
    id: `${sheet.id}!${formatRange(range)}`, sheetId: sheet.id, sheetName: sheet.name, range: whole,
    title: null, captions: [], unit: null, unitReason: { code: "unit-unknown" },
    headerTop, headerBottom: top - 1, columns: [column], rows, notes: [], excelTable: null,
    mergedBody: sheet.merges.filter((merge) => intersects(merge, { ...range, top })),
    doubts: [],
  };
}

/** What counts where nothing is selected: one column, or the parts that are added up. */
function countedAs(role: "original-budget" | "expenditure", table: BudgetTable | null): readonly TableColumn[] {
  const all = table?.columns.filter((column) => column.role === role || column.partOf === role) ?? [];
  const whole = all.filter(({ partOf }) => partOf === undefined);
  return whole.length > 0 ? whole : all;
}

/** Which budget the recognised table takes the selected column for, else its header; null where neither tells. */
function namedBudget({ range, table }: SelectedRange, { columns: [selected] }: BudgetTable): BudgetRole | null {
  const role = table?.columns.find(({ column }) => column === range.left)?.role;
  return role === "original-budget" || role === "adjusted-budget" ? role : budgetNamedBy(selected?.header ?? []);
}

/** The first line that faces another one's budget, though its own stands elsewhere in that list; null where both lists are in one order, or name their lines differently. */
function firstAstray(budgets: BudgetTable, spending: BudgetTable): { readonly row: number; readonly name: string; readonly other: string } | null {
  const keys = budgets.rows.map(({ name }) => normaliseName(name));
  const known = new Set(keys.filter((key) => key !== ""));
  for (const [i, { row, name }] of spending.rows.entries()) {
    const key = normaliseName(name);
    if (key !== "" && known.has(key) && keys[i] !== key) return { row, name, other: budgets.rows[i]?.name ?? "" };
  }
  return null;
}

function askWhichBudget(table: BudgetTable, { columns: [selected] }: BudgetTable): BudgetTable {
  const header = selected === undefined ? "" : selected.header.join(" ") || columnName(selected.column);
  return { ...table, doubts: [...table.doubts, because("plain-budget", { header })] };
}

function isTotal(name: string): boolean {
  const label = normaliseName(name);
  return DIALECTS.some(({ totals }) => totals.total.test(label) || totals.grand.test(label));
}

function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? "";
}

/** Printed totals: which rows each is the total of, and whether it is their sum. */

import { rangeOfCell } from "../../workbook/address";
import { Decimal } from "../amounts/decimal";
import { convert } from "../amounts/unit";
import type { Finding, Shown } from "../finding";
import { placeOf, type BudgetTable, type TableRow } from "../table";
import { headerOf, type Measure } from "./basis";
import { addTo, figureIn, isUnreadable, type AmountColumn, type AmountColumns, type Figure } from "./columns";
import { createSum } from "./scaled";

/** A total or subtotal row and the rows it sums up, as indexes of `BudgetTable.rows`, inclusive. */
export interface Coverage {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Body rows among them; never 0. */
  readonly rows: number;
}

/**
 * Totals stand below their rows, or above them if nothing else comes first. A total that directly follows
 * another one is the total of everything. Subtotals likewise, within their group and section, except those that
 * stand above their own parts by code or outline: these are of one line's parts, whatever follows, and part nothing.
 * So does a total above its parts behind others: 支出合计 after 收入合计 and its lines. A total whose rows cannot be told (nested 小计, lines counted twice) covers nothing and is not checked.
 */
export function coverages(rows: readonly TableRow[]): Coverage[] {
  const totals = sections(rows, (row) => row.kind === "total" && row.isBalance !== true, () => false).filter(({ at }) => rows[at]?.through === undefined);
  const isBoundary = (row: TableRow): boolean => row.kind === "total" || row.kind === "group";
  const subtotals = withoutOthers(rows, sections(rows, (row) => row.kind === "subtotal" && row.through === undefined, isBoundary));
  return [...totals, ...totalsWithRest(rows), ...subtotals, ...parents(rows)].filter(({ rows: count }) => count > 0);
}

/** 小计 below its parts alone where lines of others stand before these. */
function withoutOthers(rows: readonly TableRow[], subtotals: readonly Coverage[]): readonly Coverage[] {
  const marked = subtotals.some(({ at }) => rows[at]?.since !== undefined);
  if (!marked) return subtotals;
  const before = { spending: bodyCounts(rows, false), income: bodyCounts(rows, true) };
  const indexes = new Map(rows.map(({ row }, i) => [row, i]));
  return subtotals.map((coverage) => {
    const row = rows[coverage.at];
    const from = row?.since === undefined ? undefined : indexes.get(row.since);
    return from === undefined || coverage.to !== coverage.at - 1 ? coverage : { ...coverage, from, rows: counted(row?.isIncome === true ? before.income : before.spending, from, coverage.to) };
  });
}

/** Each is of all before it: what was spent, and what is left over. */
function totalsWithRest(rows: readonly TableRow[]): Coverage[] {
  const found = rows.flatMap(({ kind, isBalance }, at) => (kind === "total" && isBalance === true ? [at] : []));
  const before = found.length === 0 ? null : bodyCounts(rows, false);
  return before === null ? [] : found.map((at) => ({ at, from: 0, to: at - 1, rows: counted(before, 0, at - 1) }));
}

/** The sums above their parts. One whose last part is not among these rows covers nothing. */
function parents(rows: readonly TableRow[]): Coverage[] {
  const marked = rows.flatMap(({ through }, at) => (typeof through === "number" ? [{ at, through }] : []));
  if (marked.length === 0) return [];
  const before = bodyCounts(rows, false);
  const incomes = bodyCounts(rows, true);
  const indexes = new Map(rows.map(({ row }, i) => [row, i]));
  return marked.flatMap(({ at, through }) => {
    const to = indexes.get(through);
    return to === undefined ? [] : [{ at, from: at + 1, to, rows: counted(rows[at]?.isIncome === true ? incomes : before, at + 1, to) }];
  });
}

function sections(rows: readonly TableRow[], isTotal: (row: TableRow) => boolean, isBoundary: (row: TableRow) => boolean): Coverage[] {
  const first = rows.findIndex(isTotal);
  if (first < 0) return [];
  const found: Coverage[] = [];
  const marks: number[] = [];
  for (const [i, row] of rows.entries()) if (isTotal(row) || isBoundary(row)) marks.push(i);
  const [spending, incomes] = [bodyCounts(rows, false), bodyCounts(rows, true)];
  const count = (at: number, from: number, to: number): number => counted(rows[at]?.isIncome === true ? incomes : spending, from, to);
  const previousMark = marks.findLast((i) => i < first) ?? -1;
  const isLeading = count(first, previousMark + 1, first) === 0;
  marks.forEach((at, k) => {
    const row = rows[at];
    if (row === undefined || !isTotal(row)) return;
    const previous = k === 0 ? -1 : (marks[k - 1] ?? -1);
    const next = k === marks.length - 1 ? rows.length : (marks[k + 1] ?? rows.length);
    const [from, to] = isLeading ? [at + 1, next - 1] : [previous + 1, at - 1];
    const isGrand = !isLeading && row.kind === "total" && count(at, from, to) === 0;
    const range = isGrand ? { from: 0, to: at - 1 } : { from, to };
    found.push({ at, ...range, rows: count(at, range.from, range.to) });
  });
  return found;
}

/** How many body rows of one side stand before each index. */
function bodyCounts(rows: readonly TableRow[], ofIncome: boolean): Int32Array {
  const counts = new Int32Array(rows.length + 1);
  rows.forEach(({ kind, isIncome = false }, i) => (counts[i + 1] = (counts[i] ?? 0) + (kind === "body" && isIncome === ofIncome ? 1 : 0)));
  return counts;
}

function counted(counts: Int32Array, from: number, to: number): number {
  return (counts[to + 1] ?? 0) - (counts[from] ?? 0);
}

/** Whether a total counts a row: a line of its own side. */
export function isCovered(rows: readonly TableRow[], total: number, i: number): boolean {
  return rows[i]?.kind === "body" && rows[i].isIncome === rows[total]?.isIncome;
}

/** The row that is the total of the table: of the totals the one over most rows, of equal ones the last; never that of income beside spending, nor one that holds what is left over. */
export function mainTotal(rows: readonly TableRow[], covered: readonly Coverage[]): number | null {
  const isOfSpending = (row: TableRow | undefined): boolean => row?.kind === "total" && row.isIncome !== true && row.isBalance !== true;
  let best: Coverage | null = null;
  for (const coverage of covered) {
    if (isOfSpending(rows[coverage.at]) && (best === null || coverage.rows >= best.rows)) best = coverage;
  }
  if (best !== null) return best.at;
  const last = rows.findLastIndex(isOfSpending);
  return last < 0 ? null : last;
}

/** The tolerance of public-budget checkers, in the printed unit. */
export const TOTAL_TOLERANCE = new Decimal("0.01");

/**
 * Printed totals that are not the sum of their rows, with both figures, in every amount column. A difference
 * of the tolerance is a warning (rounded addends), a larger one an error, a smaller one information.
 * Where a cell cannot be read, or none holds an amount, the sum is not known and nothing is said.
 */
export function checkTotals(table: BudgetTable, column: AmountColumn, covered: readonly Coverage[]): Finding[] {
  return covered.flatMap((coverage) => {
    const printed = figureIn(column, coverage.at);
    const expected = typeof printed === "string" ? null : sumOfCovered(table, column, coverage);
    return typeof printed === "string" || expected === null || expected.eq(printed) ? [] : [mismatch(table, column, coverage, expected, printed)];
  });
}

/** The sum of the rows that a total is the total of; null where one of them cannot be read, or none holds an amount. */
export function sumOfCovered({ rows }: Pick<BudgetTable, "rows">, column: AmountColumn, { at, from, to }: Coverage): Decimal | null {
  const sum = createSum();
  let amounts = 0;
  for (let i = from; i <= to; i++) {
    if (!isCovered(rows, at, i)) continue;
    if (isUnreadable(column, i)) return null;
    if (addTo(sum, column, i)) amounts++;
  }
  return amounts === 0 ? null : sum.total();
}

/** What was paid so far has no total of its own: where a ledger's total row leaves 累计支付 blank, it is what the lines come to. */
export function withRunningTotals(table: Pick<BudgetTable, "rows" | "running">, { terms }: Measure, columns: AmountColumns, covered: readonly Coverage[], figureAt: (i: number) => Figure): (i: number) => Figure {
  const [only, ...others] = terms.map(({ column }) => columns.get(column.column));
  if (only === undefined || others.length > 0 || table.running?.includes(only.column.column) !== true) return figureAt;
  const coverageAt = new Map(covered.map((coverage) => [coverage.at, coverage]));
  return (i) => {
    const [figure, coverage] = [figureAt(i), coverageAt.get(i)];
    return figure === "blank" && coverage !== undefined ? (sumOfCovered(table, only, coverage) ?? figure) : figure;
  };
}

function mismatch(table: BudgetTable, { column, unit, printedUnit }: AmountColumn, coverage: Coverage, expected: Decimal, printed: Decimal): Finding {
  const difference = printed.minus(expected);
  const tolerance = unit === null || printedUnit === null ? TOTAL_TOLERANCE : convert(TOTAL_TOLERANCE, printedUnit, unit);
  const size = difference.abs().cmp(tolerance);
  const row = table.rows[coverage.at];
  const shown = (figure: Decimal): Shown => (unit === null || printedUnit === null ? { figure: figure.toFixed(), unit } : { figure: convert(figure, unit, printedUnit).toFixed(), unit: printedUnit });
  return {
    rule: "total-mismatch",
    severity: size > 0 ? "error" : size === 0 ? "warning" : "info",
    place: placeOf(table, rangeOfCell(row?.row ?? table.range.bottom, column.column)),
    expected: expected.toFixed(),
    actual: printed.toFixed(),
    values: { column: headerOf(column), name: row?.name ?? "", rows: coverage.rows, sum: shown(expected), printed: shown(printed), difference: shown(difference.abs()) },
  };
}

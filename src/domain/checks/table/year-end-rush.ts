import type { Place } from "../../../workbook/address";
import { Decimal, ZERO } from "../../amounts/decimal";
import { createFigureAt, figureIn, type AmountColumn, type Figure } from "../../execution/columns";
import { expenditureMeasure, headerOf } from "../../execution/basis";
import type { Finding } from "../../finding";
import { columnOf, monthsOf, placeOf, type Role } from "../../table";
import { foundOf, NOTHING_FOUND, percent, tableCheck } from "../check";
import { findingOf } from "../findings";
import { lineName, placeAt, type TableInput } from "../input";
import { createShowAmount, percentage, type ShowAmount } from "../shown";

/**
 * 突击花钱: more than 40 % of the year's money was spent in its last quarter, or more than 20 % in December.
 * Where months are known up to December, or the last quarter, and with them the year: a column of expenditure, or all
 * twelve months or four quarters.
 * A whole table is worth a warning, a single line, which may be paid once a year, information.
 */
export const yearEndRush = tableCheck<{ quarter: number; december: number }>({
  id: "year-end-rush",
  scope: "table",
  severities: ["warning", "info"],
  parameters: { quarter: percent(40, "audit-practice"), december: percent(20, "audit-practice") },
  find: (table, values) => {
    const year = yearOf(table);
    const periods = year === null ? [] : periodsOf(table, values);
    if (year === null || periods.length === 0) return NOTHING_FOUND;
    const lines = table.table.rows.map(({ kind }, i) => (kind === "body" || kind === "total" ? judge(table, i, kind === "total", periods, year) : []));
    return foundOf(lines.flat());
  },
});

/** A part of the year at its end. Its last column must hold a figure, or the year is not over. */
interface Period {
  readonly name: "december" | "quarter";
  readonly columns: readonly AmountColumn[];
  /** In percent of the year. */
  readonly limit: number;
}

/** December before the quarter; that as its months, else as a column of its own. */
function periodsOf(table: TableInput, { quarter, december }: { readonly quarter: number; readonly december: number }): Period[] {
  const months = (["month-10", "month-11", "month-12"] as const).map((role) => amountsOf(table, role));
  const whole = months.every((column) => column !== null) ? months : [amountsOf(table, "quarter-4")];
  const period = (name: Period["name"], columns: readonly (AmountColumn | null)[], limit: number): Period[] => (columns.every((column) => column !== null) ? [{ name, columns, limit }] : []);
  return [...period("december", months.slice(2), december), ...period("quarter", whole, quarter)];
}

function amountsOf(table: TableInput, role: Role): AmountColumn | null {
  const column = columnOf(table.table, role);
  return column === null ? null : (table.amounts().get(column.column) ?? null);
}

/** What was spent in the whole year, by index of the rows, and how it is shown. */
interface Year {
  readonly at: (i: number) => Figure;
  readonly show: ShowAmount;
}

/** null where neither a column nor periods of twelve months say. */
function yearOf(table: TableInput): Year | null {
  const measure = expenditureMeasure(table.table);
  if (measure === null) return null;
  const months = measure.terms.reduce((sum, { column: { role } }) => {
    const period = role === null ? null : monthsOf(role);
    return sum + (period === null ? 12 : period.to - period.from + 1);
  }, 0);
  if (months < 12) return null;
  return { at: createFigureAt(measure, table.amounts()), show: createShowAmount(table, measure.terms.map(({ column: { column } }) => column), table.unit) };
}

function judge(table: TableInput, i: number, isTotal: boolean, periods: readonly Period[], { at: yearAt, show }: Year): Finding[] {
  const year = yearAt(i);
  if (typeof year === "string" || !year.gt(0)) return [];
  for (const { name, columns, limit } of periods) {
    const figures = columns.map((column) => figureIn(column, i));
    const last = columns.at(-1)?.column;
    if (last === undefined || typeof figures.at(-1) === "string" || figures.includes("unreadable")) continue;
    const spent = figures.reduce<Decimal>((sum, figure) => (typeof figure === "string" ? sum : sum.plus(figure)), ZERO);
    if (!spent.times(100).gt(year.times(limit))) continue;
    return [findingOf({
      rule: "year-end-rush", severity: isTotal ? "warning" : "info", place: placeOfPeriod(table, i, columns), actual: spent,
      values: {
        name: lineName(table.table.rows[i]), period: name, column: headerOf(last), limit,
        spent: createShowAmount(table, columns.map(({ column }) => column.column), table.unit)(i, spent), year: show(i, year),
        share: percentage(shareAbove(limit, spent.div(year).times(100))),
      },
    })];
  }
  return [];
}

/** All its columns where they are neighbours; where quarters stand between its months, the last. */
function placeOfPeriod(input: TableInput, i: number, columns: readonly AmountColumn[]): Place {
  const { table } = input;
  const at = columns.map(({ column: { column } }) => column);
  const [left, right] = [Math.min(...at), Math.max(...at)];
  const row = table.rows[i]?.row ?? table.range.bottom;
  return right - left === at.length - 1 ? placeOf(table, { top: row, bottom: row, left, right }) : placeAt(input, i, at.at(-1) ?? right);
}

/** To the hundredth, or as exactly as shows that it is above the limit: 40.0002 %, not 40.00 %. */
function shareAbove(limit: number, share: Decimal): Decimal {
  const rounded = (places: number): Decimal => share.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  for (let places = 2; places < MOST_PLACES; places++) if (rounded(places).gt(limit)) return rounded(places);
  return rounded(MOST_PLACES);
}

const MOST_PLACES = 10;

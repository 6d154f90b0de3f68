import { Decimal } from "../../amounts/decimal";
import { createFigureAt, figureIn, type AmountColumn, type Figure } from "../../execution/columns";
import { expenditureMeasure, headerOf } from "../../execution/basis";
import type { Finding } from "../../finding";
import { columnOf, type Role } from "../../table";
import { foundOf, NOTHING_FOUND, percent, tableCheck } from "../check";
import { findingOf } from "../findings";
import { lineName, placeAt, type TableInput } from "../input";
import { createShowAmount, percentage, type ShowAmount } from "../shown";

/**
 * 突击花钱: more than 40 % of the year's money was spent in its last quarter, or more than 20 % in December.
 * Where months are known up to December, and with them the year: a column of expenditure, or all twelve months.
 * A whole table is worth a warning, a single line, which may be paid once a year, information.
 */
export const yearEndRush = tableCheck<{ quarter: number; december: number }>({
  id: "year-end-rush",
  scope: "table",
  severities: ["warning", "info"],
  parameters: { quarter: percent(40, "audit-practice"), december: percent(20, "audit-practice") },
  find: (table, values) => {
    const months = lastMonths(table);
    const year = yearOf(table);
    if (months === null || year === null) return NOTHING_FOUND;
    const lines = table.table.rows.map(({ kind }, i) => (kind === "body" || kind === "total" ? judge(table, i, kind === "total", months, year, values) : []));
    return foundOf(lines.flat());
  },
});

/** October, November and December, of which December must be there. */
function lastMonths(table: TableInput): AmountColumn[] | null {
  const columns = (["month-10", "month-11", "month-12"] as const).map((role) => amountsOf(table, role));
  return columns.every((column) => column !== null) ? columns : null;
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

/** null where neither a column nor twelve months say. */
function yearOf(table: TableInput): Year | null {
  const measure = expenditureMeasure(table.table);
  if (measure === null || (measure.terms.length > 1 && measure.terms.length < 12)) return null;
  return { at: createFigureAt(measure, table.amounts()), show: createShowAmount(table, measure.terms.map(({ column: { column } }) => column), table.unit) };
}

function judge(table: TableInput, i: number, isTotal: boolean, months: readonly AmountColumn[], { at: yearAt, show }: Year, limits: { readonly quarter: number; readonly december: number }): Finding[] {
  const year = yearAt(i);
  if (typeof year === "string" || !year.gt(0)) return [];
  const figures = months.map((month) => figureIn(month, i));
  const december = figures[2];
  // Without December the year is not over.
  if (december === undefined || typeof december === "string" || figures.includes("unreadable")) return [];
  const quarter = figures.reduce<Decimal>((sum, figure) => (typeof figure === "string" ? sum : sum.plus(figure)), new Decimal(0));
  const over = [{ period: "december", spent: december, limit: limits.december, of: months.slice(2) }, { period: "quarter", spent: quarter, limit: limits.quarter, of: months }]
    .find(({ spent, limit }) => spent.times(100).gt(year.times(limit)));
  const column = months[2]?.column;
  if (over === undefined || column === undefined) return [];
  const showSpent = createShowAmount(table, over.of.map(({ column: month }) => month.column), table.unit);
  return [findingOf({
    rule: "year-end-rush", severity: isTotal ? "warning" : "info", place: placeAt(table, i, column.column), actual: over.spent,
    values: {
      name: lineName(table.table.rows[i]), period: over.period, column: headerOf(column), spent: showSpent(i, over.spent), year: show(i, year),
      share: percentage(over.spent.div(year).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)), limit: over.limit,
    },
  })];
}

import { headerOf } from "../../execution/basis";
import { figureIn, type AmountColumn } from "../../execution/columns";
import type { Role } from "../../table";
import { lineCheck, NOTHING } from "../check";
import { findingOf } from "../findings";
import { lineName, placeAt } from "../input";
import { cellAmount } from "../shown";

/** Changes of a budget have signs of their own, and a month may hold a refund. */
const NEVER_NEGATIVE: ReadonlySet<Role | null> = new Set<Role>(["original-budget", "adjusted-budget", "basic", "project", "expenditure"]);

/** A budget or an expenditure below zero: a refund booked in the wrong place, or a sign typed wrong. What is left may be less than nothing; money that goes the other way, Transfers out among sources, is so in budget and spending alike. */
export const negativeAmount = lineCheck({
  id: "negative-amount",
  scope: "cell",
  severities: ["warning"],
  parameters: {},
  find: (table) => {
    const columns = [...table.amounts().values()].filter(({ column }) => NEVER_NEGATIVE.has(column.role));
    const negative = columns.filter(({ scaled, exact }) => scaled.some((amount) => amount < 0) || [...exact.values()].some((amount) => amount.lt(0)));
    if (negative.length === 0) return null;
    return (i) => {
      const row = table.table.rows[i];
      if (row === undefined || row.kind === "group" || row.isBalance === true || !negative.some((column) => isNegative(column, i)) || isByNature(columns, i)) return NOTHING;
      return negative.flatMap((column) => {
        const figure = figureIn(column, i);
        if (typeof figure === "string" || !isNegative(column, i)) return NOTHING;
        return [findingOf({
          rule: "negative-amount", severity: "warning", place: placeAt(table, i, column.column.column), actual: figure,
          values: { name: lineName(row), column: headerOf(column.column), amount: cellAmount(table, i, column, figure) },
        })];
      });
    };
  },
});

/** All that stands in the line is below zero: what was planned, and what became of it. */
function isByNature(columns: readonly AmountColumn[], i: number): boolean {
  const filled = columns.filter((column) => figureIn(column, i) !== "blank");
  const isOf = (isRole: (role: Role | null) => boolean): boolean => filled.some(({ column: { role } }) => isRole(role));
  return filled.every((column) => isNegative(column, i)) && isOf((role) => role === "expenditure") && isOf((role) => role === "original-budget" || role === "adjusted-budget");
}

function isNegative({ scaled, exact }: AmountColumn, i: number): boolean {
  return (scaled[i] ?? NaN) < 0 || (exact.get(i)?.lt(0) ?? false);
}

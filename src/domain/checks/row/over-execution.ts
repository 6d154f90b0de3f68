import type { Decimal } from "../../amounts/decimal";
import { lineCheck, NOTHING, percent } from "../check";
import { eachExecutionLine } from "../execution-lines";
import { findingOf, percentWord, unitWord } from "../findings";

/**
 * 超支: more was spent than the budget. A legitimate figure, to be explained; how far over is said in money and
 * in points. The exact amounts are compared, because 100.004 % shows as 100.00 %.
 */
export const overExecution = lineCheck<{ limit: number; errorAbove: number }>({
  id: "over-execution",
  scope: "row",
  severities: ["error", "warning"],
  parameters: { limit: percent(100, "definition"), errorAbove: percent(110, "experience") },
  find: (table, { limit, errorAbove }) => {
    const isAbove = (expenditure: Decimal, budget: Decimal, bound: number): boolean => expenditure.times(100).gt(budget.times(bound));
    return eachExecutionLine(table, (hundredths) => hundredths >= limit * 100, ({ row, place, unit }) => {
      const { rate, budget, expenditure } = row;
      if (!rate.ok || budget === null || expenditure === null || !isAbove(expenditure, budget, limit)) return NOTHING;
      return [findingOf({
        rule: "over-execution",
        severity: isAbove(expenditure, budget, errorAbove) ? "error" : "warning",
        place,
        expected: budget, actual: expenditure,
        values: {
          name: row.name, unit: unitWord(unit), budget, expenditure,
          over: expenditure.minus(budget), rate: percentWord(rate.percent), points: rate.percent.minus(100),
        },
      })];
    });
  },
});

import type { Decimal } from "../../amounts/decimal";
import { lineCheck, NOTHING, percent } from "../check";
import { eachExecutionLine } from "../execution-lines";
import { findingOf } from "../findings";
import { percentage, points } from "../shown";

/**
 * 超支: more was spent than the budget. A legitimate figure, to be explained; how far over is said in money and
 * in points. The exact amounts are compared, because 100.004 % shows as 100.00 %.
 */
export const overExecution = lineCheck<{ limit: number; errorAbove: number }>({
  id: "over-execution",
  scope: "row",
  severities: ["error", "warning"],
  parameters: { limit: percent(100, "definition"), errorAbove: percent(110, "experience") },
  find: (table, { limit, errorAbove }, workbook) => {
    const isAbove = (expenditure: Decimal, budget: Decimal, bound: number): boolean => expenditure.times(100).gt(budget.times(bound));
    return eachExecutionLine(table, workbook, (hundredths) => hundredths >= limit * 100, ({ row, i, place, showBudget, showExpenditure }) => {
      const { rate, budget, expenditure } = row;
      if (!rate.ok || budget === null || expenditure === null || !isAbove(expenditure, budget, limit)) return NOTHING;
      return [findingOf({
        rule: "over-execution",
        severity: isAbove(expenditure, budget, errorAbove) ? "error" : "warning",
        place,
        expected: budget, actual: expenditure,
        values: {
          name: row.name, budget: showBudget(i, budget), expenditure: showExpenditure(i, expenditure),
          over: showExpenditure(i, expenditure.minus(budget)), rate: percentage(rate.percent), points: points(rate.percent.minus(100)),
        },
      })];
    });
  },
});

import { Decimal } from "../../amounts/decimal";
import { difference } from "../../execution/scaled";
import { createIsAbove } from "../../execution/status";
import { lineCheck, NOTHING } from "../check";
import { eachExecutionLine, showOriginal, toldBy } from "../execution-lines";
import { findingOf } from "../findings";
import { percentage, points } from "../shown";
import { OVER_EXECUTION } from "../thresholds";

const HUNDRED = new Decimal(100);

/**
 * 超支: more was spent than the budget. A legitimate figure, to be explained; how far over is said in money and
 * in points. The exact amounts are compared, because 100.004 % shows as 100.00 %.
 */
export const overExecution = lineCheck<{ limit: number; errorAbove: number }>({
  ...OVER_EXECUTION,
  find: (table, { limit, errorAbove }, workbook) => {
    const [isOver, isGrave] = [createIsAbove(limit), createIsAbove(errorAbove)];
    return eachExecutionLine(table, workbook, (hundredths) => hundredths >= limit * 100, ({ row, i, place, showBudget, showExpenditure }) => {
      const { rate, budget, expenditure } = row;
      if (!rate.ok || budget === null || expenditure === null || !isOver(row)) return NOTHING;
      return [findingOf({
        rule: OVER_EXECUTION.id,
        severity: isGrave(row) ? "error" : "warning",
        place,
        expected: budget, actual: expenditure,
        values: {
          name: row.name, budget: showBudget(i, budget), told: toldBy(row), original: showOriginal(row, i, showBudget), expenditure: showExpenditure(i, expenditure),
          over: showExpenditure(i, difference(expenditure, budget)), rate: percentage(rate.percent), points: points(difference(rate.percent, HUNDRED)),
        },
      })];
    });
  },
});

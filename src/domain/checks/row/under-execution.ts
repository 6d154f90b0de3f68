import { lagBounds } from "../../execution/lag";
import { difference } from "../../execution/scaled";
import { createProgressOf } from "../../execution/status";
import { lineCheck, NOTHING } from "../check";
import { eachExecutionLine, showOriginal, toldBy } from "../execution-lines";
import { findingOf, percentFigure } from "../findings";
import { percentage, points } from "../shown";
import { UNDER_EXECUTION, type LagValues } from "../thresholds";

/**
 * 执行滞后: the rate is behind 序时进度 by 10 points (a warning) or 20 (an error), or in one of the bands < 50 and
 * 50–80 % (domain/execution/lag.ts, where statuses take it from, too). Lines with nothing spent are left to
 * `no-execution`; without a cut-off date nothing can be called behind.
 */
export const underExecution = lineCheck<LagValues>({
  ...UNDER_EXECUTION,
  find: (table, values, workbook) => {
    const cutOff = table.execution?.cutOff ?? null;
    const bounds = lagBounds(values, cutOff);
    if (bounds === null) return null;
    const { behind, farBehind, progress } = bounds;
    const year = progress?.eq(100) === true || (cutOff?.month === 12 && cutOff.day === 31) ? "over" : "running";
    const highest = behind.toNumber() * 100;
    const progressOf = createProgressOf(bounds);
    const against = progress === null ? "bands" : "progress";
    const expected = percentFigure(progress ?? behind);
    const [shownBehind, shownFarBehind] = [percentage(progress ?? behind), percentage(progress ?? farBehind)];
    return eachExecutionLine(table, workbook, (hundredths) => hundredths <= highest, ({ row, i, place, showBudget, showExpenditure }) => {
      const { rate, budget, expenditure } = row;
      if (!rate.ok || budget === null || expenditure === null || expenditure.isZero()) return NOTHING;
      const lag = progressOf(rate.percent);
      if (lag === "on-track") return NOTHING;
      return [findingOf({
        rule: UNDER_EXECUTION.id, severity: lag === "behind" ? "warning" : "error", place,
        expected, actual: percentFigure(rate.percent),
        values: {
          name: row.name, rate: percentage(rate.percent), budget: showBudget(i, budget), told: toldBy(row), original: showOriginal(row, i, showBudget), expenditure: showExpenditure(i, expenditure),
          against, year, progress: lag === "behind" ? shownBehind : shownFarBehind,
          points: points(difference(progress ?? behind, rate.percent)),
        },
      })];
    });
  },
});

import { DEFAULT_LAG, LAG_MEASURES, lagBounds, type LagRule } from "../../execution/lag";
import { difference } from "../../execution/scaled";
import { createProgressOf } from "../../execution/status";
import { lineCheck, NOTHING, percent } from "../check";
import { eachExecutionLine, showOriginal, toldBy } from "../execution-lines";
import { findingOf, percentFigure } from "../findings";
import { percentage, points } from "../shown";

/** The same, as values of parameters. */
type LagValues = { readonly [K in keyof LagRule]: LagRule[K] };

/**
 * 执行滞后: the rate is behind 序时进度 by 10 points (a warning) or 20 (an error), or in one of the bands < 50 and
 * 50–80 % (domain/execution/lag.ts, where statuses take it from, too). Lines with nothing spent are left to
 * `no-execution`; without a cut-off date nothing can be called behind.
 */
export const underExecution = lineCheck<LagValues>({
  id: "under-execution",
  scope: "row",
  severities: ["error", "warning"],
  parameters: {
    measure: { kind: "choice", default: DEFAULT_LAG.measure, options: LAG_MEASURES, source: "monitoring-practice" },
    behindPoints: { kind: "number", default: DEFAULT_LAG.behindPoints, unit: "points", min: 0, max: 100, source: "monitoring-practice" },
    farBehindPoints: { kind: "number", default: DEFAULT_LAG.farBehindPoints, unit: "points", min: 0, max: 100, source: "monitoring-practice" },
    farBelow: percent(DEFAULT_LAG.farBelow, "audit-practice"),
    below: percent(DEFAULT_LAG.below, "audit-practice"),
  },
  ascending: [["behindPoints", "farBehindPoints"], ["farBelow", "below"]],
  find: (table, values, workbook) => {
    const bounds = lagBounds(values, table.execution?.cutOff ?? null);
    if (bounds === null) return null;
    const { behind, farBehind, progress } = bounds;
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
        rule: "under-execution", severity: lag === "behind" ? "warning" : "error", place,
        expected, actual: percentFigure(rate.percent),
        values: {
          name: row.name, rate: percentage(rate.percent), budget: showBudget(i, budget), told: toldBy(row), original: showOriginal(row, i, showBudget), expenditure: showExpenditure(i, expenditure),
          against, progress: lag === "behind" ? shownBehind : shownFarBehind,
          points: points(difference(progress ?? behind, rate.percent)),
        },
      })];
    });
  },
});

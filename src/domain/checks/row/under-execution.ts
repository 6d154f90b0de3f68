import { Decimal } from "../../amounts/decimal";
import { timeProgress } from "../../execution/time-progress";
import type { CutOff } from "../../execution/result";
import { lineCheck, NOTHING, percent } from "../check";
import { eachExecutionLine } from "../execution-lines";
import { findingOf, percentFigure } from "../findings";
import { percentage, points } from "../shown";

/** What the rate is measured against: 序时进度 at the cut-off date, at a fixed time of the year, or plain bands of the rate. */
const MEASURES = ["cut-off", "half-year", "third-quarter", "year-end", "bands"] as const;

const FIXED_PROGRESS: Readonly<Record<string, number>> = { "half-year": 50, "third-quarter": 75, "year-end": 100 };

interface Bounds {
  /** A rate at or below (bands: below) one of these is behind or far behind. */
  readonly behind: Decimal;
  readonly farBehind: Decimal;
  readonly isInclusive: boolean;
  /** 序时进度 in percent; null for bands. */
  readonly progress: Decimal | null;
}

type Parameters = { measure: string; behindPoints: number; farBehindPoints: number; farBelow: number; below: number };

/**
 * 执行滞后: the rate is behind 序时进度 by 10 points (a warning) or 20 (an error). 10 and 20 are common in
 * monitoring; no national rule was found. The bands < 50, 50–80 and 80–100 % are audit practice. Lines with
 * nothing spent are left to `no-execution`; without a cut-off date nothing can be called behind.
 */
export const underExecution = lineCheck<Parameters>({
  id: "under-execution",
  scope: "row",
  severities: ["error", "warning"],
  parameters: {
    measure: { kind: "choice", default: "cut-off", options: MEASURES, source: "monitoring-practice" },
    behindPoints: { kind: "number", default: 10, unit: "points", min: 0, max: 100, source: "monitoring-practice" },
    farBehindPoints: { kind: "number", default: 20, unit: "points", min: 0, max: 100, source: "monitoring-practice" },
    farBelow: percent(50, "audit-practice"),
    below: percent(80, "audit-practice"),
  },
  find: (table, values, workbook) => {
    const bounds = boundsOf(values, table.execution?.cutOff ?? null);
    if (bounds === null) return null;
    const { behind, farBehind, isInclusive, progress } = bounds;
    const highest = behind.toNumber() * 100;
    const isBehind = (rate: Decimal, bound: Decimal): boolean => (isInclusive ? rate.lte(bound) : rate.lt(bound));
    return eachExecutionLine(table, workbook, (hundredths) => hundredths <= highest, ({ row, i, place, showBudget, showExpenditure }) => {
      const { rate, budget, expenditure } = row;
      if (!rate.ok || budget === null || expenditure === null || expenditure.isZero() || !isBehind(rate.percent, behind)) return NOTHING;
      const severity = isBehind(rate.percent, farBehind) ? "error" : "warning";
      return [findingOf({
        rule: "under-execution", severity, place,
        expected: percentFigure(progress ?? behind), actual: percentFigure(rate.percent),
        values: {
          name: row.name, rate: percentage(rate.percent), budget: showBudget(i, budget), expenditure: showExpenditure(i, expenditure),
          against: progress === null ? "bands" : "progress",
          progress: percentage(progress ?? (severity === "error" ? farBehind : behind)),
          points: points((progress ?? behind).minus(rate.percent)),
        },
      })];
    });
  },
});

function boundsOf({ measure, behindPoints, farBehindPoints, farBelow, below }: Parameters, cutOff: CutOff | null): Bounds | null {
  if (measure === "bands") return { behind: new Decimal(below), farBehind: new Decimal(farBelow), isInclusive: false, progress: null };
  const fixed = FIXED_PROGRESS[measure];
  const progress = fixed !== undefined ? new Decimal(fixed) : cutOff === null ? null : timeProgress(cutOff);
  return progress === null ? null : { behind: progress.minus(behindPoints), farBehind: progress.minus(farBehindPoints), isInclusive: true, progress };
}

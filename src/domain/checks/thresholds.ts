/**
 * What statuses go by: the checks that report the same things, as far as they are switched on. What these checks declare
 * stands here, since a pane that computes needs it and not the checks.
 */

import { DEFAULT_LAG, LAG_MEASURES, type LagRule } from "../execution/lag";
import type { Thresholds } from "../execution/status";
import { percent, type Declaration } from "./check";
import { valuesOf, type CheckSettings } from "./settings";

export const OVER_EXECUTION = {
  id: "over-execution",
  scope: "row",
  severities: ["error", "warning"],
  parameters: { limit: percent(100, "definition"), errorAbove: percent(110, "experience") },
  ascending: [["limit", "errorAbove"]],
} as const satisfies Declaration<{ limit: number; errorAbove: number }>;

/** The same, as values of parameters. */
export type LagValues = { readonly [K in keyof LagRule]: LagRule[K] };

export const UNDER_EXECUTION = {
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
} as const satisfies Declaration<LagValues>;

export const NO_EXECUTION = "no-execution";
export const UNBUDGETED = "unbudgeted";

export function thresholdsOf(settings: CheckSettings): Thresholds {
  const isOn = (id: string): boolean => !settings.off.includes(id);
  const number = (check: Declaration, name: string): number => Number(valuesOf(check, settings)[name]);
  const measure = LAG_MEASURES.find((known) => known === valuesOf(UNDER_EXECUTION, settings)["measure"]);
  return {
    overPercent: isOn(OVER_EXECUTION.id) ? number(OVER_EXECUTION, "limit") : null,
    lag: measure === undefined || !isOn(UNDER_EXECUTION.id) ? null : {
      measure,
      behindPoints: number(UNDER_EXECUTION, "behindPoints"), farBehindPoints: number(UNDER_EXECUTION, "farBehindPoints"),
      below: number(UNDER_EXECUTION, "below"), farBelow: number(UNDER_EXECUTION, "farBelow"),
    },
    unspent: isOn(NO_EXECUTION),
    unbudgeted: isOn(UNBUDGETED),
  };
}

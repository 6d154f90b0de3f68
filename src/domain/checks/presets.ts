/** Settings that belong together, chosen at once: what execution is measured against at that time of the year. */

import type { Values } from "./check";
import { CHECKS } from "./registry";
import { withValue, type CheckSettings } from "./settings";

/** Catalog key `preset.<id>`. */
export interface Preset {
  readonly id: "time-progress" | "half-year" | "third-quarter" | "year-end" | "bands";
  /** By check id. */
  readonly values: Readonly<Record<string, Values>>;
}

export const PRESETS: readonly Preset[] = [
  { id: "time-progress", values: { "under-execution": { measure: "cut-off" } } },
  { id: "half-year", values: { "under-execution": { measure: "half-year" } } },
  { id: "third-quarter", values: { "under-execution": { measure: "third-quarter" } } },
  { id: "year-end", values: { "under-execution": { measure: "year-end" } } },
  { id: "bands", values: { "under-execution": { measure: "bands" } } },
];

/** The settings with a preset's values; everything else stays as chosen. */
export function withPreset(settings: CheckSettings, { values }: Preset): CheckSettings {
  return Object.entries(values).reduce((all, [id, of]) => {
    const check = CHECKS.find((one) => one.id === id);
    return check === undefined ? all : Object.entries(of).reduce((sofar, [name, value]) => withValue(sofar, check, name, value), all);
  }, settings);
}

/** What statuses go by: the checks that report the same things, as far as they are switched on. */

import { LAG_MEASURES } from "../execution/lag";
import type { Thresholds } from "../execution/status";
import type { Declaration } from "./check";
import { noExecution } from "./row/no-execution";
import { overExecution } from "./row/over-execution";
import { unbudgeted } from "./row/unbudgeted";
import { underExecution } from "./row/under-execution";
import { valuesOf, type CheckSettings } from "./settings";

export function thresholdsOf(settings: CheckSettings): Thresholds {
  const isOn = ({ id }: Declaration): boolean => !settings.off.includes(id);
  const number = (check: Declaration, name: string): number => Number(valuesOf(check, settings)[name]);
  const measure = LAG_MEASURES.find((known) => known === valuesOf(underExecution, settings)["measure"]);
  return {
    overPercent: isOn(overExecution) ? number(overExecution, "limit") : null,
    lag: measure === undefined || !isOn(underExecution) ? null : {
      measure,
      behindPoints: number(underExecution, "behindPoints"), farBehindPoints: number(underExecution, "farBehindPoints"),
      below: number(underExecution, "below"), farBelow: number(underExecution, "farBelow"),
    },
    unspent: isOn(noExecution),
    unbudgeted: isOn(unbudgeted),
  };
}

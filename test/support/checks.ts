/** Running all checks on a workbook as pane and command line do: recognise, compute, check. */

import { prepareChecks, type Adjustment } from "../../src/domain/checks/input";
import { checkWorkbook, type CheckReport } from "../../src/domain/checks/run";
import { DEFAULT_SETTINGS, type CheckSettings } from "../../src/domain/checks/settings";
import type { Finding } from "../../src/domain/finding";
import { computeWorkbook, DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { formatRange, type Place } from "../../src/workbook/address";
import type { Snapshot } from "../../src/workbook/snapshot";

export interface CheckChoices {
  readonly settings?: CheckSettings;
  readonly adjustments?: readonly Adjustment[];
  readonly compute?: Partial<ComputeOptions>;
}

export function checkSnapshot(snapshot: Snapshot, { settings = DEFAULT_SETTINGS, adjustments = [], compute = {} }: CheckChoices = {}): CheckReport {
  const { tables, executions, cutOff } = computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, ...compute });
  return checkWorkbook(prepareChecks({ snapshot, tables, executions, cutOff, adjustments }), settings);
}

/** "预算执行 B26". */
export function cellOfPlace({ sheetName, range }: Place): string {
  return `${sheetName} ${formatRange(range)}`;
}

/** "error total-mismatch 预算执行 C26 27751.99 27752.1": severity, rule, place, expected and actual. */
export function lineOfFinding({ severity, rule, place, expected, actual }: Finding): string {
  return [severity, rule, cellOfPlace(place), expected ?? "-", actual ?? "-"].join(" ");
}

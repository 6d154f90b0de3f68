/** Running all checks on a workbook as pane and command line do: recognise, compute, check. */

import type { Adjustment } from "../../src/domain/checks/input";
import { prepareChecks } from "../../src/domain/checks/prepare";
import { checkWorkbook, type CheckReport } from "../../src/domain/checks/run";
import { DEFAULT_SETTINGS, type CheckSettings } from "../../src/domain/checks/settings";
import type { Values } from "../../src/domain/checks/check";
import { parseCutOff } from "../../src/domain/execution/cut-off";
import type { Finding } from "../../src/domain/finding";
import { findingWords } from "../../src/i18n/describe";
import { createTranslator } from "../../src/i18n/catalogs";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { formatRange, type Place } from "../../src/workbook/address";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { snapshotOf } from "./snapshots";

export interface CheckChoices {
  readonly settings?: CheckSettings;
  readonly adjustments?: readonly Adjustment[];
  /** "2016-12-31"; else what the workbook says. */
  readonly cutOff?: string;
  readonly basis?: "original" | "adjusted";
}

export function checkSnapshot(snapshot: Snapshot, { settings = DEFAULT_SETTINGS, adjustments = [], cutOff: day, basis = "adjusted" }: CheckChoices = {}): CheckReport {
  const options = { ...DEFAULT_OPTIONS, basis, cutOff: day === undefined ? null : parseCutOff(day) };
  const { tables, executions, cutOff } = computeWorkbook(snapshot, options);
  return checkWorkbook(prepareChecks({ snapshot, tables, executions, cutOff, adjustments }), settings);
}

const LANGUAGES = [createTranslator("zh-CN"), createTranslator("en-US")];

/**
 * What one check finds in these sheets: "error 表 B4 100 182.14" (severity, place, expected, actual; a dash where
 * there is none). Every finding must have a message and a remedy in both languages.
 */
export function found(rule: string, sheets: SheetSnapshot | readonly SheetSnapshot[], choices: CheckChoices = {}): string[] {
  return findings(rule, sheets, choices).map(({ severity, place, expected, actual }) => [severity, cellOf(place), expected ?? "-", actual ?? "-"].join(" "));
}

export function findings(rule: string, sheets: SheetSnapshot | readonly SheetSnapshot[], choices: CheckChoices = {}): Finding[] {
  const all = checkSnapshot(Array.isArray(sheets) ? snapshotOf(...(sheets as readonly SheetSnapshot[])) : snapshotOf(sheets as SheetSnapshot), choices).findings.filter((finding) => finding.rule === rule);
  for (const words of LANGUAGES) {
    for (const finding of all) {
      const { what, remedy } = findingWords(words, finding);
      if (what === "" || remedy === "" || /[{}]|undefined|null|NaN/u.test(what + remedy)) throw new Error(`${rule} in ${words.locale}: ${what} ${remedy}`);
    }
  }
  return all;
}

/** Settings with some of one check's parameters set. */
export function settingsFor(id: string, values: Values): CheckSettings {
  return { off: [], values: { [id]: values } };
}

/** "预算执行 B26". */
export function cellOf({ sheetName, range }: Place): string {
  return `${sheetName} ${formatRange(range)}`;
}

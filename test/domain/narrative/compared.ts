/** A report's text beside the sheets of its workbook, compared as a whole. */

import { compareWithTables, type TablesComparison } from "../../../src/domain/narrative/against-tables";
import { currencyOfWorkbook } from "../../../src/domain/narrative/against-tables/currency";
import { lineNames } from "../../../src/domain/narrative/against-tables/names";
import { yearTold } from "../../../src/domain/narrative/against-tables/period";
import { knownTables } from "../../../src/domain/narrative/against-tables/read-known";
import { withoutBorneOut } from "../../../src/domain/narrative/borne-out";
import type { Narrative } from "../../../src/domain/narrative/claim";
import { readClaims } from "../../../src/domain/narrative/claims";
import { foundIn, type TextCheck } from "../../../src/domain/narrative/outcome";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { snapshotOf } from "../../support/snapshots";

export type Rows = readonly (readonly CellValue[])[];

export interface Compared {
  readonly narrative: Narrative;
  readonly comparison: TablesComparison;
}

/** `cutOff` is the workbook's, YYYY-MM-DD; null where it does not say. */
export function compared(text: string, cutOff: string | null, ...sheets: readonly SheetSnapshot[]): Compared {
  const snapshot = snapshotOf(...sheets);
  const recognised = recogniseTables(snapshot, []);
  const narrative = readClaims(text, { isLine: lineNames(recognised), currency: currencyOfWorkbook(snapshot, recognised), year: cutOff === null ? yearTold(recognised.flatMap(({ title }) => title?.text ?? [])) : Number(cutOff.slice(0, 4)) });
  return { narrative, comparison: compareWithTables(narrative, knownTables(snapshot, recognised, narrative), new Map(), cutOff) };
}

export function checksOf(text: string, cutOff: string | null, ...sheets: readonly SheetSnapshot[]): readonly TextCheck[] {
  const { narrative, comparison } = compared(text, cutOff, ...sheets);
  return [...withoutBorneOut(checkNarrative(narrative, cutOff), comparison.checks), ...comparison.checks];
}

export function wrong(checks: readonly TextCheck[]): readonly string[] {
  return foundIn(checks).map(({ kind, severity, expected, actual, values }) => [severity, kind, values["subject"] === "" ? "-" : values["subject"], values["line"] ?? "-", expected, actual].join(" "));
}

export function agreeing(checks: readonly TextCheck[]): readonly string[] {
  return checks.filter(({ severity, lines }) => severity === null && lines.length > 0).map(({ actual, values }) => `${values["line"] ?? ""} ${values["role"] ?? ""} ${actual ?? ""}`);
}


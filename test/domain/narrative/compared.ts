/** A report's text beside the sheets of its workbook, compared as a whole. */

import { compareWithTables } from "../../../src/domain/narrative/against-tables";
import { knownTables } from "../../../src/domain/narrative/against-tables/read-known";
import { readClaims } from "../../../src/domain/narrative/claims";
import { foundIn, type TextCheck } from "../../../src/domain/narrative/outcome";
import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { snapshotOf } from "../../support/snapshots";

export type Rows = readonly (readonly CellValue[])[];

export function checksOf(text: string, cutOff: string | null, ...sheets: readonly SheetSnapshot[]): readonly TextCheck[] {
  const narrative = readClaims(text);
  const snapshot = snapshotOf(...sheets);
  const tables = knownTables(snapshot, recogniseTables(snapshot, []), narrative);
  return [...checkNarrative(narrative, cutOff), ...compareWithTables(narrative, tables, new Map(), cutOff).checks];
}

export function wrong(checks: readonly TextCheck[]): readonly string[] {
  return foundIn(checks).map(({ kind, severity, expected, actual, values }) => [severity, kind, values["subject"] === "" ? "-" : values["subject"], values["line"] ?? "-", expected, actual].join(" "));
}

export function agreeing(checks: readonly TextCheck[]): readonly string[] {
  return checks.filter(({ severity, lines }) => severity === null && lines.length > 0).map(({ actual, values }) => `${values["line"] ?? ""} ${values["role"] ?? ""} ${actual ?? ""}`);
}


/** A text against the workbook's tables: what agrees, what differs, what is left out, and what it suggests. */

import { finished } from "../steps";
import { checkClasses } from "./against-tables/classes";
import { checkCoverage, checkMatchedLines } from "./against-tables/lines";
import type { KnownTable } from "./against-tables/known";
import { matchTable, type TableMatch } from "./against-tables/match";
import { adjustmentProposals, lineProposals, type AdjustmentProposal, type LineProposal } from "./against-tables/proposals";
import { readStatements } from "./against-tables/statements";
import { checkAnnounced, checkHeads } from "./against-tables/totals";
import type { Narrative } from "./claim";
import type { TextCheck } from "./outcome";
import { usualPrecision } from "./self-check/printed";

export interface TablesComparison {
  /** All comparisons that were made, those that agree too (severity null). */
  readonly checks: readonly TextCheck[];
  /** The tables that the text tells line by line. */
  readonly told: readonly TableMatch[];
  /** For a person to confirm. */
  readonly lines: readonly LineProposal[];
  readonly adjustments: readonly AdjustmentProposal[];
}

/** `divisionNames`: names of functional divisions by their five digits (21005 医疗保障), where a dictionary is at hand. */
export function compareWithTables(narrative: Narrative, tables: readonly KnownTable[], divisionNames: ReadonlyMap<string, string> = new Map()): TablesComparison {
  return finished(compareInSteps(narrative, tables, divisionNames));
}

/** The same, resting after each table. */
export function* compareInSteps(narrative: Narrative, tables: readonly KnownTable[], divisionNames: ReadonlyMap<string, string>): Generator<void, TablesComparison> {
  const precision = usualPrecision(narrative.claims);
  const statements = readStatements(narrative);
  const told: TableMatch[] = [];
  for (const table of tables) {
    const match = matchTable(table, statements, precision);
    if (match !== null) told.push(match);
    yield;
  }
  const adjustments = adjustmentProposals(narrative, tables, told);
  yield;
  const lines = [...told.flatMap(checkMatchedLines), ...told.flatMap(checkCoverage)];
  yield;
  const totals = [...checkAnnounced(narrative, tables, precision), ...checkHeads(narrative, told, precision)];
  yield;
  return { checks: [...lines, ...totals, ...checkClasses(adjustments, tables, divisionNames)], told, lines: lineProposals(told), adjustments };
}

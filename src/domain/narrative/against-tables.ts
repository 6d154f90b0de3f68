/** A text against the workbook's tables: what agrees, what differs, what is left out, and what it suggests. */

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
  const precision = usualPrecision(narrative.claims);
  const statements = readStatements(narrative);
  const told = tables.flatMap((table) => matchTable(table, statements, precision) ?? []);
  const adjustments = adjustmentProposals(narrative, told);
  return {
    checks: [
      ...told.flatMap(checkMatchedLines),
      ...told.flatMap(checkCoverage),
      ...checkAnnounced(narrative, tables, precision),
      ...checkHeads(narrative, told, precision),
      ...checkClasses(adjustments, tables, divisionNames),
    ],
    told,
    lines: lineProposals(told),
    adjustments,
  };
}

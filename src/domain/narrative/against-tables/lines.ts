/** Statements about single lines against those lines, and lines that no statement is about. */

import type { Unit } from "../../amounts/unit";
import { isBalance } from "../../recognise/rows/labels";
import type { TextCheck } from "../outcome";
import type { Precision } from "../self-check/printed";
import { checkOfLine } from "./by-name";
import { comparable, judgeFigure, type JudgedFigure, type StatedFigure } from "./figures";
import type { FigureRole, KnownLine } from "./known";
import type { LineMatch, TableMatch } from "./match";

/** One for each figure compared; sums of adjacent lines and renamed lines agree by definition, and are proposals elsewhere. */
export function checkMatchedLines({ matches, unit }: TableMatch, precision: Precision): readonly TextCheck[] {
  return matches.flatMap((match) => {
    const [line] = match.lines;
    if (match.how !== "name" || line === undefined) return [];
    return comparable(match.statement, line).flatMap((figure) => {
      const judged = judgeFigure(figure, line, unit, precision);
      return judged === null ? [] : [lineCheck(match, figure, judged, { line, unit })];
    });
  });
}

function lineCheck({ statement, table }: LineMatch, { claim }: StatedFigure, judged: JudgedFigure, { line, unit }: { readonly line: KnownLine; readonly unit: Unit }): TextCheck {
  return checkOfLine("line", claim, { subject: statement.subject.text, ...judged, expected: judged.expected.toFixed() }, { line, table, unit });
}

/** A text that leaves out more of a table than this does not set out to tell every line. */
const LEAST_COVERED = 0.8;

/**
 * Lines with money that no statement is about, but for what was left (年末结转和结余), in a table that the text tells line by line. Of a few lines, which such a
 * text leaves out just as well, one is missing where the text says how many there are (`announced`): information.
 */
export function checkCoverage({ table, unit, matches, uncovered }: TableMatch, announced: ReadonlySet<number>): readonly TextCheck[] {
  const role = toldRole(matches);
  const hasMoney = (line: KnownLine): boolean => role !== null && line.figures[role] !== undefined && !line.figures[role].value.isZero();
  const lines = table.lines.filter(hasMoney).length;
  const missing = uncovered.filter((line) => hasMoney(line) && !isBalance(line.name));
  const isAnnounced = announced.has(lines) && missing.length === 1 && lines > 2;
  const isMostlyTold = lines - missing.length >= lines * LEAST_COVERED;
  if (role === null || !table.isWhole || !(isMostlyTold || isAnnounced)) return [];
  return missing.map((line) => ({
    rule: "missing-in-text", kind: "uncovered-line", severity: isMostlyTold ? "warning" : "info", claims: [], lines: [line],
    expected: line.figures[role]?.value.toFixed() ?? null, actual: null, values: { line: line.name, table: table.names[0] ?? "", role, unit },
  }));
}

/** The amount that the statements have in common with the table. */
function toldRole(matches: readonly LineMatch[]): Exclude<FigureRole, "rate" | "share"> | null {
  for (const { statement, lines } of matches) {
    for (const line of lines) {
      const role = comparable(statement, line).find((figure) => figure.claim.kind === "amount")?.role;
      if (role !== undefined && role !== "rate" && role !== "share") return role;
    }
  }
  return null;
}

/** Statements about single lines against those lines, and lines that no statement is about. */

import type { TextCheck } from "../outcome";
import { printedPercent } from "../self-check/rates";
import type { StatedFigure } from "./figures";
import type { FigureRole, KnownLine } from "./known";
import type { LineMatch, TableMatch } from "./match";
import { comparable } from "./figures";

/** One for each figure compared; sums of adjacent lines and renamed lines agree by definition, and are proposals elsewhere. */
export function checkMatchedLines({ matches, unit }: TableMatch): readonly TextCheck[] {
  return matches.flatMap((match) => {
    const [line] = match.lines;
    if (match.how !== "name" || line === undefined) return [];
    return comparable(match.statement, line).map((figure) => lineCheck(match, figure, line, unit));
  });
}

function lineCheck(match: LineMatch, figure: StatedFigure, line: KnownLine, unit: string): TextCheck {
  const { claim, role } = figure;
  const differs = match.differing.some((other) => other.role === role);
  const isRate = claim.kind === "rate";
  return {
    rule: "narrative-mismatch", kind: "line", severity: differs ? "error" : null, claims: [claim], lines: [line],
    expected: line.figures[role]?.value.toFixed() ?? null, actual: isRate ? printedPercent(claim.percent) : claim.money.value.toFixed(),
    values: { subject: match.statement.subject.text, line: line.name, table: match.table.names[0] ?? "", role, unit: isRate ? "%" : unit, actualUnit: isRate ? "%" : claim.money.unit },
  };
}

/** A text that leaves out more of a table than this does not set out to tell every line. */
const LEAST_COVERED = 0.8;

/** Lines with money that no statement is about, in a table that the text tells line by line. */
export function checkCoverage({ table, unit, matches, uncovered }: TableMatch): readonly TextCheck[] {
  const role = toldRole(matches);
  const hasMoney = (line: KnownLine): boolean => role !== null && line.figures[role] !== undefined && !line.figures[role].value.isZero();
  const lines = table.lines.filter(hasMoney).length;
  const missing = uncovered.filter(hasMoney);
  if (role === null || !table.isWhole || lines - missing.length < lines * LEAST_COVERED) return [];
  return missing.map((line) => ({
    rule: "missing-in-text", kind: "uncovered-line", severity: "warning", claims: [], lines: [line],
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

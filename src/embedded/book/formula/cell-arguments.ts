/**
 * In references sums and the like pass over texts and truth values, which they take for numbers, or fail at, where
 * these are typed as arguments. The engine gives a reference to one cell its value, so it counts as typed; as an area
 * of one cell it counts as the reference that it is.
 */

import { piecesOf, rewrite, writeReference } from "./references";
import type { Piece } from "./references";

/** Functions whose documentation says so: support.microsoft.com, "Excel functions (by category)". */
const PASSING_OVER: ReadonlySet<string> = new Set([
  "SUM", "AVERAGE", "MIN", "MAX", "COUNT", "PRODUCT", "MEDIAN", "SUMSQ",
  "STDEV", "STDEVP", "STDEV.S", "STDEV.P", "VAR", "VARP", "VAR.S", "VAR.P",
]);

/** The formula with "A1" as "A1:A1" where it is all of an argument of such a function. */
export function withCellsAsAreas(formula: string): string {
  const pieces = piecesOf(formula);
  /** The functions around, innermost last; "" is a mere parenthesis. */
  const around: string[] = [];
  let before = "";
  let index = -1;
  return rewrite(formula, (piece) => {
    index++;
    if (piece.kind === "text") {
      before = enter(around, piece.text);
      return null;
    }
    const isArgument = /[(,]$/.test(before) && PASSING_OVER.has(around.at(-1) ?? "") && endsArgument(pieces[index + 1]);
    before = "";
    if (!isArgument || piece.kind !== "reference" || !piece.reference.single) return null;
    return writeReference({ ...piece.reference, single: false });
  });
}

function endsArgument(next: Piece | undefined): boolean {
  return next?.kind === "text" && /^\s*[,)]/.test(next.text);
}

/** Strings, array constants, a function with its parenthesis, and parentheses alone. */
const BRACKETS = /"[^"]*"|\{[^}]*\}|([\p{L}_][\p{L}\p{N}._]*)?\(|\)/gu;

/** Follows what a text opens and closes. @returns what stands directly before its end */
function enter(around: string[], text: string): string {
  for (const [bracket, name = ""] of text.matchAll(BRACKETS)) {
    if (bracket.endsWith("(")) around.push(name.toUpperCase().replace(/^_XLFN\./, ""));
    else if (bracket === ")") around.pop();
  }
  return text.trimEnd();
}

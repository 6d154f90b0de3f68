/**
 * The three ways a formula is written: as typed and shown (en-US), in R1C1, and as files keep it,
 * where functions younger than Excel 2007 bear a prefix (MS-XLSX 2.3.3). Inside this folder the file's way is kept.
 */

import { parse, tokenize, translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import type { Token } from "@borgar/fx/xlsx";
import { columnName } from "../../../workbook/address";
import { refuse } from "../refusal";
import { FUTURE_FUNCTIONS, WORKSHEET_FUTURE_FUNCTIONS } from "./future-functions";

/** Excel's limit for a formula's length. */
export const LONGEST_FORMULA = 8192;

const PREFIXES = /_xlfn\.(?:_xlws\.|SINGLE\()?|_xlpm\.|_xlws\./gi;

/** As Excel shows it, without "=". */
export function shownFormula(kept: string): string {
  return kept.includes("_xl") ? kept.replace(PREFIXES, (prefix) => (prefix.toUpperCase().endsWith("SINGLE(") ? "@(" : "")) : kept;
}

/**
 * A typed formula (with its "=") as it is kept: function names and columns in capitals, prefixes where files need them.
 * @throws HostRefusal InvalidArgument when it is no formula, FormulaLengthExceedsLimit
 */
export function keptFormula(typed: string): string {
  if (typed.length > LONGEST_FORMULA) refuse("FormulaLengthExceedsLimit", `A formula has at most ${LONGEST_FORMULA} characters.`);
  const problem = formulaProblem(typed);
  if (problem !== null) refuse("InvalidArgument", problem);
  const tokens = tokenize(typed);
  const parameters = lambdaParameters(tokens);
  return tokens.slice(1).map((token) => keptToken(token, parameters)).join("").trimEnd();
}

function keptToken(token: Token, parameters: ReadonlySet<string>): string {
  switch (token.type) {
    case "func": {
      const name = token.value.toUpperCase();
      if (name.startsWith("_XL")) return token.value;
      if (WORKSHEET_FUTURE_FUNCTIONS.has(name)) return `_xlfn._xlws.${name}`;
      return FUTURE_FUNCTIONS.has(name) ? `_xlfn.${name}` : name;
    }
    case "range": case "range_beam": {
      const bang = token.value.lastIndexOf("!") + 1;
      return token.value.slice(0, bang) + token.value.slice(bang).toUpperCase();
    }
    case "bool": case "error": return token.value.toUpperCase();
    case "range_named": return parameters.has(token.value.toLowerCase()) ? `_xlpm.${token.value}` : token.value;
    default: return token.value;
  }
}

/** The names that LET and LAMBDA declare. */
function lambdaParameters(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  const open: boolean[] = [];
  tokens.forEach((token, index) => {
    if (token.value === "(") open.push(/^(LET|LAMBDA)$/i.test(tokens[index - 1]?.value ?? ""));
    else if (token.value === ")") open.pop();
    else if (token.type === "range_named" && open.at(-1) === true && tokens.slice(index + 1).find((next) => next.type !== "whitespace")?.value === ",") names.add(token.value.toLowerCase());
  });
  return names;
}

/** Why this text (with its "=") is no formula Excel would take; null if it is one. */
export function formulaProblem(typed: string): string | null {
  if (typed.length > LONGEST_FORMULA) return `A formula has at most ${LONGEST_FORMULA} characters.`;
  const tokens = tokenize(typed, { withLocation: false });
  if (!typed.startsWith("=") || tokens.length < 2) return "The formula is empty.";
  try {
    parse(withoutLostSheets(tokens));
    return null;
  } catch (error) {
    return `There is a problem with the formula ${typed}: ${error instanceof Error ? error.message : "it cannot be read"}`;
  }
}

/** "Sheet1!#REF!" is one error to Excel, three tokens to the parser. */
function withoutLostSheets(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) =>
    !(token.type === "context" && tokens[index + 2]?.type === "error") && !(token.value === "!" && tokens[index + 1]?.type === "error"));
}

export function toR1C1(kept: string, row: number, column: number): string {
  return translateFormulaToR1C1(`=${shownFormula(kept)}`, columnName(column) + String(row + 1)).slice(1);
}

/** @param typed a formula in R1C1 notation, with its "=" */
export function fromR1C1(typed: string, row: number, column: number): string {
  return translateFormulaToA1(typed, columnName(column) + String(row + 1));
}

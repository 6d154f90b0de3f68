/** A sum of lines that the text names one after another: 小学教育和初中教育两项支出合计9250.50万元. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { AmountClaim } from "../claim";
import { mayBeSpent } from "../claims/budget-spending";
import type { TextCheck } from "../outcome";
import type { Precision } from "../self-check/printed";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { budgetRole, isSameAmount } from "./figures";
import type { MoneyRole } from "./known";
import { isOfPeriod, type Period } from "./period";
import type { Statement } from "./statements";

const COUNTED = /等?[一二两三四五六七八九十\d]{1,2}(?:[项个类]|[个家](?:预算)?(?:部门|单位|项目|街道))$/u;
/** Some names have one inside: 社会保障和就业. */
const JOINS = /(以及|[、和与及])/u;
const MOST_PIECES = 23;

/** Only where the text says that it is a sum: 合计, 两项. A warning where it differs, as names alone join text and table. */
export function checkNamedSums(statements: readonly Statement[], linesOf: LineFinder, precision: Precision, period: Period): readonly TextCheck[] {
  return statements.flatMap((statement) => [statement.budget, statement.expenditure].flatMap((claim) => {
    if (claim === null || !(claim.isTotal || COUNTED.test(claim.subject.text)) || !isOfPeriod(claim, "", period)) return [];
    const check = checkSum(claim, linesOf, precision);
    return check === null ? [] : [check];
  }));
}

function checkSum(claim: AmountClaim, linesOf: LineFinder, precision: Precision): TextCheck | null {
  const names = namesIn(claim.subject.text.replace(COUNTED, ""), (name) => linesOf({ subject: { ...claim.subject, text: name }, labels: [claim.label] }));
  const [first] = names;
  if (first === undefined || names.length < 2) return null;
  const sums = first.flatMap(({ table }) => sumIn(table.id, names, claim));
  const same = sums.find(({ sum, at }) => isSameAmount(claim, sum, at.unit, precision));
  const found = same ?? (sums.length === 1 && !mayBeSpent(claim) ? sums[0] : undefined);
  if (found === undefined) return null;
  const { at, sum, role, line } = found;
  return checkOfLine("by-name", claim, { subject: claim.subject.text, role, severity: same === undefined ? "warning" : null, expected: sum.toFixed() }, { ...at, line: { ...at.line, name: line } });
}

interface SumOfLines {
  readonly at: NamedLine;
  readonly role: MoneyRole;
  readonly sum: Decimal;
  /** The names added up. */
  readonly line: string;
}

/** Of a table that has each name as one line, with the amount. */
function sumIn(tableId: string, names: readonly (readonly NamedLine[])[], claim: AmountClaim): SumOfLines[] {
  const lines = names.flatMap((found) => found.filter(({ table }) => table.id === tableId));
  const [at] = lines;
  if (at === undefined || lines.length !== names.length || new Set(lines.map(({ line }) => line)).size !== lines.length) return [];
  const role = claim.role === "expenditure" ? "expenditure" : budgetRole(claim, at.line.figures);
  const amounts = role === null ? [] : lines.flatMap(({ line }) => line.figures[role]?.value ?? []);
  if (role === null || amounts.length !== lines.length) return [];
  return [{ at, role, sum: amounts.reduce((sum, value) => sum.plus(value), ZERO), line: lines.map(({ line }) => line.name).join("+") }];
}

/** The lines of each name; empty where a piece of the text is none. */
function namesIn(text: string, linesOf: FindLines): readonly (readonly NamedLine[])[] {
  const pieces = text.split(JOINS);
  if (pieces.length > MOST_PIECES) return [];
  const names: (readonly NamedLine[])[] = [];
  for (let from = 0; from < pieces.length;) {
    const found = longestName(pieces.slice(from), linesOf);
    if (found === null) return [];
    names.push(found.lines);
    // And the word that joins it to the next.
    from += found.count + 1;
  }
  return names;
}

type FindLines = (name: string) => readonly NamedLine[];

/** `pieces` are names and, between them, what joins them. */
function longestName(pieces: readonly string[], linesOf: FindLines): { readonly lines: readonly NamedLine[]; readonly count: number } | null {
  for (let count = pieces.length; count > 0; count -= 2) {
    const lines = linesOf(pieces.slice(0, count).join(""));
    if (lines.length > 0) return { lines, count };
  }
  return null;
}

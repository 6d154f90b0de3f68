/**
 * Figures of lines that the text tells singly, compared by name alone. One name may stand for two scopes (文化 with or
 * without 体育), so what differs is a warning, and an error only where another figure shows that the line is meant.
 */

import { Decimal, ZERO } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { AmountClaim, ChangeClaim, Claim, RateClaim, ShareClaim } from "../claim";
import { grouped } from "../../grouped";
import type { TextCheck } from "../outcome";
import { printedPercent, type Precision } from "../self-check/printed";
import { agrees, comparable, isNews, isSameAmount, judgeFigure, type JudgedFigure, type StatedFigure } from "./figures";
import type { FigureRole, KnownLine, KnownTable } from "./known";
import { byNames, namedLines, type Called, type NamedTable } from "./names";
import { isOfPeriod, type Period } from "./period";
import type { RateRole } from "./rates";
import { runsThatAddUpTo } from "./runs";
import { calledIn, type Statement } from "./statements";

export interface NamedLine {
  readonly table: KnownTable;
  readonly unit: Unit;
  readonly line: KnownLine;
}

/** The lines of that name, one of each table with a unit; tables that have several are left out. */
export type LineFinder = (called: Called) => readonly NamedLine[];

export function lineFinder(tables: readonly KnownTable[]): LineFinder {
  const named = tables.flatMap((table): readonly { table: KnownTable; unit: Unit; names: NamedTable }[] => (table.unit === null ? [] : [{ table, unit: table.unit, names: byNames(table) }]));
  return (called) => (called.subject.text === "" ? [] : named.flatMap(({ table, unit, names }) => {
    const [at, ...others] = namedLines(called, names);
    const line = at === undefined || others.length > 0 ? undefined : names.all[at];
    return line === undefined ? [] : [{ table, unit, line }];
  }));
}

/**
 * `statements` are those that no table is known to tell. A table that differs from most of them is of another matter,
 * or another period: names in common then mean nothing. `whole` is how the text's figures of the whole compare, `bare` how amounts do that only a name tells.
 */
export function checkByName(statements: readonly Statement[], linesOf: LineFinder, { whole, bare }: Others, precision: Precision, period: Period): readonly TextCheck[] {
  const made = [...statements.flatMap((statement) => {
    const candidates = linesOf(calledIn(statement));
    return singles(statement).flatMap((single): readonly Made[] => {
      const [claim] = [single.budget, single.expenditure, ...single.rates].filter((one) => one !== null);
      if (claim === undefined || !isSum(claim, statement) || !isOfPeriod(claim, candidates[0]?.line.name ?? "", period)) return [];
      const one = checkFigure(single, statement, candidates, precision);
      return one === null ? [] : [one];
    });
  }), ...bare];
  const foreign = new Set([...grouped(made, ({ table }) => table)].filter(([table, ofTable]) => isForeign(ofTable, table, whole)).map(([table]) => table));
  return made.filter(({ table, check }) => check.severity === null || !foreign.has(table)).map(({ check }) => check);
}

interface Others {
  readonly whole: readonly TextCheck[];
  readonly bare: readonly Made[];
}

export interface Made {
  readonly table: KnownTable;
  readonly check: TextCheck;
}

/**
 * Of one line a wrong figure makes its rate wrong, too: lines count, not figures. Those of which the text tells what was
 * spent just as the table has it count twice, for no other period has that.
 */
function isForeign(ofTable: readonly Made[], { total }: KnownTable, whole: readonly TextCheck[]): boolean {
  const linesOf = (checks: readonly TextCheck[]): ReadonlySet<KnownLine | undefined> => new Set(checks.map(({ lines: [line] }) => line));
  const checks = ofTable.map(({ check }) => check);
  const spent = linesOf([...checks, ...whole.filter(({ lines: [line] }) => line === total)].filter(tellsSpending));
  const differing = [...linesOf(checks.filter(({ severity }) => severity !== null))].filter((line) => !spent.has(line)).length;
  const others = [...linesOf(checks)].filter((line) => !spent.has(line)).length - differing;
  return differing > 1 && differing > spent.size * 2 + others;
}

/** Digits that no two figures share by chance. */
const TELLING_DIGITS = 3;

function tellsSpending({ severity, expected, values: { role } }: TextCheck): boolean {
  return severity === null && expected !== null && (role === "expenditure" || role === "rate") && new Decimal(expected).precision() >= TELLING_DIGITS;
}

/** One for each figure of a statement, with that figure alone. */
function singles({ subject, budget, otherBudget, expenditure, rates, isChanged }: Statement): readonly Statement[] {
  const none = { subject, budget: null, otherBudget: null, expenditure: null, rates: [], isChanged };
  return [...[budget, otherBudget].flatMap((one) => (one === null ? [] : [{ ...none, budget: one }])), ...(expenditure === null ? [] : [{ ...none, expenditure }]), ...rates.map((rate) => ({ ...none, rates: [rate] }))];
}

/** 支付20万元 may be one payment of several; right behind the budget that it is of it is all that was spent. */
function isSum(claim: Claim, { budget }: Statement): boolean {
  if (claim.kind !== "amount" || claim.role !== "expenditure" || /^(?:累计|实际)/u.test(claim.label) || !/支付|拨付|发放|投入|报销|缴纳|花费|使用/u.test(claim.label)) return true;
  if (budget === null || budget.sentence.start !== claim.sentence.start || budget.figure.end > claim.figure.start) return false;
  const [between, behind] = [claim.sentence.text.slice(budget.figure.end - claim.sentence.start, claim.span.start - claim.sentence.start), claim.sentence.text.slice(claim.figure.end - claim.sentence.start)];
  return /^[，,]?(?:已|已经|共|全年|截至[^，,。；;]*[，,]?(?:已|共)?)?$/u.test(between) && !/^[^。；;]{0,12}(?:元|支付|拨付|其余|余款|尾款|再)/u.test(behind);
}

/** null where no table has such a figure, or tables differ about it. */
function checkFigure(single: Statement, statement: Statement, candidates: readonly NamedLine[], precision: Precision): Made | null {
  const known = candidates.flatMap((candidate) => comparable(single, candidate.line).filter((figure) => !isBudgetAfterChanges(figure, statement)).flatMap((figure): readonly Held[] => {
    const judged = judgeFigure(figure, candidate.line, candidate.unit, precision);
    return judged === null || (figure.claim.kind === "rate" && !isNews(judged, statement, candidate.line)) ? [] : [{ candidate, figure, judged }];
  }));
  const same = known.find(({ judged }) => agrees(judged));
  if (same !== undefined) return nameCheck(statement, same, same.judged.severity);
  const [first] = known;
  if (first === undefined || known.some((other) => !isSameKnown(first, other)) || known.some(isWiderScope)) return null;
  return nameCheck(statement, first, confirms(statement, first.candidate, precision) ? "error" : "warning");
}

/** 年初预算60万元，追加10万元，全年预算70万元, where the table has one budget alone: the text says that this is another one. */
function isBudgetAfterChanges({ role, claim }: StatedFigure, { otherBudget, isChanged }: Statement): boolean {
  return role === "original-budget" && claim.kind === "amount" && claim.role === "adjusted-budget" && (isChanged || claim === otherBudget);
}

interface Held {
  readonly candidate: NamedLine;
  readonly figure: StatedFigure;
  readonly judged: JudgedFigure;
}

function isSameKnown(a: Held, b: Held): boolean {
  if (a.judged.role !== b.judged.role) return false;
  return a.figure.role === "rate" ? a.judged.expected.eq(b.judged.expected) : convert(b.judged.expected, b.candidate.unit, a.candidate.unit).eq(a.judged.expected);
}

/** 文化414.36 beside 文化399.56 and 体育14.8: the line with its neighbours. */
function isWiderScope({ figure: { claim, role }, candidate: { table, line, unit } }: Held): boolean {
  const at = table.lines.indexOf(line);
  if (claim.kind !== "amount" || !table.isWhole || at < 0 || claim.money.value.isZero()) return false;
  const sum = convert(claim.money.value, claim.money.unit, unit);
  const first = Math.max(0, at - MOST_NEIGHBOURS);
  const amounts = table.lines.slice(first, at + MOST_NEIGHBOURS + 1).map(({ figures }) => figures[role]?.value ?? ZERO);
  return runsThatAddUpTo(sum, amounts, 0, amounts.length - 1).some(({ from, to }) => first + from <= at && at <= first + to);
}

/** A class has fewer lines; looking further would only find chance. */
const MOST_NEIGHBOURS = 20;

/** Whether another amount of the statement is the line's. */
function confirms(statement: Statement, { line, unit }: NamedLine, precision: Precision): boolean {
  return comparable(statement, line).some((figure) => {
    const known = line.figures[figure.role];
    return figure.claim.kind === "amount" && known !== undefined && !known.value.isZero() && isSameAmount(figure.claim, known.value, unit, precision);
  });
}

function nameCheck({ subject }: Statement, { figure: { claim }, candidate, judged: { role, expected } }: Held, severity: TextCheck["severity"]): Made {
  return { table: candidate.table, check: checkOfLine(severity === "error" ? "line" : "by-name", claim, { subject: subject.text, role, severity, expected: expected.toFixed() }, candidate) };
}

/** A share of the total that the amounts of a table come to, where it prints none. */
export type ShareRole = "expenditure-share" | "original-share" | "adjusted-share";

interface Judged {
  readonly subject: string;
  readonly role: FigureRole | RateRole | ShareRole | "income" | "balance" | "budget-share" | "growth" | "growth-amount";
  readonly severity: TextCheck["severity"];
  /** In the table's unit, or in percent. */
  readonly expected: string;
}

/** A figure of the text beside what a line's figures make it. */
export function checkOfLine(kind: TextCheck["kind"], claim: AmountClaim | ChangeClaim | RateClaim | ShareClaim, { subject, role, severity, expected }: Judged, { line, table, unit }: NamedLine): TextCheck {
  const money = claim.kind === "amount" || claim.kind === "change" ? claim.money : null;
  const percent = claim.kind === "rate" || claim.kind === "share" ? printedPercent(claim.percent) : null;
  return {
    rule: "narrative-mismatch", kind, severity, claims: [claim], lines: [line], expected,
    actual: money?.value.toFixed() ?? percent,
    values: { subject, line: line.name, table: table.names[0] ?? "", role, unit: money === null ? "%" : unit, actualUnit: money?.unit ?? "%" },
  };
}

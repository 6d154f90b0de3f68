/** Changes of the budget: several columns of them, those whose words do not tell it, and those that may have been left out. */

import type { Reason } from "../../table";
import { Decimal } from "../../amounts/decimal";
import { grouped } from "../../grouped";
import { because } from "../reason";
import { isRate } from "./calculated";
import { assign, headingsOf, isBudget, isChange, isInEachLine, isMoney, isNumeric, isOfWhich, isSpending, leavePart, ROUNDING, says, sumAt, type Candidate } from "./candidate";
import { amountAt, isSumOf, type Sum } from "./sums";

/** 追加 | 其中：上级追加 | 本级追加: what is part of a change, or of the budget, is counted there. */
export function leavePartsOfChanges(candidates: readonly Candidate[]): void {
  candidates.forEach((part, at) => {
    if (!isChange(part) || !isOfWhich(part)) return;
    const whole = candidates.slice(0, at).findLast((other) => !isOfWhich(other) && (isChange(other) || isBudget(other.meaning)));
    if (whole !== undefined) leavePart(part, whole);
  });
}

/** 年中追加 | 第二次追加, and no adjusted budget that has them: together they are the change. A person is asked to confirm. */
export function tellSeveralChanges(candidates: readonly Candidate[]): void {
  if (candidates.some(({ meaning }) => meaning === "adjusted-budget")) return;
  for (const [role, parts] of grouped(candidates, (candidate) => (isChange(candidate) && isNumeric(candidate) ? candidate.meaning : null))) {
    if (parts.length < 2) continue;
    for (const part of parts) assign(part, role, "likely", because("part-added", { header: part.header }));
  }
}

/** A change whose words do not say so: one that goes both ways is a change of either kind. */
export function tellChange(candidate: Candidate, reason: Reason, isTaken = false): void {
  const isSigned = candidate.evidence.first.some((figure) => figure < 0);
  assign(candidate, isTaken ? "decrease" : isSigned ? "quota-change" : "increase", "sure", reason);
}

/** More columns are not tried with and without each. */
const MOST_OPEN = 4;

/** 预算调整, which may be what the budget was adjusted to as well: that it is added, and to what, a person can only confirm where it is said. */
export function sayHowChangesCount(candidates: readonly Candidate[]): void {
  const [budget, ...others] = candidates.filter(({ meaning, partOf }) => isBudget(meaning) && partOf === undefined);
  if (budget?.meaning !== "original-budget" || others.length > 0) return;
  for (const change of candidates.filter((candidate) => isChange(candidate) && candidate.reason.code === "header-likely")) {
    const line = change.evidence.first.findIndex((figure, at) => figure !== 0 && !Number.isNaN(figure + (budget.evidence.first[at] ?? NaN)));
    if (line < 0) continue;
    const [was, by] = [new Decimal(budget.evidence.first[line] ?? 0), new Decimal(change.evidence.first[line] ?? 0)];
    const isTaken = change.meaning === "decrease" || by.isNegative();
    const sum = `${was.toString()} ${isTaken ? "−" : "+"} ${by.abs().toString()} = ${(change.meaning === "decrease" ? was.minus(by) : was.plus(by)).toString()}`;
    change.reason = because("change-likely", { header: change.header, budget: budget.header, sum });
  }
}

/** 上级专款 beside 年初预算 | 追加, and a rate or a balance that is filled: what these are calculated from tells what it is. Gives the columns that are shown to be none. */
export function tellChangesByResults(candidates: readonly Candidate[], sums: readonly Sum[]): readonly Candidate[] {
  const open = openMoney(candidates, sums);
  const [budget, spent] = [onlyOne(candidates, ({ meaning }) => isBudget(meaning)), onlyOne(candidates, ({ meaning }) => meaning === "expenditure")];
  if (open.length === 0 || open.length > MOST_OPEN || budget?.meaning !== "original-budget" || spent === null) return [];
  const known = [budget, ...candidates.filter((candidate) => isChange(candidate) && isNumeric(candidate))];
  for (const witness of candidates.filter(isResult)) {
    const fitting = waysOf(open.length, witness.meaning === "rate").filter((signs) => isResultOf(witness, spent, (line) => amountAt(known, line) + open.reduce((sum, column, k) => sum + (signs[k] ?? 0) * sumAt([column], line), 0)));
    const [only, ...others] = fitting;
    if (only === undefined || others.length > 0) continue;
    open.forEach((column, k) => {
      if (only[k] !== 0) tellChange(column, because("change-by-result", { header: column.header, witness: witness.header }), only[k] === -1);
    });
    return open.filter((_, k) => only[k] === 0);
  }
  return [];
}

/** Left out, added or taken off, each. What a balance lacks, as 冻结, may be budget still. */
function waysOf(columns: number, mayBeTaken: boolean): readonly (readonly (-1 | 0 | 1)[])[] {
  const signs = mayBeTaken ? ([0, 1, -1] as const) : ([0, 1] as const);
  return Array.from({ length: columns }).reduce<readonly (readonly (-1 | 0 | 1)[])[]>((ways) => ways.flatMap((way) => signs.map((sign) => [...way, sign])), [[]]);
}

function isResult(candidate: Candidate): boolean {
  return isNumeric(candidate) && (candidate.meaning === "rate" || ((candidate.meaning === "other" || candidate.meaning === null) && says(candidate, "rest")));
}

/** In every line that tells it, and in more than one. */
function isResultOf(witness: Candidate, spent: Candidate, budgetAt: (line: number) => number): boolean {
  const told = witness.evidence.first.flatMap((figure, line) => (Number.isNaN(figure) || sumAt([spent], line) === 0 ? [] : [{ figure, budget: budgetAt(line), spent: sumAt([spent], line) }]));
  return told.length > 1 && told.every(({ figure, budget, spent: of }) => (witness.meaning === "rate" ? budget !== 0 && isRate(figure, of / budget) : Math.abs(budget - of - figure) < ROUNDING));
}

function onlyOne(candidates: readonly Candidate[], isWanted: (candidate: Candidate) => boolean): Candidate | null {
  const [first = null, ...others] = candidates.filter((candidate) => isWanted(candidate) && candidate.partOf === undefined);
  return others.length > 0 ? null : first;
}

/** 年初预算 | 上级专款 | 支出, and no adjusted budget: whether money between the budget and what was spent changes it, only a person knows. */
export function changesLeftOut(candidates: readonly Candidate[], sums: readonly Sum[], shownNone: readonly Candidate[]): readonly Reason[] {
  return openMoney(candidates, sums).flatMap((column) => (shownNone.includes(column) ? [] : [because("doubt-change-left-out", { header: column.header })]));
}

/** Money of unknown words between the original budget and what was spent, where no column is the adjusted budget. */
function openMoney(candidates: readonly Candidate[], sums: readonly Sum[]): readonly Candidate[] {
  const from = candidates.findIndex(({ meaning, partOf }) => meaning === "original-budget" && partOf === undefined);
  const to = candidates.findIndex(({ meaning }, at) => at > from && isSpending(meaning));
  const budget = candidates[from];
  if (budget === undefined || to < 0 || candidates.some(({ meaning }) => meaning === "adjusted-budget")) return [];
  const isExplained = (column: Candidate): boolean => sums.some(({ whole, terms }) => whole === column || (terms.includes(column) && isMoney(whole.meaning))) || candidates.some((other) => other !== column && isNumeric(other) && isSumOf(budget, [column, other]));
  return candidates.slice(from + 1, to).filter((column) => column.reason.code === "header-unknown" && isAmountOfMoney(column) && !isOfWhich(column) && !isExplained(column) && !isUnder(column, budget) && !isSame(column, budget));
}

function isAmountOfMoney(column: Candidate): boolean {
  const { evidence: { first, isSerial, texts } } = column;
  const figures = first.filter((figure) => !Number.isNaN(figure) && figure !== 0);
  const isRatio = figures.every((figure) => Math.abs(figure) <= 1) && figures.some((figure) => !Number.isInteger(figure));
  const isYear = figures.every((figure) => Number.isInteger(figure) && figure > 1990 && figure < 2100);
  return column.partOf === undefined && texts === 0 && isNumeric(column) && !isSerial && figures.length > 0 && !isRatio && !isYear && !NO_CHANGE.some((words) => says(column, words));
}

/** Nor what was handed out, paid or spent of it, or is left of it. */
const NO_CHANGE = ["noMoney", "handedOut", "paid", "spent", "rest", "left", "past", "wholeProject"] as const;

/** 预算数 over 合计 | 财政拨款 | 其他: a part of it. */
function isUnder(column: Candidate, budget: Candidate): boolean {
  return column.path.length > 1 && headingsOf(column) === headingsOf(budget);
}

function isSame(column: Candidate, budget: Candidate): boolean {
  return isInEachLine(column, (line) => sumAt([budget], line));
}

/** 调整预算数 beside 年初预算, and before the spending, which may be what the budget was adjusted to or by: the figures tell. */
export function tellAdjustments(candidates: readonly Candidate[]): void {
  const budget = candidates.find(({ meaning }) => meaning === "original-budget");
  const spent = candidates.findIndex(({ meaning }) => meaning === "expenditure");
  if (budget === undefined) return;
  for (const candidate of spent < 0 ? candidates : candidates.slice(0, spent)) {
    const { meaning, confidence, header } = candidate;
    if (meaning === "adjusted-budget" && confidence === "likely" && areChanges(candidate, budget, candidates[spent])) assign(candidate, "quota-change", "likely", because("header-likely", { header }));
  }
}

/** In most lines that have both: no budget is less than nothing, nor is far more spent than it, which was far less than at first. */
function areChanges(adjusted: Candidate, budget: Candidate, spent: Candidate | undefined): boolean {
  const told = adjusted.evidence.first.flatMap((figure, line) => {
    const before = budget.evidence.first[line] ?? NaN;
    if (Number.isNaN(figure) || Number.isNaN(before) || figure === 0) return [];
    return [figure < 0 || (figure * 2 < before && spent !== undefined && sumAt([spent], line) > figure)];
  });
  return told.filter(Boolean).length * 2 > told.length;
}

/** One column a role. */

import { columnName } from "../../../workbook/address";
import { DIALECTS } from "../dialects/dialect";
import { bareLabel, tidy, type HeaderReader } from "../headers/text";
import { because } from "../reason";
import type { Reason } from "../../table";
import { drop, headingsOf, isBudget, isBudgetOrSpending, isChange, isNumeric, isRole, leafSays, says, type Candidate, type Confidence } from "./candidate";

/** 已拨付 beside 已支出: what was handed out is not what was spent of it, be that filled in or not. */
export function leaveHandedOut(candidates: readonly Candidate[]): void {
  const spending = candidates.filter(({ meaning, partOf, evidence: { numbers, texts } }) => meaning === "expenditure" && partOf === undefined && numbers >= texts);
  const handedOut = spending.filter((candidate) => says(candidate, "handedOut"));
  for (const given of handedOut) {
    const spent = spending.find((other) => !handedOut.includes(other) && says(other, "spent") && headingsOf(other) === headingsOf(given));
    if (spent !== undefined) drop(given, because("handed-out-only", { header: given.header, counted: spent.header }));
  }
}

/** 拨付进度 beside 已拨付 | 已支出, or 支付率 | 支出率 beside 支付数 | 支出数: a rate of what does not count. */
export function leaveRatesOfOthers(candidates: readonly Candidate[]): void {
  const spent = candidates.find(({ meaning, partOf }) => meaning === "expenditure" && partOf === undefined);
  if (spent === undefined) return;
  for (const rate of candidates.filter(({ meaning }) => meaning === "rate")) {
    const isOfOther = (["handedOut", "paid"] as const).some((words) => says(rate, words) && !says(spent, words) && candidates.some((other) => other.meaning === null && LEFT.has(other.reason.code) && says(other, words)));
    if (isOfOther) drop(rate, because("rate-of-other-spending", { header: rate.header, counted: spent.header }));
  }
}

/**
 * 部门执行率 beside 部门预算 | 部门支出, of which others are the whole: two amounts that do not count begin as it does, and none that counts. One
 * is enough where it is a part of the spending: 项目执行率 beside 基本支出 | 项目支出 | 合计. Parts that nothing adds up count.
 */
export function leaveRatesOfParts(candidates: readonly Candidate[]): void {
  const amounts = candidates.filter((candidate) => candidate.evidence.numbers > 0 && !leafSays(candidate, "paidOn"));
  const isWhole = ({ meaning, partOf }: Candidate): boolean => partOf === undefined && isBudgetOrSpending(meaning);
  const counts = (candidate: Candidate): boolean => isWhole(candidate) || (candidate.partOf !== undefined && !amounts.some((other) => isWhole(other) && other.meaning === candidate.partOf));
  const [counted, left] = [amounts.filter(counts), amounts.filter((candidate) => candidate.meaning !== "rate" && candidate.reason.code !== "rate-of-part" && !counts(candidate))];
  for (const rate of candidates.filter(({ meaning }) => meaning === "rate")) {
    const own = left.map((part) => ({ part, stem: sharedBeginning(rate, part) })).filter(({ stem }) => stem.length >= SHORTEST && !counted.some(({ header }) => tidy(header).startsWith(stem)));
    const stems = own.map(({ stem }) => stem);
    const shortest = stems.reduce((least, stem) => (stem.length < least.length ? stem : least), stems[0] ?? "");
    const isEnough = own.length > 1 || own.some(({ part }) => part.partOf === "expenditure");
    if (isEnough && stems.every((stem) => stem.startsWith(shortest))) drop(rate, because("rate-of-part", { header: rate.header }));
  }
}

/**
 * 上半年支出 | 执行率 | 全年支出 | 执行率: of rates that are called the same each is of what stands before it. One whose
 * spending or budget does not count is left; one before which stands but one of the two budgets is of that.
 */
export function tellRatesByPlace(candidates: readonly Candidate[]): void {
  const rates = candidates.filter(({ meaning }) => meaning === "rate");
  const hasSeveralBudgets = new Set(candidates.flatMap(({ meaning }) => (isBudget(meaning) ? [meaning] : []))).size > 1;
  const placed = rates.filter((rate) => rates.some((other) => other !== rate && other.header === rate.header && other.ofBudget === rate.ofBudget)).map((rate) => ({ rate, before: amountsBefore(rate, candidates) }));
  const isOfCounted = ({ before }: (typeof placed)[number]): boolean => isBudgetOrSpending(before.at(-1)?.meaning ?? null);
  for (const one of placed) {
    const { rate, before } = one;
    const [budget, ...others] = before.flatMap(({ meaning }) => (isBudget(meaning) ? [meaning] : []));
    if (!isOfCounted(one)) {
      if (placed.some((other) => other.rate.header === rate.header && isOfCounted(other))) drop(rate, because("rate-of-part", { header: rate.header }));
    } else if (hasSeveralBudgets && budget !== undefined && others.length === 0 && rate.ofBudget === null) rate.ofBudget = budget;
  }
}

/** Columns for rates that stay empty: of other spending than what is computed, or of its parts; or beside the one that is filled. */
export function ratesLeftEmpty(candidates: readonly Candidate[], read: HeaderReader): readonly Reason[] {
  const whole = candidates.find(({ meaning, partOf, evidence }) => meaning === "expenditure" && partOf === undefined && evidence.numbers > 0);
  const counted = whole === undefined ? candidates.filter(({ partOf }) => partOf === "expenditure") : [whole];
  const isOfRates = ({ path, reason: { code } }: Candidate): boolean => code === "rate-of-part" || path.some((text) => read(text)?.meaning === "rate");
  const left = candidates.filter((candidate) => candidate.meaning !== "rate" && candidate.reason.code !== "other-pair" && candidate.evidence.numbers + candidate.evidence.texts === 0 && isOfRates(candidate));
  if (counted.length === 0) return [];
  const columnsOf = (columns: readonly Candidate[]): string => columns.map(({ column }) => columnName(column)).join(", ");
  const filled = candidates.find(({ meaning, ofBudget }) => meaning === "rate" && ofBudget === null);
  const isBeside = (one: Candidate): boolean => filled !== undefined && one.reason.code === "role-taken" && headingsOf(one) === headingsOf(filled);
  const [beside, ofOthers] = [left.filter(isBeside), left.filter((one) => !isBeside(one))];
  return [
    ...(ofOthers.length === 0 ? [] : [because("doubt-rates-left-empty", { columns: columnsOf(ofOthers), counted: counted.map(({ header }) => header).join(" + "), column: columnsOf(counted) })]),
    ...(filled === undefined || beside.length === 0 ? [] : [because("doubt-rate-beside", { columns: columnsOf(beside), header: filled.header, column: columnName(filled.column) })]),
  ];
}

/** 预算数（不含结转） | 预算数（含结转）: two budgets of which neither words nor figures say that it is not the one. `said`: what was called a budget, and how surely. */
export function budgetsLeftOut(candidates: readonly Candidate[], said: ReadonlyMap<Candidate, Confidence>): readonly { readonly left: Candidate; readonly doubt: Reason }[] {
  return candidates.filter(({ meaning, partOf }) => isBudget(meaning) && partOf === undefined).flatMap((counted) => {
    const isLeft = (left: Candidate): boolean => left.reason.code === "role-taken" && left.reason.values?.["column"] === columnName(counted.column) && said.get(left) === counted.confidence && isNumeric(left) && !leafSays(left, "planned");
    const isOther = ({ header, evidence: { first } }: Candidate): boolean => header !== counted.header && first.some((figure, line) => !Number.isNaN(figure) && figure !== counted.evidence.first[line]);
    return [...said.keys()].filter((left) => isLeft(left) && isOther(left)).map((left) => ({ left, doubt: because("doubt-several-budgets", { header: left.header, counted: counted.header }) }));
  });
}

/** What stands between a rate and the one before it. */
function amountsBefore(rate: Candidate, candidates: readonly Candidate[]): readonly Candidate[] {
  const before = candidates.slice(0, candidates.indexOf(rate));
  return before.slice(before.findLastIndex(({ meaning, header }) => meaning === "rate" || header === rate.header) + 1).filter(isNumeric);
}

/** Letters of a stem, as in 部门. */
const SHORTEST = 2;

function sharedBeginning({ header }: Candidate, other: Candidate): string {
  const [text, begun] = [tidy(header), tidy(other.header)];
  let length = 0;
  while (length < text.length && text[length] === begun[length]) length++;
  return text.slice(0, length);
}

const LEFT: ReadonlySet<string> = new Set(["role-taken", "handed-out", "handed-out-only", "not-calculated-from"]);

/** The better of two columns that claim a role keeps it; the other says which one that is. Parts of two amounts are no rivals, nor are rates of two budgets, or changes, which count together. */
export function settleRivals(candidates: readonly Candidate[], fit: (candidate: Candidate) => number): void {
  // Budgets before spending, which goes with the one that counts.
  const isSpent = ({ meaning }: Candidate): boolean => meaning === "expenditure";
  settleAmong(candidates.filter((candidate) => !isSpent(candidate)), fit, besideAny(candidates.filter(isSpent)));
  settleAmong(candidates.filter(isSpent), fit, besideAny(candidates.filter(({ meaning }) => isBudget(meaning))));
}

/** Whether a budget or spending stands under the same headings as one of the others that is filled: 本年 | 预算 with 本年 | 支出. */
function besideAny(others: readonly Candidate[]): (candidate: Candidate) => number {
  const headings = new Set(others.flatMap((other) => (other.path.length > 1 && other.evidence.numbers > 0 ? [headingsOf(other)] : [])));
  return (candidate) => (isBudgetOrSpending(candidate.meaning) && candidate.path.length > 1 && headings.has(headingsOf(candidate)) ? 1 : 0);
}

function settleAmong(candidates: readonly Candidate[], fit: (candidate: Candidate) => number, beside: (candidate: Candidate) => number): void {
  const best = new Map<string, Candidate>();
  const claimOf = ({ meaning, partOf, ofBudget }: Candidate): string => `${meaning ?? ""} ${partOf ?? ""} ${meaning === "rate" ? (ofBudget ?? "") : ""}`;
  for (const candidate of candidates) {
    const { meaning } = candidate;
    if (meaning === null || !isRole(meaning) || isChange(candidate)) continue;
    const rival = best.get(claimOf(candidate));
    if (rival === undefined || compare(candidate, rival, fit, beside) > 0) best.set(claimOf(candidate), candidate);
  }
  for (const candidate of candidates) {
    const winner = candidate.meaning === null ? undefined : best.get(claimOf(candidate));
    if (winner !== undefined && winner !== candidate) drop(candidate, because(fit(winner) === fit(candidate) ? "role-taken" : "other-period", { header: candidate.header, column: columnName(winner.column) }));
  }
}

/** Of names, 文学院 | 理学院 beside 教学单位 that is merged over them or repeated: so many times more different texts tell the lines apart. */
const TELLING_NAMES = 1.5;

/** What settles rivals, the weightiest first: more of it wins. `rival` is what the candidate stands beside. */
type Merit = (candidate: Candidate, rival: Candidate) => number;

/** The surer; a class that names lines is never sure. */
const isSure: Merit = (one) => one.confidence === "sure" && !(one.meaning === "name" && says(one, "lineClass")) ? 1 : 0;

/** Of rates side by side the one that is called one of money. */
const isOfMoney: Merit = (one, rival) => one.meaning === "rate" && Math.abs(one.column - rival.column) === 1 && !leafSays(one, "rateOfMoney") ? 0 : 1;

/** Of budgets the one that is called a budget, and not handed out beside one that is plainly a budget. */
const isCalledBudget: Merit = (one) => isBudget(one.meaning) && leafSays(one, "planned") ? 0 : 1;
const isNotHandedOut: Merit = (one, rival) => isBudget(one.meaning) && says(one, "handedOut") && isPlainBudget(rival) && !isPlainBudget(one) ? 0 : 1;

/** Of names the one that tells the lines apart. */
const tellsApart: Merit = (one, rival) => one.meaning === "name" && one.header !== rival.header && tellsMoreApart(one, rival) ? 1 : 0;

const isFilled: Merit = ({ evidence }) => Math.min(1, evidence.numbers + evidence.texts);
const isCalledTotal: Merit = ({ path }) => path.some((text) => DIALECTS.some(({ totalColumn }) => totalColumn.test(tidy(text)))) ? 1 : 0;
const isTellingHeader: Merit = ({ rank }) => -rank;

/** What was spent rather than paid. */
const isNotPaid: Merit = (one) => one.meaning === "expenditure" && says(one, "paid") ? 0 : 1;

/** Of equal headers the one that says more. */
const saysMore: Merit = (one, rival) => one.header === rival.header ? one.evidence.letters : 0;

/** Positive where the candidate is the better one; where nothing tells, the left one stays. */
function compare(candidate: Candidate, rival: Candidate, fit: Merit, beside: Merit): number {
  for (const merit of [isSure, isOfMoney, isCalledBudget, isNotHandedOut, tellsApart, isFilled, beside, fit, isCalledTotal, isTellingHeader, isNotPaid, saysMore]) {
    const difference = merit(candidate, rival) - merit(rival, candidate);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 预算安排 beside 拨付资金. */
function isPlainBudget({ path }: Candidate): boolean {
  return DIALECTS.some(({ plainBudget }) => plainBudget.test(bareLabel(path.at(-1) ?? "")));
}

/** 分类 | 科目名称: what is called a class names no lines where the names of their functions tell them apart. */
export function leaveClasses(candidates: readonly Candidate[]): void {
  const names = candidates.filter(({ meaning }) => meaning === "name");
  const functions = candidates.find(({ meaning }) => meaning === "function-name");
  const [only, another] = names;
  if (only === undefined || another !== undefined || functions === undefined || !says(only, "lineClass")) return;
  if (functions.evidence.different >= TELLING_NAMES * Math.max(1, only.evidence.different)) drop(only, because("role-taken", { header: only.header, column: columnName(functions.column) }));
}

/** What is called a class names its lines only where nothing tells more of them apart. */
function tellsMoreApart(one: Candidate, other: Candidate): boolean {
  const [own, others] = [one.evidence.different, other.evidence.different];
  return own >= TELLING_NAMES * Math.max(1, others) || (own > others && says(other, "lineClass") && !says(one, "lineClass"));
}

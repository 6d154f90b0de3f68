/** Columns under one heading: what of them is the whole, and what its parts. */

import { grouped } from "../../grouped";
import type { BudgetRole, Role } from "../../table";
import { DIALECTS, type Meaning } from "../dialects/dialect";
import { tidy, type HeaderReader } from "../headers/text";
import { because } from "../reason";
import { isCarriedOver, isSource } from "../rows/labels";
import { assign, drop, headingsOf, isBudget, isBudgetOrSpending, isMoney, isOfSpending, isRole, leavePart, type Candidate } from "./candidate";

/** 预算数 (or 资金来源) over 合计 | 财政拨款 | 其他资金: the parts are not the budget, their sum is. */
export function leavePartsOfAmounts(candidates: readonly Candidate[], read: HeaderReader): void {
  const isWhole = ({ path }: Candidate): boolean => path.length > 1 && read(path.at(-1) ?? "")?.meaning === "amount";
  const wholes = new Map(candidates.filter(isWhole).map((whole) => [headingsOf(whole), whole]));
  for (const candidate of candidates) {
    const whole = wholes.get(headingsOf(candidate));
    if (whole !== undefined && whole !== candidate && isBudget(candidate.meaning) && candidate.confidence === "likely") leavePart(candidate, whole);
  }
}

/** 基本支出 | 项目支出 | 合计, each over 预算 | 支出 | 执行率: what stands under 合计 counts, and the others are its parts. Periods of a year are none of these (periods.ts). */
export function leavePartGroups(candidates: readonly Candidate[], read: HeaderReader): void {
  const isTotal = ({ path }: Candidate): boolean => path.slice(0, -1).some((text) => read(text)?.meaning === "amount");
  const wholes = new Map(candidates.filter((candidate) => isTotal(candidate) && isFigure(candidate)).map((whole) => [whole.path.at(-1), whole]));
  for (const candidate of candidates) {
    const whole = wholes.get(candidate.path.at(-1));
    if (whole === undefined || isTotal(candidate) || candidate.path.length !== whole.path.length || candidate.period !== null || !isFigure(candidate)) continue;
    leavePartOfGroup(candidate, whole, read);
  }
}

/** What stands under 基本支出 or 项目支出 goes on to be that part of the whole. */
export function leavePartOfGroup(candidate: Candidate, whole: Candidate, read: HeaderReader): void {
  const part = partAbove(candidate, read);
  leavePart(candidate, whole);
  if (part === null || !isBudgetOrSpending(whole.meaning)) return;
  assign(candidate, part, "sure", candidate.reason);
  candidate.partOf = whole.meaning;
}

/** 执行率 over 合计 | 基本 | 项目: that of the whole is the table's, the others are of its parts, whatever these are called. Amounts under 执行进度 are none. */
export function tellRatesUnder(candidates: readonly Candidate[], read: HeaderReader): void {
  const headingOf = ({ path }: Candidate): number => path.slice(0, -1).findIndex((text) => read(text)?.meaning === "rate");
  const groups = grouped(candidates, (candidate) => (headingOf(candidate) < 0 ? null : JSON.stringify(candidate.path.slice(0, headingOf(candidate) + 1))));
  for (const rates of [...groups.values()].filter((group) => group.length > 1 && group.every(mayBeRateUnder))) {
    for (const rate of rates) {
      const above = read(rate.path[headingOf(rate)] ?? "");
      const isOfAll = read(rate.path.at(-1) ?? "")?.meaning === "amount";
      if (isOfAll) rate.ofBudget = above?.ofBudget ?? null;
      if (isOfAll) assign(rate, "rate", above?.confidence ?? "likely", because("header", { header: rate.header }));
      else drop(rate, because("rate-of-part", { header: rate.header }));
    }
  }
}

/** The name of a part or of the whole, over cells that are empty or hold nothing as large as an amount. */
function mayBeRateUnder({ meaning, evidence: { texts, first } }: Candidate): boolean {
  return texts === 0 && (meaning === null || UNDER_RATES.has(meaning)) && first.every((figure) => Number.isNaN(figure) || Math.abs(figure) < LARGEST_RATE);
}

const UNDER_RATES: ReadonlySet<Meaning> = new Set<Meaning>(["amount", "basic", "project", "name"]);

/** In percent, of a line that was far overspent. */
const LARGEST_RATE = 1000;

function partAbove({ path }: Candidate, read: HeaderReader): Role | null {
  // 项目 over figures is 项目支出.
  const meaningOf = (text: string): Meaning | undefined => (read(text)?.meaning === "name" ? read(`${text}支出`) : read(text))?.meaning;
  const above = path.slice(0, -1).map(meaningOf).findLast((meaning) => meaning === "basic" || meaning === "project");
  return above === undefined || !isRole(above) ? null : above;
}

function isFigure({ meaning }: Candidate): boolean {
  return meaning === "rate" || isMoney(meaning);
}

/** 基本支出 | 项目支出, each over 预算 | 支出, without a group that adds them up: each pair makes up its whole. */
export function tellPartGroups(candidates: readonly Candidate[], read: HeaderReader): void {
  const figures = candidates.flatMap((candidate): PartFigure[] => {
    const { meaning } = candidate;
    return isBudgetOrSpending(meaning) ? [{ candidate, whole: meaning, part: partAbove(candidate, read) }] : [];
  });
  if (!makeUpWholes(figures)) return;
  addParts(figures);
  for (const rate of candidates.filter(({ meaning }) => meaning === "rate")) if (partAbove(rate, read) !== null) drop(rate, because("rate-of-part", { header: rate.header }));
}

/** The same in one row of headers: 基本支出预算 | 基本支出执行 | 项目支出预算 | 项目支出执行. Both sides are told, and nothing else is budget or spending. */
export function tellFlatPartGroups(candidates: readonly Candidate[], read: HeaderReader): void {
  const figures = candidates.flatMap((candidate): PartFigure[] => {
    const found = partInHeader(candidate);
    const whole = read(found?.rest ?? "")?.meaning ?? null;
    return found === null || !isBudgetOrSpending(whole) ? [] : [{ candidate, part: found.part, whole }];
  });
  const areBothSides = figures.some(({ whole }) => isBudget(whole)) && figures.some(({ whole }) => whole === "expenditure");
  const isAnother = (candidate: Candidate): boolean => !figures.some((figure) => figure.candidate === candidate) && (isBudgetOrSpending(candidate.meaning) || isOfSpending(candidate));
  if (!areBothSides || !makeUpWholes(figures) || candidates.some(isAnother)) return;
  addParts(figures);
  const partsOf = new Map(figures.map(({ candidate, part }) => [candidate, part]));
  let before = new Set<Role>();
  for (const candidate of candidates) {
    const part = partsOf.get(candidate);
    if (part !== undefined && part !== null) before.add(part);
    if (!isRate(candidate, read)) continue;
    if (before.size === 1 || partInHeader(candidate) !== null) drop(candidate, because("rate-of-part", { header: candidate.header }));
    before = new Set();
  }
}

/** 执行率, or 基本支出执行率. */
function isRate(candidate: Candidate, read: HeaderReader): boolean {
  return candidate.meaning === "rate" || read(partInHeader(candidate)?.rest ?? "")?.meaning === "rate";
}

interface PartFigure {
  readonly candidate: Candidate;
  readonly whole: BudgetRole | "expenditure";
  /** null: it is not said to be a part. */
  readonly part: Role | null;
}

/** Each amount has both parts once. */
function makeUpWholes(figures: readonly PartFigure[]): boolean {
  const byWhole = [...grouped(figures, ({ whole }) => whole).values()];
  return figures.length > 0 && figures.every(({ part }) => part !== null) && byWhole.every((pair) => pair.length === 2 && new Set(pair.map(({ part }) => part)).size === 2);
}

function addParts(figures: readonly PartFigure[]): void {
  for (const { candidate, whole, part } of figures) {
    if (part === null) continue;
    assign(candidate, part, "likely", because("part-added", { header: candidate.header }));
    candidate.partOf = whole;
  }
}

/** 基本支出预算: 基本支出, and 预算. */
function partInHeader({ path: [text = "", ...below] }: Candidate): { readonly part: "basic" | "project"; readonly rest: string } | null {
  const words = below.length > 0 ? undefined : DIALECTS.map(({ partInHeader: pattern }) => pattern.exec(tidy(text))?.groups).find((groups) => groups !== undefined);
  const rest = words?.["rest"] ?? "";
  return rest === "" ? null : { part: words?.["basic"] === undefined ? "project" : "basic", rest };
}

/** 财政资金支出 | 自有资金支出 beside one budget: each is the spending from one source of money, and together they are all of it. A person is asked to confirm. */
export function tellFunds(candidates: readonly Candidate[]): void {
  const spending = candidates.filter(({ meaning, path }) => meaning === "expenditure" && path.length === 1);
  const funds = spending.filter(({ header }) => isFund(header));
  const periods = new Set(spending.map(({ period }) => period?.to ?? null));
  const isOfFunds = funds.length === spending.length && new Set(funds.map(({ header }) => header)).size === funds.length && periods.size === 1;
  if (funds.length < 2 || !isOfFunds || candidates.some((candidate) => isBudget(candidate.meaning) && isFund(candidate.header))) return;
  for (const part of funds) leaveFund(part, "expenditure");
}

/** 预算数 over 财政拨款 | 自有资金, or over 当年财政拨款 | 上年结转, without a column that adds them up. A person is asked to confirm. */
export function tellFundsUnder(candidates: readonly Candidate[], read: HeaderReader): void {
  const byHeading = grouped(candidates, (candidate) => (candidate.path.length > 1 ? headingsOf(candidate) : null));
  const groups = [...byHeading.values()].flatMap((parts) => {
    const whole = read(parts[0]?.path.at(-2) ?? "")?.meaning ?? null;
    const isOfFunds = parts.length > 1 && parts.every(({ path, evidence }) => isOfSource(path.at(-1) ?? "") && evidence.numbers > 0);
    return isOfFunds && isBudgetOrSpending(whole) ? [{ whole, parts }] : [];
  });
  const inGroups = new Set(groups.flatMap(({ parts }) => parts));
  const others = candidates.filter((candidate) => !inGroups.has(candidate));
  for (const { whole, parts } of groups) {
    if (!others.some(({ meaning }) => meaning === whole)) for (const part of parts) leaveFund(part, whole);
  }
}

export function isFund(header: string): boolean {
  return DIALECTS.some(({ fund }) => fund.test(tidy(header)));
}

function isOfSource(header: string): boolean {
  return isFund(header) || isSource(header) || isCarriedOver(header);
}

/** One of several columns that are added up. */
export function leaveFund(part: Candidate, whole: Role): void {
  drop(part, because("fund-part", { header: part.header }));
  part.confidence = "likely";
  part.partOf = whole;
}

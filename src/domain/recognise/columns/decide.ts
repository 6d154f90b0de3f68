/** What each column of a table means: its header first, then what stands in it, then what its neighbours are. */

import { columnName } from "../../../workbook/address";
import { AMOUNT_ROLES, type Reason, type Role, type TableColumn } from "../../table";
import { findUnit, type Unit } from "../../amounts/unit";
import { DIALECTS, type Meaning } from "../dialects/dialect";
import type { HeaderReader } from "../headers/text";
import { because, type ReasonCode } from "../reason";

/** What a column holds in the table's first lines. */
export interface Evidence {
  readonly numbers: number;
  readonly texts: number;
  /** Numbers that run 1, 2, 3… */
  readonly isSerial: boolean;
}

export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly evidence: Evidence;
}

type Confidence = TableColumn["confidence"];

interface Candidate extends HeaderColumn {
  meaning: Meaning | null;
  confidence: Confidence;
  reason: Reason;
  readonly otherwise: Role | null;
  readonly rank: number;
  readonly year: number | null;
  readonly isToDate: boolean;
}

/** `context` is what else may tell which amounts these are: title, lines above, sheet name. */
export function decideColumns(columns: readonly HeaderColumn[], context: readonly string[], read: HeaderReader): readonly TableColumn[] {
  const candidates = columns.map((column) => candidateOf(column, read));
  trustContents(candidates);
  nameByContent(candidates);
  leaveOtherYears(candidates);
  tellLoneProject(candidates);
  tellSecondBudget(candidates);
  tellAmounts(candidates, [...context, ...columns.flatMap(({ path }) => path)]);
  tellRatios(candidates);
  settleRivals(candidates);
  return candidates.map(({ column, path, meaning, reason, confidence }) => {
    const role = meaning !== null && isRole(meaning) ? meaning : null;
    return { column, header: path, role, unit: role !== null && AMOUNT_ROLES.has(role) ? unitOfHeader(path) : null, reason, confidence };
  });
}

const NO_ROLE: ReadonlySet<Meaning> = new Set<Meaning>(["amount", "ratio", "of-which", "serial", "other"]);

function isRole(meaning: Meaning): meaning is Role {
  return !NO_ROLE.has(meaning);
}

export function unitOfHeader(path: readonly string[]): Unit | null {
  const units = new Set(path.map(findUnit).filter((unit) => unit !== null));
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : null;
}

function candidateOf(column: HeaderColumn, read: HeaderReader): Candidate {
  const { path } = column;
  const header = path.join(" ");
  const leaf = path.at(-1);
  const none = { otherwise: null, rank: Number.MAX_SAFE_INTEGER, year: null, isToDate: false };
  if (leaf === undefined) return { ...column, ...none, meaning: null, confidence: "unknown", reason: because("no-header") };
  const found = meaningOfPath(path, read);
  if (found === null) return { ...column, ...none, meaning: null, confidence: "unknown", reason: because("header-unknown", { header }) };
  const years = path.map((text) => read(text)?.year ?? yearAlone(text)).filter((year) => year !== null);
  return { ...column, ...found, year: years.at(-1) ?? null, reason: because(reasonOf(found), { header }) };
}

function reasonOf({ meaning, confidence, otherwise }: Pick<Candidate, "meaning" | "confidence" | "otherwise">): ReasonCode {
  if (meaning === "serial") return "serial-number";
  if (meaning === "other" || meaning === "of-which") return "header-not-used";
  if (confidence === "sure") return "header";
  return otherwise === "adjusted-budget" ? "plain-budget" : "header-likely";
}

/** A parent that is nothing but a year: 2016年 over 预算数 | 执行数. */
function yearAlone(text: string): number | null {
  const year = /^(?:fy ?)?((?:19|20)\d{2})年?度?$/iu.exec(text.trim())?.[1];
  return year === undefined ? null : Number(year);
}

function meaningOfPath(path: readonly string[], read: HeaderReader): Omit<Candidate, keyof HeaderColumn | "reason"> | null {
  const leaf = path.at(-1) ?? "";
  const parents = path.slice(0, -1);
  const own = read(leaf);
  const parentMeanings = parents.map((text) => read(text)?.meaning ?? null);
  if (own !== null && parentMeanings.includes("other")) return { ...own, meaning: "other" };
  const isUnderAmount = parentMeanings.some((meaning) => meaning === "of-which" || (meaning !== null && AMOUNT_ROLES.has(meaning as Role)));
  if (isUnderAmount && own?.meaning === "name") return read(`${leaf}支出`) ?? own;
  if (own !== null && own.meaning.startsWith("month-") && parentMeanings.some((meaning) => meaning !== null && /budget$/u.test(meaning))) return { ...own, meaning: "other" };
  if (own !== null && own.meaning !== "amount" && own.meaning !== "ratio") return own;
  for (const parent of [...parents].reverse()) {
    const joined = read(`${parent}${leaf}`) ?? read(`${parent} ${leaf}`);
    if (joined !== null && joined.meaning !== "amount" && joined.meaning !== "ratio") return joined;
    const above = read(parent);
    if (own?.meaning === "amount" && above !== null && AMOUNT_ROLES.has(above.meaning as Role)) return above;
  }
  return own;
}

/** Texts are no amounts, numbers are no names, and 1, 2, 3… are serial numbers whatever the header says. */
function trustContents(candidates: Candidate[]): void {
  for (const candidate of candidates) {
    const { meaning, path, evidence: { numbers, texts, isSerial } } = candidate;
    const header = path.join(" ");
    const isFigure = meaning === "amount" || meaning === "ratio" || meaning === "rate" || meaning === "share" || (meaning !== null && AMOUNT_ROLES.has(meaning as Role));
    if (isFigure && texts > 0 && numbers === 0) drop(candidate, because("holds-texts", { header }));
    else if (meaning === "code" && candidate.otherwise === "name" && texts > numbers) assign(candidate, "name", "likely", because("header-likely", { header }));
    else if ((meaning === "name" || meaning === "code" || meaning === null) && isSerial && numbers > 1) assign(candidate, "serial", "sure", because("serial-number", { header }));
    else if (meaning === "name" && numbers > 0 && texts === 0) drop(candidate, because("holds-numbers", { header }));
    else if (meaning === "function-name" && numbers > 0 && texts === 0) assign(candidate, "function-code", "likely", because("holds-codes", { header }));
  }
}

function drop(candidate: Candidate, reason: Reason): void {
  candidate.meaning = null;
  candidate.confidence = "unknown";
  candidate.reason = reason;
}

function assign(candidate: Candidate, meaning: Meaning, confidence: Confidence, reason: Reason): void {
  candidate.meaning = meaning;
  candidate.confidence = confidence;
  candidate.reason = reason;
}

/** Without any header for names, the nearest column of texts left of the amounts holds them. */
function nameByContent(candidates: Candidate[]): void {
  if (candidates.some(({ meaning }) => meaning === "name" || meaning === "function-name")) return;
  const firstAmount = candidates.findIndex(({ meaning }) => isAmountMeaning(meaning));
  const named = candidates.slice(0, firstAmount < 0 ? 0 : firstAmount).findLast(({ meaning, evidence }) => meaning === null && evidence.texts > evidence.numbers);
  if (named !== undefined) assign(named, "name", "likely", because("name-by-content", { column: columnName(named.column) }));
}

function isAmountMeaning(meaning: Meaning | null): boolean {
  return meaning === "amount" || (meaning !== null && AMOUNT_ROLES.has(meaning as Role));
}

const BUDGETS: ReadonlySet<Meaning | null> = new Set<Meaning | null>(["original-budget", "adjusted-budget"]);

/** Budget and spending of different years make no rate: 2015年决算数 | 2016年预算数. The latest year that has both counts, else the latest budget's. */
function leaveOtherYears(candidates: Candidate[]): void {
  const years = (wanted: (meaning: Meaning | null) => boolean): number[] => candidates.filter(({ meaning, year }) => year !== null && wanted(meaning)).map(({ year }) => year ?? 0);
  const budgets = years((meaning) => BUDGETS.has(meaning));
  const spendings = years((meaning) => meaning === "expenditure");
  const both = budgets.filter((year) => spendings.includes(year));
  const all = both.length > 0 ? both : budgets.length > 0 ? budgets : spendings;
  if (all.length === 0) return;
  const counting = Math.max(...all);
  for (const candidate of candidates) {
    const { meaning, year, path } = candidate;
    const isDated = isAmountMeaning(meaning) || meaning === "rate" || meaning === "share" || meaning === "ratio";
    if (isDated && year !== null && year !== counting) drop(candidate, because("other-year", { header: path.join(" "), year: String(year), counting: String(counting) }));
  }
}

/** 项目支出 is a part beside 基本支出 or under 其中; alone it is all the spending there is, or the budget for it. */
function tellLoneProject(candidates: Candidate[]): void {
  const projects = candidates.filter(({ meaning, path }) => meaning === "project" && path.length === 1);
  if (projects.length === 0 || candidates.some(({ meaning }) => meaning === "basic")) return;
  const hasBudget = candidates.some(({ meaning }) => BUDGETS.has(meaning));
  const hasSpending = candidates.some(({ meaning }) => meaning === "expenditure");
  for (const candidate of projects) {
    const values = { header: candidate.path.join(" ") };
    if (candidate.isToDate) assign(candidate, "expenditure", "sure", because("header-to-date", values));
    else if (/预算|budget/iu.test(values.header)) assign(candidate, "original-budget", "likely", because("plain-budget", values));
    else if (hasBudget) assign(candidate, "expenditure", "likely", because("beside-budget", values));
    else if (hasSpending) assign(candidate, "original-budget", "likely", because("beside-expenditure", values));
    else assign(candidate, "amount", "likely", because("header-likely", values));
  }
}

/** 预算数 beside 年初预算 is the other budget. */
function tellSecondBudget(candidates: Candidate[]): void {
  const isOriginalSure = candidates.some(({ meaning, confidence }) => meaning === "original-budget" && confidence === "sure");
  if (!isOriginalSure || candidates.some(({ meaning }) => meaning === "adjusted-budget")) return;
  const plain = candidates.find(({ meaning, otherwise }) => meaning === "original-budget" && otherwise === "adjusted-budget");
  if (plain !== undefined) assign(plain, "adjusted-budget", "likely", because("beside-original-budget", { header: plain.path.join(" ") }));
}

/** 金额 or 合计: what the other columns lack, else what title and sheet speak of. */
function tellAmounts(candidates: Candidate[], context: readonly string[]): void {
  const has = (wanted: (meaning: Meaning | null) => boolean): boolean => candidates.some(({ meaning }) => wanted(meaning));
  const hasBudget = has((meaning) => BUDGETS.has(meaning));
  const hasSpending = has((meaning) => meaning === "expenditure");
  const hasMonths = has((meaning) => meaning?.startsWith("month-") === true);
  const amounts = candidates.filter(({ meaning }) => meaning === "amount");
  amounts.forEach((candidate, at) => {
    const header = candidate.path.join(" ");
    if (at > 0 || (hasBudget && hasSpending)) drop(candidate, because("amount-unclear", { header }));
    else if (hasMonths && !hasSpending) assign(candidate, "expenditure", "likely", because("sum-of-months", { header }));
    else if (hasSpending) assign(candidate, "original-budget", "likely", because("beside-expenditure", { header }));
    else if (hasBudget) drop(candidate, because("amount-unclear", { header }));
    else tellByContext(candidate, context);
  });
}

function tellByContext(candidate: Candidate, context: readonly string[]): void {
  const header = candidate.path.join(" ");
  for (const text of context) {
    for (const { context: words } of DIALECTS) {
      const [role, found] = ([["adjusted-budget", words.adjusted], ["expenditure", words.expenditure], ["original-budget", words.budget]] as const)
        .map(([side, pattern]) => [side, pattern.exec(text)?.[0]] as const).find(([, match]) => match !== undefined) ?? [null, undefined];
      if (role !== null && found !== undefined) return assign(candidate, role, "likely", because("amount-by-context", { header, word: found }));
    }
  }
  drop(candidate, because("amount-unclear", { header }));
}

/** 比例 beside budget and spending is their rate, otherwise a share. */
function tellRatios(candidates: Candidate[]): void {
  const hasBoth = candidates.some(({ meaning }) => BUDGETS.has(meaning)) && candidates.some(({ meaning }) => meaning === "expenditure");
  for (const candidate of candidates) {
    if (candidate.meaning !== "ratio") continue;
    assign(candidate, hasBoth ? "rate" : "share", "likely", because(hasBoth ? "ratio-is-rate" : "ratio-is-share", { header: candidate.path.join(" ") }));
  }
}

/** One column a role: the surer, the fuller, the one up to a date, the more telling header, the left one. */
function settleRivals(candidates: Candidate[]): void {
  const best = new Map<Meaning, Candidate>();
  for (const candidate of candidates) {
    const { meaning } = candidate;
    if (meaning === null || !isRole(meaning)) continue;
    const rival = best.get(meaning);
    if (rival === undefined || weightOf(candidate, rival) > 0) best.set(meaning, candidate);
  }
  for (const candidate of candidates) {
    const winner = candidate.meaning === null ? undefined : best.get(candidate.meaning);
    if (winner !== undefined && winner !== candidate) drop(candidate, because("role-taken", { header: candidate.path.join(" "), column: columnName(winner.column) }));
  }
}

function weightOf(candidate: Candidate, rival: Candidate): number {
  const sure = (one: Candidate): number => (one.confidence === "sure" ? 1 : 0);
  const filled = (one: Candidate): number => Math.min(1, one.evidence.numbers + one.evidence.texts);
  const toDate = (one: Candidate): number => (one.isToDate || /累计|ytd|to date/iu.test(one.path.join(" ")) ? 1 : 0);
  return sure(candidate) - sure(rival) || filled(candidate) - filled(rival) || toDate(candidate) - toDate(rival) || rival.rank - candidate.rank;
}

/** A person's choices stand, and take a role away from the column that had it. */
export function chosenColumns(columns: readonly TableColumn[], chosen: Readonly<Record<number, Role | null>>): readonly TableColumn[] {
  const taken = new Map(Object.entries(chosen).flatMap(([column, role]) => (role === null ? [] : [[role, Number(column)] as const])));
  return columns.map((column): TableColumn => {
    const role = chosen[column.column];
    if (role !== undefined) {
      return { ...column, role, unit: role !== null && AMOUNT_ROLES.has(role) ? unitOfHeader(column.header) : null, confidence: "sure", reason: because("chosen") };
    }
    const winner = column.role === null ? undefined : taken.get(column.role);
    if (winner === undefined) return column;
    return { ...column, role: null, unit: null, confidence: "unknown", reason: because("role-taken", { header: column.header.join(" "), column: columnName(winner) }) };
  });
}

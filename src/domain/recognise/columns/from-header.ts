/** What a column's header says by itself, parents and all. */

import { DIALECTS, type Meaning } from "../dialects/dialect";
import { isPartOfYear, periodAlone, yearAlone, type Period } from "../headers/dates";
import { endsAsRate, tidy, withoutUnitRow, type HeaderMeaning, type HeaderReader } from "../headers/text";
import { because, type ReasonCode } from "../reason";
import { monthsOf, type BudgetRole } from "../../table";
import { isBudget, isBudgetOrSpending, isMoney, type Candidate, type HeaderColumn } from "./candidate";

export function candidateOf(column: HeaderColumn, read: HeaderReader): Candidate {
  const header = column.path.join(" ");
  const unknown = { ...column, header, meaning: null, confidence: "unknown", otherwise: null, rank: Number.MAX_SAFE_INTEGER, year: null, period: null, isPlanOfPart: false, ofBudget: null } as const;
  if (header === "") return { ...unknown, reason: because("no-header") };
  const found = meaningOfPath(column, read);
  if (found === null) return { ...unknown, period: periodAlone(tidy(column.path.at(-1) ?? "")), reason: because("header-unknown", { header }) };
  const years = column.path.map((text) => read(text)?.year ?? yearAlone(text)).filter((year) => year !== null);
  return { ...column, header, ...found, ofBudget: found.ofBudget ?? budgetAbove(column, read), period: periodOf(column, found, read), isPlanOfPart: isPartOfYear(found.period), year: years.at(-1) ?? found.year, reason: because(reasonOf(found), { header }) };
}

const KNOWN_UNUSED: ReadonlySet<Meaning> = new Set<Meaning>(["other", "of-which", "budget-of-now", "spending-of-now", "rate-of-now"]);

function reasonOf({ meaning, confidence, otherwise }: HeaderMeaning): ReasonCode {
  if (meaning === "serial") return "serial-number";
  if (meaning === "code-part") return "code-part";
  if (KNOWN_UNUSED.has(meaning)) return "header-not-used";
  if (confidence === "sure") return "header";
  return otherwise === "adjusted-budget" ? "plain-budget" : "header-likely";
}

/** The last text that is no unit tells, unless it says no more than 金额 or its parents turn it round. */
function meaningOfPath({ path, evidence }: HeaderColumn, read: HeaderReader): HeaderMeaning | null {
  const texts = withoutUnitRow(path, read);
  const leaf = texts.at(-1) ?? "";
  const parents = texts.slice(0, -1);
  const own = read(leaf) ?? budgetWithin(leaf, read);
  const above = parents.map((text) => read(text)?.meaning ?? null);
  if (own !== null && above.some((meaning) => meaning !== null && meaning !== "of-which" && KNOWN_UNUSED.has(meaning))) return { ...own, meaning: "other" };
  // 支出 over 基本 | 项目, where 项目 holds figures.
  if (own?.meaning === "name" && evidence.numbers > 0 && evidence.texts === 0 && above.some((meaning) => meaning === "of-which" || isMoney(meaning))) return read(`${leaf}支出`) ?? own;
  // Months of a budget are a plan, not spending.
  if (own !== null && monthsOf(own.meaning) !== null && above.some(isBudget)) return { ...own, meaning: "other" };
  return own !== null && !isVague(own) ? own : (withParents(leaf, parents, own, read) ?? own);
}

/** 其中：2025年预算 beside 预算总额 is the budget of that year, which is no part of a whole that counts, and 其中：年初预算 the original one. */
function budgetWithin(leaf: string, read: HeaderReader): HeaderMeaning | null {
  const part = DIALECTS.map(({ ofWhichRow }) => ofWhichRow.exec(leaf)?.[0]).find((found) => found !== undefined);
  const told = part === undefined ? null : read(leaf.slice(part.length).replace(/^\s*[:：]/u, ""));
  const isOriginal = told?.meaning === "original-budget" && told.confidence === "sure";
  return told !== null && (isOriginal || told.year !== null) && isBudgetOrSpending(told.meaning) ? told : null;
}

/** What the header says of the part of the year, or a heading above it. 累计支出 under 6月 is what was spent up to its end. */
function periodOf({ path }: HeaderColumn, { meaning, period }: HeaderMeaning, read: HeaderReader): Period | null {
  const own = monthsOf(meaning) ?? period;
  if (own !== null && own.to !== null) return own;
  const above = path.slice(0, -1).map((text) => periodAbove(text, read)).findLast((found) => found !== null) ?? null;
  return own === null || above === null ? (own ?? above) : { from: null, to: above.to };
}

function periodAbove(text: string, read: HeaderReader): Period | null {
  const above = read(text);
  return above?.period ?? (above === null ? null : monthsOf(above.meaning)) ?? periodAlone(tidy(text));
}

/** 年初预算 over 金额 | 执行率. 预算 alone names none. */
function budgetAbove({ path }: HeaderColumn, read: HeaderReader): BudgetRole | null {
  const above = path.slice(0, -1).flatMap((text) => read(text) ?? []);
  return above.flatMap(({ meaning, confidence }) => (isBudget(meaning) && confidence === "sure" ? [meaning] : [])).at(-1) ?? null;
}

function isVague({ meaning }: HeaderMeaning): boolean {
  return meaning === "amount" || meaning === "ratio";
}

/** 预算 over 金额 is 预算金额; 调整后预算 over 小计 is the adjusted budget. */
function withParents(leaf: string, parents: readonly string[], own: HeaderMeaning | null, read: HeaderReader): HeaderMeaning | null {
  for (const parent of [...parents].reverse()) {
    const joined = read(`${parent}${leaf}`) ?? read(`${parent} ${leaf}`);
    if (joined !== null && !isVague(joined)) return joined;
    // 年初 under 预算安排 says which of them.
    const qualified = own === null ? (read(`${leaf}${parent}`) ?? read(`${leaf} ${parent}`)) : null;
    if (qualified !== null && isBudget(qualified.meaning)) return qualified;
    const above = read(parent);
    if (own?.meaning === "amount" && above !== null && isMoney(above.meaning)) return above;
    // The same once more in another language: 执行率 over Rate.
    if (above?.meaning === "rate" && (own === null ? endsAsRate(leaf) : own.meaning === "ratio")) return above;
  }
  return null;
}

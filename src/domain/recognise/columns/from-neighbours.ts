/** What the other columns, the title and the sheet tell about a column whose own header leaves it open. */

import { DIALECTS } from "../dialects/dialect";
import { because } from "../reason";
import { isBesideSource } from "./named";
import { isToDate } from "../headers/dates";
import { monthsOf, type BudgetRole, type Role } from "../../table";
import { tidy, type HeaderReader } from "../headers/text";
import { assign, drop, isBudget, isBudgetOrSpending, isChange, isNumeric, isPeriod, isRole, isSpending, leafSays, ROUNDING, says, type Candidate } from "./candidate";

/** 项目支出 is a part beside 基本支出 or under 其中; alone it is all the spending there is, or the budget for it. */
export function tellLoneProject(candidates: readonly Candidate[]): void {
  const projects = candidates.filter(({ meaning, path }) => meaning === "project" && path.length === 1);
  if (projects.length === 0 || candidates.some(({ meaning }) => meaning === "basic")) return;
  const hasBudget = candidates.some(({ meaning }) => isBudget(meaning));
  const hasSpending = candidates.some(({ meaning }) => meaning === "expenditure");
  for (const candidate of projects) {
    const { header } = candidate;
    if (isToDate(candidate.period)) assign(candidate, "expenditure", "sure", because("header-to-date", { header }));
    else if (/预算|budget/iu.test(header)) assign(candidate, "original-budget", "likely", because("plain-budget", { header }));
    else if (hasBudget) assign(candidate, "expenditure", "likely", because("beside-budget", { header }));
    else if (hasSpending) assign(candidate, "original-budget", "likely", because("beside-expenditure", { header }));
    else assign(candidate, "amount", "likely", because("header-likely", { header }));
  }
}

/** 财政拨付 | 单位支付, and no other spending than what was handed out. A person is asked to confirm. */
export function tellSpendingBy(candidates: readonly Candidate[]): void {
  if (candidates.some((candidate) => (candidate.meaning === "expenditure" && !says(candidate, "handedOut")) || (candidate.meaning !== null && monthsOf(candidate.meaning) !== null))) return;
  for (const candidate of candidates) {
    const leaf = tidy(candidate.path.at(-1) ?? "");
    const isUnknown = candidate.reason.code === "header-unknown" && candidate.path.length === 1 && isNumeric(candidate);
    if (isUnknown && DIALECTS.some(({ spentBy }) => spentBy.test(leaf))) assign(candidate, "expenditure", "likely", because("header-likely", { header: candidate.header }));
  }
}

/** 预算数 beside 年初预算 is the other budget; but 财政拨款 is what was handed out of it, and 一般公共预算支出 beside 政府性基金支出 what was spent. */
export function tellSecondBudget(candidates: readonly Candidate[]): void {
  const isOriginalSure = candidates.some(({ meaning, confidence }) => meaning === "original-budget" && confidence === "sure");
  if (!isOriginalSure || candidates.some(({ meaning }) => meaning === "adjusted-budget")) return;
  const spending = candidates.filter(({ meaning }) => meaning === "expenditure");
  const plain = candidates.find((candidate) => candidate.meaning === "original-budget" && candidate.otherwise === "adjusted-budget" && !says(candidate, "handedOut") && !spending.some((spent) => isBesideSource(candidate, spent)));
  if (plain !== undefined) assign(plain, "adjusted-budget", "likely", because("beside-original-budget", { header: plain.header }));
}

/** 金额 or 合计: what the other columns lack, in a ledger of payments what was paid, else what title and sheet speak of. */
export function tellAmounts(candidates: readonly Candidate[], context: readonly string[]): void {
  const hasBudget = candidates.some(({ meaning }) => isBudget(meaning));
  const hasSpending = candidates.some(({ meaning }) => meaning === "expenditure");
  const hasPeriods = candidates.some(({ meaning }) => isPeriod(meaning));
  const [first, ...others] = candidates.filter(({ meaning }) => meaning === "amount");
  for (const other of others) drop(other, because("amount-unclear", { header: other.header }));
  if (first === undefined) return;
  const { header } = first;
  if (hasPeriods && !hasSpending) assign(first, "expenditure", "likely", because("sum-of-months", { header }));
  else if (hasBudget && !hasSpending && isNumeric(first) && candidates.some(isOfPayments)) assign(first, "expenditure", "likely", because("beside-budget", { header }));
  else if (hasBudget) drop(first, because("amount-unclear", { header }));
  else if (hasSpending) assign(first, "original-budget", "likely", because("beside-expenditure", { header }));
  else tellByContext(first, context, candidates.some(isOfPayments) && candidates.some(isKey));
}

/** 支付日期, 凭证号: each line with a payment. */
function isOfPayments(candidate: Candidate): boolean {
  return leafSays(candidate, "paidOn");
}

/** A code, or 指标文号: what leads to the budget that the line is paid out of. */
function isKey(candidate: Candidate): boolean {
  return candidate.meaning === "code" || candidate.meaning === "function-code" || leafSays(candidate, "indicatorNumber");
}

function tellByContext(candidate: Candidate, context: readonly string[], arePayments: boolean): void {
  const { header } = candidate;
  const told = roleInContext(context);
  if (told === null && arePayments) assign(candidate, "expenditure", "likely", because("header-likely", { header }));
  else if (told === null) drop(candidate, because("amount-unclear", { header }));
  else assign(candidate, told.role, "likely", because("amount-by-context", { header, word: told.word }));
}

function roleInContext(context: readonly string[]): { readonly role: Role; readonly word: string } | null {
  for (const text of context) {
    for (const [role, pattern] of DIALECTS.flatMap((dialect) => dialect.context)) {
      const word = pattern.exec(text)?.[0];
      if (word !== undefined) return { role, word };
    }
  }
  return null;
}

/**
 * 预算数 | 基本支出 | 项目支出 in a table of spending, or one with rates: parts of what was spent, unless they make up the budget. A person is
 * asked to confirm.
 */
export function tellPartsOfSpending(candidates: readonly Candidate[], context: readonly string[]): void {
  const isSpent = candidates.some(({ meaning }) => isSpending(meaning));
  const [basic, project] = [candidates.find(({ meaning }) => meaning === "basic"), candidates.find(({ meaning }) => meaning === "project")];
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  if (isSpent || basic === undefined || project === undefined || budgets.length === 0) return;
  if (basic.path.length > 1 || project.path.length > 1 || (roleInContext(context)?.role !== "expenditure" && !candidates.some(({ meaning }) => meaning === "rate"))) return;
  if (budgets.some((budget) => makeUp(basic, project, budget))) return;
  for (const part of [basic, project]) {
    part.partOf = "expenditure";
    part.confidence = "likely";
    part.reason = because("parts-of-expenditure", { header: part.header });
  }
}

/** In most of the first lines that have all three figures. */
function makeUp(basic: Candidate, project: Candidate, whole: Candidate): boolean {
  const sums = whole.evidence.first.map((figure, i) => (basic.evidence.first[i] ?? NaN) + (project.evidence.first[i] ?? NaN) - figure).filter((difference) => !Number.isNaN(difference));
  return sums.filter((difference) => Math.abs(difference) < ROUNDING).length * 2 >= sums.length;
}

/** 基本支出 | 项目支出 under 预算 and again under 支出, without a column that adds either pair up. */
export function tellPartsWithoutWhole(candidates: readonly Candidate[], read: HeaderReader): void {
  const wholeOf = ({ path }: Candidate): Role | null => {
    const above = path.slice(0, -1).map((text) => read(text)?.meaning ?? null).findLast((meaning) => isBudgetOrSpending(meaning));
    return above === undefined || above === null || !isRole(above) ? null : above;
  };
  const parts = candidates.filter(({ meaning }) => meaning === "basic" || meaning === "project").map((part) => ({ part, whole: wholeOf(part) }));
  for (const { part, whole } of parts) {
    const isPair = new Set(parts.filter((other) => other.whole === whole).map(({ part: { meaning } }) => meaning)).size === 2;
    const isPrinted = candidates.some(({ meaning }) => meaning === whole || (isBudget(whole) && isBudget(meaning)));
    if (whole !== null && isPair && !isPrinted) part.partOf = whole;
  }
}

/** 比例 beside budget and spending is their rate, otherwise a share. */
export function tellRatios(candidates: readonly Candidate[]): void {
  const hasBoth = candidates.some(({ meaning }) => isBudget(meaning)) && candidates.some(({ meaning }) => meaning === "expenditure");
  for (const candidate of candidates) {
    if (candidate.meaning === "ratio") assign(candidate, hasBoth ? "rate" : "share", "likely", because(hasBoth ? "ratio-is-rate" : "ratio-is-share", { header: candidate.header }));
  }
}

/** Which budget of the table a rate's header means, and whether it is there; where the budget stands in another table, that is not known here. */
export function tellNamedBudgets(candidates: readonly Candidate[]): void {
  const has = (budget: BudgetRole): boolean => candidates.some((candidate) => candidate.meaning === budget || (budget === "adjusted-budget" && isChange(candidate)));
  const isBudgetElsewhere = !candidates.some(({ meaning }) => isBudget(meaning));
  for (const candidate of candidates) {
    const { meaning, ofBudget, header } = candidate;
    if (meaning !== "rate" || ofBudget === null) continue;
    const named = ofBudget !== "annual-budget" ? ofBudget : has("adjusted-budget") ? "adjusted-budget" : null;
    candidate.ofBudget = named;
    if (named !== null) candidate.reason = because(has(named) || isBudgetElsewhere ? `rate-of-${named}` : `rate-of-missing-${named}`, { header });
  }
}

/** Rates and shares against the amounts told with them. */

import { Decimal } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { distinctAdjustments } from "../adjustments";
import type { AdjustmentClaim, AmountClaim, Claim, RateClaim, ShareClaim } from "../claim";
import { likeness } from "../likeness";
import type { TextCheck } from "../outcome";
import { SAYS_ADJUSTED } from "./changes";
import { isCarriedIn } from "./left";
import { judgeRatio, LEAST_DECIMALS, printedMoney, printedPercent, type Precision } from "./printed";
import { isShareOfBudget } from "../budget-share";
import { sameMoney } from "../claims/parts";
import { isSameSubject, mayBeSameSubject } from "../same-subject";
import type { Money, Percent } from "../text/figures";
import { shareOfList } from "./share-lists";
import { isBudget, isSameMatter, isWhole, nearestAmount, WINDOW } from "./search";

export function checkRateAt(claims: readonly Claim[], at: number, precision: Precision): readonly TextCheck[] {
  const claim = claims[at];
  return claim?.kind === "rate" ? checkRate(claims, at, claim, precision) : [];
}

function checkRate(claims: readonly Claim[], at: number, rate: RateClaim, precision: Precision): readonly TextCheck[] {
  const fits = (claim: AmountClaim): boolean => (isWhole(claim) || isPartOfList(claim)) && isSameSubject(claim.subject, rate.subject);
  const spent = nearestAmount(claims, at, (claim) => fits(claim) && (claim.role === "expenditure" || claim.role === "income"));
  const named = rate.budget ?? nearestAmount(claims, at, (claim) => fits(claim) && claim.role === rate.basis);
  const budget = named ?? nearestAmount(claims, at, (claim) => fits(claim) && isBudget(claim));
  if (spent !== null && budget === null) return checkPresumed(claims, at, rate, spent, precision);
  if (spent === null || budget === null) return [];
  const checks = ratioCheck("rate", rate, spent, budget, precision);
  if (rate.budget !== null || checks.every(({ severity }) => severity !== "error")) return checks;
  if (rate.basis === "original-budget") return isOfAnotherBudget(rate, budget) ? [] : checks;
  const others = otherBudgets(claims, at, fits).map((other) => ratioCheck("rate", rate, spent, other, precision));
  const fitting = others.find((other) => other.some(({ severity }) => severity === null)) ?? others.find((other) => other.some(({ severity }) => severity === "info"));
  return fitting ?? (isOfAnotherBudget(rate, budget) ? [] : checks);
}

/**
 * 高标准农田资金1000万元，支出655万元，执行率65.80%: of the amount right before what was spent, though no word calls it a budget, where the
 * three agree, or would but for one digit.
 */
function checkPresumed(claims: readonly Claim[], at: number, rate: RateClaim, spent: AmountClaim, precision: Precision): readonly TextCheck[] {
  const before = claims.slice(Math.max(0, at - WINDOW), at).filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.sentence.start === rate.sentence.start);
  const [whole, part] = before.slice(-2);
  if (part !== spent || whole === undefined || !isWhole(whole) || whole.role !== "other" || whole.label !== "" || !isSameSubject(whole.subject, rate.subject) || rate.percent.approximate) return [];
  const agrees = ({ value }: Percent, a: Money, b: Money): boolean => judgeRatio({ ...rate.percent, value }, a, b, precision)?.severity === null;
  const [percent, money, budget] = [rate.percent, part.money, whole.money];
  const isSlip = oneDigitOff(percent).some((value) => agrees({ ...percent, value }, money, budget)) || oneDigitOff(money).some((value) => agrees(percent, { ...money, value }, budget))
    || oneDigitOff(budget).some((value) => agrees(percent, money, { ...budget, value }));
  return ratioCheck("rate", rate, part, whole, precision).flatMap((check) => (check.severity === null ? [check] : check.severity === "error" && isSlip ? [{ ...check, severity: "warning" as const }] : []));
}

/** Every figure as many digits long that differs in one of them. */
function oneDigitOff({ value, decimals }: Pick<Money, "value" | "decimals">): readonly Decimal[] {
  const digits = value.toFixed(Math.max(0, decimals));
  return [...digits].flatMap((own, at) => (own < "0" || own > "9" ? [] : [..."0123456789"].filter((digit) => digit !== own && !(digit === "0" && at === 0))
    .map((digit) => new Decimal(digits.slice(0, at) + digit + digits.slice(at + 1)))));
}

/** 完成调整预算的98%, where the text tells 年初预算 alone, or the other way round: nothing tells what it is of. */
function isOfAnotherBudget({ basis, label }: RateClaim, budget: AmountClaim): boolean {
  return (basis === "adjusted-budget" && SAYS_ADJUSTED.test(label) && budget.role === "original-budget")
    || (basis === "original-budget" && budget.role === "adjusted-budget" && SAYS_ADJUSTED.test(budget.label));
}

/** 执行率 and 完成预算 may be of any budget that the text tells of the matter, and of the one that the changes told, and what was carried over, lead to. */
function otherBudgets(claims: readonly Claim[], at: number, fits: (claim: AmountClaim) => boolean): readonly AmountClaim[] {
  const rate = claims[at];
  const near = claims.slice(Math.max(0, at - WINDOW), at + WINDOW).filter((claim) => rate !== undefined && isSameMatter(claim, rate));
  const budgets = near.filter((claim): claim is AmountClaim => claim.kind === "amount" && isBudget(claim) && fits(claim));
  const changes = distinctAdjustments(near.filter((claim): claim is AdjustmentClaim => claim.kind === "adjustment" && rate !== undefined && isChangeOf(claim, rate)));
  const carried = near.filter((claim): claim is AmountClaim => claim.kind === "amount" && rate !== undefined && isCarriedIn(claim) && mayBeSameSubject(claim.subject, rate.subject));
  const start = budgets.find(({ role }) => role === "original-budget") ?? budgets[0];
  if (start === undefined || changes.length + carried.length === 0 || [...changes, ...carried].some(({ money }) => money.approximate)) return budgets;
  const { unit, value } = start.money;
  const changed = changes.reduce((sum, { direction, money }) => sum.plus(convert(money.value, money.unit, unit).times(direction)), value);
  const all = carried.reduce((sum, { money }) => sum.plus(convert(money.value, money.unit, unit)), changed);
  const withValue = (sum: Decimal): AmountClaim => ({ ...start, money: { ...start.money, value: sum, decimals: Math.max(start.money.decimals, sum.decimalPlaces()) } });
  return [...budgets, withValue(changed), withValue(all)];
}

/** In an item every change is the item's, whatever piece of it is named. */
function isChangeOf(change: AdjustmentClaim, rate: Claim): boolean {
  return !change.isOfOtherLine && (rate.item !== null || mayBeSameSubject(change.subject, rate.subject));
}

/** 其中：教育支出12,500万元，完成预算26,000万元的48.08%. */
function isPartOfList({ place, aspect, money, subject }: AmountClaim): boolean {
  return place === "part" && aspect === null && !money.approximate && subject.text !== "";
}

function ratioCheck(kind: "rate" | "share", claim: RateClaim | ShareClaim, part: AmountClaim, whole: AmountClaim, precision: Precision): readonly TextCheck[] {
  const ratio = judgeRatio(claim.percent, part.money, whole.money, precision);
  if (ratio === null) return [];
  return [{
    rule: "narrative-mismatch", kind, severity: ratio.severity, claims: [claim, part, whole], lines: [],
    expected: ratio.expected.toFixed(Math.max(LEAST_DECIMALS, claim.percent.decimals)), actual: printedPercent(claim.percent),
    values: {
      subject: claim.subject.text, part: printedMoney(part.money), whole: printedMoney(whole.money),
      low: ratio.low.toFixed(4), high: ratio.high.toFixed(4),
    },
  }];
}

export function checkShares(claims: readonly Claim[], precision: Precision): readonly TextCheck[] {
  return claims.flatMap((_, at) => checkShareAt(claims, at, precision));
}

export function checkShareAt(claims: readonly Claim[], at: number, precision: Precision): readonly TextCheck[] {
  const claim = claims[at];
  const sides = claim?.kind === "share" ? sidesOf(claims, at, claim, precision) : null;
  if (claim?.kind !== "share" || sides === null) return [];
  return ratioCheck("share", claim, sides.part, sides.whole, precision).map((check) => (sides.isSure || check.severity !== "error" ? check : { ...check, severity: "warning" }));
}

interface Sides {
  readonly part: AmountClaim;
  readonly whole: AmountClaim;
  /** The sentence itself tells both. */
  readonly isSure: boolean;
}

/**
 * As told beside the share; else, in a list after 其中, of the list's sum; else the amounts of those names in the
 * sentence; else the whole of that name that was told last before.
 */
function sidesOf(claims: readonly Claim[], at: number, share: ShareClaim, precision: Precision): Sides | null {
  const { part, whole } = share;
  if (part.amount !== null && whole.amount !== null) return { part: part.amount, whole: whole.amount, isSure: true };
  const around = claims.slice(Math.max(0, at - WINDOW), at + WINDOW);
  const near = around.filter((claim) => claim.sentence.start === share.sentence.start);
  const list = around.find((claim) => claim.kind === "total" && part.amount !== null && claim.parts.includes(part.amount));
  if (part.amount !== null && whole.name === "") return list?.kind === "total" ? { part: part.amount, whole: list.whole, isSure: true } : shareOfList(near, share, precision) ?? dividedBefore(near, part.amount);
  const amounts = near.filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.place === "main" && claim !== part.amount && (isSameSubject(claim.subject, share.subject) || !isNarrower(claim, whole.name)));
  const toldWhole = mostAlike(whole.name, amounts, ALIKE_WHOLE);
  const toldPart = part.amount ?? mostAlike(part.name, amounts.filter((claim) => claim !== toldWhole), ALIKE_PART);
  if (toldPart === null || (toldWhole !== null && mayBeOfAnotherBudget(share, toldWhole))) return null;
  if (toldWhole !== null) return { part: toldPart, whole: toldWhole, isSure: true };
  const before = list?.kind === "total" && mayBeCalled(list.whole, whole.name) ? list.whole : toldBefore(claims, at, share, toldPart);
  return before === null ? null : { part: toldPart, whole: before, isSure: false };
}

/** 教育支出4064.95万元，其中小学教育2299.39万元，占56.57%: one part alone, of the sum before 其中. */
function dividedBefore(near: readonly Claim[], part: AmountClaim): Sides | null {
  const whole = part.place !== "part" ? undefined : near.findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim.place === "main" && claim.figure.end < part.figure.start);
  return whole === undefined || !sameMoney(whole.role, part.role) ? null : { part, whole, isSure: false };
}

/** 初中教育支出, where the whole is called 教育支出. */
function isNarrower(claim: AmountClaim, name: string): boolean {
  const [words, bare] = [wordsOf(claim), bareName(name).replace(/的$/u, "")];
  return bare.length > SHORTEST_WHOLE && words.length > bare.length && words.endsWith(bare);
}

/** 支出 and 预算 alone are the whole's. */
const SHORTEST_WHOLE = 2;

/** 占预算的6.58%, where the text tells 年初预算 alone. */
function mayBeOfAnotherBudget(share: ShareClaim, whole: AmountClaim): boolean {
  const name = share.whole.name.replace(/[的数额]+$/u, "");
  return isShareOfBudget(share) && (!whole.label.includes(name) || (name === "预算" && whole.role === "original-budget"));
}

/** Words that say only that it is a whole. */
const OF_A_WHOLE = /(?:19|20)\d{2}年度?|本年度?|当年|全年|[本我](?:部门|单位|街道|局|级)|总额|总数|总计|合计|共计|总|全部|金额|[数额的了到]/gu;

function bareName(name: string): string {
  return name.replace(OF_A_WHOLE, "");
}

function wordsOf({ subject, label }: AmountClaim): string {
  return bareName(subject.text + label);
}

/** 政府采购支出总额 of a list whose sum is called 支出总额. */
function mayBeCalled(whole: AmountClaim, name: string): boolean {
  const words = wordsOf(whole);
  return words !== "" && bareName(name).endsWith(words);
}

/** A whole of exactly that name; of the document's a total, of the same matter any. Nothing where the part itself is called so. */
function toldBefore(claims: readonly Claim[], at: number, share: ShareClaim, part: AmountClaim): AmountClaim | null {
  const name = bareName(share.whole.name);
  if (name === "") return null;
  const found = claims.slice(Math.max(0, at - WINDOW), at).findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim !== part && claim.place === "main" && claim.aspect === null
    && wordsOf(claim) === name && (claim.isTotal || isSameMatter(claim, share)));
  return found ?? null;
}

/** Of the characters of a name, how many an amount's words must have. */
const ALIKE_WHOLE = 0.8;
const ALIKE_PART = 0.7;

/** The one amount whose words are most like the name; null if none is like it enough or two are equally. */
function mostAlike(name: string, claims: readonly Claim[], least: number): AmountClaim | null {
  if (name === "") return null;
  let best: { claim: AmountClaim; how: number } | null = null;
  let isTie = false;
  for (const claim of claims) {
    if (claim.kind !== "amount") continue;
    const how = likeness(name, claim.subject.text + claim.label);
    isTie = how === best?.how || (isTie && how < (best?.how ?? 0));
    if (best === null || how > best.how) best = { claim, how };
  }
  return best === null || isTie || best.how < least ? null : best.claim;
}

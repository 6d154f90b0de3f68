/** Changes against their two ends, balances against budget and spending, and budgets against what changed them. */

import type { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import { severityOfDifference } from "../../difference";
import type { Severity } from "../../finding";
import { distinctAdjustments } from "../adjustments";
import type { AdjustmentClaim, AmountClaim, ChangeClaim, Claim } from "../claim";
import { ADJUSTING_VERBS } from "../claims/words";
import type { TextCheck } from "../outcome";
import { toYuan, type Money } from "../text/figures";
import { isCarriedIn, leftTold } from "./left";
import { judgeRatio, lastDigitInYuan, LEAST_DECIMALS, type Precision, printedMoney, printedPercent } from "./printed";
import { isSameSubject, mayBeSameSubject } from "../same-subject";
import { isBudget, isWhole, WINDOW } from "./search";

export function checkChangeAt(claims: readonly Claim[], at: number, precision: Precision): readonly TextCheck[] {
  const claim = claims[at];
  if (claim?.kind !== "change") return [];
  const checks = checkChange(claim, precision);
  return checks.every(isAgreeing) ? checks : budgetsMeant(claims, at, claim).map((to) => checkChange({ ...claim, to }, precision)).find((others) => others.every(isAgreeing)) ?? checks;
}

function isAgreeing({ severity }: TextCheck): boolean {
  return severity === null;
}

/** 年初预算300万元，调整后预算310万元，支出302万元，比年初预算增加10万元: what was added to the budget, though the spending stands between. */
function budgetsMeant(claims: readonly Claim[], at: number, { from, sentence }: ChangeClaim): readonly AmountClaim[] {
  if (from === null || !isBudget(from)) return [];
  return claims.slice(Math.max(0, at - WINDOW), at).filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.sentence.start === sentence.start && claim.role === "adjusted-budget" && isWhole(claim) && isSameSubject(claim.subject, from.subject));
}

/**
 * from ± change = to, and change ÷ from = percent. Where the text does not tell what it changed from, that
 * follows from the figure told before and the change; then a disagreement is only a warning, and what rounding may
 * explain is nothing.
 */
function checkChange(change: ChangeClaim, precision: Precision): readonly TextCheck[] {
  const { from, to, money, percent, direction, isContrary } = change;
  if ([to?.money, from?.money, money].some((one) => one?.approximate === true)) return [];
  if (isContrary) return [contraryCheck(change)];
  const checks = from === null || to === null || money === null ? [] : [differenceCheck("change", [change, from, to], to.money, signed(money, direction, to.money.unit).plus(inUnit(from.money, to.money.unit)), precision)];
  const by = money ?? (from === null || to === null ? null : differenceOf(from.money, to.money));
  const base = from?.money ?? (money === null || to === null ? null : derived(to.money, inUnit(to.money, to.money.unit).minus(signed(money, direction, to.money.unit))));
  const ratio = percent === null || by === null || base === null ? null : judgeRatio(percent, by, base, precision);
  if (percent === null || by === null || base === null || ratio === null) return checks;
  return [...checks, {
    rule: "narrative-mismatch", kind: "change", severity: from !== null ? ratio.severity : ratio.severity === "error" ? "warning" : null,
    claims: [change, ...[to, from].filter((claim) => claim !== null)], lines: [],
    expected: ratio.expected.toFixed(Math.max(LEAST_DECIMALS, percent.decimals)), actual: printedPercent(percent),
    values: { subject: change.subject.text, part: printedMoney(by), whole: printedMoney(base), low: ratio.low.toFixed(4), high: ratio.high.toFixed(4) },
  }];
}

function contraryCheck(change: ChangeClaim): TextCheck {
  return { rule: "narrative-mismatch", kind: "contrary", severity: "warning", claims: [change], lines: [], expected: null, actual: null, values: { subject: change.subject.text } };
}

function signed(money: Money, direction: 1 | -1, unit: Unit): Decimal {
  return inUnit(money, unit).times(direction);
}

function inUnit(money: Money, unit: Unit): Decimal {
  return convert(money.value, money.unit, unit);
}

function differenceOf(from: Money, to: Money): Money {
  return derived(to, inUnit(to, to.unit).minus(inUnit(from, to.unit)).abs());
}

function derived(like: Money, value: Decimal): Money {
  return { ...like, value };
}

function differenceCheck(kind: "change" | "adjusted-budget" | "balance", claims: readonly Claim[], told: Money, expected: Decimal, precision: Precision, most: Severity = "error"): TextCheck {
  const difference = told.value.minus(expected);
  const severity = severityOfDifference(convert(difference, told.unit, "元"), lastDigitInYuan(told, precision));
  return {
    rule: "narrative-mismatch", kind, severity: severity === "error" ? most : severity, claims, lines: [],
    expected: expected.toFixed(), actual: told.value.toFixed(),
    values: { subject: claims[0]?.subject.text ?? "", unit: told.unit, difference: difference.toFixed() },
  };
}

/** 预算100万元，支出80万元，结余20万元 (or 支出120万元，超支20万元), all in one sentence. A warning, for money carried over may be in it. */
export function checkBalanceAt(claims: readonly Claim[], at: number, precision: Precision, cutOff: string | null): readonly TextCheck[] {
  const claim = claims[at];
  const told = claim?.kind === "amount" ? leftTold(claim) : null;
  if (claim?.kind !== "amount" || told === null || claim.isTotal) return [];
  const near = claims.slice(Math.max(0, at - WINDOW), at + WINDOW).filter((other): other is AmountClaim =>
    other.kind === "amount" && other.sentence.start === claim.sentence.start && isSameSubject(other.subject, claim.subject));
  if (near.some(isCarriedIn)) return [];
  const whole = near.filter(isWhole);
  const [budgets, spent, balances] = [whole.filter(isBudget), whole.filter(({ role }) => role === "expenditure"), near.filter((other) => leftTold(other) !== null)];
  const [budget, expenditure] = [budgets[0], spent[0]];
  if (budget === undefined || expenditure === undefined || budgets.length + spent.length + balances.length !== 3) return [];
  if (isUpToAnotherDay(claim, expenditure, cutOff)) return [];
  const { unit } = claim.money;
  const left = inUnit(budget.money, unit).minus(inUnit(expenditure.money, unit)).times(told.sign);
  const changes = budget.role === "adjusted-budget" ? [] : distinctAdjustments(claims.slice(Math.max(0, at - WINDOW), at + WINDOW).filter((other): other is AdjustmentClaim =>
    other.kind === "adjustment" && other.sentence.start === claim.sentence.start && mayBeSameSubject(other.subject, claim.subject)));
  const changed = changes.reduce((sum, { money, direction }) => sum.plus(inUnit(money, unit).times(direction * told.sign)), left);
  const [check, other] = [left, changed].map((sum) => differenceCheck("balance", [claim, budget, expenditure], claim.money, sum, precision, "warning"));
  return [changes.length > 0 && check?.severity !== null ? other : check].filter((one) => one !== undefined);
}

/** 截至2023年底结余50万元；2024年预算…，支出…: of another day than what was spent. */
function isUpToAnotherDay({ cutOff: own }: AmountClaim, expenditure: AmountClaim, cutOff: string | null): boolean {
  const day = own?.days?.last ?? null;
  return day !== null && day !== (cutOff ?? expenditure.cutOff?.days?.last);
}

/** Labels of a budget after its changes; 全年预算 alone may be of either kind. */
export const SAYS_ADJUSTED = /调整|追加|变更|调[增减]|可用|可执行|现行?预算|当前预算|年末预算|revised|adjusted|amended/iu;

/**
 * Original budget and changes against the budget they led to, also where the result is told as what is left (剩余). 全年预算
 * behind both of them is a warning, for the text need not tell every change. What was carried over from last year and told
 * with them is in the sum.
 */
export function checkAdjustedBudgetAt(claims: readonly Claim[], at: number, precision: Precision): readonly TextCheck[] {
  const result = claims[at];
  if (result?.kind !== "amount" || !isWhole(result) || !(result.role === "adjusted-budget" || isLeftOver(claims, at, result))) return [];
  const told = changesBefore(claims, at, result);
  const isSure = isAdjusted(result) || result.role === "balance";
  if (told === null || !(isSure || isToldWith(told, result))) return [];
  const changes = distinctAdjustments(told.changes);
  const { unit } = result.money;
  const expected = changes.reduce((sum, { money, direction }) => sum.plus(inUnit(money, unit).times(direction)), inUnit(told.base.money, unit));
  const carried = carriedInto(claims, at, result, told.base);
  const withCarried = carried.reduce((sum, { money }) => sum.plus(inUnit(money, unit)), expected);
  const [check, other] = [withCarried, expected].map((sum, i) => differenceCheck("adjusted-budget", [result, told.base, ...told.changes, ...(i === 0 ? carried : [])], result.money, sum, precision, isSure ? "error" : "warning"));
  // 年初预算 may have it in it already.
  return [other?.severity === null ? other : check].filter((one) => one !== undefined);
}

/** 上年结转 in the sentence of the result, or in that of the budget it comes from. */
function carriedInto(claims: readonly Claim[], at: number, result: AmountClaim, base: AmountClaim): readonly AmountClaim[] {
  const near = claims.slice(Math.max(0, at - WINDOW), at + WINDOW);
  return near.filter((claim): claim is AmountClaim => claim.kind === "amount" && [result, base].some(({ sentence }) => sentence.start === claim.sentence.start)
    && isCarriedIn(claim) && !claim.money.approximate && mayBeSameSubject(claim.subject, result.subject));
}

/** 调整后预算; 全年预算 of 调减4万元后全年预算38万元. */
function isAdjusted({ role, label, sentence, figure }: AmountClaim): boolean {
  return role === "adjusted-budget" && (SAYS_ADJUSTED.test(label) || BEHIND_CHANGE.test(sentence.text.slice(0, figure.start - sentence.start)));
}

const BEHIND_CHANGE = /元后[^，,；;。]*$/u;

/** 年初预算…，追加…，全年预算…, in one sentence. */
function isToldWith({ base, changes }: { readonly base: AmountClaim; readonly changes: readonly AdjustmentClaim[] }, { sentence }: AmountClaim): boolean {
  return base.role === "original-budget" && [base, ...changes].every((claim) => claim.sentence.start === sentence.start);
}

function isLeftOver(claims: readonly Claim[], at: number, result: AmountClaim): boolean {
  const { role, sentence } = result;
  const before = claims[at - 1];
  return role === "balance" && !isCarriedIn(result) && before?.kind === "adjustment" && before.sentence.start === sentence.start;
}

/** Back to the budget they started from: the original one where its sentence tells it. */
function changesBefore(claims: readonly Claim[], at: number, result: AmountClaim): { base: AmountClaim; changes: readonly AdjustmentClaim[] } | null {
  const changes: AdjustmentClaim[] = [];
  let base: AmountClaim | null = null;
  for (let before = at - 1; before >= Math.max(0, at - WINDOW); before -= 1) {
    const claim = claims[before];
    if (claim === undefined || claim.item !== result.item || (base !== null && claim.sentence.start !== base.sentence.start)) break;
    if (!mayBeSameSubject(claim.subject, result.subject) || isOfAnotherPassage(claim, result)) continue;
    if (claim.kind === "amount" && base === null && mayBeChange(claim)) return null;
    if (claim.kind === "adjustment" && base === null) changes.unshift(claim);
    else if (claim.kind === "amount" && isWhole(claim) && isStart(claim) && (base === null || claim.role === "original-budget")) base = claim;
  }
  return base === null || changes.length === 0 || changes.some(({ money }) => money.approximate) ? null : { base, changes };
}

/** What another paragraph tells without a name is the whole's, and not that of the line which this one names. */
function isOfAnotherPassage(claim: Claim, { sentence, subject }: AmountClaim): boolean {
  return claim.sentence.paragraph !== sentence.paragraph && claim.item === null && (claim.subject.text === "") !== (subject.text === "");
}

/** 收回存量6万元, 核减工程款5万元: it may or may not be in the budget that the text comes to. */
function mayBeChange({ place, label }: AmountClaim): boolean {
  return place === "difference" && VERBS.has(label);
}

const VERBS: ReadonlySet<string> = new Set(ADJUSTING_VERBS.map(([verb]) => verb));

function isStart({ role, money }: AmountClaim): boolean {
  return (role === "original-budget" || role === "budget") && !toYuan(money).isZero();
}

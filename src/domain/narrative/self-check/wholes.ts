/** Figures told twice that should be one: the whole year's spending, and slips of one digit. */

import { severityOfDifference } from "../../difference";
import { isSameSum } from "../adjustments";
import type { AdjustmentClaim, AmountClaim, Claim } from "../claim";
import type { TextCheck } from "../outcome";
import { toYuan } from "../text/figures";
import { SAYS_ADJUSTED } from "./changes";
import { lastDigitInYuan, type Precision } from "./printed";
import { mayBeSameSubject } from "../same-subject";
import { isSameMatter, WINDOW } from "./search";
import { sameMoney } from "../claims/parts";

const WHOLE_SPENDING = /^(?:((?:19|20)\d{2})年度?)?(?:本|我)?(?:部门|单位|街道|办事处|财政|预算|全年|年度){0,4}(?:整体|全部|总)支出$/u;
const LONGEST_NAME = 30;

/** 部门整体支出 and 占预算全部支出 of one year are one figure. The first one told is taken for the true one. */
export function checkWholes(claims: readonly Claim[], precision: Precision): readonly TextCheck[] {
  const told = new Map<string, AmountClaim>();
  const checks: TextCheck[] = [];
  for (const claim of claims) {
    if (claim.kind !== "amount" || claim.role !== "expenditure" || claim.money.approximate || claim.place === "part") continue;
    const name = claim.subject.origin === "carried" ? claim.label : claim.subject.text + claim.label;
    const match = name.length > LONGEST_NAME ? null : WHOLE_SPENDING.exec(name);
    if (match === null) continue;
    const year = match[1] ?? "";
    const first = told.get(year);
    if (first === undefined) told.set(year, claim);
    else checks.push(twoWholes(claim, first, precision));
  }
  return checks;
}

function twoWholes(claim: AmountClaim, first: AmountClaim, precision: Precision): TextCheck {
  const difference = toYuan(claim.money).minus(toYuan(first.money));
  return {
    rule: "narrative-mismatch", kind: "two-wholes", severity: severityOfDifference(difference, lastDigitInYuan(first.money, precision)),
    claims: [claim, first], lines: [], expected: first.money.value.toFixed(), actual: claim.money.value.toFixed(),
    values: { subject: claim.subject.text, unit: first.money.unit, actualUnit: claim.money.unit },
  };
}

const FEWEST_DIGITS = 3;

/**
 * One sum told twice of one item, with one digit different: information, for two sums may be as close by chance.
 * Only sums of the same kind and of nothing that the text calls by two names, and of at least three digits that are
 * not trailing zeros.
 */
export function checkSlipAt(claims: readonly Claim[], at: number): readonly TextCheck[] {
  const claim = claims[at];
  if (claim === undefined || !isToldOfItem(claim)) return [];
  const near = claims.slice(Math.max(0, at - WINDOW * CLAIMS_A_SUM), at).filter(isToldOfItem).slice(-WINDOW);
  const before = near.filter((other) => isSameMatter(other, claim) && isSameKind(other, claim) && mayBeOneThing(other, claim));
  if (before.some((other) => isSameSum(other.money, claim.money))) return [];
  const close = before.find((other) => isOneDigitOff(digitsOf(other), digitsOf(claim)) && !isChangeTold(near, other, claim));
  if (close === undefined) return [];
  return [{
    rule: "narrative-mismatch", kind: "slip", severity: "info", claims: [claim, close], lines: [],
    expected: close.money.value.toFixed(), actual: claim.money.value.toFixed(),
    values: { subject: claim.subject.text, unit: close.money.unit, actualUnit: claim.money.unit },
  }];
}

/** Dates, rates, totals stand between sums. */
const CLAIMS_A_SUM = 3;

function isToldOfItem(claim: Claim): claim is Told {
  return (claim.kind === "amount" || claim.kind === "adjustment") && claim.item !== null && !claim.money.approximate;
}

type Told = AmountClaim | AdjustmentClaim;

/** Parts of a list are many things, and so is what has two names in one unit, or is paid for twice; another unit tells a sum again. */
function mayBeOneThing(a: Told, b: Told): boolean {
  if (a.money.unit === b.money.unit && !mayBeSameSubject(a.subject, b.subject)) return false;
  return a.kind !== "amount" || b.kind !== "amount" || (a.place !== "part" && b.place !== "part" && (a.aspect === b.aspect || a.aspect === null || b.aspect === null));
}

function isSameKind(a: Told, b: Told): boolean {
  if (a.kind === "adjustment" || b.kind === "adjustment") return a.kind === "adjustment" && b.kind === "adjustment" && a.direction === b.direction;
  return sameMoney(a.role, b.role) && !isBeforeAndAfter(a, b);
}

/** 年初预算1200.50万元 and 调整后1250.50万元 are two sums, in whatever order. */
function isBeforeAndAfter(a: AmountClaim, b: AmountClaim): boolean {
  return [a, b].some(({ role }) => role === "original-budget") && [a, b].some(({ role, label }) => role === "adjusted-budget" && SAYS_ADJUSTED.test(label));
}

/** 年初预算236.50万元，追加20万元，全年预算256.50万元: what changed it stands between. */
function isChangeTold(told: readonly Told[], a: Told, b: Told): boolean {
  if (a.kind !== "amount" || b.kind !== "amount") return false;
  const difference = toYuan(b.money).minus(toYuan(a.money));
  return told.some((one) => one.kind === "adjustment" && one.figure.start > a.figure.start && one.figure.start < b.figure.start && toYuan(one.money).times(one.direction).eq(difference));
}

function digitsOf({ money }: Told): string {
  return toYuan(money).abs().toFixed(4);
}

function isOneDigitOff(a: string, b: string): boolean {
  if (a.length !== b.length || significant(a) < FEWEST_DIGITS || significant(b) < FEWEST_DIGITS) return false;
  let different = 0;
  for (let at = 0; at < a.length; at += 1) if (a.charAt(at) !== b.charAt(at)) different += 1;
  return different === 1;
}

function significant(digits: string): number {
  return digits.replace(".", "").replace(/^0+|0+$/gu, "").length;
}

/** Figures of the whole budget, told without a table announced or a list below, against the totals of the tables. */

import type { Decimal } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import type { AmountClaim, Narrative, RateClaim } from "../claim";
import { mayBeSpent } from "../claims/budget-spending";
import { clauseStart } from "../claims/clause";
import type { TextCheck } from "../outcome";
import { isOfIncome } from "../of-income";
import type { Precision } from "../self-check/printed";
import { isBudget, isWhole } from "../self-check/search";
import { countsLines, namesAllLines } from "./all-lines";
import { checkOfLine, type NamedLine } from "./by-name";
import { budgetRole, isSameAmount } from "./figures";
import type { FigureRole, KnownTable, MoneyRole } from "./known";
import { nameKey } from "./names";
import { isOfPeriod, type Period } from "./period";
import { judgeRate, type RateRole } from "./rates";

/** 2016年度部门整体, 全县一般公共预算, 街道. A project's or a class's name is none of these. */
const WHOLE = /^(?:(?:19|20)\d{2}年度?)?(?:全(?:县|市|区|镇|乡|省|街道|年|部门|单位|局|委|院|校|所|系统)|[本我](?:部门|单位|街道|办事处|县|市|区|镇|乡|局|委|院|校|所|级|年)|各项|各类|各(?:预算)?(?:部门|单位)|(?:省|市|区|县|镇)级|街道|办事处|部门|单位|整体|总体|合计|总计|总|全部|一般公共|财政|预算|拨款|支出|的)+$/u;

/** In final accounts what is carried over makes both sides equal: 支出总计 is more than what was spent. */
const BALANCES = /总计/u;

/** `checked` are claims that were compared with a total already. A warning, for what a whole takes in is a matter of scope. */
export function checkWhole({ claims }: Narrative, tables: readonly KnownTable[], checked: ReadonlySet<unknown>, precision: Precision, period: Period): readonly TextCheck[] {
  const totals = totalsOf(tables);
  const ofTotals = new Set(claims.flatMap((claim) => (claim.kind === "amount" && isUnnamedTotal(claim) ? [claim.sentence.start] : [])));
  return claims.flatMap((claim, at) => {
    if ((claim.kind !== "amount" && claim.kind !== "rate") || checked.has(claim) || !isOfPeriod(claim, "", period)) return [];
    if (claim.kind === "rate" && isOfIncome(claims, at)) return [];
    const ofIt = isOfWhole(claim, ofTotals) ? totals : totals.filter(({ table }) => isOfAllLines(claim, table));
    const between = claim.kind === "amount" ? calledSums(claim, tables) : [];
    const check = claim.kind === "rate" ? checkRate(claim, ofIt) : checkAmount(claim, between.length > 0 ? between : ofIt, precision);
    return check === null ? [] : [check];
  });
}

export function totalsOf(tables: readonly KnownTable[]): readonly NamedLine[] {
  return tables.flatMap((table) => (table.total === null || table.unit === null ? [] : [{ table, unit: table.unit, line: table.total }]));
}

export function isNameOfWhole(name: string): boolean {
  return WHOLE.test(name);
}

/** Behind other words 各项 are those spoken of before. */
const EACH = /^各[项类]/u;

/** `ofTotals` are where the sentences begin that tell a total without a name: a rate there is the total's. */
function isOfWhole(claim: AmountClaim | RateClaim, ofTotals: ReadonlySet<number>): boolean {
  const { text } = claim.subject;
  if (claim.item !== null) return false;
  if (EACH.test(text) && claim.span.start > claim.sentence.start) return false;
  if (text !== "") return WHOLE.test(text);
  return claim.kind === "amount" ? isUnnamedTotal(claim) : ofTotals.has(claim.sentence.start);
}

/** 本年支出合计 before 总计: sums that are called just so. */
function calledSums(claim: AmountClaim, tables: readonly KnownTable[]): readonly NamedLine[] {
  const before = claim.sentence.text.slice(0, claim.figure.start - claim.sentence.start).replace(/[:：为是]+$/u, "");
  const words = nameKey(before.slice(clauseStart(before, 0, before.length)));
  return tables.flatMap((table) => {
    const { unit, sums } = table;
    return unit === null ? [] : sums.filter(({ name }) => nameKey(name) === words).map((line) => ({ table, unit, line }));
  });
}

/** 项目 alone is a project's stand-in in its item, and one of several where nothing says 共计 or 完成. */
function isOfAllLines(claim: AmountClaim | RateClaim, table: KnownTable): boolean {
  const { text } = claim.subject;
  if (!namesAllLines(text, table) || (claim.item !== null && !countsLines(text))) return false;
  return claim.kind === "rate" || claim.isTotal || (COUNTED_IN_FULL.test(text) && !OF_EACH.test(wordsBefore(claim)));
}

/** 5个部门支出… is of all of them as it stands; 4个项目支出 may be one of several sums. */
const COUNTED_IN_FULL = /个(?:预算)?(?:部门|单位)$/u;
const OF_EACH = /各|每|均|其中|[压节]|新增/u;
/** 其中3个部门. */
const NEAR = 2;

function wordsBefore({ sentence, span, figure, subject }: AmountClaim): string {
  return sentence.text.slice(Math.max(0, Math.min(subject.span?.start ?? span.start, span.start) - sentence.start - NEAR), figure.start - sentence.start);
}

function isUnnamedTotal({ isTotal, subject }: AmountClaim): boolean {
  return isTotal && subject.text === "";
}

function checkAmount(claim: AmountClaim, totals: readonly NamedLine[], precision: Precision): TextCheck | null {
  if (!isWhole(claim)) return null;
  const balances = BALANCES.test(claim.sentence.text.slice(claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start));
  const known = totals.flatMap((total) => rolesOf(claim, total.line.figures).flatMap((role) => {
    const value = total.line.figures[role]?.value;
    return value === undefined ? [] : [{ total, role, value }];
  }));
  const same = known.find(({ total, value }) => isSameAmount(claim, value, total.unit, precision)) ?? originalMeant(claim, totals, precision);
  const largest = same ?? known.reduce<(typeof known)[number] | null>((best, one) => (best === null || convert(one.value, one.total.unit, best.total.unit).gt(best.value) ? one : best), null);
  return largest === null || (same === undefined && (balances || mayBeSpent(claim))) ? null : judged(claim, largest.role, same === undefined ? "warning" : null, largest.value.toFixed(), largest.total);
}

/** Plain 预算 is right about either budget. */
function originalMeant(claim: AmountClaim, totals: readonly NamedLine[], precision: Precision): { readonly total: NamedLine; readonly role: MoneyRole; readonly value: Decimal } | undefined {
  if (claim.role !== "budget") return undefined;
  const originals = totals.flatMap((total) => {
    const value = total.line.figures["original-budget"]?.value;
    return value === undefined ? [] : [{ total, role: "original-budget" as const, value }];
  });
  return originals.find(({ total, value }) => isSameAmount(claim, value, total.unit, precision));
}

function rolesOf(claim: AmountClaim, figures: NamedLine["line"]["figures"]): readonly MoneyRole[] {
  const budget = isBudget(claim) ? budgetRole(claim, figures) : null;
  return [...(budget === null ? [] : [budget]), ...(claim.role === "expenditure" || mayBeSpent(claim) ? ["expenditure" as const] : [])];
}

function checkRate(claim: RateClaim, totals: readonly NamedLine[]): TextCheck | null {
  const known = totals.flatMap((total) => {
    const rate = judgeRate(claim, total.line.figures);
    return rate === null ? [] : [{ total, rate, size: total.line.figures.expenditure }];
  });
  const same = known.find(({ rate }) => rate.severity === null) ?? known.find(({ rate }) => rate.severity === "info");
  const largest = same ?? known.reduce<(typeof known)[number] | null>((best, one) => (best?.size === undefined || (one.size?.value.gt(convert(best.size.value, best.total.unit, one.total.unit)) ?? false) ? one : best), null);
  if (largest === null) return null;
  const { total, rate: { role, severity, expected } } = largest;
  return judged(claim, role, severity === "error" ? "warning" : severity, expected.toFixed(), total);
}

function judged(claim: AmountClaim | RateClaim, role: FigureRole | RateRole, severity: TextCheck["severity"], expected: string, total: NamedLine): TextCheck {
  return checkOfLine("by-name", claim, { subject: claim.subject.text, role, severity, expected }, total);
}

/** Whether a figure of the text is the figure of a table. */

import { Decimal } from "../../amounts/decimal";
import { convert, UNITS, type Unit } from "../../amounts/unit";
import type { Severity } from "../../finding";
import type { AmountClaim, RateClaim } from "../claim";
import { mayBeSpent } from "../claims/budget-spending";
import { IS_NEW_AMOUNT, SOURCES } from "../claims/words";
import type { Precision } from "../self-check/printed";
import type { Money } from "../text/figures";
import type { FigureRole, KnownLine, MoneyRole } from "./known";
import { isOnlyOriginal, judgeRate, type RateRole } from "./rates";
import type { Statement } from "./statements";

/** One figure of a statement with the role it is looked up by. */
export interface StatedFigure {
  readonly role: FigureRole;
  readonly claim: AmountClaim | RateClaim;
}

/**
 * The roles under which a table holds what the text calls a budget. 年初预算 is the original one. 预算 and 全年预算
 * are the adjusted one where the table has it, else the original: of a budget nobody changed people say either. What
 * the text calls 调整后预算 is no 年初预算.
 */
export function budgetRole({ role, label }: AmountClaim, figures: KnownLine["figures"]): MoneyRole | null {
  const original = figures["original-budget"];
  if (role === "original-budget") return original === undefined ? null : "original-budget";
  if (figures["adjusted-budget"] !== undefined) return "adjusted-budget";
  return original === undefined || (role === "adjusted-budget" && (IS_NEW_AMOUNT.test(label) || isOnlyOriginal(original, label))) ? null : "original-budget";
}

/** The figures of a statement that a line of the table has too, or that its amounts come to where the text tells not both of them. */
export function comparable(statement: Statement, line: KnownLine): readonly StatedFigure[] {
  const { figures } = line;
  const { budget, expenditure, rates } = statement;
  const found: StatedFigure[] = [];
  const role = budget === null ? null : budgetRole(budget, figures);
  if (budget !== null && role !== null) found.push({ role, claim: budget });
  const otherRole = statement.otherBudget === null ? null : budgetRole(statement.otherBudget, figures);
  if (statement.otherBudget !== null && otherRole !== null && otherRole !== role) found.push({ role: otherRole, claim: statement.otherBudget });
  if (expenditure !== null && figures.expenditure !== undefined) found.push({ role: "expenditure", claim: expenditure });
  for (const claim of rates) if (isNews(judgeRate(claim, figures), statement, line)) found.push({ role: "rate", claim });
  return found;
}

/**
 * A rate recomputed from the table says nothing new where the text itself tells what it is of: that was recomputed
 * already. Nor does one that differs where the text tells changes of the budget which the table does not know.
 */
export function isNews(judged: JudgedFigure | null, { budget, expenditure, isChanged }: Statement, { figures }: KnownLine): boolean {
  if (judged === null || (isRecomputed(judged) && budget !== null && expenditure !== null)) return false;
  return agrees(judged) || !isChanged || figures["adjusted-budget"] !== undefined;
}

function isRecomputed({ role }: JudgedFigure): boolean {
  return role === "original-rate" || role === "adjusted-rate";
}

export interface JudgedFigure {
  readonly role: FigureRole | RateRole;
  /** null: it agrees. "info": a rate that rounding of the table's amounts allows. */
  readonly severity: Severity | null;
  /** In the table's unit, or in percent. */
  readonly expected: Decimal;
}

/** `unit` is the table's. Amounts are equal as far as the coarser of the two is printed. null where the line has no such figure. */
export function judgeFigure({ role, claim }: StatedFigure, { figures }: KnownLine, unit: Unit, precision: Precision): JudgedFigure | null {
  if (claim.kind === "rate") return judgeRate(claim, figures);
  const known = figures[role];
  if (known === undefined) return null;
  if (isSameAmount(claim, known.value, unit, precision)) return { role, severity: null, expected: known.value };
  // Plain 预算 is right about either of them.
  const original = claim.role === "budget" ? figures["original-budget"] : undefined;
  if (original !== undefined && isSameAmount(claim, original.value, unit, precision)) return { role: "original-budget", severity: null, expected: original.value };
  const spent = mayBeSpent(claim) ? figures.expenditure : undefined;
  if (spent !== undefined && isSameAmount(claim, spent.value, unit, precision)) return { role: "expenditure", severity: null, expected: spent.value };
  // 财政拨款 may be one source of several.
  if (SOURCES.has(claim.label)) return null;
  // Which of the two it should be, nothing tells but that it is close to one.
  return spent !== undefined && isCloser(claim, spent.value, known.value, unit) ? { role: "expenditure", severity: "error", expected: spent.value } : { role, severity: "error", expected: known.value };
}

function isCloser({ money }: AmountClaim, a: Decimal, b: Decimal, unit: Unit): boolean {
  const told = convert(money.value, money.unit, unit);
  return told.minus(a).abs().lt(told.minus(b).abs());
}

export function agrees(judged: JudgedFigure | null): boolean {
  return judged !== null && judged.severity !== "error";
}

export function isSameAmount({ money }: AmountClaim, value: Decimal, unit: Unit, precision: Precision): boolean {
  return isSameMoney(money, value, unit, precision);
}

export function isSameMoney(money: Money, value: Decimal, unit: Unit, precision: Precision): boolean {
  const told = convert(money.value, money.unit, unit);
  if (told.eq(value)) return true;
  const exact = convert(value, unit, money.unit);
  if (rounds(exact, money.value, Math.max(money.decimals, precision[money.unit])) || (isPrintedRounded(money) && rounds(exact, money.value, money.decimals))) return true;
  // 1,053,100元 beside a table in 万元: the table is the one that rounds.
  return UNITS[money.unit] < UNITS[unit] && rounds(told, value, Math.max(value.decimalPlaces(), precision[unit]));
}

/** 943.8万元 and $180.8 million are as exact as that, whatever other amounts print; 48万元 and 3百万元 may be as exact as these. */
function isPrintedRounded({ value, decimals }: Money): boolean {
  return decimals > 0 || (decimals < 0 && value.precision() > 1);
}

/** `decimals` are negative where the last digit printed is worth ten, a hundred … of the unit. */
function rounds(exact: Decimal, printed: Decimal, decimals: number): boolean {
  const digit = TEN.pow(-decimals);
  return (exact.decimalPlaces() > decimals && exact.div(digit).toDecimalPlaces(0).times(digit).eq(printed)) || exact.eq(printed);
}

const TEN = new Decimal(10);

/** Whether a figure of the text is the figure of a table. */

import type { Decimal } from "../../amounts/decimal";
import { convert, UNITS, type Unit } from "../../amounts/unit";
import type { AmountClaim, RateClaim } from "../claim";
import type { Precision } from "../self-check/printed";
import type { Statement } from "./statements";
import type { FigureRole, KnownFigure, KnownLine, MoneyRole } from "./known";

/** One figure of a statement with the role it is looked up by. */
export interface StatedFigure {
  readonly role: FigureRole;
  readonly claim: AmountClaim | RateClaim;
}

/**
 * The roles under which a table holds what the text calls a budget. 年初预算 is the original one. 预算 and 全年预算
 * are the adjusted one where the table has it, else the original: of a budget nobody changed people say either.
 */
export function budgetRole(claim: AmountClaim, figures: KnownLine["figures"]): MoneyRole | null {
  if (claim.role === "original-budget") return figures["original-budget"] === undefined ? null : "original-budget";
  if (figures["adjusted-budget"] !== undefined) return "adjusted-budget";
  return figures["original-budget"] === undefined ? null : "original-budget";
}

/** The figures of a statement that a line of the table has too. */
export function comparable(statement: Statement, { figures }: KnownLine): readonly StatedFigure[] {
  const found: StatedFigure[] = [];
  const budget = statement.budget === null ? null : budgetRole(statement.budget, figures);
  if (statement.budget !== null && budget !== null) found.push({ role: budget, claim: statement.budget });
  if (statement.expenditure !== null && figures.expenditure !== undefined) found.push({ role: "expenditure", claim: statement.expenditure });
  if (statement.rate !== null && figures.rate !== undefined) found.push({ role: "rate", claim: statement.rate });
  return found;
}

/** `unit` is the table's. Equal as far as the coarser of the two is printed. */
export function isSameFigure({ role, claim }: StatedFigure, figure: KnownFigure, unit: Unit, precision: Precision): boolean {
  if (role === "rate" || claim.kind === "rate") return claim.kind === "rate" && rounds(figure.value, claim.percent.value, claim.percent.decimals);
  return isSameAmount(claim, figure.value, unit, precision);
}

export function isSameAmount({ money }: AmountClaim, value: Decimal, unit: Unit, precision: Precision): boolean {
  const told = convert(money.value, money.unit, unit);
  if (told.eq(value)) return true;
  const toldDecimals = Math.max(money.decimals, precision[money.unit]);
  if (rounds(convert(value, unit, money.unit), money.value, toldDecimals)) return true;
  // 1,053,100元 beside a table in 万元: the table is the one that rounds.
  return UNITS[money.unit] < UNITS[unit] && rounds(told, value, Math.max(value.decimalPlaces(), precision[unit]));
}

function rounds(exact: Decimal, printed: Decimal, decimals: number): boolean {
  return exact.decimalPlaces() > decimals && exact.toDecimalPlaces(Math.max(0, decimals)).eq(printed) || exact.eq(printed);
}

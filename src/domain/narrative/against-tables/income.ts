/** What came in, beside tables of income: 税收收入190.62亿元，为预算的101.1%. */

import { Decimal } from "../../amounts/decimal";
import type { AmountClaim, Claim, RateClaim } from "../claim";
import { amountBefore, ratesBesideSpending } from "../of-income";
import type { TextCheck } from "../outcome";
import type { Precision } from "../self-check/printed";
import { isWhole } from "../self-check/search";
import { amountsIn, fits } from "./amounts-of-rows";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { isSameAmount } from "./figures";
import type { KnownFigure, KnownLine, KnownTable } from "./known";
import { isOfPeriod, type Period } from "./period";
import { isSamePercent } from "./rates";
import { isNameOfWhole, totalsOf } from "./whole";

/** A row of a table of income: its rate is what came in ÷ the budget. */
export interface IncomeRow {
  readonly at: NamedLine;
  readonly income: KnownFigure;
  readonly rate: KnownFigure;
}

/** Amounts and rates of income; warnings, as names alone join text and table. */
export function checkIncome(claims: readonly Claim[], tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision, period: Period): readonly TextCheck[] {
  const besideSpending = ratesBesideSpending(claims);
  return claims.flatMap((claim, at) => {
    if (claim.kind === "amount") return claim.role === "income" && isWhole(claim) ? checkAmount(claim, rowsOf(claim, tables, linesOf), precision, period) : [];
    const told = claim.kind === "rate" && !besideSpending.has(claim) ? amountBefore(claims, at) : null;
    return claim.kind !== "rate" || told?.role !== "income" || linesOf({ subject: claim.subject, labels: [] }).length > 0 ? [] : checkRate(claim, rowsOf(told, tables, linesOf), period);
  });
}

function rowsOf({ subject, label }: AmountClaim, tables: readonly KnownTable[], linesOf: LineFinder): readonly IncomeRow[] {
  const rows = isNameOfWhole(subject.text) ? totalsOf(tables) : linesOf({ subject, labels: [label, "收入"] });
  return rows.flatMap((row) => incomeRow(row) ?? []);
}

/** null where the row tells spending, or not which of its amounts the rate is of. */
export function incomeRow(at: NamedLine): IncomeRow | null {
  const { figures, others } = at.line;
  const { rate, expenditure } = figures;
  const budget = figures["adjusted-budget"] ?? figures["original-budget"];
  if (rate === undefined || budget === undefined || expenditure !== undefined || rate.value.eq(HUNDRED)) return null;
  const [income, ...more] = others.filter((other) => fits({ percent: { value: rate.value, decimals: Math.max(0, rate.value.decimalPlaces()), approximate: false } }, other, budget));
  return income === undefined || more.length > 0 ? null : { at, income, rate };
}

const HUNDRED = new Decimal(100);

/** The row as one of spending is, for what is reckoned from both alike. */
export function asSpending({ at, income }: IncomeRow): NamedLine {
  const line: KnownLine = { ...at.line, figures: { ...at.line.figures, expenditure: income } };
  return { ...at, line };
}

/** Of the row's other amounts, the budget say, any may be told. */
function checkAmount(claim: AmountClaim, rows: readonly IncomeRow[], precision: Precision, period: Period): readonly TextCheck[] {
  const [first] = rows;
  if (first === undefined || !isOfPeriod(claim, first.at.line.name, period)) return [];
  const same = rows.find(({ at }) => amountsIn(at.line).some(({ value }) => isSameAmount(claim, value, at.unit, precision)));
  const row = same ?? first;
  return same === undefined && rows.length > 1 ? [] : [checkOfLine("by-name", claim, { subject: claim.subject.text, role: "income", severity: same === undefined ? "warning" : null, expected: row.income.value.toFixed() }, asSpending(row))];
}

function checkRate(claim: RateClaim, rows: readonly IncomeRow[], period: Period): readonly TextCheck[] {
  const [first] = rows;
  if (first === undefined || claim.percent.approximate || !isOfPeriod(claim, first.at.line.name, period)) return [];
  const same = rows.find(({ rate }) => isSamePercent(claim.percent, rate));
  const { at, rate } = same ?? first;
  return same === undefined && rows.length > 1 ? [] : [checkOfLine("by-name", claim, { subject: claim.subject.text, role: "rate", severity: same === undefined ? "warning" : null, expected: rate.value.toFixed() }, at)];
}

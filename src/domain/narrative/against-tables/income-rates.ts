/** Rates of income beside a table that has income and spending in one row. */

import type { AmountClaim, Claim } from "../claim";
import { amountBefore, ratesBesideSpending } from "../of-income";
import type { TextCheck } from "../outcome";
import { judgeQuotient, type Precision } from "../self-check/printed";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { rowsOf } from "./explained";
import { isSameMoney } from "./figures";
import type { KnownTable } from "./known";
import { judgeRate } from "./rates";

/** Against the column of rates that the income, in another column of the same row, comes to on a third. */
export function checkIncomeRates(claims: readonly Claim[], tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision): readonly TextCheck[] {
  const ofIncome = ratesBesideSpending(claims);
  return claims.flatMap((claim, at) => {
    const income = claim.kind === "rate" && ofIncome.has(claim) ? amountBefore(claims, at) : null;
    if (claim.kind !== "rate" || income === null) return [];
    const judged = rowsOf(income, tables, linesOf).flatMap((row) => asIncome(row, income, precision) ?? []).flatMap((row) => {
      const rate = judgeRate(claim, row.line.figures);
      return rate === null ? [] : [{ row, rate }];
    });
    const { row, rate } = judged.find(({ rate: { severity } }) => severity !== "error") ?? judged[0] ?? {};
    if (row === undefined || rate === undefined) return [];
    return [checkOfLine("by-name", claim, { subject: income.subject.text, role: rate.role, severity: rate.severity === "error" ? "warning" : rate.severity, expected: rate.expected.toFixed() }, row)];
  });
}

/** The row with its income in the place of its spending; null where nothing shows which columns are the income's. */
function asIncome({ table, unit, line }: NamedLine, { money }: AmountClaim, precision: Precision): NamedLine | null {
  for (const income of line.others.filter(({ value }) => isSameMoney(money, value, unit, precision))) {
    for (const budget of line.others) {
      const rate = budget === income ? undefined : line.others.find((one) => {
        const ratio = judgeQuotient({ value: one.value, decimals: Math.max(0, one.value.decimalPlaces()), approximate: false }, { value: income.value, half: income.halfDigit }, { value: budget.value, half: budget.halfDigit });
        return one !== income && one !== budget && ratio !== null && ratio.severity !== "error";
      });
      if (rate !== undefined) return { table, unit, line: { ...line, figures: { rate, expenditure: income, "original-budget": budget } } };
    }
  }
  return null;
}

/** What part of a line's budget was left or changed, against the table's own budgets of the line. */

import { convert } from "../../amounts/unit";
import { isShareOfBudget } from "../budget-share";
import type { ShareClaim } from "../claim";
import type { TextCheck } from "../outcome";
import { judgeQuotient, lastDigitInYuan, type Precision, type Ratio } from "../self-check/printed";
import { checkOfLine, type NamedLine } from "./by-name";

const BUDGETS = ["adjusted-budget", "original-budget"] as const;

/** undefined: the share is none of a budget. A warning where the amount told is that part of neither budget. */
export function checkBudgetShare(claim: ShareClaim, lines: readonly NamedLine[], precision: Precision): TextCheck | null | undefined {
  const { amount } = claim.part;
  if (amount === null || !isShareOfBudget(claim)) return undefined;
  const ratios = lines.flatMap((at) => BUDGETS.flatMap((budget): readonly { readonly at: NamedLine; readonly ratio: Ratio; readonly budget: typeof budget }[] => {
    const known = at.line.figures[budget];
    const ratio = known === undefined ? null
      : judgeQuotient(claim.percent, { value: convert(amount.money.value, amount.money.unit, at.unit).abs(), half: convert(lastDigitInYuan(amount.money, precision).div(2), "元", at.unit) }, { value: known.value, half: known.halfDigit });
    return ratio === null ? [] : [{ at, ratio, budget }];
  }));
  const same = ratios.find(({ ratio }) => ratio.severity !== "error");
  const found = same ?? ratios.find(({ budget }) => budget === (/年初|original/u.test(claim.whole.name) ? "original-budget" : "adjusted-budget")) ?? ratios[0];
  if (found === undefined) return null;
  return checkOfLine("by-name", claim, { subject: amount.subject.text, role: "budget-share", severity: same === undefined ? "warning" : null, expected: found.ratio.expected.toFixed(2) }, found.at);
}

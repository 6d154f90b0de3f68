/** 结余106.91万元，占预算的0.44%; 追加56万元，占年初预算的5.68%: what part of its budget was left of a line, or added to it. */

import type { ShareClaim } from "./claim";
import { IS_BUDGET } from "./claims/words";

export function isShareOfBudget({ part: { amount }, whole }: ShareClaim): boolean {
  return amount !== null && (IS_BUDGET.test(whole.name) || /^(?:original )?budget$/u.test(whole.name)) && (amount.role === "balance" || amount.role === "overspend" || amount.place === "difference");
}

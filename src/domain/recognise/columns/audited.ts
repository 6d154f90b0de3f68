/** Spending that was audited: 账面支出 | 审计调整 | 审定支出, Claimed | Disallowed | Eligible costs. */

import { because } from "../reason";
import { assign, isBudget, isNumeric, leafSays, type Candidate } from "./candidate";

/**
 * Beside a budget and what was claimed or booked, what an audit confirmed is the spending; where it is the budget itself, as of a contract,
 * it has been cut already. What was claimed counts in neither, nor what the audit changed it by.
 */
export function tellAudited(candidates: readonly Candidate[]): void {
  const claimed = candidates.filter((candidate) => isNumeric(candidate) && leafSays(candidate, "claimed"));
  const [audited, ...others] = candidates.filter((candidate) => isNumeric(candidate) && leafSays(candidate, "audited"));
  const hasBudget = candidates.some((candidate) => candidate !== audited && isBudget(candidate.meaning) && isNumeric(candidate));
  if (audited === undefined || others.length > 0 || claimed.length === 0 || !(hasBudget || isBudget(audited.meaning))) return;
  const [first] = claimed;
  const changes = candidates.filter((candidate) => first !== undefined && candidate.column > first.column && leafSays(candidate, "auditChange"));
  for (const left of [...claimed, ...changes]) assign(left, "other", "sure", because("unaudited", { header: left.header, counted: audited.header }));
  if (hasBudget) assign(audited, "expenditure", "sure", because("header", { header: audited.header }));
}

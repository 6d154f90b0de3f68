/** What was left of a budget, or spent beyond it, however it is told: 结余, 超支, 超出预算3.2万元, 比年初预算减少8.58万元. */

import type { AmountClaim, ChangeClaim, Claim } from "../claim";
import { AFTER_BUDGET, AGAINST_BUDGET, BEFORE_CHANGES, OF_LAST_YEAR } from "../claims/words";
import type { Money } from "../text/figures";
import { isWhole } from "./search";

export interface Left {
  readonly claim: AmountClaim | ChangeClaim;
  readonly money: Money;
  /** 1: left. -1: spent beyond it. */
  readonly sign: 1 | -1;
}

/** Before a figure that is called a budget: by how much it differs from it. */
const DIFFERS_FROM_BUDGET = /(?<how>大于|高于|多于|超过|超出|超|小于|低于|少于)(?:年初|全年|调整后?的?)?$/u;
const IS_LESS = /小于|低于|少于/u;

export function leftTold(claim: Claim): Left | null {
  if (claim.kind === "change") return leftOfChange(claim);
  if (claim.kind !== "amount" || claim.money.approximate || isCarriedIn(claim)) return null;
  const { role, money } = claim;
  if (isWhole(claim) && (role === "balance" || role === "overspend")) return { claim, money, sign: role === "balance" ? 1 : -1 };
  const how = claim.place === "difference" && claim.label.includes("预算") ? DIFFERS_FROM_BUDGET.exec(wordsBefore(claim, claim.label))?.groups?.["how"] : undefined;
  return how === undefined ? null : { claim, money, sign: IS_LESS.test(how) ? 1 : -1 };
}

/** 上年结转20万元, and 年初预算400万元，结转20万元，追加30万元，调整后预算450万元: what the year began with. */
export function isCarriedIn({ role, sentence, figure, label }: AmountClaim): boolean {
  if (role !== "balance") return false;
  const [before, behind] = [sentence.text.slice(0, figure.start - sentence.start), sentence.text.slice(figure.end - sentence.start)];
  const words = before.slice(0, Math.max(0, before.lastIndexOf(label)));
  return OF_LAST_YEAR.test(words) || (label.startsWith("结转") && AFTER_BUDGET.test(words) && BEFORE_CHANGES.test(behind));
}

/** Only of what was spent: a budget may be compared with another, too. */
function leftOfChange(claim: ChangeClaim): Left | null {
  const { money, to, direction } = claim;
  if (money === null || money.approximate || to?.role !== "expenditure" || to.sentence.start !== claim.sentence.start) return null;
  const before = claim.sentence.text.slice(to.figure.end - claim.sentence.start, claim.span.start - claim.sentence.start);
  return AGAINST_BUDGET.test(before) ? { claim, money, sign: direction < 0 ? 1 : -1 } : null;
}

function wordsBefore({ sentence, figure }: AmountClaim, label: string): string {
  const before = sentence.text.slice(0, figure.start - sentence.start);
  return before.slice(0, Math.max(0, before.lastIndexOf(label)));
}

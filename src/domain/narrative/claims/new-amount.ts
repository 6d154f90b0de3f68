/** 预算1200万元，调减为1100万元: what a budget came to, with or without what it was. */

import type { AmountClaim } from "../claim";
import { convert } from "../../amounts/unit";
import { mayBeSameSubject } from "../same-subject";
import { skipBack } from "./clause";
import { addTarget } from "./changes";
import { ownSubject, type SentenceContext } from "./context";
import type { AmountLead } from "./lead";
import { amountClaim, type AmountWords, type MoneyFigure, type Progress } from "./progress";

/**
 * Where the sentence tells the budget before, the change is the difference of both, if it goes the way that the verb says.
 * Where it does not, only what is called a budget is one: 追加为100万元 may be by how much. What is neither changes nothing.
 */
export function addNewAmount(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: Extract<AmountLead, { kind: "new-amount" }>): void {
  const about = { start: lead.about.start, end: skipBack(context.text, lead.about.start, lead.about.end, ["预算", "指标", "经费"]) };
  const own = ownSubject(context, about, progress.from);
  if (own !== null) progress.local = own;
  if (own !== null && context.carried.item === null) progress.main = own;
  const from = lead.sense === "change" ? budgetBefore(context, progress, own?.text ?? null) : null;
  const direction = from === null ? 0 : Math.sign(figure.money.value.minus(convert(from.money.value, from.money.unit, figure.money.unit)).toNumber());
  if (from !== null && (direction === lead.direction || lead.direction === 0)) return addTarget(context, progress, figure, lead.label, from);
  const isBudget = from === null && lead.sense === "change" && OF_BUDGET.test(context.text.slice(lead.about.start, lead.about.end));
  const words: AmountWords = { kind: "amount", role: isBudget ? "adjusted-budget" : "other", label: lead.label, about, aspect: null, place: isBudget ? "main" : "difference", isTotal: false };
  progress.lastAmount = amountClaim(context, progress, figure, words, own);
  progress.claims.push(progress.lastAmount);
}

const OF_BUDGET = /(?:预算|指标)[^，,；;]{0,4}$/u;

/** The last budget of that line in its sentence. */
function budgetBefore({ sentence }: SentenceContext, { claims, main, local }: Progress, name: string | null): AmountClaim | null {
  const subject = { text: name ?? (local ?? main).text, span: null, origin: "own" } as const;
  return claims.findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim.sentence.start === sentence.start && claim.role.endsWith("budget")
    && (claim.place === "main" || claim.place === "base") && !claim.money.approximate && mayBeSameSubject(claim.subject, subject)) ?? null;
}

/** 调减30万元至150万元: by how much, and right behind it what the budget came to. */
export function addReached(context: SentenceContext, progress: Progress, figure: MoneyFigure): boolean {
  const last = progress.claims.at(-1);
  const start = context.sentence.start;
  if (last?.kind !== "adjustment" || last.figure.end !== start + progress.from || !REACHES.test(context.text.slice(progress.from, figure.start))) return false;
  const label = { start: context.text.lastIndexOf(last.label, last.figure.start - start), end: figure.start };
  const words: AmountWords = { kind: "amount", role: "adjusted-budget", label, about: { start: label.start, end: label.start }, aspect: null, place: "main", isTotal: false };
  progress.lastAmount = { ...amountClaim(context, progress, figure, words, null), subject: last.subject };
  progress.claims.push(progress.lastAmount);
  progress.lastLead = null;
  return true;
}

const REACHES = /^后?(?:至|到|达到|达)$/u;

/** Income is not expenditure: what came in has no budget to exceed. */

import { DIALECTS } from "../dialects/dialect";
import { bareLabel, sideCalled, tidy } from "../headers/text";
import { because } from "../reason";
import { drop, isBudget, isSpending, type Candidate } from "./candidate";

/** What may say that a table, or one side of it, is about income. */
export interface SideEvidence {
  /** Lines above the header, from the nearest up. */
  readonly captions: readonly string[];
  readonly title: string | null;
  readonly sheetName: string;
}

/** Under 收入 beside 支出 stands what came in; where the spending has its own budget, none of it is of the spending. */
export function leaveIncomeSide(candidates: readonly Candidate[]): void {
  const sideOf = ({ path }: Candidate): string | undefined => path.slice(0, -1).find((text) => sideCalled(text) !== null);
  const sides = candidates.map((candidate) => ({ candidate, word: sideOf(candidate) }));
  if (!sides.some(({ candidate, word }) => isBudget(candidate.meaning) && word !== undefined && sideCalled(word) === "spending")) return;
  for (const { candidate, word } of sides) if (word !== undefined && sideCalled(word) === "income") drop(candidate, because("income", { header: candidate.header, word }));
}

/** The words that say so; null where nothing does. The nearest decides: 收入 | 支出 over the two sides before the title of both. */
export function incomeOf(candidates: readonly Candidate[], { captions, title, sheetName }: SideEvidence): string | null {
  const received = candidates.filter(({ meaning, header, evidence }) => (isSpending(meaning) || (meaning === null && evidence.numbers > 0)) && DIALECTS.some(({ income }) => income.amount.test(bareLabel(header))));
  if (received[0] !== undefined && candidates.every((candidate) => !isSpending(candidate.meaning) || received.includes(candidate))) return received[0].header;
  // A column of amounts that came in, beside what was spent, makes no side.
  const parents = candidates.flatMap(({ path, reason, evidence: { numbers, texts } }) => (texts > numbers ? path : reason.code === "income" ? [] : path.slice(0, -1))).filter((text, at, all) => all.indexOf(text) === at);
  for (const text of [...parents, ...captions]) {
    const side = sideCalled(text);
    if (side !== null) return side === "income" ? text : null;
  }
  const named = title ?? sheetName;
  return DIALECTS.some(({ income }) => income.title.test(tidy(named))) ? named : null;
}

/** Takes what would be divided by a budget, and leaves the rest as it is printed. */
export function leaveIncome(candidates: readonly Candidate[], word: string): void {
  for (const candidate of candidates) {
    const { meaning, header } = candidate;
    if (isSpending(meaning) || (meaning === null && header === word)) drop(candidate, because("income", { header, word }));
  }
}

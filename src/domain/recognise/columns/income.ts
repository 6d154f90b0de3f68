/** Income is not expenditure: what came in has no budget to exceed. */

import { DIALECTS } from "../dialects/dialect";
import { bareLabel, sideCalled, tidy } from "../headers/text";
import { because } from "../reason";
import { monthsOf } from "../../table";
import { drop, type Candidate } from "./candidate";

/** What may say that a table, or one side of it, is about income. */
export interface SideEvidence {
  /** Lines above the header, from the nearest up. */
  readonly captions: readonly string[];
  readonly title: string | null;
  readonly sheetName: string;
}

/** The words that say so; null where nothing does. The nearest decides: 收入 | 支出 over the two sides before the title of both. */
export function incomeOf(candidates: readonly Candidate[], { captions, title, sheetName }: SideEvidence): string | null {
  const received = candidates.filter(({ meaning, header, evidence }) => (isDivided(meaning) || (meaning === null && evidence.numbers > 0)) && DIALECTS.some(({ income }) => income.amount.test(bareLabel(header))));
  if (received[0] !== undefined && candidates.every((candidate) => !isDivided(candidate.meaning) || received.includes(candidate))) return received[0].header;
  // A column of amounts that came in, beside what was spent, makes no side.
  const parents = candidates.flatMap(({ path, evidence: { numbers, texts } }) => (texts > numbers ? path : path.slice(0, -1))).filter((text, at, all) => all.indexOf(text) === at);
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
    if (isDivided(meaning) || (meaning === null && header === word)) drop(candidate, because("income", { header, word }));
  }
}

function isDivided(meaning: Candidate["meaning"]): boolean {
  return meaning === "expenditure" || (meaning !== null && monthsOf(meaning) !== null);
}

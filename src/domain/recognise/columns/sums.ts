/** Which columns add up to which: what the figures of the first lines prove, whatever the headers say. */

import { grouped } from "../../grouped";
import { isBudget, isCarried, isChange, isMoney, isNumeric, isPast, ROUNDING, says, type Candidate } from "./candidate";

export interface Sum {
  readonly whole: Candidate;
  /** What it is in every line; decreases are taken off. */
  readonly terms: readonly Candidate[];
  /** How many lines show it, and how many do not. */
  readonly lines: number;
  readonly missed: number;
}

/** Of each column the nearest others that it adds up, if any do: those of the same header under other headings, or its neighbours on one side. */
export function sumsOf(candidates: readonly Candidate[]): readonly Sum[] {
  const byLeaf = grouped(candidates, ({ path }) => (path.length > 1 ? (path.at(-1) ?? "") : null));
  return candidates.flatMap((whole, at) => {
    if (!isNumeric(whole)) return [];
    const alike = whole.path.length < 2 ? [] : (byLeaf.get(whole.path.at(-1) ?? "") ?? []);
    const groups = alike.length > MOST_GROUPS ? [] : [alike.filter((other) => other !== whole)];
    return sumOf(whole, [...groups, ...blocksBeside(candidates, at)]) ?? [];
  });
}

/** In wider tables not every column is tried with every two others: that takes the third power of their number. */
export const MOST_COMPARED = 40;

/** At most so many neighbours are tried as parts of one, and so many headings with the same columns. */
const MOST_PARTS = 8;
const MOST_GROUPS = 40;

function blocksBeside(candidates: readonly Candidate[], at: number): (readonly Candidate[])[] {
  const before = runOf(candidates.slice(Math.max(0, at - MOST_PARTS), at).reverse());
  const behind = runOf(candidates.slice(at + 1, at + 1 + MOST_PARTS));
  return [before, behind].flatMap((run) => run.slice(1).map((_, i) => run.slice(0, i + 2)));
}

/** As far as they hold figures; a column that is blank so far is none of them. */
function runOf(columns: readonly Candidate[]): readonly Candidate[] {
  const filled = columns.filter(({ evidence: { numbers, texts } }) => numbers + texts > 0);
  const end = filled.findIndex((column) => !isNumeric(column));
  return filled.slice(0, end < 0 ? filled.length : end);
}

/** What holds in every line, else what holds in most of them: a mistake in one line is no reason to take the whole for something else. */
function sumOf(whole: Candidate, blocks: readonly (readonly Candidate[])[]): Sum | null {
  const sums = blocks.flatMap((terms): Sum[] => {
    const hasChange = terms.some(isChange);
    if (!terms.every(isTerm) || (hasChange && !isChangedBudget(terms))) return [];
    const { lines, changed, missed } = linesOf(whole, terms);
    // A single line may be chance, but hardly where words say that a budget is changed.
    const mayMiss = hasChange || whole.meaning === "amount" || isWithCarriedOver(whole, terms);
    // A line that was not changed is its own budget as much as the adjusted one.
    const telling = hasChange ? changed : lines;
    return lines > (hasChange ? 0 : 1) && (missed === 0 || (mayMiss && telling >= MOST * missed)) ? [{ whole, terms, lines, missed }] : [];
  });
  // 支出 + 结余 come to a budget as well, but it is not made of them.
  const made = whole.meaning === "expenditure" ? sums : sums.filter(({ terms }) => !isUse(terms));
  const told = made.length > 0 ? made : sums;
  return told.find(({ missed }) => missed === 0) ?? told[0] ?? null;
}

/** 当年支出 + 年末结转. */
function isUse(terms: readonly Candidate[]): boolean {
  return terms.some(({ meaning }) => meaning === "expenditure") && terms.some((term) => term.meaning !== "expenditure" && says(term, "left"));
}

/** 上年结转 | 当年预算 | 资金合计. */
function isWithCarriedOver(whole: Candidate, terms: readonly Candidate[]): boolean {
  return isBudget(whole.meaning) && terms.length === 2 && terms.some(isCarried) && terms.some(({ meaning }) => meaning === whole.meaning);
}

/** For each line that a sum does not hold in; a mistake in one of seven shows in the total as well. */
const MOST = 3;

/** 上年结转 | 年初预算 | 追加, but nothing that was spent. */
function isChangedBudget(terms: readonly Candidate[]): boolean {
  return terms.some(({ meaning }) => isBudget(meaning)) && terms.every((term) => isChange(term) || isCarried(term) || term.meaning === null || isBudget(term.meaning));
}

/** Codes and rates add up to nothing, nor do 以前年度支出 and 本年支出 to anything of this year. 当年预算 + 结转资金 do, and 支出 + 余额. */
function isTerm(column: Candidate): boolean {
  const { meaning, header } = column;
  return meaning === null ? header !== "" && !isPast(column) : isMoney(meaning) || isCarried(column) || says(column, "rest");
}

/** In how many of the first lines it holds; none unless more than one adds anything, for nothing would be added. `changed`: in how many of these a change is more than nothing. */
function linesOf(whole: Candidate, terms: readonly Candidate[]): Pick<Sum, "lines" | "missed"> & { readonly changed: number } {
  let [lines, changed, missed] = [0, 0, 0];
  const changes = terms.filter(isChange);
  const filled = new Set<Candidate>();
  for (const [line, sum] of whole.evidence.first.entries()) {
    if (Number.isNaN(sum)) continue;
    if (Math.abs(terms.reduce((total, term) => total + valueAt(term, line), 0) - sum) >= ROUNDING) missed += 1;
    else if (sum !== 0) {
      lines += 1;
      if (changes.some((change) => valueAt(change, line) !== 0)) changed += 1;
    }
    for (const term of terms) if (valueAt(term, line) !== 0) filled.add(term);
  }
  const isEmpty = (term: Candidate): boolean => !filled.has(term) && !isChange(term) && !isCarried(term);
  return { lines: filled.size < 2 || terms.some(isEmpty) ? 0 : lines, changed, missed };
}

/** In how many lines it is not their sum, where it is in most; null where it is not, or in one alone, which may be chance. */
export function missedInMost(whole: Candidate, parts: readonly [Candidate, Candidate]): number | null {
  const { lines, missed } = linesOf(whole, parts);
  return lines > 1 && lines >= MOST * missed ? missed : null;
}

/** In every line that it has a figure in, and neither of them is nothing. */
export function isSumOf(whole: Candidate, parts: readonly [Candidate, Candidate]): boolean {
  const { lines, missed } = linesOf(whole, parts);
  return lines > 0 && missed === 0;
}

/** 调增 | 调减 | 调整合计: what is counted already, one by one. */
export function totalsOfChanges(candidates: readonly Candidate[]): readonly Candidate[] {
  const isTotal = (whole: Candidate, at: number): boolean => {
    const before = candidates.slice(0, at).reverse();
    const parts = before.slice(0, before.findIndex((column) => !isChange(column)));
    const { lines, missed } = linesOf(whole, parts);
    return isNumeric(whole) && isChange(whole) && lines > 1 && missed === 0;
  };
  return candidates.filter(isTotal);
}

/** What columns come to in one of the first lines, decreases taken off. */
export function amountAt(columns: readonly Candidate[], line: number): number {
  return columns.reduce((sum, column) => sum + valueAt(column, line), 0);
}

/** What it adds; what is no amount adds nothing, and a decrease is one with its minus sign or without. */
export function valueAt({ meaning, evidence: { first } }: Candidate, line: number): number {
  const figure = first[line] ?? NaN;
  if (Number.isNaN(figure)) return 0;
  return meaning === "decrease" ? -Math.abs(figure) : figure;
}

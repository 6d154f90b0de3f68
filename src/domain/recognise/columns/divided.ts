/** 基本支出 and 项目支出 beside the amount that they divide: a common heading says which that is, else the figures do. */

import { columnName } from "../../../workbook/address";
import { because } from "../reason";
import { drop, isBudgetOrSpending, isMoney, ROUNDING, sumAt, type Candidate } from "./candidate";
import type { Role } from "../../table";

/** The meaning of a whole that columns of 基本支出 and 项目支出 divide. */
type Divided = Extract<Role, "original-budget" | "adjusted-budget" | "expenditure">;
type Whole = Candidate & { readonly meaning: Divided };

/** So budget and spending may have their own parts each. Where some are told, others are none. */
export function tellDivided(candidates: readonly Candidate[]): void {
  for (const part of candidates.filter(isOpenPart)) {
    const whole = underHeading(part, candidates);
    if (whole !== null) part.partOf = whole.meaning;
  }
  tellByFigures(candidates.filter(({ meaning }) => isMoney(meaning)));
  for (const part of candidates.filter(isOpenPart)) {
    const told = candidates.find(({ meaning, partOf }) => meaning === part.meaning && partOf !== undefined);
    if (told !== undefined) drop(part, because("role-taken", { header: part.header, column: columnName(told.column) }));
  }
}

function isOpenPart(candidate: Candidate): boolean {
  return isPart(candidate) && candidate.partOf === undefined;
}

function isPart({ meaning }: Candidate): boolean {
  return meaning === "basic" || meaning === "project";
}

function isWhole(candidate: Candidate | undefined): candidate is Whole {
  return candidate !== undefined && isBudgetOrSpending(candidate.meaning);
}

/** 年初预算数 over 小计 | 基本支出 | 项目支出, or over 小计 | 其中 over these. */
function underHeading(part: Candidate, candidates: readonly Candidate[]): Whole | null {
  const headings = part.path.slice(0, -1);
  const [only, ...others] = candidates.filter(isWhole).filter(({ path }) => path.length > 1 && path.slice(0, -1).every((text, i) => text === headings[i]));
  return others.length === 0 ? (only ?? null) : null;
}

/** Neighbours, and the amount to their left or right that they make up. */
function tellByFigures(money: readonly Candidate[]): void {
  money.forEach((first, k) => {
    const second = money[k + 1];
    if (second === undefined || first.meaning === second.meaning || !isOpenPart(first) || !isOpenPart(second)) return;
    const sides = [money.slice(0, k).findLast((other) => !isPart(other)), money.slice(k + 2).find((other) => !isPart(other))];
    const whole = sides.filter(isWhole).find((side) => makeUp([first, second], side));
    if (whole !== undefined) for (const part of [first, second]) part.partOf = whole.meaning;
  });
}

/** In most of the first lines, and in one at least. */
function makeUp(parts: readonly Candidate[], whole: Candidate): boolean {
  const lines = whole.evidence.first.flatMap((figure, line) => (Number.isNaN(figure) || figure === 0 ? [] : [Math.abs(sumAt(parts, line) - figure)]));
  const exact = lines.filter((difference) => difference < ROUNDING).length;
  return exact > 0 && exact * 2 > lines.length;
}

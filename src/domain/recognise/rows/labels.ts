/** Row labels: totals under any of their names, and rows that are part of the row above. */

import { DIALECTS } from "../dialects/dialect";
import { bareLabel, isLeftOver, sideCalled, tidy, type Side } from "../headers/text";

/** Labels are short; names of projects that merely contain 合计 are longer. Letters take more of them than Han characters. */
const LONGEST_LABEL = 32;
const LONGEST_OF_LETTERS = 64;

function isTooLong(label: string): boolean {
  return label.length > LONGEST_LABEL && (label.length > LONGEST_OF_LETTERS || /\p{Script=Han}/u.test(label));
}

const MAY_BE_TOTAL = /计|总|汇|页|total|sum/iu;

/** How much a row with this label adds up: 3 总计, 2 合计 and 项目金额合计, 1 小计 and 教育支出合计, 0 nothing. */
export function totalRank(label: string): 0 | 1 | 2 | 3 {
  if (isTooLong(label) || !MAY_BE_TOTAL.test(label)) return 0;
  const bare = tidy(label)
    .replace(/\([^()]*\)/gu, "")
    .replace(/^(?:[一二三四五六七八九十]+|\d{1,2}|[a-z])[、.)]/u, "")
    .replace(/[:.\s]+$/u, "");
  let rank: 0 | 1 | 2 | 3 = 0;
  for (const { totals } of DIALECTS) {
    if (totals.grand.test(bare)) return 3;
    if (totals.total.test(bare)) return 2;
    if (totals.subtotal.test(bare)) rank = 1;
  }
  return rank;
}

/** Without what says no more than that it is a sum: 民生类小计. */
export function withoutSumWord(label: string): string {
  return label.replace(/[(（]?(?:小计|合计|subtotal)[)）]?[:：]?$/iu, "");
}

const MAY_BE_BALANCE = /结[转余]|收支|[aA](?:lance|LANCE)|[uU](?:rplus|RPLUS)|[aA](?:rry|RRY)|^(?:excess|deficiency|deficit|net|revenues?|fund)\b/iu;

/** 年末结转和结余, closing balance. */
export function isBalance(name: string): boolean {
  if (isTooLong(name) || !MAY_BE_BALANCE.test(name)) return false;
  const label = tidy(name);
  return DIALECTS.some(({ balance }) => balance.test(label));
}

/** 年末结转和结余 and 结余分配, but not 上年结转, which was there to spend. */
export function isClosingBalance(name: string): boolean {
  return isBalance(name) && isLeftOver(bareLabel(name));
}

const MAY_BE_SIDE = /收\s*入|支\s*出|revenue|income|receipt|resource|financing|expenditure|expense|spending|appropriation|outlay|disbursement/iu;

/** REVENUES, 收入合计, 二、支出: the side of a table that a heading or a total is of; null for all others. */
export function sideOf(label: string): Side | null {
  if (isTooLong(label) || !MAY_BE_SIDE.test(label)) return null;
  const bare = bareLabel(label);
  return DIALECTS.map(({ totalColumn }) => sideCalled(bare.replace(totalColumn, ""))).find((side) => side !== null) ?? null;
}

const MAY_BE_SOURCE = /[资基]金|拨款|公共预算|fund|appropriation|source/iu;

/** 财政拨款, 其他资金: lines that tell where money comes from. */
export function isSource(name: string): boolean {
  if (name.length > LONGEST_LABEL || !MAY_BE_SOURCE.test(name)) return false;
  const label = tidy(name);
  return DIALECTS.some(({ sources }) => sources.line.test(label));
}

/** 上年结转资金. */
export function isCarriedOver(name: string): boolean {
  const label = tidy(name);
  return DIALECTS.some(({ sources }) => sources.carried.test(label));
}

const MAY_BE_SPENDING = /支\s*出|expenditure|spending|expense/iu;

/** 本年支出, 部门支出: what was spent on everything, or one line among others. */
export function mayBeAllLines(name: string): boolean {
  if (isTooLong(name) || !MAY_BE_SPENDING.test(name)) return false;
  const bare = bareLabel(name);
  return DIALECTS.some(({ allLines }) => allLines.test(bare));
}

/** 基本支出 or 项目支出, into which every budget is divided; null for all others. */
export function budgetPartOf(name: string): "basic" | "project" | null {
  if (isTooLong(name) || !MAY_BE_SPENDING.test(name)) return null;
  const bare = bareLabel(name).replace(/^(?:其中|of which):? ?/u, "");
  return (["basic", "project"] as const).find((part) => DIALECTS.some(({ budgetParts }) => budgetParts[part].test(bare))) ?? null;
}

const OF_WHICH = DIALECTS.map(({ ofWhichRow }) => ofWhichRow);

const DEDUCTIONS = DIALECTS.map(({ deduction }) => deduction);

/** 减：收回存量. */
export function isDeduction(name: string): boolean {
  return DEDUCTIONS.some((pattern) => pattern.test(name));
}

export function isOfWhich(name: string): boolean {
  for (const pattern of OF_WHICH) if (pattern.test(name)) return true;
  return false;
}

/** What a column holds, against what its header says. */

import { columnName } from "../../../workbook/address";
import { areYears } from "../headers/probe";
import { because } from "../reason";
import { assign, drop, isMoney, leafSays, type Candidate } from "./candidate";

/** Texts are no amounts, numbers are no names, and 1, 2, 3… are serial numbers whatever the header says. */
export function trustContents(candidates: readonly Candidate[]): void {
  const isBeforeNames = createIsBeforeNames(candidates);
  for (const candidate of candidates) {
    const { meaning, header, evidence: { numbers, texts, codes, isSerial } } = candidate;
    const isFigure = meaning === "amount" || meaning === "ratio" || meaning === "rate" || meaning === "share" || isMoney(meaning);
    if (isFigure && texts > 0 && numbers === 0) drop(candidate, because("holds-texts", { header }));
    else if (isFigure && numbers === 0 && isBeforeNames(candidate)) drop(candidate, because("label-of-lines", { header }));
    else if (meaning === "code" && candidate.otherwise === "name" && texts - codes > numbers + codes) assign(candidate, "name", "likely", because("header-likely", { header }));
    else if ((meaning === "name" || meaning === "code" || meaning === null) && isSerial && numbers > 1) assign(candidate, "serial", "sure", because("serial-number", { header }));
    else if (meaning === "name" && numbers > 0 && texts === 0) drop(candidate, because("holds-numbers", { header }));
    else if (meaning === "function-name" && numbers + codes > texts - codes) assign(candidate, "function-code", "likely", because("holds-codes", { header }));
  }
}

/** 项目资金（万元） beside 年度资金总额 | 其中：当年财政拨款: what all lines are, left of their names. */
function createIsBeforeNames(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  const firstAmount = candidates.findIndex(({ meaning, evidence }) => isMoney(meaning) && evidence.numbers > 0);
  const names = candidates.slice(0, Math.max(firstAmount, 0)).findLast(({ evidence: { texts, numbers } }) => texts > numbers);
  return ({ column }) => names !== undefined && column < names.column;
}

/** Without any header for names, the nearest column of texts left of the amounts holds them; a column of line numbers, called Line, where it holds words instead; else the numbers of indicators that payments are out of, or years. */
export function nameByContents(candidates: readonly Candidate[]): void {
  if (candidates.some(({ meaning }) => meaning === "name" || meaning === "function-name")) return;
  const firstAmount = candidates.findIndex(({ meaning, evidence }) => (meaning === "amount" || isMoney(meaning)) && evidence.numbers > 0);
  const before = candidates.slice(0, Math.max(firstAmount, 0));
  const texts = before.filter(({ meaning, evidence }) => (meaning === null && evidence.texts > evidence.numbers) || (meaning === "serial" && evidence.texts - evidence.codes > evidence.numbers + evidence.codes));
  const named = texts.findLast((candidate) => !leafSays(candidate, "person")) ?? texts.at(-1);
  const numbered = candidates.some(({ meaning }) => meaning === "code" || meaning === "function-code") ? undefined : before.find(isOfNumbers);
  const found = named ?? numbered ?? before.find(({ meaning, evidence }) => meaning === null && areYears(evidence.first));
  if (found !== undefined) assign(found, "name", "likely", because("name-by-content", { column: columnName(found.column) }));
}

/** 指标文号, 合同编号. */
function isOfNumbers(candidate: Candidate): boolean {
  const { meaning, evidence: { numbers, texts } } = candidate;
  return meaning === "other" && texts > numbers && leafSays(candidate, "indicatorNumber");
}

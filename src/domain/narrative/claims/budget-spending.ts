/** 预算支出 is a budget or what was spent of one; what stands beside it in its sentence tells. Offsets are the sentence's own. */

import type { AmountClaim } from "../claim";
import { fold } from "../text/fold";
import { SEMICOLON } from "./clause";

const BUDGET_SPENDING = "预算支出";

/** "either": nothing tells. */
export type BudgetSpending = "budget" | "expenditure" | "either";

/** 实际支出81.70万元，预算支出400.00万元: what was spent is told by another word. */
const SPENT = /(?<!预算)(?:支出|决算|执行|支付|使用|花费)(?:数|额|金额|总额|为|共计|合计|达|了|[:：])*[\d.,]+\s?[百千万亿]{0,2}元/u;
const PLANNED = /(?:安排|编制|批复|下达|核定|计划|年初)$/u;
/** What only spending has, behind it: a rate of a budget, a lead over time. */
const MEASURED = /完成[^，,；;。]{0,12}预算|执行率|完成率|支出率|(?:执行|支出|序时|时间)进度|占[^，,；;。]{0,8}(?<!支出)预算(?!支出)|超支|结余|节约/u;
/** Before it: the budget it is of. */
const BUDGET_TOLD = /(?:预算|指标)(?:数|额|金额|总额|为|共计|合计|安排|[:：])*[\d.,]+\s?[百千万亿]{0,2}元/u;

/** `label` is where the words begin, `figure` where their figure does. */
export function senseOfBudgetSpending(text: string, label: number, figure: number): BudgetSpending {
  const [before, behind] = [text.slice(0, label).split(SEMICOLON).at(-1) ?? "", text.slice(figure).split(/[；;]|其中/u)[0] ?? ""];
  if (PLANNED.test(before) || SPENT.test(before) || SPENT.test(behind)) return "budget";
  return MEASURED.test(behind) || BUDGET_TOLD.test(before) ? "expenditure" : "either";
}

export function isBudgetSpending(words: string): boolean {
  return words === BUDGET_SPENDING;
}

/** Called 预算支出, and nothing tells which of the two it is. */
export function mayBeSpent({ role, label, sentence, figure }: AmountClaim): boolean {
  if (role !== "budget" || !isBudgetSpending(label)) return false;
  const text = fold(sentence.text);
  const at = figure.start - sentence.start;
  return senseOfBudgetSpending(text, text.lastIndexOf(label, at), at) === "either";
}

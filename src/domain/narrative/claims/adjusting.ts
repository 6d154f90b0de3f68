/** Whether words tell that a budget was changed: of a budget, in the year, and done. Offsets are the sentence's own. */

import type { FoundVerb } from "./clause";
import { SOFT_VERBS } from "./words";

/** "change": a budget's. "plan": none yet. "other": of a contract, an invoice, a heading of spending. */
export type AdjustingSense = "change" | "plan" | "other";

const BUDGET = /预算|指标/u;
const MONEY_OF_BUDGETS = /^[了的该本]*$|预算|指标|经费|资金|拨款|额度|专项|^.*“[^”]*”$/u;
/** 项目追加了部分预算，…三项追加监理费2758元: what it was added for stands in the budget's place. */
const SAYS_IT_IS_ONE = /(?:追加|调[增减整])[^，,。；;\d]{0,8}(?:预算|指标)/u;
const CHANGES_OF_BUDGETS = /预算|指标|追加|调[增减]/u;
const OTHER_MONEY = /合同|工程[款价量]|造价|价款|结算|决算|审[计定核]|评审|投资|单价|中标|原因/u;
const NOT_DONE = /申请|申报|建议|如需|如果|预计|打算|准备|争取|请求|希望|计划(?!生育|内|单列)|(?<![模虚])拟|若(?!干)|(?:上|去|往|次|明|下一?)年|以前年度/u;
/** Directly before the verb, where they are no part of a name. */
const NOT_YET = /(?:需要?|应|将|可|待|未|不再|不得?|没有|无|能否|是否|(?<!(?:根据|按照?|依据|落实)[^，,。；;]*)要求)(?:再|另行?|相应|适当|继续|进行)?$/u;
/** What was asked for before the budget was made is cut there. */
const ASKED_FOR = /(?:申报|申请|上报|送审|报审)(?!追加)[^。；;]*$/u;
const REFUSED = /^-?[\d.,，]+\s?[百千万亿]{0,2}元[^。；;]{0,12}?(?:未(?:获|予|经|被|能|得)?[^，,。；;]{0,4}(?:批|同意|通过|下达|落实)|不予|被否|没有[^，,。；;]{0,4}批)/u;

/** `start` is where the verb's clause begins, `figure` where the figure does. */
export function senseOf(text: string, start: number, verb: FoundVerb<1 | -1>, figure: number): AdjustingSense {
  const before = text.slice(start, verb.start);
  const sentence = text.slice(Math.max(text.lastIndexOf("；", verb.start), text.lastIndexOf(";", verb.start)) + 1, verb.start);
  if (NOT_DONE.test(before) || NOT_YET.test(before) || REFUSED.test(text.slice(figure)) || (verb.meaning < 0 && ASKED_FOR.test(sentence))) return "plan";
  if (OTHER_MONEY.test(before) || !isOfBudget(verb, text.slice(verb.end, figure), sentence, text)) return "other";
  return "change";
}

function isOfBudget({ verb }: FoundVerb<1 | -1>, object: string, sentence: string, text: string): boolean {
  if (SOFT_VERBS.has(verb)) return BUDGET.test(object) || (MONEY_OF_BUDGETS.test(object) && CHANGES_OF_BUDGETS.test(text));
  return MONEY_OF_BUDGETS.test(object) || SAYS_IT_IS_ONE.test(sentence);
}

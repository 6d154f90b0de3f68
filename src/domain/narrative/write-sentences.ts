/**
 * The report's sentences, written from the tables' figures in the report's own style, ready to paste.
 * They are the report's language whatever the pane speaks. Reading them gives back what was written.
 */

import { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
import type { CutOff } from "../execution/result";

/** How a sentence's amounts are written. */
export interface WrittenAmounts {
  readonly unit: Unit;
  /** With two decimals, as tables print them; else in full. Rates are of the exact amounts in either case. */
  readonly isRounded?: boolean;
}

export interface WrittenLine extends WrittenAmounts {
  readonly name: string;
  readonly expenditure: Decimal;
  /** The adjusted budget. */
  readonly budget: Decimal;
}

/** 人大事务全年支出71.16万元，全部预算118.30万元。完成全年预算60.15%。 */
export function writeLine({ name, expenditure, budget, ...of }: WrittenLine): string {
  const rate = rateText(expenditure, budget);
  return `${name}全年支出${money(expenditure, of)}，全部预算${money(budget, of)}。${rate === null ? "" : `完成全年预算${rate}。`}`;
}

export interface WrittenOverall extends Omit<WrittenLine, "name"> {
  /** Whose budget: 部门整体. */
  readonly name: string;
  readonly cutOff: CutOff;
  /** Whether the lines follow. */
  readonly hasLines: boolean;
}

/** 2016年度部门整体支出23349.93万元，截止2016年12月31日已完成全年预算27752.10万元的84.14%，详细情况如下： */
export function writeOverall({ name, expenditure, budget, cutOff, hasLines, ...of }: WrittenOverall): string {
  const rate = rateText(expenditure, budget);
  const done = rate === null ? `全年预算${money(budget, of)}` : `已完成全年预算${money(budget, of)}的${rate}`;
  return `${cutOff.year}年度${name}支出${money(expenditure, of)}，截止${dateText(cutOff)}${done}${hasLines ? "，详细情况如下：" : "。"}`;
}

export interface WrittenSum extends Omit<WrittenLine, "name"> {
  readonly basis: "original-budget" | "adjusted-budget";
  /** null: the sentence names no day. */
  readonly cutOff: CutOff | null;
}

/** Over lines of which nobody says that they are all there is: 截止2023年6月30日，以下各项合计支出32997.00万元，已完成年初预算65704.36万元的50.22%，详细情况如下： */
export function writeSum({ expenditure, budget, basis, cutOff, ...of }: WrittenSum): string {
  const label = budgetLabel(basis);
  const rate = rateText(expenditure, budget);
  const done = rate === null ? `${label}${money(budget, of)}` : `已完成${label}${money(budget, of)}的${rate}`;
  return `${cutOff === null ? "" : `截止${dateText(cutOff)}，`}以下各项合计支出${money(expenditure, of)}，${done}，详细情况如下：`;
}

function budgetLabel(basis: "original-budget" | "adjusted-budget"): string {
  return basis === "original-budget" ? "年初预算" : "全年预算";
}

export interface WrittenChange {
  /** 追加 for an increase, 调减 for a decrease. */
  readonly change: Decimal;
  readonly unit: Unit;
  /** Month of the cut-off date's year; null if unknown, and without effect without that date. */
  readonly month: number | null;
}

export interface WrittenProject extends WrittenAmounts {
  readonly number: number;
  readonly name: string;
  /** "original-budget" is written as 年初预算, "adjusted-budget" as 全年预算. */
  readonly basis: "original-budget" | "adjusted-budget";
  readonly budget: Decimal;
  readonly expenditure: Decimal;
  /** null: the sentence names no day. */
  readonly cutOff: CutOff | null;
  readonly changes: readonly WrittenChange[];
  /** What the changes make of the budget; told where it is given. */
  readonly adjusted?: Decimal | null;
  /** Without label and full stop; "" for none. */
  readonly goal: string;
  readonly cause: string;
}

/**
 * Up to three lines: the figures with the goal, the changes of the budget and the rate on what they make of it, the cause.
 * 2. 文体活动中心工程尾款全年预算109.46万元，截止2016年12月31日实际支出35.45万元，已完成全年预算的32.39%。项目目标：…。
 */
export function writeProject(project: WrittenProject): string {
  const { number, name, basis, budget, expenditure, cutOff, changes, adjusted = null, goal, cause } = project;
  const label = budgetLabel(basis);
  const rate = rateText(expenditure, budget);
  const figures = `${number}. ${name}${label}${money(budget, project)}，${cutOff === null ? "" : `截止${dateText(cutOff)}`}实际支出${money(expenditure, project)}`;
  return [
    `${figures}${rate === null ? "" : `，已完成${label}的${rate}`}。${goal === "" ? "" : `项目目标：${goal}。`}`,
    ...(changes.length === 0 ? [] : [`${[...changes.map((change) => changeText(change, project)), ...(adjusted === null ? [] : adjustedTexts(adjusted, expenditure, project))].join("，")}。`]),
    ...(cause === "" ? [] : [`原因分析：${cause}。`]),
  ].join("\n");
}

function adjustedTexts(adjusted: Decimal, expenditure: Decimal, of: WrittenAmounts): string[] {
  const rate = rateText(expenditure, adjusted);
  return [`调整后预算为${money(adjusted, of)}`, ...(rate === null ? [] : [`已完成调整后预算的${rate}`])];
}

function changeText({ change, unit, month }: WrittenChange, { cutOff, isRounded }: Pick<WrittenProject, "cutOff" | "isRounded">): string {
  return `${month === null || cutOff === null ? "" : `${cutOff.year}年${month}月`}${change.isNegative() ? "调减" : "追加"}预算${money(change.abs(), { unit, ...(isRounded !== undefined && { isRounded }) })}`;
}

export interface WrittenApproval extends WrittenAmounts {
  /** 街道, 本部门. */
  readonly name: string;
  readonly total: Decimal;
  /** null: the tables do not divide it. */
  readonly parts: { readonly basic: Decimal; readonly project: Decimal } | null;
}

/** 街道年初预算28265.19万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。 */
export function writeApproval({ name, total, parts, ...of }: WrittenApproval): string {
  return `${name}年初预算${money(total, of)}。${parts === null ? "" : `其中：基本支出预算${money(parts.basic, of)}，项目支出预算${money(parts.project, of)}。`}`;
}

export interface WrittenAdjustment extends WrittenAmounts {
  readonly name: string;
  /** Left out, the sentence begins with the changes. */
  readonly original?: Decimal;
  /** Both without sign; null where there is none. */
  readonly increase: Decimal | null;
  readonly decrease: Decimal | null;
  /** With its sign: quotas are taken back as well. */
  readonly quotaIncrease: Decimal | null;
  /** What all changes come to, with its sign, where only that is known. */
  readonly net?: Decimal | null;
  readonly adjusted: Decimal;
}

/** 街道年初预算28265.19万元，调增预算2057.70万元，调减预算4817.56万元，指标调增2246.77万元，调整后预算为27752.10万元。 */
export function writeAdjustment({ name, original, increase, decrease, quotaIncrease, net = null, adjusted, ...of }: WrittenAdjustment): string {
  const quota = quotaIncrease?.isNegative() === true ? "指标调减" : "指标调增";
  const terms = [["年初预算", original ?? null], ["调增预算", increase], ["调减预算", decrease], [quota, quotaIncrease?.abs() ?? null]] as const;
  const told = terms.flatMap(([label, amount]) => (amount === null ? [] : [`${label}${money(amount, of)}`]));
  const compared = net === null ? [] : [`比年初预算${net.isNegative() ? "减少" : "增加"}${money(net.abs(), of)}`];
  return `${name}${[...told, `调整后预算为${money(adjusted, of)}`, ...compared].join("，")}。`;
}

export interface WrittenShare extends WrittenAmounts {
  /** What the sum was spent on: 重点投入环境建设、民生服务等各方面. */
  readonly name: string;
  readonly part: Decimal;
  readonly year: number;
  /** The whole year's expenditure, which the share is of. */
  readonly whole: Decimal;
  /** In parentheses, what is not in it. */
  readonly without?: string;
}

/** 重点投入…等各方面共计21188.29万元，占2016年预算全部支出23349.93万元的90.74%。 */
export function writeShare({ name, part, year, whole, without = "", ...of }: WrittenShare): string {
  const share = rateText(part, whole);
  return `${name}共计${money(part, of)}${share === null ? "" : `，占${year}年预算全部支出${without}${money(whole, of)}的${share}`}。`;
}

/** Two decimals, more only where the amount has more and is to be told in full; no separators, as the report writes them. */
function money(amount: Decimal, { unit, isRounded = false }: WrittenAmounts): string {
  return `${amount.toFixed(isRounded ? 2 : Math.max(2, amount.decimalPlaces()), Decimal.ROUND_HALF_UP)}${unit}`;
}

/** Half up at 0.01 %; null where there is nothing to divide by. */
function rateText(part: Decimal, whole: Decimal): string | null {
  return whole.lte(0) ? null : `${part.div(whole).times(100).toFixed(2, Decimal.ROUND_HALF_UP)}%`;
}

function dateText({ year, month, day }: CutOff): string {
  return `${year}年${month}月${day}日`;
}

export interface WrittenProgress extends WrittenAmounts {
  readonly name: string;
  readonly expenditure: Decimal;
  readonly budget: Decimal;
  readonly basis: "original" | "adjusted";
}

/** Of a part of the year, or against the original budget: 人大事务支出35.16万元，完成年初预算65.41万元的53.75%。 */
export function writeProgress({ name, expenditure, budget, basis, ...of }: WrittenProgress): string {
  const rate = rateText(expenditure, budget);
  const label = basis === "original" ? "年初预算" : "调整后预算";
  return `${name}${name.endsWith("支出") ? "" : "支出"}${money(expenditure, of)}，${rate === null ? `${label}${money(budget, of)}` : `完成${label}${money(budget, of)}的${rate}`}。`;
}

export interface WrittenSelection extends WrittenAmounts {
  readonly count: number;
  readonly selected: Decimal;
  /** What the amounts are: 年初预算, 调整后预算. */
  readonly budgetName: string;
  /** The budget of all projects; null where it is not known. */
  readonly whole: Decimal | null;
}

/** 本次跟踪项目25个，年初预算合计6805.36万元，占项目支出年初预算22512.34万元的30.23%。 */
export function writeSelection({ count, selected, budgetName: label, whole, ...of }: WrittenSelection): string {
  const share = whole === null ? null : rateText(selected, whole);
  return `本次跟踪项目${count}个，${label}合计${money(selected, of)}${whole === null || share === null ? "" : `，占项目支出${label}${money(whole, of)}的${share}`}。`;
}

/** 截至2016年12月31日 */
export function writeDate(cutOff: CutOff): string {
  return `截至${dateText(cutOff)}`;
}

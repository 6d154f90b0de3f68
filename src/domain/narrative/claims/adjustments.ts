/** A change of a budget as a claim: of which line, when, in which words. */

import type { AdjustmentClaim, AmountClaim, Subject } from "../claim";
import type { TextDate } from "../text/dates";
import type { Span } from "../text/paragraphs";
import { clauseStart, skipBack } from "./clause";
import { inDocument, lastBefore, ownSubject, quoteOf, type SentenceContext } from "./context";
import type { AmountLead } from "./lead";
import { about, type MoneyFigure, type Progress } from "./progress";
import { IS_SUM_BEFORE, IS_SUM_BEHIND } from "./words";

export function addAdjustment(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: Extract<AmountLead, { kind: "adjustment" }>): void {
  const object = context.text.slice(lead.object.start, lead.object.end);
  const quoted = object.endsWith("”") && object.includes("“");
  const subject = ownSubject(context, quoted ? lead.object : withoutBudget(context.text, lead.about), progress.from);
  const own = lineNamed(context, lead.about, FOR) ?? lineNamed(context, lead.about, BEFORE_REASON) ?? subject;
  if (own !== null) progress.local = own;
  if (own !== null && context.carried.item === null) progress.main = own;
  const when = lastBefore(context.dates, figure.start);
  const ofSeveral = own === null && new Set(progress.claims.map(({ subject: { text } }) => text)).size > 1 && isSumOfChanges(context.text, lead, figure.start);
  const named = about(context, progress, own, { start: lead.label.start, end: figure.end });
  const base = ofSeveral ? { ...named, subject: context.carried.subject } : named;
  const label = context.sentence.text.slice(lead.label.start, lead.label.end);
  if (isOfAnotherYear(context, when) || isUsedForLine(context, figure)) {
    // What was added before the year began, and to what, went into its original budget.
    const role = quoted ? "budget" : "other";
    progress.lastAmount = { ...base, kind: "amount", role, label, figure: inDocument(context, figure), money: figure.money, aspect: null, place: quoted ? "main" : "plan", isTotal: false, cutOff: null };
    progress.claims.push(progress.lastAmount);
    return;
  }
  const claim: AdjustmentClaim = {
    ...base, kind: "adjustment", direction: lead.direction, money: figure.money, figure: inDocument(context, figure), label, isQuota: lead.isQuota, when,
    isOfOtherLine: isOtherLine(context, base.subject),
    quote: quoteOf(context, { start: clauseStart(context.text, 0, lead.label.start), end: figure.end }),
  };
  progress.claims.push(claim);
}

/** 甲项目追加60万元，乙项目追加40万元，共追加100万元: of neither of them. */
function isSumOfChanges(text: string, { label, about: { start } }: Extract<AmountLead, { kind: "adjustment" }>, figure: number): boolean {
  return IS_SUM_BEFORE.test(text.slice(start, label.start)) || IS_SUM_BEHIND.test(text.slice(label.end, figure));
}

/** 为校舍维修追加, 校舍维修因雨损追加: a line of the workbook that the money is for, or that stands before the reason. */
function lineNamed(context: SentenceContext, { start, end }: Span, where: RegExp): Subject | null {
  const [from, to] = where.exec(context.text.slice(start, end))?.indices?.groups?.["name"] ?? [];
  if (from === undefined || to === undefined) return null;
  const name = { start: start + from, end: start + to };
  const { text, ...span } = quoteOf(context, name);
  return context.beside.isLine(text) ? { text, span, origin: "own" } : null;
}

const BEFORE_REASON = /^(?<name>[^，,]{2,40}?)(?:因|由于|根据|按照?|依据|经)/du;
const FOR = /(?:为|给|向|对)(?<name>[^，,]{2,40})$/du;

/** 追加50万元用于校舍维修, where that is a line of its own: whose budget it is cannot be told. */
function isUsedForLine({ text, beside, carried }: SentenceContext, { end }: Span): boolean {
  const name = USED_FOR.exec(text.slice(end))?.groups?.["name"] ?? "";
  return beside.isLine(name) && name !== carried.subject.text;
}

const USED_FOR = /^，?(?:主要|专项)?用于(?<name>[^，,。；;]{2,40})/u;

function isOtherLine({ carried: { item }, beside }: SentenceContext, { text }: Subject): boolean {
  return item !== null && text !== item.subject.text && beside.isLine(text) && beside.isLine(item.subject.text);
}

/** 项目支出预算调增…: the budget of 项目支出. */
function withoutBudget(text: string, { start, end }: Span): Span {
  return { start, end: skipBack(text, start, end, ["预算", "进行", "经费", "批复", "批准", ...GIVERS]) };
}

/** 中央追加50万元: whose money it is. */
const GIVERS = ["中央", "省", "市", "区", "县"].flatMap((level) => [`${level}财政`, `${level}级`, `${level}级财政`]).concat("中央", "上级", "上级财政");

function isOfAnotherYear({ carried, beside }: SentenceContext, when: TextDate | null): boolean {
  const year = beside.year ?? carried.year;
  const days = when?.days ?? null;
  return days !== null && year !== null && Number(days.last.slice(0, 4)) !== year;
}

/** 追加56万元，占年初预算的5.68%; 追加50万元（其中中央30万元、省级20万元）: the money of a change, as a sum that others are told of. */
export function amountOfChange({ span, sentence, subject, item, label, money, figure }: AdjustmentClaim): AmountClaim {
  return { kind: "amount", span, sentence, subject, item, role: "other", label, money, figure, aspect: null, place: "difference", isTotal: false, cutOff: null };
}

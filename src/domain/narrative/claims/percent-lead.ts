/** What the words before a percentage make of it: a rate, a share, a change. Offsets are the sentence's own; the text is folded. */

import type { Span } from "../text/paragraphs";
import { clauseStart, lastVerb, skipBack, wordBefore } from "./clause";
import { afterShareWord, ALL_CHANGES, basisOf, type AmountLead, type Words } from "./lead";
import { FILLERS, IS_BUDGET, OF_WORK, PLAIN_RATE_WORDS, RATE_WORDS, RATES_OF_MONEY } from "./words";

export type PercentLead =
  | { readonly kind: "rate"; readonly label: Span; readonly about: Span; readonly basis: "original-budget" | "adjusted-budget" | "budget"; readonly ofPrevious: boolean }
  | { readonly kind: "share"; readonly part: Span; readonly whole: Span; readonly ofPrevious: boolean }
  | { readonly kind: "change"; readonly direction: 1 | -1; readonly label: Span; readonly about: Span };

const COMPLETED = /(?:完成(?:了)?|为|达到?)([^完，,；;：:]{0,16}预算[^完，,；;：:]{0,8})$/du;
const OF_BUDGET = /^(?:为|达到?)/u;
/** Progress of work is estimated; told to a hundredth of a percent it is money. */
const WORK_COMPLETED = /完成(?:了)?(?:该|本)?(?:项目|工程)的?$/u;
const RATE_WINDOW = 40;

/**
 * `previous` is the figure before, if it is money. `decimals` are those printed of the percentage.
 */
export function readPercentLead(text: string, from: number, to: number, decimals: number, previous: AmountLead | null): PercentLead | null {
  if (previous?.kind === "amount" && /^\s?的\s?约?近?$/u.test(text.slice(from, to))) return ofPreviousAmount(text, previous);
  const end = skipBack(text, from, to, FILLERS);
  const start = clauseStart(text, from, end);
  const isOfWhatIsLeft = previous !== null && isNoSpending(previous) && start - from <= 1;
  return shareIn(text, { from: start, end, to }, previous, isOfWhatIsLeft) ?? rateIn(text, { from: start, end, to }, decimals, isOfWhatIsLeft) ?? rankedRateIn(text, from, to) ?? plainRateIn(text, from, start, end) ?? percentChangeIn(text, start, end);
}

function ofPreviousAmount(text: string, previous: Extract<AmountLead, { kind: "amount" }>): PercentLead | null {
  const { about, label, role } = previous;
  if (previous.place === "base") return { kind: "share", part: { start: about.start - 1, end: about.start - 1 }, whole: { start: about.start, end: label.end }, ofPrevious: true };
  if (role !== "original-budget" && role !== "adjusted-budget" && role !== "budget") return null;
  const completed = text.lastIndexOf("完成", label.start);
  const start = completed >= about.start ? completed : label.start;
  return { kind: "rate", label: { start, end: label.end }, about: { start: about.start, end: start }, basis: role, ofPrevious: true };
}

function shareIn(text: string, { from: start, end, to }: Words, previous: AmountLead | null, isOfWhatIsLeft: boolean): PercentLead | null {
  const behind = afterShareWord(text, start, end);
  if (behind === null) return null;
  const named = text.slice(behind, end);
  const isNamed = !/^(?:比|比重|比例|的比[重例])?$/u.test(named);
  // 教育局预算15.20亿元，占预算总额的56.30%: of all budgets.
  const isOfBudgets = previous?.kind === "amount" && previous.role.endsWith("budget") && text.slice(behind, to).includes("总");
  if (IS_BUDGET.test(named) && !isOfBudgets && !(isOfWhatIsLeft && BEFORE_SHARE.test(text.slice(start, behind - 1)))) return { kind: "rate", label: { start: behind - 1, end }, about: { start, end: behind - 1 }, basis: basisOf(named), ofPrevious: false };
  return { kind: "share", part: { start, end: behind - 1 }, whole: { start: isNamed ? behind : end, end }, ofPrevious: false };
}

/** 结余106.91万元，占预算的0.44%; 追加56万元，为年初预算的5.68%: of the budget, but no execution. */
function isNoSpending(previous: AmountLead): boolean {
  return previous.kind === "adjustment" || (previous.kind === "amount" && (previous.role === "balance" || previous.role === "overspend"));
}

const BEFORE_SHARE = /^(?:仅|只|约)?$/u;

function rateIn(text: string, { from: start, end }: Words, decimals: number, isOfWhatIsLeft: boolean): PercentLead | null {
  const windowStart = Math.max(start, end - RATE_WINDOW);
  const clause = text.slice(windowStart, end);
  const completed = COMPLETED.exec(clause) ?? (decimals > 0 ? WORK_COMPLETED.exec(clause) : null);
  const word = completed === null ? wordBefore(text, start, end, RATE_WORDS) : null;
  if (completed === null && word === null) return null;
  const [ofStart, ofEnd] = completed?.indices?.[1] ?? [0, 0];
  if (completed !== null && isOfWhatIsLeft && completed.index === 0 && OF_BUDGET.test(completed[0])) {
    return { kind: "share", part: { start, end: start }, whole: { start: windowStart + ofStart, end: windowStart + ofEnd }, ofPrevious: false };
  }
  const label = { start: completed === null ? end - (word?.length ?? 0) : windowStart + completed.index, end };
  return { kind: "rate", label, about: { start, end: label.start }, basis: basisOf(completed?.[1] ?? ""), ofPrevious: false };
}

/** 南湖街道执行率最高，为99.69%; 执行率最低的是文化局，仅为92.64%. */
function rankedRateIn(text: string, from: number, to: number): PercentLead | null {
  const bare = RANKED_ALONE.exec(text.slice(from, to))?.indices?.groups?.["name"];
  if (bare !== undefined && RATE_BEFORE.test(text.slice(0, from))) return { kind: "rate", label: { start: from + bare[1], end: from + bare[1] }, about: { start: from + bare[0], end: from + bare[1] }, basis: "budget", ofPrevious: false };
  const found = RANKED.exec(text.slice(from, to));
  const [wordStart = 0, wordEnd = 0] = found?.indices?.groups?.["word"] ?? [];
  if (found === null || !RATE_WORDS.includes(found.groups?.["word"] ?? "")) return null;
  const label = { start: from + wordStart, end: from + wordEnd };
  const name = found.indices?.groups?.["name"];
  const about = name === undefined ? { start: clauseStart(text, from, label.start), end: label.start } : { start: from + name[0], end: from + name[1] };
  return { kind: "rate", label, about, basis: "budget", ofPrevious: false };
}

/** 甲局最快，执行率为99.27%；乙局最慢，为94.79%. */
const RANKED_ALONE = /^[，,；;](?<name>[^，,。；;]{2,30}?)最[高低快慢][，,](?:仅|只)?为$/du;
const RATE_BEFORE = /(?:执行率|执行进度|支出进度)(?:仅|只)?(?:为|达到?)?[\d.]+%$/u;

const RANKED = /(?<word>(?:预算|资金)?(?:执行|支出|支付|拨付|完成)(?:率|进度))(?:最[高低快慢]|(?:排名?|位居|居)(?:第[一二三四五六七八九十\d]+|首位?|末位?))(?:的(?:是|为)(?<name>[^，,。；;]{2,30}))?[，,](?:仅|只|已)?(?:为|达到?|有|是)?$/du;

/** 比序时进度25%慢5.94个百分点, 形象进度80%. */
const OF_TIME = /(?:序时|时序|时间|形象|施工|完工|应|预计|计划|总体|达到)$/u;

/** 支出45.20万元，完成率86.48%, 教育局完成率95.66%; not 建成3公里，完成率100%. */
function plainRateIn(text: string, from: number, start: number, end: number): PercentLead | null {
  const word = wordBefore(text, start, end, [...PLAIN_RATE_WORDS, ...RATES_OF_MONEY]);
  if (word === null) return null;
  const label = { start: end - word.length, end };
  const between = text.slice(from, label.start).replace(/^[，,；;、（(\s]+/u, "");
  if (RATES_OF_MONEY.includes(word) && (between !== "" || from === 0)) return null;
  if (/[，,；;。：:、]/u.test(between) || OF_WORK.test(between) || (word === "进度" && OF_TIME.test(between))) return null;
  return { kind: "rate", label, about: { start, end: label.start }, basis: "budget", ofPrevious: false };
}

const RATES_OF_CHANGE = [["增幅", 1], ["降幅", -1]] as const;

function percentChangeIn(text: string, start: number, end: number): PercentLead | null {
  const found = lastVerb(text, start, end, [...ALL_CHANGES, ...RATES_OF_CHANGE]);
  if (found === null || found.end !== end) return null;
  return { kind: "change", direction: found.meaning, label: { start: found.start, end: found.end }, about: { start, end: found.start } };
}

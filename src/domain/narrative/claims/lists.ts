/** 甲、乙支出分别为10万元、20万元: which name, or which label, each figure of the list belongs to. Offsets are the sentence's own. */

import type { Subject } from "../claim";
import type { Figure } from "../text/figures";
import { countOf } from "../text/list-number";
import type { Span } from "../text/paragraphs";
import { clauseStart, skipBack, wordBefore } from "./clause";
import { ownSubject, type SentenceContext } from "./context";
import { ALL_ROLE_WORDS, readAmountLead, type AmountLead } from "./lead";
import { readPercentLead, type PercentLead } from "./percent-lead";
import { FILLERS } from "./words";

export type ListedLead = Extract<AmountLead, { kind: "amount" }> | Extract<PercentLead, { kind: "rate" }>;

export interface Listed {
  readonly lead: ListedLead;
  /** Of this figure; null where the words before it name none. */
  readonly subject: Subject | null;
  /** Whether the list tells one figure of each of several: behind it nothing is said of the last one alone. */
  readonly isOfSeveral: boolean;
  /** 4个项目预算分别为…: what the figures are of together, where nothing names them singly; null else. */
  readonly together: Subject | null;
  /** 甲10万元、乙20万元，分别完成预算的…: of the amount told so many before the list's first figure; null else. */
  readonly amountBefore: number | null;
}

const RESPECTIVELY = /分别/gu;
const JOINS = /[、和与及]|以及/u;
const BETWEEN = /^[、，,和与及以\s]*$/u;
/** 县民政局3个部门 */
const COUNTED = /等?[一二两三四五六七八九十\d]{1,2}(?:个|家|项)?(?:部门|单位|项目|街道|科室|地区|方面)?$/u;

/** By index of the figure. Lists that are not understood as a whole are left to be read like anything else. */
export function listsIn(context: SentenceContext, figures: readonly Figure[]): ReadonlyMap<number, Listed> {
  const listed = new Map<number, Listed>();
  let names: readonly Subject[] = [];
  for (const { index } of context.text.matchAll(RESPECTIVELY)) {
    const list = listAt(context, figures, index, names);
    if (list === null) continue;
    list.entries.forEach((entry, at) => listed.set(list.first + at, entry));
    if (list.entries.every(({ subject, isOfSeveral }) => subject !== null && isOfSeveral)) names = list.entries.flatMap(({ subject }) => subject ?? []);
  }
  return listed;
}

interface List {
  readonly first: number;
  readonly entries: readonly Listed[];
}

function listAt(context: SentenceContext, figures: readonly Figure[], word: number, before: readonly Subject[]): List | null {
  const { text } = context;
  const first = figures.findIndex(({ start }) => start > word);
  const head = figures[first];
  // 分别约为1.6亿元、4500万元: each of them about.
  if (head === undefined || (head.kind === "money" ? head.money : head.percent).approximate || /[，,；;。]/u.test(text.slice(word, head.start))) return null;
  const start = clauseStart(text, 0, word);
  const named = namedList(context, figures, { first, start, word });
  if (named !== null) return named;
  const count = countFrom(figures, first, (gap) => BETWEEN.test(gap), text);
  if (count < 2) return null;
  const labels = labelList(context, { start, end: word }, count, head);
  if (labels !== null) return { first, entries: labels };
  const lead = leadBefore(text, start, head, head.start);
  if (lead === null) return null;
  const subjects = lead.about.end > lead.about.start ? namesIn(context, lead.about, count) : before;
  return subjects.length === count ? { first, entries: subjects.map((subject) => ({ lead, subject: { ...subject, origin: "own" as const }, isOfSeveral: true, together: null, amountBefore: null })) } : unnamedList(context, first, count, lead) ?? listOfAmounts(context, figures, { first, count, lead });
}

/** 工资福利支出8056.30万元、商品和服务支出1877.25万元，分别完成预算的98.25%和89.39%: rates of as many amounts before them. */
function listOfAmounts({ text }: SentenceContext, figures: readonly Figure[], { first, count, lead }: { readonly first: number; readonly count: number; readonly lead: ListedLead }): List | null {
  const before = figures.slice(Math.max(0, first - count), first);
  const isOfThem = lead.kind === "rate" && /^(?:[，,]?分别)?$/u.test(text.slice(lead.about.start, lead.about.end)) && before.length === count && before.every(({ kind }) => kind === "money")
    && /^[，,]$/u.test(text.slice(before.at(-1)?.end ?? 0, clauseStart(text, 0, lead.label.start)));
  return isOfThem ? { first, entries: before.map((_, at) => ({ lead, subject: null, isOfSeveral: true, together: null, amountBefore: count - at })) } : null;
}

/** 我单位4个项目预算分别为: as many figures, of which none is the whole's. */
function unnamedList(context: SentenceContext, first: number, count: number, lead: ListedLead): List | null {
  const { start, end } = lead.about;
  const counted = /(?<count>[一二两三四五六七八九十\d]{1,2})(?:个|家|项)\p{Script=Han}{2,6}$/u.exec(context.text.slice(start, end))?.groups?.["count"];
  const together = counted === undefined || countOf(counted) !== count ? null : ownSubject(context, lead.about);
  return together === null ? null : { first, entries: Array.from({ length: count }, () => ({ lead, subject: null, isOfSeveral: true, together, amountBefore: null })) };
}

function countFrom(figures: readonly Figure[], first: number, isJoined: (gap: string) => boolean, text: string): number {
  let count = 1;
  for (let at = first + 1; ; at += 1) {
    const [last, next] = [figures[at - 1], figures[at]];
    if (last === undefined || next === undefined || next.kind !== last.kind || !isJoined(text.slice(last.end, next.start))) return count;
    count += 1;
  }
}

/** Sums and rates alone: shares, changes and the like are of more than their list tells. */
function leadBefore(text: string, from: number, figure: Figure, to: number): ListedLead | null {
  if (figure.kind === "money") {
    const lead = figure.use === "sum" ? readAmountLead(text, from, to) : null;
    return lead?.kind === "amount" && lead.role !== "other" && lead.place === "main" && lead.aspect === null ? lead : null;
  }
  const lead = readPercentLead(text, from, to, figure.percent.decimals, null);
  return lead?.kind === "rate" ? lead : null;
}

/** 年初预算数、支出数分别为: one name before the first label, if any. */
function labelList(context: SentenceContext, words: Span, count: number, figure: Figure): readonly Listed[] | null {
  const { text } = context;
  const pieces = piecesIn(text, words);
  if (pieces.length !== count || figure.kind !== "money") return null;
  const leads = pieces.map(({ start, end }) => leadBefore(text, start, figure, end));
  const [first] = leads;
  const isLabel = (lead: ListedLead | null | undefined): lead is ListedLead => lead?.kind === "amount" && lead.about.end === lead.about.start;
  if (first === null || first === undefined || !leads.slice(1).every(isLabel)) return null;
  const subject = ownSubject(context, first.about);
  return leads.flatMap((lead) => (lead === null ? [] : [{ lead, subject, isOfSeveral: false, together: null, amountBefore: null }]));
}

/** 支出分别为：甲10万元、乙20万元, where each is a line of the workbook. */
function namedList(context: SentenceContext, figures: readonly Figure[], { first, start, word }: { readonly first: number; readonly start: number; readonly word: number }): List | null {
  const { text } = context;
  const head = figures[first];
  const opens = /^分别(?:为|是|有)?[：:]?/u.exec(text.slice(word))?.[0].length ?? 0;
  const lead = head === undefined ? null : leadBefore(text, start, head, word);
  if (lead === null) return null;
  const entries: Listed[] = [];
  for (let at = first, from = word + opens; ; at += 1) {
    const figure = figures[at];
    const gap = figure === undefined ? "" : text.slice(from, figure.start);
    const joint = /^[、，,和与及\s]*/u.exec(gap)?.[0].length ?? 0;
    const subject = figure === undefined || figure.kind !== head?.kind ? null : ownSubject(context, { start: from + joint, end: figure.start });
    if (figure === undefined || subject === null || !context.beside.isLine(subject.text)) break;
    entries.push({ lead, subject, isOfSeveral: true, together: null, amountBefore: null });
    from = figure.end;
  }
  return entries.length < 2 ? null : { first, entries };
}

function piecesIn(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const { index, 0: joint } of text.slice(start, end).matchAll(new RegExp(JOINS.source, "gu"))) {
    pieces.push({ start: from, end: start + index });
    from = start + index + joint.length;
  }
  return [...pieces, { start: from, end }];
}

/** As many names as there are figures. Some have a joint inside: 社会保障和就业. */
function namesIn(context: SentenceContext, { start, end }: Span, count: number): readonly Subject[] {
  const pieces = piecesIn(context.text, { start, end: withoutCount(context.text, start, end) });
  const spans = pieces.length === count ? pieces : longestNames(context, pieces);
  const names = spans.flatMap((span) => (span.end - span.start > LONGEST_NAME || isLabel(context.text, span) ? [] : ownSubject(context, span) ?? []));
  const isTold = names.every(({ text }) => !OF_A_TIME.test(text));
  return spans.length === count && names.length === count && isTold ? names : [];
}

const LONGEST_NAME = 40;
const OF_A_TIME = /(?:年度?|月|季度?|半年|上旬|中旬|下旬)$/u;

function isLabel(text: string, { start, end }: Span): boolean {
  const to = skipBack(text, start, end, FILLERS);
  return wordBefore(text, start, to, ALL_ROLE_WORDS)?.length === to - start;
}

function withoutCount(text: string, start: number, end: number): number {
  return end - (COUNTED.exec(text.slice(start, skipBack(text, start, end, ["的"])))?.[0].length ?? 0);
}

/** Lines of the workbook, the longest first. */
function longestNames(context: SentenceContext, pieces: readonly Span[]): readonly Span[] {
  const names: Span[] = [];
  for (let at = 0; at < pieces.length;) {
    const from = pieces[at]?.start ?? 0;
    const to = pieces.slice(at).findLast(({ end }) => context.beside.isLine(ownSubject(context, { start: from, end })?.text ?? ""));
    if (to === undefined) return [];
    names.push({ start: from, end: to.end });
    at = pieces.indexOf(to) + 1;
  }
  return names;
}

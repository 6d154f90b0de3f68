/** One sentence's figures as claims, from left to right. */

import { convert } from "../../amounts/unit";
import type { AdjustmentClaim, AmountClaim, ChangeClaim, Claim, RateClaim, ShareClaim, Subject } from "../claim";
import { readFigures, type Figure } from "../text/figures";
import type { TextDate } from "../text/dates";
import type { Span } from "../text/paragraphs";
import { BRACKETS, clauseEnd, clauseStart, skipBack } from "./clause";
import { inDocument, isCutOff, lastBefore, ownSubject, projectHalf, quoteOf, type SentenceContext } from "./context";
import { endsOfChange, type ChangeEnds } from "./change-ends";
import { readFormula } from "./formula";
import { readAmountLead, readPercentLead, type AmountLead, type PercentLead } from "./lead";
import { partScopes, type PartScope } from "./parts";
import { ROLE_WORDS_BEHIND } from "./words";

type MoneyFigure = Extract<Figure, { kind: "money" }>;
type PercentFigure = Extract<Figure, { kind: "percent" }>;
type AmountWords = Extract<AmountLead, { kind: "amount" }>;

/** What the figures before have left behind in this sentence. */
interface Progress {
  readonly claims: Claim[];
  /** Subjects named so far: a total behind several of them is none of theirs. */
  named: number;
  /** Named last beside a figure; of the list's line only, inside 其中. */
  local: Subject | null;
  main: Subject;
  lastAmount: AmountClaim | null;
  lastLead: AmountLead | null;
  /** End of the figure before. */
  from: number;
}

export interface SentenceFigures {
  readonly claims: readonly Claim[];
  /** The subject that the sentence leaves for the next one. */
  readonly subject: Subject;
  readonly scopes: readonly PartScope[];
}

const SEMICOLON = /[；;]/u;

export function readSentenceFigures(context: SentenceContext): SentenceFigures {
  const figures = readFigures(context.text);
  const scopes = partScopes(context.text);
  const progress: Progress = { claims: [], named: 0, local: null, main: context.carried.subject, lastAmount: null, lastLead: null, from: 0 };
  figures.forEach((figure, at) => {
    const next = figures[at + 1] ?? null;
    if (SEMICOLON.test(context.text.slice(progress.from, figure.start))) progress.local = null;
    if (isInName(context.text, progress.from, figure, next)) return;
    if (figure.kind === "percent") addPercent(context, progress, figure);
    else if (figure.use === "sum" || figure.use === "product") addMoney(context, progress, figure, next, scopes);
    else progress.lastLead = null;
    progress.from = figure.end;
  });
  return { claims: progress.claims, subject: progress.main, scopes };
}

/** 独生子女奖励1000元补助全年支出20万元: a sum with no word to it that runs on to one that has. */
function isInName(text: string, from: number, figure: Figure, next: Figure | null): boolean {
  if (figure.kind !== "money" || next?.kind !== "money" || clauseEnd(text, figure.end, next.start) < next.start) return false;
  const [own, following] = [readAmountLead(text, from, figure.start), readAmountLead(text, figure.end, next.start)];
  return own.kind === "amount" && own.role === "other" && !own.isTotal && own.place === "main"
    && following.kind === "amount" && following.role !== "other" && following.place === "main";
}

function addMoney(context: SentenceContext, progress: Progress, figure: MoneyFigure, next: Figure | null, scopes: readonly PartScope[]): void {
  const lead = readAmountLead(context.text, progress.from, figure.start);
  const ends = endsOfChange(context.text, progress.from, figure, next);
  progress.lastLead = lead;
  if (figure.use === "product") return addProduct(context, progress, figure, lead);
  if (ends !== null) return ends.end === "to" ? addTarget(context, progress, figure, ends.verb) : addOrigin(context, progress, figure, ends);
  switch (lead.kind) {
    case "amount": return addAmount(context, progress, figure, lead, scopes);
    case "adjustment": return addAdjustment(context, progress, figure, lead);
    case "change": return addChange(context, progress, figure, lead);
  }
}

function addAmount(context: SentenceContext, progress: Progress, figure: MoneyFigure, words: AmountWords, scopes: readonly PartScope[]): void {
  const own = projectHalf(context, words.about, words.label) ?? ownSubject(context, words.about, progress.from);
  const isBracketed = BRACKETS.includes(context.text.charAt(words.about.start - 1) || " ");
  const isPart = words.place === "main" && (isBracketed || (own !== null && scopes.some((scope) => figure.start > scope.start && figure.start < scope.end)));
  if (own !== null && words.place === "main" && !isBracketed) {
    progress.local = own;
    progress.named += 1;
    if (!isPart && words.aspect === null && words.role !== "other" && context.carried.item === null) progress.main = own;
  }
  const claim = amountClaim(context, progress, figure, words, own);
  progress.lastAmount = isPart ? { ...claim, place: "part" } : claim;
  progress.claims.push(progress.lastAmount);
}

function amountClaim(context: SentenceContext, progress: Progress, figure: MoneyFigure, words: AmountWords, own: Subject | null): AmountClaim {
  const behind = context.text.slice(figure.end, figure.end + 4);
  const cutOff = lastBefore(context.dates.filter((date) => isCutOff(context, date)), figure.start);
  return {
    ...about(context, progress, own, { start: words.label.start, end: figure.end }),
    ...(own === null && words.isTotal && progress.named > 1 ? { subject: carriedOn(context.carried.subject) } : {}),
    kind: "amount", money: figure.money, figure: inDocument(context, figure),
    role: ROLE_WORDS_BEHIND.find(([word]) => behind.startsWith(word))?.[1] ?? words.role,
    label: context.sentence.text.slice(words.label.start, words.label.end),
    aspect: words.aspect === null || words.aspect.start === words.aspect.end ? null : context.sentence.text.slice(words.aspect.start, words.aspect.end),
    place: words.place, isTotal: words.isTotal, cutOff,
  };
}

function about(context: SentenceContext, progress: Progress, own: Subject | null, span: Span): Pick<AmountClaim, "span" | "sentence" | "subject" | "item"> {
  const start = own?.span === null || own === null ? span.start : Math.min(span.start, own.span.start - context.sentence.start);
  return {
    span: inDocument(context, { start: Math.max(0, start), end: span.end }), sentence: context.sentence, item: context.carried.item,
    subject: own ?? carriedOn(progress.local ?? progress.main),
  };
}

function carriedOn(subject: Subject): Subject {
  return subject.origin === "own" ? { ...subject, origin: "carried" } : subject;
}

function addProduct(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: AmountLead): void {
  const formula = readFormula(context.text, figure);
  const words = lead.kind === "amount" && lead.role !== "other" ? lead : wordless({ start: figure.start, end: figure.start });
  const result = amountClaim(context, progress, figure, words, null);
  progress.claims.push(result);
  if (formula !== null) progress.claims.push({ ...result, kind: "formula", span: inDocument(context, { start: formula.start, end: figure.end }), product: formula.product, result });
}

function addAdjustment(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: Extract<AmountLead, { kind: "adjustment" }>): void {
  const object = context.text.slice(lead.object.start, lead.object.end);
  const quoted = object.endsWith("”") && object.includes("“");
  const named = ownSubject(context, quoted ? lead.object : withoutBudget(context.text, lead.about), progress.from);
  const own = lineAddedTo(context, lead.about) ?? named;
  if (own !== null) progress.local = own;
  const when = lastBefore(context.dates, figure.start);
  const base = about(context, progress, own, { start: lead.label.start, end: figure.end });
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

/** 为校舍维修追加: a line of the workbook that the money is for. */
function lineAddedTo(context: SentenceContext, { start, end }: Span): Subject | null {
  const [from, to] = FOR.exec(context.text.slice(start, end))?.indices?.groups?.["name"] ?? [];
  if (from === undefined || to === undefined) return null;
  const name = { start: start + from, end: start + to };
  const { text, ...span } = quoteOf(context, name);
  return context.beside.isLine(text) ? { text, span, origin: "own" } : null;
}

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
  return { start, end: skipBack(text, start, end, ["预算", "进行", "经费"]) };
}

function isOfAnotherYear({ carried, beside }: SentenceContext, when: TextDate | null): boolean {
  const year = beside.year ?? carried.year;
  const days = when?.days ?? null;
  return days !== null && year !== null && Number(days.last.slice(0, 4)) !== year;
}

function addChange(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: Extract<AmountLead, { kind: "change" }>): void {
  const from = progress.lastAmount?.place === "base" ? progress.lastAmount : null;
  progress.claims.push({
    ...about(context, progress, null, { start: lead.label.start, end: figure.end }),
    kind: "change", direction: lead.direction, money: figure.money, percent: null, figure: inDocument(context, figure),
    from, to: lastTold(progress.claims) ?? toldBefore(context), isToTold: false,
  });
}

/** "2022年度收、支总计12,345.67万元。与2021年相比，收、支总计各增加…": the sum that the sentence before told. */
function toldBefore({ text, carried: { lastMain } }: SentenceContext): AmountClaim | null {
  return COMPARES_AGAIN.test(text) ? lastMain : null;
}

const COMPARES_AGAIN = /^(?:与|同|比|较)[^，,。；;]{0,8}(?:年|同期)[^，,。；;]{0,6}(?:，|,|增|减|上升|下降|降低)/u;

/** What changed: the last sum told, but not the budget of a rate (完成预算数60999万元的40.4%). */
function lastTold(claims: readonly Claim[]): AmountClaim | null {
  const budgets = new Set(claims.flatMap((claim) => (claim.kind === "rate" && claim.budget !== null ? [claim.budget] : [])));
  return claims.findLast((claim): claim is AmountClaim => claim.kind === "amount" && ["main", "part"].includes(claim.place) && !budgets.has(claim)) ?? null;
}

/** 由A…, 比上年的A…: what the change starts from. */
function addOrigin(context: SentenceContext, progress: Progress, figure: MoneyFigure, { end, about: words }: Extract<ChangeEnds, { end: "from" | "base" }>): void {
  const named = readAmountLead(context.text, words.start, words.end);
  const lead = named.kind === "amount" && named.role !== "other" ? named : wordless(words);
  const own = end === "from" ? ownSubject(context, lead.about) : null;
  if (own !== null) progress.local = own;
  progress.lastAmount = amountClaim(context, progress, figure, { ...lead, place: "base" }, own);
  progress.claims.push(progress.lastAmount);
}

/** …增加到B: the change, and for a budget an adjustment of as much. */
function addTarget(context: SentenceContext, progress: Progress, figure: MoneyFigure, verb: Span): void {
  const from = progress.lastAmount;
  const isBudget = from?.role.endsWith("budget") ?? false;
  const to: AmountClaim = {
    ...amountClaim(context, progress, figure, wordless({ start: figure.start, end: figure.start }), null),
    role: isBudget ? "adjusted-budget" : from?.role ?? "other", label: context.sentence.text.slice(verb.start, verb.end),
  };
  progress.lastAmount = to;
  progress.claims.push(to);
  if (from === null) return;
  const difference = to.money.value.minus(convert(from.money.value, from.money.unit, to.money.unit));
  const base = about(context, progress, null, { start: verb.start, end: figure.end });
  const change = { ...base, direction: difference.isNegative() ? -1 : 1, figure: to.figure } as const;
  if (isBudget && !difference.isZero()) {
    progress.claims.push({
      ...change, kind: "adjustment", money: { ...to.money, value: difference.abs() }, isQuota: false,
      label: context.sentence.text.slice(verb.start, verb.end), when: lastBefore(context.dates, figure.start), isOfOtherLine: false,
      quote: quoteOf(context, { start: clauseStart(context.text, 0, verb.start), end: figure.end }),
    });
  }
  progress.claims.push({ ...change, kind: "change", money: null, percent: null, from, to, isToTold: true });
}

/** A figure whose words say nothing of it. */
function wordless(about: Span): AmountWords {
  return { kind: "amount", role: "other", label: { start: about.end, end: about.end }, about, aspect: null, place: "main", isTotal: false };
}

function addPercent(context: SentenceContext, progress: Progress, figure: PercentFigure): void {
  const lead = readPercentLead(context.text, progress.from, figure.start, figure.percent.decimals, progress.lastLead);
  if (lead !== null) {
    switch (lead.kind) {
      case "rate": progress.claims.push(rateClaim(context, progress, figure, lead)); break;
      case "share": progress.claims.push(shareClaim(context, progress, figure, lead)); break;
      case "change": addPercentChange(context, progress, figure, lead); break;
    }
  }
  progress.lastLead = null;
}

function rateClaim(context: SentenceContext, progress: Progress, figure: PercentFigure, lead: Extract<PercentLead, { kind: "rate" }>): RateClaim {
  const own = lead.ofPrevious ? null : ownSubject(context, lead.about, progress.from);
  if (own !== null) progress.local = own;
  return {
    ...about(context, progress, own, { start: lead.label.start, end: figure.end }),
    kind: "rate", percent: figure.percent, figure: inDocument(context, figure), basis: lead.basis,
    label: context.sentence.text.slice(lead.label.start, lead.label.end), budget: lead.ofPrevious ? progress.lastAmount : null,
  };
}

function shareClaim(context: SentenceContext, progress: Progress, figure: PercentFigure, lead: Extract<PercentLead, { kind: "share" }>): ShareClaim {
  const told = progress.claims.filter((claim) => claim.kind === "amount");
  const [part, whole] = lead.ofPrevious ? [told.at(-2) ?? null, told.at(-1) ?? null] : [told.at(-1) ?? null, null];
  const partName = ownSubject(context, lead.part)?.text ?? "";
  return {
    ...about(context, progress, null, { start: lead.part.start, end: figure.end }),
    kind: "share", percent: figure.percent, figure: inDocument(context, figure),
    part: { name: partName, amount: partName === "" || lead.ofPrevious ? part : null },
    whole: { name: context.sentence.text.slice(lead.whole.start, lead.whole.end).replace(/^[到了]/u, ""), amount: whole },
  };
}

function addPercentChange(context: SentenceContext, progress: Progress, figure: PercentFigure, lead: Extract<PercentLead, { kind: "change" }>): void {
  const last = progress.claims.at(-1);
  const told = lastTold(progress.claims) ?? toldBefore(context);
  if (told === null) return;
  const continues = last?.kind === "change" && last.percent === null && last.direction === lead.direction && clauseEnd(context.text, progress.from, lead.label.start) >= progress.from;
  const change: ChangeClaim = continues
    ? { ...last, percent: figure.percent, span: { start: last.span.start, end: inDocument(context, figure).end } }
    : {
      ...about(context, progress, null, { start: lead.label.start, end: figure.end }),
      kind: "change", direction: lead.direction, money: null, percent: figure.percent, figure: inDocument(context, figure), from: null, to: told, isToTold: false,
    };
  if (continues) progress.claims.pop();
  progress.claims.push(change);
}

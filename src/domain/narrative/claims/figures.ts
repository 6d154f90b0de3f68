/** One sentence's figures as claims, from left to right. */

import type { AmountClaim, AmountRole, Claim, RateClaim, ShareClaim, Subject } from "../claim";
import { readFigures, type Figure } from "../text/figures";
import { addAdjustment, amountOfChange } from "./adjustments";
import { BRACKETS, clauseEnd, SEMICOLON } from "./clause";
import { inDocument, NO_SUBJECT, ownSubject, projectHalf, type SentenceContext } from "./context";
import { endsOfChange } from "./change-ends";
import { addChange, addOrigin, addOriginBehind, addPercentChange, addTarget, isComparedWithBase } from "./changes";
import { readFormula } from "./formula";
import { readAmountLead, type AmountLead } from "./lead";
import { listsIn, type Listed } from "./lists";
import { addNewAmount, addReached } from "./new-amount";
import { partScopes, type PartScope } from "./parts";
import { readPercentLead, type PercentLead } from "./percent-lead";
import { about, amountClaim, wordless, type AmountWords, type MoneyFigure, type PercentFigure, type Progress } from "./progress";
import { GIVERS_OF_MONEY, OF_LAST_YEAR, SOURCES } from "./words";
import type { Span } from "../text/paragraphs";

export interface SentenceFigures {
  readonly claims: readonly Claim[];
  /** The subject that the sentence leaves for the next one. */
  readonly subject: Subject;
  readonly scopes: readonly PartScope[];
}

export function readSentenceFigures(context: SentenceContext): SentenceFigures {
  const figures = readFigures(context.text, context.beside.currency);
  const scopes = partScopes(context.text);
  const progress: Progress = { claims: [], named: 0, local: null, main: context.carried.subject, beforeBracket: null, lastAmount: null, lastLead: null, from: 0 };
  const lists = listsIn(context, figures);
  figures.forEach((figure, at) => {
    const next = figures[at + 1] ?? null;
    outOfBrackets(context.text, progress, figure.start);
    if (SEMICOLON.test(context.text.slice(progress.from, figure.start))) progress.local = null;
    const listed = lists.get(at);
    if (listed !== undefined) {
      addListed(context, progress, figure, listed);
      progress.from = figure.end;
      return;
    }
    if (isInName(context.text, progress.from, figure, next)) return;
    if (figure.kind === "percent") addPercent(context, progress, figure);
    else if (figure.use === "sum" || figure.use === "product") addMoney(context, progress, figure, next, scopes);
    else progress.lastLead = null;
    progress.from = figure.end;
  });
  return { claims: progress.claims, subject: progress.main, scopes };
}

/** Behind 追加50万元（中央30万元、省级20万元） the sentence goes on with what it spoke of before. */
function outOfBrackets(text: string, progress: Progress, at: number): void {
  const before = text.slice(0, at);
  const open = OPEN_BRACKET.exec(before)?.index ?? -1;
  if (progress.beforeBracket !== null && progress.beforeBracket.open !== open) {
    progress.local = progress.beforeBracket.local;
    progress.main = progress.beforeBracket.main;
    progress.beforeBracket = null;
  }
  if (progress.beforeBracket === null && open >= 0) progress.beforeBracket = { open, local: progress.local, main: progress.main };
}

const OPEN_BRACKET = /[（(][^（()）]*$/u;

/** Behind the list what is said without a name is of none of them. */
function addListed(context: SentenceContext, progress: Progress, figure: Figure, { lead, subject: named, isOfSeveral, together, amountBefore }: Listed): void {
  const told = progress.claims.filter((claim): claim is AmountClaim => claim.kind === "amount");
  const subject = amountBefore === null ? named ?? together : told.at(-amountBefore)?.subject ?? null;
  const read = figure.kind === "money" && lead.kind === "amount" ? amountClaim(context, progress, figure, lead, subject)
    : figure.kind === "percent" && lead.kind === "rate" ? rateClaim(context, progress, figure, lead, subject) : null;
  if (read === null) return;
  const claim = together !== null && read.kind === "amount" ? { ...read, aspect: "" } : read;
  progress.claims.push({ ...claim, span: inDocument(context, { start: Math.min(figure.start, subject?.span === null || subject === null ? figure.start : subject.span.start - context.sentence.start), end: figure.end }) });
  progress.named += together === null ? 1 : 0;
  progress.local = together ?? (isOfSeveral ? NO_SUBJECT : subject);
  if (together !== null && context.carried.item === null) progress.main = together;
  progress.lastLead = null;
  if (claim.kind === "amount") progress.lastAmount = claim;
}

/** 分别为300万元和180万元，合计480万元: of what the list is. */
function roleOfSum({ claims, from }: Progress, { role, isTotal, label, about }: AmountWords, text: string): AmountRole {
  const last = claims.at(-1);
  return role === "other" && isTotal && last?.kind === "amount" && last.aspect === "" && /^[，,、]?$/u.test(text.slice(from, about.start)) && label.end === about.end ? last.role : role;
}

/** 独生子女奖励1000元补助全年支出20万元: a sum with no word to it that runs on to one that has. */
function isInName(text: string, from: number, figure: Figure, next: Figure | null): boolean {
  if (figure.kind !== "money" || next?.kind !== "money" || clauseEnd(text, figure.end, next.start) < next.start || text.charAt(figure.end) === "、") return false;
  const [own, following] = [readAmountLead(text, from, figure.start), readAmountLead(text, figure.end, next.start)];
  return own.kind === "amount" && own.role === "other" && !own.isTotal && own.place === "main"
    && following.kind === "amount" && following.role !== "other" && following.place === "main";
}

function addMoney(context: SentenceContext, progress: Progress, figure: MoneyFigure, next: Figure | null, scopes: readonly PartScope[]): void {
  if (addReached(context, progress, figure)) return;
  const lead = readAmountLead(context.text, progress.from, figure.start);
  const ends = endsOfChange(context.text, progress.from, figure, next);
  progress.lastLead = lead;
  if (figure.use === "product") return addProduct(context, progress, figure, lead);
  if (addOriginBehind(context, progress, figure)) return;
  const isPlanned = lead.kind === "new-amount" && lead.sense === "plan";
  if (ends !== null && !isPlanned) return ends.end === "to" ? addTarget(context, progress, figure, ends.verb) : addOrigin(context, progress, figure, ends);
  switch (lead.kind) {
    case "amount": return addAmount(context, progress, figure, lead, scopes);
    case "adjustment": return isComparedWithBase(context, progress, figure) ? addChange(context, progress, figure, { ...lead, kind: "change" }) : addAdjustment(context, progress, figure, lead);
    case "change": return addChange(context, progress, figure, lead);
    case "new-amount": return addNewAmount(context, progress, figure, lead);
  }
}

function addAmount(context: SentenceContext, progress: Progress, figure: MoneyFigure, words: AmountWords, scopes: readonly PartScope[]): void {
  const own = projectHalf(context, words.about, words.label) ?? ownSubject(context, withoutLastYear(context.text, words), progress.from);
  const source = sourceIn(progress, words, context.text, scopes, figure.start);
  if (source !== null) return addSource(context, progress, figure, words, source);
  const isBracketed = BRACKETS.includes(context.text.charAt(words.about.start - 1) || " ");
  const isPart = words.place === "main" && (isBracketed || (own !== null && scopes.some((scope) => figure.start > scope.start && figure.start < scope.end)));
  const isSource = isPart && words.role !== "expenditure" && GIVERS_OF_MONEY.test(own?.text ?? "");
  if (own !== null && words.place === "main" && !isBracketed && !isSource) {
    progress.local = own;
    progress.named += 1;
    if (!isPart && words.aspect === null && words.role !== "other" && context.carried.item === null) progress.main = own;
  }
  const claim = amountClaim(context, progress, figure, { ...words, role: roleOfSum(progress, words, context.text) }, own);
  progress.lastAmount = isPart ? { ...claim, place: "part", role: roleOfPart(context, progress, claim, isBracketed) } : claim;
  progress.claims.push(progress.lastAmount);
}

/** 收入8600万元，其中财政拨款3200万元: the sum that it is a source of; null for 财政拨款 that is told alone. */
function sourceIn({ claims }: Progress, { label }: AmountWords, text: string, scopes: readonly PartScope[], at: number): AmountClaim | null {
  if (!SOURCES.has(text.slice(label.start, label.end))) return null;
  const isInList = scopes.some(({ start, end }) => at > start && at < end);
  return claims.findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim.place === "main" && (claim.role === "income" || (isInList && claim.role.endsWith("budget")))) ?? null;
}

function addSource(context: SentenceContext, progress: Progress, figure: MoneyFigure, words: AmountWords, whole: AmountClaim): void {
  progress.claims.push({ ...amountClaim(context, progress, figure, { ...words, role: whole.role, aspect: words.label }, null), place: "part" });
}

/** 局机关上年结转: of 局机关. */
function withoutLastYear(text: string, { role, about: { start, end } }: AmountWords): Span {
  return { start, end: role === "balance" ? end - (OF_LAST_YEAR.exec(text.slice(start, end))?.[0].length ?? 0) : end };
}

/**
 * 支出决算17.72万元，其中：公务接待费0.88万元: of what its name alone tells, the list's sum tells what it is. Under a budget
 * 基本支出 and 项目支出 are its halves.
 */
function roleOfPart(context: SentenceContext, { claims }: Progress, { role, label, subject }: AmountClaim, isBracketed: boolean): AmountRole {
  const divided = claims.findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim.place === "main") ?? context.carried.lastMain;
  const isHalf = role === "expenditure" && label === "支出" && HALVES.has(subject.text) && divided?.role.endsWith("budget") === true;
  // 劳务费 of a line is no line beside it.
  const isBare = role === "other" && label === "" && !isBracketed && !context.beside.isLine(divided?.subject.text ?? "");
  return isHalf || isBare ? divided?.role ?? role : role;
}

const HALVES: ReadonlySet<string> = new Set(["基本", "项目", "人员", "公用"]);

function addProduct(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: AmountLead): void {
  const formula = readFormula(context.text, figure);
  const words = lead.kind === "amount" && lead.role !== "other" ? lead : wordless({ start: figure.start, end: figure.start });
  const result = amountClaim(context, progress, figure, words, null);
  progress.claims.push(result);
  if (formula !== null) progress.claims.push({ ...result, kind: "formula", span: inDocument(context, { start: formula.start, end: figure.end }), product: formula.product, result });
}

function addPercent(context: SentenceContext, progress: Progress, figure: PercentFigure): void {
  // 超支1.6万元，为预算的102.26%: of what was spent.
  const isOfSpending = progress.lastLead?.kind === "amount" && progress.lastLead.role === "overspend" && figure.percent.value.gte(100);
  const lead = readPercentLead(context.text, progress.from, figure.start, figure.percent.decimals, isOfSpending ? null : progress.lastLead);
  if (lead !== null) {
    switch (lead.kind) {
      case "rate": progress.claims.push(rateClaim(context, progress, figure, lead, lead.ofPrevious ? null : ownSubject(context, lead.about, progress.from))); break;
      case "share": progress.claims.push(shareClaim(context, progress, figure, lead)); break;
      case "change": addPercentChange(context, progress, figure, lead); break;
    }
  }
  progress.lastLead = null;
}

function rateClaim(context: SentenceContext, progress: Progress, figure: PercentFigure, lead: Extract<PercentLead, { kind: "rate" }>, own: Subject | null): RateClaim {
  if (own !== null) progress.local = own;
  return {
    ...about(context, progress, own, { start: lead.label.start, end: figure.end }),
    kind: "rate", percent: figure.percent, figure: inDocument(context, figure), basis: lead.basis,
    label: context.sentence.text.slice(lead.label.start, lead.label.end), budget: lead.ofPrevious ? progress.lastAmount : null,
  };
}

function shareClaim(context: SentenceContext, progress: Progress, figure: PercentFigure, lead: Extract<PercentLead, { kind: "share" }>): ShareClaim {
  const told = progress.claims.filter((claim) => claim.kind === "amount");
  const before = progress.claims.at(-1);
  const last = before?.kind === "adjustment" ? amountOfChange(before) : told.at(-1) ?? null;
  const [part, whole] = lead.ofPrevious ? [told.at(-2) ?? null, told.at(-1) ?? null] : [last, null];
  const partName = ownSubject(context, lead.part)?.text ?? "";
  return {
    ...about(context, progress, null, { start: lead.part.start, end: figure.end }),
    kind: "share", percent: figure.percent, figure: inDocument(context, figure),
    part: { name: partName, amount: partName === "" || lead.ofPrevious ? part : null },
    whole: { name: context.sentence.text.slice(lead.whole.start, lead.whole.end).replace(/^[到了]/u, ""), amount: whole },
  };
}

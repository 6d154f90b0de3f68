/** 低于序时进度0.75个百分点, 比教育局快3.17个百分点: by how much two rates differ. */

import { Decimal } from "../../amounts/decimal";
import type { Claim, PointsClaim, RateClaim, Subject } from "../claim";
import { clauseStart, SEMICOLON, skipBack } from "./clause";
import { inDocument, isCutOff, lastBefore, ownSubject, type SentenceContext } from "./context";
import { PLAIN_RATE_WORDS, RATE_WORDS } from "./words";

const UP = String.raw`高|快|超前|领先|提高|上升|提升|加快`;
const DOWN = String.raw`低|慢|落后|滞后|下降|降低|回落`;
const OTHER = String.raw`[^，,。；;：:]{2,30}?`;
const FIGURE = String.raw`(?<![\d.])(?<figure>\d{1,3}(?:\.\d{1,4})?)\s?个?百分点`;
const DIFFERENCES = [
  new RegExp(String.raw`[比较](?<other>${OTHER})(?:(?:仍|还|均|略|已)?(?:(?<up>${UP})|(?<down>${DOWN}))了?(?:出)?)${FIGURE}`, "gdu"),
  new RegExp(String.raw`(?:(?<up>高于|快于|超前于?|领先于?|超过|超出)|(?<down>低于|慢于|落后于?|滞后于?))(?<other>${OTHER})${FIGURE}`, "gdu"),
];
/** Nothing is said to be so, or of each of several. */
const NOT_TOLD = /力争|确保|争取|目标是|要求|预计|计划|应|须|不得?(?:低于|慢于|落后|高于)|分别|增幅|增速|增长率/u;
const TIME = /序时|时序|时间进度/u;
const AVERAGE = /平均/u;
const TOLD = /(\d{1,3}(?:\.\d{1,4})?)%/u;
const OF_A_RATE = /的?(?:(?:预算)?(?:资金)?(?:执行|支出|支付|完成)?(?:进度|率|比例|水平))$/u;

/** `told` are the sentence's other claims. */
export function readPoints(context: SentenceContext, told: readonly Claim[], subject: Subject): readonly PointsClaim[] {
  if (!context.text.includes("百分点")) return [];
  return DIFFERENCES.flatMap((pattern) => [...context.text.matchAll(pattern)].flatMap((match) => claimOf(context, match, told, subject) ?? []));
}

function claimOf(context: SentenceContext, match: RegExpExecArray, told: readonly Claim[], last: Subject): PointsClaim | null {
  const { text } = context;
  const { other = "", up, figure: digits = "" } = match.groups ?? {};
  const [figureStart, figureEnd] = match.indices?.groups?.["figure"] ?? [match.index, match.index];
  const start = clauseStart(text, 0, match.index);
  if (NOT_TOLD.test(text.slice(start, figureEnd)) || /[约近]$/u.test(other)) return null;
  const own = ownSubject(context, { start, end: skipBack(text, start, match.index, [...RATE_WORDS, ...PLAIN_RATE_WORDS, "最快", "最慢", "则", "仍"]) });
  const before = told.filter((claim) => claim.span.end <= context.sentence.start + match.index && !SEMICOLON.test(text.slice(claim.span.end - context.sentence.start, match.index)));
  const percent = before.findLast((claim) => "percent" in claim && claim.percent !== null);
  const rate = own === null && percent?.kind === "rate" ? percent : null;
  if (own === null && percent !== undefined && rate === null) return null;
  const { item } = context.carried;
  const span = inDocument(context, { start: match.index, end: match.index + match[0].length });
  return {
    kind: "points", span, sentence: context.sentence, item, subject: own ?? rate?.subject ?? before.at(-1)?.subject ?? last,
    direction: up === undefined ? -1 : 1, percent: { value: new Decimal(digits), decimals: digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0, approximate: false },
    figure: inDocument(context, { start: figureStart, end: figureEnd }), rates: rate === null ? [] : ratesOf(before, rate), against: againstWhat(other),
    cutOff: lastBefore(context.dates.filter((date) => isCutOff(context, date)), match.index),
  };
}

/** 完成年初预算的101.35%、调整预算的99.04%: either may be meant. */
function ratesOf(before: readonly Claim[], { subject }: RateClaim): readonly RateClaim[] {
  return before.filter((claim): claim is RateClaim => claim.kind === "rate" && claim.subject.text === subject.text && !claim.percent.approximate);
}

function againstWhat(words: string): PointsClaim["against"] {
  const [, percent] = TOLD.exec(words) ?? [];
  const name = words.replace(/[（(].*$|\d.*$/u, "").replace(OF_A_RATE, "").trim();
  const kind = TIME.test(words) ? "time" : AVERAGE.test(words) ? "average" : "name";
  return { kind, name, told: percent === undefined ? null : { value: new Decimal(percent), decimals: percent.includes(".") ? percent.length - percent.indexOf(".") - 1 : 0, approximate: false } };
}

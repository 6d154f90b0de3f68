/** The subject of a figure: the words before its label, without dates, adverbs and joints. */

import type { TextDate } from "../text/dates";
import type { Span } from "../text/paragraphs";
import { skipBack, skipForward } from "./clause";
import { LEADING_WORDS, NAMELESS, STAND_INS, TRAILING_WORDS } from "./words";

export const CUT_OFF_WORDS: readonly string[] = ["截止到", "截至到", "截止至", "截止", "截至"];

/**
 * The trimmed words of [start, end), or null where they only stand for a subject named before (该项目) or are none.
 * A year at the start stays, since names begin with years (2015年工程项目尾款, 2016年年初预留); other dates and a year
 * at the end go.
 * `dates` are those inside [start, end).
 */
export function subjectIn(text: string, { start, end }: Span, dates: readonly TextDate[]): Span | null {
  let [from, to] = [start, end];
  for (let again = true; again;) {
    const before = to - from;
    from = behindListNumber(text, skipForward(text, from, to, LEADING_WORDS), to);
    from = behindDate(text, behindAdding(text, from, to), to, dates);
    to = skipBack(text, from, to, TRAILING_WORDS);
    if (/(?<!公)共$/u.test(text.slice(Math.max(from, to - 2), to))) to -= 1;
    // 2023年初预算: the word for the budget takes 年 with it.
    to -= /(?:^|\D)(?:19|20)\d{2}$/u.test(text.slice(from, to)) ? 4 : 0;
    to = dates.find((date) => date.end === to && date.start >= from)?.start ?? to;
    again = to - from < before;
  }
  const words = text.slice(from, to);
  const isDate = dates.some((date) => date.start === from && date.end === to);
  return isDate || STAND_INS.has(words) || NAMELESS.test(words) ? null : quotedName(text, from, to);
}

/** 说明：1.路灯节能项目… in one cell. */
function behindListNumber(text: string, from: number, to: number): number {
  return from + (/^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）])\s*(?=\p{Script=Han})/u.exec(text.slice(from, to))?.[0].length ?? 0);
}

/** Behind 加 and 加上; 加上级补助收入 adds 上级补助收入. */
function behindAdding(text: string, from: number, to: number): number {
  return from + (/^加(?:上(?![级年缴划]))?/u.exec(text.slice(from, Math.min(to, from + 3)))?.[0].length ?? 0);
}

/** Behind "截止2016年12月31日", "2016年6月" or "下半年" at the start. */
function behindDate(text: string, from: number, to: number, dates: readonly TextDate[]): number {
  const behindCutOff = skipForward(text, from, to, CUT_OFF_WORDS);
  const date = dates.find((candidate) => candidate.start === behindCutOff && candidate.end <= to);
  if (date === undefined) return from;
  return behindCutOff > from || date.precision === "day" || date.precision === "month" || /(?:半年|季度)$/u.test(date.text) ? date.end : from;
}

/** In 编制了“低保医疗救助费”经费 only the quoted words are the name; in “三公”经费 they are a part of it. */
function quotedName(text: string, from: number, to: number): Span {
  const piece = text.slice(from, to);
  const close = piece.lastIndexOf("”");
  const open = piece.lastIndexOf("“", close);
  if (open < 0 || close < 0) return { start: from, end: to };
  const behind = piece.slice(close + 1);
  const isName = behind === "" || (/[^\d年度]/u.test(piece.slice(0, open)) && /^(?:经费|资金|项目)$/u.test(behind));
  return isName ? { start: from + open + 1, end: from + close } : { start: from, end: to };
}

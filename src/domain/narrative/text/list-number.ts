/** Numbers of chapters and list items at the start of a line: 一、 （一） 1. （1） 1) ① */

export interface ListNumber {
  readonly value: number;
  /** 1 一、 · 2 （一） · 3 1. or 1、 · 4 （1） · 5 1) or ①. A line ends the items of its own level and of deeper ones. */
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** Characters it takes, spaces behind it included. */
  readonly length: number;
}

const CHINESE_DIGITS = "〇一二三四五六七八九";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

const CHINESE = /^([一二三四五六七八九十]{1,3})、\s*/u;
const CHINESE_BRACKETS = /^[（(]([一二三四五六七八九十]{1,3})[)）]、?\s*/u;
const DIGITS = /^(\d{1,3})(?:、|[.．]\s+|[.．](?!\d)|[.．](?=\d{4}年))\s*/u;
const DIGITS_BRACKETS = /^[（(](\d{1,3})[)）]、?\s*/u;
const DIGITS_HALF_BRACKET = /^(\d{1,3})[)）]\s*/u;
/** "3.24号院": a decimal by its looks, an item only where the list has come to 3. */
const DIGITS_RUNNING_ON = /^(\d{1,3})[.．](?=\d)/u;

/** `previous` is the list number that came last: "3.24号院…" after item 2 is item 3, not the figure 3.24. */
export function listNumberOf(text: string, previous: ListNumber | null): ListNumber | null {
  return chinese(CHINESE.exec(text), 1)
    ?? chinese(CHINESE_BRACKETS.exec(text), 2)
    ?? digits(DIGITS.exec(text), 3)
    ?? digits(DIGITS_BRACKETS.exec(text), 4)
    ?? digits(DIGITS_HALF_BRACKET.exec(text), 5)
    ?? circled(text)
    ?? runningOn(text, previous);
}

function chinese(match: RegExpExecArray | null, level: 1 | 2): ListNumber | null {
  return match === null ? null : { value: chineseNumber(match[1] ?? ""), level, length: match[0].length };
}

function digits(match: RegExpExecArray | null, level: 3 | 4 | 5): ListNumber | null {
  return match === null ? null : { value: Number(match[1]), level, length: match[0].length };
}

function circled(text: string): ListNumber | null {
  const at = CIRCLED.indexOf(text.charAt(0));
  return text === "" || at < 0 ? null : { value: at + 1, level: 5, length: 1 };
}

function runningOn(text: string, previous: ListNumber | null): ListNumber | null {
  const found = digits(DIGITS_RUNNING_ON.exec(text), 3);
  return found !== null && previous?.level === 3 && found.value === previous.value + 1 ? found : null;
}

/** 4, 四, 两 of 4个项目. */
export function countOf(digits: string): number {
  return /^\d+$/u.test(digits) ? Number(digits) : chineseNumber(digits.replace("两", "二"));
}

/** 一 … 九十九. */
export function chineseNumber(text: string): number {
  const ten = text.indexOf("十");
  if (ten < 0) return CHINESE_DIGITS.indexOf(text.charAt(0));
  const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(text.charAt(0));
  const ones = ten === text.length - 1 ? 0 : CHINESE_DIGITS.indexOf(text.charAt(ten + 1));
  return tens * 10 + ones;
}

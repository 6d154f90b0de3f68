/** Sums of money and percentages in running text. A number without 元 or % is a count, a year or a house number, and none of ours. */

import { CURRENCY_NAMES, currencyCalled, FOREIGN_NAMES, type Currency } from "../../amounts/currency";
import { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { Span } from "./paragraphs";

export interface Money {
  /** In `unit`; negative only where a minus sign is written. */
  readonly value: Decimal;
  /** What it counts in, of its currency: 千元 of 1,200 thousand dollars. */
  readonly unit: Unit;
  readonly currency: Currency;
  /** Printed digits behind the point, in `unit`; negative for 3百万元, whose last printed digit is worth 100万元. */
  readonly decimals: number;
  /** 约, 近, 余, 左右, 以上 …: not to be reckoned with. */
  readonly approximate: boolean;
}

export interface Percent {
  /** 84.14 for 84.14 %. */
  readonly value: Decimal;
  readonly decimals: number;
  readonly approximate: boolean;
}

/** Offsets are those of the text that was read. */
export type Figure =
  | (Span & {
    readonly kind: "money";
    readonly money: Money;
    /** A price (600元/平米, 每人300元) and a factor (710元*12) are no sums; a product is what stands behind "=". */
    readonly use: "sum" | "price" | "factor" | "product";
  })
  | (Span & { readonly kind: "percent"; readonly percent: Percent });

/** In single yuan, or single dollars. */
export function toYuan(money: Money): Decimal {
  return convert(money.value, money.unit, "元");
}

const NUMBER = /\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/gu;
const SCALED = String.raw`\s{0,2}(余|多)?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?(余|多)?`;
const MONEY_UNIT = new RegExp(`${SCALED}(?:[元圆](?![旦件素代宵])整?|(${FOREIGN_NAMES}))`, "uy");
/** US$1.2亿, 港币100万: the currency stands before the figure, and 元 may be left out. */
const SCALE_ALONE = new RegExp(`${SCALED}(?:元(?![旦件素代宵])整?)?`, "uy");
const CURRENCY_BEFORE = new RegExp(`(?<![A-Za-z])(${CURRENCY_NAMES}) ?$`, "iu");
const PERCENT_SIGN = /\s{0,2}%/uy;
/** More digits than any sum of money has; up to here 40-digit arithmetic stays exact. */
const MOST_DIGITS = 30;
/** How far around a figure its little words stand. */
const NEAR = 8;
const LONGEST_CURRENCY = 20;

/** What 万, 百万 … count in, and how many zeros they add to it. */
const SCALES: Readonly<Record<string, { readonly unit: Unit; readonly zeros: number }>> = {
  百: { unit: "元", zeros: 2 }, 千: { unit: "千元", zeros: 0 },
  万: { unit: "万元", zeros: 0 }, 十万: { unit: "万元", zeros: 1 }, 百万: { unit: "万元", zeros: 2 }, 千万: { unit: "万元", zeros: 3 },
  亿: { unit: "亿元", zeros: 0 }, 十亿: { unit: "亿元", zeros: 1 }, 百亿: { unit: "亿元", zeros: 2 }, 千亿: { unit: "亿元", zeros: 3 }, 万亿: { unit: "亿元", zeros: 4 },
};
const YUAN = { unit: "元", zeros: 0 } as const;

const APPROXIMATE_BEFORE = /(?:(?<!节)约|近|大约|约为|超过|不足|不低于|不高于|不少于|高于|低于|最高|最低|[≥≤><])\s?$/u;
const APPROXIMATE_AFTER = /^\s?(?:左右|上下|以上|以下|以内|余|多)/u;
const PRICE_BEFORE = /(?:每[^\s\d，,。；;：:、]{1,3}|人均|户均|单价|均价|标准为?)\s?$/u;
const PRICE_AFTER = /^(?:\/|每|[（(]?人[·/])/u;
const TIMES_BEFORE = /[×*✕]\s?$/u;
const TIMES_AFTER = /^\s?[×*✕]/u;
const EQUALS_BEFORE = /=\s?$/u;

/** `folded` as `fold` gives it. In reading order, never overlapping. */
export function readFigures(folded: string, ofWorkbook: Currency): readonly Figure[] {
  const figures: Figure[] = [];
  for (const { index, 0: digits } of folded.matchAll(NUMBER)) {
    if (runsOn(folded, index) || digits.length > MOST_DIGITS) continue;
    const figure = moneyAt(folded, index, digits, ofWorkbook) ?? percentAt(folded, index, digits);
    if (figure !== null) figures.push(figure);
  }
  return figures;
}

/** "1234,567万元" and "1.2.3%" can be read in two ways, so they are not read. */
function runsOn(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return (before === "," || before === ".") && /\d/u.test(text.charAt(start - 2));
}

function moneyAt(text: string, start: number, digits: string, ofWorkbook: Currency): Figure | null {
  const [written = "", called] = CURRENCY_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_CURRENCY), start)) ?? [];
  const before = called === undefined ? "CNY" : currencyCalled(called, ofWorkbook);
  const unit = execAt(MONEY_UNIT, text, start + digits.length) ?? (before === "CNY" ? null : execAt(SCALE_ALONE, text, start + digits.length));
  if (unit === null) return null;
  const [whole, moreBefore, scale, moreAfter, foreign] = unit;
  return sumAt(text, { start: before === "CNY" ? start : start - written.length, digits, end: start + digits.length + whole.length }, { scale, isMore: moreBefore !== undefined || moreAfter !== undefined, currency: foreign === undefined ? before : currencyCalled(foreign, ofWorkbook) });
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Counted {
  readonly scale: string | undefined;
  /** 余, 多. */
  readonly isMore: boolean;
  readonly currency: Currency;
}

function sumAt(text: string, { start, digits, end }: Span & { readonly digits: string }, { scale, isMore, currency }: Counted): Figure {
  const { unit: counted, zeros } = scale === undefined ? YUAN : SCALES[scale] ?? YUAN;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const isNegative = hasMinus(text, start);
  const value = numberOf(digits).times(new Decimal(10).pow(zeros));
  return {
    kind: "money", start: isNegative ? start - 1 : start, end,
    money: {
      value: isNegative ? value.negated() : value,
      unit: counted,
      currency,
      decimals: decimalsOf(digits) - zeros,
      approximate: isMore || APPROXIMATE_BEFORE.test(before) || APPROXIMATE_AFTER.test(after),
    },
    use: purposeOf(before, after),
  };
}

function purposeOf(before: string, after: string): "sum" | "price" | "factor" | "product" {
  if (PRICE_AFTER.test(after) || PRICE_BEFORE.test(before)) return "price";
  if (TIMES_AFTER.test(after) || TIMES_BEFORE.test(before)) return "factor";
  return EQUALS_BEFORE.test(before) ? "product" : "sum";
}

function percentAt(text: string, start: number, digits: string): Figure | null {
  PERCENT_SIGN.lastIndex = start + digits.length;
  const sign = PERCENT_SIGN.exec(text);
  if (sign === null) return null;
  const end = start + digits.length + sign[0].length;
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  if (TIMES_BEFORE.test(before) || TIMES_AFTER.test(after)) return null;
  const isNegative = hasMinus(text, start);
  const value = numberOf(digits);
  return {
    kind: "percent", start: isNegative ? start - 1 : start, end,
    percent: {
      value: isNegative ? value.negated() : value,
      decimals: decimalsOf(digits),
      approximate: APPROXIMATE_BEFORE.test(before) || APPROXIMATE_AFTER.test(after),
    },
  };
}

/** A minus, and no dash of a range (1-13号楼, 6%-8%) or of a name. */
function hasMinus(text: string, start: number): boolean {
  return text.charAt(start - 1) === "-" && !/[\dA-Za-z%元日月年号-]/u.test(text.charAt(start - 2));
}

function numberOf(digits: string): Decimal {
  return new Decimal(digits.replace(/[,，]/gu, ""));
}

function decimalsOf(digits: string): number {
  const point = digits.indexOf(".");
  return point < 0 ? 0 : digits.length - point - 1;
}

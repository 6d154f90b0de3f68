/** Sums of money and percentages in English prose: RMB 12.5 million, CNY 209,000, $1.2 million, 10 million yuan, 15,989.74 (10,000 yuan), 84.14 percent. */

import { CURRENCY_NAMES, currencyCalled, type Currency } from "../../../amounts/currency";
import { Decimal } from "../../../amounts/decimal";
import type { Unit } from "../../../amounts/unit";
import type { Figure } from "../../text/figures";

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALE = String.raw`hundred million|ten thousand|thousand|million|billion|mn|bn|k|m`;
const FIGURE = new RegExp(
  String.raw`(?<![\w.,])(?<before>(?:(?:${CURRENCY_NAMES}) ?)?)(?<minus>-?)(?<digits>${NUMBER})(?:(?<percent> ?(?:%|percent\b|per cent\b))|(?: ?(?<scale>${SCALE})\b)?(?<after> ?(?:${CURRENCY_NAMES})(?![A-Za-z]))?(?<noted> ?\((?:in )?(?:RMB |CNY |¥)?10,000(?: yuan| RMB)?\))?)`,
  "giu",
);

const SCALES: Readonly<Record<string, { readonly unit: Unit; readonly zeros: number }>> = {
  k: { unit: "千元", zeros: 0 }, thousand: { unit: "千元", zeros: 0 }, "ten thousand": { unit: "万元", zeros: 0 },
  m: { unit: "万元", zeros: 2 }, mn: { unit: "万元", zeros: 2 }, million: { unit: "万元", zeros: 2 },
  "hundred million": { unit: "亿元", zeros: 0 }, bn: { unit: "亿元", zeros: 1 }, billion: { unit: "亿元", zeros: 1 },
};
const YUAN = { unit: "元", zeros: 0 } as const;
/** More digits than any sum of money has; up to here 40-digit arithmetic stays exact. */
const MOST_DIGITS = 30;
const APPROXIMATE_BEFORE = /\b(?:about|around|some|nearly|almost|approximately|approx\.|roughly|over|under|more than|less than|at least|at most|up to|close to) $/iu;
const APPROXIMATE_AFTER = /^ (?:or so|or more|or less)\b/iu;
const PRICE_AFTER = /^ ?(?:\/|per\b|each\b|a (?:month|year|day|head)\b)/iu;
/** How far around a figure its little words stand. */
const NEAR = 16;

/** `folded` as `fold` gives it. In reading order, never overlapping. A number without a currency or a percent sign is none of ours. */
export function readFigures(folded: string, ofWorkbook: Currency): readonly Figure[] {
  return Array.from(folded.matchAll(FIGURE), (match) => figureOf(match, ofWorkbook)).filter((figure) => figure !== null);
}

/** "expenditure of 4,988.2 million against": of the workbook's money, for no thing is counted behind it. */
function isSumAlone({ input, index, 0: words, groups }: RegExpExecArray): boolean {
  return LARGE.test(groups?.["scale"] ?? "") && ENDS_THERE.test(input.slice(index + words.length));
}

const LARGE = /^(?:hundred million|ten thousand|thousand|million|billion)$/iu;
const ENDS_THERE = /^(?:[,.;:)]|$| \(| (?:of (?:the|its)|out of|against|was|were|is|on|for|to|from|and|or|under|over|below|above|less|more|spent)\b)/iu;

function figureOf(match: RegExpExecArray, ofWorkbook: Currency): Figure | null {
  const { before = "", minus = "", digits = "", percent, scale, after, noted } = match.groups ?? {};
  if (digits.length > MOST_DIGITS || (percent === undefined && before === "" && after === undefined && noted === undefined && !isSumAlone(match))) return null;
  const start = match.index + (percent === undefined ? 0 : before.length);
  const end = match.index + match[0].length;
  const around = [match.input.slice(Math.max(0, start - NEAR), start), match.input.slice(end, end + NEAR)] as const;
  const approximate = APPROXIMATE_BEFORE.test(around[0]) || APPROXIMATE_AFTER.test(around[1]);
  const plain = new Decimal(digits.replaceAll(",", ""));
  const value = minus === "" ? plain : plain.negated();
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  if (percent !== undefined) return { kind: "percent", start, end, percent: { value, decimals, approximate } };
  const { unit, zeros } = SCALES[scale?.toLowerCase() ?? (noted === undefined ? "" : "ten thousand")] ?? YUAN;
  const called = before !== "" ? before : after ?? "";
  const currency = called === "" ? noted === undefined ? ofWorkbook : "CNY" : currencyCalled(called, ofWorkbook);
  const money = { currency, value: value.times(new Decimal(10).pow(zeros)), unit, decimals: decimals - zeros, approximate };
  return { kind: "money", start, end, money, use: PRICE_AFTER.test(around[1]) ? "price" : "sum" };
}

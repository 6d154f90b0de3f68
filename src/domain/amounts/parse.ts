/**
 * Reading one cell, or one text, as an amount of money. What can be read in two ways is not read at all:
 * a wrong figure is worse than a question.
 */

import { dateText, isDateFormat } from "../../workbook/number-format";
import type { CellValue } from "../../workbook/snapshot";
import { Decimal, withoutResidue, ZERO } from "./decimal";
import type { Unit } from "./unit";

export type ParsedAmount =
  /** `unit` is the one written behind the figure (12.5万元). With `percent`, 20.43% has the value 20.43. `currency` is the sign of the one that stands before it, "CNY" for yuan. */
  | { readonly kind: "amount"; readonly value: Decimal; readonly unit: Unit | null; readonly percent: boolean; readonly currency?: string }
  | { readonly kind: "blank" }
  /** A dash standing alone, as the accounting format shows zero. Among amounts it is zero (read.ts); among ratios, none. */
  | { readonly kind: "dash" }
  /** `content` is what stands in the cell. */
  | { readonly kind: "unreadable"; readonly content: string };

const BLANK: ParsedAmount = { kind: "blank" };
const DASH: ParsedAmount = { kind: "dash" };

/** More digits than any sum of money has; up to here 40-digit arithmetic stays exact. */
const MOST_DIGITS = 30;
/** "28265.19": the quick way for most text amounts. */
const PLAIN = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/u;
/** Characters of the longest text worth reading, with separators, currency and unit. */
const LONGEST = 64;

/** What a cell holds: Excel keeps dates as numbers, and only the number format tells that one is a date, hence no amount. */
export function parseCell(value: CellValue, numberFormat: string): ParsedAmount {
  return typeof value === "number" && isDateFormat(numberFormat) ? { kind: "unreadable", content: dateText(value, numberFormat) } : parseAmount(value);
}

/**
 * Numbers are taken by their shortest decimal form, as Excel shows them. Texts may have spaces around them, full-width
 * characters, thousands separators (commas, or apostrophes or hard spaces, in groups of three),
 * accounting parentheses for negative amounts, any minus sign, ￥ ¥ 人民币 RMB CNY $ € £ ₩ before the figure,
 * and 元 千元 万元 亿元 (also 万, 亿, "元整") or % behind it. Blank are empty cells and spaces of any kind. Dashes
 * standing alone, with ￥ or $ before them or not, are a sign of their own. Everything else is unreadable: dates,
 * errors, booleans, "1,23", "1 234", "1.234,5", "007", currencies by letters (US$5), 0,123 (a decimal comma?).
 */
export function parseAmount(value: CellValue): ParsedAmount {
  if (typeof value === "number") return Number.isFinite(value) ? amount(new Decimal(withoutResidue(value)), null, false) : { kind: "unreadable", content: String(value) };
  if (typeof value === "boolean") return { kind: "unreadable", content: value ? "TRUE" : "FALSE" };
  if (value === "") return BLANK;
  if (PLAIN.test(value)) return amount(new Decimal(value), null, false);
  return parseText(value);
}

function amount(value: Decimal, unit: Unit | null, percent: boolean, currency?: string): ParsedAmount {
  const plain = { kind: "amount", value: value.isZero() ? ZERO : value, unit, percent } as const;
  return currency === undefined ? plain : { ...plain, currency };
}

function parseText(content: string): ParsedAmount {
  const text = inPlainCharacters(content);
  if (text === "") return BLANK;
  if (/^[¥$€£₩]?\s*-+$/u.test(text)) return DASH;
  return (text.length > LONGEST ? null : readShape(text)) ?? { kind: "unreadable", content };
}

/**
 * Half-width, one kind of dash, nothing invisible, no outer spaces. NFKC would do more than that and change
 * money: it turns 10² into 102 and ½ into 1/2.
 */
function inPlainCharacters(content: string): string {
  return content
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, "")
    .replace(/[\uff01-\uff5e]/gu, toHalfWidth)
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/gu, "-")
    .replaceAll("￥", "¥")
    .trim()
    // Excel's text prefix, copied along with the figure.
    .replace(/^'(?=[^'])/u, "");
}

/** Spaces that are put between groups of three on purpose, unlike the one on the keyboard. */
const HARD_SPACE = String.raw`\u00a0\u2007\u2009\u202f`;
const CURRENCY = String.raw`(?:(?<yuan>人民币|RMB|CNY)\s*:?\s*)?(?<sign>[¥$€£₩])?`;
const TAIL = "%|[千万亿]?元整?|[万亿]";
/** Sign, currency and parentheses in the orders people write them; the figure; what follows it. */
const SHAPE = new RegExp(String.raw`^(?<outer>\()?\s*(?<first>[-+])?\s*${CURRENCY}\s*(?<second>[-+])?(?<inner>\()?\s*(?<figure>(?:[\d.,'’]|(?<=\d)[${HARD_SPACE}](?=\d))+)\s*(?<within>${TAIL})?\s*(?<close>\))?\s*(?<behind>${TAIL})?$`, "iu");
/** Separators are of one kind throughout and stand before each group of three. */
const FIGURE = new RegExp(String.raw`^(?=.*\d)(?:0|[1-9]\d*|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:['’]\d{3})+|(?:[${HARD_SPACE}]\d{3})+))?(?:\.\d+)?$`, "u");

function readShape(text: string): ParsedAmount | null {
  const parts = SHAPE.exec(text)?.groups ?? {};
  const figure = parts["figure"] ?? "";
  if (!FIGURE.test(figure)) return null;
  const count = (...names: readonly string[]): number => names.filter((name) => parts[name] !== undefined).length;
  const opened = count("outer", "inner");
  const signs = count("first", "second");
  if (opened !== count("close") || opened + signs > 1 || count("within", "behind") > 1) return null;

  const digits = figure.replace(/[^\d.]/gu, "");
  if (digits.length > MOST_DIGITS) return null;
  const isNegative = opened === 1 || parts["first"] === "-" || parts["second"] === "-";
  const tail = parts["within"] ?? parts["behind"] ?? "";
  return amount(new Decimal(digits).times(isNegative ? -1 : 1), unitOfTail(tail), tail === "%", currencyOf(parts));
}

function currencyOf({ yuan, sign }: Readonly<Record<string, string>>): string | undefined {
  return sign === "¥" || (yuan !== undefined && sign === undefined) ? "CNY" : sign;
}

function toHalfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function unitOfTail(tail: string): Unit | null {
  if (tail === "" || tail === "%") return null;
  if (tail.startsWith("千")) return "千元";
  if (tail.startsWith("万")) return "万元";
  return tail.startsWith("亿") ? "亿元" : "元";
}

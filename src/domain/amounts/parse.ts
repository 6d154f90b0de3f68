/**
 * Reading one cell as an amount of money. What can be read in two ways is not read at all:
 * a wrong figure is worse than a question.
 */

import { ERROR_VALUES, type CellValue } from "../../workbook/snapshot";
import { Decimal, ZERO } from "./decimal";
import type { Unit } from "./unit";

export type ParsedAmount =
  /** `unit` is the one written behind the figure (12.5万元). With `percent`, 20.43% has the value 20.43. */
  | { readonly kind: "amount"; readonly value: Decimal; readonly unit: Unit | null; readonly percent: boolean }
  | { readonly kind: "blank" }
  /** `content` is what stands in the cell. */
  | { readonly kind: "unreadable"; readonly content: string };

const BLANK: ParsedAmount = { kind: "blank" };

/** More digits than any sum of money has; up to here 40-digit arithmetic stays exact. */
const MOST_DIGITS = 30;
/** Characters of the longest text worth reading, with separators, currency and unit. */
const LONGEST = 64;

/**
 * Numbers are taken by their shortest decimal form. Texts may have spaces around them, full-width
 * characters, thousands separators (commas, or apostrophes or hard spaces, in groups of three),
 * accounting parentheses for negative amounts, any minus sign, ￥ ¥ $ 人民币 RMB CNY before the figure,
 * and 元 千元 万元 亿元 (also 万, 亿, "元整") or % behind it. Blank are empty cells, spaces of any kind, and dashes
 * standing alone, which accountants write for "nothing here". Everything else is unreadable: dates,
 * errors, booleans, "1,23", "1 234", "1.234,5", "007", other currencies, 0,123 (a decimal comma?).
 */
export function parseAmount(value: CellValue): ParsedAmount {
  if (typeof value === "number") return Number.isFinite(value) ? amount(new Decimal(value), null, false) : { kind: "unreadable", content: String(value) };
  if (typeof value === "boolean") return { kind: "unreadable", content: value ? "TRUE" : "FALSE" };
  if (value === "") return BLANK;
  if (isPlain(value)) return amount(new Decimal(value), null, false);
  return parseText(value);
}

function amount(value: Decimal, unit: Unit | null, percent: boolean): ParsedAmount {
  return { kind: "amount", value: value.isZero() ? ZERO : value, unit, percent };
}

/** "28265.19": digits with at most one point inside; the quick way for most text amounts. */
function isPlain(text: string): boolean {
  if (text.length > MOST_DIGITS) return false;
  let point = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46 && point < 0) point = at;
    else if (code < 48 || code > 57) return false;
  }
  const whole = point < 0 ? text.length : point;
  return whole > 0 && point !== text.length - 1 && (whole === 1 || text.charCodeAt(0) !== 48);
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/gu;
const LONE_DASHES = /^-+$/u;
const HARD_SPACE = /[\u00a0\u2007\u2009\u202f]/gu;

/** Sign, currency and parentheses in the orders people write them; the figure; what follows it. */
const SHAPE = /^(?<open>\()?\s*(?<sign>[-+])?\s*(?:(?:人民币|RMB|CNY)\s*[:]?\s*)?[¥$]?\s*(?<sign2>[-+])?(?<open2>\()?\s*(?<figure>[\d.,'’_]+)\s*(?<tail>%|[千万亿]?元整?|[万亿])?\s*(?<close>\))?\s*(?<tail2>%|[千万亿]?元整?|[万亿])?$/iu;
/** Separators are one kind throughout and stand before each group of three. */
const GROUPED = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:['’]\d{3})+|(?:_\d{3})+))?(?:\.\d+)?$/u;

function parseText(content: string): ParsedAmount {
  const text = content.replace(INVISIBLE, "").replace(/[\uff01-\uff5e]/gu, toHalfWidth).replaceAll("￥", "¥").replace(DASHES, "-").replace(/\u3000/gu, " ").trim();
  if (text === "" || LONE_DASHES.test(text)) return BLANK;
  const unreadable: ParsedAmount = { kind: "unreadable", content };
  if (text.length > LONGEST || ERROR_VALUES.has(content)) return unreadable;
  // Excel's text prefix, copied along with the figure.
  const bare = text.replace(/^'(?=[^'])/u, "").replace(/(?<=\d)_|_(?=\d)/gu, "?").replace(HARD_SPACE, "_").replace(/(?<!\d)_+|_+(?!\d)/gu, " ");
  const parts = SHAPE.exec(bare)?.groups;
  if (parts === undefined) return unreadable;
  const figure = parts["figure"] ?? "";
  const digits = figure.replace(/[,'’_]/gu, "");
  if (!GROUPED.test(figure) || !/\d/u.test(digits) || digits.length > MOST_DIGITS) return unreadable;

  const isOpened = parts["open"] !== undefined || parts["open2"] !== undefined;
  const isSigned = parts["sign"] !== undefined || parts["sign2"] !== undefined;
  const isBalanced = isOpened === (parts["close"] !== undefined);
  const isTwice = (parts["open"] !== undefined && parts["open2"] !== undefined) || (parts["sign"] !== undefined && parts["sign2"] !== undefined) || (parts["tail"] !== undefined && parts["tail2"] !== undefined);
  if (!isBalanced || isTwice || (isOpened && isSigned)) return unreadable;

  const magnitude = new Decimal(digits);
  const isNegative = isOpened || parts["sign"] === "-" || parts["sign2"] === "-";
  const tail = parts["tail"] ?? parts["tail2"] ?? "";
  return amount(isNegative ? magnitude.negated() : magnitude, unitOfTail(tail), tail === "%");
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

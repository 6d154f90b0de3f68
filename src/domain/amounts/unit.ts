/** The units Chinese finance offices count money in, how texts name them, and exact conversion. */

import { FOREIGN_WORDS } from "./currency";
import { Decimal } from "./decimal";

/** How many yuan each unit is. */
export const UNITS = { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 } as const;

export type Unit = keyof typeof UNITS;

const EXPONENTS: Readonly<Record<Unit, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/** Exact: every factor is a power of ten, so no digit is gained or lost. */
export function convert(amount: Decimal, from: Unit, to: Unit): Decimal {
  return from === to ? amount : amount.times(FACTORS[from][to]);
}

const FACTORS: Readonly<Record<Unit, Readonly<Record<Unit, Decimal>>>> = {
  元: factorsFrom("元"), 千元: factorsFrom("千元"), 万元: factorsFrom("万元"), 亿元: factorsFrom("亿元"),
};

function factorsFrom(from: Unit): Readonly<Record<Unit, Decimal>> {
  const to = (unit: Unit): Decimal => new Decimal(10).pow(EXPONENTS[from] - EXPONENTS[unit]);
  return { 元: to("元"), 千元: to("千元"), 万元: to("万元"), 亿元: to("亿元") };
}

/** "other": one that is not counted in here (百万元, "in millions", "$000s"), or two different ones. */
export type StatedUnit = Unit | "other";

/**
 * The unit a text states for the figures near it: 单位：万元, 金额(元), 支出/千元, "unit: RMB 10,000",
 * "in thousands of yuan". Where only the scale is said ("in thousands"), the currency is that of the books, yuan.
 * Another currency is none of ours: dollars are not read as yuan. null: amounts in prose (12.5万元, 上百万元) and
 * other texts state none.
 */
export function statedUnit(text: string): StatedUnit | null {
  const found = new Set(measuresIn(text).map(unitOf));
  const [unit] = found;
  return found.size > 1 ? "other" : (unit ?? null);
}

/** What figures are counted in, whether or not it is a unit of ours. */
export interface Measure {
  /** Its name in the text; null where only the scale is said: that of the books. */
  readonly currency: string | null;
  /** How many of it, as a power of ten: 6 for millions. */
  readonly exponent: number;
}

/** The one that a text states; null where it states none, or two different ones. */
export function statedMeasure(text: string): Measure | null {
  const found = measuresIn(text);
  const told = found.find(({ currency }) => currency !== null) ?? found[0] ?? null;
  return told !== null && found.every(({ currency, exponent }) => exponent === told.exponent && (currency === null || currency === told.currency)) ? told : null;
}

function measuresIn(text: string): Measure[] {
  const plain = text.normalize("NFKC").replace(SPREAD, "");
  return [...chineseMeasures(plain), ...englishMeasures(plain.toLowerCase())];
}

function unitOf({ currency, exponent }: Measure): StatedUnit {
  return isYuan(currency) ? (UNIT_NAMES.find((unit) => EXPONENTS[unit] === exponent) ?? "other") : "other";
}

const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** Whether amounts in the two convert exactly: yuan in units of ours. */
export function isCounted(measure: Measure): boolean {
  return unitOf(measure) !== "other";
}

/** Books are in yuan unless they say otherwise. */
function isYuan(currency: string | null): boolean {
  return currency === null || currency === YUAN;
}

const YUAN = "CNY";

/** Blanks that printed forms set a word apart with, and the breaks of a narrow column: 单 位：万 元. */
const SPREAD = /(?<=单)\s+(?=位)|(?<=[千万亿])\s+(?=元)/gu;

/** The same where only units that we count in matter. */
export function findUnit(text: string): Unit | null {
  const unit = statedUnit(text);
  return unit === "other" ? null : unit;
}

/**
 * 千元, 万元 and 亿元 count wherever no quantity stands before them. 元 is also a syllable of common
 * words (单元, 元旦), so alone it counts only between delimiters or after 单位, 人民币 and the like.
 * 元/人 and 万元/公里 are prices and state nothing; 元/万元 names two units.
 */
const NO_PRICE = String.raw`(?!\s*/(?!\s*[千万亿]?元))`;
const LARGE_UNIT = new RegExp(String.raw`(?<![\d.,十百千万亿几数上近余多]\s*)([百十千]?[千万亿])元${NO_PRICE}`, "gu");
const PLAIN_UNIT = new RegExp(String.raw`(?:^|[([{【〔/:,、;\s-]|单位为?|人民币|rmb|cny)元(?=$|[)\]}】〕/,、;\s(])${NO_PRICE}`, "giu");
/** 单位：万, with 元 left out. */
const SHORT_UNIT = /单位[:为]?\s*(?:人民币)?([千万亿])(?=$|[)\]}】〕,、;\s])/gu;
/** 单位：美元, 万欧元, (港币): counted in here by nobody. */
const FOREIGN_UNIT = /(?:单位[:为]?\s*|币种[:为]?\s*|货币[:为]\s*|^\(?\s*|[(/]\s*)([百十]?[千万亿])?((?:美|欧|日|韩|港|澳|加|英|台|新台|法|泰)(?:元|币|镑|郎|铢))/gu;

function chineseMeasures(text: string): Measure[] {
  const yuan = [LARGE_UNIT, PLAIN_UNIT, SHORT_UNIT].flatMap((pattern) => Array.from(text.matchAll(pattern), ([, scale = ""]) => ({ currency: YUAN, exponent: exponentOfChinese(scale) })));
  const foreign = Array.from(text.matchAll(FOREIGN_UNIT), ([, scale = "", currency = ""]) => ({ currency, exponent: exponentOfChinese(scale) }));
  return [...yuan, ...foreign];
}

const CHINESE_EXPONENTS: ReadonlyMap<string, number> = new Map([["十", 1], ["百", 2], ["千", 3], ["万", 4], ["亿", 8]]);

/** 百万 is 2 + 4. */
function exponentOfChinese(scale: string): number {
  return [...scale].reduce((sum, digit) => sum + (CHINESE_EXPONENTS.get(digit) ?? 0), 0);
}

const CURRENCY = String.raw`(?:chinese )?(?:yuan|rmb(?: yuan)?|cny|renminbi|[¥￥])`;
const SCALE = String.raw`(?:in |of )?(?:100[ ,]?(?:million|000,000)|hundred millions?|10,?000|0'000|ten thousands?|10 thousands?|wan|thousands?|1,?000|'?000s?|k|millions?|billions?|mn|mm|bn|m)`;
const LEAD = String.raw`(?:(?:all |monetary )?(?:amounts?|figures?|numbers?|values?)?(?: are)?(?: expressed| stated| shown)? ?in |(?:currency|monetary)? ?units?(?: of account)? ?(?:[:=]| is)? ?)?`;
const ENGLISH_NOTE = new RegExp(`^${LEAD}(?:(${SCALE}) ?(?:of )?${CURRENCY}|${CURRENCY} ?(${SCALE})?)$`, "u");
const FOREIGN_NOTE = new RegExp(`^${LEAD}(?:(?<before>${SCALE}) ?(?:of )?(?<behind>${FOREIGN_WORDS})|(?<first>${FOREIGN_WORDS}) ?(?<after>${SCALE})?)$`, "iu");
/** Single letters and bare numbers would be anything but a scale: "(k)", "of 1,000". */
const SCALE_WORD = String.raw`(?:hundred millions?|ten thousands?|thousands?|millions?|billions?)`;
const SCALE_NOTE = new RegExp(`^(?:(?=.*(?:\\bin |\\bunits?\\b))${LEAD}((?:in )?${SCALE_WORD})|\\(?('?000s?)\\)?)$`, "u");

function englishMeasures(text: string): Measure[] {
  const phrases = [text, ...clauses(text), ...Array.from(text.matchAll(/\s((?:us|hk)?[$£€¥￥][^$£€¥￥]*)$/gu), ([, sign]) => sign ?? ""), text.replace(/^.*单位[:为]?/u, ""), ...Array.from(text.matchAll(/[([]([^()[\]]*)[)\]]/gu), ([, inner]) => inner ?? "")];
  const found: Measure[] = [];
  for (const phrase of phrases.flatMap((whole) => [whole, ...tails(whole)])) {
    const note = phrase.replace(/\s+/gu, " ").trim();
    const [yuan, scale] = [ENGLISH_NOTE.exec(note), SCALE_NOTE.exec(note)];
    const foreign = FOREIGN_NOTE.exec(note)?.groups;
    if (yuan !== null) found.push({ currency: YUAN, exponent: exponentOf(yuan[1] ?? yuan[2]) });
    else if (scale !== null) found.push({ currency: null, exponent: exponentOf(scale[1] ?? scale[2]) });
    else if (foreign !== undefined) found.push({ currency: foreign["behind"] ?? foreign["first"] ?? null, exponent: exponentOf(foreign["before"] ?? foreign["after"]) });
  }
  return found;
}

/** Unit: thousand yuan; as of 2024-09-30. One that does not say that it is about units may be an amount in prose. */
function clauses(text: string): string[] {
  return text.split(/;|\||\s{2,}|\s(?=as (?:of|at)\b)|,\s*(?=as (?:of|at)\b)|\((?=as (?:of|at)\b)/u).filter((clause) => /^\s*(?:(?:currency|monetary) )?(?:units?|amounts?|figures?)\b/u.test(clause));
}

/** What follows ", ", " in " or "unit:" may be the note of a longer text: "Budget execution, in yuan". */
function tails(text: string): string[] {
  return Array.from(text.matchAll(/,\s+(?=\D)|\sin\s|\bunits?\b|\s-\s/gu), ({ index }) => text.slice(index).replace(/^[\s,-]+/u, ""));
}

function exponentOf(scale: string | undefined): number {
  if (scale === undefined) return 0;
  const plain = scale.replace(/^(?:in|of) /u, "");
  if (/^(?:100[ ,]?(?:million|000,000)|hundred)/u.test(plain)) return 8;
  if (/^(?:10,?000|0'000|ten|10 |wan)/u.test(plain)) return 4;
  if (/^(?:thousand|1,?000|'?000|k$)/u.test(plain)) return 3;
  return /^b/u.test(plain) ? 9 : 6;
}

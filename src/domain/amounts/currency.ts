/** Currencies as texts and tables name them. Amounts are never converted from one into another. */

export type Currency = "CNY" | "USD" | "HKD" | "MOP" | "TWD" | "EUR" | "GBP" | "JPY" | "KRW" | "AUD" | "CAD" | "SGD" | "CHF";

/** Of the signs that several currencies share the first one is meant where nothing else tells. */
const NAMES: readonly (readonly [Currency, string])[] = [
  ["CNY", String.raw`人民币|RMB|CNY|yuan|renminbi|[¥￥]`],
  ["USD", String.raw`美元|美金|US ?\$|U\.S\. ?\$|USD|US dollars?|U\.S\. dollars?`],
  ["HKD", String.raw`港元|港币|HK ?\$|HKD|HK dollars?|Hong Kong dollars?`],
  ["MOP", String.raw`澳门元|澳门币|MOP\$?|patacas?`],
  ["TWD", String.raw`新台币|台币|NT\$|TWD`],
  ["EUR", String.raw`欧元|EUR|€|euros?`],
  ["GBP", String.raw`英镑|GBP|£|pounds? sterling`],
  ["JPY", String.raw`日元|日币|JPY|Japanese yen`],
  ["KRW", String.raw`韩元|韩币|KRW|₩`],
  ["AUD", String.raw`澳元|澳币|A\$|AUD|Australian dollars?`],
  ["CAD", String.raw`加元|加币|C\$|CAD|Canadian dollars?`],
  ["SGD", String.raw`新加坡元|新元|S\$|SGD|Singapore dollars?`],
  ["CHF", String.raw`瑞士法郎|瑞郎|CHF|Swiss francs?`],
];
const DOLLARS: ReadonlySet<Currency> = new Set<Currency>(["USD", "HKD", "TWD", "AUD", "CAD", "SGD"]);
const PLAIN_DOLLAR = String.raw`\$|dollars?`;

/** All names, the longest of those that begin alike first. */
export const CURRENCY_NAMES: string = [...NAMES.flatMap(([, names]) => names.split("|")), ...PLAIN_DOLLAR.split("|")].sort((a, b) => b.length - a.length).join("|");
/** Those of other currencies than yuan, as Chinese writes them behind a figure and its scale. */
export const FOREIGN_NAMES: string = NAMES.filter(([currency]) => currency !== "CNY").flatMap(([, names]) => names.split("|").filter((name) => /^\p{Script=Han}+$/u.test(name))).sort((a, b) => b.length - a.length).join("|");

/** The same as other languages write them. */
export const FOREIGN_WORDS: string = [...NAMES.flatMap(([currency, names]) => (currency === "CNY" ? [] : names.split("|"))), ...PLAIN_DOLLAR.split("|")].filter((name) => !/\p{Script=Han}/u.test(name)).sort((a, b) => b.length - a.length).join("|");

const WHOLE_NAMES = NAMES.map(([currency, names]) => [currency, new RegExp(`^(?:${names})$`, "iu")] as const);

/** `name` is one of `CURRENCY_NAMES`. A plain "$" is of the workbook's own dollars, where it counts in some. */
export function currencyCalled(name: string, ofWorkbook: Currency): Currency {
  return currencyOf(name) ?? (DOLLARS.has(ofWorkbook) ? ofWorkbook : "USD");
}

/** Whether two names mean one currency. A plain "$" is of the other's dollars, where that has some. */
export function areOneCurrency(a: string, b: string): boolean {
  return meant(a, b) === meant(b, a);
}

function meant(name: string, beside: string): string {
  const known = currencyOf(name);
  if (known !== null || !WHOLE_DOLLAR.test(name)) return known ?? name;
  return currencyCalled(name, currencyOf(beside) ?? "USD");
}

function currencyOf(name: string): Currency | null {
  return WHOLE_NAMES.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null;
}

const WHOLE_DOLLAR = new RegExp(`^(?:${PLAIN_DOLLAR})$`, "iu");

/** Letters and words count only where they stand alone: EUR, not EUROPE. */
const ANYWHERE = new RegExp(`(?<![A-Za-z])(?:${CURRENCY_NAMES})(?![A-Za-z])`, "iu");
const FORMAT_CURRENCY = /\[\$([^\]-]*)(?:-[^\]]*)?\]/gu;

/** The first currency that a text names; null where it names none. */
export function currencyIn(text: string): Currency | null {
  const name = nameIn(text);
  return name === null ? null : currencyCalled(name, "CNY");
}

function nameIn(text: string): string | null {
  return ANYWHERE.exec(text.normalize("NFKC"))?.[0] ?? null;
}

/** The currency that a number format prints: [$€-407], "$"#,##0; [$-804] is a language alone. */
export function currencyOfFormat(format: string): Currency | null {
  const name = currencySignOfFormat(format);
  return name === null ? null : currencyCalled(name, "CNY");
}

/** The same as it prints it. */
export function currencySignOfFormat(format: string): string | null {
  const symbols = Array.from(format.matchAll(FORMAT_CURRENCY), ([, symbol = ""]) => symbol);
  return nameIn(symbols.find((symbol) => symbol !== "") ?? format.replace(FORMAT_CURRENCY, "").replace(/[^$€£₩¥￥]/gu, " "));
}

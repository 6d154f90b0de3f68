/** Names and codes as keys for joining tables. They fold how things are typed, never what they mean. */

/** Most names and codes are normal already, and looking is sooner done than replacing. */
const NORMAL_NAME = /^[\u4e00-\u9fff\da-z、]*$/u;
const NORMAL_CODE = /^[\dA-Z]*$/u;

/** NFKC, no spaces or invisible characters, one kind of brackets, dashes and quotes, lower case. */
export function normaliseName(text: string): string {
  return NORMAL_NAME.test(text) ? text : foldName(text);
}

function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[[{【〔〖「『]/gu, "(")
    .replace(/[\]}】〕〗」』]/gu, ")")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .toLowerCase();
}

/** Half-width, upper case, without spaces and the text prefix '. Leading zeros count, and so do dots and dashes. */
export function normaliseCode(text: string): string {
  return NORMAL_CODE.test(text) ? text : text.normalize("NFKC").replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, "").replace(/^'/u, "").toUpperCase();
}

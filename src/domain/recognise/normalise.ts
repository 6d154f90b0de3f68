/** Names and codes as keys for joining tables. They fold how things are typed, never what they mean. */

/** NFKC, no spaces or invisible characters, one kind of brackets, dashes and quotes, lower case. */
export function normaliseName(text: string): string {
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
  return text.normalize("NFKC").replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, "").replace(/^'/u, "").toUpperCase();
}

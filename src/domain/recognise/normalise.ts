/** Names and codes as keys for joining tables. They fold how things are typed, never what they mean. */

/** Most names and codes are normal already, and looking is sooner done than replacing. */
const NORMAL_NAME = /^(?![一二三四五六七八九十]{1,3}、|\d{1,2}、)[\u4e00-\u9fff\da-z、]*$/u;
const NORMAL_CODE = /^[\dA-Z]*$/u;

/**
 * Numbers of a list before a name: 一、 （一） 1. 1、 (1) 1) ①. Not what may be part of it: 24号院, 110、119, 12.9, (1)号楼.
 * Circled ones are only told from figures before NFKC, which makes ① a 1.
 */
const CIRCLED = /^[①-⑳]+(?=.)/u;
/** Words that begin with what may be a number, too: 一、一般公共服务支出 is in a list, 一、二年级 in none. */
const NO_NUMBERS = "一(?:般|次性|体化|站式|网通)|三(?:公|保|农|支一扶)|五[保险]|十[四五]五";
const LIST_NUMBER = String.raw`[一二三四五六七八九十]{1,3}、(?!\s*(?!${NO_NUMBERS})[一二三四五六七八九十])|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)(?!\s*[号期])、?|\d{1,2}(?:\)|[.、](?!\s*\d)|\.(?=\s*\d{4}年))`;
const LIST_NUMBERS = new RegExp(`^(?:${LIST_NUMBER})+(?=.)`, "u");
const SHOWN_NUMBERS = new RegExp(String.raw`^(?:[①-⑳]+\s*(?=\S)|(?:(?:${LIST_NUMBER})\s*)+(?=\S))`, "u");
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/gu;

/** NFKC, no spaces or invisible characters, one kind of brackets, dashes and quotes, lower case, no list number before it. */
export function normaliseName(text: string): string {
  return NORMAL_NAME.test(text) ? text : foldName(text);
}

function foldName(text: string): string {
  return foldBrackets(text.replace(INVISIBLE, "").replace(CIRCLED, "").normalize("NFKC"))
    .replace(INVISIBLE, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .toLowerCase()
    .replace(LIST_NUMBERS, "");
}

/** As it is written, but for the list number before it. */
export function withoutListNumber(text: string): string {
  const own = text.trim();
  const half = own.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
  return own.slice(SHOWN_NUMBERS.exec(half)?.[0].length ?? 0);
}

function foldBrackets(text: string): string {
  return text.replace(/[[{【〔〖「『]/gu, "(").replace(/[\]}】〕〗」』]/gu, ")");
}

/** Half-width, upper case, one kind of brackets (财指〔2025〕1号), without spaces and the text prefix '. Leading zeros count, and so do dots and dashes. */
export function normaliseCode(text: string): string {
  return NORMAL_CODE.test(text) ? text : foldBrackets(text.normalize("NFKC")).replace(INVISIBLE, "").replace(/^'/u, "").toUpperCase();
}

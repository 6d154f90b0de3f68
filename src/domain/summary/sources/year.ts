/** Which year a workbook is about where no date says so: as the titles of its tables have it, else the names of their sheets. */

import type { Sources } from "./choose";
import type { SourceTable } from "./read";

const CHINESE = /(?<!\d)(?<year>(?:19|20)\d{2})\s*年|(?<digits>[一二][〇○零一二三四五六七八九]{3})年/gu;
const ENGLISH = /(?<![\d.,])(?:(?:fy|cy) ?)?(?<year>(?:19|20)\d{2})(?![\d.,]*\d)/giu;
const DIGITS = "〇一二三四五六七八九";

/** Of the tables that key figures are of before others; null where none names exactly one year. */
export function yearOf({ whole, adjusted, original, spentOnly, projects, tables }: Sources): number | null {
  const inOrder = [whole?.source ?? null, adjusted, original, spentOnly, ...projects, ...tables].filter((source): source is SourceTable => source !== null);
  const told = [
    ...inOrder.map(({ table: { title } }) => onlyYear(title?.text ?? "")),
    ...inOrder.flatMap(({ table: { captions } }) => captions.map(({ text }) => onlyYear(text))),
    ...inOrder.map(({ table: { sheetName } }) => onlyYear(sheetName)),
  ];
  return told.find((year) => year !== null) ?? null;
}

/** The one year that a text names; null for none or several. */
export function onlyYear(text: string): number | null {
  const years = yearsIn(text, CHINESE);
  const [only, ...others] = years.size > 0 || /年/u.test(text) ? years : yearsIn(text, ENGLISH);
  return others.length === 0 ? (only ?? null) : null;
}

function yearsIn(text: string, pattern: RegExp): ReadonlySet<number> {
  return new Set([...text.normalize("NFKC").matchAll(pattern)].map(({ groups }) => Number(groups?.["year"] ?? [...(groups?.["digits"] ?? "").replaceAll(/[○零]/gu, "〇")].map((digit) => DIGITS.indexOf(digit)).join(""))));
}

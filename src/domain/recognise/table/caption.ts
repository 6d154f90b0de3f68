/** What stands above a table: its title, and the unit its amounts are in. */

import type { CellRange } from "../../../workbook/address";
import { statedUnit, type StatedUnit } from "../../amounts/unit";
import type { LocatedText } from "../../table";
import { DIALECTS } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";

export interface Caption {
  readonly title: LocatedText | null;
  /** Over the table's own columns, from the nearest line up. */
  readonly texts: readonly LocatedText[];
  /** In the same rows, left or right of the table. */
  readonly beside: readonly LocatedText[];
}

const MOST_LINES = 10;
const WIDEST_GAP = 2;
/** Columns left and right of a table in which its unit note may stand. */
const BESIDE = 8;
/** A title is a phrase; longer texts are sentences. Letters say less than Chinese characters. */
const LONGEST_TITLE = 50;
const LONGEST_TITLE_IN_LETTERS = 100;

/** Lines above the header, from `floor` down, that no gap of more than two blank rows cuts off. */
export function captionOf(grid: Grid, header: CellRange, floor: number): Caption {
  const texts: LocatedText[] = [];
  const beside: LocatedText[] = [];
  let title: LocatedText | null = null;
  let gap = 0;
  for (let row = header.top - 1; row >= Math.max(floor, header.top - MOST_LINES) && gap <= WIDEST_GAP; row -= 1) {
    const line = textsOf(grid, row, header);
    gap = line.own.length + line.beside.length === 0 ? gap + 1 : 0;
    texts.push(...line.own);
    beside.push(...line.beside);
    title ??= titleIn(line.own);
  }
  return { title, texts, beside };
}

function textsOf(grid: Grid, row: number, header: CellRange): { readonly own: LocatedText[]; readonly beside: LocatedText[] } {
  const own: LocatedText[] = [];
  const beside: LocatedText[] = [];
  if (!grid.hasText(row)) return { own, beside };
  const left = Math.max(grid.range.left, header.left - BESIDE);
  const right = Math.min(grid.range.right, header.right + BESIDE);
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(row, column) !== KIND.text) continue;
    const end = grid.mergeAt(row, column)?.right ?? column;
    const isOwn = column <= header.right && end >= header.left;
    (isOwn ? own : beside).push({ text: grid.text(row, column), row, column });
  }
  return { own, beside };
}

/** A title stands alone in its line, unit notes and the like aside; several phrases are fields of a form. */
function titleIn(line: readonly LocatedText[]): LocatedText | null {
  const [title, ...others] = line.filter(({ text }) => isTitle(text));
  return title !== undefined && others.length === 0 ? title : null;
}

/** Not an attachment number, a unit note, a date line or a sentence. */
function isTitle(text: string): boolean {
  return text.length >= 2 && !isSentence(text) && !isCaptionText(text) && !/^[（(].*[)）]$/u.test(text) && !/^\d[\d年月日./-]*$/u.test(text);
}

function isSentence(text: string): boolean {
  return text.length > (/\p{Script=Han}/u.test(text) ? LONGEST_TITLE : LONGEST_TITLE_IN_LETTERS) || /[。；;!！]|[：:]$|如下/u.test(text);
}

/** Lines that go with a table without naming it: 单位：万元, 编制单位：…, 附件3, notes. */
export function isCaptionText(text: string): boolean {
  return isUnitNote(text) || DIALECTS.some(({ notTitle, note, attachment }) => notTitle.test(text) || note.test(text) || isNumberAlone(text, attachment));
}

/** 附件3, and not 附表1：部门收入执行情况. */
function isNumberAlone(text: string, attachment: RegExp): boolean {
  const rest = text.replace(attachment, "");
  return rest !== text && (rest.length < SHORTEST_NAME || isCaptionText(rest));
}

/** Of a table, in characters. */
const SHORTEST_NAME = 4;

/** The text is about the unit and little else. */
export function isUnitNote(text: string): boolean {
  const bare = text.replace(/\s/gu, "");
  return (bare.length <= 30 && statedUnit(text) !== null && /^[（(【[]?(?:(?:金额|货币|计量)?单位|币种|金额[:：])|^[（(]?(?:人民币)?[千万亿]?元[)）]?$/u.test(bare)) || (text.length <= 50 && /^[（(]?(?:units?\b|(?:expressed )?in (?:rmb|yuan|hundred|thousands|millions|billions|ten|10,000)|(?:all )?(?:amounts?|figures) (?:are )?in\b|rmb|cny|['’]?000s?\b|[¥￥$€])/iu.test(text));
}

/** The unit that the nearest text states, and that text. In a sentence, one we do not count in is not about the table, unless it stands in brackets at the end. */
export function unitOf(texts: readonly LocatedText[]): { readonly unit: StatedUnit; readonly text: string } | null {
  for (const { text } of texts) {
    const unit = statedUnit(text);
    if (unit === null) continue;
    if (text.length <= LONGEST_TITLE) return { unit, text };
    const atEnd = /[（(][^()（）]*[)）]$/u.exec(text.trim())?.[0] ?? null;
    const note = atEnd === null || statedUnit(atEnd) === null ? null : atEnd;
    if (unit !== "other" || note !== null) return { unit, text: note ?? /单位.{0,8}$/u.exec(text)?.[0] ?? `${text.slice(0, LONGEST_TITLE)}…` };
  }
  return null;
}

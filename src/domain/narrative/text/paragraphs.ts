/**
 * A document's text as paragraphs. One line is one paragraph, as copying from Word gives them.
 * Headings, unit notes and embedded tables are told apart from prose, so that no claim is read from them.
 */

import { listNumberOf, type ListNumber } from "./list-number";

/** Offsets into the document's text in UTF-16 units: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ParagraphKind = "prose" | "heading" | "table" | "unit-note";

export interface Paragraph extends Span {
  /** From zero, counting all kinds. */
  readonly index: number;
  /** Line of the document where it begins, from zero. A table takes many lines, everything else one. */
  readonly line: number;
  readonly kind: ParagraphKind;
  /** As it stands, from `start` to `end`: without outer spaces. */
  readonly text: string;
  /** The number of a list or chapter that it begins with, if it does. */
  readonly number: ListNumber | null;
  /** A table's cells in reading order, blank ones included; empty for everything else. */
  readonly cells: readonly string[];
}

interface Line extends Span {
  readonly line: number;
  /** Before trimming, for leading tabs. */
  readonly raw: string;
  readonly text: string;
}

/**
 * A table is set aside by either of two signs: lines with tabs (one cell a line behind a tab, or a row's
 * cells between tabs), or, where the tabs were lost, a run of at least `SHORTEST_TABLE` short lines without
 * sentence punctuation of which a quarter are bare figures.
 */
export function readParagraphs(text: string): readonly Paragraph[] {
  const lines = linesOf(text);
  const inTable = tableLines(lines);
  const paragraphs: Paragraph[] = [];
  let previousNumber: ListNumber | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || (line.text === "" && !inTable[at])) continue;
    const index = paragraphs.length;
    if (inTable[at]) {
      const first = at;
      while (inTable[at + 1]) at += 1;
      const last = lines[at] ?? line;
      paragraphs.push({ index, line: line.line, kind: "table", start: line.start, end: last.end, text: text.slice(line.start, last.end), number: null, cells: cellsOf(lines.slice(first, at + 1)) });
      continue;
    }
    const number = listNumberOf(line.text, previousNumber);
    if (number !== null) previousNumber = number;
    paragraphs.push({ index, line: line.line, kind: kindOf(line.text, number), start: line.start, end: line.end, text: line.text, number, cells: [] });
  }
  return paragraphs;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const raw of text.split("\n")) {
    const trimmed = raw.replace(/^\ufeff/u, " ").trim();
    const start = trimmed === "" ? from : from + raw.indexOf(trimmed);
    lines.push({ line: lines.length, raw, text: trimmed, start, end: start + trimmed.length });
    from += raw.length + 1;
  }
  return lines;
}

const SHORTEST_TABLE = 4;
const LONGEST_CELL = 30;
const BARE_FIGURE = /^[¥￥]?[-－]?\d[\d,，]*(?:\.\d+)?[%％]?$|^[-－—–]+$/u;
const SENTENCE_PUNCTUATION = /[。；！？，：!?;]/u;
const CHAPTER = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u;

/** For each line, whether it belongs to a table; blank lines inside one do. */
function tableLines(lines: readonly Line[]): readonly boolean[] {
  const marks = lines.map((line) => hasTab(line));
  markRuns(lines, (line) => line.text.length <= LONGEST_CELL && !SENTENCE_PUNCTUATION.test(line.text), marks);
  for (let at = 0, lastMarked = -1; at < lines.length; at += 1) {
    if (lines[at]?.text !== "" && !marks[at]) lastMarked = -1;
    if (!marks[at]) continue;
    if (lastMarked >= 0) marks.fill(true, lastMarked, at);
    lastMarked = at;
  }
  return marks;
}

function hasTab(line: Line): boolean {
  return line.raw.startsWith("\t") || (line.text.includes("\t") && !line.text.includes("。"));
}

function markRuns(lines: readonly Line[], isCell: (line: Line) => boolean, marks: boolean[]): void {
  let run: number[] = [];
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at];
    if (line !== undefined && line.text === "") continue;
    // A chapter heading starts afresh: what stands before it is another matter.
    if (line !== undefined && isCell(line) && !CHAPTER.test(line.text)) {
      run.push(at);
      continue;
    }
    const figures = run.filter((member) => BARE_FIGURE.test(lines[member]?.text ?? "")).length;
    if (run.length >= SHORTEST_TABLE && figures >= 2 && figures * 4 >= run.length) {
      for (const member of run) marks[member] = true;
    }
    run = [];
  }
}

function cellsOf(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => (line.raw.startsWith("\t") ? line.raw.slice(1) : line.raw).split("\t")).map((cell) => cell.trim());
}

const LONGEST_HEADING = 60;
const LONGEST_BARE_HEADING = 40;
const UNIT_NOTE = /^[（(]?(?:金额)?单位\s*[:：]?\s*(?:人民币)?[百千万亿]{0,2}元[)）]?$/u;

/** 全国1%人口抽样调查项目: what a name is made of, no figure of the line so called. */
const PERCENT_IN_NAME = /\d[%％](?=(?!的|左右|以[上下内])\p{Script=Han}[^\d%％元]*(?:项目|经费|资金|专项|调查|普查)$)/u;

function kindOf(text: string, number: ListNumber | null): ParagraphKind {
  if (UNIT_NOTE.test(text)) return "unit-note";
  if (text.length > (number === null ? LONGEST_BARE_HEADING : LONGEST_HEADING)) return "prose";
  const isOpen = !/[。！？；，：,;:!?.…]$/u.test(text);
  const saysFigures = /[元%％]|百分之/u.test(text) && /\d\s*[百千万亿]{0,2}[元%％]/u.test(number === null ? text : text.replace(PERCENT_IN_NAME, ""));
  const saysCutOff = number === null && /截[至止]/u.test(text);
  return isOpen && !saysFigures && !saysCutOff ? "heading" : "prose";
}

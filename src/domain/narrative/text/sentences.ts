/** A paragraph's sentences. */

import type { Paragraph, Span } from "./paragraphs";

export interface Sentence extends Span {
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Line of the document, from zero. */
  readonly line: number;
  /** As it stands, from `start` to `end`, with its closing punctuation. */
  readonly text: string;
}

/** ——教育支出91.88亿元: a line of a list, by its dash or its dot. */
const BULLET = /^(?:[-－—–―•●·∙・○◦■□▪◆◇▲►➢★※*]\s*)+(?=[\p{Script=Han}“《A-Za-z])/u;

/** A full stop of Latin script ends a sentence only before a space and no digit: not in 81.70, "1. " or "No. 3". */
const END = /[。！？!?]+[”’"'』」）)]*|\.(?=\s+[^\s\d])/gu;

/** Longer ones are cut at a clause, so that the reading of a sentence stays short whatever the text. */
const LONGEST = 2000;

/**
 * Split after 。！？ and Latin full stops, never at ； or ：, because 其中：…；… is one statement.
 * The list number, or the dash, that a paragraph begins with belongs to no sentence. Only prose has sentences.
 */
export function readSentences(paragraph: Paragraph): readonly Sentence[] {
  if (paragraph.kind !== "prose") return [];
  const sentences: Sentence[] = [];
  let from = paragraph.number?.length ?? BULLET.exec(paragraph.text)?.[0].length ?? 0;
  const push = (to: number): void => {
    const raw = paragraph.text.slice(from, to);
    const text = raw.trim();
    const start = paragraph.start + from + raw.indexOf(text);
    for (const piece of piecesOf(text)) {
      sentences.push({ paragraph: paragraph.index, line: paragraph.line, start: start + piece.start, end: start + piece.end, text: text.slice(piece.start, piece.end) });
    }
    from = to;
  };
  for (const { index, 0: mark } of paragraph.text.matchAll(END)) {
    if (index >= from) push(index + mark.length);
  }
  push(paragraph.text.length);
  return sentences;
}

function piecesOf(text: string): readonly Span[] {
  const pieces: Span[] = [];
  for (let start = 0; start < text.length;) {
    const furthest = start + LONGEST;
    const comma = furthest < text.length ? Math.max(text.lastIndexOf("；", furthest), text.lastIndexOf("，", furthest)) : -1;
    const end = furthest >= text.length ? text.length : comma > start ? comma + 1 : furthest;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

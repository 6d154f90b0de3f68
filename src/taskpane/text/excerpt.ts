/** As much of a sentence as shows the words in question. */

import type { ComparedSentence } from "../../pipeline/check-text";

export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Characters kept on either side of the words, and between words far apart. */
const AROUND = 40;

/** The sentence in pieces, in order; what is left out between, before and behind them is an ellipsis. */
export function excerptOf({ text, start, marks }: ComparedSentence): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    const [from, to] = [Math.max(at, mark.start - start), Math.min(text.length, mark.end - start)];
    pieces.push({ text: shortened(text.slice(at, from), at === 0 ? "start" : "middle"), isMarked: false }, { text: text.slice(from, to), isMarked: true });
    at = to;
  }
  pieces.push({ text: shortened(text.slice(at), at === 0 ? "whole" : "end"), isMarked: false });
  return pieces.filter((piece) => piece.text !== "");
}

function shortened(words: string, where: "start" | "middle" | "end" | "whole"): string {
  if (words.length <= (where === "middle" ? 2 : 1) * AROUND + 1) return words;
  if (where === "start") return `…${words.slice(-AROUND)}`;
  if (where === "middle") return `${words.slice(0, AROUND)}…${words.slice(-AROUND)}`;
  return `${words.slice(0, AROUND)}…`;
}

/** Finding one's way inside a sentence: clauses, and words at their ends. Offsets are the sentence's own. */

const OPENING = "（(《“‘【〔[";
const CLOSING = "）)》”’】〕]";
export const BRACKETS = "（([【〔";
export const SEMICOLON = /[；;]/u;
const DIVIDERS = "，,；;。：:！？!?";

/** Start of the clause that ends at `end`, not before `from`. Commas inside brackets and quotes divide nothing; an open bracket does. */
export function clauseStart(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= from; at -= 1) {
    const char = text.charAt(at);
    if (CLOSING.includes(char)) depth += 1;
    else if (depth === 0 && (DIVIDERS.includes(char) || BRACKETS.includes(char))) return at + 1;
    else if (OPENING.includes(char)) depth = Math.max(0, depth - 1);
  }
  return from;
}

/** End of the clause that begins at `start`, not behind `to`. */
export function clauseEnd(text: string, start: number, to: number): number {
  let depth = 0;
  for (let at = start; at < to; at += 1) {
    const char = text.charAt(at);
    if (OPENING.includes(char)) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && DIVIDERS.includes(char)) return at;
  }
  return to;
}

/** The longest of `words` that ends at `end` and begins at `from` or later; null if there is none. */
export function wordBefore(text: string, from: number, end: number, words: readonly string[]): string | null {
  let longest: string | null = null;
  for (const word of words) {
    if (word.length > (longest?.length ?? 0) && end - word.length >= from && text.endsWith(word, end)) longest = word;
  }
  return longest;
}

/** Where the words of `words` at the end of [from, end) begin. */
export function skipBack(text: string, from: number, end: number, words: readonly string[]): number {
  for (let at = end; ;) {
    const word = wordBefore(text, from, at, words);
    if (word === null) return at;
    at -= word.length;
  }
}

/** Where the words of `words` at the start of [start, to) end. */
export function skipForward(text: string, start: number, to: number, words: readonly string[]): number {
  for (let at = start; ;) {
    const word = words.find((candidate) => text.startsWith(candidate, at) && at + candidate.length <= to);
    if (word === undefined) return at;
    at += word.length;
  }
}

export interface FoundVerb<T> {
  readonly verb: string;
  readonly meaning: T;
  readonly start: number;
  readonly end: number;
}

/** The verb that ends last inside [from, to); of several ending there, the longest. */
export function lastVerb<T>(text: string, from: number, to: number, verbs: readonly (readonly [string, T])[]): FoundVerb<T> | null {
  const clause = text.slice(from, to);
  let found: FoundVerb<T> | null = null;
  for (const [verb, meaning] of verbs) {
    const at = clause.lastIndexOf(verb);
    if (at < 0) continue;
    const end = from + at + verb.length;
    if (found === null || end > found.end || (end === found.end && verb.length > found.verb.length)) found = { verb, meaning, start: from + at, end };
  }
  return found;
}

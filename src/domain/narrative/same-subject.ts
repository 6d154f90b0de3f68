/** Whether two figures are told of one thing. */

import { normaliseName } from "../recognise/normalise";
import type { Subject } from "./claim";

export function isSameSubject(a: Subject, b: Subject): boolean {
  return a.text === b.text || keyOf(a.text) === keyOf(b.text);
}

/** 街道 and 德胜街道, or one of them left out. */
export function mayBeSameSubject(a: Subject, b: Subject): boolean {
  if (a.text === "" || b.text === "") return true;
  const [x, y] = [keyOf(a.text), keyOf(b.text)];
  return x.includes(y) || y.includes(x);
}

/** Each figure is put beside dozens of others, of the same few names. */
const keys = new Map<string, string>();
const MOST_KEYS = 2000;

function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = normaliseName(name);
  keys.set(name, key);
  return key;
}

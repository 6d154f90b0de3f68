/** Whether two figures are told of one thing. */

import { normaliseName } from "../recognise/normalise";
import type { Subject } from "./claim";

export function isSameSubject(a: Subject, b: Subject): boolean {
  return a.text === b.text || keyOf(a) === keyOf(b);
}

/** 街道 and 德胜街道, or one of them left out. */
export function mayBeSameSubject(a: Subject, b: Subject): boolean {
  if (a.text === "" || b.text === "") return true;
  const [x, y] = [keyOf(a), keyOf(b)];
  return x.includes(y) || y.includes(x);
}

/** Each figure is put beside dozens of others, and its subject never changes. */
const KEYS = new WeakMap<Subject, string>();

function keyOf(subject: Subject): string {
  const known = KEYS.get(subject);
  if (known !== undefined) return known;
  const key = normaliseName(subject.text);
  KEYS.set(subject, key);
  return key;
}

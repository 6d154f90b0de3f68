/** Whether two figures are told of one thing. */

import { normaliseName } from "../recognise/normalise";
import type { Subject } from "./claim";

export function isSameSubject(a: Subject, b: Subject): boolean {
  return a.text === b.text || normaliseName(a.text) === normaliseName(b.text);
}

/** 街道 and 德胜街道, or one of them left out. */
export function mayBeSameSubject(a: Subject, b: Subject): boolean {
  if (a.text === "" || b.text === "") return true;
  const [x, y] = [normaliseName(a.text), normaliseName(b.text)];
  return x.includes(y) || y.includes(x);
}

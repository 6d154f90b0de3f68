/** 年初 | 调整后, Original | Revised: headers that leave out the word for what both of them are. */

import { isChangeRole } from "../../table";
import type { HeaderMeaning, HeaderReader } from "./text";

/** What is adjusted beside it, and in all else headed alike, says that 年初 is the budget; where another is, it may be anything. */
export function withShortBudgets(paths: readonly (readonly string[])[], read: HeaderReader): HeaderReader {
  const texts = new Set(paths.flat());
  if ([...texts].some((text) => isOriginal(read(text)))) return read;
  const told = new Map([...texts].flatMap((text) => {
    const spelled = read(text) === null ? [`${text}预算`, `${text} budget`].map(read).find(isOriginal) : null;
    return spelled !== null && spelled !== undefined && isBesideAdjusted(text, paths, read) ? [[text, spelled] as const] : [];
  }));
  return told.size === 0 ? read : (text) => told.get(text) ?? read(text);
}

function isOriginal(told: HeaderMeaning | null): boolean {
  return told?.meaning === "original-budget" && told.confidence === "sure";
}

function isBesideAdjusted(text: string, paths: readonly (readonly string[])[], read: HeaderReader): boolean {
  return paths.some((path) => {
    const at = path.indexOf(text);
    const isAlike = (other: readonly string[]): boolean => other.length === path.length && other.every((one, i) => i === at || one === path[i]);
    return at >= 0 && paths.some((other) => isAlike(other) && isAdjusted(read(other[at] ?? "")));
  });
}

function isAdjusted(told: HeaderMeaning | null): boolean {
  return told !== null && (told.meaning === "adjusted-budget" || isChangeRole(told.meaning));
}

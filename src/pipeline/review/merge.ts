/** Two people's decisions about one workbook, put together. */

import { findingMarkId, lineMarkId } from "./marks";
import type { Review } from "./model";

/** What `mine` changed of `base`, on top of `theirs`; of one matter changed by both, mine counts. What is as in `mine` is the same object. */
export function mergeReviews(base: Review, mine: Review, theirs: Review): Review {
  const merged: Review = {
    settings: later(base, mine, theirs, "settings"),
    dismissals: mergeLists(base.dismissals, mine.dismissals, theirs.dismissals, ({ mark }) => findingMarkId(mark)),
    reasons: mergeLists(base.reasons, mine.reasons, theirs.reasons, ({ line }) => lineMarkId(line)),
    confirmed: mergeLists(base.confirmed, mine.confirmed, theirs.confirmed, ({ name }) => name),
    text: later(base, mine, theirs, "text"),
    colours: later(base, mine, theirs, "colours"),
    live: later(base, mine, theirs, "live"),
    rates: later(base, mine, theirs, "rates"),
  };
  return isSame(merged, mine) ? mine : merged;
}

function later<K extends keyof Review>(base: Review, mine: Review, theirs: Review, part: K): Review[K] {
  return isSame(base[part], mine[part]) && !isSame(mine[part], theirs[part]) ? theirs[part] : mine[part];
}

function mergeLists<T>(base: readonly T[], mine: readonly T[], theirs: readonly T[], idOf: (item: T) => string): readonly T[] {
  const before = new Map(base.map((item) => [idOf(item), item]));
  const kept = new Set(mine.map(idOf));
  const changed = mine.filter((item) => !isSame(before.get(idOf(item)), item));
  const changedIds = new Set(changed.map(idOf));
  const isTheirs = (id: string): boolean => !changedIds.has(id) && (kept.has(id) || !before.has(id));
  const merged = [...theirs.filter((item) => isTheirs(idOf(item))), ...changed];
  return isSame(merged, mine) ? mine : merged;
}

/** Plain data put together the same way. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Finding the same lines in two tables. */

import { normaliseCode, normaliseName } from "../recognise/normalise";
import type { TableRow } from "../table";

export type Match =
  /** Index of the other table's row. */
  | { readonly kind: "matched"; readonly other: number }
  | { readonly kind: "unmatched" }
  /** Both tables have the key, one of them more than once: joining would be a guess. How many lines have it here, and there. */
  | { readonly kind: "duplicate"; readonly own: number; readonly others: number };

/** The match of every body row, by index of its table's rows. */
export interface Matching {
  readonly left: ReadonlyMap<number, Match>;
  readonly right: ReadonlyMap<number, Match>;
}

/**
 * Body rows belong together if they alone have the same code, or else if they alone have the same
 * normalised name and their codes do not contradict it. (If no code of one table occurs in the other,
 * the two tables use different codes, and these contradict nothing.)
 */
export function matchRows(left: readonly TableRow[], right: readonly TableRow[]): Matching {
  const matching = { left: new Map<number, Match>(), right: new Map<number, Match>() };
  const byCode = sharedKeys(left, right, ({ code }) => normaliseCode(code));
  for (const places of byCode.values()) join(places, matching);

  const hasSharedCodes = byCode.size > 0;
  for (const places of sharedKeys(left, right, ({ name }) => normaliseName(name)).values()) {
    const [l, r] = [places.left[0] ?? -1, places.right[0] ?? -1];
    const isAlone = places.left.length === 1 && places.right.length === 1;
    const isContradicted = hasSharedCodes && left[l]?.code.trim() !== "" && right[r]?.code.trim() !== "";
    if (!isAlone || (!isContradicted && !matching.left.has(l) && !matching.right.has(r))) join(places, matching);
  }
  fillUnmatched(left, matching.left);
  fillUnmatched(right, matching.right);
  return matching;
}

interface Places {
  readonly left: number[];
  readonly right: number[];
}

/** Where each key that both tables have stands in them; blank keys are none. */
function sharedKeys(left: readonly TableRow[], right: readonly TableRow[], keyOf: (row: TableRow) => string): ReadonlyMap<string, Places> {
  const all = new Map<string, Places>();
  left.forEach((row, i) => {
    const key = row.kind === "body" ? keyOf(row) : "";
    if (key === "") return;
    const known = all.get(key);
    if (known === undefined) all.set(key, { left: [i], right: [] });
    else known.left.push(i);
  });
  const shared = new Map<string, Places>();
  right.forEach((row, i) => {
    const key = row.kind === "body" ? keyOf(row) : "";
    const places = key === "" ? undefined : all.get(key);
    if (places === undefined) return;
    places.right.push(i);
    shared.set(key, places);
  });
  return shared;
}

/** What was matched before stays matched. */
function join({ left, right }: Places, matching: { left: Map<number, Match>; right: Map<number, Match> }): void {
  const [l, r] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && l !== undefined && r !== undefined) {
    matching.left.set(l, { kind: "matched", other: r });
    matching.right.set(r, { kind: "matched", other: l });
    return;
  }
  for (const i of left) if (!matching.left.has(i)) matching.left.set(i, { kind: "duplicate", own: left.length, others: right.length });
  for (const i of right) if (!matching.right.has(i)) matching.right.set(i, { kind: "duplicate", own: right.length, others: left.length });
}

function fillUnmatched(rows: readonly TableRow[], matches: Map<number, Match>): void {
  rows.forEach(({ kind }, i) => {
    if (kind === "body" && !matches.has(i)) matches.set(i, { kind: "unmatched" });
  });
}

/** Finding the same lines in two tables. */

import { normaliseCode, normaliseName } from "../recognise/normalise";
import type { TableRow } from "../table";

export type Match =
  /** Index of the other table's row. */
  | { readonly kind: "matched"; readonly other: number }
  | { readonly kind: "unmatched" }
  /** Both tables have the key, one of them more than once: joining would be a guess. Indexes of the lines that have it here, and there. */
  | { readonly kind: "duplicate"; readonly own: readonly number[]; readonly others: readonly number[] };

/** The match of every body row, by index of its table's rows; null on others. */
export interface Matching {
  readonly left: readonly (Match | null)[];
  readonly right: readonly (Match | null)[];
}

/** Rows with what they are known by: normalised names and codes by index of the rows, "" where there is none. */
export interface KeyedRows {
  readonly rows: readonly TableRow[];
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

export function keyedRows(rows: readonly TableRow[]): KeyedRows {
  return { rows, names: rows.map(({ name }) => normaliseName(name)), codes: rows.map(({ code }) => normaliseCode(code)) };
}

/** The rows of two tables that are to be joined. Where no code or name of one occurs in the other, the numbers of their indicators stand for codes. */
export function keyedPair(left: readonly TableRow[], right: readonly TableRow[]): readonly [KeyedRows, KeyedRows] {
  const [own, other] = [keyedRows(left), keyedRows(right)];
  const haveNumbers = [left, right].every((rows) => rows.some(({ number }) => number !== undefined));
  return haveNumbers && !haveCommon(own, other, "codes") && !haveCommon(own, other, "names") ? [byNumbers(own), byNumbers(other)] : [own, other];
}

function haveCommon(left: KeyedRows, right: KeyedRows, by: "codes" | "names"): boolean {
  const known = new Set<string>();
  eachKey(left, by, () => true, (key) => known.add(key));
  return right.rows.some(({ kind }, i) => kind === "body" && known.has(right[by][i] ?? ""));
}

function byNumbers(keyed: KeyedRows): KeyedRows {
  return { ...keyed, codes: keyed.rows.map(({ number }) => normaliseCode(number ?? "")) };
}

/**
 * Body rows belong together if they alone have the same code, or else if they alone have the same
 * normalised name and their codes do not contradict it. (If no code of one table occurs in the other,
 * the two tables use different codes, and these contradict nothing.)
 */
export function matchRows(left: KeyedRows, right: KeyedRows): Matching {
  const draft: Draft = { left: left.rows.map(openMatch), right: right.rows.map(openMatch) };
  const byCode = sharedKeys(left, right, "codes", () => true);
  byCode.alone.forEach((r, l) => {
    if (r !== NOBODY) pair(draft, l, r);
  });
  for (const places of byCode.several) markDuplicates(draft, places);

  const hasSharedCodes = byCode.several.length > 0 || byCode.alone.some((r) => r !== NOBODY);
  const byName = sharedKeys(left, right, "names", hasSharedCodes ? namesOfOpen(left, right, draft) : () => true);
  const hasCode = (row: TableRow | undefined): boolean => row?.code.trim() !== "";
  byName.alone.forEach((r, l) => {
    const isContradicted = hasSharedCodes && hasCode(left.rows[l]) && hasCode(right.rows[r]);
    if (r !== NOBODY && !isContradicted && draft.left[l] === UNMATCHED && draft.right[r] === UNMATCHED) pair(draft, l, r);
  });
  for (const places of byName.several) markDuplicates(draft, places);
  return draft;
}

interface Draft {
  readonly left: (Match | null)[];
  readonly right: (Match | null)[];
}

const UNMATCHED: Match = { kind: "unmatched" };

function openMatch({ kind }: TableRow): Match | null {
  return kind === "body" ? UNMATCHED : null;
}

/** A name says something new only where a line is still open that has it. */
function namesOfOpen(left: KeyedRows, right: KeyedRows, draft: Draft): (name: string) => boolean {
  const open = new Set<string>();
  left.names.forEach((name, l) => draft.left[l] === UNMATCHED && open.add(name));
  right.names.forEach((name, r) => draft.right[r] === UNMATCHED && open.add(name));
  return (name) => open.has(name);
}

/** Rows of one key. */
interface Places {
  readonly left: number[];
  readonly right: number[];
}

/** Keys that both tables have; blank ones are none. */
interface SharedKeys {
  /** By row of the left table the one of the right, where no other has their key; `NOBODY` elsewhere. */
  readonly alone: Int32Array;
  readonly several: readonly Places[];
}

const NOBODY = -1;

function sharedKeys(left: KeyedRows, right: KeyedRows, by: "codes" | "names", isWanted: (key: string) => boolean): SharedKeys {
  const first = new Map<string, number>();
  const alone = new Int32Array(left.rows.length).fill(NOBODY);
  const several = new Map<number, Places>();
  eachKey(left, by, isWanted, (key, l) => {
    const at = first.get(key);
    if (at === undefined) first.set(key, l);
    else if (several.has(at)) several.get(at)?.left.push(l);
    else several.set(at, { left: [at, l], right: [] });
  });
  eachKey(right, by, isWanted, (key, r) => {
    const at = first.get(key);
    if (at === undefined) return;
    const known = several.get(at);
    const other = alone[at] ?? NOBODY;
    if (known !== undefined) known.right.push(r);
    else if (other === NOBODY) alone[at] = r;
    else {
      several.set(at, { left: [at], right: [other, r] });
      alone[at] = NOBODY;
    }
  });
  return { alone, several: [...several.values()].filter((places) => places.right.length > 0) };
}

function eachKey(keyed: KeyedRows, by: "codes" | "names", isWanted: (key: string) => boolean, visit: (key: string, i: number) => void): void {
  keyed[by].forEach((key, i) => {
    if (key !== "" && keyed.rows[i]?.kind === "body" && isWanted(key)) visit(key, i);
  });
}

function pair(draft: Draft, l: number, r: number): void {
  draft.left[l] = { kind: "matched", other: r };
  draft.right[r] = { kind: "matched", other: l };
}

/** What was matched before stays matched. */
function markDuplicates(draft: Draft, { left, right }: Places): void {
  for (const l of left) if (draft.left[l] === UNMATCHED) draft.left[l] = { kind: "duplicate", own: left, others: right };
  for (const r of right) if (draft.right[r] === UNMATCHED) draft.right[r] = { kind: "duplicate", own: right, others: left };
}

/** What joining two tables line by line leaves to look at: one code under two names, and lines above their parts. */

import { totalRank } from "../recognise/rows/labels";
import type { KeyedRows, Matching } from "./match";

/**
 * "renamed": the same line, as far as anything tells. "conflict": the name of one side stands under another code on the
 * other, so that code and name tell different lines. By index of the right table's rows; absent where nothing differs.
 */
export type OtherNames = ReadonlyMap<number, "renamed" | "conflict">;

/** 教育 and 教育支出 are no other names. */
const GENERAL = /(?:支出|经费|资金|项目)$/u;

/** Where all lines of several are otherwise named, and no name is known on the other side, one of the tables tells whom was paid, or what for. */
export function otherNames(left: KeyedRows, right: KeyedRows, { right: matches }: Matching): OtherNames {
  const matched = matches.flatMap((match, r) => (match?.kind === "matched" ? [{ l: match.other, r }] : []));
  const pairs = matched.filter(({ l, r }) => isOtherwiseNamed(left, l, right, r));
  if (pairs.length === 0) return new Map();
  const [inLeft, inRight] = [singleNames(left), singleNames(right)];
  const known = matches.filter((match) => match !== null && match.kind !== "unmatched").length;
  if (known > 1 && pairs.length === matched.length && ![...inRight.keys()].some((name) => inLeft.has(name))) return new Map();
  return new Map(pairs.map(({ l, r }) => {
    const isElsewhere = [left.names[l] ?? "", right.names[r] ?? ""].some((name) => {
      const [ofLeft, ofRight] = [inLeft.get(name), inRight.get(name)];
      return typeof ofLeft === "number" && typeof ofRight === "number";
    });
    return [r, isElsewhere ? "conflict" : "renamed"];
  }));
}

function isOtherwiseNamed(left: KeyedRows, l: number, right: KeyedRows, r: number): boolean {
  const [a, b] = [left.names[l] ?? "", right.names[r] ?? ""];
  return a !== "" && b !== "" && left.codes[l] === right.codes[r] && !isSameName(a, b);
}

function isSameName(a: string, b: string): boolean {
  return a === b || a.replace(GENERAL, "") === b.replace(GENERAL, "");
}

/** Lines above their parts that have one code and name in both tables, or one name and no code: by index of the right table's rows that of the left one's. */
export function sameParents(left: KeyedRows, right: KeyedRows): ReadonlyMap<number, number> {
  const known = parentsByKey(left);
  return new Map([...(known.size === 0 ? [] : parentsByKey(right))].flatMap(([key, r]): [number, number][] => {
    const l = known.get(key) ?? null;
    return l === null || r === null || !isSameName(left.names[l] ?? "", right.names[r] ?? "") ? [] : [[r, l]];
  }));
}

/** By code, else by name; null where several have it. 小计 names none. */
function parentsByKey({ rows, codes, names }: KeyedRows): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  rows.forEach(({ kind, name: printed }, i) => {
    const [code, name] = [codes[i] ?? "", names[i] ?? ""];
    const key = code !== "" ? `code ${code}` : name !== "" && totalRank(printed) === 0 ? `name ${name}` : "";
    if (kind === "subtotal" && key !== "") found.set(key, found.has(key) ? null : i);
  });
  return found;
}

/** Where each name stands; null where in several lines, as 行政运行 does. */
function singleNames({ rows, names }: KeyedRows): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  names.forEach((name, i) => {
    if (name !== "" && rows[i]?.kind === "body") found.set(name, found.has(name) ? null : i);
  });
  return found;
}

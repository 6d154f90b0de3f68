/** Laying two related tables side by side: which lines are the same, and which sum of the one is a line of the other. */

import type { Matching } from "../../execution/match";
import type { TableInput } from "../input";
import { groupsByKey, linesByKey } from "./keys";
import { amountAt, hasAmount, rowDifference, type Measure } from "./measures";
import type { Relation } from "./relations";
import { findRun } from "./runs";

/** Rows of the table in detail, and the one row of the other table that they are. All are indexes of rows. */
export interface Tie {
  readonly detail: readonly number[];
  readonly line: number;
}

export interface Alignment {
  readonly detail: Measure;
  readonly lines: Measure;
  /** "groups": the detail's rows were grouped by function. */
  readonly by: "lines" | "groups";
  /** Tied by name or code, one row to one, with figures that agree. */
  readonly agreeing: Agreeing;
  /** Tied by name, code or function otherwise. */
  readonly same: readonly Tie[];
  /** Tied by their figure alone: adjacent rows whose sum it is. Only proposals. */
  readonly sums: readonly Tie[];
  /** Rows with an amount that the other table has not. */
  readonly loneDetail: readonly number[];
  readonly loneLines: readonly number[];
}

/** By index of the lines' rows the detail's row; -1 where none agrees. */
export interface Agreeing {
  readonly rows: Int32Array;
  readonly count: number;
}

const NONE_AGREES: Agreeing = { rows: new Int32Array(0), count: 0 };

/** How the lines of two tables belong together; asked once for each pair of tables. */
export type MatchingOf = (left: TableInput, right: TableInput) => Matching;

export function align({ left, right, by }: Relation, matchingOf: MatchingOf): Alignment {
  if (by === "left-groups") return alignGroups(left, right);
  if (by === "right-groups") return alignGroups(right, left);
  const bodyRows = ({ table }: Measure): number => table.table.rows.filter(({ kind }) => kind === "body").length;
  return bodyRows(left) >= bodyRows(right) ? alignLines(left, right, matchingOf) : alignLines(right, left, matchingOf);
}

function alignGroups(detail: Measure, lines: Measure): Alignment {
  const groups = groupsByKey(detail.table);
  const rowsOf = linesByKey(lines.table, () => true);
  const same: Tie[] = [];
  const tiedLines = new Set<number>();
  const tiedRows = new Set<number>();
  for (const [key, [line, another]] of rowsOf) {
    const group = groups.get(key);
    if (line === undefined || another !== undefined || group === undefined || tiedLines.has(line) || amountAt(lines, line) === null) continue;
    same.push({ detail: group, line });
    tiedLines.add(line);
    for (const i of group) tiedRows.add(i);
  }
  const untied = (measure: Measure, tied: ReadonlySet<number>): number[] => rowsWhere(measure, (i) => !tied.has(i) && hasAmount(measure, i));
  return { detail, lines, by: "groups", agreeing: NONE_AGREES, same, sums: [], loneDetail: untied(detail, tiedRows), loneLines: untied(lines, tiedLines) };
}

function rowsWhere({ table }: Measure, passes: (i: number) => boolean): number[] {
  const rows: number[] = [];
  for (let i = 0; i < table.table.rows.length; i++) if (passes(i)) rows.push(i);
  return rows;
}

function alignLines(detail: Measure, lines: Measure, matchingOf: MatchingOf): Alignment {
  const { left, right } = matchingOf(detail.table, lines.table);
  const agreeing = new Int32Array(lines.table.table.rows.length).fill(-1);
  const used = new Uint8Array(detail.table.table.rows.length);
  let count = 0;
  /** Lines whose namesake in the detail has another figure. */
  const differing = new Map<number, number>();
  right.forEach((match, j) => {
    const difference = match?.kind === "matched" ? rowDifference(detail, match.other, lines, j) : null;
    if (match?.kind !== "matched" || difference === null) return;
    if (difference.isZero()) {
      agreeing[j] = match.other;
      used[match.other] = 1;
      count++;
    } else differing.set(j, match.other);
  });
  const isOpen = (j: number): boolean => agreeing[j] === -1 && hasAmount(lines, j) && right[j]?.kind !== "duplicate";
  const sums = adjacentSums(detail, lines, agreeing, used, isOpen);
  const same = [...differing].flatMap(([line, i]): Tie[] => (sums.has(line) ? [] : [{ detail: [i], line }]));
  for (const rows of [...sums.values(), ...same.map(({ detail: of }) => of)]) for (const i of rows) used[i] = 1;
  return {
    detail, lines, by: "lines", agreeing: { rows: agreeing, count }, same,
    sums: [...sums].map(([line, rows]) => ({ detail: rows, line })),
    loneDetail: rowsWhere(detail, (i) => used[i] === 0 && hasAmount(detail, i) && left[i]?.kind !== "duplicate"),
    loneLines: rowsWhere(lines, (j) => isOpen(j) && !sums.has(j) && !differing.has(j)),
  };
}

/** Longer gaps hold sums by chance. */
const LONGEST_GAP = 100;

/**
 * For lines that agree with no line of their name: the run of adjacent rows of the detail, between those that
 * belong to the lines before and after, whose sum they are. Free choice of rows would find too many (662.08
 * has two solutions in the report, 13293.12 has 162), so only adjacent rows count.
 */
function adjacentSums(detail: Measure, lines: Measure, agreeing: Int32Array, taken: Uint8Array, isOpen: (j: number) => boolean): ReadonlyMap<number, readonly number[]> {
  const ends = gapEnds(agreeing, detail.table.table.rows.length);
  const sums = new Map<number, readonly number[]>();
  let from = 0;
  agreeing.forEach((at, j) => {
    if (at >= 0) from = Math.max(from, at + 1);
    const to = ends[j] ?? 0;
    if (at >= 0 || to - from > LONGEST_GAP || !isOpen(j)) return;
    const figure = amountAt(lines, j);
    const run = figure === null || !figure.gt(0) ? null : findRun(detail, { from, to }, taken, figure, lines);
    if (run === null) return;
    sums.set(j, run);
    from = (run.at(-1) ?? from) + 1;
  });
  return sums;
}

/** For each line where the rows of the next line that agrees begin; the end of the table where no later line does. */
function gapEnds(agreeing: Int32Array, length: number): Int32Array {
  const ends = new Int32Array(agreeing.length);
  let end = length;
  for (let j = agreeing.length - 1; j >= 0; j--) {
    ends[j] = end;
    const at = agreeing[j] ?? -1;
    if (at >= 0 && at < end) end = at;
  }
  return ends;
}

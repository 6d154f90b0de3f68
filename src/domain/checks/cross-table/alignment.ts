/** Laying two related tables side by side: which lines are the same, and which sum of the one is a line of the other. */

import { Decimal } from "../../amounts/decimal";
import { figureIn } from "../../execution/columns";
import { matchRows } from "../../execution/match";
import { differenceOf, type Entry, type Measure, type View } from "./measures";
import type { Relation } from "./relations";

/** Rows of the table in detail, and the one row of the other table that they are. */
export interface Tie {
  readonly detail: Entry;
  readonly line: Entry;
}

export interface Alignment {
  readonly detail: Measure;
  readonly lines: Measure;
  /** "groups": the detail's rows were grouped by function. */
  readonly by: "lines" | "groups";
  /** Tied by name or code, whether or not the figures agree. */
  readonly same: readonly Tie[];
  /** Tied by their figure alone: adjacent rows whose sum it is. Only proposals. */
  readonly sums: readonly Tie[];
  /** Entries with a figure that the other table has not. */
  readonly loneDetail: readonly Entry[];
  readonly loneLines: readonly Entry[];
}

export function align({ left, right }: Relation): Alignment {
  if (left.kind === "groups") return alignGroups(left, right);
  if (right.kind === "groups") return alignGroups(right, left);
  return left.entries.size >= right.entries.size ? alignLines(left.measure, right.measure) : alignLines(right.measure, left.measure);
}

function alignGroups(groups: View, lines: View): Alignment {
  const same = [...lines.entries].flatMap(([key, line]): Tie[] => {
    const detail = groups.entries.get(key);
    return detail === undefined ? [] : [{ detail, line }];
  });
  const tied = new Set(same.map(({ detail }) => detail));
  return {
    detail: groups.measure, lines: lines.measure, by: "groups", same, sums: [],
    // Codes group on three levels at once; what is lone on one level may be tied on another.
    loneDetail: groups.key === "code" ? [] : [...groups.entries.values()].filter((entry) => !tied.has(entry) && !entry.figure.isZero()),
    loneLines: [...lines.entries].filter(([key, { figure }]) => !groups.entries.has(key) && !figure.isZero()).map(([, entry]) => entry),
  };
}

/** Longer gaps hold sums by chance. */
const LONGEST_GAP = 100;

function alignLines(detail: Measure, lines: Measure): Alignment {
  const details = entriesOf(detail);
  const matching = matchRows(detail.table.table.rows, lines.table.table.rows);
  const agreed: (number | null)[] = [];
  const named: (number | null)[] = [];
  const isAmbiguous = new Set<number>();
  const entries = entriesOf(lines);
  lines.table.table.rows.forEach((_, j) => {
    const match = matching.right.get(j);
    const [line, other] = [entries[j], match?.kind === "matched" ? details[match.other] : undefined];
    const isTied = match?.kind === "matched" && line !== undefined && line !== null && other !== undefined && other !== null;
    if (match?.kind === "duplicate") isAmbiguous.add(j);
    named.push(isTied ? match.other : null);
    agreed.push(isTied && differenceOf(line.figure, lines, other.figure, detail).isZero() ? match.other : null);
  });
  const sums = adjacentSums(detail, details, lines, entries, agreed, isAmbiguous);
  const tied = tieUp(details, entries, named, sums, isAmbiguous);
  const isFree = (entry: Entry | null, i: number): entry is Entry => entry !== null && !tied.used.has(i) && !entry.figure.isZero() && matching.left.get(i)?.kind !== "duplicate";
  return { detail, lines, by: "lines", same: tied.same, sums: tied.sums, loneLines: tied.lone, loneDetail: details.filter(isFree) };
}

/** By index of the rows; null where there is no amount, or no line. */
function entriesOf({ table, column }: Measure): (Entry | null)[] {
  return table.table.rows.map(({ kind, name, code }, i) => {
    const figure = kind === "body" ? figureIn(column, i) : "blank";
    return typeof figure === "string" ? null : { label: name || code, rows: [i], figure };
  });
}

/**
 * For lines that agree with no line of their name: the run of adjacent rows of the detail, between those that
 * belong to the lines before and after, whose sum they are. Free choice of rows would find too many (662.08
 * has two solutions in the report, 13293.12 has 162), so only adjacent rows count.
 */
function adjacentSums(detail: Measure, details: readonly (Entry | null)[], lines: Measure, entries: readonly (Entry | null)[], agreed: readonly (number | null)[], isAmbiguous: ReadonlySet<number>): ReadonlyMap<number, Entry> {
  const taken = new Set(agreed.filter((at) => at !== null));
  const ends = gapEnds(agreed, details.length);
  const sums = new Map<number, Entry>();
  let from = 0;
  entries.forEach((line, j) => {
    const at = agreed[j];
    if (typeof at === "number") {
      from = Math.max(from, at + 1);
      return;
    }
    const to = ends[j] ?? details.length;
    if (line === null || line.figure.lte(0) || isAmbiguous.has(j) || to - from > LONGEST_GAP) return;
    const run = findRun(detail, details, from, to, taken, (sum) => differenceOf(line.figure, lines, sum, detail));
    if (run === null) return;
    sums.set(j, run);
    from = (run.rows.at(-1) ?? from) + 1;
  });
  return sums;
}

/** For each line where the rows of the next line that agrees begin; at the end of the table where no later line does. */
function gapEnds(agreed: readonly (number | null)[], length: number): number[] {
  const ends: number[] = [];
  let end = length;
  for (let j = agreed.length - 1; j >= 0; j--) {
    ends[j] = end;
    const at = agreed[j];
    if (typeof at === "number" && at < end) end = at;
  }
  return ends;
}

/** A window over amounts that are not negative: it grows at its end and shrinks at its start until the sum fits. */
function findRun(detail: Measure, details: readonly (Entry | null)[], from: number, to: number, taken: ReadonlySet<number>, missing: (sum: Decimal) => Decimal): Entry | null {
  let rows: number[] = [];
  let sum = new Decimal(0);
  for (let i = from; i < to; i++) {
    const entry = details[i];
    if (entry === undefined || entry === null) continue;
    if (taken.has(i) || entry.figure.isNegative()) {
      rows = [];
      sum = new Decimal(0);
      continue;
    }
    rows.push(i);
    sum = sum.plus(entry.figure);
    let rest = missing(sum);
    while (rest.isNegative() && rows.length > 0) {
      sum = sum.minus(details[rows.shift() ?? 0]?.figure ?? 0);
      rest = missing(sum);
    }
    if (rest.isZero() && rows.length > 0) return { label: labelOf(detail, rows), rows, figure: sum };
  }
  return null;
}

/** "公安 + 司法"; of more than two the first and the last: "医疗保障 … 食品和药品监督管理事务". */
function labelOf({ table }: Measure, rows: readonly number[]): string {
  const names = rows.map((i) => table.table.rows[i]?.name ?? "");
  return names.length > 2 ? `${names[0] ?? ""} … ${names.at(-1) ?? ""}` : names.join(" + ");
}

interface Tied {
  readonly same: Tie[];
  readonly sums: Tie[];
  readonly lone: Entry[];
  /** Rows of the detail that belong to a line. */
  readonly used: Set<number>;
}

function tieUp(details: readonly (Entry | null)[], entries: readonly (Entry | null)[], named: readonly (number | null)[], sums: ReadonlyMap<number, Entry>, isAmbiguous: ReadonlySet<number>): Tied {
  const tied: Tied = { same: [], sums: [], lone: [], used: new Set() };
  entries.forEach((line, j) => {
    if (line === null) return;
    const run = sums.get(j);
    const at = named[j];
    const other = typeof at === "number" ? details[at] : undefined;
    if (run !== undefined) {
      tied.sums.push({ detail: run, line });
      run.rows.forEach((i) => tied.used.add(i));
    } else if (typeof at === "number" && other !== undefined && other !== null) {
      tied.same.push({ detail: other, line });
      tied.used.add(at);
    } else if (!line.figure.isZero() && !isAmbiguous.has(j)) tied.lone.push(line);
  });
  return tied;
}

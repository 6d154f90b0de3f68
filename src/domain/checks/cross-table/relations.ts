/** Which tables are about the same money: those that agree on enough of the lines that both have. */

import type { Decimal } from "../../amounts/decimal";
import { UNITS } from "../../amounts/unit";
import { figureIn } from "../../execution/columns";
import { fundNamedBy } from "../../named-fund";
import type { TableInput } from "../input";
import { isSameCutOff, isSamePeriod } from "../period";
import { createKeyPicker, groupsByKey, linesByKey, type RowsByKey } from "./keys";
import { differenceOf, measuresOf, rowDifference, sumOf, WHOLES, type Measure } from "./measures";

/** Two columns of one meaning. */
export interface Relation {
  readonly left: Measure;
  readonly right: Measure;
  /** "left-groups": lines of the left table, grouped by function, are lines of the right one; "right-groups" the other way round. */
  readonly by: "lines" | "left-groups" | "right-groups";
}

/** A name, code or figure is compared with the first so many tables that have it: like sheets by the hundred are not compared all with all. */
const MOST_TABLES_OF_A_KEY = 4;
/** One figure alone may agree by chance. */
const LEAST_EQUAL = 2;

interface Evidence extends Relation {
  /** Lines of one name or code, and what they say. */
  equal: number;
  different: number;
  /** Lines under different names with one figure. */
  renamed: number;
}

/**
 * Two tables are related where at least two lines agree, and at least twice as many as do not: different scopes
 * under one name (a district's 文化 and a project's) then relate nothing. Lines agree by name or code; if any
 * does, others may agree under different names, by a figure that is not round. Zeros prove nothing. Where the
 * lines of one table agree with another's as they are and grouped by function, what agrees more counts. Tables of
 * different periods are unrelated: what did not change between two months proves nothing. So are those of different funds.
 */
export function findRelations(tables: readonly TableInput[]): Relation[] {
  const measures = comparableMeasures(tables);
  const related = [...new Set(measures.map(({ table }) => table))];
  const isPicked = createKeyPicker(related.reduce((most, { table }) => Math.max(most, table.rows.length), 0));
  const lines = new Map(related.map((table) => [table, linesByKey(table, isPicked)]));
  const ofTable = measuresByTable(measures);
  const best = new Map<string, Evidence>();
  const all = [...byLines(measures, ofTable, lines), ...byGroups(measures, lines, related)];
  for (const evidence of all) {
    const { left, right, different } = evidence;
    const agreeing = agreeingIn(evidence);
    if (agreeing < LEAST_EQUAL || agreeing < 2 * different || !isOnePeriod(left, right) || !mayBeOneFund(left, right, ofTable)) continue;
    const pair = pairOf(left, right);
    const known = best.get(pair);
    if (known === undefined || agreeing > agreeingIn(known)) best.set(pair, evidence);
  }
  return [...best.values()].map(({ left, right, by }) => ({ left, right, by }));
}

function isOnePeriod({ table, meaning }: Measure, other: Measure): boolean {
  return isSamePeriod(table, other.table) && (!meaning.startsWith("expenditure") || isSameCutOff(table, other.table));
}

/** What is of one fund and what is of all are different money where the latter is more, and no total is the same. */
function mayBeOneFund({ table: left }: Measure, { table: right }: Measure, measures: ReadonlyMap<TableInput, readonly Measure[]>): boolean {
  const [ofLeft, ofRight] = [left, right].map(({ table }) => fundNamedBy(table));
  if (ofLeft === ofRight) return true;
  if (ofLeft !== null && ofRight !== null) return false;
  const [fund, all] = ofLeft === null ? [right, left] : [left, right];
  const beyond = (measures.get(fund) ?? []).filter(({ column: { column } }) => WHOLES.has(column.role)).flatMap((part) => {
    const whole = measures.get(all)?.find(({ meaning }) => meaning === part.meaning);
    const [figure, other] = [totalOf(part), whole === undefined ? null : totalOf(whole)];
    return whole === undefined || figure === null || other === null ? [] : [differenceOf(other, whole, figure, part)];
  });
  return beyond.length === 0 || !beyond.every((difference) => difference.gt(0));
}

/** As the table prints it. */
function totalOf({ table, column }: Measure): Decimal | null {
  const at = table.totalRow();
  const figure = at === null ? "blank" : figureIn(column, at);
  return typeof figure === "string" ? null : figure;
}

function agreeingIn({ equal, renamed }: Evidence): number {
  return equal === 0 ? 0 : equal + renamed;
}

/** Columns that have one of the same meaning in another table. */
function comparableMeasures(tables: readonly TableInput[]): Measure[] {
  const measures = tables.flatMap(measuresOf);
  const tablesOf = new Map<string, Set<TableInput>>();
  for (const { meaning, table } of measures) tablesOf.set(meaning, (tablesOf.get(meaning) ?? new Set<TableInput>()).add(table));
  return measures.filter(({ meaning }) => (tablesOf.get(meaning)?.size ?? 0) > 1);
}

function pairOf(left: Measure, right: Measure): string {
  return [left, right].map(({ table, column }) => `${table.table.id} ${column.column.column}`).join(" ");
}

type EvidenceByPair = Map<Measure, Map<Measure, Evidence>>;

function evidenceOf(all: EvidenceByPair, left: Measure, right: Measure): Evidence {
  const ofLeft = all.get(left) ?? new Map<Measure, Evidence>();
  all.set(left, ofLeft);
  const evidence = ofLeft.get(right) ?? { left, right, by: "lines", equal: 0, different: 0, renamed: 0 };
  ofLeft.set(right, evidence);
  return evidence;
}

function measuresByTable(measures: readonly Measure[]): ReadonlyMap<TableInput, readonly Measure[]> {
  const of = new Map<TableInput, Measure[]>();
  for (const measure of measures) of.set(measure.table, [...(of.get(measure.table) ?? []), measure]);
  return of;
}

/** Lines of the same name or code, then lines of the same figure. */
function byLines(measures: readonly Measure[], of: ReadonlyMap<TableInput, readonly Measure[]>, lines: ReadonlyMap<TableInput, RowsByKey>): Evidence[] {
  const all: EvidenceByPair = new Map();
  const holders = new Map<string, { readonly table: TableInput; readonly i: number }[]>();
  for (const [table, rows] of lines) {
    for (const [key, [i, another]] of rows) {
      if (i === undefined || another !== undefined) continue;
      const known = holders.get(key) ?? [];
      for (const other of known) countRow(all, of.get(other.table) ?? [], other.i, of.get(table) ?? [], i);
      if (known.length < MOST_TABLES_OF_A_KEY) holders.set(key, [...known, { table, i }]);
    }
  }
  countFigures(all, measures, lines);
  return [...all.values()].flatMap((ofLeft) => [...ofLeft.values()]);
}

function countRow(all: EvidenceByPair, lefts: readonly Measure[], i: number, rights: readonly Measure[], j: number): void {
  for (const left of lefts) {
    for (const right of rights) {
      const difference = left.meaning === right.meaning ? rowDifference(left, i, right, j) : null;
      if (difference === null || (difference.isZero() && left.column.scaled[i] === 0)) continue;
      const evidence = evidenceOf(all, left, right);
      if (difference.isZero()) evidence.equal++;
      else evidence.different++;
    }
  }
}

/** Figures that stand once in each of two columns, under different names. */
function countFigures(all: EvidenceByPair, measures: readonly Measure[], lines: ReadonlyMap<TableInput, RowsByKey>): void {
  const holders = new Map<string, { readonly measure: Measure; readonly i: number }[]>();
  for (const measure of measures) {
    const { names } = measure.table.keyed();
    for (const [figure, i] of singleFigures(measure, lines.get(measure.table))) {
      const key = `${measure.meaning} ${figure}`;
      const known = holders.get(key) ?? [];
      for (const { measure: other, i: at } of known) {
        if (other.table !== measure.table && other.table.keyed().names[at] !== names[i]) evidenceOf(all, other, measure).renamed++;
      }
      if (known.length < MOST_TABLES_OF_A_KEY) holders.set(key, [...known, { measure, i }]);
    }
  }
}

/** By figure the only row that has it; rounder figures than 1,000 units of the last digit agree by chance. */
function singleFigures({ column }: Measure, lines: RowsByKey | undefined): Map<number, number> {
  const rows = new Map<number, number>();
  const repeated = new Set<number>();
  const factor = column.unit === null ? 1 : UNITS[column.unit];
  for (const of of lines?.values() ?? []) {
    for (const i of of) {
      const scaled = column.scaled[i] ?? NaN;
      if (Number.isNaN(scaled) || isRound(scaled)) continue;
      const figure = scaled * factor;
      const known = rows.get(figure);
      if (known !== undefined && known !== i) repeated.add(figure);
      rows.set(figure, i);
    }
  }
  for (const figure of repeated) rows.delete(figure);
  return rows;
}

/** Fewer than four digits besides zeros at the end. */
function isRound(scaled: number): boolean {
  let digits = Math.abs(scaled);
  while (digits >= 1_000 && digits % 10 === 0) digits /= 10;
  return digits < 1_000;
}

function* byGroups(measures: readonly Measure[], lines: ReadonlyMap<TableInput, RowsByKey>, tables: readonly TableInput[]): Generator<Evidence> {
  for (const table of tables) {
    const groups = groupsByKey(table);
    if (groups.size === 0) continue;
    for (const left of measures) {
      if (left.table !== table) continue;
      const sums = new Map([...groups].map(([key, rows]) => [key, sumOf(left, rows)]));
      const others = measures.filter((right) => right.table !== table && right.meaning === left.meaning).slice(0, MOST_TABLES_OF_A_KEY);
      for (const right of others) {
        const counts = { equal: 0, different: 0, renamed: 0 };
        const evidence: Evidence = tables.indexOf(table) < tables.indexOf(right.table) ? { left, right, by: "left-groups", ...counts } : { left: right, right: left, by: "right-groups", ...counts };
        countGroups(evidence, sums, left, right, lines.get(right.table));
        yield evidence;
      }
    }
  }
}

function countGroups(evidence: Evidence, sums: ReadonlyMap<string, ReturnType<typeof sumOf>>, left: Measure, right: Measure, lines: RowsByKey | undefined): void {
  for (const [key, sum] of sums) {
    const [j, another] = lines?.get(key) ?? [];
    const line = j === undefined || another !== undefined ? null : sumOf(right, [j]);
    if (sum === null || line === null || (sum.isZero() && line.isZero())) continue;
    if (differenceOf(sum, left, line, right).isZero()) evidence.equal++;
    else evidence.different++;
  }
}

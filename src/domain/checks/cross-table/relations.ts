/** Which tables are about the same money: those that agree on enough of the lines that both name. */

import { findCutOff, formatCutOff } from "../../execution/cut-off";
import type { TableInput } from "../input";
import { differenceOf, measuresOf, viewsOf, type Measure, type View } from "./measures";

/** Two views of one meaning, the earlier table first. */
export interface Relation {
  readonly left: View;
  readonly right: View;
}

/** A name or a code is compared with the first so many tables that have it: like sheets by the hundred are not compared all with all. */
const MOST_TABLES_OF_A_KEY = 4;
/** One figure alone may agree by chance. */
const LEAST_EQUAL = 2;

/**
 * Two tables are related where at least two of the lines that both name agree, and at least twice as many as
 * do not: different scopes under one name (a district's 文化 and a project's) then relate nothing. Zeros prove
 * nothing. Of several views of the same two columns the one that agrees most counts.
 */
export function findRelations(tables: readonly TableInput[]): Relation[] {
  const views = comparableMeasures(tables).flatMap(viewsOf);
  const best = new Map<string, Relation & { readonly equal: number }>();
  for (const { left, right, equal, different } of tally(views)) {
    if (equal < LEAST_EQUAL || equal < 2 * different || !isOnePeriod(left.measure, right.measure)) continue;
    const pair = [left, right].map(({ measure }) => `${measure.table.table.id} ${measure.column.column.column}`).join(" ");
    const known = best.get(pair);
    if (known === undefined || equal > known.equal) best.set(pair, { left, right, equal });
  }
  return [...best.values()];
}

/** Of the columns that have one of the same meaning in another table. */
function comparableMeasures(tables: readonly TableInput[]): Measure[] {
  const measures = tables.flatMap(measuresOf);
  const tablesOf = new Map<string, Set<TableInput>>();
  for (const { meaning, table } of measures) tablesOf.set(meaning, (tablesOf.get(meaning) ?? new Set<TableInput>()).add(table));
  return measures.filter(({ meaning }) => (tablesOf.get(meaning)?.size ?? 0) > 1);
}

interface Tally extends Relation {
  equal: number;
  different: number;
}

function tally(views: readonly View[]): Tally[] {
  const holders = new Map<string, number[]>();
  const tallies = new Map<number, Tally>();
  views.forEach((view, v) => {
    const { table, meaning } = view.measure;
    for (const [key, entry] of view.entries) {
      const at = `${meaning} ${view.key} ${key}`;
      const known = holders.get(at) ?? [];
      for (const k of known) {
        const other = views[k];
        const match = other?.entries.get(key);
        if (other === undefined || match === undefined || other.measure.table === table || (other.kind === "groups" && view.kind === "groups")) continue;
        const isEqual = differenceOf(match.figure, other.measure, entry.figure, view.measure).isZero();
        if (isEqual && entry.figure.isZero()) continue;
        const counted = tallies.get(k * views.length + v) ?? { left: other, right: view, equal: 0, different: 0 };
        tallies.set(k * views.length + v, counted);
        if (isEqual) counted.equal++;
        else counted.different++;
      }
      if (known.length < MOST_TABLES_OF_A_KEY) holders.set(at, [...known, v]);
    }
  });
  return [...tallies.values()];
}

/** Expenditures up to different days are different figures. */
function isOnePeriod({ table, meaning }: Measure, other: Measure): boolean {
  if (!meaning.startsWith("expenditure")) return true;
  const [left, right] = [findCutOff(table.table), findCutOff(other.table.table)];
  return left === null || right === null || formatCutOff(left.cutOff) === formatCutOff(right.cutOff);
}

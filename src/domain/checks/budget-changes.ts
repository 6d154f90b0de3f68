/** Lines whose budget is known before and after its changes, wherever that is told. */

import type { Place } from "../../workbook/address";
import type { Shown } from "../finding";
import type { Decimal } from "../amounts/decimal";
import { convert, type Unit } from "../amounts/unit";
import { budgetMeasure, type BudgetMeasure } from "../execution/basis";
import { createFigureAt, type Figure } from "../execution/columns";
import { matchRows } from "../execution/match";
import type { Basis } from "../execution/result";
import { normaliseName } from "../recognise/normalise";
import { placeAt, type Adjustment, type TableInput, type WorkbookInput } from "./input";
import { carriedInAdjusted } from "./parts";
import { isSamePeriod } from "./period";
import { createShowAmount, type ShowAmount } from "./shown";

export interface BudgetChange {
  /** The line with the original budget. */
  readonly table: TableInput;
  readonly i: number;
  /** Both in the unit of the table of `place`. */
  readonly original: Decimal;
  readonly adjusted: Decimal;
  /** Each as it is printed; an adjusted budget that a text tells, as the original one is. */
  readonly shown: { readonly original: Shown; readonly adjusted: Shown };
  /** Two columns of the table; this table and another one of adjusted budgets; the report's text. */
  readonly told: "columns" | "tables" | "text";
  /** The table of adjusted budgets prints both, so that the change is told of its line, too. */
  readonly isRepeated: boolean;
  /** The adjusted budget; the original one where a text tells the change. */
  readonly place: Place;
  /** The text's own words; empty where figures tell it. */
  readonly quotes: readonly string[];
  /** What of the adjusted budget was carried over from last year, and is no change, in the same unit. */
  readonly carriedOver?: { readonly figure: Decimal; readonly shown: Shown };
}

/**
 * Whether a line is worth telling, by its two budgets in ten-thousandths, NaN where they are not quickly known. It
 * decides nothing, it only saves work: in a large table nearly every line may have changed a little.
 */
export type MayMatter = (table: TableInput, i: number, original: number, adjusted: number) => boolean;

/** Lines whose budget did not change are left out; what was carried over from last year counts as a part of the change. */
export type BudgetChangesOf = (mayMatter: MayMatter) => BudgetChange[];

export function createBudgetChanges(workbook: WorkbookInput): BudgetChangesOf {
  const budgets = workbook.tables.map(budgetsOf);
  const isInColumns = ({ original, adjusted }: Budgets): boolean => original !== null && adjusted !== null;
  const single = budgets.filter((one) => !isInColumns(one));
  const elsewhere = [...changesInText(single, workbook), ...changesAcrossTables(budgets)];
  return (mayMatter) => [...budgets.filter(isInColumns).flatMap((one) => changesInColumns(one, mayMatter)), ...elsewhere];
}

interface Budgets {
  readonly table: TableInput;
  readonly original: BudgetMeasure | null;
  readonly adjusted: BudgetMeasure | null;
}

function budgetsOf(table: TableInput): Budgets {
  const of = (basis: Basis): BudgetMeasure | null => {
    const measure = budgetMeasure(table.table, basis);
    return measure?.basis === basis ? measure : null;
  };
  return { table, original: of("original"), adjusted: of("adjusted") };
}

type FigureAt = (i: number) => Figure;

function figureAtOf(table: TableInput, measure: BudgetMeasure): FigureAt {
  return createFigureAt(measure, table.amounts());
}

function unitOf(table: TableInput, measure: BudgetMeasure): Unit | null {
  const column = measure.terms[0]?.column.column;
  return column === undefined ? null : (table.amounts().get(column)?.unit ?? null);
}

function showIn(table: TableInput, { terms }: BudgetMeasure, unit: Unit | null): ShowAmount {
  return createShowAmount(table, terms.map(({ column: { column } }) => column), unit);
}

function placeOfMeasure(table: TableInput, i: number, measure: BudgetMeasure): Place {
  return placeAt(table, i, measure.terms[0]?.column.column ?? table.table.range.left);
}

function changesInColumns({ table, original, adjusted }: Budgets, mayMatter: MayMatter): BudgetChange[] {
  if (original === null || adjusted === null || unitOf(table, original) !== unitOf(table, adjusted)) return [];
  const [before, after] = [figureAtOf(table, original), figureAtOf(table, adjusted)];
  const [quickBefore, quickAfter] = [scaledOf(table, original), scaledOf(table, adjusted)];
  const unit = unitOf(table, original);
  const [showOriginal, showAdjusted] = [showIn(table, original, unit), showIn(table, adjusted, unit)];
  const changes: BudgetChange[] = [];
  const carried = carriedInAdjusted(table);
  table.table.rows.forEach(({ kind, isBalance }, i) => {
    const carriedOver = carried.get(i);
    const [was, is] = carriedOver === undefined ? [quickBefore?.[i] ?? NaN, quickAfter?.[i] ?? NaN] : UNKNOWN;
    if (kind !== "body" || isBalance === true || was === is || !mayMatter(table, i, was, is)) return;
    const [from, to] = [before(i), after(i)];
    if (typeof from === "string" || typeof to === "string" || (carriedOver === undefined && from.eq(to))) return;
    const held = carriedOver === undefined ? {} : { carriedOver: { figure: carriedOver, shown: showAdjusted(i, carriedOver) } };
    changes.push({ ...held, table, i, original: from, adjusted: to, shown: { original: showOriginal(i, from), adjusted: showAdjusted(i, to) }, told: "columns", isRepeated: false, place: placeOfMeasure(table, i, adjusted), quotes: NO_QUOTES });
  });
  return changes;
}

/** null where the budget is computed from several columns. */
function scaledOf(table: TableInput, { terms }: BudgetMeasure): Float64Array | null {
  const column = terms.length === 1 ? terms[0]?.column.column : undefined;
  return column === undefined ? null : (table.amounts().get(column)?.scaled ?? null);
}

const NO_QUOTES: readonly string[] = [];

/** Budgets that are not quickly known. */
const UNKNOWN = [NaN, NaN] as const;

/** Each line once: where a table has its execution, else in the first table that has it. */
function changesInText(budgets: readonly Budgets[], { adjustments, tables }: WorkbookInput): BudgetChange[] {
  const told = new Map<string, Adjustment[]>();
  for (const adjustment of adjustments) {
    if (adjustment.name === null) continue;
    const key = normaliseName(adjustment.name);
    told.set(key, [...(told.get(key) ?? []), adjustment]);
  }
  if (told.size === 0) return [];
  const shared = sharedUnit(tables);
  const changes: BudgetChange[] = [];
  const inOrder = [...budgets].sort((a, b) => Number(b.table.execution !== null) - Number(a.table.execution !== null));
  for (const { table, original } of inOrder) {
    const unit = original === null ? null : (unitOf(table, original) ?? shared);
    if (original === null || unit === null) continue;
    const figureAt = figureAtOf(table, original);
    const show = showIn(table, original, unit);
    const lines = linesByName(table);
    for (const [key, adjusting] of told) {
      const i = lines.get(key) ?? null;
      const figure = i === null ? "blank" : figureAt(i);
      if (i === null || typeof figure === "string") continue;
      told.delete(key);
      const adjusted = adjusting.reduce((sum, { change, unit: own }) => sum.plus(convert(change, own, unit)), figure);
      if (!adjusted.eq(figure)) changes.push({ table, i, original: figure, adjusted, shown: { original: show(i, figure), adjusted: show(i, adjusted) }, told: "text", isRepeated: false, place: placeOfMeasure(table, i, original), quotes: adjusting.map(({ quote }) => quote) });
    }
  }
  return changes;
}

/** A table that states no unit is in the workbook's, if all others have one and the same. */
function sharedUnit(tables: readonly TableInput[]): Unit | null {
  const units = new Set(tables.flatMap(({ unit }) => unit ?? []));
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : null;
}

/** Body rows by name; null where a name stands twice. */
function linesByName(table: TableInput): ReadonlyMap<string, number | null> {
  const lines = new Map<string, number | null>();
  const { names } = table.keyed();
  table.table.rows.forEach(({ kind }, i) => {
    const key = names[i] ?? "";
    if (kind === "body" && key !== "") lines.set(key, lines.has(key) ? null : i);
  });
  return lines;
}

/** Of each name the first tables with it are remembered, so that a workbook of many like sheets is not compared all with all. */
const MOST_TABLES_OF_A_NAME = 4;

/** A table of original budgets, and the table of adjusted ones that knows most of its lines: at least half of them, and two. */
function changesAcrossTables(budgets: readonly Budgets[]): BudgetChange[] {
  const withAdjusted = budgets.filter(({ adjusted }) => adjusted !== null);
  const isWanted = budgets.some(({ original, adjusted }) => original !== null && adjusted === null);
  if (withAdjusted.length === 0 || !isWanted) return [];
  const tablesOfName = new Map<string, Budgets[]>();
  for (const candidate of withAdjusted) {
    for (const key of linesByName(candidate.table).keys()) {
      const known = tablesOfName.get(key) ?? [];
      if (known.length < MOST_TABLES_OF_A_NAME) tablesOfName.set(key, [...known, candidate]);
    }
  }
  return budgets.flatMap((budget) => {
    if (budget.original === null || budget.adjusted !== null) return [];
    const lines = linesByName(budget.table);
    const shared = new Map<Budgets, number>();
    for (const key of lines.keys()) for (const candidate of tablesOfName.get(key) ?? []) shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
    const [best] = [...shared].filter(([{ table }]) => isSamePeriod(budget.table, table)).sort(([, a], [, b]) => b - a);
    return best === undefined || best[1] < 2 || best[1] * 2 < lines.size ? [] : changesBetween(budget, best[0]);
  });
}

function changesBetween(before: Budgets, after: Budgets): BudgetChange[] {
  const { original } = before;
  const { adjusted } = after;
  if (original === null || adjusted === null) return [];
  const [unit, other] = [unitOf(before.table, original), unitOf(after.table, adjusted)];
  if ((unit === null) !== (other === null)) return [];
  const [from, to] = [figureAtOf(before.table, original), figureAtOf(after.table, adjusted)];
  const [showOriginal, showAdjusted] = [showIn(before.table, original, unit), showIn(after.table, adjusted, other)];
  const { left } = matchRows(before.table.keyed(), after.table.keyed());
  return left.flatMap((match, i): BudgetChange[] => {
    if (match?.kind !== "matched") return [];
    const [was, is] = [from(i), to(match.other)];
    if (typeof was === "string" || typeof is === "string") return [];
    const originally = unit === null || other === null ? was : convert(was, unit, other);
    if (originally.eq(is)) return [];
    const shown = { original: showOriginal(i, was), adjusted: showAdjusted(match.other, is) };
    return [{ table: before.table, i, original: originally, adjusted: is, shown, told: "tables", isRepeated: after.original !== null, place: placeOfMeasure(after.table, match.other, adjusted), quotes: NO_QUOTES }];
  });
}

/** 计算执行率: from a workbook as read to the execution of its tables. */

import type { CellRange, Place } from "../workbook/address";
import { failed, lacksColumn, type Outcome, type Problem } from "../workbook/problem";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import type { LineAdjustment } from "../domain/execution/adjustment";
import { budgetMeasure, expenditureMeasure } from "../domain/execution/basis";
import { budgetsPartsOfYear, spendingOfParts } from "../domain/execution/part-of-year";
import { findCutOff, formatCutOff, type FoundCutOff } from "../domain/execution/cut-off";
import { computeExecution } from "../domain/execution/execute";
import { isYearAssumed } from "../domain/execution/fiscal-year";
import { computeJoined } from "../domain/execution/join";
import { hasSpending } from "../domain/execution/paid-out";
import { declareTable } from "../domain/execution/declare";
import { computeRanges, type SelectedRange } from "../domain/execution/ranges";
import type { Basis, CutOff, TableExecution } from "../domain/execution/result";
import { inferUnits } from "../domain/execution/shared-unit";
import { DEFAULT_THRESHOLDS, type Thresholds } from "../domain/execution/status";
import type { Finding } from "../domain/finding";
import type { TableOverride } from "../domain/recognise/override";
import { because } from "../domain/recognise/reason";
import { findEmptyHeader, recogniseTables } from "../domain/recognise/recognise";
import { placeOf, type BudgetTable } from "../domain/table";
import { proposePairs, type TablePair } from "./pair";
import type { RateContents } from "./rate-formulas";
import { findWritten, withoutWritten, type EarlierWriting } from "./written";

export interface SelectedRanges {
  readonly budget: { readonly sheetId: string; readonly range: CellRange };
  readonly expenditure: { readonly sheetId: string; readonly range: CellRange };
}

export interface ComputeOptions {
  readonly basis: Basis;
  /** A person's; null takes what the workbook says. */
  readonly cutOff: CutOff | null;
  readonly thresholds: Thresholds;
  /** Changes of lines' budgets that the text tells and a person confirmed; kept with what was decided (pipeline/review). */
  readonly adjustments: readonly LineAdjustment[];
  /** How rates are written; kept likewise. */
  readonly rates: RateContents;
  readonly overrides: readonly TableOverride[];
  /** Where a person said from which table the budget of an expenditure table comes; a null budget means: from none. */
  readonly pairs: readonly TablePair[];
  /** Compute only these two ranges. */
  readonly ranges: SelectedRanges | null;
}

/** Adjusted where known, else original. */
export const DEFAULT_OPTIONS: ComputeOptions = { basis: "adjusted", cutOff: null, thresholds: DEFAULT_THRESHOLDS, adjustments: [], rates: "values", overrides: [], pairs: [], ranges: null };

export interface SkippedTable {
  readonly table: BudgetTable;
  /** Why it was not computed; of no importance as long as another table was. */
  readonly problem: Problem;
}

export interface WorkbookExecution {
  /** What we wrote earlier; tables and executions are those of the workbook without it. */
  readonly earlier: EarlierWriting;
  readonly tables: readonly BudgetTable[];
  readonly executions: readonly TableExecution[];
  /** Tables that are in no execution, neither as expenditure nor as budget. */
  readonly skipped: readonly SkippedTable[];
  /** The findings of all executions. */
  readonly findings: readonly Finding[];
  /** What a person must know: why nothing could be computed, or not all that has both figures; that our record cannot be read. */
  readonly problems: readonly Problem[];
  /** Confirmed changes of lines' budgets, as they were asked for. */
  readonly adjustments: readonly LineAdjustment[];
  /** What lines were judged by. */
  readonly thresholds: Thresholds;
  /** What holds for tables that say nothing themselves, and the cell that says it. */
  readonly cutOff: CutOff | null;
  readonly cutOffPlace: Place | null;
}

/** Recognises and computes the tables, as if we had never written to the workbook: what we wrote is `earlier`. */
export function computeWorkbook(snapshot: Snapshot, options: ComputeOptions, earlier = findWritten(snapshot)): WorkbookExecution {
  const seen = withoutWritten(snapshot, earlier);
  const sheets = new Map(seen.sheets.map((sheet) => [sheet.id, sheet]));
  const recognised = inferUnits(recogniseTables(seen, options.overrides, options.cutOff), sheets);
  const tables = options.cutOff === null ? recognised.map(withAssumedYear) : recognised;
  const found = new Map(tables.flatMap((table) => {
    const cutOff = findCutOff(table);
    return cutOff === null || isYearAssumed(table, cutOff.cutOff) ? [] : [[table, cutOff] as const];
  }));
  const agreed = agreedCutOff([...found.values()]);
  const common = options.cutOff ?? agreed?.cutOff ?? null;
  const outcomes = options.ranges === null
    ? computeTables(tables, sheets, options, (table) => (budgetsPartsOfYear(table) ? null : (options.cutOff ?? found.get(table)?.cutOff ?? common)))
    : [{ table: null, outcome: computeSelected(tables, sheets, options.ranges, { ...options, cutOff: common }) }];

  const executions = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
  const skipped = outcomes.flatMap(({ table, outcome }) => (outcome.ok || table === null ? [] : [{ table, problem: outcome.problem }]));
  const used = new Set(executions.flatMap(({ budgetFrom, expenditureFrom }) => [budgetFrom.tableId, expenditureFrom.tableId]));
  return {
    earlier, executions,
    // Who selected the columns settled which of a table's count.
    tables: options.ranges === null ? tables : tables.map((table) => ({ ...table, doubts: executions.find((one) => one.table.id === table.id)?.table.doubts ?? table.doubts })),
    skipped: skipped.filter(({ table }) => !used.has(table.id)),
    findings: executions.flatMap(({ findings }) => findings),
    problems: [...problemsOf(snapshot, seen, outcomes), ...(earlier.problem === null ? [] : [earlier.problem])],
    adjustments: options.adjustments,
    thresholds: options.thresholds,
    cutOff: common,
    cutOffPlace: options.cutOff === null ? (agreed?.place ?? null) : null,
  };
}

interface TableOutcome {
  /** null where ranges were selected instead. */
  readonly table: BudgetTable | null;
  readonly outcome: Outcome<TableExecution>;
}

function computeTables(tables: readonly BudgetTable[], sheets: ReadonlyMap<string, SheetSnapshot>, options: ComputeOptions, cutOffOf: (table: BudgetTable) => CutOff | null): TableOutcome[] {
  const located = new Map(tables.flatMap((table) => {
    const sheet = sheets.get(table.sheetId);
    return sheet === undefined ? [] : [[table.id, { table, sheet }] as const];
  }));
  const isSpent = new Map([...located.values()].map(({ table, sheet }) => [table, hasSpending(table, sheet)]));
  const proposed = proposePairs(tables, options.basis, (table) => isSpent.get(table) === true);
  const pairs = new Map([...proposed, ...options.pairs].map(({ expenditure, budget }) => [expenditure, budget]));
  const isAlone = (budget: BudgetTable): boolean => isSpent.get(budget) !== true && [...pairs.values()].filter((id) => id === budget.id).length === 1;
  const ofParts = problemsOfParts(tables, proposed.filter(({ expenditure }) => !options.pairs.some((chosen) => chosen.expenditure === expenditure)));
  const outcomes = [...located.values()].map(({ table, sheet }) => {
    const problem = ofParts.get(table.id);
    if (problem !== undefined) return { table, outcome: failed(problem) };
    const own = { ...options, cutOff: cutOffOf(table) };
    const budget = located.get(pairs.get(table.id) ?? "");
    const outcome = budget === undefined ? computeExecution(table, sheet, own) : computeJoined(budget, { table, sheet }, own, isAlone(budget.table));
    // Nobody sees what would be written there. A table that could not be computed anyway has its own reason.
    const written = outcome.ok ? located.get(outcome.value.table.id) : undefined;
    return { table, outcome: written?.sheet.visible === false ? failed({ code: "sheet-hidden", place: placeOf(written.table, written.table.range) }) : outcome };
  });
  // A budget whose lines have the payments of another table has no execution of its own.
  const paidElsewhere = new Set(outcomes.flatMap(({ table, outcome }) => (outcome.ok && outcome.value.table.id !== table.id ? [outcome.value.table.id] : [])));
  return outcomes.filter(({ table, outcome }) => !(outcome.ok && outcome.value.table.id === table.id && paidElsewhere.has(table.id)));
}

/** By the ids of tables that are each of a part of the year, and are proposed for one year's budget: one problem for all of these. */
function problemsOfParts(tables: readonly BudgetTable[], proposed: readonly TablePair[]): ReadonlyMap<string, Problem> {
  const paired = new Map(proposed.map(({ expenditure, budget }) => [expenditure, budget]));
  return new Map(tables.flatMap((budget) => {
    const parts = spendingOfParts(budget, tables.filter(({ id }) => paired.get(id) === budget.id));
    const [first] = parts;
    if (first === undefined) return [];
    const problem: Problem = { code: "spending-of-parts", place: placeOf(first, first.range), values: { sheets: parts.map(({ sheetName }) => sheetName).join(", "), budget: budget.sheetName } };
    return parts.map(({ id }) => [id, problem] as const);
  }));
}

function computeSelected(tables: readonly BudgetTable[], sheets: ReadonlyMap<string, SheetSnapshot>, ranges: SelectedRanges, options: ComputeOptions): Outcome<TableExecution> {
  const sides = selectedSides(tables, sheets, ranges);
  return sides === null ? failed({ code: "sheet-missing" }) : computeRanges(...sides, options);
}

/** Both selected columns, each with the table it lies in; null where a sheet of theirs is gone. */
function selectedSides(tables: readonly BudgetTable[], sheets: ReadonlyMap<string, SheetSnapshot>, { budget, expenditure }: SelectedRanges): readonly [SelectedRange, SelectedRange] | null {
  const selected = ({ sheetId, range }: SelectedRanges["budget"]): SelectedRange | null => {
    const sheet = sheets.get(sheetId);
    const isAround = (table: BudgetTable): boolean =>
      table.sheetId === sheetId && range.left >= table.range.left && range.right <= table.range.right && range.top >= table.range.top && range.top <= table.range.bottom;
    return sheet === undefined ? null : { sheet, range, table: tables.find(isAround) ?? null };
  };
  const [budgets, expenditures] = [selected(budget), selected(expenditure)];
  return budgets === null || expenditures === null ? null : [budgets, expenditures];
}

/** The choices with the table around the selected ranges, where none was recognised, in place of the ranges; as they are where that is not to be had. */
export function withDeclaredTable(snapshot: Snapshot, { tables, earlier }: Pick<WorkbookExecution, "tables" | "earlier">, options: ComputeOptions): ComputeOptions {
  const { ranges, overrides } = options;
  const sheets = new Map(withoutWritten(snapshot, earlier).sheets.map((sheet) => [sheet.id, sheet]));
  const sides = ranges === null ? null : selectedSides(tables, sheets, ranges);
  const declared = sides === null ? null : declareTable(...sides, tables);
  return declared === null ? options : { ...options, ranges: null, overrides: [...overrides.filter(({ tableId }) => tableId !== declared.tableId), declared] };
}

/** Asks about a cut-off date that would tell how much of the year is over only if that began in January; until then it is not known. */
function withAssumedYear(table: BudgetTable): BudgetTable {
  const found = findCutOff(table);
  return found === null || !isYearAssumed(table, found.cutOff) ? table : { ...table, doubts: [...table.doubts, because("doubt-year-begins", { date: formatCutOff(found.cutOff) })] };
}

/** One date if all tables that have one agree. */
function agreedCutOff(found: readonly FoundCutOff[]): FoundCutOff | null {
  const [first] = found;
  return first !== undefined && found.every(({ cutOff }) => formatCutOff(cutOff) === formatCutOff(first.cutOff)) ? first : null;
}

function problemsOf(snapshot: Snapshot, seen: Snapshot, outcomes: readonly TableOutcome[]): Problem[] {
  const problems = [...new Set(outcomes.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.problem])))];
  const incomplete = problems.filter(lacksColumn);
  const others = problems.filter((problem) => !incomplete.includes(problem));
  if (others.length > 0 || outcomes.some(({ outcome }) => outcome.ok)) return others;
  // Nothing was computed: of all tables the one with expenditure needs least to be computable.
  const nearest = incomplete.find(({ code, values }) => code === "no-budget-column" || values?.["side"] === "budget") ?? incomplete[0];
  if (nearest !== undefined) return [nearest];
  const empty = findEmptyHeader(seen);
  return [empty === null ? { code: isBlank(snapshot) ? "empty-workbook" : isBlank(seen) ? "only-made-sheets" : "no-table" } : { code: "no-lines", place: empty }];
}

function isBlank(snapshot: Snapshot): boolean {
  return snapshot.sheets.every(({ values }) => values.every((row) => row.every((value) => value === "")));
}

/** Which sides of a rate a table has figures for. */
export function sidesOf(table: BudgetTable, basis: Basis): { readonly hasBudget: boolean; readonly hasExpenditure: boolean } {
  return { hasBudget: budgetMeasure(table, basis) !== null, hasExpenditure: expenditureMeasure(table) !== null };
}

/** Which columns rates and statuses go to. */

import { ratesOn, type Basis, type TableExecution } from "../domain/execution/result";
import { trimmed } from "../domain/recognise/grid";
import { columnOf, placeOf, type BudgetTable, type TableColumn } from "../domain/table";
import { intersects, LAST_COLUMN, type CellRange } from "../workbook/address";
import { done, failed, type Outcome } from "../workbook/problem";
import type { SheetSnapshot } from "../workbook/snapshot";
import { bandsOf, spreadOver, type Band } from "./bands";
import { columnsOfTables, type OwnColumns } from "./belonging";
import { contentAt, isHidden } from "./cells";
import { nameOfSpending, namesOf, type ColumnsName } from "./column-names";
import type { FoundColumn } from "./written";

/** A column to write to. A new one gets our header and the table's look. */
export interface Target {
  readonly column: number;
  readonly isNew: boolean;
  /** What we wrote there before, if we did. */
  readonly ours: FoundColumn | null;
  /** For our header to say what it is of: the table's name where another one, or what we write for one, stands between; the spending's where the table has statuses of several. */
  readonly of: ColumnsName | null;
}

/** A column of the table's own whose header names the budget that its rates are of. */
export interface NamedTarget extends Target {
  readonly basis: Basis;
}

export interface Targets {
  /** Of the basis in force. */
  readonly rate: Target;
  readonly status: Target;
  /** Others that the table has room for: 完成年初预算% beside 完成调整预算%. */
  readonly named: readonly NamedTarget[];
}

/** What is on the sheet besides its cells: all its tables, and the columns of ours found there. */
export interface Surroundings {
  readonly tables: readonly BudgetTable[];
  readonly ours: readonly FoundColumn[];
}

/**
 * For each table to write: a column that we wrote, else the table's own if it is entirely empty and its header names no other budget, else the first free
 * columns to the right that can be seen, beyond other tables where those stand in the way. No two tables get the same cells: what
 * stands already keeps its place, then the rightmost table chooses first, so that beside a table stand its own rates. `no-free-columns` where the sheet ends.
 */
export function chooseTargets(sheet: SheetSnapshot, executions: readonly TableExecution[], { tables, ours }: Surroundings): ReadonlyMap<BudgetTable, Outcome<Targets>> {
  const toWrite = executions.map(({ table }) => table);
  const ids = new Set(toWrite.map(({ id }) => id));
  const bands = bandsOf([...toWrite, ...tables.filter(({ id }) => !ids.has(id))]);
  const found = spreadOver(bands, ours, ({ headerRow }) => ({ top: headerRow, bottom: headerRow }));
  const excelTables = spreadOver(bands, sheet.tables.map(({ range }) => range), (range) => ({ ...range, bottom: range.bottom + 1 }));
  const merges = spreadOver(bands, sheet.merges, (range) => range);
  const byTable = new Map(executions.map((execution) => [execution.table, execution]));
  return new Map(bands.flatMap((band, i) => {
    const wanted = band.tables.flatMap((table) => byTable.get(table) ?? []);
    return targetsInBand(sheet, band, wanted, { ours: found[i] ?? [], excelTables: excelTables[i] ?? [], merges: merges[i] ?? [] });
  }));
}

interface InBand {
  readonly ours: readonly FoundColumn[];
  readonly excelTables: readonly CellRange[];
  readonly merges: readonly CellRange[];
}

type Spot = Omit<Target, "of">;

interface Spots {
  readonly table: BudgetTable;
  readonly rate: Spot | null;
  readonly status: Spot | null;
  readonly named: readonly (Spot & { readonly basis: Basis })[];
  /** null as long as what the table itself counts is computed, and no statuses stand beside rates of other spending. */
  readonly spending: ColumnsName | null;
}

function targetsInBand(sheet: SheetSnapshot, { tables }: Band, executions: readonly TableExecution[], { ours, excelTables, merges }: InBand): [BudgetTable, Outcome<Targets>][] {
  const toWrite = executions.map(({ table }) => table);
  // What a person selected stands for the tables it lies in.
  const owners = tables.filter((table) => toWrite.includes(table) || !toWrite.some(({ range }) => intersects(range, table.range)));
  const neighbours = [...tables.map(({ range }) => range), ...excelTables];
  const columns = columnsOfTables(owners, ours, neighbours);
  const standing = executions.map((execution) => existing(sheet, execution, columns.get(execution.table) ?? {}));
  const taken = [...tables.map(({ range }) => range), ...excelTables.map(withEdge), ...merges, ...standing.flatMap(areasOf)];
  const chosen: Spots[] = [];
  for (const spots of standing.sort((a, b) => b.table.range.left - a.table.range.left || a.table.range.top - b.table.range.top)) {
    const complete = withFree(sheet, spots, taken);
    chosen.push(complete);
    taken.push(...areasOf(complete));
  }
  const names = namesOf(owners);
  return chosen.map((spots) => {
    const { table, spending } = spots;
    const others = [...neighbours, ...chosen.filter((other) => other !== spots).flatMap(areasOf)];
    const target = (spot: Spot): Target => ({ ...spot, of: spending ?? (isApart(table, spot.column, others) ? (names.get(table) ?? null) : null) });
    if (spots.rate === null || spots.status === null) return [table, failed({ code: "no-free-columns", place: placeOf(table, table.range) })];
    return [table, done({ rate: target(spots.rate), status: target(spots.status), named: spots.named.map((spot) => ({ ...target(spot), basis: spot.basis })) })];
  });
}

function existing(sheet: SheetSnapshot, execution: TableExecution, columns: OwnColumns): Spots {
  const { table, basis } = execution;
  const isInstead = columnOf(table, "expenditure")?.isInstead === true;
  const standing = (role: "rate" | "status"): Spot[] => {
    // A column of the table's own in which we wrote is filled again only as long as it is for these rates.
    const isMeant = ({ column, written }: FoundColumn): boolean => written.ownHeader === true || table.columns.some((own) => own.column === column && own.role === role);
    const found = (columns[role] ?? []).filter(isMeant).map((ours): Spot => ({ column: ours.column, isNew: false, ours }));
    const own = table.columns.filter((column) => column.role === role && !found.some(({ column: at }) => at === column.column) && isUsable(sheet, table, column));
    const unfilled = own.map(({ column }): Spot => ({ column, isNew: false, ours: null }));
    // What was selected may have a column of its own, though ours stand there for what the table counts.
    return isInstead ? [...unfilled, ...found] : [...found, ...unfilled];
  };
  const rates = standing("rate").map((spot) => ({ spot, named: basisNamed(table.columns, spot) }));
  const rate = rates.find(({ named }) => named === null || named === basis)?.spot ?? null;
  const named = rates.flatMap(({ spot, named: of }) => (of === null || spot === rate || ratesOn(execution, of) === null ? [] : [{ ...spot, basis: of }]));
  const statuses = standing("status").filter(({ column }) => column !== rate?.column);
  const ofThese = statuses.filter(({ ours }) => ours === null || isBeside(ours, columns.rate ?? [], isInstead ? rates.filter(({ spot }) => spot === rate) : rates));
  return { table, rate, named, status: ofThese[0] ?? null, spending: isInstead || ofThese.length < statuses.length ? nameOfSpending(execution) : null };
}

/** Statuses stay beside the rates that they were written for, as long as these stand and are not among those of now. */
function isBeside({ written: { ratesIn, sheetId } }: FoundColumn, found: readonly FoundColumn[], rates: readonly { readonly spot: Spot }[]): boolean {
  const theirs = found.find(({ written }) => written.column === ratesIn && written.sheetId === sheetId);
  return theirs === undefined || rates.some(({ spot }) => spot.column === theirs.column);
}

function isUsable(sheet: SheetSnapshot, table: BudgetTable, own: TableColumn): boolean {
  const { column } = own;
  return !isHidden(sheet, column) && isUnfilled(sheet, table, own) && !table.mergedBody.some((merge) => column >= merge.left && column <= merge.right);
}

/** Blank in all lines; between them its header may stand again where a page begins. */
function isUnfilled(sheet: SheetSnapshot, { headerBottom, range, rows }: BudgetTable, { column, header }: TableColumn): boolean {
  const [top, bottom] = [headerBottom + 1, range.bottom];
  if (isBlank(sheet, column, top, bottom)) return true;
  const lines = new Set(rows.map(({ row }) => row));
  const isPageHeader = (row: number): boolean => !lines.has(row) && header.includes(trimmed(sheet.values[row - sheet.top]?.[column - sheet.left] ?? "").replace(/\s+/gu, " "));
  return isBlank(sheet, column, top, bottom, isPageHeader);
}

/** The budget that a column's header names; null for one that says nothing of it, or that we headed. */
function basisNamed(columns: readonly TableColumn[], { column, ours }: Spot): Basis | null {
  const named = ours?.written.ownHeader === true ? undefined : columns.find((own) => own.column === column)?.ofBudget;
  return named === undefined ? null : named === "original-budget" ? "original" : "adjusted";
}

function withFree(sheet: SheetSnapshot, spots: Spots, taken: readonly CellRange[]): Spots {
  const { table, rate, status } = spots;
  const missing = [rate, status].filter((spot) => spot === null).length;
  const free = missing === 0 ? null : freeColumns(sheet, table, missing, taken);
  if (free === null) return spots;
  const fresh = (column: number): Spot => ({ column, isNew: true, ours: null });
  return { ...spots, rate: rate ?? fresh(free), status: status ?? fresh(free + (rate === null ? 1 : 0)) };
}

/**
 * The first of `count` neighbouring columns right of the table that are blank and not taken from its header to its last
 * row. A hidden one is somebody's choice and stays so, unless everything right of the table is hidden: then they become visible.
 */
function freeColumns(sheet: SheetSnapshot, table: BudgetTable, count: number, taken: readonly CellRange[]): number | null {
  return firstFree(sheet, table, count, taken, (column) => !isHidden(sheet, column)) ?? firstFree(sheet, table, count, taken, () => true);
}

function firstFree(sheet: SheetSnapshot, table: BudgetTable, count: number, taken: readonly CellRange[], mayServe: (column: number) => boolean): number | null {
  const { headerTop, range } = table;
  let first = range.right + 1;
  for (let column = first; column <= LAST_COLUMN; column++) {
    const here = areaOf(table, column);
    const isFree = mayServe(column) && isBlank(sheet, column, headerTop, range.bottom) && !taken.some((area) => intersects(area, here));
    if (!isFree) first = column + 1;
    else if (column - first + 1 === count) return first;
  }
  return null;
}

/** Excel makes what is written right at the edge of one of its tables part of it (AutoCorrect acts on add-ins' writing too). */
function withEdge(range: CellRange): CellRange {
  return { ...range, bottom: range.bottom + 1, right: range.right + 1 };
}

function areasOf({ table, rate, status }: Spots): CellRange[] {
  return [rate, status].flatMap((spot) => (spot === null ? [] : [areaOf(table, spot.column)]));
}

function areaOf({ headerTop, range }: BudgetTable, column: number): CellRange {
  return { top: headerTop, bottom: range.bottom, left: column, right: column };
}

/** Whether one of the others stands between the table and the column. */
function isApart({ headerTop, range }: BudgetTable, column: number, others: readonly CellRange[]): boolean {
  const between = { top: headerTop, bottom: range.bottom, left: range.right + 1, right: column - 1 };
  return others.some((other) => other.left > range.right && intersects(between, other));
}

/** `isNothing`: what stands there and counts as nothing. */
function isBlank(sheet: SheetSnapshot, column: number, top: number, bottom: number, isNothing: (row: number) => boolean = () => false): boolean {
  if (column >= sheet.left + (sheet.values[0]?.length ?? 0)) return true;
  for (let row = Math.max(top, sheet.top); row <= Math.min(bottom, sheet.top + sheet.values.length - 1); row++) {
    if (contentAt(sheet, row, column).kind !== "blank" && !isNothing(row)) return false;
  }
  return true;
}

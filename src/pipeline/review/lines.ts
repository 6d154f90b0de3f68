/** The lines of a workbook's tables: which one a cell is in, what stands for it, and which one a mark stands for. */

import { grouped } from "../../domain/grouped";
import { createUnitOf } from "../../domain/summary/sources/organisation";
import { AMOUNT_ROLES, columnOf, type BudgetTable, type TableRow } from "../../domain/table";
import { contains, type Place } from "../../workbook/address";
import { keyMark } from "../../workbook/ledger";
import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import type { LineMark, SheetMark } from "./marks";

export interface Line {
  readonly table: BudgetTable;
  readonly row: TableRow;
}

export interface Lines {
  /** The table that a place is in or about: titles and notes belong to theirs. */
  readonly tableAt: (place: Place) => BudgetTable | null;
  /** null where the place is no part of a single line. */
  readonly lineAt: (table: BudgetTable, place: Place) => Line | null;
  readonly markOf: (line: Line) => LineMark;
  /** What tells it from other lines of its code and name, wherever they stand: its unit, else its amounts, else their order; "" for nothing. */
  readonly apartOf: (line: Line) => string;
  /** null for a line that is gone, or cannot be told from others any more. */
  readonly find: (mark: LineMark) => Line | null;
  readonly sheetOf: (mark: SheetMark) => SheetSnapshot | null;
}

/** What tells the lines of one sheet apart that share code and name. */
interface Distinction {
  readonly nth: ReadonlyMap<TableRow, number>;
  /** What stands for the amounts of each. */
  readonly amounts: readonly string[];
  /** The one line with these amounts; null where several have them. */
  readonly sole: ReadonlyMap<string, Line | null>;
}

/** Rests now and then. */
export function* linesInSteps(tables: readonly BudgetTable[], { sheets }: Pick<Snapshot, "sheets">): Generator<void, Lines> {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const sheetOf = ({ sheetId, sheetName }: SheetMark): SheetSnapshot | null => byId.get(sheetId) ?? byName.get(sheetName) ?? null;
  const tablesOn = grouped(tables, ({ sheetId }) => sheetId);
  const amountsOf = ({ table, row }: Line): string => {
    const sheet = byId.get(table.sheetId);
    return sheet === undefined ? "" : amountsMark(sheet, table, row.row);
  };
  const byKey = yield* linesByKey(tables);
  const namesakes = (key: string): readonly Line[] => byKey.get(key) ?? [];
  let byCode: ReadonlyMap<string, readonly Line[]> | null = null;
  const soleOfCode = (sheetId: string, { code }: LineMark): Line | null => {
    const lines = code === "" ? [] : ((byCode ??= linesByCode(tables)).get(`${sheetId}\u0000${code}`) ?? []);
    return lines.length === 1 ? (lines[0] ?? null) : null;
  };
  const distinctions = new Map<readonly Line[], Distinction>();
  const distinctionOf = (lines: readonly Line[]): Distinction => {
    const distinction = distinctions.get(lines) ?? distinguish(lines, amountsOf);
    distinctions.set(lines, distinction);
    return distinction;
  };
  /** Its order, and what stands for its amounts; null where others have the same. */
  const amongNamesakes = (row: TableRow, lines: readonly Line[]): { readonly nth: number; readonly amounts: string | null } => {
    const { nth: places, amounts, sole } = distinctionOf(lines);
    const nth = places.get(row) ?? 0;
    const own = amounts[nth] ?? "";
    return { nth, amounts: sole.get(own) === null ? null : own };
  };

  const unitsIn = new Map<BudgetTable, (row: number) => string>();
  const unitOf = ({ table, row }: Line): string => {
    const sheet = byId.get(table.sheetId);
    const units = unitsIn.get(table) ?? (sheet === undefined ? null : createUnitOf(table, sheet)) ?? ((): string => "");
    unitsIn.set(table, units);
    return units(row.row);
  };

  const byUnits = new Map<readonly Line[], ReadonlyMap<string, readonly Line[]>>();
  const ofUnits = (lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> => {
    const units = byUnits.get(lines) ?? grouped(lines, unitOf);
    byUnits.set(lines, units);
    return units;
  };

  return {
    sheetOf,
    tableAt: (place) => tableAround(tablesOn.get(place.sheetId) ?? [], place),
    lineAt: (table, { range }) => {
      const row = range.top === range.bottom ? rowAt(table, range.top) : null;
      return row === null ? null : { table, row };
    },
    markOf: (line) => {
      const { table, row } = line;
      const code = ownCode(columnOf(table, "code") !== null, row);
      const mark = { sheetId: table.sheetId, sheetName: table.sheetName, code, name: row.name };
      const lines = namesakes(keyOf(table.sheetId, code, row.name));
      if (lines.length <= 1) return { ...mark, nth: 0, amounts: amountsOf(line) };
      const { nth, amounts } = amongNamesakes(row, lines);
      return { ...mark, nth, amounts: amounts ?? "" };
    },
    apartOf: (line) => {
      const { table, row } = line;
      const lines = namesakes(keyOf(table.sheetId, ownCode(columnOf(table, "code") !== null, row), row.name));
      const unit = unitOf(line);
      if (lines.length <= 1) return unit;
      if (unit !== "" && ofUnits(lines).get(unit)?.length === 1) return unit;
      const { nth, amounts } = amongNamesakes(row, lines);
      return amounts === null ? String(nth) : amounts;
    },
    find: (mark) => {
      const sheetId = sheetOf(mark)?.id;
      if (sheetId === undefined) return null;
      const lines = namesakes(keyOf(sheetId, mark.code, mark.name));
      if (lines.length === 0) return soleOfCode(sheetId, mark);
      return (mark.amounts === "" ? null : distinctionOf(lines).sole.get(mark.amounts)) ?? lines[mark.nth] ?? null;
    },
  };
}

function distinguish(lines: readonly Line[], amountsOf: (line: Line) => string): Distinction {
  const amounts = lines.map(amountsOf);
  const sole = new Map<string, Line | null>();
  lines.forEach((line, i) => {
    const own = amounts[i] ?? "";
    sole.set(own, sole.has(own) ? null : line);
  });
  return { amounts, sole, nth: new Map(lines.map(({ row }, i) => [row, i])) };
}

/** Lines between two rests. */
const SLICE = 2_000;

/** Table by table, each in its own order. */
function* linesByKey(tables: readonly BudgetTable[]): Generator<void, ReadonlyMap<string, readonly Line[]>> {
  const groups = new Map<string, Line[]>();
  const inReadingOrder = [...tables].sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left);
  for (const table of inReadingOrder) {
    const hasCodes = columnOf(table, "code") !== null;
    for (const [i, row] of table.rows.entries()) {
      const key = keyOf(table.sheetId, ownCode(hasCodes, row), row.name);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ table, row }]);
      else group.push({ table, row });
      if (i % SLICE === SLICE - 1) yield;
    }
  }
  return groups;
}

function linesByCode(tables: readonly BudgetTable[]): ReadonlyMap<string, readonly Line[]> {
  const coded = tables.filter((table) => columnOf(table, "code") !== null);
  return grouped(coded.flatMap((table) => table.rows.map((row) => ({ table, row }))), ({ table, row }) => `${table.sheetId}\u0000${row.code}`);
}

/** Codes of functional classes are shared by many lines; they stand for one only where nothing else does. */
function ownCode(hasCodes: boolean, { code, name }: TableRow): string {
  return hasCodes || name === "" ? code : "";
}

const SPACES = /\s/u;

/** Spaces that fill a cell (合 计) mean nothing. */
function keyOf(sheetId: string, code: string, name: string): string {
  return `${sheetId}\u0000${code}\u0000${SPACES.test(name) ? name.replace(/\s+/gu, "") : name}`;
}

function amountsMark(sheet: SheetSnapshot, table: BudgetTable, row: number): string {
  const values = sheet.values[row - sheet.top] ?? [];
  return keyMark(table.columns.flatMap(({ role, column }) => (role !== null && AMOUNT_ROLES.has(role) ? [String(values[column - sheet.left] ?? "")] : [])).join("\u0000"));
}

function tableAround(tables: readonly BudgetTable[], { range: { top, left } }: Place): BudgetTable | null {
  return tables.find(({ range }) => contains(range, top, left))
    ?? tables.find(({ title, notes }) => [title, ...notes].some((text) => text?.row === top && text.column === left))
    ?? tables[0]
    ?? null;
}

/** Rows are in the order of the sheet. */
function rowAt({ rows }: BudgetTable, row: number): TableRow | null {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle];
    if (found === undefined || found.row === row) return found ?? null;
    if (found.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

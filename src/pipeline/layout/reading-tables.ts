/** Reading the tables on a sheet of ours, wherever they and their lines were moved: what people wrote in their cells and beside their lines. */

import { keyMark } from "../../workbook/ledger";
import { markedBesideSlot, markedSlot } from "./entries";
import { isKeptTable } from "./kept";
import { isBlank, isOurs, take, textAt, type Page } from "./reading-page";
import { marksIn, masksIn, nextIdentity, type RecordedTable } from "./record";

/** In the order in which they stand. */
export function readTables(page: Page, tables: readonly RecordedTable[]): void {
  const tops = findHeaders(page, tables);
  tables.forEach((table, i) => {
    const top = tops[i] ?? null;
    if (top !== null) readTable(page, table, top, tops.slice(i + 1).find((next) => next !== null) ?? page.contents.length);
  });
}

/** A line as it stands now. */
interface FoundLine {
  readonly row: number;
  /** Which one of the recorded lines. */
  readonly index: number;
  readonly key: string;
  /** What it is called, for people. */
  readonly name: string;
}

function readTable(page: Page, table: RecordedTable, top: number, end: number): void {
  const columns = columnsOf(page, table, top);
  const header = top + depthOf(table) - 1;
  const isFree = freeIn(table);
  const lines = findLines(page, table, columns, { header, end, isFree });
  const mark = keyMark(table.id);
  for (const { row, index, key, name } of lines) table.columns.forEach((column, c) => {
    const at = columns[c] ?? null;
    if (at !== null && isFree(index, c)) take(page, markedSlot(mark, key, column.key), { row, column: at }, isKeptTable(table.id) ? name : `${name} · ${column.header}`);
  });
  const title = table.columns.map((column) => column.header).find((text) => text !== "") ?? "";
  const others = otherColumns(page, columns, [header, ...lines.map(({ row }) => row)]);
  for (const { row, key, name } of [{ row: header, key: "", name: title }, ...lines]) {
    for (const { column, offset } of others) take(page, markedBesideSlot(mark, key, offset), { row, column }, name);
  }
}

function freeIn({ columns, free }: RecordedTable): (line: number, column: number) => boolean {
  return free === undefined ? (_, column) => columns[column]?.isOpen === true : masksIn(free, columns.length);
}

function depthOf({ columns }: RecordedTable): number {
  return columns.reduce((most, { headerLine = 0 }) => Math.max(most, headerLine + 1), 1);
}

/** The first row of each header, null where it is gone. Those that stand as we wrote them say where the others can be. */
function findHeaders(page: Page, tables: readonly RecordedTable[]): (number | null)[] {
  const tops: (number | null)[] = [];
  let from = 0;
  for (const table of tables) {
    const top = findWholeHeader(page, table, from);
    tops.push(top);
    if (top !== null) from = top + depthOf(table);
  }
  from = 0;
  tables.forEach((table, i) => {
    const to = tops.slice(i).find((next) => next !== null) ?? page.contents.length;
    tops[i] ??= findLikelyHeader(page, table, from, to);
    const top = tops[i] ?? null;
    if (top !== null) from = top + depthOf(table);
  });
  return tops;
}

/** With all headings, and no others between them. */
function findWholeHeader(page: Page, table: RecordedTable, from: number): number | null {
  for (let row = from; row < page.contents.length; row++) {
    const columns = headedColumns(page, table, row);
    const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
    if (first !== null && last !== null && last - first === columns.length - 1 && !columns.includes(null)) return row;
  }
  return null;
}

/** With most of the headings, and at least half. */
function findLikelyHeader(page: Page, table: RecordedTable, from: number, to: number): number | null {
  let [best, most] = [-1, Math.max(1, Math.ceil(table.columns.length / 2)) - 1];
  for (let row = from; row < to; row++) {
    const found = headedColumns(page, table, row).filter((column) => column !== null).length;
    if (found > most) [best, most] = [row, found];
  }
  return best < 0 ? null : best;
}

/** Where each column's heading stands in a header that begins in this row; null where it does not. */
function headedColumns({ contents }: Page, { columns }: RecordedTable, top: number): (number | null)[] {
  let next = 0;
  return columns.map(({ header: heading, headerLine = 0 }) => {
    const at = heading === "" ? -1 : (contents[top + headerLine] ?? []).findIndex((content, c) => c >= next && content.kind === "text" && content.value === heading);
    if (at < 0) return null;
    next = at + 1;
    return at;
  });
}

/** Where each column stands now: under its heading, else between its neighbours; null where it is gone. */
function columnsOf(page: Page, table: RecordedTable, top: number): (number | null)[] {
  const places = headedColumns(page, table, top);
  return places.map((place, c) => {
    if (place !== null) return place;
    const before = c === 0 ? -1 : (places[c - 1] ?? null);
    const after = places[c + 1] ?? null;
    // A last column whose heading was changed stands behind the one before it.
    const isBetween = before !== null && (c === places.length - 1 || after === before + 2);
    return isBetween ? before + 1 : null;
  });
}

interface Below {
  readonly header: number;
  /** The row where the next table begins. */
  readonly end: number;
  readonly isFree: (line: number, column: number) => boolean;
}

/** By the texts that name them, in any order; and where somebody changed these, by where they stand. */
function findLines(page: Page, table: RecordedTable, columns: readonly (number | null)[], { header, end, isFree }: Below): FoundLine[] {
  const marks = [...marksIn(table.rows)];
  const identities = marks.filter((_, i) => i % 2 === 0);
  const indexes = new Map(identities.map((identity, index) => [identity, index]));
  const textsIn = (row: number): string[] => table.columns.flatMap(({ isIdentity }, c) => (isIdentity ? [textAt(page, row, columns[c] ?? null)] : []));
  const seen = new Map<string, number>();
  const rows = identities.map((): number | null => null);
  const used = new Set<number>();
  for (let row = header + 1; row < end; row++) {
    const texts = textsIn(row);
    const index = texts.every((text) => text === "") ? undefined : indexes.get(nextIdentity(texts, seen));
    if (index === undefined) continue;
    rows[index] = row;
    used.add(row);
  }
  fillGaps(rows, header, (row, index) => row < end && !used.has(row) && holdsOurs(page, row, columns.filter((column, c): column is number => column !== null && !isFree(index, c))));
  return rows.flatMap((row, index) => (row === null ? [] : [{ row, index, key: marks[index * 2 + 1] ?? "", name: textsIn(row).filter((text) => text !== "").join(" ") }]));
}

/** Where as many rows as lines stand between two lines that are known, and each can be the line. */
function fillGaps(rows: (number | null)[], header: number, canBe: (row: number, index: number) => boolean): void {
  for (let from = 0; from < rows.length; from++) {
    if ((rows[from] ?? null) !== null) continue;
    let to = from;
    while (to < rows.length && (rows[to] ?? null) === null) to++;
    const above = from === 0 ? header : (rows[from - 1] ?? header);
    const below = rows[to] ?? above + to - from + 1;
    const indexes = Array.from({ length: to - from }, (_, i) => from + i);
    if (below - above - 1 === to - from && indexes.every((index) => canBe(above + 1 + index - from, index))) for (const index of indexes) rows[index] = above + 1 + index - from;
    from = to;
  }
}

/** At least half of what stands there. */
function holdsOurs(page: Page, row: number, columns: readonly number[]): boolean {
  const filled = columns.filter((column) => !isBlank(page, row, column));
  return filled.length > 0 && filled.filter((column) => isOurs(page, row, column)).length * 2 >= filled.length;
}

interface OtherColumn {
  readonly column: number;
  /** How many columns right of the table, if it is put there. */
  readonly offset: number;
}

/** Columns that people put beside the table; those that they put between ours go there, too. */
function otherColumns(page: Page, columns: readonly (number | null)[], rows: readonly number[]): OtherColumn[] {
  const ours = new Set(columns);
  const last = columns.reduce<number>((most, column) => Math.max(most, column ?? -1), -1);
  const holds = (column: number, isTheirs: (row: number) => boolean): boolean => {
    const filled = rows.filter((row) => !isBlank(page, row, column));
    return filled.length > 0 && filled.filter(isTheirs).length * 2 > filled.length;
  };
  const others = Array.from({ length: page.contents[0]?.length ?? 0 }, (_, column) => column).filter((column) => {
    if (ours.has(column)) return false;
    // A column of ours that lost its heading is no column of theirs.
    return holds(column, column > last && !ours.has(null) ? () => true : (row) => !isOurs(page, row, column));
  });
  const beside = others.filter((column) => column > last);
  const widest = (beside.at(-1) ?? last) - last;
  return [...beside.map((column) => ({ column, offset: column - last })), ...others.filter((column) => column < last).map((column, i) => ({ column, offset: widest + 1 + i }))];
}

/**
 * Columns under our own headers of which no record tells: other programs lose it when they save the workbook, or it is
 * damaged. One is taken up again only where all it holds is what we would write there now; in any other a person may have
 * written, so it stays as it is, and that is said. The same goes for a table's own column of rates, which we fill where it is
 * empty: its header tells nothing, so it is looked at only where our statuses stand beside it.
 */

import type { SheetWords } from "../domain/execution/sheet-words";
import { placeOf, type BudgetTable } from "../domain/table";
import type { Content } from "../workbook/edits";
import { contentPart, linePart, NO_ROW, rowMark, rowsOf, type WrittenColumn } from "../workbook/ledger";
import type { Problem } from "../workbook/problem";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { bandsOf } from "./bands";
import { contentAt, headerAt, keyOf } from "./cells";
import type { WorkbookExecution } from "./compute";
import { headingFor, rateColumns, type PlannedTable, type WritePlan } from "./plan";
import type { RateContents } from "./rate-formulas";
import { namesOf, type ColumnsName } from "./column-names";
import type { EarlierWriting, FoundColumn } from "./written";

/** A workbook computed and planned, with the columns that are known to be ours. */
export interface Reading {
  readonly execution: WorkbookExecution;
  readonly plan: Pick<WritePlan, "tables">;
}

export interface Adoption {
  /** With the columns that were taken up. */
  readonly earlier: EarlierWriting;
  /** Columns that were not. */
  readonly unknown: readonly FoundColumn[];
}

/** null where no column needs to be looked at; `read` computes and plans anew. */
export function adoptColumns({ sheets }: Snapshot, first: Reading, words: SheetWords, read: (earlier: EarlierWriting, rates: RateContents) => Reading): Adoption | null {
  const { earlier } = first.execution;
  const headed = sheets.flatMap((sheet) => columnsHeadedLikeOurs(sheet, first, words));
  if (headed.length === 0) return null;
  const withColumns = (columns: readonly FoundColumn[]): EarlierWriting => ({ ...earlier, found: [...earlier.found, ...columns] });
  const sheetOf = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  // Whose they are shows in the tables as they are without them.
  const unheaded = read(withColumns(headed), "values");
  const filled = sheets.flatMap((sheet) => ratesBeside(sheet, unheaded, headed));
  const standing = [...headed, ...filled];
  const clean = filled.length === 0 ? unheaded : read(withColumns(standing), "values");
  const all = sheets.flatMap(({ id }) => assigned(standing.filter(({ sheetId }) => sheetId === id), clean, words));
  const ours = [...earlier.found, ...all.flat()];
  const credible = (columns: readonly FoundColumn[]): FoundColumn[] => columns.filter((column) => isCredible(sheetOf.get(column.sheetId), column, columns, ours));
  const groups = all.map(credible);
  const candidates = groups.flat();
  const forms: RateContents[] = candidates.some((column) => holdsFormulas(sheetOf.get(column.sheetId), column)) ? ["values", "formulas"] : ["values"];
  let [adopted, left, before]: [readonly FoundColumn[], readonly (readonly FoundColumn[])[], number] = [candidates, groups, Infinity];
  // Without one of them the tables may be others, so those that are left must stand the test again.
  while (adopted.length > 0 && adopted.length < before) {
    before = adopted.length;
    const readings = forms.flatMap((rates) => read(withColumns(adopted.map(unwritten)), rates).plan.tables);
    left = left.map((columns) => credible(columns.flatMap((column) => {
      const sheet = sheetOf.get(column.sheetId);
      const table = readings.find((planned) => sheet !== undefined && isAsPlanned(sheet, column, planned));
      return sheet === undefined || table === undefined ? [] : [recorded(sheet, column, table.execution.table)];
    })));
    adopted = left.flat();
  }
  return { earlier: withColumns(adopted), unknown: candidates.filter((column) => hasRates(column, ours) && !adopted.some((other) => isSameColumn(column, other))) };
}

/** One for each table that gets new columns though some stand there already. */
export function unknownColumns(unknown: readonly FoundColumn[], { plan: { tables } }: Reading): Problem[] {
  return tables.flatMap(({ execution: { table }, rate, status }) => {
    const kinds = [...(rate.isNew ? ["rate"] : []), ...(status.isNew ? ["status"] : [])];
    const here = unknown.filter(({ sheetId, headerRow, column, written: { kind, fromTable } }) => sheetId === table.sheetId && kinds.includes(kind) && headerRow >= table.headerTop && headerRow <= table.headerBottom && column - (fromTable ?? 0) === table.range.left);
    if (here.length === 0) return [];
    const columns = here.map(({ column }) => column);
    const range = { top: Math.min(...here.map(({ headerRow }) => headerRow)), bottom: table.range.bottom, left: Math.min(...columns), right: Math.max(...columns) };
    return [{ code: "columns-unknown", place: placeOf(table, range) } as const];
  });
}

/** In the header rows of tables that are to get new columns. */
function columnsHeadedLikeOurs(sheet: SheetSnapshot, { execution: { earlier }, plan }: Reading, words: SheetWords): FoundColumn[] {
  const planned = plan.tables.filter(({ execution: { table }, rate, status }) => table.sheetId === sheet.id && (rate.isNew || status.isNew));
  const right = sheet.left + (sheet.values[0]?.length ?? 0) - 1;
  const columns: FoundColumn[] = [];
  for (const { execution: { table: { headerTop, headerBottom, range } } } of planned) {
    for (let row = headerTop; row <= headerBottom; row++) {
      for (let column = range.left + 1; column <= right; column++) {
        const content = contentAt(sheet, row, column);
        const kind = content.kind === "text" ? kindOf(content.value, words) : null;
        if (content.kind !== "text" || kind === null) continue;
        const found = foundColumn(sheet, kind, { row, column, text: content.value }, range.bottom);
        if (![...earlier.found, ...columns].some((known) => isSameColumn(known, found))) columns.push(found);
      }
    }
  }
  return columns;
}

function kindOf(text: string, words: SheetWords): WrittenColumn["kind"] | null {
  const isHeading = (word: string): boolean => {
    const [start = "", end = ""] = headingFor(word, { kind: "text", text: "\u0000" }, words).split("\u0000");
    return text === word || (text.length > start.length + end.length && text.startsWith(start) && text.endsWith(end));
  };
  return isHeading(words.rateHeader) ? "rate" : isHeading(words.statusHeader) ? "status" : null;
}

function foundColumn({ id, name }: SheetSnapshot, kind: WrittenColumn["kind"], header: { readonly row: number; readonly column: number; readonly text: string }, lastRow: number): FoundColumn {
  const { row, column, text } = header;
  const written: WrittenColumn = { sheetId: id, sheetName: name, kind, header: text, ownHeader: true, headerRow: row, column, fromTable: null, marks: "" };
  return unwritten({ written, sheetId: id, column, headerRow: row, lastRow, changedRows: new Set(), records: [] });
}

/** The own rates of tables that are to get new ones, where statuses stand in their rows. */
function ratesBeside(sheet: SheetSnapshot, { execution: { earlier }, plan: { tables } }: Reading, headed: readonly FoundColumn[]): FoundColumn[] {
  const statuses = headed.filter(({ sheetId, written }) => sheetId === sheet.id && written.kind === "status");
  const beside = tables.filter(({ execution: { table }, rate }) => table.sheetId === sheet.id && rate.isNew && statuses.some(({ headerRow }) => headerRow >= table.headerTop && headerRow <= table.headerBottom));
  return beside.flatMap(({ execution: { table } }) => ratesOf(sheet, table)).filter((found) => !earlier.found.some((known) => isSameColumn(known, found)));
}

/** The table's own columns of rates, as if we had filled them. Rows of its header below their texts (栏次) are not ours. */
function ratesOf(sheet: SheetSnapshot, table: BudgetTable): FoundColumn[] {
  return table.columns.filter(({ role }) => role === "rate").map(({ column }) => {
    const { row, text } = headerAt(sheet, table, column);
    const found = foundColumn(sheet, "rate", { row, column, text }, table.range.bottom);
    const between = Array.from({ length: table.headerBottom - row }, (_, i) => row + 1 + i);
    return { ...found, written: { ...found.written, ownHeader: false }, changedRows: new Set(between) };
  });
}

/** Of those on one sheet each table's: of each kind the last under our headers, as later runs write further right, else its own. */
function assigned(standing: readonly FoundColumn[], { execution: { tables }, plan }: Reading, words: SheetWords): FoundColumn[][] {
  const planned = new Map(plan.tables.map((one) => [one.execution.table, one]));
  const here = [...new Set([...tables, ...planned.keys()])].filter(({ sheetId }) => standing.some((column) => column.sheetId === sheetId));
  return bandsOf(here).flatMap(({ tables: beside }) => {
    const names = namesOf(beside);
    return beside.map((table) => (["rate", "status"] as const).flatMap((kind) => {
      const target = planned.get(table)?.[kind];
      const own = standing.filter((column) => column.written.kind === kind && isOfTable(column, table, { beside, names }, words));
      const headed = own.filter(({ written }) => written.ownHeader).sort((a, b) => b.column - a.column).slice(0, 1);
      const isWanted = target !== undefined && (target.isNew || standing.some(({ column }) => column === target.place.range.left));
      const taken = headed.length > 0 ? headed : own;
      return isWanted ? taken.map((column) => ({ ...column, written: { ...column.written, fromTable: column.column - table.range.left } })) : [];
    }));
  });
}

interface Beside {
  readonly beside: readonly BudgetTable[];
  readonly names: ReadonlyMap<BudgetTable, ColumnsName>;
}

/** A column that says so is the table's that it names, any other one of ours that of the table before it. */
function isOfTable({ headerRow, column, written: { kind, header, ownHeader } }: FoundColumn, table: BudgetTable, { beside, names }: Beside, words: SheetWords): boolean {
  const { range, headerTop, headerBottom } = table;
  if (headerRow < headerTop || headerRow > headerBottom || column <= range.left) return false;
  if (!ownHeader) return table.columns.some((own) => own.role === "rate" && own.column === column);
  const word = kind === "rate" ? words.rateHeader : words.statusHeader;
  const isNext = !beside.some((other) => other.range.left > range.left && other.range.left <= column);
  return header === word ? isNext : header === headingFor(word, names.get(table) ?? null, words);
}

/**
 * 状态 is a word that people use, too: without rates it is only looked at where it tells lines apart. A table's own rates are
 * only looked at with statuses beside them. `columns` are those of one table.
 */
function isCredible(sheet: SheetSnapshot | undefined, column: FoundColumn, columns: readonly FoundColumn[], ours: readonly FoundColumn[]): boolean {
  if (!column.written.ownHeader) return columns.some((other) => other.written.kind === "status" && statusesIn(sheet, other) > 0);
  return hasRates(column, ours) || statusesIn(sheet, column) > (columns.some(({ written }) => !written.ownHeader) ? 0 : 1);
}

/** Under our own header: any other column is not spoken of. */
function hasRates(column: FoundColumn, ours: readonly FoundColumn[]): boolean {
  const left = (one: FoundColumn): number => one.column - (one.written.fromTable ?? 0);
  return ours.some((other) => other.written.kind === "rate" && other.written.ownHeader && other.sheetId === column.sheetId && other.headerRow === column.headerRow && left(other) === left(column));
}

/** How many different ones. */
function statusesIn(sheet: SheetSnapshot | undefined, column: FoundColumn): number {
  return new Set(contentsOf(sheet, column).flatMap((content) => (content.kind === "blank" ? [] : [content.value]))).size;
}

function holdsFormulas(sheet: SheetSnapshot | undefined, column: FoundColumn): boolean {
  return contentsOf(sheet, column).some(({ kind }) => kind === "formula");
}

function contentsOf(sheet: SheetSnapshot | undefined, { column, headerRow, lastRow }: FoundColumn): Content[] {
  return sheet === undefined ? [] : Array.from({ length: Math.max(0, lastRow - headerRow) }, (_, i) => contentAt(sheet, headerRow + 1 + i, column));
}

function isSameColumn(a: FoundColumn, b: FoundColumn): boolean {
  return a.sheetId === b.sheetId && a.column === b.column && a.headerRow === b.headerRow;
}

/** As if none of its cells were ours. */
function unwritten(column: FoundColumn): FoundColumn {
  return { ...column, records: [{ headerRow: column.headerRow, rows: rowsOf({ marks: "" }) }] };
}

/** Whether the plan uses the column, and all that stands in it is what it would write. */
function isAsPlanned(sheet: SheetSnapshot, { sheetId, column, headerRow, lastRow, written: { kind, ownHeader } }: FoundColumn, { execution: { table }, status, ...rates }: PlannedTable): boolean {
  const planned = (kind === "rate" ? rateColumns(rates) : [status]).find(({ place }) => place.range.left === column);
  if (planned === undefined || table.sheetId !== sheetId || planned.isNew || planned.headerRow !== headerRow || planned.kept.length > 0) return false;
  const lines = new Set(table.rows.map(({ row }) => row));
  for (let row = (ownHeader ? headerRow : table.headerBottom) + 1; row <= lastRow; row++) if (!lines.has(row) && contentAt(sheet, row, column).kind !== "blank") return false;
  return true;
}

/** As a run that had just written it would have recorded it. */
function recorded(sheet: SheetSnapshot, column: FoundColumn, { rows, range }: BudgetTable): FoundColumn {
  const lines = new Map(rows.map((row) => [row.row, linePart(keyOf(row))]));
  const marks = Array.from({ length: Math.max(0, range.bottom - column.headerRow) }, (_, i) => {
    const row = column.headerRow + 1 + i;
    const line = lines.get(row);
    return line === undefined ? NO_ROW : rowMark(line, contentPart(contentAt(sheet, row, column.column)));
  }).join("");
  return { ...column, lastRow: range.bottom, records: [{ headerRow: column.headerRow, rows: rowsOf({ marks }) }] };
}

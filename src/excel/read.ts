/**
 * Reading a workbook into a Snapshot.
 *
 * A small workbook takes one sync: sheets are reached by walking from the first to the next,
 * so their contents can be asked for before their names are known. When the answer is over
 * Excel's limit, the addresses are read first and the contents then in slices of rows.
 */

import type { CellRange } from "../workbook/address";
import type { ReadOptions } from "../workbook/port";
import type { CellValue, ExcelTable, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { isTooLarge } from "./failure";
import { rowsPerChunk, sliceRows } from "./chunks";
import { storedPart } from "./stored";

/** Sheets asked for before anything is known about the workbook; more than these cost a second sync. */
const SHEETS_AT_ONCE = 12;

/** Values, formulas and number formats of one cell as JSON, on average; halved slices catch what exceeds it. */
const CELL_BYTES = 60;

interface LoadedSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly merges: Excel.RangeAreas | null;
}

interface Grids {
  readonly values: CellValue[][];
  readonly formulas: CellValue[][];
  readonly numberFormats: string[][];
}

export async function readSnapshot(context: Excel.RequestContext, options: ReadOptions): Promise<Snapshot> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load("id");
  const stored = storedPart(context);
  const { sheets, grids } = await readSheets(context, options);
  const tables = await readTables(context, sheets);
  return {
    sheets: sheets.map((loaded, index) => snapshotOf(loaded, grids[index] ?? null, tables[index] ?? [])),
    activeSheetId: active.id,
    stored: stored.text(),
  };
}

async function readSheets(context: Excel.RequestContext, options: ReadOptions): Promise<{ sheets: LoadedSheet[]; grids: (Grids | null)[] }> {
  const walk = walkSheets(context, options, true);
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return readLargeSheets(context, options);
  }
  const sheets = walk.filter(({ sheet }) => !sheet.isNullObject);
  if (sheets.length === SHEETS_AT_ONCE) return readLargeSheets(context, options);
  // Desktop Excel answers null instead of an error when a range has too many cells.
  if (sheets.some(({ used }) => !used.isNullObject && (used.values as unknown) === null)) return readLargeSheets(context, options);
  return { sheets, grids: sheets.map(({ used }) => (used.isNullObject ? null : gridsOf(used))) };
}

function walkSheets(context: Excel.RequestContext, options: ReadOptions, withContents: boolean): LoadedSheet[] {
  const walk: LoadedSheet[] = [];
  let sheet = context.workbook.worksheets.getFirst(false);
  for (let i = 0; i < SHEETS_AT_ONCE; i++) {
    walk.push(loadSheet(sheet, options, withContents));
    sheet = sheet.getNextOrNullObject(false);
  }
  return walk;
}

function loadSheet(sheet: Excel.Worksheet, options: ReadOptions, withContents: boolean): LoadedSheet {
  sheet.load("id,name,visibility");
  sheet.protection.load("protected");
  sheet.tables.load("items/name,items/showHeaders,items/showTotals");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount" + (withContents ? ",values,formulas,numberFormat" : ""));
  const merges = options.merges ? used.getMergedAreasOrNullObject() : null;
  merges?.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return { sheet, used, merges };
}

/** Addresses in one sync, then every sheet's contents slice by slice. */
async function readLargeSheets(context: Excel.RequestContext, options: ReadOptions): Promise<{ sheets: LoadedSheet[]; grids: (Grids | null)[] }> {
  const collection = context.workbook.worksheets;
  collection.load("items/id");
  await context.sync();
  const sheets = collection.items.map((sheet) => loadSheet(sheet, options, false));
  await context.sync();
  const grids: (Grids | null)[] = [];
  for (const { sheet, used } of sheets) {
    grids.push(used.isNullObject ? null : await readSlices(context, sheet, rangeOf(used)));
  }
  return { sheets, grids };
}

async function readSlices(context: Excel.RequestContext, sheet: Excel.Worksheet, range: CellRange): Promise<Grids> {
  const grids: Grids = { values: [], formulas: [], numberFormats: [] };
  const pending = sliceRows(range, rowsPerChunk(range.right - range.left + 1, CELL_BYTES)).reverse();
  for (let slice = pending.pop(); slice !== undefined; slice = pending.pop()) {
    const part = sheet.getRangeByIndexes(slice.top, slice.left, slice.bottom - slice.top + 1, slice.right - slice.left + 1);
    part.load("values,formulas,numberFormat");
    try {
      await context.sync();
    } catch (error) {
      const rows = slice.bottom - slice.top + 1;
      if (!isTooLarge(error) || rows === 1) throw error;
      pending.push(...sliceRows(slice, Math.ceil(rows / 2)).reverse());
      continue;
    }
    const read = gridsOf(part);
    for (const row of read.values) grids.values.push(row);
    for (const row of read.formulas) grids.formulas.push(row);
    for (const row of read.numberFormats) grids.numberFormats.push(row);
  }
  return grids;
}

/** Where the Excel tables lie; a sync only if there are any. */
async function readTables(context: Excel.RequestContext, sheets: readonly LoadedSheet[]): Promise<ExcelTable[][]> {
  const ranges = sheets.map(({ sheet }) => sheet.tables.items.map((table) => ({ table, range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount") })));
  if (ranges.every((list) => list.length === 0)) return ranges.map(() => []);
  await context.sync();
  return ranges.map((list) => list.map(({ table, range }) => ({ name: table.name, range: rangeOf(range), hasHeaders: table.showHeaders, hasTotals: table.showTotals })));
}

function snapshotOf({ sheet, used, merges }: LoadedSheet, grids: Grids | null, tables: readonly ExcelTable[]): SheetSnapshot {
  return {
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    protected: sheet.protection.protected,
    top: grids === null ? 0 : used.rowIndex,
    left: grids === null ? 0 : used.columnIndex,
    values: grids?.values ?? [],
    formulas: grids?.formulas ?? [],
    numberFormats: grids?.numberFormats ?? [],
    merges: merges === null || merges.isNullObject ? [] : merges.areas.items.map(rangeOf),
    tables,
  };
}

function gridsOf(range: Excel.Range): Grids {
  return { values: range.values as CellValue[][], formulas: range.formulas as CellValue[][], numberFormats: range.numberFormat as string[][] };
}

export function rangeOf(range: Excel.Range): CellRange {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

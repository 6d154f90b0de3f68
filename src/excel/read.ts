/**
 * Reading a workbook into a Snapshot.
 *
 * A small workbook takes one sync: sheets are reached by walking from the first to the next,
 * so their contents can be asked for before their names are known. When the answer is over
 * one of Excel's limits, the addresses are read first and the contents then in slices of rows.
 */

import { consecutive, LAST_COLUMN, type CellRange } from "../workbook/address";
import type { CellValue, ColumnRun, ExcelTable, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { isHostFailure, isTooLarge } from "./failure";
import { jsonBytes, rowsPerChunk } from "./chunks";
import { loadedMerges, loadMerges, readMerges } from "./merges";
import { getRange, rangeOf } from "./ranges";
import { storedPart, type StoredPart } from "./stored";

/** Sheets asked for before anything is known about the workbook; more than these cost a second sync. */
const SHEETS_AT_ONCE = 12;

/** Values, formulas and number formats of one cell as JSON, before any has been seen. */
const CELL_BYTES = 40;
const ROWS_JUDGED = 64;

/** Columns right of the used ones that are asked whether they are hidden; what holds of the last is taken to hold of all after it. */
const COLUMNS_BEYOND = 32;

interface LoadedSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  /** The whole sheet. */
  readonly everything: Excel.Range;
}

/** What takes a request of its own, and stands on few sheets. */
interface Details {
  readonly tables: readonly ExcelTable[];
  readonly hiddenColumns: readonly ColumnRun[];
}

interface Grids {
  readonly values: CellValue[][];
  readonly formulas: CellValue[][];
  readonly numberFormats: string[][];
}

interface Reading {
  readonly sheets: readonly LoadedSheet[];
  readonly grids: readonly (Grids | null)[];
  readonly merges: readonly (readonly CellRange[])[];
  readonly active: Excel.Worksheet;
  readonly stored: StoredPart;
}

export async function readSnapshot(context: Excel.RequestContext): Promise<Snapshot> {
  const { sheets, grids, merges, active, stored } = (await readAtOnce(context)) ?? (await readInSlices(context));
  await stored.complete();
  const details = await readDetails(context, sheets);
  return {
    sheets: sheets.map((loaded, index) => snapshotOf(loaded, grids[index] ?? null, merges[index] ?? [], details[index] ?? { tables: [], hiddenColumns: [] })),
    activeSheetId: active.id,
    stored: stored.text(),
  };
}

/** Everything in one sync; null if there is more than one answer holds, or Excel fails at what may be asked in pieces. */
async function readAtOnce(context: Excel.RequestContext): Promise<Reading | null> {
  const active = context.workbook.worksheets.getActiveWorksheet().load("id");
  const stored = storedPart(context);
  const walk = walkSheets(context);
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) || isHostFailure(error)) return null;
    throw error;
  }
  const found = walk.filter(({ loaded }) => !loaded.sheet.isNullObject);
  const sheets = found.map(({ loaded }) => loaded);
  // Desktop Excel answers null instead of an error when a range has too many cells.
  const isCut = sheets.some(({ used }) => !used.isNullObject && (used.values as unknown) === null);
  if (isCut || sheets.length === SHEETS_AT_ONCE) return null;
  return { sheets, grids: sheets.map(({ used }) => (used.isNullObject ? null : gridsOf(used))), merges: found.map(({ merges }) => loadedMerges(merges)), active, stored };
}

function walkSheets(context: Excel.RequestContext): { readonly loaded: LoadedSheet; readonly merges: Excel.RangeAreas }[] {
  const walk: { readonly loaded: LoadedSheet; readonly merges: Excel.RangeAreas }[] = [];
  let sheet = context.workbook.worksheets.getFirst(false);
  for (let i = 0; i < SHEETS_AT_ONCE; i++) {
    const loaded = loadSheet(sheet, true);
    walk.push({ loaded, merges: loadMerges(loaded.used) });
    sheet = sheet.getNextOrNullObject(false);
  }
  return walk;
}

function loadSheet(sheet: Excel.Worksheet, withContents: boolean): LoadedSheet {
  sheet.load("id,name,visibility");
  sheet.protection.load("protected");
  sheet.tables.load("items/name,items/showHeaders,items/showTotals");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount" + (withContents ? ",values,formulas,numberFormat" : ""));
  return { sheet, used, everything: sheet.getRange().load("columnHidden") };
}

/** Names in one sync, extents in the next, then every sheet's contents slice by slice. */
async function readInSlices(context: Excel.RequestContext): Promise<Reading> {
  const active = context.workbook.worksheets.getActiveWorksheet().load("id");
  const stored = storedPart(context);
  const collection = context.workbook.worksheets.load("items/id");
  await context.sync();
  const sheets = collection.items.map((sheet) => loadSheet(sheet, false));
  await context.sync();
  const grids: (Grids | null)[] = [];
  const merges: CellRange[][] = [];
  for (const { sheet, used } of sheets) {
    grids.push(used.isNullObject ? null : await readSlices(context, sheet, rangeOf(used)));
    merges.push(used.isNullObject ? [] : await readMerges(context, sheet, rangeOf(used)));
  }
  return { sheets, grids, merges, active, stored };
}

async function readSlices(context: Excel.RequestContext, sheet: Excel.Worksheet, range: CellRange): Promise<Grids> {
  const grids: Grids = { values: [], formulas: [], numberFormats: [] };
  const columns = range.right - range.left + 1;
  let rows = rowsPerChunk(columns, CELL_BYTES);
  for (let top = range.top; top <= range.bottom;) {
    const bottom = Math.min(range.bottom, top + rows - 1);
    const part = getRange(sheet, { ...range, top, bottom }).load("values,formulas,numberFormat");
    try {
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || bottom === top) throw error;
      rows = Math.ceil((bottom - top + 1) / 2);
      continue;
    }
    const read = gridsOf(part);
    for (const row of read.values) grids.values.push(row);
    for (const row of read.formulas) grids.formulas.push(row);
    for (const row of read.numberFormats) grids.numberFormats.push(row);
    rows = Math.min(rows * 4, rowsPerChunk(1, bytesPerRow(read)));
    top = bottom + 1;
  }
  return grids;
}

/** What a row of the answer took, judged by some rows spread over it. */
function bytesPerRow({ values, formulas, numberFormats }: Grids): number {
  const step = Math.ceil(values.length / ROWS_JUDGED);
  let bytes = 0;
  let judged = 0;
  for (let i = 0; i < values.length; i += step) {
    bytes += jsonBytes(JSON.stringify([values[i], formulas[i], numberFormats[i]]));
    judged++;
  }
  return Math.max(1, bytes / Math.max(1, judged));
}

/** Where the Excel tables lie and which columns are hidden; a sync only if there are any. */
async function readDetails(context: Excel.RequestContext, sheets: readonly LoadedSheet[]): Promise<Details[]> {
  const asked = sheets.map((loaded) => ({ tables: loadTables(loaded), hidden: loadHiddenColumns(loaded) }));
  if (asked.some(({ tables, hidden }) => tables.length > 0 || hidden.pending)) await context.sync();
  return asked.map(({ tables, hidden }) => ({
    tables: tables.map(({ table, range }) => ({ name: table.name, range: rangeOf(range), hasHeaders: table.showHeaders, hasTotals: table.showTotals })),
    hiddenColumns: hidden.runs(),
  }));
}

function loadTables({ sheet }: LoadedSheet): { readonly table: Excel.Table; readonly range: Excel.Range }[] {
  return sheet.tables.items.map((table) => ({ table, range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount") }));
}

/** The sheet as a whole says whether none or all are hidden (null: some are); only then its columns are asked. */
function loadHiddenColumns({ sheet, used, everything }: LoadedSheet): { readonly pending: boolean; readonly runs: () => ColumnRun[] } {
  const hidden = everything.columnHidden as boolean | null;
  if (hidden !== null || used.isNullObject) return { pending: false, runs: () => (hidden === true ? [{ left: 0, right: LAST_COLUMN }] : []) };
  const right = Math.min(LAST_COLUMN, used.columnIndex + used.columnCount - 1 + COLUMNS_BEYOND);
  const columns = getRange(sheet, { top: 0, left: 0, bottom: 0, right }).getColumnProperties({ columnHidden: true });
  return { pending: true, runs: () => hiddenRuns(columns.value.map(({ columnHidden }) => columnHidden === true)) };
}

function hiddenRuns(columns: readonly boolean[]): ColumnRun[] {
  const runs = consecutive(columns.flatMap((isHidden, column) => (isHidden ? [column] : [])));
  return runs.map(({ first, last }) => ({ left: first, right: last === columns.length - 1 ? LAST_COLUMN : last }));
}

function snapshotOf({ sheet, used }: LoadedSheet, grids: Grids | null, merges: readonly CellRange[], { tables, hiddenColumns }: Details): SheetSnapshot {
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
    merges,
    tables,
    hiddenColumns,
  };
}

function gridsOf(range: Excel.Range): Grids {
  return { values: range.values as CellValue[][], formulas: range.formulas as CellValue[][], numberFormats: range.numberFormat as string[][] };
}

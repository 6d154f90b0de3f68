/**
 * The library's formula engine, fed with just the cells it needs: the formulas to calculate and what they read.
 * Given a whole workbook it would copy every cell for each calculation.
 */

import { calculateFormulas } from "@cj-tech-master/excelts/formula";
import type { CellLike, RowLike, WorkbookLike, WorksheetLike } from "@cj-tech-master/excelts/formula";
import { formatRange, quoteSheetName, WHOLE_SHEET } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { errorValue } from "../file/read-cells";
import type { Book, Cell, Formula, Scalar, Sheet } from "../model";
import { eachCell, occupiedRange } from "../store";
import { withCellsAsAreas } from "./cell-arguments";
import { OWN_FUNCTIONS } from "./own-functions";
import type { Area } from "./precedents";
import { absolute, GONE, rewrite } from "./references";
import { tableArea } from "./structured";

/** What the engine tells apart; see its CellValueTypeLike. */
const KIND = { blank: 0, value: 2, formula: 6 } as const;

export interface Job {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: Formula;
}

/** A result, and how far it spills. */
export interface Result {
  readonly value: Scalar;
  /** Row by row, the anchor's first; null for a single value. */
  readonly spill: readonly (readonly Scalar[])[] | null;
}

interface EngineCell extends CellLike {
  result: CellLike["result"];
}

interface EngineSheet extends WorksheetLike {
  readonly cells: Map<number, Map<number, EngineCell>>;
  /** The cells a formula spilled into: the engine writes them right after the formula's own. */
  readonly spilled: Map<EngineCell, EngineCell[]>;
}

/** What the engine wants to know of a whole sheet. Finding it visits every row, so it is done once for many calculations. */
export interface Extent {
  /** How far the contents reach, which is as far as whole columns and rows are read. */
  readonly used: CellRange | null;
  readonly hiddenRows: readonly number[];
}

export type Extents = ReadonlyMap<Sheet, Extent>;

export function extentsOf(book: Book): Extents {
  return new Map(book.sheets.map((sheet) => {
    const hiddenRows: number[] = [];
    for (const [number, row] of sheet.rows) if (row.hidden) hiddenRows.push(number);
    return [sheet, { used: occupiedRange(sheet, true), hiddenRows }];
  }));
}

/**
 * Calculates the jobs. All other cells count with their stored values.
 * @param areas what the jobs read; null for everything
 */
export function runEngine(book: Book, jobs: readonly Job[], areas: readonly Area[] | null, extents: Extents = extentsOf(book)): Result[] {
  const sheets = new Map<Sheet, EngineSheet>(book.sheets.map((sheet, index) => [sheet, engineSheet(sheet, index + 1, extents.get(sheet))]));
  for (const { sheet, range } of areas ?? book.sheets.map((each) => ({ sheet: each, range: WHOLE_SHEET }))) {
    const own = sheets.get(sheet);
    if (own) eachCell(sheet, range, (cell, row, column) => cell.value !== null && put(own, row, column, valueCell(cell, row, column)));
  }
  const anchors = jobs.map((job) => {
    const own = sheets.get(job.sheet);
    const cell = formulaCell(job);
    if (own) placeJob(own, job, cell);
    return { own, cell };
  });
  const workbook = engineWorkbook(book, [...sheets.values()]);
  calculateFormulas(workbook);
  return jobs.map((job, index) => resultOf(job, anchors[index]?.own, anchors[index]?.cell));
}

function engineWorkbook(book: Book, worksheets: EngineSheet[]): WorkbookLike {
  const entries = book.names.map((defined) => ({
    name: defined.name, ranges: [defined.formula.slice(1)],
    ...(defined.sheet ? { localSheetId: book.sheets.indexOf(defined.sheet) } : {}),
  }));
  return {
    worksheets,
    getWorksheet: (id) => worksheets.find((sheet) => sheet.name === id || sheet.id === id),
    definedNames: { getAllEntries: () => entries, getAllNames: () => entries },
    properties: { date1904: book.date1904 },
    userFunctions: OWN_FUNCTIONS,
  };
}

function engineSheet(sheet: Sheet, id: number, { used, hiddenRows }: Extent = { used: null, hiddenRows: [] }): EngineSheet {
  const cells: EngineSheet["cells"] = new Map();
  const spilled: EngineSheet["spilled"] = new Map();
  let anchor: EngineCell | undefined;
  const rows = (callback: (row: RowLike, number: number) => void): void => {
    for (const [number, row] of cells) callback(rowOf(row, sheet.rows.get(number)?.hidden === true), number + 1);
    for (const number of hiddenRows) if (!cells.has(number)) callback(rowOf(new Map(), true), number + 1);
  };
  return {
    id, name: sheet.name, cells, spilled,
    dimensions: used && { top: used.top + 1, left: used.left + 1, bottom: used.bottom + 1, right: used.right + 1 },
    eachRow: (first: unknown, second?: (row: RowLike, number: number) => void) => rows(second ?? (first as (row: RowLike, number: number) => void)),
    findCell: (row, column) => (anchor = cells.get(row - 1)?.get(column - 1)),
    getCell: (row, column) => {
      const made: EngineCell = { row, col: column, type: KIND.blank, model: {}, value: null, result: undefined };
      if (anchor) {
        const ghosts = spilled.get(anchor);
        if (ghosts) ghosts.push(made);
        else spilled.set(anchor, [made]);
      }
      return made;
    },
    mergedRegions: sheet.merges.map((range) => ({ top: range.top + 1, left: range.left + 1, bottom: range.bottom + 1, right: range.right + 1 })),
  };
}

function rowOf(cells: ReadonlyMap<number, EngineCell>, hidden: boolean): RowLike {
  return {
    hidden,
    eachCell: (first: unknown, second?: (cell: CellLike, column: number) => void) => {
      const callback = second ?? (first as (cell: CellLike, column: number) => void);
      for (const [column, cell] of cells) callback(cell, column + 1);
    },
  };
}

function put(sheet: EngineSheet, row: number, column: number, cell: EngineCell): void {
  let line = sheet.cells.get(row);
  if (!line) sheet.cells.set(row, (line = new Map()));
  line.set(column, cell);
}

function valueCell(cell: Cell, row: number, column: number): EngineCell {
  return { row: row + 1, col: column + 1, type: KIND.value, model: {}, value: cell.value, result: undefined };
}

function formulaCell(job: Job): EngineCell {
  const { row, column, formula: { array, spills } } = job;
  const text = engineText(job);
  const model = array && !array.dynamic ? { formula: text, shareType: "array", ref: formatRange(array.range) } : { formula: text, isDynamicArray: spills };
  return { row: row + 1, col: column + 1, type: KIND.formula, formula: text, model, value: null, result: undefined };
}

/** The formula in the forms that the engine understands as Excel does. */
function engineText(job: Job): string {
  return withCellsAsAreas(withoutTables(job));
}

/** Table references as plain ones: the engine does not know all their forms. */
function withoutTables({ sheet, row, column, formula }: Job): string {
  if (sheet.book.sheets.every((other) => other.tables.length === 0)) return formula.text;
  return rewrite(formula.text, (piece) => {
    const text = piece.kind === "structured" ? piece.text : piece.kind === "name" && !piece.prefix ? piece.name : null;
    const area = text === null ? null : tableArea(sheet, text, row, column);
    if (!area) return null;
    return area.range ? `${quoteSheetName(area.sheet.name)}!${absolute(area.range)}` : GONE;
  });
}

/** A fixed array's other cells take results too, so the engine must find them. */
function placeJob(sheet: EngineSheet, { row, column, formula }: Job, cell: EngineCell): void {
  const { array } = formula;
  if (array && !array.dynamic) {
    for (let r = array.range.top; r <= array.range.bottom; r++) {
      for (let c = array.range.left; c <= array.range.right; c++) put(sheet, r, c, { row: r + 1, col: c + 1, type: KIND.formula, model: {}, value: null, result: undefined });
    }
  }
  put(sheet, row, column, cell);
}

function resultOf(job: Job, sheet: EngineSheet | undefined, cell: EngineCell | undefined): Result {
  if (!sheet || !cell) return { value: errorValue("#REF!"), spill: null };
  const value = scalarOf(cell.result);
  const { array } = job.formula;
  if (array && !array.dynamic) {
    const { top, left, bottom, right } = array.range;
    const result = (row: number, column: number): Scalar => scalarOf(sheet.cells.get(row)?.get(column)?.result);
    return { value, spill: Array.from({ length: bottom - top + 1 }, (_, y) => Array.from({ length: right - left + 1 }, (__, x) => result(top + y, left + x))) };
  }
  const ghosts = sheet.spilled.get(cell);
  const last = ghosts?.at(-1);
  if (!ghosts || !last) return { value, spill: null };
  const width = last.col - cell.col + 1;
  const values = [value, ...ghosts.map((ghost) => scalarOf(ghost.value))];
  return { value, spill: Array.from({ length: last.row - cell.row + 1 }, (_, y) => values.slice(y * width, (y + 1) * width)) };
}

/** Excel shows 0 where a formula's result is nothing. */
function scalarOf(result: unknown): Scalar {
  if (result === null || result === undefined) return 0;
  if (typeof result === "number") return Number.isFinite(result) ? (result === 0 ? 0 : result) : errorValue("#NUM!");
  if (typeof result === "string" || typeof result === "boolean") return result;
  return isEngineError(result) ? errorValue(result.error) : errorValue("#VALUE!");
}

function isEngineError(result: unknown): result is { readonly error: string } {
  return typeof result === "object" && result !== null && "error" in result && typeof result.error === "string";
}

/** Formula results. A change marks what depends on it; reading calculates what is marked. */

import { contains, intersects, LAST_COLUMN, LAST_ROW } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { CellValue } from "../../workbook/snapshot";
import { announce } from "./changes";
import { errorValue, isBlankCell } from "./file/read-cells";
import { calculationOrder } from "./formula/order";
import { extentsOf, runEngine } from "./formula/engine";
import type { Result } from "./formula/engine";
import type { ChangedArea } from "./formula/dependencies";
import { buildGraph, eachReader, isCurrent, updateGraph } from "./formula/graph";
import type { FormulaNode, Graph } from "./formula/graph";
import { keptFormula } from "./formula/notation";
import { precedentsOf } from "./formula/precedents";
import type { Area, Precedents } from "./formula/precedents";
import type { ArrayArea, Book, Scalar, Sheet } from "./model";
import { isError } from "./model";
import { refuse } from "./refusal";
import { eachCell, ensureCell } from "./store";

export { formulaProblem } from "./formula/notation";

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

/** A spill that changes size makes its readers count again; chains of them are rare and short. */
const MOST_PASSES = 20;

/** Brings every marked formula up to date; called by every read, cheap when nothing is marked. */
export function recalculate(book: Book): void {
  if (book.calculation.mode !== "Manual") run(book);
}

function run(book: Book): void {
  const { calculation } = book;
  if (calculation.isRunning || (!calculation.everything && calculation.changed.length === 0)) return;
  calculation.isRunning = true;
  try {
    for (let pass = 0; pass < MOST_PASSES && (calculation.everything || calculation.changed.length > 0); pass++) calculateMarked(book);
  } finally {
    calculation.isRunning = false;
  }
}

function calculateMarked(book: Book): void {
  const { calculation } = book;
  const { changed, everything } = calculation;
  calculation.changed = [];
  calculation.everything = false;
  const isNew = calculation.graph === null;
  const graph = (calculation.graph ??= buildGraph(book));
  if (!isNew) for (const area of changed) updateGraph(graph, area);
  if (graph.nodes.size === 0) return;
  const marked = everything ? new Set([...graph.nodes.values()].filter(isCurrent)) : markedBy(graph, changed);
  if (marked.size === 0) return;
  calculateNodes(book, marked);
  for (const sheetId of new Set([...marked].map((node) => node.sheet.id))) announce(book, { kind: "calculated", sheetId });
}

/** The changed formulas and all that depend on changed cells, directly or not. */
function markedBy(graph: Graph, changed: readonly ChangedArea[]): Set<FormulaNode> {
  const marked = new Set<FormulaNode>();
  const queue: Area[] = [...changed];
  const mark = (node: FormulaNode): void => {
    if (marked.has(node) || !isCurrent(node)) return;
    marked.add(node);
    queue.push({ sheet: node.sheet, range: node.formula.array?.range ?? { top: node.row, left: node.column, bottom: node.row, right: node.column } });
  };
  for (const area of changed) {
    if (area.readersOnly !== true) eachCell(area.sheet, area.range, (cell) => {
      const node = cell.formula && graph.nodes.get(cell);
      if (node) mark(node);
    });
  }
  graph.volatile.forEach(mark);
  if (changed.some((area) => area.readersOnly !== true)) graph.blocked.forEach(mark);
  for (let next = queue.pop(); next; next = queue.pop()) eachReader(graph, next, mark);
  return marked;
}

/** The engine remembers 10,000 formulas at most and gives the rest no result, so it gets fewer at a time. */
const BATCH = 5_000;

function calculateNodes(book: Book, marked: ReadonlySet<FormulaNode>): void {
  const { nodes, circular } = calculationOrder(marked);
  for (const node of circular) node.cell.value = 0;
  for (const node of nodes) withdraw(node);
  const extents = extentsOf(book);
  for (let from = 0; from < nodes.length; from += BATCH) {
    const batch = nodes.slice(from, from + BATCH);
    const isOpen = batch.some((node) => node.precedents.isOpen);
    const results = runEngine(book, batch, isOpen ? null : distinctAreas(batch.map((node) => node.precedents)), extents);
    batch.forEach((node, index) => {
      const result = results[index];
      if (result) place(node, result);
    });
  }
}

function distinctAreas(precedents: readonly Precedents[]): Area[] {
  const seen = new Set<string>();
  return precedents.flatMap((one) => one.areas).filter(({ sheet, range }) => {
    const key = `${sheet.id} ${range.top} ${range.left} ${range.bottom} ${range.right}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Takes back what the formula spilled last time. */
function withdraw({ sheet, row, column, formula }: FormulaNode): void {
  const { array } = formula;
  if (!array?.dynamic) return;
  eachCell(sheet, array.range, (cell, r, c) => {
    if (r !== row || c !== column) cell.value = null;
  });
}

function place(node: FormulaNode, result: Result): void {
  const { sheet, row, column, cell, formula } = node;
  const { array } = formula;
  cell.value = result.value;
  if (array && !array.dynamic) {
    putGrid(sheet, row, column, result.spill ?? []);
    return;
  }
  const { blocked } = sheet.book.calculation.graph ?? {};
  const before = array?.range ?? null;
  const wanted = result.spill ? { top: row, left: column, bottom: row + result.spill.length - 1, right: column + (result.spill[0]?.length ?? 1) - 1 } : null;
  const after = wanted && hasRoom(sheet, wanted) ? wanted : null;
  // The engine has let readers see what would have been spilled, whether we found the obstacle or it did.
  if ((wanted && !after) || (isError(result.value) && result.value.error === "#SPILL!")) {
    cell.value = errorValue("#SPILL!");
    blocked?.add(node);
    readersChanged(sheet, wanted ?? { top: row, left: column, bottom: row, right: column });
  } else {
    blocked?.delete(node);
    putGrid(sheet, row, column, result.spill ?? []);
  }
  if (sameRange(before, after)) return;
  setSpill(node, after);
  for (const range of [before, after]) if (range) readersChanged(sheet, range);
}

/** A spill takes only blank cells outside merges; its anchor, the first cell, is its own. */
function hasRoom(sheet: Sheet, range: CellRange): boolean {
  if (range.bottom > LAST_ROW || range.right > LAST_COLUMN || sheet.merges.some((merge) => intersects(merge, range))) return false;
  let isFree = true;
  eachCell(sheet, range, (cell, row, column) => {
    if ((row !== range.top || column !== range.left) && !isBlankCell(cell)) isFree = false;
  });
  return isFree;
}

function readersChanged(sheet: Sheet, range: CellRange): void {
  sheet.book.calculation.changed.push({ sheet, range, readersOnly: true });
}

function setSpill({ sheet, cell, formula }: FormulaNode, range: CellRange | null): void {
  const { array } = formula;
  if (array) sheet.arrays = sheet.arrays.filter((other) => other !== array);
  const fresh: ArrayArea | null = range && { range, dynamic: true };
  if (fresh) sheet.arrays.push(fresh);
  cell.formula = { ...formula, array: fresh };
  // The formula is the same one to the index, only its extent is new.
  const { graph } = sheet.book.calculation;
  const node = graph?.nodes.get(cell);
  if (graph && node) updateGraph(graph, { sheet, range: { top: node.row, left: node.column, bottom: node.row, right: node.column } });
}

function putGrid(sheet: Sheet, row: number, column: number, grid: readonly (readonly Scalar[])[]): void {
  grid.forEach((line, y) => {
    line.forEach((value, x) => {
      ensureCell(sheet, row + y, column + x).value = value;
    });
  });
}

function sameRange(a: CellRange | null, b: CellRange | null): boolean {
  if (!a || !b) return a === b;
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** F9 ("Recalculate") does the marked ones, "Full" and "FullRebuild" do all. */
export function calculateNow(book: Book, type: "Recalculate" | "Full" | "FullRebuild"): void {
  const { calculation } = book;
  if (type === "FullRebuild") calculation.graph = null;
  if (type !== "Recalculate") calculation.everything = true;
  // What is volatile counts as changed.
  calculation.graph ??= buildGraph(book);
  for (const node of calculation.graph.volatile) calculation.changed.push({ sheet: node.sheet, range: { top: node.row, left: node.column, bottom: node.row, right: node.column } });
  run(book);
}

export function calculationMode(book: Book): CalculationMode {
  return book.calculation.mode;
}

export function setCalculationMode(book: Book, mode: CalculationMode): void {
  // What was changed while results followed by themselves is calculated before they stop to.
  recalculate(book);
  book.calculation.mode = mode;
}

/**
 * A formula's value as if it stood in a cell of its own (data validation, names, tests); of several values the first.
 * @param at the cell that ROW() and the like mean, unless the formula reads that very cell
 */
export function evaluate(book: Book, sheetId: string, formula: string, at?: { readonly row: number; readonly column: number }): CellValue {
  const sheet = book.sheets.find((candidate) => candidate.id === sheetId) ?? refuse("ItemNotFound", "There is no such sheet.");
  const text = keptFormula(withSign(formula));
  if (!at || precedentsOf(text, sheet, at.row, at.column).areas.some((area) => area.sheet === sheet && contains(area.range, at.row, at.column))) return evaluateAll(sheet, [formula])[0] ?? 0;
  recalculate(book);
  const { areas, isOpen } = precedentsOf(text, sheet, at.row, at.column);
  const [result] = runEngine(book, [{ sheet, ...at, formula: { text, array: null, spills: false } }], isOpen ? null : areas);
  return plain(result?.value ?? null);
}

/** The values of many formulas, calculated together; they stand where nobody looks, in the last column from below. */
export function evaluateAll(sheet: Sheet, formulas: readonly string[]): CellValue[] {
  const { book } = sheet;
  recalculate(book);
  const values: CellValue[] = [];
  const extents = extentsOf(book);
  for (let from = 0; from < formulas.length; from += BATCH) {
    const jobs = formulas.slice(from, from + BATCH).map((formula, index) => ({
      sheet, row: LAST_ROW - index, column: LAST_COLUMN, formula: { text: keptFormula(withSign(formula)), array: null, spills: false },
    }));
    const precedents = jobs.map((job) => precedentsOf(job.formula.text, sheet, job.row, job.column));
    const isOpen = precedents.some((one) => one.isOpen);
    const results = runEngine(book, jobs, isOpen ? null : distinctAreas(precedents), extents);
    values.push(...results.map((result) => plain(result.value)));
  }
  return values;
}

/** Rules keep their formulas without "=". */
function withSign(formula: string): string {
  return formula.startsWith("=") ? formula : `=${formula}`;
}

function plain(value: Scalar): CellValue {
  if (value === null) return 0;
  if (typeof value !== "object") return value;
  return isError(value) ? value.error : value.text;
}

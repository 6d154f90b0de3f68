/** Which formulas read a cell: an index from places to the formulas that depend on them. */

import { cellCount, intersects, LAST_COLUMN } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Book, Cell, Formula, Sheet } from "../model";
import { cellAt, eachCell } from "../store";
import { precedentsOf } from "./precedents";
import type { Area, Precedents } from "./precedents";

export interface FormulaNode {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly formula: Formula;
  readonly precedents: Precedents;
}

interface AreaReaders {
  readonly range: CellRange;
  readonly nodes: FormulaNode[];
}

interface SheetIndex {
  /** Readers of single cells, by `keyOf`. */
  readonly singles: Map<number, FormulaNode[]>;
  /** Readers of areas; equal areas once. */
  readonly areas: Map<string, AreaReaders>;
  /** Areas by the blocks of rows they touch; those that touch many stand in `tall`. */
  readonly blocks: Map<number, AreaReaders[]>;
  readonly tall: AreaReaders[];
}

export interface Graph {
  readonly nodes: Map<Cell, FormulaNode>;
  readonly sheets: Map<Sheet, SheetIndex>;
  readonly volatile: Set<FormulaNode>;
  /** Formulas that found no room to spill into. */
  readonly blocked: Set<FormulaNode>;
}

const BLOCK = 256;
const TALL = 16;

export function keyOf(row: number, column: number): number {
  return row * (LAST_COLUMN + 1) + column;
}

export function buildGraph(book: Book): Graph {
  const graph: Graph = { nodes: new Map(), sheets: new Map(), volatile: new Set(), blocked: new Set() };
  for (const sheet of book.sheets) {
    for (const [row, { cells }] of sheet.rows) cells.forEach((cell, column) => cell?.formula && addNode(graph, sheet, row, column, cell, cell.formula));
  }
  return graph;
}

/** Takes in the formulas of cells that were written. A formula that is gone stays in the index and is known by its cell's having another or standing elsewhere. */
export function updateGraph(graph: Graph, area: Area): void {
  eachCell(area.sheet, area.range, (cell, row, column) => {
    const known = graph.nodes.get(cell);
    if (cell.formula && (known?.formula !== cell.formula || !isCurrent(known))) addNode(graph, area.sheet, row, column, cell, cell.formula);
  });
}

export function isCurrent(node: FormulaNode): boolean {
  return node.cell.formula === node.formula && cellAt(node.sheet, node.row, node.column) === node.cell;
}

function addNode(graph: Graph, sheet: Sheet, row: number, column: number, cell: Cell, formula: Formula): void {
  const node: FormulaNode = { sheet, row, column, cell, formula, precedents: precedentsOf(formula.text, sheet, row, column) };
  graph.nodes.set(cell, node);
  if (node.precedents.isVolatile || node.precedents.isOpen) graph.volatile.add(node);
  for (const area of node.precedents.areas) addReader(indexOf(graph, area.sheet), area.range, node);
}

function indexOf(graph: Graph, sheet: Sheet): SheetIndex {
  let index = graph.sheets.get(sheet);
  if (!index) graph.sheets.set(sheet, (index = { singles: new Map(), areas: new Map(), blocks: new Map(), tall: [] }));
  return index;
}

function addReader(index: SheetIndex, range: CellRange, node: FormulaNode): void {
  if (range.top === range.bottom && range.left === range.right) {
    push(index.singles, keyOf(range.top, range.left), node);
    return;
  }
  const key = `${range.top},${range.left},${range.bottom},${range.right}`;
  let readers = index.areas.get(key);
  if (!readers) {
    index.areas.set(key, (readers = { range, nodes: [] }));
    const [first, last] = [Math.floor(range.top / BLOCK), Math.floor(range.bottom / BLOCK)];
    if (last - first >= TALL) index.tall.push(readers);
    else for (let block = first; block <= last; block++) push(index.blocks, block, readers);
  }
  readers.nodes.push(node);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Visits every formula that reads a cell of the area; some more than once. */
export function eachReader(graph: Graph, area: Area, visit: (node: FormulaNode) => void): void {
  const index = graph.sheets.get(area.sheet);
  if (!index) return;
  const { range } = area;
  eachSingle(index, range, visit);
  const visitArea = (readers: AreaReaders): void => {
    if (intersects(readers.range, range)) readers.nodes.forEach(visit);
  };
  index.tall.forEach(visitArea);
  const [first, last] = [Math.floor(range.top / BLOCK), Math.floor(range.bottom / BLOCK)];
  if (last - first > index.blocks.size) index.areas.forEach(visitArea);
  else for (let block = first; block <= last; block++) index.blocks.get(block)?.forEach(visitArea);
}

function eachSingle(index: SheetIndex, range: CellRange, visit: (node: FormulaNode) => void): void {
  const cells = cellCount(range);
  if (cells <= index.singles.size) {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) index.singles.get(keyOf(row, column))?.forEach(visit);
    }
    return;
  }
  for (const [key, nodes] of index.singles) {
    const row = Math.floor(key / (LAST_COLUMN + 1));
    const column = key % (LAST_COLUMN + 1);
    if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right) nodes.forEach(visit);
  }
}

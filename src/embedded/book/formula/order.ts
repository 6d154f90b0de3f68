/** The order in which formulas are calculated: what they read first. Formulas that depend on themselves have none; Excel gives them 0 (after a warning). */

import { LAST_COLUMN } from "../../../workbook/address";
import type { Sheet } from "../model";
import type { FormulaNode } from "./graph";

export interface Order {
  /** Each after those it reads; without the circular ones. */
  readonly nodes: readonly FormulaNode[];
  readonly circular: ReadonlySet<FormulaNode>;
}

/** Tarjan's strongly connected components, without recursion: they come out readers last. */
export function calculationOrder(nodes: ReadonlySet<FormulaNode>): Order {
  const columns = byColumn(nodes);
  const number = new Map<FormulaNode, number>();
  const lowest = new Map<FormulaNode, number>();
  const pending: FormulaNode[] = [];
  const isPending = new Set<FormulaNode>();
  const circular = new Set<FormulaNode>();
  const order: FormulaNode[] = [];

  for (const start of nodes) {
    if (number.has(start)) continue;
    const path: { readonly node: FormulaNode; readonly next: Iterator<FormulaNode> }[] = [];
    const enter = (node: FormulaNode): void => {
      number.set(node, number.size);
      lowest.set(node, number.size - 1);
      pending.push(node);
      isPending.add(node);
      path.push({ node, next: read(node, columns) });
    };
    enter(start);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { node } = step;
      const next = step.next.next();
      if (!next.done) {
        const target = next.value;
        if (target === node) circular.add(node);
        if (!number.has(target)) enter(target);
        else if (isPending.has(target)) lower(lowest, node, number.get(target) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent) lower(lowest, parent, lowest.get(node) ?? 0);
      if (lowest.get(node) === number.get(node)) takeComponent(node, pending, isPending, circular, order);
    }
  }
  return { nodes: order.filter((node) => !circular.has(node)), circular };
}

function lower(lowest: Map<FormulaNode, number>, node: FormulaNode, value: number): void {
  if (value < (lowest.get(node) ?? 0)) lowest.set(node, value);
}

function takeComponent(root: FormulaNode, pending: FormulaNode[], isPending: Set<FormulaNode>, circular: Set<FormulaNode>, order: FormulaNode[]): void {
  const from = pending.lastIndexOf(root);
  const component = pending.splice(from);
  for (const node of component) {
    isPending.delete(node);
    order.push(node);
    if (component.length > 1) circular.add(node);
  }
}

type Columns = ReadonlyMap<Sheet, ReadonlyMap<number, readonly FormulaNode[]>>;

function byColumn(nodes: ReadonlySet<FormulaNode>): Columns {
  const sheets = new Map<Sheet, Map<number, FormulaNode[]>>();
  for (const node of nodes) {
    let columns = sheets.get(node.sheet);
    if (!columns) sheets.set(node.sheet, (columns = new Map()));
    const list = columns.get(node.column);
    if (list) list.push(node);
    else columns.set(node.column, [node]);
  }
  for (const columns of sheets.values()) for (const list of columns.values()) list.sort((a, b) => a.row - b.row);
  return sheets;
}

/** The formulas among these that a formula reads. */
function* read(node: FormulaNode, sheets: Columns): Generator<FormulaNode> {
  for (const { sheet, range } of node.precedents.areas) {
    const columns = sheets.get(sheet);
    if (!columns) continue;
    const numbers = range.right - range.left > columns.size ? [...columns.keys()].filter((column) => column >= range.left && column <= range.right) : span(range.left, Math.min(range.right, LAST_COLUMN));
    for (const column of numbers) {
      const list = columns.get(column);
      if (!list) continue;
      for (let at = firstAtOrBelow(list, range.top); at < list.length; at++) {
        const found = list[at];
        if (!found || found.row > range.bottom) break;
        yield found;
      }
    }
  }
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function firstAtOrBelow(list: readonly FormulaNode[], row: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

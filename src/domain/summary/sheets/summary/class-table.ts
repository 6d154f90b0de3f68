/** Tables by functional class: one row a class, division or item, those above summing up those below. */

import { Decimal } from "../../../amounts/decimal";
import type { Basis } from "../../../execution/result";
import { grouped } from "../../../grouped";
import type { Build } from "../../build";
import { at, BLANK, column, columnOn, count, link, text, type Known } from "../../cells";
import type { SummaryCell, SummaryColumn, SummaryRow } from "../../model";
import { tablesOfWhole } from "../../sources/choose";
import { classNames, classTree, namesApart, nodeFigure, type ClassNode, type ClassSide } from "../../sources/classes";
import type { SourceLine } from "../../sources/read";

export interface ClassColumn {
  readonly key: string;
  readonly header: string | readonly string[];
  readonly kind: SummaryColumn["kind"];
  /** Which budget it is about; null or left out where that is not one. */
  readonly basis?: Basis | null;
  /** Of a line of the side, or of the sum of lines; null: `derived` makes it from the others. */
  readonly amount: { readonly side: number; readonly of: (line: SourceLine) => Known | null } | null;
  /** The cell; its figures refer to the row's own by column. */
  readonly cell: (row: ClassRow) => SummaryCell;
}

/** A row's figures by column, as other cells refer to them. */
export interface ClassRow {
  readonly key: string;
  readonly node: ClassNode | null;
  readonly figure: (column: string) => Known | null;
  /** Its place in this table. */
  readonly reference: (column: string) => Known | null;
}

export interface ClassTable {
  readonly columns: readonly SummaryColumn[];
  readonly rows: readonly SummaryRow[];
  readonly nodes: readonly ClassNode[];
  /** What its lines are, as headings say it: functional classes, or whatever the table lists. */
  readonly by: "class" | "line";
}

export const TOTAL = "total";

/** `total` gives the figures of the last row by column; without one it is left out. */
export function classTable(table: string, sides: readonly ClassSide[], columns: readonly ClassColumn[], total: ((column: string) => Known | null) | null, build: Build): ClassTable {
  const { facts, sources, words: { say } } = build;
  const nodes = classTree(sides, facts.year, classNames(tablesOfWhole(sources).flatMap(({ lines }) => lines)));
  const apart = new Map(sides.flatMap((side) => [...namesApart(side)]));
  const figures = new Map<string, Known | null>();
  const cellId = (row: string, of: string): string => `${row}\u0000${of}`;
  // Sums refer to the rows below them, so these come first.
  for (const node of [...nodes].reverse()) {
    for (const { key, amount } of columns) {
      if (amount === null) continue;
      figures.set(cellId(node.key, key), nodeFigure(node, amount.side, amount.of, (part) => at(figures.get(cellId(part, key)) ?? null, table, part, key)));
    }
  }
  const hasCodes = nodes.some(({ code }) => code !== "");
  const row = (key: string, node: ClassNode | null): ClassRow => {
    const figure = (of: string): Known | null => (node === null ? (total?.(of) ?? null) : (figures.get(cellId(key, of)) ?? null));
    return { key, node, figure, reference: (of) => at(figure(of), table, key, of) };
  };
  const first = hasCodes ? column("code", say("column.class-code"), "code") : column("number", say("column.number"), "number");
  const leavesOf = grouped(nodes.filter(({ parts }) => parts.length === 0), ({ code }) => code);
  const isRepeated = ({ code }: ClassNode): boolean => (leavesOf.get(code)?.length ?? 0) > 1;
  const isNested = nodes.some(({ level }) => level > 0);
  const body = nodes.map((node, i): SummaryRow => {
    const line = node.lines.find((one) => one !== null) ?? null;
    const isSum = node.parts.length > 0;
    const label = isSum || line === null ? undefined : apart.get(line);
    // A code stands beside it, which may be that of another line, too.
    const name = node.code === "" || isRepeated(node) ? (label ?? node.name) : node.name;
    return {
      key: node.key, kind: isNested && node.level === 0 && (node.code !== "" || isSum) ? "subtotal" : "body", level: node.level, ...(label !== undefined && { label }), ...(!isSum && line !== null && line.part !== null && { spendingPart: line.part }),
      cells: [hasCodes ? text(node.code) : count(new Decimal(i + 1)), isSum && !node.lines.some((one) => one !== null) ? text(name) : link(name, line?.place ?? null), ...columns.map(({ cell }) => cell(row(node.key, node)))],
    };
  });
  const last: SummaryRow[] = total === null ? [] : [{ key: TOTAL, kind: "total", level: 0, cells: [hasCodes ? BLANK : text(""), text(say("column.total-row")), ...columns.map(({ cell }) => cell(row(TOTAL, null)))] }];
  return {
    nodes, rows: [...body, ...last], by: hasCodes ? "class" : "line",
    columns: [first, column("name", say(hasCodes ? "column.class" : "column.line"), "name"), ...columns.map(({ key, header, kind, basis = null }) => columnOn(basis, key, header, kind))],
  };
}

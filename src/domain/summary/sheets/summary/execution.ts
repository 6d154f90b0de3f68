/** 预算执行: expenditure against the budget of the whole organisation, line by line. */

import type { Build } from "../../build";
import { amount, BLANK, difference, ratio, text, type Known } from "../../cells";
import type { Block } from "../../model";
import { executionFigures } from "../../sources/figures";
import { bodyAndClasses } from "./budget";
import { classTable, TOTAL, type ClassColumn, type ClassTable } from "./class-table";
import { wholeSpent } from "./key-figures";
import { differenceNotes } from "./notes";

export const EXECUTION = "execution";

export interface ExecutionBlocks {
  readonly blocks: readonly Block[];
  /** null where nothing of the whole was computed. */
  readonly table: ClassTable | null;
}

export function executionTable(build: Build): ExecutionBlocks {
  const { sources, words: { say, role, noRate, status } } = build;
  const { whole } = sources;
  if (whole === null) return { blocks: [], table: null };
  const { execution, source } = whole;
  const figures = executionFigures(whole, sources);
  const statuses = new Map(execution.rows.map((row) => [row.row, row]));
  const totalRow = execution.total === null ? null : (figures.get(execution.total.row) ?? null);
  const totals: Readonly<Record<string, Known | null>> = {
    budget: totalRow?.budget ?? { value: execution.sum.budget, formula: { op: "value", value: execution.sum.budget } },
    spent: wholeSpent(sources),
  };
  const spentOfAll: Known | null = totals["spent"] === null || totals["spent"] === undefined ? null : { value: totals["spent"].value, formula: { op: "figure", table: EXECUTION, row: TOTAL, column: "spent" } };
  const columns: ClassColumn[] = [
    { key: "budget", header: role(`${execution.basis}-budget`), kind: "amount", amount: { side: 0, of: ({ row }) => figures.get(row)?.budget ?? null }, cell: ({ figure }) => amount(figure("budget")) },
    { key: "spent", header: role("expenditure"), kind: "amount", amount: { side: 0, of: ({ row }) => figures.get(row)?.spent ?? null }, cell: ({ figure }) => amount(figure("spent")) },
    { key: "rate", header: role("rate"), kind: "percent", amount: null, cell: ({ reference }) => ratio(reference("spent"), reference("budget"), noRate) },
    { key: "balance", header: say("execution.balance"), kind: "amount", amount: null, cell: ({ reference }) => amount(difference(reference("budget"), reference("spent"))) },
    { key: "share", header: say("execution.share"), kind: "percent", amount: null, cell: ({ reference }) => (reference("spent") === null ? BLANK : ratio(reference("spent"), spentOfAll, noRate)) },
    {
      key: "status", header: role("status"), kind: "text", amount: null,
      cell: ({ key, node }) => {
        const line = node?.lines[0] ?? null;
        const row = key === TOTAL ? execution.total : line === null ? null : (statuses.get(line.row) ?? null);
        return row === null ? BLANK : text(status(row.status));
      },
    },
  ];
  const table = classTable(EXECUTION, [bodyAndClasses(source)], columns, (column) => totals[column] ?? null, build);
  return {
    table,
    blocks: [
      { kind: "heading", text: say("execution.heading") },
      { kind: "table", id: EXECUTION, title: null, columns: table.columns, rows: table.rows },
      ...differenceNotes(build, [{ source, role: "expenditure" }, { source, role: `${execution.basis}-budget` }]),
    ],
  };
}

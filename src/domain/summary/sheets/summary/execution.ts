/** 预算执行: expenditure against the budget of the whole organisation, line by line. */

import { basisOfRates } from "../../../execution/adjustment";
import { executionRate } from "../../../execution/rate";
import type { Basis, Status } from "../../../execution/result";
import { createStatusOf } from "../../../execution/status";
import type { Build } from "../../build";
import { amount, at, BLANK, difference, rateOfLine, ratio, text, type Known } from "../../cells";
import type { Block } from "../../model";
import { totalOf } from "../../sources/totals";
import { executionFigures, type LineFigures } from "../../sources/figures";
import type { SourceTable } from "../../sources/read";
import { bodyAndClasses } from "./budget";
import { classTable, TOTAL, type ClassColumn, type ClassRow, type ClassTable } from "./class-table";
import { wholeBudget, wholeSpent } from "./key-figures";
import { notesOn } from "./notes";

export const EXECUTION = "execution";

export interface ExecutionBlocks {
  readonly blocks: readonly Block[];
  /** null where nothing of the whole was computed. */
  readonly table: ClassTable | null;
}

export function executionTable(build: Build): ExecutionBlocks {
  const { sources, words: { say, role, noRate, status } } = build;
  const { whole, spentOnly } = sources;
  if (whole === null) return spentOnly === null ? { blocks: [], table: null } : expenditureTable(build, spentOnly);
  const { execution, source } = whole;
  const figures = executionFigures(whole, sources);
  const totalRow = execution.total === null ? null : (figures.get(execution.total.row) ?? null);
  const totals: Readonly<Record<string, Known | null>> = { budget: wholeBudget(sources, "budget"), printed: wholeBudget(sources, "printed"), spent: wholeSpent(sources), "spent-basic": totalOf(source, "expenditure basic"), "spent-project": totalOf(source, "expenditure project") };
  const parts = (["basic", "project"] as const).filter((part) => totalOf(source, `expenditure ${part}`) !== null);
  const spentOfAll = at(totals["spent"] ?? null, EXECUTION, TOTAL, "spent");
  const basis = basisOfRates(execution);
  const isChanged = basis !== execution.basis;
  const lineOf = ({ key, node }: ClassRow): LineFigures | null => {
    const line = node?.lines[0] ?? null;
    return key === TOTAL ? totalRow : line === null ? null : (figures.get(line.row) ?? null);
  };
  /** Classes that sum up lines are judged as lines are. */
  const statusOf = createStatusOf(execution.cutOff, build.input.thresholds);
  const judged = ({ figure }: ClassRow): Status => {
    const [budget, expenditure] = [figure("budget")?.value ?? null, figure("spent")?.value ?? null];
    return statusOf({ budget, expenditure, rate: executionRate(expenditure ?? "no-expenditure-figure", budget ?? "no-budget") });
  };
  const rateHeader = (of: Basis): string => (isChanged ? say(`form.rate-${of}`) : role("rate"));
  const columns: ClassColumn[] = [
    // The table's own figures stand before those after changes.
    ...(isChanged ? [{ key: "printed", basis: execution.basis, header: role(`${execution.basis}-budget`), kind: "amount", amount: { side: 0, of: ({ row }) => figures.get(row)?.printed ?? null }, cell: ({ figure }) => amount(figure("printed")) } satisfies ClassColumn] : []),
    { key: "budget", basis, header: role(`${basis}-budget`), kind: "amount", amount: { side: 0, of: ({ row }) => figures.get(row)?.budget ?? null }, cell: ({ figure }) => amount(figure("budget")) },
    { key: "spent", header: parts.length === 0 ? role("expenditure") : [role("expenditure"), say("budget.total")], kind: "amount", amount: { side: 0, of: ({ row }) => figures.get(row)?.spent ?? null }, cell: ({ figure }) => amount(figure("spent")) },
    ...parts.map((part): ClassColumn => ({ key: `spent-${part}`, header: [role("expenditure"), role(part)], kind: "amount", amount: { side: 0, of: ({ figures: own }) => own[`expenditure ${part}`] ?? null }, cell: ({ figure }) => amount(figure(`spent-${part}`)) })),
    ...(isChanged ? [{ key: "printed-rate", basis: execution.basis, header: rateHeader(execution.basis), kind: "percent", amount: null, cell: ({ reference }) => ratio(reference("spent"), reference("printed"), noRate) } satisfies ClassColumn] : []),
    { key: "rate", basis, header: rateHeader(basis), kind: "percent", amount: null, cell: (row) => rateOfLine(lineOf(row)?.row.rate ?? null, row.reference("spent"), row.reference("budget"), noRate) },
    { key: "balance", header: say("execution.balance"), kind: "amount", amount: null, cell: ({ reference }) => amount(difference(reference("budget"), reference("spent"))) },
    { key: "share", header: say("execution.share"), kind: "percent", amount: null, cell: ({ reference }) => (reference("spent") === null ? BLANK : ratio(reference("spent"), spentOfAll, noRate)) },
    {
      key: "status", header: role("status"), kind: "text", amount: null,
      cell: (row) => {
        const line = lineOf(row);
        return line === null && row.node?.parts.length === 0 ? BLANK : text(status(line?.row.status ?? judged(row)));
      },
    },
  ];
  const table = classTable(EXECUTION, [bodyAndClasses(source)], columns, (column) => totals[column] ?? null, build);
  return {
    table,
    blocks: [
      { kind: "heading", text: say("execution.heading", { by: table.by }) },
      { kind: "table", id: EXECUTION, title: null, columns: table.columns, rows: table.rows },
      ...(isChanged ? [{ kind: "note" as const, text: say("project.changed") }] : []),
      ...notesOn(build, [{ source, role: "expenditure" }, { source, role: `${execution.basis}-budget` }]),
    ],
  };
}

/** Without a budget there is only what was spent on what. */
function expenditureTable(build: Build, source: SourceTable): ExecutionBlocks {
  const { words: { say, role, noRate } } = build;
  const total = totalOf(source, "expenditure");
  const columns: ClassColumn[] = [
    { key: "spent", header: role("expenditure"), kind: "amount", amount: { side: 0, of: ({ figures }) => figures.expenditure ?? null }, cell: ({ figure }) => amount(figure("spent")) },
    { key: "share", header: say("execution.share"), kind: "percent", amount: null, cell: ({ reference }) => (reference("spent") === null ? BLANK : ratio(reference("spent"), at(total, EXECUTION, TOTAL, "spent"), noRate)) },
  ];
  const table = classTable(EXECUTION, [bodyAndClasses(source)], columns, () => total, build);
  return {
    // Nothing has a rate, and charts compare with budgets.
    table: null,
    blocks: [
      { kind: "heading", text: say("execution.heading", { by: table.by }) },
      { kind: "table", id: EXECUTION, title: null, columns: table.columns, rows: table.rows },
      ...notesOn(build, [{ source, role: "expenditure" }]),
    ],
  };
}

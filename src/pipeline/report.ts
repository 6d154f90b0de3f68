/** The result as JSON: decimals as strings in the table's unit, rates in percent, places as people read them. */

import type { Basis, ExecutionRow, Rate, TableExecution } from "../domain/execution/result";
import type { AnyFinding, Severity } from "../domain/finding";
import type { Unit } from "../domain/amounts/unit";
import type { BudgetTable, Reason, Role, RowKind } from "../domain/table";
import { columnName, formatRange } from "../workbook/address";
import type { WorkbookExecution } from "./compute";
import { doubtsOf, whyLeftOut } from "./doubts";

export interface RowReport {
  /** As Excel counts, from one. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly budget: string | null;
  readonly expenditure: string | null;
  /** "184.33"; null where there is none. */
  readonly rate: string | null;
  /** Only where budget and rate are on another basis than the table's, because the text told a change of the budget that was confirmed. */
  readonly basis?: "adjusted";
  /** The table's own budget then, and the rate on it. */
  readonly original?: { readonly budget: string; readonly rate: string | null };
}

export interface OtherRowReport extends RowReport {
  readonly kind: Exclude<RowKind, "body">;
}

export interface TableReport {
  readonly sheet: string;
  readonly address: string;
  readonly title: string | null;
  readonly unit: Unit | null;
  /** null for a table that was not computed; it has no rows here. */
  readonly basis: Basis | null;
  /** Column letters; the first column where several play one role. */
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  /** The lines of the table, without groups, subtotals and totals. */
  readonly rows: readonly RowReport[];
  /** Groups, subtotals, further totals and of-which lines that have a rate. What they count is among the lines, or part of one. */
  readonly others: readonly OtherRowReport[];
  readonly total: RowReport | null;
  /** What its figures rest on without being certain, or why its amounts are used for nothing. */
  readonly doubts: readonly string[];
}

/** Puts what is data into words. */
export interface ReportWords {
  readonly finding: (finding: AnyFinding) => string;
  readonly reason: (reason: Reason) => string;
}

export interface FindingReport {
  readonly rule: string;
  /** Which comparison it was, where the rule makes several; else null. */
  readonly kind: string | null;
  readonly severity: Severity;
  /** null, both, for what only the report's text shows. */
  readonly sheet: string | null;
  readonly address: string | null;
  /** Words of the report's text, with their line as editors count; null for what only cells show. */
  readonly text: { readonly line: number; readonly quote: string } | null;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

export interface Report {
  readonly tables: readonly TableReport[];
  readonly findings: readonly FindingReport[];
}

/** All recognised tables in reading order, computed or not. */
export function reportOf({ tables, executions }: Pick<WorkbookExecution, "tables" | "executions">, findings: readonly AnyFinding[], words: ReportWords): Report {
  const computed = new Map(executions.map((execution) => [execution.table.id, execution]));
  const known = new Set(tables.map(({ id }) => id));
  const selected = executions.filter(({ table }) => !known.has(table.id));
  return {
    tables: [
      ...tables.map((table) => tableReport(table, computed.get(table.id) ?? null, tables, words)),
      ...selected.map((execution) => tableReport(execution.table, execution, tables, words)),
    ],
    findings: findings.map((finding) => findingReport(finding, words.finding)),
  };
}

function tableReport(table: BudgetTable, execution: TableExecution | null, tables: readonly BudgetTable[], words: ReportWords): TableReport {
  const roles: Partial<Record<Role, string>> = {};
  for (const { role, column } of table.columns) if (role !== null) roles[role] ??= columnName(column);
  return {
    sheet: table.sheetName,
    address: formatRange(table.range),
    title: table.title?.text ?? null,
    unit: execution === null ? table.unit : execution.unit,
    basis: execution?.basis ?? null,
    roles,
    rows: execution?.rows.filter(({ kind }) => kind === "body").map(rowReport) ?? [],
    others: execution?.rows.flatMap((row) => (row.kind !== "body" && row.rate.ok && row.row !== execution.total?.row ? [{ kind: row.kind, ...rowReport(row) }] : [])) ?? [],
    total: execution === null || execution.total === null ? null : rowReport(execution.total),
    doubts: (execution === null ? whyLeftOut(table) : [...otherBasisIn(execution), ...doubtsOf(execution, tables).map(({ reason }) => reason)]).map(words.reason),
  };
}

/** The pane says so beside the rate. */
function otherBasisIn({ budgetFrom: { reason } }: TableExecution): readonly Reason[] {
  return reason.code === "budget-only-adjusted" ? [reason] : [];
}

function rowReport({ row, code, name, budget, expenditure, rate, original }: ExecutionRow): RowReport {
  return {
    row: row + 1, code, name,
    budget: budget?.toFixed() ?? null,
    expenditure: expenditure?.toFixed() ?? null,
    rate: rateText(rate),
    ...(original === undefined ? {} : { basis: "adjusted", original: { budget: original.budget.toFixed(), rate: rateText(original.rate) } }),
  };
}

function rateText(rate: Rate): string | null {
  return rate.ok ? rate.percent.toFixed(2) : null;
}

function findingReport(finding: AnyFinding, message: (finding: AnyFinding) => string): FindingReport {
  const { rule, kind = null, severity, place, text, expected, actual } = finding;
  return {
    rule, kind, severity,
    sheet: place?.sheetName ?? null,
    address: place === null ? null : formatRange(place.range),
    text: text === undefined ? null : { line: text.line + 1, quote: text.quote },
    message: message(finding), expected, actual,
  };
}

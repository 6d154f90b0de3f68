/** The result as JSON: decimals as strings in the table's unit, rates in percent, places as people read them. */

import type { Basis, ExecutionRow, TableExecution } from "../domain/execution/result";
import type { Finding, Severity } from "../domain/finding";
import type { Unit } from "../domain/amounts/unit";
import type { BudgetTable, Role } from "../domain/table";
import { columnName, formatRange } from "../workbook/address";
import type { WorkbookExecution } from "./compute";

export interface RowReport {
  /** As Excel counts, from one. */
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly budget: string | null;
  readonly expenditure: string | null;
  /** "184.33"; null where there is none. */
  readonly rate: string | null;
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
  readonly total: RowReport | null;
}

export interface FindingReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly address: string;
  readonly message: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

export interface Report {
  readonly tables: readonly TableReport[];
  readonly findings: readonly FindingReport[];
}

/** All recognised tables in reading order, computed or not. `message` puts a finding into words. */
export function reportOf({ tables, executions, findings }: Pick<WorkbookExecution, "tables" | "executions" | "findings">, message: (finding: Finding) => string): Report {
  const computed = new Map(executions.map((execution) => [execution.table.id, execution]));
  const known = new Set(tables.map(({ id }) => id));
  const selected = executions.filter(({ table }) => !known.has(table.id));
  return {
    tables: [
      ...tables.map((table) => tableReport(table, computed.get(table.id) ?? null)),
      ...selected.map((execution) => tableReport(execution.table, execution)),
    ],
    findings: findings.map((finding) => findingReport(finding, message)),
  };
}

function tableReport(table: BudgetTable, execution: TableExecution | null): TableReport {
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
    total: execution === null || execution.total === null ? null : rowReport(execution.total),
  };
}

function rowReport({ row, code, name, budget, expenditure, rate }: ExecutionRow): RowReport {
  return {
    row: row + 1, code, name,
    budget: budget?.toFixed() ?? null,
    expenditure: expenditure?.toFixed() ?? null,
    rate: rate.ok ? rate.percent.toFixed(2) : null,
  };
}

function findingReport(finding: Finding, message: (finding: Finding) => string): FindingReport {
  const { rule, severity, place, expected, actual } = finding;
  return { rule, severity, sheet: place.sheetName, address: formatRange(place.range), message: message(finding), expected, actual };
}

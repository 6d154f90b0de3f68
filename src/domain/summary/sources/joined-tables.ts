/** Several tables that together are the whole, as one: each line once, and the sum of what they come to. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { executionRate } from "../../execution/rate";
import type { ExecutionRow, TableExecution } from "../../execution/result";
import { createStatusOf, type Thresholds } from "../../execution/status";
import { sum } from "../cells";
import type { ExecutionSource } from "./choose";
import { compare, periodOf } from "./dated";
import type { FigureKey, SourceLine, SourceTable } from "./read";
import { bodyLines, haveSameAmounts, totalOf } from "./totals";
import { WHOLE_ROLES } from "./whole-roles";

export interface JoinedTables {
  readonly members: readonly SourceTable[];
  readonly joined: SourceTable;
}

/** More than a sheet has rows, so that lines of several sheets stay apart by their rows. */
const ROWS = 2 ** 20;

/** null unless they are several tables of one form and none is in another; nor where one of `others` tells as much as one of them. */
export function joinTables(members: readonly SourceTable[], others: readonly SourceTable[], lineOf: (line: SourceLine, member: SourceTable) => SourceLine = (line) => line): JoinedTables | null {
  const [first] = members;
  if (first === undefined || members.length < 2) return null;
  const isOfOneForm = members.every((member) => haveSameAmounts(member, first) && compare(periodOf(member.table), periodOf(first.table)) === 0);
  if (!isOfOneForm || members.some((one) => members.some((other) => one !== other && isPartOf(one, other)))) return null;
  const most = (role: FigureKey): Decimal => members.reduce((best, one) => { const own = totalOf(one, role)?.value ?? ZERO; return own.gt(best) ? own : best; }, ZERO);
  const tellsAll = (source: SourceTable): boolean => WHOLE_ROLES.some((role) => totalOf(source, role)?.value.gte(most(role)) === true);
  return others.some((source) => !members.includes(source) && tellsAll(source)) ? null : { members, joined: join(members, lineOf) };
}

/** What the tables together compute to; null where one of them was not computed, or otherwise than the rest. */
export function joinExecutions({ members, joined }: JoinedTables, computed: readonly ExecutionSource[], thresholds: Thresholds): ExecutionSource | null {
  const executions = members.flatMap((member) => computed.flatMap(({ execution, source }) => (source === member ? [execution] : [])));
  const [first] = executions;
  if (first === undefined || executions.length < members.length) return null;
  if (executions.some(({ unit, basis, budgetFrom, table }) => unit !== first.unit || basis !== first.basis || budgetFrom.tableId !== table.id)) return null;
  const rows = executions.flatMap((execution, i) => execution.rows.flatMap((row): ExecutionRow[] => (row.kind === "total" ? [] : [{ ...row, row: row.row + i * ROWS }])));
  const total = totalOfAll(executions, members.length * ROWS, thresholds);
  const { budget, expenditure, rate } = total;
  return { source: joined, execution: { ...first, rows: [...rows, total], otherRates: null, total, sum: { budget, expenditure, rate, rows: rows.length, ...(total.original !== undefined && { original: total.original }) } } };
}

function totalOfAll(executions: readonly TableExecution[], row: number, thresholds: Thresholds): ExecutionRow {
  const add = (of: (execution: TableExecution) => Decimal | null | undefined): Decimal | null => executions.reduce<Decimal | null>((all, one) => { const own = of(one) ?? null; return all === null || own === null ? null : all.plus(own); }, ZERO);
  const figures = (budget: Decimal | null): Pick<ExecutionRow, "budget" | "rate" | "status"> => {
    const rate = executionRate(expenditure ?? "no-expenditure-figure", budget ?? "no-budget");
    return { budget, rate, status: createStatusOf(executions[0]?.cutOff ?? null, thresholds)({ budget, expenditure, rate }) };
  };
  const expenditure = add(({ total, sum: added }) => total?.expenditure ?? added.expenditure);
  const { budget: original, ...judged } = figures(add(({ total, sum: added }) => total?.original?.budget ?? added.original?.budget ?? total?.budget ?? added.budget));
  const isChanged = executions.some(({ total, sum: added }) => (total?.original ?? added.original) !== undefined);
  return {
    row, kind: "total", code: "", name: "", expenditure, ...figures(add(({ total, sum: added }) => total?.budget ?? added.budget)),
    ...(isChanged && original !== null && { original: { budget: original, ...judged } }),
  };
}

/** Each of its lines stands in the other with the same figures. */
function isPartOf(one: SourceTable, other: SourceTable): boolean {
  const known = new Set(other.lines.map(keyOfLine));
  return bodyLines(one).every((line) => known.has(keyOfLine(line)));
}

function keyOfLine({ code, name, figures }: SourceLine): string {
  return JSON.stringify([code, name, ...WHOLE_ROLES.map((role) => (figures[role]?.value ?? ZERO).toString())]);
}

function join(members: readonly SourceTable[], lineOf: (line: SourceLine, member: SourceTable) => SourceLine): SourceTable {
  const [first] = members as [SourceTable];
  const lines = members.flatMap((member, i) => member.lines.flatMap((line): SourceLine[] => (line === member.total || line.kind === "total" ? [] : [{ ...lineOf(line, member), row: line.row + i * ROWS, above: line.above || member.table.sheetName }])));
  const keys = new Set(members.flatMap(({ total, lines: own }) => [...own, ...(total === null ? [] : [total])].flatMap(({ figures }) => Object.keys(figures) as FigureKey[])));
  const figures = Object.fromEntries([...keys].flatMap((key) => { const known = sum(members.map((member) => totalOf(member, key))); return known === null ? [] : [[key, known]]; }));
  const total: SourceLine = { tableId: "", row: members.length * ROWS, kind: "total", code: "", name: "", above: "", functionCode: "", functionName: "", place: first.lines[0]?.place ?? { sheetId: first.table.sheetId, sheetName: first.table.sheetName, range: first.table.range }, figures, unit: "", reason: "", part: null };
  return { table: { ...first.table, sheetName: members.map(({ table }) => table.sheetName).join("、") }, lines: [...lines, total], total };
}

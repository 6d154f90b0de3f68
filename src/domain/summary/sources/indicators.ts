/** A ledger of indicators (指标账): each line is one indicator, and all those of one name are one project. */

import type { Decimal } from "../../amounts/decimal";
import { executionRate } from "../../execution/rate";
import type { ExecutionRow, TableExecution } from "../../execution/result";
import { createStatusOf, type Thresholds } from "../../execution/status";
import { grouped } from "../../grouped";
import { nameKey } from "../../narrative/against-tables/names";
import { columnsCalled } from "../../recognise/rows/payments";
import type { BudgetTable } from "../../table";
import { sum, type Known } from "../cells";
import { isNamedLine } from "./kinds";
import type { FigureKey, SourceLine, SourceTable } from "./read";

/** Its lines have numbers of indicators: 指标文号. */
export function isOfIndicators({ columns }: Pick<BudgetTable, "columns">): boolean {
  return columnsCalled(columns, "indicatorNumber").length > 0;
}

/** Lines of one name, class and unit as one line, at the first of them; as it is where the table is of no indicators. */
export function joinIndicators(source: SourceTable): SourceTable {
  const groups = indicatorsOf(source);
  if (groups.size === 0) return source;
  const others = new Set([...groups.values()].flat());
  return { ...source, lines: source.lines.flatMap((line) => { const group = groups.get(line); return group !== undefined ? [joined([line, ...group])] : others.has(line) ? [] : [line]; }) };
}

/** What is computed for them, likewise. */
export function joinIndicatorRows(execution: TableExecution, source: SourceTable, thresholds: Thresholds): TableExecution {
  const groups = new Map([...indicatorsOf(source)].map(([line, others]) => [line.row, others.map(({ row }) => row)]));
  if (groups.size === 0) return execution;
  const byRow = new Map(execution.rows.map((row) => [row.row, row]));
  const others = new Set([...groups.values()].flat());
  const statusOf = createStatusOf(execution.cutOff, thresholds);
  const judged = (budget: Decimal | null, expenditure: Decimal | null): Pick<ExecutionRow, "rate" | "status"> => {
    const rate = executionRate(expenditure ?? "no-expenditure-figure", budget ?? "no-budget");
    return { rate, status: statusOf({ rate, budget, expenditure }) };
  };
  return {
    ...execution,
    rows: execution.rows.flatMap((row): ExecutionRow[] => {
      if (others.has(row.row)) return [];
      const group = groups.get(row.row)?.flatMap((other) => byRow.get(other) ?? []);
      if (group === undefined) return [row];
      const all = [row, ...group];
      const [budget, expenditure] = [added(all.map((one) => one.budget)), added(all.map((one) => one.expenditure))];
      const original = all.some((one) => one.original !== undefined) ? added(all.map((one) => one.original?.budget ?? one.budget)) : null;
      return [{ ...row, budget, expenditure, ...judged(budget, expenditure), ...(original !== null && { original: { budget: original, ...judged(original, expenditure) } }) }];
    }),
  };
}

/** Of each first line the others that belong to it. */
function indicatorsOf(source: SourceTable): ReadonlyMap<SourceLine, readonly SourceLine[]> {
  if (!isOfIndicators(source.table)) return new Map();
  const groups = grouped(source.lines.filter(isNamedLine), ({ name, code, functionCode, functionName, unit }) => (name === "" ? null : JSON.stringify([nameKey(name), code, functionCode, functionName, unit])));
  return new Map([...groups.values()].flatMap(([first, ...others]) => (first === undefined || others.length === 0 ? [] : [[first, others] as const])));
}

function joined(lines: readonly SourceLine[]): SourceLine {
  const [first] = lines as readonly [SourceLine];
  const keys = new Set(lines.flatMap(({ figures }) => Object.keys(figures) as FigureKey[]));
  const figures = Object.fromEntries([...keys].map((key): [FigureKey, Known | null] => [key, sum(lines.map((line) => line.figures[key] ?? null))]));
  const expected = sum(lines.map((line) => line.expected ?? null));
  return { ...first, figures, ...(expected !== null && { expected }), reason: lines.find(({ reason }) => reason !== "")?.reason ?? "" };
}

function added(figures: readonly (Decimal | null)[]): Decimal | null {
  const known = figures.filter((figure) => figure !== null);
  const [first, ...others] = known;
  return first === undefined ? null : others.reduce((all, one) => all.plus(one), first);
}

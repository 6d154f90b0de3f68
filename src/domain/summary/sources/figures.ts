/** The figures of computed lines, each linked to the cells it was computed from. */

import type { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { ExecutionRow, TableExecution } from "../../execution/result";
import { nameKey } from "../../narrative/against-tables/names";
import { normaliseCode } from "../../recognise/normalise";
import type { BudgetRole } from "../../table";
import { sum, type Known } from "../cells";
import type { ExecutionSource, Sources } from "./choose";
import type { FigureKey, SourceLine } from "./read";

export interface LineFigures {
  /** What its rate and its status are of: its table's, after confirmed changes. */
  readonly budget: Known | null;
  /** As its table has it. */
  readonly printed: Known | null;
  readonly spent: Known | null;
  readonly row: ExecutionRow;
}

/** By row of the sheet. A figure that no cell or sum of cells comes to is known by its value only. */
export function executionFigures({ execution, source }: ExecutionSource, { unit, tables }: Pick<Sources, "unit" | "tables">): ReadonlyMap<number, LineFigures> {
  const lines = new Map(source.lines.map((line) => [line.row, line]));
  const budgets = tables.find(({ table }) => table.id === execution.budgetFrom.tableId && table !== source.table);
  const byName = new Map((budgets?.lines ?? []).flatMap((line) => keysOf(line).map((key) => [key, line] as const)));
  return new Map(execution.rows.map((row) => {
    const own = lines.get(row.row);
    const other = keysOf(row).map((key) => byName.get(key)).find((line) => line !== undefined);
    const candidates = [own, other].filter((line) => line !== undefined);
    const printed = linked(inUnit(row.original?.budget ?? row.budget, execution, unit), candidates.flatMap(budgetCandidates));
    return [row.row, {
      row, printed,
      budget: row.original === undefined ? printed : changed(printed, inUnit(row.budget, execution, unit)),
      spent: linked(inUnit(row.expenditure, execution, unit), own === undefined ? [] : spentCandidates(own)),
    }];
  }));
}

function keysOf({ code, name }: Pick<SourceLine, "code" | "name">): string[] {
  return [...(code === "" ? [] : [`code ${normaliseCode(code)}`]), ...(name === "" ? [] : [`name ${nameKey(name)}`])];
}

/** An amount of a table in the unit of all figures; null where the table's own is not known. */
export function inUnit(amount: Decimal | null, { unit: own }: Pick<TableExecution, "unit">, unit: Unit | null): Decimal | null {
  if (amount === null || unit === null) return amount;
  return own === null ? null : convert(amount, own, unit);
}

/** What stands in the table, and what it was changed by. */
function changed(printed: Known | null, value: Decimal | null): Known | null {
  if (printed === null || value === null) return null;
  return { value, formula: { op: "sum", terms: [printed.formula, { op: "value", value: value.minus(printed.value) }] } };
}

function linked(value: Decimal | null, candidates: readonly (Known | null)[]): Known | null {
  if (value === null) return null;
  return candidates.find((known) => known !== null && known.value.eq(value)) ?? { value, formula: { op: "value", value } };
}

const BUDGETS = ["adjusted-budget", "original-budget"] as const;
const MONTHS = Array.from({ length: 12 }, (_, i) => `month-${i + 1}` as FigureKey);

function budgetCandidates({ figures }: SourceLine): (Known | null)[] {
  return [...BUDGETS.map((role) => figures[role] ?? null), ...BUDGETS.map((role) => partsOf(figures, role))];
}

function spentCandidates({ figures }: SourceLine): (Known | null)[] {
  return [figures.expenditure ?? null, sum(MONTHS.map((role) => figures[role] ?? null)), partsOf(figures, "expenditure")];
}

function partsOf(figures: SourceLine["figures"], role: BudgetRole | "expenditure"): Known | null {
  return sum([figures[`${role} basic`] ?? null, figures[`${role} project`] ?? null]);
}

/** Which budget table belongs to an expenditure table that has no budget of its own. */

import { budgetMeasure, expenditureMeasure } from "../domain/execution/basis";
import type { Basis } from "../domain/execution/result";
import { normaliseCode, normaliseName } from "../domain/recognise/normalise";
import type { BudgetTable } from "../domain/table";

/** Two tables by their ids. */
export interface TablePair {
  readonly expenditure: string;
  readonly budget: string | null;
}

/**
 * For every table with expenditure and without budget the table with budget and without expenditure that knows
 * its lines by code, name or number: at least half of them. One with the chosen basis goes before one without, then
 * the one that knows most. Where two are equally good, none: a person chooses. Where no such table is found, one
 * that has a column for what was spent and leaves it empty, if no other table could be meant to fill that.
 */
export function proposePairs(tables: readonly BudgetTable[], basis: Basis, isSpent: (table: BudgetTable) => boolean): TablePair[] {
  const expenditures = tables.filter((table) => budgetMeasure(table, basis) === null && isSpent(table));
  if (expenditures.length === 0) return [];
  const budgets = tables.filter((table) => budgetMeasure(table, basis) !== null && !isSpent(table));
  const hasColumn = (table: BudgetTable): boolean => expenditureMeasure(table) !== null;
  const plain = pairsAmong(expenditures, budgets.filter((table) => !hasColumn(table)), basis);
  const known = new Set(plain.map(({ expenditure }) => expenditure));
  const filling = pairsAmong(expenditures.filter(({ id }) => !known.has(id)), budgets.filter(hasColumn), basis);
  return [...plain, ...filling.filter(({ budget }) => filling.filter((pair) => pair.budget === budget).length === 1)];
}

function pairsAmong(expenditures: readonly BudgetTable[], budgets: readonly BudgetTable[], basis: Basis): TablePair[] {
  const tablesByKey = new Map<string, BudgetTable[]>();
  for (const table of budgets) {
    for (const key of new Set(keysOf(table).flat())) {
      const known = tablesByKey.get(key);
      if (known === undefined) tablesByKey.set(key, [table]);
      else known.push(table);
    }
  }
  if (tablesByKey.size === 0) return [];
  return expenditures.flatMap((table) => {
    const budget = bestMatch(table, tablesByKey, basis);
    return budget === null ? [] : [{ expenditure: table.id, budget: budget.id }];
  });
}

function bestMatch(table: BudgetTable, tablesByKey: ReadonlyMap<string, readonly BudgetTable[]>, basis: Basis): BudgetTable | null {
  const lines = keysOf(table);
  const known = new Map<BudgetTable, number>();
  for (const keys of lines) {
    for (const budget of new Set(keys.flatMap((key) => tablesByKey.get(key) ?? []))) known.set(budget, (known.get(budget) ?? 0) + 1);
  }
  const isBasis = (budget: BudgetTable): number => Number(budgetMeasure(budget, basis)?.basis === basis);
  const ranked = [...known].filter(([, count]) => count * 2 >= lines.length).sort(([a, x], [b, y]) => isBasis(b) - isBasis(a) || y - x);
  const [best, next] = ranked;
  if (best === undefined) return null;
  const isTie = next !== undefined && next[1] === best[1] && isBasis(next[0]) === isBasis(best[0]);
  return isTie ? null : best[0];
}

/** The keys of every line: its code, its name, and the number of its indicator. */
function keysOf(table: BudgetTable): string[][] {
  return table.rows.filter(({ kind }) => kind === "body").map(({ code, name, number }) => [
    ...(code.trim() === "" ? [] : [`code ${normaliseCode(code)}`]),
    ...(name.trim() === "" ? [] : [`name ${normaliseName(name)}`]),
    ...(number === undefined ? [] : [`number ${normaliseCode(number)}`]),
  ]);
}

/** 结余 beside the budget and what was spent of it. */

import { figureIn, type AmountColumn } from "../execution/columns";
import { areInOneUnit } from "../execution/differing-units";
import { headerOf } from "../execution/basis";
import { isLeftOver } from "../recognise/headers/text";
import type { Role } from "../table";
import { cellAt, type TableInput } from "./input";
import { compareLines, type ComparedLines, type Composition } from "./parts";

/**
 * What is left of the adjusted or the original budget, with what was carried over or without: as most lines have it. Of a
 * column that most lines show to be of something else, or that another column explains where it differs, nothing is said.
 */
export function balances(input: TableInput): Composition[] {
  const wholes = [...input.otherAmounts().values()].filter(({ column }) => isLeftOver(headerOf(column)));
  if (wholes.length === 0) return [];
  const amounts = input.amounts();
  const of = (role: Role): AmountColumn[] => input.table.columns.flatMap((column) => (column.role === role ? amounts.get(column.column) ?? [] : []));
  const [[spent, ...others], carried] = [of("expenditure"), of("carried-over")];
  if (spent === undefined || others.length > 0) return [];
  const budgets = [...of("adjusted-budget"), ...of("original-budget")].flatMap((budget) => [[budget], ...carried.map((one) => [budget, one])]);
  return wholes.flatMap((whole) => {
    const candidates = budgets.filter((columns) => [...columns, spent].every((column) => areInOneUnit(column, whole))).map((columns): Composition => {
      const terms = [...columns.map((column) => ({ column, sign: 1 as const })), { column: spent, sign: -1 as const }];
      // The second payment of a budget stands below it, without one.
      return { whole, terms, ...(columns[0] === undefined ? {} : { needed: columns[0] }), isBorneOut: (compared) => isWitnessed(compared, terms) && !isExplained(input, whole, terms, compared) };
    });
    const [best] = candidates.map((composition) => ({ composition, failing: compareLines(input, composition).differences.size })).sort((a, b) => a.failing - b.failing);
    return best === undefined ? [] : [best.composition];
  });
}

const FEWEST_WITNESSES = 2;

/** Most lines hold, and several of them where something was spent. */
function isWitnessed({ lines, differences }: ComparedLines, terms: Composition["terms"]): boolean {
  const spent = terms.at(-1)?.column;
  const isTelling = (i: number): boolean => spent !== undefined && !differences.has(i) && typeof figureIn(spent, i) !== "string";
  return differences.size * 2 < lines.length && lines.filter(isTelling).length >= FEWEST_WITNESSES;
}

/** 应付未付: a column that each difference equals is a further term. */
function isExplained(input: TableInput, whole: AmountColumn, terms: Composition["terms"], { differences }: ComparedLines): boolean {
  if (differences.size === 0) return false;
  const own = new Set([whole, ...terms.map(({ column }) => column)].map(({ column }) => column.column));
  return input.table.columns.some(({ column }) => !own.has(column) && [...differences].every(([i, difference]) => {
    const value = cellAt(input, input.table.rows[i]?.row ?? 0, column);
    return typeof value === "number" && Number.isFinite(value) && difference.abs().eq(Math.abs(value));
  }));
}

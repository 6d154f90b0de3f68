/** Amounts that are made up of others in the same line: 合计 of 基本支出 and 项目支出, 调整后预算 of 年初预算 and its changes. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { figureIn, type AmountColumn } from "../execution/columns";
import { fromScaled } from "../execution/scaled";
import { AMOUNT_ROLES, type Role, type TableColumn } from "../table";
import type { TableInput } from "./input";

/** whole = Σ sign · term, in every line. All are in one unit. */
export interface Composition {
  /** The headers say so (其中), or the terms leave no doubt; else the lines must show it. */
  readonly isStated: boolean;
  readonly whole: AmountColumn;
  readonly terms: readonly { readonly column: AmountColumn; readonly sign: 1 | -1 }[];
}

/**
 * 基本支出 and 项目支出 side by side, and the amount they are parts of: the nearest one to their left, as under
 * 其中, else the nearest to their right.
 */
export function partGroups(input: TableInput): Composition[] {
  const money = input.table.columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role));
  const isPart = (column: TableColumn | undefined): boolean => column?.role === "basic" || column?.role === "project";
  return money.flatMap((column, k): Composition[] => {
    const next = money[k + 1];
    if (!isPart(column) || next === undefined || !isPart(next) || column.role === next.role) return [];
    const whole = money.slice(0, k).findLast((other) => !isPart(other)) ?? money.slice(k + 2).find((other) => !isPart(other));
    return whole === undefined ? [] : compose(input, whole, [[column, 1], [next, 1]], [column, next].every(({ header }) => header.some((text) => OF_WHICH.test(text))));
  });
}

const OF_WHICH = /其中|of which|including/iu;

/**
 * 调整后预算 = 年初预算 + 调增 − 调减 + 指标调整, where the table has both budgets and any change. 上年结转 counts too where
 * more lines hold with it: many original budgets contain it already.
 */
export function adjustments(input: TableInput): Composition[] {
  const columnOf = (role: Role): TableColumn | undefined => input.table.columns.find((column) => column.role === role);
  const [original, adjusted] = [columnOf("original-budget"), columnOf("adjusted-budget")];
  const changes = (["increase", "decrease", "quota-change"] as const).flatMap((role): [TableColumn, 1 | -1][] => {
    const column = columnOf(role);
    return column === undefined ? [] : [[column, role === "decrease" && !isSignedDecrease(input, column) ? -1 : 1]];
  });
  // A column of increases alone may have its decreases elsewhere.
  const isComplete = changes.length > 1 || changes.some(([{ role }]) => role === "quota-change");
  if (original === undefined || adjusted === undefined || changes.length === 0) return [];
  const without = compose(input, adjusted, [[original, 1], ...changes], isComplete);
  const carried = columnOf("carried-over");
  if (carried === undefined) return without;
  const withCarried = compose(input, adjusted, [[original, 1], [carried, 1], ...changes], isComplete);
  const failing = (compositions: readonly Composition[]): number => compositions.reduce((count, composition) => count + compareLines(input, composition).differences.size, 0);
  return withCarried.length > 0 && failing(withCarried) < failing(without) ? withCarried : without;
}

/** 调减 printed with its minus sign: no amount of it is positive. */
function isSignedDecrease(input: TableInput, { column }: TableColumn): boolean {
  const amounts = input.amounts().get(column);
  if (amounts === undefined) return false;
  const isNegative = amounts.scaled.some((scaled) => scaled < 0) || [...amounts.exact.values()].some((exact) => exact.isNegative());
  return isNegative && !amounts.scaled.some((scaled) => scaled > 0) && ![...amounts.exact.values()].some((exact) => exact.gt(0));
}

function compose(input: TableInput, whole: TableColumn, terms: readonly (readonly [TableColumn, 1 | -1])[], isStated: boolean): Composition[] {
  const amounts = input.amounts();
  const column = amounts.get(whole.column);
  const read = terms.flatMap(([term, sign]) => {
    const of = amounts.get(term.column);
    return of === undefined ? [] : [{ column: of, sign }];
  });
  if (column === undefined || read.length < terms.length || read.some((term) => term.column.unit !== column.unit)) return [];
  return [{ isStated, whole: column, terms: read }];
}

export interface ComparedLines {
  /** Indexes of the rows where both sides are known. */
  readonly lines: readonly number[];
  /** whole − sum by index, where it is not zero. */
  readonly differences: ReadonlyMap<number, Decimal>;
}

/**
 * Both sides are known where the whole holds an amount, no term is unreadable and one at least holds an amount;
 * blank terms count as nothing.
 */
export function compareLines({ table }: TableInput, composition: Composition): ComparedLines {
  const sumAt = createScaledSumAt(composition);
  const lines: number[] = [];
  const differences = new Map<number, Decimal>();
  table.rows.forEach(({ kind }, i) => {
    if (kind === "group") return;
    const rest = (composition.whole.scaled[i] ?? NaN) - sumAt(i);
    const difference = Number.isNaN(rest) ? exactDifference(composition, i) : rest === 0 ? ZERO : fromScaled(rest);
    if (difference === null) return;
    lines.push(i);
    if (!difference.isZero()) differences.set(i, difference);
  });
  return { lines, differences };
}

/** The quick way for ordinary amounts: NaN where a term is no such amount, or none of them holds any. */
function createScaledSumAt({ terms }: Composition): (i: number) => number {
  const isOrdinary = terms.every(({ column }) => column.exact.size === 0 && column.unreadable.size === 0);
  if (!isOrdinary) return () => NaN;
  return (i) => {
    let sum = NaN;
    for (const { column: { scaled }, sign } of terms) {
      const amount = scaled[i] ?? NaN;
      if (!Number.isNaN(amount)) sum = (Number.isNaN(sum) ? 0 : sum) + sign * amount;
    }
    return Number.isSafeInteger(sum) ? sum : NaN;
  };
}

/** null where a side is not known. */
function exactDifference({ whole, terms }: Composition, i: number): Decimal | null {
  const figure = figureIn(whole, i);
  if (typeof figure === "string") return null;
  let rest = figure;
  let isBlank = true;
  for (const { column, sign } of terms) {
    const term = figureIn(column, i);
    if (term === "unreadable") return null;
    if (term === "blank") continue;
    isBlank = false;
    rest = sign < 0 ? rest.plus(term) : rest.minus(term);
  }
  return isBlank ? null : rest;
}

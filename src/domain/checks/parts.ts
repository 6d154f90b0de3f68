/** Amounts that are made up of others in the same line: 合计 of 基本支出 and 项目支出, 调整后预算 of 年初预算 and its changes. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { figureIn, type AmountColumn } from "../execution/columns";
import { AMOUNT_ROLES, type Role, type TableColumn } from "../table";
import type { TableInput } from "./input";

/** whole = Σ sign · term, in every line. All are in one unit. */
export interface Composition {
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
    if (!isPart(column) || next === undefined || !isPart(next) || column.role === next.role || isSecondOfPair(money, k)) return [];
    const whole = money.slice(0, k).findLast((other) => !isPart(other)) ?? money.slice(k + 2).find((other) => !isPart(other));
    return whole === undefined ? [] : compose(input, whole, [[column, 1], [next, 1]]);
  });
}

/** 基本 | 项目 | 基本 | 项目 are two pairs, not three. */
function isSecondOfPair(money: readonly TableColumn[], k: number): boolean {
  let start = k;
  while (start > 0 && (money[start - 1]?.role === "basic" || money[start - 1]?.role === "project")) start--;
  return (k - start) % 2 === 1;
}

/** 调整后预算 = 年初预算 + 调增 − 调减 + 指标调整, where the table has both budgets and any change. */
export function adjustments(input: TableInput): Composition[] {
  const columnOf = (role: Role): TableColumn | undefined => input.table.columns.find((column) => column.role === role);
  const [original, adjusted] = [columnOf("original-budget"), columnOf("adjusted-budget")];
  const changes = (["increase", "decrease", "quota-change"] as const).flatMap((role): [TableColumn, 1 | -1][] => {
    const column = columnOf(role);
    return column === undefined ? [] : [[column, role === "decrease" && !isSignedDecrease(input, column) ? -1 : 1]];
  });
  return original === undefined || adjusted === undefined || changes.length === 0 ? [] : compose(input, adjusted, [[original, 1], ...changes]);
}

/** 调减 printed with its minus sign: no amount of it is positive. */
function isSignedDecrease(input: TableInput, { column }: TableColumn): boolean {
  const amounts = input.amounts().get(column);
  if (amounts === undefined) return false;
  const isNegative = amounts.scaled.some((scaled) => scaled < 0) || [...amounts.exact.values()].some((exact) => exact.isNegative());
  return isNegative && !amounts.scaled.some((scaled) => scaled > 0) && ![...amounts.exact.values()].some((exact) => exact.gt(0));
}

function compose(input: TableInput, whole: TableColumn, terms: readonly (readonly [TableColumn, 1 | -1])[]): Composition[] {
  const amounts = input.amounts();
  const column = amounts.get(whole.column);
  const read = terms.flatMap(([term, sign]) => {
    const of = amounts.get(term.column);
    return of === undefined ? [] : [{ column: of, sign }];
  });
  if (column === undefined || read.length < terms.length || read.some((term) => term.column.unit !== column.unit)) return [];
  return [{ whole: column, terms: read }];
}

export interface Comparison {
  readonly i: number;
  readonly whole: Decimal;
  readonly sum: Decimal;
}

/**
 * Lines where both sides are known: the whole holds an amount, no term is unreadable and one at least holds an
 * amount; blank terms count as nothing.
 */
export function compareLines({ table }: TableInput, composition: Composition): Comparison[] {
  const compared: Comparison[] = [];
  table.rows.forEach(({ kind }, i) => {
    if (kind === "group") return;
    const whole = figureIn(composition.whole, i);
    const sum = typeof whole === "string" ? null : sumOfTerms(composition, i);
    if (typeof whole !== "string" && sum !== null) compared.push({ i, whole, sum });
  });
  return compared;
}

function sumOfTerms({ terms }: Composition, i: number): Decimal | null {
  let sum = ZERO;
  let isBlank = true;
  for (const { column, sign } of terms) {
    const figure = figureIn(column, i);
    if (figure === "unreadable") return null;
    if (figure === "blank") continue;
    isBlank = false;
    sum = sign < 0 ? sum.minus(figure) : sum.plus(figure);
  }
  return isBlank ? null : sum;
}

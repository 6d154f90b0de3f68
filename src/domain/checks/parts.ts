/** Amounts that are made up of others in the same line: 合计 of 基本支出 and 项目支出, 调整后预算 of 年初预算 and its changes. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { figureIn, type AmountColumn } from "../execution/columns";
import { areInOneUnit } from "../execution/differing-units";
import { fromScaled } from "../execution/scaled";
import { AMOUNT_ROLES, CHANGE_ROLES, type Role, type TableColumn } from "../table";
import { cellAt, type TableInput } from "./input";

/** whole = Σ sign · term, in every line. All are in one unit. */
export interface Composition {
  /** Whether its lines, once compared, show that the columns are put together so; else nothing is said of it. */
  readonly isBorneOut: (compared: ComparedLines) => boolean;
  readonly whole: AmountColumn;
  readonly terms: readonly { readonly column: AmountColumn; readonly sign: 1 | -1 }[];
  /** A line in which this is blank says nothing; else what is blank adds nothing. */
  readonly needed?: AmountColumn;
}

export type BearsOut = (compared: ComparedLines, terms: Composition["terms"]) => boolean;

/** Where headers say so (其中), or the terms leave no doubt: any of more than a few lines. */
export const bearsOutStated: BearsOut = ({ lines, differences }) => differences.size < lines.length || lines.length <= FEW_LINES;

/** Where nothing says so: at least half of the lines. */
const bearsOutLikely = ({ lines, differences }: ComparedLines): boolean => differences.size * 2 <= lines.length;

const FEW_LINES = 3;

/**
 * 基本支出 and 项目支出 and the amount they are parts of, as headings over them tell; else the nearest one to their left,
 * as under 其中, else the nearest to their right; but one that is called their total (合计) before one that is not.
 */
export function partGroups(input: TableInput): Composition[] {
  const told = (["original-budget", "adjusted-budget", "expenditure"] as const).flatMap((role): Composition[] => {
    const whole = input.table.columns.find((column) => column.role === role);
    const [first, second, ...others] = input.table.columns.filter((column) => isPart(column) && column.partOf === role && column.header.length > 1);
    return whole === undefined || first === undefined || second === undefined || others.length > 0 ? [] : group(input, whole, [first, second], isCalledTotalOf(whole, [first, second]));
  });
  const settled = new Set(told.flatMap(({ terms }) => terms.map(({ column }) => column.column)));
  return [...told, ...nearestGroups(input, (column) => settled.has(column))];
}

function isPart(column: TableColumn | undefined): boolean {
  return column?.role === "basic" || column?.role === "project";
}

function nearestGroups(input: TableInput, isSettled: (column: TableColumn) => boolean): Composition[] {
  const money = input.table.columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role));
  return money.flatMap((column, k): Composition[] => {
    const next = money[k + 1];
    if (!isPart(column) || next === undefined || !isPart(next) || column.role === next.role || isSettled(column)) return [];
    const wholes = [money.slice(0, k).findLast((other) => !isPart(other)), money.slice(k + 2).find((other) => !isPart(other))].filter((other) => other !== undefined);
    const totals = wholes.filter((whole) => isCalledTotalOf(whole, [column, next]));
    const whole = totals.length === 1 ? totals[0] : wholes[0];
    return whole === undefined ? [] : group(input, whole, [column, next], totals.length === 1);
  });
}

function group(input: TableInput, whole: TableColumn, [first, second]: readonly [TableColumn, TableColumn], isCalledTotal: boolean): Composition[] {
  const isStated = isCalledTotal || isOfWhich(first, second);
  const others = furtherParts(input, [whole, first, second]);
  const two = compose(input, whole, [[first, 1], [second, 1]], isStated && others.length === 0 ? bearsOutStated : bearsOutLikely);
  const amounts = input.otherAmounts();
  const further = others.flatMap(({ column }) => amounts.get(column) ?? []);
  return two.map((composition) => {
    if (further.length === 0 || further.some((column) => !areInOneUnit(column, composition.whole))) return composition;
    const terms = [...composition.terms, ...further.map((column) => ({ column, sign: 1 as const }))];
    const all: Composition = { whole: composition.whole, terms, isBorneOut: bearsOutLikely };
    return failing(input, all) < failing(input, composition) ? all : composition;
  });
}

function failing(input: TableInput, composition: Composition): number {
  return compareLines(input, composition).differences.size;
}

const OF_WHICH = /其中|of which|including/iu;
const TOTAL = /(?:合计|总计|小计|总额)$|^(?:grand )?total\b|\btotal$/iu;

/** 其中 over both, or before the first of two neighbours: 其中：基本支出 | 项目支出. */
function isOfWhich(first: TableColumn, second: TableColumn): boolean {
  const isSaid = ({ header }: TableColumn): boolean => header.some((text) => OF_WHICH.test(text));
  return isSaid(first) && (isSaid(second) || second.column === first.column + 1);
}

/** 合计 | 基本支出 | 项目支出, or the total behind them: side by side under one heading. */
function isCalledTotalOf(whole: TableColumn, parts: readonly [TableColumn, TableColumn]): boolean {
  const [first, second] = parts;
  const isBeside = second.column === first.column + 1 && (whole.column === first.column - 1 || whole.column === second.column + 1);
  return isBeside && isCalledTotal(whole.header) && parts.every((part) => headingOf(part) === headingOf(whole));
}

export function isCalledTotal(header: readonly string[]): boolean {
  return TOTAL.test((header.at(-1) ?? "").normalize("NFKC").replace(/\([^)]*\)$/u, "").trim());
}

/** What stands above a column's own name. */
function headingOf({ header }: TableColumn): string {
  return header.filter((text) => text !== header.at(-1)).join("\n");
}

/** The figures without a role that stand right beside them under one heading: 上缴上级支出 and 经营支出 may be further parts. */
function furtherParts({ table, sheet }: TableInput, group: readonly TableColumn[]): readonly TableColumn[] {
  const columns = group.map(({ column }) => column);
  const mayBePart = (other: TableColumn): boolean => other.role === null && group.some((one) => headingOf(one) === headingOf(other)) && table.rows.some(({ row }) => typeof cellAt({ sheet }, row, other.column) === "number");
  const run = (from: number, step: 1 | -1): readonly TableColumn[] => {
    const next = table.columns.find(({ column }) => column === from);
    return next === undefined || !mayBePart(next) ? [] : [next, ...run(from + step, step)];
  };
  return [...run(Math.min(...columns) - 1, -1), ...run(Math.max(...columns) + 1, 1)];
}

/**
 * 调整后预算 = 年初预算 + 调增 − 调减 + 指标调整, where the table has both budgets and any change. 上年结转 counts too where
 * more lines hold with it: many original budgets contain it already.
 */
export function adjustments(input: TableInput): Composition[] {
  const { without, withCarried, hasChanges } = adjustedSums(input);
  if (!hasChanges || without === null) return [];
  return [withCarried !== null && failing(input, withCarried) < failing(input, without) ? withCarried : without];
}

/**
 * By index of the rows what of their adjusted budgets was carried over from last year, and changed nothing. At least half of
 * the lines must show that adjusted budgets hold it besides the original ones; a line that is made up without it has none.
 */
export function carriedInAdjusted(input: TableInput): ReadonlyMap<number, Decimal> {
  const carried = new Map<number, Decimal>();
  const { without, withCarried } = adjustedSums(input);
  const column = withCarried?.terms[1]?.column;
  if (without === null || withCarried === null || column === undefined) return carried;
  const [apart, held] = [compareLines(input, without), compareLines(input, withCarried)];
  if (held.differences.size >= apart.differences.size || !bearsOutLikely(held)) return carried;
  for (const i of apart.differences.keys()) {
    const figure = figureIn(column, i);
    if (typeof figure !== "string" && !figure.isZero()) carried.set(i, figure);
  }
  return carried;
}

interface AdjustedSums {
  readonly hasChanges: boolean;
  /** The original budget with its changes. */
  readonly without: Composition | null;
  /** The same with what was carried over, which is its second term. */
  readonly withCarried: Composition | null;
}

/** What the adjusted budget may be made up of. */
function adjustedSums(input: TableInput): AdjustedSums {
  const columnOf = (role: Role): TableColumn | undefined => input.table.columns.find((column) => column.role === role);
  const [original, adjusted, carried] = [columnOf("original-budget"), columnOf("adjusted-budget"), columnOf("carried-over")];
  const changes = CHANGE_ROLES.flatMap((role) => input.table.columns.filter((column) => column.role === role)
    .map((column): [TableColumn, 1 | -1] => [column, role === "decrease" && !isSignedDecrease(input, column) ? -1 : 1]));
  // A column of increases alone may have its decreases elsewhere.
  const bearsOut = changes.length > 1 || changes.some(([{ role }]) => role === "quota-change") ? bearsOutStated : bearsOutLikely;
  const sum = (...terms: readonly (TableColumn | undefined)[]): Composition | null => {
    const known = terms.filter((term) => term !== undefined);
    const isKnown = adjusted !== undefined && known.length === terms.length;
    return isKnown ? (compose(input, adjusted, [...known.map((term) => [term, 1] as const), ...changes], bearsOut)[0] ?? null) : null;
  };
  return { hasChanges: changes.length > 0, without: sum(original), withCarried: sum(original, carried) };
}

/** 调减 printed with its minus sign: no amount of it is positive. */
function isSignedDecrease(input: TableInput, { column }: TableColumn): boolean {
  const amounts = input.amounts().get(column);
  if (amounts === undefined) return false;
  const isNegative = amounts.scaled.some((scaled) => scaled < 0) || [...amounts.exact.values()].some((exact) => exact.isNegative());
  return isNegative && !amounts.scaled.some((scaled) => scaled > 0) && ![...amounts.exact.values()].some((exact) => exact.gt(0));
}

/** None where a column is not read, or not all are in one unit. */
export function compose(input: TableInput, whole: TableColumn, terms: readonly (readonly [TableColumn, 1 | -1])[], bearsOut: BearsOut): Composition[] {
  const amounts = input.amounts();
  const column = amounts.get(whole.column);
  const read = terms.flatMap(([term, sign]) => {
    const of = amounts.get(term.column);
    return of === undefined ? [] : [{ column: of, sign }];
  });
  if (column === undefined || read.length < terms.length || read.some((term) => !areInOneUnit(term.column, column))) return [];
  return [{ isBorneOut: (compared) => bearsOut(compared, read), whole: column, terms: read }];
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
    if (kind === "group" || (composition.needed !== undefined && figureIn(composition.needed, i) === "blank")) return;
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

/**
 * Sums and differences that the figures prove, whatever the headers say: 变动后预算 = 年初 + 上级补助 + 本级调整, 合计 =
 * 办公费 + 印刷费 + 差旅费, Variance = Budget − Actual. All lines but one at most must hold, and several of them tell.
 */

import { consecutive } from "../../workbook/address";
import type { AmountColumn } from "../execution/columns";
import { cellAt, type TableInput } from "./input";
import { mayHold, mayMiss } from "./most-lines";
import { numericColumns } from "./numeric-columns";
import { adjustments, compareLines, partGroups, type ComparedLines, type Composition } from "./parts";
import { periodSums } from "./period-sums";

/** Lines that hold though they could fail. */
const FEWEST_TELLING = 3;
/** Columns of a sum; more are a matrix, whose sums are those of a run all the same. */
const MOST_TERMS = 16;
/** How far left of it the two terms of a difference may stand. */
const REACH = 6;

type Terms = Composition["terms"];

/** But those that other checks make. */
export function provenSums(input: TableInput): readonly Composition[] {
  const columns = numericColumns(input);
  const known = [...partGroups(input), ...periodSums(input), ...input.balances(), ...adjustments(input)];
  const related = new Set(known.map(keyOf));
  return columns.flatMap((whole, at) => [...runsBeside(columns, at), ...differencesBefore(columns, at)].flatMap((terms): readonly Composition[] => {
    const composition: Composition = { whole, terms, isBorneOut: (compared) => isProven(input, composition, compared) };
    const isNew = terms.every(({ column }) => column.unit === whole.unit) && !related.has(keyOf(composition));
    if (!isNew || !isLikely(input, composition) || !isProven(input, composition, compareLines(input, composition))) return [];
    related.add(keyOf(composition));
    return [composition];
  }));
}

/** 结转 = 预算 − 支出 is 预算 = 支出 + 结转. */
function keyOf({ whole, terms }: Composition): string {
  return [whole, ...terms.map(({ column }) => column)].map(({ column }) => column.column).sort((a, b) => a - b).join(" ");
}

/** The neighbours right before it, or right behind it, that it may be the sum of. */
function runsBeside(columns: readonly AmountColumn[], at: number): readonly Terms[] {
  const added = (run: readonly AmountColumn[]): Terms => run.map((column) => ({ column, sign: 1 }));
  const lengths = Array.from({ length: MOST_TERMS - 1 }, (_, k) => k + 2);
  return lengths.flatMap((length) => [columns.slice(Math.max(0, at - length), at), columns.slice(at + 1, at + 1 + length)]
    .filter((run) => run.length === length && consecutive(run.map(({ column }) => column.column)).length === 1).map(added));
}

/** Of two columns before it, either way round. */
function differencesBefore(columns: readonly AmountColumn[], at: number): readonly Terms[] {
  const before = columns.slice(Math.max(0, at - REACH), at);
  return before.flatMap((plus) => before.filter((minus) => minus !== plus).map((minus): Terms => [{ column: plus, sign: 1 }, { column: minus, sign: -1 }]));
}

function isLikely({ table }: TableInput, { whole, terms }: Composition): boolean {
  return mayHold(table.rows.length, (i) => {
    const difference = (whole.scaled[i] ?? NaN) - terms.reduce((all, { column, sign }) => all + sign * (column.scaled[i] ?? NaN), 0);
    return Number.isNaN(difference) ? null : difference === 0;
  });
}

function isProven(input: TableInput, composition: Composition, { lines, differences }: ComparedLines): boolean {
  const { whole, terms } = composition;
  if (!mayMiss(differences.size, lines.length)) return false;
  const told = new Set<number>();
  for (const i of lines) {
    if (told.size === FEWEST_TELLING) break;
    if (!differences.has(i) && !isZero(whole, i) && terms.filter(({ column }) => !isZero(column, i)).length > 1) told.add(whole.scaled[i] ?? NaN);
  }
  return told.size === FEWEST_TELLING && ![...differences.keys()].some((i) => isExplained(input, composition, i, differences.get(i)));
}

function isZero({ scaled, exact }: AmountColumn, i: number): boolean {
  const ten4ths = scaled[i] ?? NaN;
  return Number.isNaN(ten4ths) ? exact.get(i)?.isZero() !== false : ten4ths === 0;
}

/** Another column holds just what is missing: it is a further term. */
function isExplained(input: TableInput, { whole, terms }: Composition, i: number, difference: ReturnType<ComparedLines["differences"]["get"]>): boolean {
  const own = new Set([whole, ...terms.map(({ column }) => column)].map(({ column }) => column.column));
  return difference !== undefined && input.table.columns.some(({ column }) => {
    const value = own.has(column) ? "" : cellAt(input, input.table.rows[i]?.row ?? 0, column);
    return typeof value === "number" && Number.isFinite(value) && value !== 0 && difference.abs().eq(Math.abs(value));
  });
}

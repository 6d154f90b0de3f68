/**
 * Sums and differences that the figures prove, whatever the headers say: 变动后预算 = 年初 + 上级补助 + 本级调整, 合计 =
 * 办公费 + 印刷费 + 差旅费, Variance = Budget − Actual, 年末结转 = 年初结转 + 收入 − 支出. All lines but one at most must hold, and
 * several of them tell. Totals that only carry on what that one gets wrong do not count where a header says that it is
 * a sum or what is left: else a budget of which all lines but one are spent would be the sum of what was.
 */

import { consecutive } from "../../workbook/address";
import { headerOf } from "../execution/basis";
import type { AmountColumn } from "../execution/columns";
import { isCarriedOver, isLeftOver } from "../recognise/headers/text";
import { monthsOf } from "../table";
import { cellAt, type TableInput } from "./input";
import { mayHold, mayMiss } from "./most-lines";
import { numericColumns } from "./numeric-columns";
import { ownMisses } from "./own-misses";
import { adjustments, compareLines, isCalledTotal, partGroups, type ComparedLines, type Composition } from "./parts";
import { periodSums } from "./period-sums";

/** Lines that hold though they could fail; fewer where headers say that one is carried over and the other left. */
const FEWEST_TELLING = 3;
const FEWEST_CARRYING = 2;
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
  return columns.flatMap((column, at) => [...runsBeside(columns, at), ...differencesBefore(columns, at), ...carriedBefore(columns, at)].flatMap((of): readonly Composition[] => {
    const { whole, terms } = solvedForRest(column, of);
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

/** 年初结转 | 收入 | 支出 before 年末结转. */
function carriedBefore(columns: readonly AmountColumn[], at: number): readonly Terms[] {
  const [opening, added, taken, closing] = columns.slice(Math.max(0, at - 3), at + 1);
  if (opening === undefined || added === undefined || taken === undefined || closing === undefined || !isCarriedOn(closing, opening)) return [];
  return [[{ column: opening, sign: 1 }, { column: added, sign: 1 }, { column: taken, sign: -1 }]];
}

function isCarriedOn(closing: AmountColumn, opening: AmountColumn | undefined): boolean {
  return opening !== undefined && isRest(closing) && isCarriedOver(headerOf(opening.column));
}

/** 指标 = 冻结 + 已用 + 可用余额 is about the 余额, 采购预算 = 合同金额 + 节约金额 about what was saved: what is left is what is calculated. */
function solvedForRest(whole: AmountColumn, terms: Terms): { readonly whole: AmountColumn; readonly terms: Terms } {
  const [rest, another] = terms.filter(({ column }) => isRest(column));
  if (rest === undefined || another !== undefined || rest.sign < 0 || isRest(whole)) return { whole, terms };
  return { whole: rest.column, terms: [{ column: whole, sign: 1 }, ...terms.filter((term) => term !== rest).map(({ column, sign }) => ({ column, sign: sign === 1 ? -1 as const : 1 as const }))] };
}

const SAVED = /^节[约余支]|\bsavings?\b/iu;

function isRest({ column }: AmountColumn): boolean {
  return isLeftOver(headerOf(column)) || SAVED.test(headerOf(column));
}

function isLikely({ table }: TableInput, { whole, terms }: Composition): boolean {
  return mayHold(table.rows.length, (i) => {
    if (table.rows[i]?.kind !== "body") return null;
    const difference = (whole.scaled[i] ?? NaN) - terms.reduce((all, { column, sign }) => all + sign * (column.scaled[i] ?? NaN), 0);
    return Number.isNaN(difference) ? null : difference === 0;
  });
}

function isProven(input: TableInput, composition: Composition, { lines, differences }: ComparedLines): boolean {
  const { whole, terms } = composition;
  if (!mayMiss(isCalculated(composition) ? ownMisses(input, differences) : differences.size, lines.length)) return false;
  const fewest = isCarriedOn(whole, terms[0]?.column) ? FEWEST_CARRYING : FEWEST_TELLING;
  const told = new Set<number>();
  for (const i of lines) {
    if (told.size === fewest) break;
    if (!differences.has(i) && !isZero(whole, i) && terms.filter(({ column }) => !isZero(column, i)).length > 1) told.add(whole.scaled[i] ?? NaN);
  }
  return told.size === fewest && ![...differences.keys()].some((i) => isExplained(input, composition, i, differences.get(i)));
}

/** 小计, 可用余额, and not a budget beside what was spent of it. */
function isCalculated({ whole, terms }: Composition): boolean {
  const { role, header } = whole.column;
  if (role === "original-budget" || role === "adjusted-budget") return !terms.some(({ column: { column: { role: of } } }) => of === "expenditure" || (of !== null && monthsOf(of) !== null)) && isCalledTotal(header);
  return isRest(whole) || isCalledTotal(header);
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

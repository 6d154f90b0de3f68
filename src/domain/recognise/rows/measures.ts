/** 年初预算, 支出, 执行率 as lines: key figures of one and the same money, which no sum of lines adds up. */

import { isMoney } from "../columns/candidate";
import { DIALECTS } from "../dialects/dialect";
import { isOfWhich } from "./labels";
import { bareLabel, sideCalled, type HeaderReader } from "../headers/text";
import { isAmount, type TableColumn, type TableRow } from "../../table";
import { KIND, type Grid } from "../grid";
import { because } from "../reason";

/** Lines that are looked at; key figures are few, and told of many things they repeat. */
const SAMPLE = 200;
/** Names that merely contain the words of a measure are longer. */
const LONGEST_MEASURE = 24;

type Measure = "original" | "adjusted" | "change" | "spent" | "rate" | "rest" | "income";
/**
 * What a line is called: a measure; what may be one, or a line of its own (财政拨款); what stands under measures and lines
 * alike (其中：基本支出); or a line.
 */
type Called = Measure | "maybe" | "either" | "line" | null;

/**
 * Whether the lines are measures, in their names or in another column of texts before the amounts (项目 | 指标 | 金额).
 * Not where the columns tell budget and spending themselves: then each line has its own, whatever it is called.
 */
export function areMeasures(grid: Grid, lines: readonly number[], rows: readonly TableRow[], columns: readonly TableColumn[], read: HeaderReader): boolean {
  if (tellsBudgetAndSpending(columns) || hasLinesOfBothSides(rows)) return false;
  const called = createCalled(read);
  const first = rows.slice(0, SAMPLE);
  if (arePairs(first.map(({ name }) => name)) || areOfOneMoney(first.map(({ name, kind }) => (kind === "of-which" ? "either" : called(name))), true)) return true;
  const firstAmount = columns.find(isAmount)?.column ?? 0;
  const sample = lines.slice(0, SAMPLE);
  return columns.some(({ column, role }) => column < firstAmount && role !== "reason" && role !== "status"
    && areOfOneMoney(sample.map((row) => (grid.kind(row, column) === KIND.text ? called(grid.text(row, column)) : null)), false));
}

/** 一、收入 … 收入合计 and 二、支出 … 支出合计 head and close lines of their own. */
function hasLinesOfBothSides(rows: readonly TableRow[]): boolean {
  const hasLines = (isOfSide: (row: TableRow) => boolean): boolean => rows.some((row) => row.kind === "body" && isOfSide(row)) && rows.some((row) => row.kind === "total" && isOfSide(row));
  return hasLines(({ isIncome }) => isIncome === true) && hasLines(({ isIncome, isBalance }) => isIncome !== true && isBalance !== true);
}

/** Takes what would be added up; what a person chose stays. */
export function leaveMeasures(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.map((column): TableColumn => {
    if (!isAmount(column) && column.role !== "rate" && column.role !== "share") return column;
    const { column: at, header } = column;
    return { column: at, header, role: null, unit: null, confidence: "unknown", reason: because("lines-are-measures", { header: header.join(" ") }) };
  });
}

/** By their own headers. */
function tellsBudgetAndSpending(columns: readonly TableColumn[]): boolean {
  const isTold = ({ reason: { code } }: TableColumn): boolean => code !== "amount-by-context";
  return columns.some((column) => isTold(column) && (column.role === "original-budget" || column.role === "adjusted-budget"))
    && columns.some((column) => isTold(column) && column.role === "expenditure");
}

/**
 * Two measures of the same money, and the lines begin with one or are mostly such. A budget and what was added to it make up
 * the adjusted one, so they are lines beside others; as names of all lines they are key figures. `areNames`: another column may
 * sort the lines by them.
 */
function areOfOneMoney(called: readonly Called[], areNames: boolean): boolean {
  const told: readonly Called[] = called.filter((one) => one !== null && one !== "either");
  // A rate is never a line, so what stands beside it is what it is of.
  const hasRate = told.includes("rate");
  const isMeasure = (one: Called): boolean => one !== "line" && (one !== "maybe" || hasRate);
  const measures = told.filter(isMeasure);
  const [first = null] = told;
  if (measures.length === 0 || (!isMeasure(first) && measures.length * 2 < told.length)) return false;
  const has = (...some: readonly Called[]): boolean => some.every((one) => measures.includes(one));
  const hasBudget = has("original") || has("adjusted");
  if ((hasBudget && has("spent")) || (has("rate") && measures.some((one) => one !== "rate"))) return true;
  return areNames && (has("original", "adjusted") || (hasBudget && has("rest")) || has("income", "spent") || (hasBudget && has("change") && measures.length === told.length));
}

/** 财政拨款预算 and 财政拨款支出, 养老预算 and 养老支出: budget and spending of the same, each a line. */
function arePairs(names: readonly string[]): boolean {
  const [budgets, spendings] = [new Set<string>(), new Set<string>()];
  const stems = names.flatMap((name) => {
    const stem = name.length > LONGEST_MEASURE ? null : stemOf(bareLabel(name));
    if (stem !== null) (stem.isBudget ? budgets : spendings).add(stem.of);
    return stem?.of ?? [];
  });
  return stems.filter((stem) => budgets.has(stem) && spendings.has(stem)).length * 2 > names.length;
}

function stemOf(label: string): { readonly of: string; readonly isBudget: boolean } | null {
  for (const { measured } of DIALECTS) {
    const { budget = null, spent = null } = measured.exec(label)?.groups ?? {};
    if (budget !== null || spent !== null) return { of: budget ?? spent ?? "", isBudget: budget !== null };
  }
  return null;
}

function createCalled(read: HeaderReader): (name: string) => Called {
  return (name) => {
    if (name === "") return null;
    if (name.length > LONGEST_MEASURE) return "line";
    if (isOfWhich(name)) return "either";
    if (isIncome(name)) return "income";
    const found = read(name);
    if (found === null) return "line";
    const { meaning, confidence } = found;
    if (meaning === "rate") return "rate";
    if (meaning === "original-budget") return confidence === "sure" || isPlainBudget(name) ? "original" : "maybe";
    if (confidence === "sure") {
      if (meaning === "adjusted-budget") return "adjusted";
      if (meaning === "increase" || meaning === "decrease" || meaning === "quota-change") return "change";
      if (meaning === "expenditure") return "spent";
    }
    if (meaning === "expenditure") return "maybe";
    if (meaning === "other" || meaning === "budget-of-now" || meaning === "spending-of-now" || meaning === "rate-of-now") return isRest(name) ? "rest" : "either";
    return isMoney(meaning) || meaning === "amount" || meaning === "ratio" || meaning === "share" || meaning === "of-which" ? "either" : "line";
  };
}

/** 预算数; but no 财政拨款 or 项目经费, which are lines. */
function isPlainBudget(name: string): boolean {
  const bare = bareLabel(name);
  return DIALECTS.some(({ plainBudget }) => plainBudget.test(bare));
}

function isRest(name: string): boolean {
  const bare = bareLabel(name);
  return DIALECTS.some(({ rest }) => rest.test(bare));
}

function isIncome(name: string): boolean {
  return sideCalled(name) === "income";
}

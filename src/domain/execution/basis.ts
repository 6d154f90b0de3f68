/** Which columns a rate divides, and in which unit they meet. */

import type { Unit } from "../amounts/unit";
import { DIALECTS } from "../recognise/dialects/dialect";
import { createHeaderReader, endsAsRate, tidy } from "../recognise/headers/text";
import { columnOf, isChangeRole, monthsOf, type BudgetTable, type Reason, type Role, type TableColumn } from "../table";
import type { Basis } from "./result";

/** A figure of every line: a column, or several added and subtracted. */
export interface Measure {
  readonly terms: readonly { readonly column: TableColumn; readonly sign: 1 | -1 }[];
  readonly reason: Reason;
}

export interface BudgetMeasure extends Measure {
  readonly basis: Basis;
}

/**
 * The budget column for the chosen basis, or the other one where it is missing.
 *
 * Without a column of the adjusted budget it is computed as original + increase − decrease + quota change,
 * as the Ministry's forms define it, if any of the changes has a column. 基本支出 and 项目支出 are added up only
 * where their headers say of which amount they are the parts, and no column prints that.
 */
export function budgetMeasure(table: BudgetTable, basis: Basis): BudgetMeasure | null {
  const original = amountOf(table, "original-budget");
  const adjusted = amountOf(table, "adjusted-budget");
  if (basis === "original") {
    if (original !== null) return { ...measured(original, "budget-original"), basis };
    return adjusted === null ? null : { ...measured(adjusted, "budget-only-adjusted"), basis: "adjusted" };
  }
  if (adjusted !== null) return { ...measured(adjusted, "budget-adjusted"), basis };
  if (original === null) return null;
  const changes = CHANGES.flatMap(({ role, sign }) => (amountOf(table, role) ?? []).map((column) => ({ column, sign })));
  if (changes.length === 0) return { ...measured(original, "budget-only-original"), basis: "original" };
  const terms = [...original.map((column) => ({ column, sign: 1 as const })), ...changes];
  return { terms, reason: { code: "budget-computed", values: { columns: terms.map(({ column, sign }) => (sign < 0 ? "− " : "+ ") + headerOf(column)).join(" ").slice(2) } }, basis };
}

/** The budget on the other basis than that of the rates, where a rate column of `table` names it; null where nothing asks for it or `budgets`, the table it stands in, has none. */
export function otherBudgetMeasure(table: BudgetTable, budgets: BudgetTable, basis: Basis): BudgetMeasure | null {
  const other = basis === "original" ? "adjusted" : "original";
  if (!table.columns.some(({ role, ofBudget }) => role === "rate" && ofBudget === `${other}-budget`)) return null;
  const measure = budgetMeasure(budgets, other);
  return measure?.basis === other ? measure : null;
}

const CHANGES: readonly { readonly role: Role; readonly sign: 1 | -1 }[] = [
  { role: "increase", sign: 1 },
  { role: "decrease", sign: -1 },
  { role: "quota-change", sign: 1 },
];

/**
 * The expenditure column; where there is none, the months, quarters and halves of the year added up as far as the
 * cut-off date (each column holds its own period alone). Of periods that overlap those count that reach furthest, the shortest first.
 */
export function expenditureMeasure(table: BudgetTable): Measure | null {
  const expenditure = amountOf(table, "expenditure");
  if (expenditure !== null) return measured(expenditure, "expenditure-column");
  const periods = inTurn(table.columns);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { terms: periods.map((column) => ({ column, sign: 1 })), reason: { code: "expenditure-months", values: { first: headerOf(first), last: headerOf(last) } } };
}

/** Of the columns of periods up to the cut-off date those that follow on each other and count most months. */
function inTurn(columns: readonly TableColumn[]): readonly TableColumn[] {
  const periods = columns.flatMap((column) => {
    const months = column.role === null || column.isAfterCutOff === true ? null : monthsOf(column.role);
    return months === null ? [] : [{ column, ...months }];
  });
  let best: { readonly months: number; readonly columns: readonly TableColumn[] }[] = [{ months: 0, columns: [] }];
  for (let from = 12; from >= 1; from--) {
    // `best[0]` is from the next month on.
    const starting = periods.filter((period) => period.from === from).map(({ column, to }) => {
      const rest = best[to - from] ?? { months: 0, columns: [] };
      return { months: to - from + 1 + rest.months, columns: [column, ...rest.columns] };
    });
    const furthest = [...starting, ...best.slice(0, 1)].reduce((a, b) => (b.months > a.months || (b.months === a.months && b.columns.length > a.columns.length) ? b : a));
    best = [furthest, ...best];
  }
  return best[0]?.columns ?? [];
}

/** The column of an amount, all columns of a change, else those of its parts where none prints it; null where neither is there. */
export function amountOf(table: BudgetTable, role: Role): readonly TableColumn[] | null {
  if (isChangeRole(role)) return table.columns.filter((column) => column.role === role);
  const column = columnOf(table, role);
  if (column !== null) return [column];
  const parts = table.columns.filter(({ partOf }) => partOf === role);
  return parts.length === 0 ? null : parts;
}

function measured(columns: readonly TableColumn[], code: string): Measure {
  return { terms: columns.map((column) => ({ column, sign: 1 })), reason: { code, values: { column: columns.map(headerOf).join(" + ") } } };
}

/** A column's own heading: the lowest text of its header. */
export function headerOf(column: TableColumn): string {
  return column.header.findLast((text) => text.trim() !== "")?.trim() ?? "";
}

/** The unit in which figures of several columns meet. */
export type CommonUnit =
  | { readonly ok: true; readonly unit: Unit }
  /** All unknown: inside one table that is still one and the same unit. */
  | { readonly ok: true; readonly unit: null }
  /** Some known and some not: putting them together would be a guess by a factor of 10,000. */
  | { readonly ok: false };

/** Each column with the unit of the table it stands in. */
export function commonUnit(preferred: Unit | null, columns: readonly { readonly own: Unit | null; readonly table: Unit | null }[]): CommonUnit {
  const units = columns.map(({ own, table }) => own ?? table);
  const known = units.filter((unit) => unit !== null);
  if (known.length === 0) return { ok: true, unit: null };
  const [first] = known;
  return known.length < units.length || first === undefined ? { ok: false } : { ok: true, unit: preferred ?? first };
}

/** Whether all its amounts came in, and none was spent. */
export function isOfIncome(table: BudgetTable): boolean {
  return expenditureMeasure(table) === null && table.columns.some(({ reason }) => reason.code === "income");
}

/** Columns that may each be the budget, or the spending, by their headers, where none of them counts: 基本支出预算 | 项目支出预算, 1月 | 2月 each over 预算. Empty where there are not several. */
export function mayBeSide(table: BudgetTable, side: Side): readonly TableColumn[] {
  const sideOf = createSideReader();
  const isLeft = ({ role, reason }: TableColumn): boolean => (role === null || role === "basic" || role === "project") && !NOT_ASKED.has(reason.code);
  // The lowest text that tells a side is the one that counts; 财政拨款 is a source of either.
  const tells = ({ header }: TableColumn): boolean => !endsAsRate(header.at(-1) ?? "") && header.filter((text) => header.length === 1 || !isHandedOut(text)).map(sideOf).findLast((told) => told !== null) === side;
  const columns = table.columns.filter((column) => isLeft(column) && tells(column));
  return columns.length > 1 ? columns : [];
}

type Side = "budget" | "expenditure";

const NOT_ASKED: ReadonlySet<string> = new Set(["income", "other-year", "lines-are-measures", "chosen", "chosen-before"]);

/** 基本支出预算 is a budget; 基本支出 by itself may be either. */
function createSideReader(): (text: string) => Side | null {
  const read = createHeaderReader();
  return (text) => {
    const meaning = read(text)?.meaning ?? null;
    if (meaning === "basic" || meaning === "project") return /预算|budget/iu.test(text) ? "budget" : null;
    return meaning === "original-budget" || meaning === "adjusted-budget" || meaning === "named-budget" ? "budget" : meaning === "expenditure" || meaning === "named-expenditure" ? "expenditure" : null;
  };
}

function isHandedOut(text: string): boolean {
  return DIALECTS.some(({ handedOut }) => handedOut.test(tidy(text)));
}

/** Which columns a rate divides, and in which unit they meet. */

import type { Unit } from "../amounts/unit";
import { columnOf, type BudgetTable, type Reason, type Role, type TableColumn } from "../table";
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
 * as the Ministry's forms define it, if any of the changes has a column. 基本支出 and 项目支出 are never added
 * up to a budget: in a table that also has expenditure nothing says which of the two they are parts of.
 */
export function budgetMeasure(table: BudgetTable, basis: Basis): BudgetMeasure | null {
  const original = columnOf(table, "original-budget");
  const adjusted = columnOf(table, "adjusted-budget");
  if (basis === "original") {
    if (original !== null) return { ...single(original, "budget-original"), basis };
    return adjusted === null ? null : { ...single(adjusted, "budget-only-adjusted"), basis: "adjusted" };
  }
  if (adjusted !== null) return { ...single(adjusted, "budget-adjusted"), basis };
  if (original === null) return null;
  const changes = CHANGES.flatMap(({ role, sign }) => {
    const column = columnOf(table, role);
    return column === null ? [] : [{ column, sign }];
  });
  if (changes.length === 0) return { ...single(original, "budget-only-original"), basis: "original" };
  const terms = [{ column: original, sign: 1 as const }, ...changes];
  return { terms, reason: { code: "budget-computed", values: { columns: terms.map(({ column, sign }) => (sign < 0 ? "− " : "+ ") + headerOf(column)).join(" ").slice(2) } }, basis };
}

const CHANGES: readonly { readonly role: Role; readonly sign: 1 | -1 }[] = [
  { role: "increase", sign: 1 },
  { role: "decrease", sign: -1 },
  { role: "quota-change", sign: 1 },
];

/** The expenditure column; where there is none, the months added up (a month's column holds that month alone). */
export function expenditureMeasure(table: BudgetTable): Measure | null {
  const expenditure = columnOf(table, "expenditure");
  if (expenditure !== null) return single(expenditure, "expenditure-column");
  const months = table.columns.filter(({ role }) => role?.startsWith("month-") === true);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { terms: months.map((column) => ({ column, sign: 1 })), reason: { code: "expenditure-months", values: { first: headerOf(first), last: headerOf(last) } } };
}

function single(column: TableColumn, code: string): Measure {
  return { terms: [{ column, sign: 1 }], reason: { code, values: { column: headerOf(column) } } };
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

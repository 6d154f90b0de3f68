/** Columns of money that can be compared from table to table. */

import { Decimal, ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { addTo, figureIn, type AmountColumn } from "../../execution/columns";
import { createSum } from "../../execution/scaled";
import type { Role } from "../../table";
import type { TableInput } from "../input";
import { partGroups } from "../parts";

/** A column of money and what it means; 项目支出 of the original budget is another meaning than of the adjusted one. */
export interface Measure {
  readonly table: TableInput;
  readonly column: AmountColumn;
  readonly meaning: string;
}

/** What is compared itself, not as a part of another column. */
export const WHOLES: ReadonlySet<Role | null> = new Set<Role>(["original-budget", "adjusted-budget", "expenditure"]);

export function measuresOf(table: TableInput): Measure[] {
  const columns = [...table.amounts().values()];
  const wholes = columns.filter(({ column }) => WHOLES.has(column.role)).map((column): Measure => ({ table, column, meaning: column.column.role ?? "" }));
  const parts = partGroups(table).flatMap(({ whole, terms }) => terms.map(({ column }): Measure => ({ table, column, meaning: `${whole.column.role ?? ""} ${column.column.role ?? ""}` })));
  return [...wholes, ...parts];
}

/** A body row's amount; null where it has none. */
export function amountAt({ table, column }: Measure, i: number): Decimal | null {
  const figure = table.table.rows[i]?.kind === "body" ? figureIn(column, i) : "blank";
  return typeof figure === "string" ? null : figure;
}

/** What several body rows add up to; null where none holds an amount. */
export function sumOf({ column }: Measure, rows: readonly number[]): Decimal | null {
  const sum = createSum();
  let amounts = 0;
  for (const i of rows) if (addTo(sum, column, i)) amounts++;
  return amounts === 0 ? null : sum.total();
}

/** Whether a body row has an amount other than zero. */
export function hasAmount(measure: Measure, i: number): boolean {
  const scaled = measure.column.scaled[i] ?? NaN;
  if (!Number.isNaN(scaled)) return scaled !== 0 && measure.table.table.rows[i]?.kind === "body";
  return measure.column.exact.size > 0 && amountAt(measure, i)?.isZero() === false;
}

/** A figure of one measure in another one's unit; where either is unknown, as printed. */
export function inUnitOf({ column: { unit } }: Measure, figure: Decimal, { column: { unit: own } }: Measure): Decimal {
  return unit === null || own === null ? figure : convert(figure, own, unit);
}

/** Half a last digit of the larger unit, which is lost where 元 are printed as 万元 with two decimals. */
const LOST = new Decimal("0.005");

/** left − right in left's unit; zero where they differ by no more than printing in different units may lose. */
export function differenceOf(left: Decimal, leftMeasure: Measure, right: Decimal, rightMeasure: Measure): Decimal {
  const difference = left.minus(inUnitOf(leftMeasure, right, rightMeasure));
  const { unit, printedUnit: own } = leftMeasure.column;
  const { printedUnit: other } = rightMeasure.column;
  if (difference.isZero() || unit === null || own === null || other === null || own === other) return difference;
  const lost = Decimal.max(convert(LOST, own, unit), convert(LOST, other, unit));
  return difference.abs().lte(lost) ? ZERO : difference;
}

/** `differenceOf` two body rows' amounts; null where either has none. Equal amounts in one unit are told at once. */
export function rowDifference(left: Measure, i: number, right: Measure, j: number): Decimal | null {
  if (left.column.unit === right.column.unit && left.column.scaled[i] === right.column.scaled[j] && left.table.table.rows[i]?.kind === "body") return ZERO;
  const [amount, other] = [amountAt(left, i), amountAt(right, j)];
  return amount === null || other === null ? null : differenceOf(amount, left, other, right);
}

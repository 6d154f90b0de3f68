/** Reading a table's amount columns, each cell once. In ledgers of payments several rows are one line. */

import { isDateFormat } from "../../workbook/number-format";
import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { currencySignOfFormat } from "../amounts/currency";
import { readAmount } from "../amounts/read";
import { statedMeasure, type Measure as Stated, type Unit } from "../amounts/unit";
import type { Decimal } from "../amounts/decimal";
import { columnAt, isAmount, type BudgetTable, type TableColumn } from "../table";
import type { Measure } from "./basis";
import { createSum, fromScaled, scaledDecimal, scaledNumber, type Sum } from "./scaled";

/** A column's amounts by index of `BudgetTable.rows`. A row in none of the three is blank. */
export interface AmountColumn {
  readonly column: TableColumn;
  /** The unit of the amounts here, and the one they are printed in. */
  readonly unit: Unit | null;
  readonly printedUnit: Unit | null;
  /** What its header says it is counted in, whether or not that is a unit of ours. */
  readonly stated: Stated | null;
  /** Ten-thousandths of the unit; NaN where there is no such amount. */
  readonly scaled: Float64Array;
  /** Amounts that have more places or digits than that. */
  readonly exact: ReadonlyMap<number, Decimal>;
  /** What stands in cells that hold no amount. */
  readonly unreadable: ReadonlyMap<number, string>;
  /** Lines with a further payment that cannot be read. */
  readonly spoiled: ReadonlySet<number>;
  /** Currencies that stand before amounts here, each with the first such line; and those that number formats print. */
  readonly currencies: ReadonlyMap<string, number>;
  readonly formatCurrencies: ReadonlySet<string>;
}

/** By column of the sheet. */
export type AmountColumns = ReadonlyMap<number, AmountColumn>;

export type Figure = Decimal | "blank" | "unreadable";

/** Columns of money, in `unit`: all of budget and spending, or those that are asked for. A column whose own unit is unknown stays in its own. Row by row, as sheets keep their cells. */
export function readAmountColumns(table: BudgetTable, sheet: SheetSnapshot, unit: Unit | null, wanted: readonly TableColumn[] = table.columns.filter(isAmount)): AmountColumns {
  const columns = wanted.map((column) => emptyColumn(table, column, unit));
  table.rows.forEach((line, i) => {
    const [values, formats] = [sheet.values[line.row - sheet.top], sheet.numberFormats[line.row - sheet.top]];
    for (const column of columns) {
      const from = columnAt(table, line, column.column);
      if (from === null) continue;
      const at = from.column - sheet.left;
      readInto(column, i, values?.[at] ?? "", formats?.[at] ?? "General");
    }
  });
  if (table.running !== undefined) for (const column of columns) foldPayments(table, column);
  return new Map(columns.map((column) => [column.column.column, column]));
}

interface ColumnDraft extends AmountColumn {
  readonly exact: Map<number, Decimal>;
  readonly unreadable: Map<number, string>;
  readonly spoiled: Set<number>;
  readonly currencies: Map<string, number>;
  readonly isDate: (format: string) => boolean;
}

function emptyColumn(table: BudgetTable, column: TableColumn, wanted: Unit | null): ColumnDraft {
  const printedUnit = column.unit ?? table.unit;
  const unit = printedUnit === null ? null : (wanted ?? printedUnit);
  const formatCurrencies = new Set<string>();
  return { column, unit, printedUnit, stated: measureOfHeader(column), scaled: new Float64Array(table.rows.length).fill(NaN), exact: new Map(), unreadable: new Map(), spoiled: new Set(), currencies: new Map(), formatCurrencies, isDate: createIsDate(formatCurrencies) };
}

/** The last of its headers that states one. */
function measureOfHeader({ header }: TableColumn): Stated | null {
  return header.map(statedMeasure).findLast((measure) => measure !== null) ?? null;
}

function readInto({ unit, printedUnit, scaled, exact, unreadable, currencies, isDate }: ColumnDraft, i: number, value: CellValue, format: string): void {
  if (value === "") return;
  const fast = typeof value === "number" && !isDate(format) && printedUnit === unit ? scaledNumber(value) : null;
  if (fast !== null) {
    scaled[i] = fast;
    return;
  }
  const amount = readAmount(value, format, printedUnit, unit);
  if (amount.kind === "unreadable") unreadable.set(i, amount.content);
  if (amount.kind !== "amount") return;
  if (amount.currency !== undefined && !currencies.has(amount.currency)) currencies.set(amount.currency, i);
  const ten4ths = scaledDecimal(amount.value);
  if (ten4ths === null) exact.set(i, amount.value);
  else scaled[i] = ten4ths;
}

/** `isDateFormat`, which formats that repeat down a column are asked once; the currency of each is kept. */
function createIsDate(currencies: Set<string>): (format: string) => boolean {
  let [last, isDate] = ["General", false];
  return (format) => {
    if (format === last) return isDate;
    [last, isDate] = [format, isDateFormat(format)];
    const sign = isDate ? null : currencySignOfFormat(format);
    if (sign !== null) currencies.add(sign);
    return isDate;
  };
}

/** Gives a line what it and its further payments come to; these have no figures of their own then. Cells that cannot be read stay where they are. */
function foldPayments({ rows, running = [] }: Pick<BudgetTable, "rows" | "running">, column: ColumnDraft): void {
  const indexes = new Map(rows.map(({ row }, i) => [row, i]));
  const isRunning = running.includes(column.column.column);
  rows.forEach(({ paymentOf }, i) => {
    const head = paymentOf === undefined ? undefined : indexes.get(paymentOf);
    if (head === undefined) return;
    const [own, before] = [figureIn(column, i), figureIn(column, head)];
    if (own === "unreadable" || before === "unreadable") column.spoiled.add(head);
    column.scaled[i] = NaN;
    column.exact.delete(i);
    if (typeof own === "string") return;
    const figure = isRunning || before === "blank" || before === "unreadable" ? own : before.plus(own);
    const ten4ths = scaledDecimal(figure);
    column.exact.delete(head);
    column.scaled[head] = ten4ths ?? NaN;
    if (ten4ths === null) column.exact.set(head, figure);
  });
  for (const head of column.spoiled) {
    column.scaled[head] = NaN;
    column.exact.delete(head);
  }
  rows.forEach(({ sumOf }, i) => {
    const head = sumOf === undefined ? undefined : indexes.get(sumOf);
    if (head !== undefined && figureIn(column, i) === "blank") copyFigure(column, head, i);
  });
}

function copyFigure({ scaled, exact }: ColumnDraft, from: number, to: number): void {
  scaled[to] = scaled[from] ?? NaN;
  const figure = exact.get(from);
  if (figure !== undefined) exact.set(to, figure);
}

/** Whether the figure is not known, because a cell of it cannot be read. */
export function isUnreadable({ unreadable, spoiled }: AmountColumn, i: number): boolean {
  return unreadable.has(i) || spoiled.has(i);
}

/** What one cell holds; of a line with further payments, what it comes to. */
export function figureIn(column: AmountColumn, i: number): Figure {
  const scaled = column.scaled[i] ?? NaN;
  if (!Number.isNaN(scaled)) return fromScaled(scaled);
  return column.exact.get(i) ?? (isUnreadable(column, i) ? "unreadable" : "blank");
}

/** Adds the cell's amount; false if it holds none. */
export function addTo(sum: Sum, column: AmountColumn, i: number): boolean {
  const scaled = column.scaled[i] ?? NaN;
  if (!Number.isNaN(scaled)) {
    sum.addScaled(scaled);
    return true;
  }
  const exact = column.exact.get(i);
  if (exact !== undefined) sum.add(exact);
  return exact !== undefined;
}

/**
 * A measure's figure for each row. Of several columns, blanks count as nothing as long as one holds an
 * amount, and one unreadable cell makes the figure unreadable.
 */
export function createFigureAt(measure: Measure, columns: AmountColumns): (i: number) => Figure {
  const terms = measure.terms.flatMap(({ column, sign }) => {
    const amounts = columns.get(column.column);
    return amounts === undefined ? [] : [{ amounts, sign: isSignedDecrease(amounts, sign) ? 1 : sign }];
  });
  const [only] = terms;
  if (only === undefined) return () => "blank";
  if (terms.length === 1) return (i) => figureIn(only.amounts, i);
  return (i) => {
    const sum = createSum();
    let isBlank = true;
    for (const { amounts, sign } of terms) {
      const figure = figureIn(amounts, i);
      if (figure === "unreadable") return figure;
      if (figure === "blank") continue;
      isBlank = false;
      sum.add(sign < 0 ? figure.negated() : figure);
    }
    return isBlank ? "blank" : sum.total();
  };
}

/** Whether all of a measure's columns are known in that unit, or none is in any where it is unknown. */
export function isInUnit({ terms }: Measure, columns: AmountColumns, unit: Unit | null): boolean {
  return terms.every(({ column }) => columns.get(column.column)?.unit === unit);
}

/** 调减 is printed either way: as how much less, or with its minus sign. A column without any positive amount has the sign. */
function isSignedDecrease(amounts: AmountColumn, sign: 1 | -1): boolean {
  if (sign > 0) return false;
  let hasNegative = false;
  for (const scaled of amounts.scaled) {
    if (scaled > 0) return false;
    hasNegative ||= scaled < 0;
  }
  for (const exact of amounts.exact.values()) {
    if (exact.gt(0)) return false;
    hasNegative ||= exact.isNegative();
  }
  return hasNegative;
}

/** What can be compared from table to table: amounts of one meaning, line by line or grouped by function. */

import { Decimal, ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import { addTo, figureIn, type AmountColumn } from "../../execution/columns";
import { createSum, type Sum } from "../../execution/scaled";
import { CLASS_LEVELS, isFunctionCode } from "../../functional-class/dictionary";
import { normaliseCode } from "../../recognise/normalise";
import { columnOf, type Role } from "../../table";
import { cellAt, nameKey, type TableInput } from "../input";
import { partGroups } from "../parts";

/** A column of money and what it means; 项目支出 of the original budget is another meaning than of the adjusted one. */
export interface Measure {
  readonly table: TableInput;
  readonly column: AmountColumn;
  readonly meaning: string;
}

const COMPARED: ReadonlySet<Role | null> = new Set<Role>(["original-budget", "adjusted-budget", "expenditure"]);

export function measuresOf(table: TableInput): Measure[] {
  const columns = [...table.amounts().values()];
  const wholes = columns.filter(({ column }) => COMPARED.has(column.role)).map((column): Measure => ({ table, column, meaning: column.column.role ?? "" }));
  const parts = partGroups(table).flatMap(({ whole, terms }) => terms.map(({ column }): Measure => ({ table, column, meaning: `${whole.column.role ?? ""} ${column.column.role ?? ""}` })));
  return [...wholes, ...parts];
}

/** Figures of a table under the keys by which another table may know them. */
export interface View {
  readonly measure: Measure;
  /** Lines stand in the table; groups are sums of its lines. */
  readonly kind: "lines" | "groups";
  /** Keys of one kind are compared with each other only. */
  readonly key: "name" | "code";
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly label: string;
  /** Indexes of the table's rows, ascending. */
  readonly rows: readonly number[];
  readonly figure: Decimal;
}

/** Of lines that share a key none is in the view: which of them is meant would be a guess. */
export function viewsOf(measure: Measure): View[] {
  const { table } = measure.table;
  const names = measure.table.nameKeys();
  const views = [linesBy(measure, "name", (i) => names[i] ?? ""), linesBy(measure, "code", (i) => normaliseCode(table.rows[i]?.code ?? ""))];
  const hasOwnIdentity = columnOf(table, "name") !== null || columnOf(table, "code") !== null;
  const [functionName, functionCode] = [columnOf(table, "function-name"), columnOf(table, "function-code")];
  const textAt = (i: number, column: number): string => String(cellAt(measure.table, table.rows[i]?.row ?? 0, column)).trim();
  if (hasOwnIdentity && functionName !== null) {
    views.push(groupsBy(measure, "name", (i) => {
      const label = textAt(i, functionName.column);
      return [{ key: nameKey(label), label }];
    }));
  }
  if (hasOwnIdentity && functionCode !== null) {
    views.push(groupsBy(measure, "code", (i) => {
      const code = normaliseCode(textAt(i, functionCode.column));
      return isFunctionCode(code) ? CLASS_LEVELS.filter((level) => level <= code.length).map((level) => ({ key: code.slice(0, level), label: code.slice(0, level) })) : [];
    }));
  }
  return views.filter(({ entries }) => entries.size > 0);
}

function linesBy(measure: Measure, key: View["key"], keyAt: (i: number) => string): View {
  const entries = new Map<string, Entry>();
  const repeated = new Set<string>();
  measure.table.table.rows.forEach(({ kind, name, code }, i) => {
    const at = kind === "body" ? keyAt(i) : "";
    const figure = at === "" ? "blank" : figureIn(measure.column, i);
    if (typeof figure === "string") return;
    if (entries.has(at)) repeated.add(at);
    entries.set(at, { label: name || code, rows: [i], figure });
  });
  for (const at of repeated) entries.delete(at);
  return { measure, kind: "lines", key, entries };
}

function groupsBy(measure: Measure, key: View["key"], groupsAt: (i: number) => readonly { readonly key: string; readonly label: string }[]): View {
  const groups = new Map<string, { readonly label: string; readonly rows: number[]; readonly sum: Sum }>();
  measure.table.table.rows.forEach(({ kind }, i) => {
    if (kind !== "body") return;
    for (const { key: at, label } of groupsAt(i)) {
      if (at === "") continue;
      const group = groups.get(at) ?? { label, rows: [], sum: createSum() };
      groups.set(at, group);
      if (addTo(group.sum, measure.column, i)) group.rows.push(i);
    }
  });
  const entries = [...groups].flatMap(([at, { label, rows, sum }]): [string, Entry][] => (rows.length === 0 ? [] : [[at, { label, rows, figure: sum.total() }]]));
  return { measure, kind: "groups", key, entries: new Map(entries) };
}

/** Two measures' figures in one unit; where either is unknown, as printed. */
export function inUnitOf(measure: Measure, figure: Decimal, from: Measure): Decimal {
  const [to, own] = [measure.column.unit, from.column.unit];
  return to === null || own === null ? figure : convert(figure, own, to);
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

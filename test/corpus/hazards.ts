/** What makes real workbooks hard, each as a change of a planned table or of the sheet it stands on. */

import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { AMOUNT_ROLES } from "../../src/domain/table";
import type { Content, PlannedColumn, PlannedLine, PlannedTable } from "./table";
import type { Words } from "./words";

export interface Hazard {
  readonly name: string;
  readonly table?: (table: PlannedTable, words: Words) => PlannedTable;
  readonly sheet?: (sheet: SheetSnapshot) => SheetSnapshot;
  /** Top left cell, from zero. */
  readonly at?: { readonly row: number; readonly column: number };
}

const isName = ({ role }: PlannedColumn): boolean => role === "name" || role === "function-name";
const isAmount = ({ role }: PlannedColumn): boolean => role !== null && AMOUNT_ROLES.has(role);

function withLine(table: PlannedTable, at: number, line: PlannedLine, contents: (column: PlannedColumn) => Content): PlannedTable {
  return {
    ...table, lines: [...table.lines.slice(0, at), line, ...table.lines.slice(at)],
    columns: table.columns.map((column) => ({ ...column, contents: [...column.contents.slice(0, at), contents(column), ...column.contents.slice(at)] })),
  };
}

/** Of a table without sums among its lines: one after the third line and one before the total. */
function withSubtotals(table: PlannedTable, words: Words): PlannedTable {
  if (table.lines.some(({ kind }) => kind === "subtotal")) return table;
  const total = table.lines.length - 1;
  const sumIn = (from: number, to: number, contents: readonly Content[]): Content => ({ cents: contents.slice(from, to).reduce<number>((sum, content) => sum + (typeof content === "object" ? content.cents : 0), 0) });
  const lineOf = (from: number, to: number): PlannedLine => {
    const lines = table.lines.slice(from, to);
    const sum = (key: "budget" | "expenditure"): number | null => (lines.some((line) => line[key] === null) ? null : lines.reduce((sofar, line) => sofar + (line[key] ?? 0), 0));
    return { kind: "subtotal", name: words.subtotal, budget: sum("budget"), expenditure: sum("expenditure") };
  };
  const contentsOf = (from: number, to: number) => (column: PlannedColumn): Content => (isName(column) ? words.subtotal : isAmount(column) ? sumIn(from, to, column.contents) : "");
  const last = withLine(table, total, lineOf(3, total), contentsOf(3, total));
  return withLine(last, 3, lineOf(0, 3), (column) => contentsOf(0, 3)({ ...column, contents: table.columns[last.columns.indexOf(column)]?.contents ?? [] }));
}

function renamed(table: PlannedTable, rename: (name: string, i: number) => string): PlannedTable {
  const lines = table.lines.map((line, i) => (line.kind === "body" ? { ...line, name: rename(line.name, i) } : line));
  return { ...table, lines, columns: table.columns.map((column) => (isName(column) ? { ...column, contents: lines.map(({ name }) => name) } : column)) };
}

/** The expenditure cell of the second line holds this; null where the table has no such column. */
function spoiled(table: PlannedTable, value: CellValue): PlannedTable {
  const line = table.lines.findIndex(({ kind }, i) => i > 0 && kind === "body");
  const spending = table.columns.findIndex(({ role }) => role === "expenditure");
  if (spending < 0) return table;
  return {
    ...table,
    lines: table.lines.map((one, i) => (i === line ? { ...one, expenditure: null } : one)),
    columns: table.columns.map((column, at) => (at === spending ? { ...column, contents: column.contents.map((content, i) => (i === line ? value : content)) } : column)),
  };
}

/** As long as a cell can hold. */
function withLongReasons(table: PlannedTable, words: Words): PlannedTable {
  const reasons: PlannedColumn = {
    role: "reason", header: [words.headers.reason, ...(table.columns[0]?.header.slice(1) ?? [])],
    contents: table.lines.map((_, i) => (i === 1 ? "因招标延期，".repeat(5461).slice(0, 32_767) : "")),
  };
  return { ...table, columns: [...table.columns.filter(({ role }) => role !== "reason"), reasons] };
}

/** Formulas in all cells that hold numbers or texts of numbers. */
function withFormulas(sheet: SheetSnapshot, formula: (value: CellValue) => string | null): SheetSnapshot {
  return { ...sheet, formulas: sheet.values.map((row) => row.map((value) => formula(value) ?? value)) };
}

const thousands = (cents: number): string => {
  const [whole = "", fraction = ""] = (cents / 100).toFixed(2).split(".");
  return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")}.${fraction}`;
};

export const HAZARDS: readonly Hazard[] = [
  { name: "none" },
  {
    name: "merged-heading", table: (table, words) => {
      const name = `${words.headers.project}：${words.lines[2] ?? ""}`;
      const first = table.columns.findIndex(isName);
      const headed = withLine(table, 0, { kind: "group", name, budget: null, expenditure: null }, (column) => (table.columns.indexOf(column) === first ? name : ""));
      return first === 0 ? { ...headed, mergedLines: new Set([0]) } : headed;
    },
  },
  { name: "blank-rows", table: (table) => ({ ...table, gaps: new Set([2, 4]) }) },
  { name: "subtotals", table: withSubtotals },
  { name: "text-numbers", table: (table) => ({ ...table, write: (cents) => `${thousands(cents)} ` }) },
  { name: "full-width-numbers", table: (table) => ({ ...table, write: (cents) => (cents / 100).toFixed(2).replace(/[\d.]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) }) },
  { name: "accounting-texts", table: (table) => ({ ...table, write: (cents) => `￥${thousands(cents)}` }) },
  { name: "dates-as-text", table: (table, words) => ({ ...table, columns: [...table.columns, { role: null, header: [words.date, ...(table.columns[0]?.header.slice(1) ?? [])], contents: table.lines.map(({ kind }) => (kind === "body" ? "2016-05-26" : "")) }] }) },
  { name: "date-for-an-amount", table: (table) => spoiled(table, "2016年5月26日") },
  { name: "error-value", table: (table) => spoiled(table, "#DIV/0!") },
  { name: "words-for-an-amount", table: (table) => spoiled(table, "待定") },
  { name: "circular-references", sheet: (sheet) => withFormulas(sheet, (value) => (typeof value === "number" ? "=A1+A1048576" : null)) },
  { name: "array-formulas", sheet: (sheet) => withFormulas(sheet, (value) => (typeof value === "number" ? "{=SUM(B2:B9*1)}" : null)) },
  { name: "formulas-that-return-text", table: (table) => ({ ...table, write: (cents) => (cents / 100).toFixed(2) }), sheet: (sheet) => withFormulas(sheet, (value) => (typeof value === "string" && /^[\d.]+$/u.test(value) ? `=TEXT(${value},"0.00")` : null)) },
  { name: "very-long-texts", table: withLongReasons },
  { name: "emoji", table: (table) => renamed(table, (name, i) => `${["🏠", "👨‍👩‍👧", "🇨🇳", "✅"][i % 4] ?? ""}${name}😀`) },
  { name: "right-to-left", table: (table) => renamed(table, (name, i) => `\u202bصيانة المباني ${String(i)}\u202c ${name}`) },
  { name: "last-cells", at: { row: 1_048_540, column: 16_384 - 15 } },
];

/** What each line of a table is: a budget line, a group heading, a part, a subtotal or the total. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { parseAmount } from "../amounts/parse";
import { AMOUNT_ROLES, type Reason, type TableColumn, type TableRow } from "../table";
import { KIND, trimmed, type Grid } from "./grid";
import { isOfWhich, totalRank } from "./labels";
import { mark, markBody, type Line } from "./line";
import { markOutline, outlineOf } from "./outline";
import { because } from "./reason";

export interface RowsOfTable {
  readonly rows: readonly TableRow[];
  readonly doubts: readonly Reason[];
}

export interface LineColumns {
  readonly name: number | null;
  readonly code: number | null;
  readonly leads: readonly number[];
  readonly figures: readonly number[];
  readonly amounts: readonly number[];
  /** The column by which sums are checked. */
  readonly main: number | null;
}

/** The name and code columns, with the functional classification standing in for missing ones. */
export function lineColumns(columns: readonly TableColumn[]): LineColumns {
  const of = (...roles: readonly string[]): number | null => {
    const found = roles.map((role) => columns.find((column) => column.role === role)).find((column) => column !== undefined);
    return found?.column ?? null;
  };
  const isLead = ({ role, reason }: TableColumn): boolean => (role === null ? reason.code === "serial-number" : LEAD_ROLES.has(role));
  const firstAmount = columns.find(({ role }) => role !== null && AMOUNT_ROLES.has(role))?.column ?? Number.MAX_SAFE_INTEGER;
  return {
    name: of("name", "function-name"), code: of("code", "function-code"),
    leads: columns.filter((column) => isLead(column) && (column.column < firstAmount || column.role !== "reason")).map(({ column }) => column),
    figures: columns.filter((column) => !isLead(column)).map(({ column }) => column),
    amounts: columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role)).map(({ column }) => column),
    main: of("adjusted-budget", "original-budget", "expenditure", ...AMOUNT_ROLES),
  };
}

const LEAD_ROLES: ReadonlySet<string> = new Set(["name", "code", "function-code", "function-name", "status", "reason"]);

/** `chosenTotal`: the row a person named, null for none, undefined to decide here. */
export function rowsOf(grid: Grid, lines: readonly number[], columns: readonly TableColumn[], chosenTotal: number | null | undefined): RowsOfTable {
  const layout = lineColumns(columns);
  const judged = lines.map((row) => lineAt(grid, row, layout));
  const amountOf = (line: Line): Decimal => amountAt(grid, line.row, layout.main);
  markParts(judged, amountOf);
  markCodeParents(judged);
  const outline = outlineOf(judged);
  if (outline !== null) markOutline(judged, outline, amountOf);
  const doubts = chosenTotal === undefined ? markTotals(judged, amountOf) : markChosenTotal(judged, chosenTotal);
  return { rows: judged.map(toRow), doubts: [...doubts, ...displacedTotals(grid, judged, layout)] };
}

function toRow({ row, kind, code, name, reason }: Line): TableRow {
  return reason === null ? { row, kind, code, name } : { row, kind, code, name, reason };
}

function lineAt(grid: Grid, row: number, { name: nameColumn, code: codeColumn, leads, figures, amounts }: LineColumns): Line {
  const raw = nameColumn === null ? "" : valueOrMerged(grid, row, nameColumn);
  const code = codeColumn === null ? "" : valueOrMerged(grid, row, codeColumn);
  let name = trimmed(raw);
  let rank: Line["rank"] = 0;
  for (const column of leads) {
    if (grid.kind(row, column) !== KIND.text) continue;
    const text = grid.text(row, column);
    const ofText = totalRank(text);
    if (ofText > rank) {
      rank = ofText;
      name = text;
    }
  }
  const codeText = trimmed(code);
  const line = { row, name, code: rank > 0 && codeText === name ? "" : codeText, indent: indentOf(raw), rank };
  if (isOfWhich(name)) return { ...line, kind: "of-which", reason: because("row-of-which") };
  const hasFigure = figures.some((column) => isFigure(grid.kind(row, column))) || amounts.some((column) => grid.kind(row, column) === KIND.text);
  return hasFigure || rank > 0 ? { ...line, kind: "body", reason: null } : { ...line, kind: "group", reason: because("row-without-amounts") };
}

function isFigure(kind: number): boolean {
  return kind !== KIND.blank && kind !== KIND.text;
}

/** A name merged over several rows names each of them. */
function valueOrMerged(grid: Grid, row: number, column: number): string {
  const value = grid.value(row, column);
  if (value !== "" || grid.sheet.merges.length === 0) return String(value);
  const merge = grid.mergeAt(row, column);
  return merge === null ? "" : String(grid.value(merge.top, merge.left));
}

function indentOf(raw: string): number {
  let indent = 0;
  for (const character of raw) {
    if (character === "\u3000") indent += 2;
    else if (character === " " || character === "\u00a0") indent += 1;
    else break;
  }
  return indent;
}

function amountAt(grid: Grid, row: number, column: number | null): Decimal {
  if (column === null) return ZERO;
  const parsed = parseAmount(grid.value(row, column));
  return parsed.kind === "amount" ? parsed.value : ZERO;
}

/** Parts are few; further down is another matter. */
const MOST_PARTS = 40;

/**
 * 其中：… and the parts that go on after it: as far as they add up to the row they are part of, else as far as
 * they are indented. Parts that add up to a total standing above them are the table's lines themselves.
 */
function markParts(lines: readonly Line[], amountOf: (line: Line) => Decimal): void {
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]?.kind !== "of-which") continue;
    const parent = lines[at - 1];
    const whole = parent === undefined ? ZERO : amountOf(parent);
    const adding = endOfSum(lines, at, whole, amountOf);
    const end = adding ?? endOfIndent(lines, at, parent?.indent ?? 0);
    const isTotalAbove = adding !== null && parent !== undefined && parent.rank > 0;
    for (const line of lines.slice(at, end)) {
      if (isTotalAbove) markBody(line);
      else mark(line, "of-which", because("row-of-which"));
    }
    at = end - 1;
  }
}

/** The index after the line with which the sum from `start` on becomes `whole`; null if it never does. */
function endOfSum(lines: readonly Line[], start: number, whole: Decimal, amountOf: (line: Line) => Decimal): number | null {
  let sum = ZERO;
  for (let at = start; at < Math.min(lines.length, start + MOST_PARTS); at += 1) {
    const line = lines[at];
    if (line === undefined || line.kind === "group" || line.rank > 0) return null;
    sum = sum.plus(amountOf(line));
    if (!whole.isZero() && sum.equals(whole)) return at + 1;
  }
  return null;
}

function endOfIndent(lines: readonly Line[], start: number, indent: number): number {
  let end = start + 1;
  while (end < lines.length && lines[end]?.kind === "body" && (lines[end]?.indent ?? 0) > indent) end += 1;
  return end;
}

/** 201 above 20101 above 2010101: the shorter code's row adds up those that begin with it. */
function markCodeParents(lines: readonly Line[]): void {
  let next: Line | null = null;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.kind !== "body" || line.rank > 0) continue;
    if (next !== null && line.code.length >= 3 && next.code.length > line.code.length && next.code.startsWith(line.code) && /^\d+$/u.test(line.code)) {
      mark(line, "subtotal", because("row-code-parent", { code: line.code }));
    }
    next = line;
  }
}

function markChosenTotal(lines: readonly Line[], chosen: number | null): readonly Reason[] {
  for (const line of lines) {
    if (line.row === chosen) mark(line, "total", because("row-chosen-total"));
    else if (line.rank > 0) markSubtotal(line);
  }
  return [];
}

function markSubtotal(line: Line): void {
  mark(line, "subtotal", because("row-subtotal", { label: line.name }));
}

/** The highest-ranking label is the total. Where several rank alike, or only 小计 is there, the figures decide. */
function markTotals(lines: readonly Line[], amountOf: (line: Line) => Decimal): readonly Reason[] {
  const labelled = lines.filter(({ rank, kind }) => rank > 0 && kind !== "of-which");
  labelled.forEach(markSubtotal);
  if (labelled.length === 0) return markUnlabelled(lines, amountOf);
  const highest = Math.max(...labelled.map(({ rank }) => rank));
  const tops = labelled.filter(({ rank }) => rank === highest);
  const [first] = tops;
  const last = tops.at(-1);
  if (first === undefined || last === undefined) return [];
  if (tops.length === 1) {
    if (highest === 1 && last !== lines.at(-1)) return [];
    markTotal(last);
    return doubtRowsAfter(lines, last);
  }
  const sum = sumOf(lines, amountOf);
  const total = [last, first].find((line) => amountOf(line).equals(sum));
  if (total !== undefined) markTotal(total);
  else if (highest > 1 && !isSumOfSection(lines, last, amountOf)) markTotal(last);
  return total === undefined ? [because("doubt-several-totals", { label: last.name, rows: tops.map(({ row }) => row + 1).join(", ") })] : [];
}

function markTotal(line: Line): void {
  mark(line, "total", because("row-total", { label: line.name }));
}

function sumOf(lines: readonly Line[], amountOf: (line: Line) => Decimal): Decimal {
  return lines.reduce((sum, line) => (line.kind === "body" ? sum.plus(amountOf(line)) : sum), ZERO);
}

/** It adds up only the rows since the last such label, so it closes its section, not the table. */
function isSumOfSection(lines: readonly Line[], label: Line, amountOf: (line: Line) => Decimal): boolean {
  const at = lines.indexOf(label);
  const start = lines.findLastIndex(({ rank }, index) => index < at && rank === label.rank);
  return amountOf(label).equals(sumOf(lines.slice(start + 1, at), amountOf));
}

/** A last row without a name whose figure is the sum of the rows above. */
function markUnlabelled(lines: readonly Line[], amountOf: (line: Line) => Decimal): readonly Reason[] {
  const last = lines.at(-1);
  if (last === undefined || last.kind !== "body" || last.name !== "" || last.code !== "" || lines.length < 3) return [];
  if (!amountOf(last).equals(sumOf(lines.slice(0, -1), amountOf))) return [];
  mark(last, "total", because("row-sum-without-label"));
  return [because("doubt-total-without-label", { row: last.row + 1 })];
}

/** A total stands first or last; lines after one in the middle may be outside it. */
function doubtRowsAfter(lines: readonly Line[], total: Line): readonly Reason[] {
  const at = lines.indexOf(total);
  const isFirst = !lines.slice(0, at).some(({ kind }) => kind === "body");
  const after = lines.slice(at + 1).filter(({ kind }) => kind === "body").length;
  return isFirst || after === 0 ? [] : [because("doubt-rows-after-total", { label: total.name, count: after })];
}

/** A total row of fewer cells than the body, its figure under a column of names or codes. */
function displacedTotals(grid: Grid, lines: readonly Line[], { leads, amounts }: LineColumns): readonly Reason[] {
  return lines
    .filter(({ kind, row }) => kind === "total" && amounts.every((column) => grid.kind(row, column) === KIND.blank) && leads.some((column) => grid.kind(row, column) === KIND.number))
    .map(({ name, row }) => (because("doubt-total-displaced", { label: name, row: row + 1 })));
}

/** What each line of a table is: a budget line, a group heading, a part, a subtotal or the total. */

import { AMOUNT_ROLES, type Reason, type TableColumn, type TableRow } from "../../table";
import { KIND, trimmed, type Grid } from "../grid";
import { withoutBlanks } from "./blanks";
import { countedTwice, markSumsByFigures } from "./by-sums";
import { markDeductions } from "./deductions";
import { codesOf } from "./code-parts";
import { markChosenSubtotals, NOTHING_CHOSEN, unmarkOthers, type ChosenSums } from "./chosen";
import { markDetails } from "./details";
import { createLineFigures, type LineFigures } from "./figures";
import { isBalance, isCarriedOver, isOfWhich, isSource, totalRank, withoutSumWord } from "./labels";
import { takeCodesApart } from "./leading-codes";
import { levelOfNumber } from "./levels";
import { isSpending, mark, type Line } from "./line";
import { markProvenSums, markSumsByTotal, outlineOf, type Outline } from "./outline";
import { withNumbers } from "./numbers";
import { sumsOfPayments } from "./payment-sums";
import { paymentsOf } from "./payments";
import { markCodeParents, markParts } from "./parts";
import { endBeforeRest, markRestBelow, markSides, markSidesOfClass, markTotalsWithRest } from "./sides";
import { takeSourcesTogether } from "./sources";
import { markSumsAbove, markSumsBelow } from "./subtotals";
import { markChosenTotal, markTotals } from "./totals";
import { labelWhole } from "./wholes";
import { because } from "../reason";

export interface RowsOfTable {
  readonly rows: readonly TableRow[];
  /** See `BudgetTable.running`. */
  readonly running: readonly number[];
  readonly doubts: readonly Reason[];
}

export interface LineColumns {
  readonly name: number | null;
  /** Several where a code is spread over 类, 款 and 项. */
  readonly code: readonly number[];
  /** Columns of names, codes and the like. */
  readonly leads: readonly number[];
  /** Columns in which a total's label may stand. */
  readonly labels: readonly number[];
  /** Columns in which it may stand in a row that is not called anything: 小计 below what single payments were for. */
  readonly descriptions: readonly number[];
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
  const indices = (wanted: (column: TableColumn) => boolean): readonly number[] => columns.filter(wanted).map(({ column }) => column);
  const isMoney = ({ role }: TableColumn): boolean => role !== null && AMOUNT_ROLES.has(role);
  const isLead = ({ role, reason }: TableColumn): boolean => (role === null ? reason.code === "serial-number" || reason.code === "code-part" : LEAD_ROLES.has(role));
  const firstAmount = columns.find(isMoney)?.column ?? Number.MAX_SAFE_INTEGER;
  const code = of("code", "function-code");
  const labels = indices((column) => column.column < firstAmount || (isLead(column) && column.role !== "reason" && column.role !== "status"));
  return {
    name: of("name", "function-name"),
    code: code === null ? indices(({ reason }) => reason.code === "code-part") : [code],
    leads: indices(isLead),
    labels,
    descriptions: indices(({ column, role }) => role === null && !labels.includes(column)),
    figures: indices((column) => !isLead(column)),
    amounts: indices(isMoney),
    main: of("adjusted-budget", "original-budget", "expenditure", ...AMOUNT_ROLES),
  };
}

const LEAD_ROLES: ReadonlySet<string> = new Set(["name", "code", "function-code", "function-name", "status", "reason"]);

export function rowsOf(grid: Grid, lines: readonly number[], columns: readonly TableColumn[], chosen: ChosenSums = NOTHING_CHOSEN): RowsOfTable {
  const layout = lineColumns(columns);
  const numbers = numberColumn(grid, lines, columns, layout);
  const plain = createLineFigures(grid, layout, NO_PAYMENTS);
  // A code merged over 类, 款 and 项 stands in the first of them.
  const isBeyond = (row: number, column: number): boolean => layout.code[0] !== column && (grid.mergeAt(row, column)?.left ?? column) < column;
  const codes = codesOf(lines, layout.code, (row, column) => (isBeyond(row, column) ? "" : trimmed(valueOrMerged(grid, row, column))));
  const told = withoutBlanks(lines.map((row, i) => lineAt(grid, row, codes[i] ?? "", layout, numbers)), plain);
  const ofSources = takeSourcesTogether(told, plain.all, ({ row }, column) => grid.text(row, column));
  const all = layout.code.length > 0 ? ofSources : takeCodesApart(ofSources);
  markDetails(grid, all, columns);
  const payments = paymentsOf(grid, all, columns);
  const judged = payments.of.size === 0 ? all : all.filter((line) => !payments.of.has(line));
  const figures = createLineFigures(grid, layout, payments);
  labelWhole(judged, figures.all);
  markParts(judged, figures.main);
  markDeductions(judged, figures.all);
  const classes = layout.labels.filter((column) => column !== layout.name);
  if (!classes.some((column) => markSidesOfClass(judged, ({ row }) => trimmed(valueOrMerged(grid, row, column))))) markSides(judged, figures.all);
  markTotalsWithRest(judged, chosen.total, figures.all);
  markRestBelow(judged, chosen.total, figures.all);
  markCodeParents(judged);
  const outline = outlineOf(judged, figures.main);
  if (outline !== null) markProvenSums(outline);
  markChosenSubtotals(judged, chosen, figures.main);
  const others = chosen.subtotals.size === 0 ? judged : judged.filter(({ row }) => !chosen.subtotals.has(row));
  const doubts = chosen.total === undefined ? markTotals(others, figures) : markChosenTotal(others, chosen.total);
  markSumsAbove(others, figures);
  markSumsBelow(others, figures, createIsOfCategory(grid, layout));
  unmarkOthers(judged, chosen);
  const doubtsOfSums = doubts.length === 0 ? markSumsOfTotal(judged, outline, figures, chosen.areAll) : [];
  endBeforeRest(judged);
  const hasSources = judged.some(({ name }) => isSource(name));
  // 其中： alone in its line has told which lines are parts.
  for (const line of judged) if (!line.hasFigures && line.rank === 0) mark(line, "group", GROUP);
  // 一、运转类 under 项目类别, beside an empty name.
  const called = (line: Line): Line => (line.kind === "subtotal" && line.name === "" ? { ...line, name: labelOf(grid, line.row, layout) } : line);
  const sums = sumsOfPayments(all, payments, figures.all);
  const rows = all.map((line): TableRow => {
    const head = payments.of.get(line);
    if (head !== undefined) return { row: line.row, kind: "payment", code: line.code, name: line.name, reason: because("row-payment", { row: head.row + 1 }), paymentOf: head.row };
    const [row, summed] = [toRow(called(line), hasSources), sums.get(line)];
    return summed === undefined ? row : { ...row, sumOf: summed.row };
  });
  return { rows: withNumbers(rows, columns, (row, column) => valueOrMerged(grid, row, column)), running: payments.running, doubts: [...doubts, ...doubtsOfSums, ...payments.doubts, ...displacedTotals(grid, judged, layout)] };
}

/** Where the lines are not what the one total adds up, sums of others may stand among them, unless a person said which do. */
function markSumsOfTotal(all: readonly Line[], outline: Outline | null, figures: LineFigures, areTold: boolean): readonly Reason[] {
  const [total, ...furtherTotals] = all.filter((line) => line.kind === "total" && isSpending(line));
  if (total === undefined || furtherTotals.length > 0 || total.through !== undefined || figures.main(total).isZero()) return [];
  const lines = all.filter(isSpending);
  if (figures.areAboutTotal(lines, total)) return [];
  if (areTold) return countedTwice(lines.filter(({ kind }) => kind === "body"), total, figures);
  if (outline !== null) markSumsByTotal(outline, figures.main(total));
  return figures.areAboutTotal(lines, total) ? [] : markSumsByFigures(lines, total, figures);
}

function toRow({ row, kind, code, name, reason, through, since, side }: Line, hasSources: boolean): TableRow {
  const line = side === "income" ? { row, kind, code, name, isIncome: true as const } : { row, kind, code, name };
  if (reason === null) return side === "rest" || (isBalance(name) && !(hasSources && isCarriedOver(name))) ? { ...line, isBalance: true } : line;
  const sum = { ...line, reason, ...(since === undefined ? {} : { since }), ...(side === "rest" ? { isBalance: true as const } : {}) };
  return through === undefined ? sum : { ...sum, through };
}

function lineAt(grid: Grid, row: number, ownCode: string, { name: nameColumn, code: codeColumns, labels, descriptions, figures, amounts }: LineColumns, numbers: number | null): Line {
  const raw = nameColumn === null ? "" : valueOrMerged(grid, row, nameColumn);
  let name = trimmed(raw);
  let code = ownCode;
  let rank: Line["rank"] = 0;
  let beside: Line["beside"];
  for (const column of isUncalled(grid, row, nameColumn, codeColumns) ? [...labels, ...descriptions] : labels) {
    if (grid.kind(row, column) !== KIND.text) continue;
    const text = column === nameColumn ? trimmed(raw) : grid.text(row, column);
    const ofText = totalRank(text);
    if (ofText > rank) {
      rank = ofText;
      const own = trimmed(raw);
      beside = column !== nameColumn && own !== "" && own !== text ? { name: own, column } : undefined;
      name = text;
    }
  }
  // A heading that begins in the code column, merged over the names or not, is a name.
  if (name === "" && /\p{Script=Han}|\p{L} /u.test(code)) name = code;
  if (code === name) code = "";
  // 总分 | 100 below the funds of a form is called nothing that has money.
  const hasFigures = holdsFigure(grid, row, name === "" && code === "" ? amounts : figures) || holdsKind(grid, row, amounts, KIND.text);
  const isLine = rank > 0 || hasFigures;
  const kind = isOfWhich(name) ? "of-which" : isLine ? "body" : "group";
  const line: Line = { row, code, name, number: numbers === null ? "" : grid.text(row, numbers), indent: indentOf(raw), hasFigures, rank, kind, reason: kind === "group" ? GROUP : null };
  return beside === undefined ? line : { ...line, beside };
}

/** In a loop, as it is asked of each line. */
function isUncalled(grid: Grid, row: number, name: number | null, codes: readonly number[]): boolean {
  for (const column of codes) if (grid.kind(row, column) !== KIND.blank) return false;
  return name === null || grid.kind(row, name) === KIND.blank;
}

const NO_PAYMENTS = { of: new Map<Line, Line>(), running: [] };

/** The text that stands where a total's label may; "" for none. */
function labelOf(grid: Grid, row: number, { labels }: LineColumns): string {
  const label = labels.map((column) => grid.text(row, column)).find((text) => /\p{L}{2}/u.test(text));
  return label === undefined ? "" : trimmed(label);
}

/** Whether a line stands in the category of a sum: 民生类 before 民生类小计, or a cell that is merged over both. */
function createIsOfCategory(grid: Grid, { labels }: LineColumns): (line: Line, sum: Line) => boolean {
  const inColumn = (row: number, column: number): string => trimmed(valueOrMerged(grid, row, column));
  return (line, sum) => labels.some((column) => {
    const own = inColumn(sum.row, column);
    const category = totalRank(own) > 0 ? withoutSumWord(own) : own;
    return /\p{L}/u.test(category) && inColumn(line.row, column) === category;
  });
}

/** Lines that tell what a column holds. */
const SAMPLE = 200;

/** The column left of the names that holds the numbers of an outline, of more than one level: 一, 1, 2, 二; or 1, 1.1, 1.2. */
function numberColumn(grid: Grid, lines: readonly number[], columns: readonly TableColumn[], { name, main }: LineColumns): number | null {
  const sample = lines.slice(0, SAMPLE);
  const found = columns.find(({ column, role, reason }) => {
    const mayNumber = (role === null && reason.code !== "code-part") || role === "code";
    return mayNumber && column < (name ?? main ?? 0) && holdsNumbers(grid, sample, column);
  });
  return found?.column ?? null;
}

function holdsNumbers(grid: Grid, lines: readonly number[], column: number): boolean {
  const levels = new Set<number | null>();
  let others = 0;
  let numbers = 0;
  for (const row of lines) {
    const text = grid.text(row, column);
    const level = levelOfNumber(text);
    levels.add(level);
    if (level !== null) numbers += 1;
    else if (text !== "" && totalRank(text) === 0) others += 1;
  }
  return levels.size > 1 && numbers > others;
}

/** One for all, as there may be many. */
const GROUP = because("row-without-amounts");

function holdsFigure(grid: Grid, row: number, columns: readonly number[]): boolean {
  for (const column of columns) {
    const kind = grid.kind(row, column);
    if (kind !== KIND.blank && kind !== KIND.text) return true;
  }
  return false;
}

function holdsKind(grid: Grid, row: number, columns: readonly number[], kind: number): boolean {
  for (const column of columns) if (grid.kind(row, column) === kind) return true;
  return false;
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
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (character === "\u3000") indent += 2;
    else if (character === " " || character === "\u00a0") indent += 1;
    else break;
  }
  return indent;
}

/** A total row of fewer cells than the body, its figure under a column of names or codes. */
function displacedTotals(grid: Grid, lines: readonly Line[], { leads, amounts }: LineColumns): readonly Reason[] {
  return lines
    .filter(({ kind, row }) => kind === "total" && amounts.every((column) => grid.kind(row, column) === KIND.blank) && leads.some((column) => grid.kind(row, column) === KIND.number))
    .map(({ name, row }) => (because("doubt-total-displaced", { label: name, row: row + 1 })));
}

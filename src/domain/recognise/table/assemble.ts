/** One table from its section: columns, lines, caption, unit. */

import { intersects, type CellRange } from "../../../workbook/address";
import type { CellValue } from "../../../workbook/snapshot";
import { ZERO, type Decimal } from "../../amounts/decimal";
import { parseCell } from "../../amounts/parse";
import { statedUnit } from "../../amounts/unit";
import { cutOffOfHeadings } from "../../execution/cut-off";
import type { CutOff } from "../../execution/result";
import { AMOUNT_ROLES, isAmount, type BudgetTable, type Reason, type Role, type TableColumn, type TableRow } from "../../table";
import { isNumberingRow } from "../headers/extend";
import { isIdentifier } from "../headers/probe";
import { notesBelow, scanBody, type Body } from "./body";
import { ignoredAmong, subtotalsAmong } from "./named-rows";
import { captionOf, isCaptionText, isUnitNote, unitOf, type Caption } from "./caption";
import type { Evidence, HeaderColumn } from "../columns/candidate";
import { chosenColumns } from "../columns/chosen";
import { decideColumns } from "../columns/decide";
import { leavePeriodsAfter } from "../columns/periods";
import { DIALECTS } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";
import { headerPaths, headerText } from "../headers/cells";
import type { HeaderReader } from "../headers/text";
import { areMeasures, leaveMeasures } from "../rows/measures";
import { lineColumns, rowsOf } from "../rows/rows";
import { isFigure, type ColumnPlan } from "./looks";
import { isRepetition, type Section } from "./sections";
import { decideUnit, type TableUnit } from "./units";
import { because, OF_BUDGET, OF_RATES, OF_SPENDING } from "../reason";

/** Lines that tell what a column holds. */
const SAMPLE = 200;
/** Lines of which the figures themselves are looked at. */
const FIRST = 20;

interface Surroundings {
  /** The first row that no table above takes up. */
  readonly floor: number;
  /** A person's; null takes what the table says. */
  readonly cutOff: CutOff | null;
}

/** null if it turns out to be no budget table. */
export function tableOf(grid: Grid, read: HeaderReader, section: Section, { floor, cutOff }: Surroundings): BudgetTable | null {
  const { header, override, excelTable } = section;
  const paths = pathsOf(grid, read, header);
  const caption = captionOf(grid, header, floor);
  const { body, next } = bodyOf(grid, section, planOf(paths, header.left, read), caption);
  const ignored = ignoredAmong(body.lines, override, grid.value, header);
  const lines = ignored.size === 0 ? body.lines : body.lines.filter((row) => !ignored.has(row));

  const found = paths.map((path, at): HeaderColumn => ({ column: header.left + at, path, evidence: evidenceOf(grid, lines, header.left + at) }));
  const upTo = cutOff === null ? cutOffOfHeadings([caption.title?.text ?? "", ...caption.texts.map(({ text }) => text)]) : { cutOff, isCalled: true };
  const decided = decideColumns(found, { title: caption.title?.text ?? null, captions: caption.texts.map(({ text }) => text), sheetName: grid.sheet.name }, upTo, read, override?.columns ?? {});
  const told = leavePeriodsAfter(chosenColumns(decided.columns, override, read), upTo, decided.month);
  // What a person has touched stays, or they could not take it back.
  if (override === null && !isBudgetTable(told, found)) return null;

  const { rows, running, doubts: ofRows } = rowsOf(grid, lines, told, {
    total: section.totalRow,
    subtotals: subtotalsAmong(lines, override, grid.value, header),
    // In next month's table there may be more.
    areAll: override?.subtotalRows !== undefined && override.isReused !== true,
  });
  const ofMeasures = !told.some((column) => isAmount(column) && CHOSEN.has(column.reason.code)) && areMeasures(grid, lines, rows, told, read);
  const columns = ofMeasures ? leaveMeasures(told) : told;
  const doubts = ofMeasures ? [because("doubt-lines-are-measures")] : [...decided.doubts.filter(({ code }) => !(isChosen(override, "expenditure") && OF_SPENDING.has(code)) && !(isChosen(override, "rate") && OF_RATES.has(code)) && !((isChosen(override, "original-budget") || isChosen(override, "adjusted-budget")) && OF_BUDGET.has(code))), ...ofRows, ...doubtLeftOut(grid, body.leftOut, columns)];
  const range = { ...header, bottom: Math.max(header.bottom, body.lines.at(-1) ?? header.bottom) };
  const notes = notesBelow(grid, range, (next?.header.top ?? grid.range.bottom + 1) - 1, next === null);
  const unit = override?.unit === undefined ? decideUnit({ columns, caption, notes, sheetName: grid.sheet.name, totals: totalsOf(grid, rows, columns), cellsOf: ({ column }) => valuesIn(grid, rows, column) }) : chosenUnit(override.unit, override.isReused === true);
  return {
    id: section.id, sheetId: grid.sheet.id, sheetName: grid.sheet.name,
    range, title: caption.title, captions: caption.texts.filter((text) => text !== caption.title), unit: unit.unit, unitReason: unit.reason,
    headerTop: header.top, headerBottom: header.bottom, columns, rows, notes, excelTable,
    ...(running.length === 0 ? {} : { running }),
    ...(ignored.size === 0 ? {} : { ignoredRows: [...ignored].sort((a, b) => a - b) }),
    mergedBody: mergedBodyOf(grid, range, rows, columns),
    doubts: [...doubts, ...(unit.isLikely ? [unit.reason] : []), ...(unit.contradiction === undefined ? [] : [unit.contradiction])],
  };
}

/** What stands in the columns of the budget and the spending is never left out without a word. */
function doubtLeftOut(grid: Grid, leftOut: readonly number[], columns: readonly TableColumn[]): readonly Reason[] {
  const rows = leftOut.filter((row) => columns.some((column) => isAmount(column) && isFigure(grid, row, column.column)));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [because("doubt-rows-left-out", { rows: first === last ? `${first + 1}` : `${first + 1}–${last + 1}`, count: rows.length, last: last + 1 })];
}

/** Which of several is the spending is no question any more, nor whose rates are. */
function isChosen(override: Section["override"], role: Role): boolean {
  return Object.values(override?.columns ?? {}).includes(role);
}

/** Who says what a column of amounts is says that the lines have amounts of their own. */
const CHOSEN: ReadonlySet<string> = new Set(["chosen", "chosen-before"]);

function chosenUnit(unit: BudgetTable["unit"], isReused: boolean): TableUnit {
  return { unit, reason: isReused ? because("unit-chosen-before") : because("unit-chosen"), isLikely: false };
}

/** A last row of column numbers (栏次) belongs to the header and says nothing about the columns, but for 类 | 款 | 项 in it. */
function pathsOf(grid: Grid, read: HeaderReader, header: CellRange): readonly (readonly string[])[] {
  const { top, bottom, left, right } = header;
  if (bottom === top || !isNumberingRow(grid, read, bottom, left, right)) return headerPaths(grid, header);
  return headerPaths(grid, { ...header, bottom: bottom - 1 }).map((path, at) => {
    const last = headerText(grid, bottom, left + at);
    return read(last)?.meaning === "code-part" ? [...path, last] : path;
  });
}

const LEADS = new Set(["serial", "code-part", "status", "reason"]);

function planOf(paths: readonly (readonly string[])[], left: number, read: HeaderReader): ColumnPlan {
  const meanings = paths.map((path) => read(path.at(-1) ?? "")?.meaning ?? null);
  const firstKnown = meanings.findIndex((meaning) => meaning !== null && !isIdentifier(meaning) && !LEADS.has(meaning));
  const isLead = (at: number): boolean => {
    const meaning = meanings[at] ?? null;
    return meaning === null ? at < firstKnown : isIdentifier(meaning) || LEADS.has(meaning);
  };
  const all = paths.map((_, at) => at);
  return { leads: all.filter(isLead).map((at) => left + at), figures: all.filter((at) => !isLead(at)).map((at) => left + at) };
}

interface Extent {
  readonly body: Body;
  /** The section that stands below the table. */
  readonly next: Section | null;
}

/** The table's lines, over the page breaks that repeat its header. */
function bodyOf(grid: Grid, section: Section, plan: ColumnPlan, caption: Caption): Extent {
  const { header, end } = section;
  if (end !== null) {
    const given = { lines: filledRows(grid, header, header.bottom + 1, Math.min(end, grid.range.bottom)), isClosed: true, leftOut: [] };
    let below = section.next;
    while (below !== null && below.header.top <= end) below = below.next;
    return { body: given, next: below };
  }
  let { next } = section;
  let body = scanBody(grid, plan, header.bottom + 1, limitOf(grid, next));
  while (next !== null && continues(grid, section, next, body, caption)) {
    const { bottom } = next.header;
    next = next.next;
    body = scanBody(grid, plan, bottom + 1, limitOf(grid, next), body.lines);
  }
  return { body, next };
}

function limitOf(grid: Grid, next: Section | null): number {
  return next === null ? grid.range.bottom : next.header.top - 1;
}

function filledRows(grid: Grid, { left, right }: CellRange, from: number, to: number): readonly number[] {
  const rows: number[] = [];
  for (let row = from; row <= to; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (grid.kind(row, column) === KIND.blank) continue;
      rows.push(row);
      break;
    }
  }
  return rows;
}

/** After a total, a blank row, or under a title or another unit of its own, the same header begins another table. */
function continues(grid: Grid, { header }: Section, next: Section, body: Body, caption: Caption): boolean {
  if (body.isClosed || !isRepetition(grid, header, next)) return false;
  const known = new Set(caption.texts.map(({ text }) => text));
  const unit = unitOf(caption.texts)?.unit ?? null;
  const isOfOtherUnit = (text: string): boolean => unit !== null && isUnitNote(text) && statedUnit(text) !== unit;
  let blanks = 0;
  let pageTexts = 0;
  for (let row = (body.lines.at(-1) ?? header.bottom) + 1; row < next.header.top; row += 1) {
    const texts = columnsOf(header).map((column) => grid.text(row, column)).filter((text) => text !== "");
    if (texts.some(isOfOtherUnit) || !texts.every((text) => known.has(text) || isCaptionText(text) || DIALECTS.some(({ continued }) => continued.test(text)))) return false;
    if (texts.length === 0) blanks += 1;
    else pageTexts += 1;
  }
  return blanks === 0 || pageTexts > 0;
}

function columnsOf({ left, right }: CellRange): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, at) => left + at);
}

function evidenceOf(grid: Grid, lines: readonly number[], column: number): Evidence {
  let numbers = 0;
  let texts = 0;
  let codes = 0;
  let letters = 0;
  const seen = new Set<string>();
  let isSerial = true;
  for (const row of lines.slice(0, SAMPLE)) {
    const kind = grid.kind(row, column);
    if (kind === KIND.text) {
      texts += 1;
      letters += grid.text(row, column).length;
      seen.add(grid.text(row, column));
      if (!/\p{L}/u.test(grid.text(row, column))) codes += 1;
    } else if (kind === KIND.number) {
      numbers += 1;
      if (grid.text(row, column) !== String(numbers)) isSerial = false;
    }
  }
  const first = lines.slice(0, FIRST).map((row) => {
    const parsed = parseCell(grid.value(row, column), grid.numberFormat(row, column));
    return parsed.kind === "amount" ? parsed.value.toNumber() : NaN;
  });
  return { numbers, texts, codes, letters, different: seen.size, isSerial, first, begins: beginsOf(grid, lines.slice(0, FIRST), column) };
}

function beginsOf(grid: Grid, lines: readonly number[], column: number): readonly boolean[] {
  let last = "";
  return lines.map((row) => {
    const text = grid.kind(row, column) === KIND.text ? grid.text(row, column) : last;
    const begins = text !== last;
    last = text;
    return begins;
  });
}

function isBudgetTable(columns: readonly TableColumn[], found: readonly HeaderColumn[]): boolean {
  const hasIdentifier = columns.some(({ role }) => isIdentifier(role));
  return hasIdentifier && columns.some(({ role, partOf }, at) => ((role !== null && AMOUNT_ROLES.has(role)) || partOf !== undefined) && (found[at]?.evidence.numbers ?? 0) > 0);
}

/** One by one: mostly the first tells that there is no more to look at. */
function* valuesIn(grid: Grid, rows: readonly TableRow[], column: number): Generator<CellValue> {
  for (const { row } of rows) yield grid.value(row, column);
}

function totalsOf(grid: Grid, rows: readonly TableRow[], columns: readonly TableColumn[]): readonly Decimal[] {
  const total = rows.find(({ kind }) => kind === "total");
  if (total === undefined) return [];
  return columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role)).map(({ column }) => {
    const parsed = parseCell(grid.value(total.row, column), grid.numberFormat(total.row, column));
    return parsed.kind === "amount" ? parsed.value : ZERO;
  });
}

/** Merged areas that leave open which line or column a figure belongs to: those over amounts, or over the names of several lines; not over the payments of one and their 小计. */
function mergedBodyOf(grid: Grid, range: CellRange, rows: readonly TableRow[], columns: readonly TableColumn[]): readonly CellRange[] {
  const merges = grid.mergesFrom(range.top + 1, range.bottom);
  if (merges.length === 0) return merges;
  const { name, code } = lineColumns(columns);
  const kinds = new Map(rows.map(({ row, kind }) => [row, kind]));
  const covers = (merge: CellRange, column: number | null): boolean => column !== null && merge.left <= column && column <= merge.right;
  const payments = new Map(rows.flatMap(({ row, paymentOf }) => (paymentOf === undefined ? [] : [[row, paymentOf] as const])));
  const isOfOneLine = ({ top, bottom, left, right }: CellRange): boolean => left === right && bottom > top && Array.from({ length: bottom - top }, (_, at) => payments.get(top + 1 + at)).every((head, at) => (head !== undefined && head === (payments.get(top) ?? top)) || (top + 1 + at === bottom && kinds.get(bottom) === "subtotal"));
  return merges.filter((merge) => {
    if (isOfOneLine(merge) || !intersects(merge, range) || !isInBody(merge, kinds)) return false;
    const touchesFigures = columns.some((column) => (isAmount(column) || column.role === "rate") && covers(merge, column.column));
    return touchesFigures || (merge.bottom > merge.top && [name, ...code].some((column) => covers(merge, column)));
  });
}

/** Headings of groups may be merged over the whole width. */
function isInBody(merge: CellRange, kinds: ReadonlyMap<number, TableRow["kind"]>): boolean {
  for (let row = merge.top; row <= merge.bottom; row += 1) {
    const kind = kinds.get(row);
    if (kind !== undefined && kind !== "group") return true;
  }
  return false;
}

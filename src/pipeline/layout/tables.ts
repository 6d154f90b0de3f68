/** Tables of the summary as rows of a sheet: caption, header of one or more rows, lines, and what people wrote beside them. */

import type { SummaryColumn, TableBlock } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import { BLANK_CELL, cellOf, enteredCell, HEIGHT, shownText, textCell, type DraftBlock, type DraftCell, type DraftContext, type DraftRow, type PageBegin } from "./draft";
import { besideSlot } from "./entries";
import { leastWidth, linesHeight, textHeight, textWidth } from "./measure";
import type { ColumnWidth } from "./pages";
import { roleStyle } from "./styles";

/** Rows from the block's first on. */
export interface TableShape {
  readonly captionRows: 0 | 1;
  readonly headerRows: number;
  /** Of the first line. */
  readonly body: number;
}

export function tableShape({ title, columns }: TableBlock): TableShape {
  const captionRows = title === null ? 0 : 1;
  const headerRows = columns.reduce((most, { header }) => Math.max(most, header.length), 1);
  return { captionRows, headerRows, body: captionRows + headerRows };
}

/** Lines of a table before which its header stands once more, as a page begins there, in their order. */
export type HeadedAgain = readonly number[];
export const NOT_AGAIN: HeadedAgain = [];

/** Of the line, from the block's first row on. */
export function lineRow(table: TableBlock, line: number, again: HeadedAgain): number {
  const { body, headerRows } = tableShape(table);
  return body + line + headerRows * again.filter((at) => at <= line).length;
}

/** A blank row follows. */
export function tableHeight(table: TableBlock, again: HeadedAgain): number {
  return lineRow(table, table.rows.length, again) + 1;
}

type WidthByKind = Readonly<Record<SummaryColumn["kind"], number>>;
const NARROWEST: WidthByKind = { number: 36, name: 90, code: 48, amount: 66, percent: 54, text: 56, "long-text": 170 };
const WIDEST: WidthByKind = { number: 60, name: 200, code: 150, amount: 130, percent: 90, text: 130, "long-text": 240 };
/** Where a page has too little room: figures never wrap, texts of a word or two once, as far as these widths. */
const WRAPPED: Partial<WidthByKind> = { name: 112, code: 82, text: 80, "long-text": 120 };
/** Headers may wrap once. */
const HEADER_LINES = 2;
const INDENT = 9;

/** Of each of its columns: as what stands there, within bounds by what it is. */
export function tableWidths(table: TableBlock, context: Omit<DraftContext, "widths">): ColumnWidth[] {
  return table.columns.map((column, at) => {
    const header = textWidth(column.header.at(-1) ?? "", 1.1) / HEADER_LINES + INDENT;
    let widest = Math.max(NARROWEST[column.kind], header);
    let least = 0;
    for (const row of table.rows) {
      const cell = row.cells[at];
      if (cell === undefined) continue;
      const drafted = cellOf(cell, roleStyle(row.kind), column.kind, row.level, slotOf(table, row.key, column), { row: 0, column: at }, { ...context, figures: "values", widths: [] });
      const indent = drafted.style.indent * INDENT;
      widest = Math.max(widest, textWidth(shownText(drafted), row.kind === "body" ? 1 : 1.08) + indent);
      least = Math.max(least, leastWidth(shownText(drafted)) + indent);
    }
    const wanted = Math.ceil(Math.min(widest, WIDEST[column.kind]));
    const wrapped = WRAPPED[column.kind];
    if (wrapped === undefined) return { wanted, least: wanted };
    const once = column.kind === "text" ? Math.max(NARROWEST.text, header, widest / 2 + INDENT) : wrapped;
    return { wanted, least: Math.min(wanted, Math.ceil(Math.max(least, Math.min(once, wrapped)))) };
  });
}

export function drawTable(table: TableBlock, top: number, again: HeadedAgain, context: DraftContext): DraftBlock {
  const { columns, title, rows } = table;
  const right = columns.length - 1;
  const { captionRows } = tableShape(table);
  const caption: DraftRow[] = title === null ? [] : [row([textCell(title, roleStyle("caption"))], HEIGHT + 2, "freely")];
  const header = drawHeader(table, top + captionRows, true, context);
  const merges: CellRange[] = [...header.merges];
  const lines = rows.flatMap((line, i): DraftRow[] => {
    const at = top + lineRow(table, i, again);
    const once = again.includes(i) ? drawHeader(table, at - header.rows.length, false, context) : null;
    if (once !== null) merges.push(...once.merges);
    const cells = columns.map((column, c) => cellOf(line.cells[c] ?? { kind: "blank" }, roleStyle(line.kind), column.kind, line.level, slotOf(table, line.key, column), { row: at, column: c }, context));
    const drawn = { ...row([...cells, ...besideCells(table, line.key, at, context)], lineHeight(cells, columns, context), once === null ? beginOf(table, i) : "never"), outline: line.level };
    return once === null ? [drawn] : [...once.rows.map((headed) => ({ ...headed, outline: line.level })), drawn];
  });
  const captionMerge = title === null || right === 0 ? [] : [{ top, bottom: top, left: 0, right }];
  return { rows: [...caption, ...header.rows.map((line, i) => ({ ...line, begins: title === null && i === 0 ? ("freely" as const) : ("never" as const) })), ...lines, row([], HEIGHT - 8, "never")], merges: [...captionMerge, ...merges] };
}

/** So few rows do not end a page above a table, or begin one with its end. */
const FEWEST_ROWS = 2;
/** Tables up to this many rows stand on one page. */
const SHORT_TABLE = 8;

/** Whether a page may begin with the row: not apart from what sums it up or what it belongs to. */
function beginOf({ rows }: TableBlock, i: number): PageBegin {
  const [previous, line] = [rows[i - 1], rows[i]];
  if (previous === undefined || line === undefined || line.isPart === true) return "never";
  // A sum above its parts, and a total with the last of them.
  if (line.level > previous.level || line.kind === "total" || previous.kind === "total" || (rows[i + 1]?.kind === "total" && i + 2 === rows.length)) return "never";
  const isMiddle = i >= FEWEST_ROWS && rows.length - i > FEWEST_ROWS;
  return isMiddle && rows.length > SHORT_TABLE ? "freely" : "hardly";
}

export function row(cells: readonly DraftCell[], height: number, begins: PageBegin): DraftRow {
  return { cells, height, outline: 0, begins };
}

function lineHeight(cells: readonly DraftCell[], columns: readonly SummaryColumn[], { widths }: DraftContext): number {
  return cells.reduce((height, cell, c) => {
    if (!cell.style.wrapText) return height;
    const isOpen = columns[c]?.isOpen === true && cell.content.kind === "blank";
    return Math.max(height, isOpen ? 0 : textHeight(shownText(cell), (widths[c] ?? 0) - cell.style.indent * INDENT));
  }, HEIGHT);
}

/** Equal neighbours of an upper row are one heading; a column with fewer headings than others takes the rest of the height. What people wrote beside it stands there once. */
function drawHeader(table: TableBlock, top: number, isFirst: boolean, context: DraftContext): DraftBlock {
  const { columns } = table;
  const depth = tableShape(table).headerRows;
  const merges: CellRange[] = [];
  const style = roleStyle("header");
  const rows = Array.from({ length: depth }, (_, d): DraftRow => {
    const cells = columns.map(({ header }, c) => {
      const isCovered = d >= header.length || (d < header.length - 1 && c > 0 && isOneHeading(columns, c - 1, c, d));
      return textCell(isCovered ? "" : (header[d] ?? ""), style);
    });
    const beside = isFirst && d === depth - 1 ? besideCells(table, null, top + d, context) : [];
    return row([...cells, ...beside], headerHeight(columns, d, context.widths), "never");
  });
  columns.forEach(({ header }, c) => {
    if (header.length < depth) merges.push({ top: top + Math.max(0, header.length - 1), bottom: top + depth - 1, left: c, right: c });
    for (let d = 0; d < header.length - 1; d++) {
      if (c > 0 && isOneHeading(columns, c - 1, c, d)) continue;
      let right = c;
      while (isOneHeading(columns, right, right + 1, d)) right++;
      if (right > c) merges.push({ top: top + d, bottom: top + d, left: c, right });
    }
  });
  return { rows, merges };
}

/** Whether two columns share their heading in a row that is not the lowest of either, and all headings above. */
function isOneHeading(columns: readonly SummaryColumn[], a: number, b: number, depth: number): boolean {
  const [one, other] = [columns[a]?.header, columns[b]?.header];
  if (one === undefined || other === undefined || depth >= one.length - 1 || depth >= other.length - 1) return false;
  return one.slice(0, depth + 1).every((text, d) => text === other[d]);
}

function headerHeight(columns: readonly SummaryColumn[], depth: number, widths: readonly number[]): number {
  return columns.reduce((height, { header }, c) => (depth === header.length - 1 ? Math.max(height, textHeight(header[depth] ?? "", widths[c] ?? 0, 1.1)) : height), linesHeight(1) + 4);
}

/** What people wrote to the right of the table; `line` is null for its header. */
function besideCells({ id, columns }: TableBlock, line: string | null, at: number, context: DraftContext): DraftCell[] {
  const cells: DraftCell[] = [];
  const most = context.entries.columnsBeside(id);
  for (let offset = 1; offset <= most; offset++) {
    const entry = context.entries.get(besideSlot(id, line, offset));
    const style = roleStyle("blank");
    cells.push(entry === undefined ? BLANK_CELL : enteredCell(entry, { ...style, numberFormat: entry.numberFormat }, { row: at, column: columns.length + offset - 1 }));
  }
  return cells;
}

function slotOf({ id }: TableBlock, line: string, { key }: SummaryColumn): { readonly table: string; readonly row: string; readonly column: string } {
  return { table: id, row: line, column: key };
}

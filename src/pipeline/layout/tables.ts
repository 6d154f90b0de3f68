/** Tables of the summary as rows of a sheet: caption, header of one or more rows, lines, and what people wrote beside them. */

import type { SummaryColumn, TableBlock } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import { BLANK_CELL, cellOf, enteredCell, HEIGHT, shownText, textCell, type DraftBlock, type DraftCell, type DraftContext, type DraftRow } from "./draft";
import { besideSlot } from "./entries";
import { linesHeight, textHeight, textWidth } from "./measure";
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

/** A blank row follows. */
export function tableHeight(table: TableBlock): number {
  return tableShape(table).body + table.rows.length + 1;
}

const NARROWEST: Readonly<Record<SummaryColumn["kind"], number>> = { number: 36, name: 90, code: 48, amount: 78, percent: 62, text: 62, "long-text": 170 };
const WIDEST: Readonly<Record<SummaryColumn["kind"], number>> = { number: 60, name: 200, code: 150, amount: 130, percent: 90, text: 130, "long-text": 240 };
/** Headers may wrap once. */
const HEADER_LINES = 2;
const INDENT = 9;

/** Of each of its columns: as what stands there, within bounds by what it is. */
export function tableWidths(table: TableBlock, context: Omit<DraftContext, "widths">): number[] {
  return table.columns.map((column, at) => {
    const header = textWidth(column.header.at(-1) ?? "", 1.1);
    let widest = Math.max(NARROWEST[column.kind], header / HEADER_LINES + INDENT);
    for (const row of table.rows) {
      const cell = row.cells[at];
      if (cell === undefined) continue;
      const drafted = cellOf(cell, roleStyle(row.kind), column.kind, row.level, slotOf(table, row.key, column), { row: 0, column: at }, { ...context, figures: "values", widths: [] });
      widest = Math.max(widest, textWidth(shownText(drafted), row.kind === "body" ? 1 : 1.08) + drafted.style.indent * INDENT);
    }
    return Math.round(Math.min(widest, WIDEST[column.kind]));
  });
}

export function drawTable(table: TableBlock, top: number, context: DraftContext): DraftBlock {
  const { columns, title, rows } = table;
  const right = columns.length - 1;
  const { captionRows } = tableShape(table);
  const caption: DraftRow[] = title === null ? [] : [row([textCell(title, roleStyle("caption"))], HEIGHT + 2, true)];
  const header = drawHeader(table, top + captionRows, context);
  const lines = rows.map((line, i): DraftRow => {
    const at = top + captionRows + header.rows.length + i;
    const cells = columns.map((column, c) => cellOf(line.cells[c] ?? { kind: "blank" }, roleStyle(line.kind), column.kind, line.level, slotOf(table, line.key, column), { row: at, column: c }, context));
    const previous = rows[i - 1];
    const isLast = i === rows.length - 1;
    // Neither a total nor the line that it follows stands at the head of a page alone.
    const mayBegin = i > 0 && line.kind !== "total" && !(previous !== undefined && previous.kind === "total" && isLast);
    return { ...row([...cells, ...besideCells(table, line.key, at, context)], lineHeight(cells, columns, context), mayBegin), outline: line.level };
  });
  const captionMerge = title === null || right === 0 ? [] : [{ top, bottom: top, left: 0, right }];
  return { rows: [...caption, ...header.rows.map((line, i) => ({ ...line, mayBegin: title === null && i === 0 })), ...lines, row([], HEIGHT - 8, false)], merges: [...captionMerge, ...header.merges] };
}

export function row(cells: readonly DraftCell[], height: number, mayBegin: boolean): DraftRow {
  return { cells, height, outline: 0, mayBegin };
}

function lineHeight(cells: readonly DraftCell[], columns: readonly SummaryColumn[], { widths }: DraftContext): number {
  return cells.reduce((height, cell, c) => {
    if (!cell.style.wrapText) return height;
    const isOpen = columns[c]?.isOpen === true && cell.content.kind === "blank";
    return Math.max(height, isOpen ? 0 : textHeight(shownText(cell), (widths[c] ?? 0) - cell.style.indent * INDENT));
  }, HEIGHT);
}

/** Equal neighbours of an upper row are one heading; a column with fewer headings than others takes the rest of the height. */
function drawHeader(table: TableBlock, top: number, context: DraftContext): DraftBlock {
  const { columns } = table;
  const depth = tableShape(table).headerRows;
  const merges: CellRange[] = [];
  const style = roleStyle("header");
  const rows = Array.from({ length: depth }, (_, d): DraftRow => {
    const cells = columns.map(({ header }, c) => {
      const isCovered = d >= header.length || (d < header.length - 1 && c > 0 && isOneHeading(columns, c - 1, c, d));
      return textCell(isCovered ? "" : (header[d] ?? ""), style);
    });
    const beside = d === depth - 1 ? besideCells(table, null, top + d, context) : [];
    return row([...cells, ...beside], headerHeight(columns, d, context.widths), false);
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

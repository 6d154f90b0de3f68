/** A summary as sheets: every block in its place in the grid, every figure as a formula into its sources or as a value. */

import type { Block, BlockSheet, ChartBlock, Summary, SummaryCell, SummarySheet, TableBlock } from "../../domain/summary/model";
import { finished } from "../../domain/steps";
import type { Content } from "../../workbook/edits";
import { createStylePool, MOST_PAGE_BREAKS, type LayoutChart, type LayoutRow, type PageSetup, type SheetLayout } from "../../workbook/sheet-layout";
import { drawChartRoom, drawCopy, layoutChart, needsCopy, type PlacedTable } from "./charts";
import { BLANK_CELL, textCell, type DraftBlock, type DraftContext, type DraftRow } from "./draft";
import { NO_ENTRIES, type EntriesBySlot } from "./entries";
import { drawForm, drawSignOff, FORM_WIDTHS } from "./forms";
import type { FindFigure } from "./formulas";
import { linesHeight, textHeight } from "./measure";
import { fillPages } from "./page-fill";
import { fitWidths, orientationOf, pageHeight, pageSetup, type ColumnWidth } from "./pages";
import { placeSheet, type PlacedBlock, type PlacedChart, type PlacedSheet } from "./place";
import { roleStyle } from "./styles";
import { drawTable, lineRow, NOT_AGAIN, row, tableShape, tableWidths } from "./tables";

export interface LayoutOptions {
  /** Formulas into the workbook, or values that need nothing but themselves. */
  readonly figures: "formulas" | "values";
  /** What people wrote on the sheets before, by sheet. */
  readonly entries?: ReadonlyMap<SummarySheet["key"], EntriesBySlot>;
}

export interface LaidSheet<S extends BlockSheet = SummarySheet> {
  readonly sheet: S;
  readonly layout: SheetLayout;
  /** What we write that is not for people to change. */
  readonly ours: readonly Content[];
}

/** One sheet each, in the summary's order; the layout depends on nothing else. */
export function layoutSummary(summary: Summary, options: LayoutOptions): readonly SheetLayout[] {
  return laySheets(summary, options).map(({ layout }) => layout);
}

export function laySheets(summary: Summary, options: LayoutOptions): readonly LaidSheet[] {
  return finished(layInSteps(summary, options));
}

/** Rests after each block. */
export function layInSteps({ sheets }: Summary, { figures, entries }: LayoutOptions): Generator<void, readonly LaidSheet[]> {
  return layBlocks(sheets, figures, ({ key }) => entries?.get(key) ?? NO_ENTRIES);
}

/** Sheets of blocks that need nothing but themselves: for a file of their own. */
export function layoutBlocks(sheets: readonly BlockSheet[]): readonly SheetLayout[] {
  return finished(layBlocks(sheets, "values", () => NO_ENTRIES)).map(({ layout }) => layout);
}

function* layBlocks<S extends BlockSheet>(sheets: readonly S[], figures: LayoutOptions["figures"], entriesFor: (sheet: S) => EntriesBySlot): Generator<void, readonly LaidSheet<S>[]> {
  const placed: PlacedSheet<S>[] = [];
  for (const sheet of sheets) placed.push(yield* placeOnPages(sheet, entriesFor(sheet)));
  const tables = new Map(placed.flatMap(({ sheet, blocks }) => blocks.flatMap((one) => (one.block.kind === "table" && "again" in one ? [[one.block.id, { table: one.block, sheetName: sheet.name, top: one.top, again: one.again }] as const] : []))));
  const find = findIn(tables);
  const laid: LaidSheet<S>[] = [];
  for (const one of placed) laid.push(yield* laySheet(one, tables, { sheetName: one.sheet.name, figures, find, entries: entriesFor(one.sheet) }));
  return laid;
}

function findIn(tables: ReadonlyMap<string, PlacedTable>): FindFigure {
  const places = new Map([...tables].map(([id, { table }]) => [id, {
    rows: new Map(table.rows.map(({ key }, i) => [key, i])),
    columns: new Map(table.columns.map(({ key }, i) => [key, i])),
  }]));
  return (id, rowKey, columnKey) => {
    const table = tables.get(id);
    const at = places.get(id);
    const [line, column] = [at?.rows.get(rowKey), at?.columns.get(columnKey)];
    if (table === undefined || line === undefined || column === undefined || !isFigure(table.table.rows[line]?.cells[column])) return null;
    return { sheetName: table.sheetName, row: table.top + lineRow(table.table, line, table.again), column };
  };
}

function isFigure(cell: SummaryCell | undefined): boolean {
  return cell?.kind === "figure" && cell.figure.value !== null;
}

function* laySheet<S extends BlockSheet>({ sheet, blocks, columns, height }: PlacedSheet<S>, tables: ReadonlyMap<string, PlacedTable>, base: Omit<DraftContext, "widths">): Generator<void, LaidSheet<S>> {
  const { orientation, context, drawn } = yield* drawSheet({ sheet, blocks, columns }, base);
  const charts = blocks.filter((placed): placed is PlacedChart => placed.block.kind === "chart");
  const copies = copiesOf(charts, tables, height);
  const drafted = [...drawn, ...copies.map(({ chart, placed, top }) => drawCopy(chart, placed, top, context))];
  const lines = drafted.flatMap((block) => block.rows);
  const page = pageOf(orientation, blocks, lines, context.widths, copies.length > 0 ? height : null);
  const rows = beyondBreaks(lines, page, blocks, context.widths);
  const pool = createStylePool();
  const laid = rows.map((line): LayoutRow => ({
    height: line.height,
    outline: line.outline,
    cells: Array.from({ length: columns }, (_, column) => {
      const { content, style, figure, link } = line.cells[column] ?? BLANK_CELL;
      return { content, style: pool.numberOf(style), figure, link };
    }),
  }));
  const layout: SheetLayout = {
    name: sheet.name,
    widths: context.widths,
    rows: laid,
    styles: pool.styles,
    merges: drafted.flatMap(({ merges }) => merges),
    frozenRows: frozenRows(blocks),
    page,
    charts: charts.flatMap((chart) => chartOf(chart, tables, copies, sheet.name)),
  };
  const ours = rows.flatMap((line) => line.cells.flatMap(({ content, isOpen }) => (isOpen === true || content.kind === "blank" ? [] : [content])));
  return { sheet, layout, ours };
}

interface DrawnSheet {
  readonly orientation: PageSetup["orientation"];
  readonly context: DraftContext;
  readonly drawn: readonly DraftBlock[];
}

function* drawSheet<S extends BlockSheet>({ sheet, blocks, columns }: Pick<PlacedSheet<S>, "sheet" | "blocks" | "columns">, base: Omit<DraftContext, "widths">): Generator<void, DrawnSheet> {
  const each = columnWidths(sheet.blocks, columns, base);
  const orientation = orientationOf(sheet, each);
  const context: DraftContext = { ...base, widths: fitWidths(each, orientation) };
  const drawn: DraftBlock[] = [];
  for (const placed of blocks) {
    drawn.push(drawBlock(placed, context));
    yield;
  }
  return { orientation, context, drawn };
}

/**
 * Pages repeat rows to the sheet's end, so they can repeat the header of the last table only. That of another stands
 * among its lines again wherever a page begins with one of them.
 */
function* placeOnPages<S extends BlockSheet>(sheet: S, entries: EntriesBySlot): Generator<void, PlacedSheet<S>> {
  const placed = placeSheet(sheet, entries, new Map());
  const others = tablesIn(placed.blocks).slice(0, -1).filter(({ block }) => block.rows.length > 1);
  if (others.length === 0) return placed;
  const { orientation, context, drawn } = yield* drawSheet(placed, { sheetName: sheet.name, figures: "values", find: () => null, entries });
  const rows = drawn.flatMap((block) => block.rows);
  const bodyOf = ({ block, top }: (typeof others)[number]): number => top + tableShape(block).body;
  const tableAt = (at: number) => others.find((one) => at > bodyOf(one) && at < bodyOf(one) + one.block.rows.length);
  const headerHeight = (at: number): number => {
    const table = tableAt(at);
    return table === undefined ? 0 : rows.slice(table.top + tableShape(table.block).captionRows, bodyOf(table)).reduce((sum, { height }) => sum + height, 0);
  };
  const { breaks } = pageOf(orientation, placed.blocks, rows, context.widths, null, headerHeight);
  const again = new Map<string, number[]>();
  for (const at of breaks) {
    const table = tableAt(at);
    if (table !== undefined) again.set(table.block.id, [...(again.get(table.block.id) ?? []), at - bodyOf(table)]);
  }
  return again.size === 0 ? placed : placeSheet(sheet, entries, again);
}

const PLAIN_WIDTH = 64;

function columnWidths(blocks: readonly Block[], columns: number, context: Omit<DraftContext, "widths">): ColumnWidth[] {
  const each = blocks.flatMap((block) => (block.kind === "table" ? [tableWidths(block, context)] : block.kind === "form" ? [FORM_WIDTHS] : []));
  const widest = (column: number, of: keyof ColumnWidth): number => each.reduce((most, widths) => Math.max(most, widths[column]?.[of] ?? 0), 0) || PLAIN_WIDTH;
  return Array.from({ length: columns }, (_, column) => ({ wanted: widest(column, "wanted"), least: widest(column, "least") }));
}

function drawBlock(placed: PlacedBlock, context: DraftContext): DraftBlock {
  const { block, top, height } = placed;
  switch (block.kind) {
    case "title": return drawLine(block.text, "title", top, context, 16 / 11);
    case "heading": return drawLine(block.text, "heading", top, context, 12 / 11);
    case "note": return drawLine(block.text, "note", top, context, 10 / 11);
    case "table": return drawTable(block, top, "again" in placed ? placed.again : NOT_AGAIN, context);
    case "form": return drawForm(block, top, context);
    case "chart": return drawChartRoom(height);
    case "sign-off": return drawSignOff(block, top, context);
    case "page-break": return { rows: [], merges: [] };
  }
}

/** Over all columns. */
function drawLine(text: string, role: "title" | "heading" | "note", top: number, { widths }: DraftContext, scale: number): DraftBlock {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const style = roleStyle(role);
  const cells = widths.map((_, column) => (column === 0 ? textCell(text, style) : { ...BLANK_CELL, style }));
  const height = role === "note" ? textHeight(text, total, scale) : Math.max(textHeight(text, total, scale), linesHeight(scale) + 6);
  return { rows: [row(cells, height, "freely")], merges: widths.length > 1 ? [{ top, bottom: top, left: 0, right: widths.length - 1 }] : [] };
}

interface Copy {
  readonly chart: ChartBlock;
  readonly placed: PlacedTable;
  readonly top: number;
}

/** Below everything else, and not printed. */
function copiesOf(charts: readonly PlacedChart[], tables: ReadonlyMap<string, PlacedTable>, height: number): Copy[] {
  let top = height;
  return charts.flatMap(({ block: chart }) => {
    const placed = tables.get(chart.table);
    if (placed === undefined || !needsCopy(chart, placed)) return [];
    const copy = { chart, placed, top };
    top += drawnRows(chart, placed.table) + 1;
    return [copy];
  });
}

function drawnRows({ rows }: ChartBlock, { rows: lines }: TableBlock): number {
  const keys = new Set(lines.map(({ key }) => key));
  return rows.filter((key) => keys.has(key)).length;
}

function chartOf({ block: chart, area }: PlacedChart, tables: ReadonlyMap<string, PlacedTable>, copies: readonly Copy[], sheetName: string): LayoutChart[] {
  const placed = tables.get(chart.table);
  if (placed === undefined || drawnRows(chart, placed.table) === 0) return [];
  return [layoutChart(chart, placed, area, copies.find((copy) => copy.chart === chart)?.top ?? null, sheetName)];
}

/** Where there is one table, its header stays when scrolling. */
function frozenRows(blocks: readonly PlacedBlock[]): number {
  const tables = tablesIn(blocks);
  const [only] = tables;
  return only === undefined || tables.length > 1 || only.block.rows.length < LONG_TABLE ? 0 : only.top + tableShape(only.block).body;
}

const LONG_TABLE = 12;

function tablesIn(blocks: readonly PlacedBlock[]): (PlacedBlock & { readonly block: TableBlock })[] {
  return blocks.filter((placed): placed is PlacedBlock & { readonly block: TableBlock } => placed.block.kind === "table");
}

/** The header of the last table is repeated: pages repeat rows to the sheet's end, so that of another would head the wrong columns. */
function pageOf(orientation: PageSetup["orientation"], blocks: readonly PlacedBlock[], rows: readonly DraftRow[], widths: readonly number[], printedRows: number | null, above?: (row: number) => number): PageSetup {
  const last = tablesIn(blocks).at(-1);
  const shape = last === undefined ? null : tableShape(last.block);
  const titleRows = last === undefined || shape === null ? null : { top: last.top + shape.captionRows, bottom: last.top + shape.body - 1 };
  const begins = blocks.flatMap((placed) => (placed.block.kind === "page-break" ? [placed.top] : headersAgain(placed)));
  const printed = printedRows === null ? rows : rows.slice(0, printedRows);
  const setup = pageSetup(keepHeadings(printed, blocks), widths, orientation, titleRows, begins, above);
  return { ...setup, area: printedRows === null ? null : { top: 0, left: 0, bottom: printedRows - 1, right: widths.length - 1 } };
}

/** Of thousands of forms, those behind the last break that Excel takes. */
function beyondBreaks(rows: readonly DraftRow[], { breaks, orientation }: PageSetup, blocks: readonly PlacedBlock[], widths: readonly number[]): readonly DraftRow[] {
  const last = breaks.length < MOST_PAGE_BREAKS ? undefined : breaks.at(-1);
  const begins = last === undefined ? [] : blocks.flatMap(({ block, top }) => (block.kind === "page-break" && top > last && top < rows.length ? [top] : []));
  return last === undefined || begins.length === 0 ? rows : fillPages(rows, last, begins, pageHeight(widths, orientation));
}

/** Where a table's header stands again. */
function headersAgain(placed: PlacedBlock): number[] {
  if (placed.block.kind !== "table" || !("again" in placed)) return [];
  const { block, top, again } = placed;
  return again.map((line) => top + lineRow(block, line, again) - tableShape(block).headerRows);
}

/** What follows a title, heading or note belongs to it; notes below a table belong to the table. */
function keepHeadings(rows: readonly DraftRow[], blocks: readonly PlacedBlock[]): readonly DraftRow[] {
  const kept = new Set<number>();
  let isBelow = false;
  blocks.forEach(({ block, top }, i) => {
    const next = blocks[i + 1]?.block;
    // A table with a title of its own is introduced by that.
    const introduces = next?.kind === "chart" || (next?.kind === "table" && next.title === null);
    isBelow = block.kind === "table" || (isBelow && block.kind === "note" && !introduces);
    if (block.kind === "title" || block.kind === "heading" || (block.kind === "note" && !isBelow)) kept.add(top + 1);
    else if (block.kind === "note") kept.add(top);
  });
  return rows.map((line, at) => (kept.has(at) ? { ...line, begins: "never" as const } : line));
}


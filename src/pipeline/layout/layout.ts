/** A summary as sheets: every block in its place in the grid, every figure as a formula into its sources or as a value. */

import type { Block, BlockSheet, ChartBlock, FormBlock, Summary, SummaryCell, SummarySheet, TableBlock } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { createStylePool, type LayoutChart, type LayoutRow, type PageSetup, type SheetLayout } from "../../workbook/sheet-layout";
import { chartHeight, chartRows, drawChartRoom, drawCopy, layoutChart, needsCopy, type PlacedTable } from "./charts";
import { BLANK_CELL, textCell, type DraftBlock, type DraftContext, type DraftRow } from "./draft";
import { NO_ENTRIES, type EntriesBySlot } from "./entries";
import { drawForm, drawSignOff, FORM_WIDTHS, formHeight, signOffHeight } from "./forms";
import type { FindFigure } from "./formulas";
import { linesHeight, textHeight } from "./measure";
import { orientationOf, pageSetup } from "./pages";
import { roleStyle } from "./styles";
import { drawTable, row, tableHeight, tableShape, tableWidths } from "./tables";

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

export function laySheets({ sheets }: Summary, { figures, entries }: LayoutOptions): readonly LaidSheet[] {
  return layBlocks(sheets, figures, ({ key }) => entries?.get(key) ?? NO_ENTRIES);
}

/** Sheets of blocks that need nothing but themselves: for a file of their own. */
export function layoutBlocks(sheets: readonly BlockSheet[]): readonly SheetLayout[] {
  return layBlocks(sheets, "values", () => NO_ENTRIES).map(({ layout }) => layout);
}

function layBlocks<S extends BlockSheet>(sheets: readonly S[], figures: LayoutOptions["figures"], entriesFor: (sheet: S) => EntriesBySlot): readonly LaidSheet<S>[] {
  const placed = sheets.map((sheet) => placeSheet(sheet, entriesFor(sheet)));
  const tables = new Map(placed.flatMap(({ sheet, blocks }) => blocks.flatMap(({ block, top }) => (block.kind === "table" ? [[block.id, { table: block, sheetName: sheet.name, top }] as const] : []))));
  const find = findIn(tables);
  return placed.map((one) => laySheet(one, tables, { sheetName: one.sheet.name, figures, find, entries: entriesFor(one.sheet) }));
}

interface PlacedBlock<B extends Block = Block> {
  readonly block: B;
  readonly top: number;
}

interface PlacedSheet<S extends BlockSheet> {
  readonly sheet: S;
  readonly blocks: readonly PlacedBlock[];
  readonly columns: number;
  readonly height: number;
}

const FEWEST_COLUMNS = 4;
const CHART_COLUMNS = 6;

function placeSheet<S extends BlockSheet>(sheet: S, entries: EntriesBySlot): PlacedSheet<S> {
  const columns = sheet.blocks.reduce((most, block) => Math.max(most, block.kind === "table" ? block.columns.length + entries.columnsBeside(block.id) : block.kind === "chart" ? CHART_COLUMNS : FEWEST_COLUMNS), FEWEST_COLUMNS);
  let top = 0;
  const blocks = sheet.blocks.map((block): PlacedBlock => {
    const here = { block, top };
    top += blockHeight(block, columns);
    return here;
  });
  return { sheet, blocks, columns, height: top };
}

function blockHeight(block: Block, columns: number): number {
  switch (block.kind) {
    case "title":
    case "heading":
    case "note": return 1;
    case "table": return tableHeight(block);
    case "form": return formHeight(block);
    case "chart": return chartHeight(block);
    case "sign-off": return signOffHeight(block.labels, columns);
    case "page-break": return 0;
  }
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
    return { sheetName: table.sheetName, row: table.top + tableShape(table.table).body + line, column };
  };
}

function isFigure(cell: SummaryCell | undefined): boolean {
  return cell?.kind === "figure" && cell.figure.value !== null;
}

function laySheet<S extends BlockSheet>({ sheet, blocks, columns, height }: PlacedSheet<S>, tables: ReadonlyMap<string, PlacedTable>, base: Omit<DraftContext, "widths">): LaidSheet<S> {
  const context: DraftContext = { ...base, widths: widthsOf(sheet.blocks, columns, base) };
  const charts = blocks.flatMap(({ block, top }) => (block.kind === "chart" ? [{ block, top }] : []));
  const copies = copiesOf(charts, tables, height);
  const drafted = [...blocks.map((placed) => drawBlock(placed, context)), ...copies.map(({ chart, placed, top }) => drawCopy(chart, placed, top, context))];
  const rows = drafted.flatMap((block) => block.rows);
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
    page: pageOf(sheet, blocks, rows, context.widths, copies.length > 0 ? height : null),
    charts: charts.flatMap(({ block, top }) => chartOf(block, top, tables, copies, sheet.name, columns)),
  };
  const ours = rows.flatMap((line) => line.cells.flatMap(({ content, isOpen }) => (isOpen === true || content.kind === "blank" ? [] : [content])));
  return { sheet, layout, ours };
}

const PLAIN_WIDTH = 64;

function widthsOf(blocks: readonly Block[], columns: number, context: Omit<DraftContext, "widths">): number[] {
  const each = blocks.flatMap((block) => (block.kind === "table" ? [tableWidths(block, context)] : block.kind === "form" ? [FORM_WIDTHS] : []));
  return Array.from({ length: columns }, (_, column) => each.reduce((widest, widths) => Math.max(widest, widths[column] ?? 0), 0) || PLAIN_WIDTH);
}

function drawBlock({ block, top }: PlacedBlock, context: DraftContext): DraftBlock {
  switch (block.kind) {
    case "title": return drawLine(block.text, "title", top, context, 16 / 11, true);
    case "heading": return drawLine(block.text, "heading", top, context, 12 / 11, true);
    case "note": return drawLine(block.text, "note", top, context, 10 / 11, true);
    case "table": return drawTable(block, top, context);
    case "form": return drawForm(block, top, context);
    case "chart": return drawChartRoom(block);
    case "sign-off": return drawSignOff(block, top, context);
    case "page-break": return { rows: [], merges: [] };
  }
}

/** Over all columns. */
function drawLine(text: string, role: "title" | "heading" | "note", top: number, { widths }: DraftContext, scale: number, mayBegin: boolean): DraftBlock {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const style = roleStyle(role);
  const cells = widths.map((_, column) => (column === 0 ? textCell(text, style) : { ...BLANK_CELL, style }));
  const height = role === "note" ? textHeight(text, total, scale) : Math.max(textHeight(text, total, scale), linesHeight(scale) + 6);
  return { rows: [row(cells, height, mayBegin)], merges: widths.length > 1 ? [{ top, bottom: top, left: 0, right: widths.length - 1 }] : [] };
}

interface Copy {
  readonly chart: ChartBlock;
  readonly placed: PlacedTable;
  readonly top: number;
}

/** Below everything else, and not printed. */
function copiesOf(charts: readonly PlacedBlock<ChartBlock>[], tables: ReadonlyMap<string, PlacedTable>, height: number): Copy[] {
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

function chartOf(chart: ChartBlock, top: number, tables: ReadonlyMap<string, PlacedTable>, copies: readonly Copy[], sheetName: string, columns: number): LayoutChart[] {
  const placed = tables.get(chart.table);
  if (placed === undefined || drawnRows(chart, placed.table) === 0) return [];
  const area: CellRange = { top, bottom: top + chartRows(chart) - 1, left: 0, right: columns - 1 };
  return [layoutChart(chart, placed, area, copies.find((copy) => copy.chart === chart)?.top ?? null, sheetName)];
}

/** Where there is one table, its header stays when scrolling. */
function frozenRows(blocks: readonly PlacedBlock[]): number {
  const tables = tablesIn(blocks);
  const [only] = tables;
  return only === undefined || tables.length > 1 || only.block.rows.length < LONG_TABLE ? 0 : only.top + tableShape(only.block).body;
}

const LONG_TABLE = 12;

function tablesIn(blocks: readonly PlacedBlock[]): PlacedBlock<TableBlock>[] {
  return blocks.flatMap(({ block, top }) => (block.kind === "table" ? [{ block, top }] : []));
}

/** The header of the last table is repeated: pages repeat rows to the sheet's end, so that of another would head the wrong columns. */
function pageOf(sheet: BlockSheet, blocks: readonly PlacedBlock[], rows: readonly DraftRow[], widths: readonly number[], printedRows: number | null): PageSetup {
  const last = tablesIn(blocks).at(-1);
  const shape = last === undefined ? null : tableShape(last.block);
  const titleRows = last === undefined || shape === null ? null : { top: last.top + shape.captionRows, bottom: last.top + shape.body - 1 };
  const begins = blocks.flatMap(({ block, top }) => (block.kind === "page-break" ? [top] : []));
  const printed = printedRows === null ? rows : rows.slice(0, printedRows);
  const setup = pageSetup(keepHeadings(printed, blocks), widths, orientationOf(sheet, widths), titleRows, begins);
  return { ...setup, area: printedRows === null ? null : { top: 0, left: 0, bottom: printedRows - 1, right: widths.length - 1 } };
}

/** What follows a title, heading or note belongs to it; notes below a table belong to the table. */
function keepHeadings(rows: readonly DraftRow[], blocks: readonly PlacedBlock[]): readonly DraftRow[] {
  const kept = new Set<number>();
  let isBelow = false;
  blocks.forEach(({ block, top }, i) => {
    const next = blocks[i + 1]?.block.kind;
    isBelow = block.kind === "table" || (isBelow && block.kind === "note" && next !== "table" && next !== "chart");
    if (block.kind === "title" || block.kind === "heading" || (block.kind === "note" && !isBelow)) kept.add(top + 1);
    else if (block.kind === "note") kept.add(top);
  });
  return rows.map((line, at) => (kept.has(at) ? { ...line, mayBegin: false } : line));
}

export function formsIn({ blocks }: BlockSheet): FormBlock[] {
  return blocks.filter((block) => block.kind === "form");
}


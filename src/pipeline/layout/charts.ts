/** Charts over tables of the summary. They show cells: the table's own where their rows follow each other there, else a copy in the chart's order. */

import type { ChartBlock, SummaryCell, TableBlock } from "../../domain/summary/model";
import { columnName, quoteSheetName } from "../../workbook/address";
import type { LayoutChart, SheetPlace } from "../../workbook/sheet-layout";
import { cellOf, HEIGHT, textCell, type DraftBlock, type DraftCell, type DraftContext } from "./draft";
import { FORMATS, roleStyle } from "./styles";
import { lineRow, row, type HeadedAgain } from "./tables";

/** A table in its place. */
export interface PlacedTable {
  readonly table: TableBlock;
  readonly sheetName: string;
  readonly top: number;
  readonly again: HeadedAgain;
}

/** Points: a bar with its name beside it, and what a chart needs around its bars. */
const BAR = 18;
const AROUND = 90;
/** Rows of a chart of columns: with the key figures above it on one page. */
const COLUMNS_HIGH = 8;

/** Rows that a chart covers below what stands before it: as many as its bars need, never more than a page across. */
export function chartRows({ shape, rows, series }: ChartBlock): number {
  const bars = Math.ceil((rows.length * Math.max(1, series.length) * BAR + AROUND) / HEIGHT);
  return shape === "column" ? COLUMNS_HIGH : Math.min(Math.max(bars, 10), 25);
}

/** Blank rows that it covers. */
export function drawChartRoom(height: number): DraftBlock {
  return { rows: Array.from({ length: height }, (_, i) => row([], i === height - 1 ? HEIGHT - 12 : HEIGHT, i === 0 ? "freely" : "never")), merges: [] };
}

/** Cells in the order of the chart; null where the table's own will do. */
export function needsCopy(chart: ChartBlock, { table, again }: PlacedTable): boolean {
  const rows = rowsOf(chart, table).map((line) => lineRow(table, line, again));
  return rows.some((at, i) => i > 0 && at !== (rows[i - 1] ?? 0) + 1);
}

/** Its rows in the table, in its own order; those that the table does not have are left out. */
function rowsOf({ rows }: ChartBlock, { rows: lines }: TableBlock): number[] {
  const places = new Map(lines.map(({ key }, i) => [key, i]));
  return rows.flatMap((key) => places.get(key) ?? []);
}

/** Categories, then a column for each series, under a header. */
export function drawCopy(chart: ChartBlock, placed: PlacedTable, top: number, context: DraftContext): DraftBlock {
  const { table, sheetName, top: tableTop, again } = placed;
  const columns = [chart.categories, ...chart.series.map(({ column }) => column)].map((key) => table.columns.findIndex((column) => column.key === key));
  const prefix = sheetName === context.sheetName ? "" : `${quoteSheetName(sheetName)}!`;
  const style = roleStyle("data");
  const header = row([textCell(chart.title, style), ...chart.series.map(({ name }) => textCell(name, style))], HEIGHT, "freely");
  const lines = rowsOf(chart, table).map((line, i) => {
    const at = tableTop + lineRow(table, line, again);
    const cells = columns.map((c, column): DraftCell => {
      const label = column === 0 ? table.rows[line]?.label : undefined;
      const source: SummaryCell = label !== undefined ? { kind: "text", text: label } : (table.rows[line]?.cells[c] ?? { kind: "blank" });
      const cell = cellOf(source, style, table.columns[c]?.kind ?? "text", 0, { table: "", row: "", column: "" }, { row: top + 1 + i, column }, context);
      const isLinked = label === undefined && context.figures === "formulas" && cell.content.kind !== "blank";
      return { ...cell, content: isLinked ? { kind: "formula", value: `=${prefix}${columnName(c)}${at + 1}` } : cell.content, link: null };
    });
    return row(cells, HEIGHT - 4, "never");
  });
  return { rows: [header, ...lines], merges: [] };
}

/** What it shows: a copy at `copyTop`, or (null) the table itself. */
export function layoutChart(chart: ChartBlock, placed: PlacedTable, area: LayoutChart["area"], copyTop: number | null, sheetName: string): LayoutChart {
  const { table } = placed;
  const rows = rowsOf(chart, table);
  const first = copyTop === null ? placed.top + lineRow(table, rows[0] ?? 0, placed.again) : copyTop + 1;
  const cells = (column: number): SheetPlace => ({ sheetName: copyTop === null ? placed.sheetName : sheetName, range: { top: first, bottom: first + Math.max(1, rows.length) - 1, left: column, right: column } });
  const columnOf = (key: string, inCopy: number): number => (copyTop === null ? Math.max(0, table.columns.findIndex((column) => column.key === key)) : inCopy);
  return {
    name: chart.id,
    title: chart.title,
    shape: chart.shape,
    area,
    categories: cells(columnOf(chart.categories, 0)),
    series: chart.series.map(({ column, name, color }, i) => ({ name, values: cells(columnOf(column, i + 1)), color })),
    numberFormat: chart.format === "percent" ? "0%" : FORMATS[chart.format],
    mark: chart.mark === null ? null : { value: chart.mark.value.toNumber(), name: chart.mark.name, ...(chart.mark.from !== undefined && { from: chart.mark.from.toNumber() }), ...(chart.mark.to !== undefined && { to: chart.mark.to.toNumber() }) },
  };
}

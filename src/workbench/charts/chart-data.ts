/** What a chart of the book shows: its references followed to the cells, as they are now. */

import { numberFormatAt, readTexts, readValues, textAt } from "../../embedded/book/cells";
import { axisOf, seriesColor } from "../../embedded/book/chart-looks";
import type { ChartAxis } from "../../embedded/book/chart-looks";
import type { Chart } from "../../embedded/book/charts";
import { areaOf } from "../../embedded/book/formula/precedents";
import type { Area } from "../../embedded/book/formula/precedents";
import { isColumnHidden, isRowHidden } from "../../embedded/book/sizes";

export interface ChartData {
  /** Excel.ChartType. */
  readonly type: string;
  /** null: none. */
  readonly title: string | null;
  readonly legend: Chart["legend"];
  /** As their cells show them; numbered where the chart names no cells. */
  readonly categories: readonly string[];
  readonly series: readonly SeriesData[];
  /** null where the chart has no such axis. */
  readonly categoryAxis: ChartAxis | null;
  readonly valueAxis: ChartAxis | null;
  /** Of the first value, for an axis that follows its cells. */
  readonly cellFormat: string;
}

export interface SeriesData {
  readonly name: string;
  /** null where a cell holds no number: a gap. */
  readonly values: readonly (number | null)[];
  /** "#RRGGBB" */
  readonly color: string;
}

/** Accents of the Office theme, in the order charts take them. */
const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

export function chartData(chart: Chart): ChartData {
  const { sheet, type, title, legend } = chart;
  const areas = chart.series.map(({ values }) => areaOf(values, sheet));
  const series = chart.series.map(({ name }, index): SeriesData => ({
    name: nameOf(name, chart),
    values: cellsOf(areas[index] ?? null, readValues).map((value) => (typeof value === "number" ? value : null)),
    color: seriesColor(chart, index) ?? ACCENTS[index % ACCENTS.length] ?? "",
  }));
  const named = cellsOf(areaOf(chart.series[0]?.categories ?? "", sheet), readTexts);
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const [first] = areas;
  return {
    type, legend, series,
    title: title === "" ? (series[0]?.name ?? "") : title,
    categories: Array.from({ length }, (_, index) => named[index] ?? String(index + 1)),
    categoryAxis: axisOf(chart, "category"),
    valueAxis: axisOf(chart, "value"),
    cellFormat: first ? numberFormatAt(first.sheet, first.range.top, first.range.left) : "General",
  };
}

function nameOf(name: string, { sheet }: Chart): string {
  if (!name.startsWith("=")) return name;
  const area = areaOf(name.slice(1), sheet);
  return area === null ? "" : textAt(area.sheet, area.range.top, area.range.left);
}

/** One after another; charts leave out hidden rows and columns. */
function cellsOf<T>(area: Area | null, read: (sheet: Area["sheet"], range: Area["range"]) => T[][]): T[] {
  if (area === null) return [];
  const { sheet, range } = area;
  return read(sheet, range).flatMap((line, y) => (isRowHidden(sheet, range.top + y) ? [] : line.filter((_, x) => !isColumnHidden(sheet, range.left + x))));
}

/** Excel.ChartSeriesCollection and ChartSeries */

import { findSheet } from "../../book/book";
import { readValues } from "../../book/cells";
import { changeChart, type ChartSeries } from "../../book/charts";
import { setSeriesColor } from "../../book/chart-looks";
import { evaluate } from "../../book/recalculate";
import { columnName, quoteSheetName } from "../../../workbook/address";
import { integer, optionalInteger, optionalText, text, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import { type Cells, cellsAtAddress, splitAddress } from "../cells";
import { rangeArgument } from "../range/argument";
import { colorOf } from "../format/colors";
import { textOf } from "../values";
import { chartAt, type ChartKey, findChart } from "./chart-key";

interface SeriesKey {
  readonly chart: ChartKey;
  readonly index: number;
}

function seriesAt({ chart, index }: SeriesKey): ChartSeries {
  const series = chartAt(chart).series[index];
  if (series === undefined) throw invalidArgument();
  return series;
}

function change({ chart, index }: SeriesKey, changes: Partial<ChartSeries>): void {
  const { series } = chartAt(chart);
  changeChart(chartAt(chart), { series: series.map((one, at) => (at === index ? { ...one, ...changes } : one)) });
}

/** "Sheet1!$B$2:$B$9" */
function referenceTo({ sheet, range }: Cells): string {
  const corner = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  const first = corner(range.top, range.left);
  const last = corner(range.bottom, range.right);
  return `${quoteSheetName(sheet.name)}!${first === last ? first : `${first}:${last}`}`;
}

function setFrom(part: "values" | "categories"): (key: SeriesKey, args: Arguments) => void {
  return (key, args) => change(key, { [part]: referenceTo(rangeArgument(key.chart.sheet, args, 0)) });
}

/** The name as the legend shows it: a reference is followed to its cell. */
function nameOf(key: SeriesKey): string {
  const { name } = seriesAt(key);
  const { sheet } = key.chart;
  return name.startsWith("=") ? String(evaluate(sheet.book, sheet.id, name)) : name;
}

/** The cells behind a series' dimension, one after another. */
function dimensionValues(key: SeriesKey, args: Arguments): Json {
  const series = seriesAt(key);
  const reference = word(args, 0, ["Values", "Categories", "XValues", "YValues"]) === "Values" ? series.values : series.categories;
  const { sheetName } = splitAddress(reference);
  const sheet = sheetName === null ? null : findSheet(key.chart.sheet.book, sheetName);
  if (sheet === null) return [];
  const cells = cellsAtAddress(sheet, reference);
  return readValues(cells.sheet, cells.range).flat();
}

export const chartFillType: ObjectType<SeriesKey> = defineObject<SeriesKey>({
  name: "ChartFill",
  exists: seriesExists,
  methods: { SetSolidColor: action("1.1", ({ chart, index }, args) => setSeriesColor(chartAt(chart), index, colorOf(text(args, 0)))) },
});

export const chartSeriesFormatType: ObjectType<SeriesKey> = defineObject<SeriesKey>({ name: "ChartSeriesFormat", exists: seriesExists, children: { Fill: child("1.1", chartFillType.of) } });

function seriesExists({ chart, index }: SeriesKey): boolean {
  return findChart(chart)?.series[index] !== undefined;
}

export const chartSeriesType: ObjectType<SeriesKey> = defineObject<SeriesKey>({
  name: "ChartSeries",
  exists: seriesExists,
  properties: {
    Name: writable("1.1", nameOf, (key, name) => change(key, { name: textOf(name) })),
  },
  children: { Format: child("1.1", chartSeriesFormatType.of) },
  methods: {
    Delete: action("1.7", ({ chart, index }) => void changeChart(chartAt(chart), { series: chartAt(chart).series.filter((_, at) => at !== index) })),
    SetValues: action("1.7", setFrom("values")),
    SetXAxisValues: action("1.7", setFrom("categories")),
    GetDimensionValues: value("1.12", dimensionValues),
  },
});

function addSeries(chart: ChartKey, args: Arguments): ApiObject {
  const { series } = chartAt(chart);
  const index = optionalInteger(args, 1) ?? series.length;
  const added: ChartSeries = { name: optionalText(args, 0) ?? `Series${series.length + 1}`, values: "", categories: "" };
  changeChart(chartAt(chart), { series: series.toSpliced(index, 0, added) });
  return chartSeriesType.of({ chart, index });
}

export const chartSeriesCollectionType: ObjectType<ChartKey> = defineObject<ChartKey>({
  name: "ChartSeriesCollection",
  exists: (chart) => findChart(chart) !== null,
  properties: { Count: readable("1.1", (chart) => chartAt(chart).series.length) },
  methods: {
    Add: object("1.7", addSeries),
    GetCount: value("1.4", (chart) => chartAt(chart).series.length),
    GetItemAt: object("1.1", (chart, args) => {
      const index = integer(args, 0);
      seriesAt({ chart, index });
      return chartSeriesType.of({ chart, index });
    }),
  },
  items: (chart) => chartAt(chart).series.map((_, index) => chartSeriesType.of({ chart, index })),
});

export function seriesObject(chart: ChartKey): ApiObject {
  return chartSeriesCollectionType.of(chart);
}

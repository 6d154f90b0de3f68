/** A chart as ECharts wants it drawn, looking as it does in Excel. Plain data, nothing of the screen. */

import type { BarSeriesOption, LineSeriesOption, PieSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { numberText } from "../../embedded/book/number-text";
import type { ChartData, SeriesData } from "./chart-data";
import { valueScale } from "./scale";

export type ChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | PieSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption>;

const INK = "#595959";
const LINE = "#D9D9D9";
const FONT = '"Segoe UI", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
/** Pixels. */
const TITLE = { room: 34, size: 16 };
const LEGEND_ROOM = 26;
const MARGIN = 12;
const LABEL = 11;

/** What the types that are drawn begin with. */
type Family = "Column" | "Bar" | "Line" | "Area" | "Pie" | "Doughnut" | "XYScatter";

/** null where charts of this type can't be drawn here. */
export function chartOption(data: ChartData): ChartOption | null {
  const family = familyOf(data.type);
  if (family === null) return null;
  const top = data.title === null ? MARGIN : TITLE.room;
  return {
    animation: false,
    backgroundColor: "#FFFFFF",
    textStyle: { fontFamily: FONT, color: INK },
    ...(data.title === null ? {} : { title: { text: data.title, left: "center", top: 8, textStyle: { fontSize: TITLE.size, fontWeight: "normal", color: INK } } }),
    ...legend(data),
    ...(family === "Pie" || family === "Doughnut" ? round(data, family, top) : straight(data, family, top)),
  };
}

function familyOf(type: string): Family | null {
  const found = /^(Column|Bar|Line|Area|Pie|Doughnut|XYScatter)/u.exec(type)?.[1];
  return found === undefined ? null : (found as Family);
}

const LEGEND_PLACES = {
  Top: { top: TITLE.room, left: "center" }, Bottom: { bottom: 6, left: "center" }, Left: { left: 8, top: "middle", orient: "vertical" },
  Right: { right: 8, top: "middle", orient: "vertical" }, Corner: { right: 8, top: 8, orient: "vertical" },
} as const;

function legend({ legend: place }: ChartData): Pick<ChartOption, "legend"> {
  return place === null ? {} : { legend: { ...LEGEND_PLACES[place], itemWidth: 8, itemHeight: 8, icon: "rect", selectedMode: false, textStyle: { color: INK, fontSize: LABEL } } };
}

/** Columns, bars, lines, areas and points, between two axes. */
function straight(data: ChartData, family: Exclude<Family, "Pie" | "Doughnut">, top: number): ChartOption {
  const { type, categories, categoryAxis, valueAxis, legend: place } = data;
  const share = type.endsWith("100");
  const series = share ? shares(data.series) : data.series;
  const stacked = /Stacked/u.test(type) || share;
  const own = valueScale(stacked ? stackedTotals(series) : series.flatMap(({ values }) => values.flatMap((value) => value ?? [])), valueAxis?.majorUnit ?? null);
  const end = valueAxis?.maximum ?? null;
  const scale = { ...own, ...(typeof valueAxis?.minimum === "number" && { min: valueAxis.minimum }), ...(end !== null && { max: end }) };
  // ECharts labels the end of an axis, and draws a line there, even where that is no step.
  const isCut = end !== null && Math.abs(end / own.interval - Math.round(end / own.interval)) > 1e-9;
  const format = valueAxis?.numberFormat ?? (share ? "0%" : data.cellFormat);
  const sideways = family === "Bar";
  const reversed = categoryAxis?.reversed === true;
  const byCategory = {
    type: "category" as const, data: [...categories], inverse: reversed,
    axisLabel: { color: INK, fontSize: LABEL, interval: 0, hideOverlap: categoryAxis?.labelEvery !== 1, ...(sideways ? { width: 150, overflow: "truncate" as const } : { width: 84, overflow: "break" as const }) },
    axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false },
    ...(categoryAxis?.title ? axisTitle(categoryAxis.title) : {}),
  };
  const byValue = {
    type: "value" as const, ...scale, inverse: valueAxis?.reversed === true,
    // Where the categories run the other way, their axis crosses this one at its far end.
    position: sideways ? (reversed ? ("top" as const) : ("bottom" as const)) : reversed ? ("right" as const) : ("left" as const),
    axisLabel: { color: INK, fontSize: LABEL, showMaxLabel: !isCut, formatter: (value: number) => numberText(value, format) },
    splitLine: { show: valueAxis?.gridlines !== false, showMaxLine: !isCut, lineStyle: { color: valueAxis?.gridlineColor ?? LINE } },
    ...(valueAxis?.title ? axisTitle(valueAxis.title) : {}),
  };
  return {
    grid: {
      containLabel: true, left: MARGIN + (place === "Left" ? 90 : 0), right: MARGIN + (place === "Right" || place === "Corner" ? 90 : 8),
      top: top + (place === "Top" ? LEGEND_ROOM : 0) + (sideways && reversed && valueAxis?.title ? LEGEND_ROOM : 0),
      bottom: MARGIN + (place === "Bottom" ? LEGEND_ROOM : 0) + (sideways && !reversed && valueAxis?.title ? LEGEND_ROOM : 0),
    },
    xAxis: sideways ? byValue : byCategory,
    yAxis: sideways ? byCategory : byValue,
    series: series.map((one, index) => seriesOption(one, family, type, stacked, index)),
  };
}

function axisTitle(name: string): { readonly name: string; readonly nameLocation: "middle"; readonly nameGap: number; readonly nameTextStyle: { readonly color: string; readonly fontSize: number } } {
  return { name, nameLocation: "middle", nameGap: 26, nameTextStyle: { color: INK, fontSize: LABEL } };
}

function seriesOption({ name, values, color }: SeriesData, family: Family, type: string, stacked: boolean, index: number): BarSeriesOption | LineSeriesOption | ScatterSeriesOption {
  const stack = stacked ? { stack: "all" } : {};
  const data = values.map((value) => value ?? "-");
  if (family === "Line" || family === "Area") {
    return { type: "line", name, data, color, ...stack, z: index, showSymbol: type.includes("Markers"), lineStyle: { width: 2.25 }, ...(family === "Area" ? { areaStyle: { opacity: 1 } } : {}) };
  }
  // Points of a scatter stand at their number; the categories' own values are not asked for.
  if (family === "XYScatter") return { type: "scatter", name, data, color, symbolSize: 6 };
  return { type: "bar", name, data, color, ...stack, barGap: "0%", barCategoryGap: "37%" };
}

function round({ categories, series: [first] }: ChartData, family: Family, top: number): ChartOption {
  const values = first?.values ?? [];
  return {
    series: [{
      type: "pie", ...(first === undefined ? {} : { name: first.name }), radius: family === "Doughnut" ? ["35%", "70%"] : "75%", center: ["50%", "50%"], top, bottom: LEGEND_ROOM,
      label: { show: false }, data: values.map((value, index) => ({ name: categories[index] ?? "", value: value ?? 0 })),
    }],
  };
}

/** Of each category, what the series make up together; sums above and below zero apart, as they are stacked. */
function stackedTotals(series: readonly SeriesData[]): number[] {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const total = (index: number, sign: 1 | -1): number => series.reduce((sum, { values }) => (Math.sign(values[index] ?? 0) === sign ? sum + (values[index] ?? 0) : sum), 0);
  return Array.from({ length }, (_, index) => [total(index, 1), total(index, -1)]).flat();
}

function shares(series: readonly SeriesData[]): SeriesData[] {
  const whole = (index: number): number => series.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0);
  return series.map((one) => ({ ...one, values: one.values.map((value, index) => (value === null || whole(index) === 0 ? null : value / whole(index))) }));
}

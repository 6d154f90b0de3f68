/** Charts over the grid: what they show of the book's cells, how far their axes reach, and where they stand. */

import fc from "fast-check";
import { enterValue } from "../../src/embedded/book/entering";
import { changeAxis, setSeriesColor } from "../../src/embedded/book/chart-looks";
import { addChart, changeChart, chartsOf } from "../../src/embedded/book/charts";
import type { Sheet } from "../../src/embedded/book/book";
import { setRowHeight, setRowsHidden } from "../../src/embedded/book/sizes";
import { freezePanes } from "../../src/embedded/book/view";
import { chartData } from "../../src/workbench/charts/chart-data";
import { chartOption } from "../../src/workbench/charts/drawing";
import { placeOf } from "../../src/workbench/charts/place";
import { valueScale } from "../../src/workbench/charts/scale";
import { bookOf } from "../support/office";
import { rangeOf } from "../support/snapshots";

const VIEW = { scrollLeft: 0, scrollTop: 0, width: 800, height: 600 };

function sheetWithChart(type = "BarClustered"): Sheet {
  const { sheets: [sheet] } = bookOf({ 表: [["项目", "预算", "支出"], ["甲", 100, 60], ["乙 <b>", 50, 55], ["丙", 20, "无"]] });
  if (sheet === undefined) throw new Error("no sheet");
  changeChart(addChart(sheet, type, { sheet, range: rangeOf("A1:C4") }, "Columns"), { title: "预算与支出" });
  return sheet;
}

function dataOf(sheet: Sheet) {
  const [chart] = chartsOf(sheet);
  if (chart === undefined) throw new Error("no chart");
  return chartData(chart);
}

test("categories, names and figures are those of the cells as they are now; what is no number is a gap", () => {
  const sheet = sheetWithChart();
  setSeriesColor(chartsOf(sheet)[0]!, 1, "#C00000");
  enterValue(sheet, 1, 2, "70");
  expect(dataOf(sheet)).toMatchObject({
    title: "预算与支出", legend: "Bottom", categories: ["甲", "乙 <b>", "丙"],
    series: [{ name: "预算", values: [100, 50, 20], color: "#4472C4" }, { name: "支出", values: [70, 55, null], color: "#C00000" }],
  });
  setRowsHidden(sheet, rangeOf("A3"), true);
  expect(dataOf(sheet)).toMatchObject({ categories: ["甲", "丙"], series: [{ values: [100, 20] }, { values: [70, null] }] });
});

test("drawn are the title, the legend, and bars along an axis that has its own steps, number format and title, from the top where the categories are turned", () => {
  const sheet = sheetWithChart();
  changeAxis(chartsOf(sheet)[0]!, "value", { numberFormat: "0.0", majorUnit: 50, title: "红线", gridlineColor: "#C00000" });
  changeAxis(chartsOf(sheet)[0]!, "category", { reversed: true });
  const option = chartOption(dataOf(sheet));
  expect(option).toMatchObject({
    title: { text: "预算与支出" }, legend: { bottom: 6 },
    xAxis: { type: "value", min: 0, max: 150, interval: 50, position: "top", name: "红线", splitLine: { show: true, lineStyle: { color: "#C00000" } } },
    yAxis: { type: "category", data: ["甲", "乙 <b>", "丙"], inverse: true },
    series: [{ type: "bar", name: "预算", data: [100, 50, 20] }, { type: "bar", name: "支出", data: [60, 55, "-"] }],
  });
  const { axisLabel } = option?.xAxis as unknown as { readonly axisLabel: { readonly formatter: (value: number) => string } };
  expect(axisLabel.formatter(50)).toBe("50.0");
});

test("an axis with an end of its own ends there, without a line or a label that is no step", () => {
  const sheet = sheetWithChart();
  changeAxis(chartsOf(sheet)[0]!, "value", { majorUnit: 60, minimum: -10, maximum: 99 });
  expect(chartOption(dataOf(sheet))).toMatchObject({ xAxis: { type: "value", min: -10, max: 99, interval: 60, axisLabel: { showMaxLabel: false }, splitLine: { showMaxLine: false } } });
  changeAxis(chartsOf(sheet)[0]!, "value", { maximum: 120 });
  expect(chartOption(dataOf(sheet))).toMatchObject({ xAxis: { max: 120, axisLabel: { showMaxLabel: true }, splitLine: { showMaxLine: true } } });
  changeAxis(chartsOf(sheet)[0]!, "value", { minimum: null, maximum: null });
  expect(chartOption(dataOf(sheet))).toMatchObject({ xAxis: { min: 0, max: 120 } });
});

test.each([
  ["ColumnStacked", [{ type: "bar", stack: "all", data: [100, 50, 20] }, { type: "bar", stack: "all" }]],
  ["BarStacked100", [{ type: "bar", stack: "all", data: [0.625, 50 / 105, 1] }, { type: "bar", data: [0.375, 55 / 105, "-"] }]],
  ["Line", [{ type: "line", data: [100, 50, 20] }, { type: "line" }]],
  ["Area", [{ type: "line", areaStyle: {} }, { type: "line" }]],
  ["Pie", [{ type: "pie", data: [{ name: "甲", value: 100 }, { name: "乙 <b>", value: 50 }, { name: "丙", value: 20 }] }]],
  ["XYScatter", [{ type: "scatter" }, { type: "scatter" }]],
])("%s is drawn as what it is", (type, series) => {
  expect(chartOption(dataOf(sheetWithChart(type)))).toMatchObject({ series });
});

test("a type that is not drawn is no picture of another", () => {
  expect(chartOption(dataOf(sheetWithChart("Radar")))).toBeNull();
});

test.each([
  [[0.8, 1], null, { min: 0, max: 1.2, interval: 0.2 }],
  [[0.8, 1], 1, { min: 0, max: 2, interval: 1 }],
  [[0.3, 0.9], 1, { min: 0, max: 1, interval: 1 }],
  [[-40, 100], null, { min: -50, max: 150, interval: 50 }],
  [[], null, { min: 0, max: 1, interval: 1 }],
])("the axis of %j in steps of %j is %j", (values, unit, scale) => {
  expect(valueScale(values, unit)).toEqual(scale);
});

test("whatever the values: they lie on the axis, which ends at whole steps", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100)), (values) => {
    const { min, max, interval } = valueScale(values, null);
    for (const value of values) expect(value >= min && value <= max).toBe(true);
    expect(min <= 0 && max >= 0 && max > min).toBe(true);
    for (const end of [min, max]) expect(end / interval).toBeCloseTo(Math.round(end / interval), 6);
  }));
});

test("a chart stands over its cells, scrolls with them, and passes under frozen rows", () => {
  const sheet = sheetWithChart();
  const chart = changeChart(chartsOf(sheet)[0]!, { position: { left: 0, top: 30, width: 96, height: 60 } });
  expect(placeOf(sheet, chart.position, VIEW)).toEqual({ left: 0, top: 40, width: 128, height: 80, clip: { left: 0, top: 0 } });
  expect(placeOf(sheet, chart.position, { ...VIEW, scrollTop: 25 })).toMatchObject({ top: 15 });
  freezePanes(sheet, 1, 0);
  expect(placeOf(sheet, chart.position, { ...VIEW, scrollTop: 25 })).toMatchObject({ top: -5, clip: { top: 20 } });
  // Rows are drawn in whole pixels: 20 pixels and 19 of the 19.2 that 14.4 points are.
  setRowHeight(sheet, rangeOf("A2"), 14.4);
  expect(placeOf(sheet, { left: 0, top: 29.4, width: 96, height: 60 }, VIEW)).toMatchObject({ top: 19 });
});

/** Excel.ChartAxes, ChartAxis, ChartAxisTitle and ChartGridlines */

import { axisOf, changeAxis, type AxisName, type ChartAxis } from "../../book/chart-looks";
import { type ApiObject, child, defineObject, type ObjectType, writable } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";
import { colorOf } from "../format/colors";
import { flagOf, numberOf, textOf } from "../values";
import { chartAt, type ChartKey, findChart } from "./chart-key";

interface AxisKey {
  readonly chart: ChartKey;
  readonly name: AxisName;
}

const exists = ({ chart, name }: AxisKey): boolean => {
  const found = findChart(chart);
  return found !== null && axisOf(found, name) !== null;
};

function axisAt({ chart, name }: AxisKey): ChartAxis {
  const axis = axisOf(chartAt(chart), name);
  if (axis === null) throw new ExcelError("ItemNotFound");
  return axis;
}

function change({ chart, name }: AxisKey, changes: Partial<ChartAxis>): void {
  changeAxis(chartAt(chart), name, changes);
}

export const chartAxisTitleType: ObjectType<AxisKey> = defineObject<AxisKey>({
  name: "ChartAxisTitle",
  exists,
  properties: {
    Text: writable("1.1", (key) => axisAt(key).title ?? "", (key, text) => change(key, { title: textOf(text) })),
    Visible: writable("1.1", (key) => axisAt(key).title !== null, (key, visible) => change(key, { title: flagOf(visible) ? (axisAt(key).title ?? "Axis Title") : null })),
  },
});

export const chartLineFormatType: ObjectType<AxisKey> = defineObject<AxisKey>({
  name: "ChartLineFormat",
  exists,
  properties: { Color: writable("1.1", (key) => axisAt(key).gridlineColor ?? "", (key, color) => change(key, { gridlineColor: colorOf(color) })) },
});

export const chartGridlinesFormatType: ObjectType<AxisKey> = defineObject<AxisKey>({ name: "ChartGridlinesFormat", exists, children: { Line: child("1.1", chartLineFormatType.of) } });

export const chartGridlinesType: ObjectType<AxisKey> = defineObject<AxisKey>({
  name: "ChartGridlines",
  exists,
  properties: { Visible: writable("1.1", (key) => axisAt(key).gridlines, (key, visible) => change(key, { gridlines: flagOf(visible) })) },
  children: { Format: child("1.1", chartGridlinesFormatType.of) },
});

export const chartAxisType: ObjectType<AxisKey> = defineObject<AxisKey>({
  name: "ChartAxis",
  exists,
  properties: {
    /** "" sets what Excel chooses. */
    MajorUnit: writable("1.1", (key) => axisAt(key).majorUnit ?? "", (key, unit) => change(key, { majorUnit: unit === "" ? null : numberOf(unit) })),
    /** "" sets what Excel chooses. */
    Minimum: writable("1.1", (key) => axisAt(key).minimum ?? "", (key, minimum) => change(key, { minimum: minimum === "" ? null : numberOf(minimum) })),
    /** "" sets what Excel chooses. */
    Maximum: writable("1.1", (key) => axisAt(key).maximum ?? "", (key, maximum) => change(key, { maximum: maximum === "" ? null : numberOf(maximum) })),
    NumberFormat: writable("1.8", (key) => axisAt(key).numberFormat ?? "General", (key, format) => change(key, { numberFormat: textOf(format) })),
    /** "" sets what Excel chooses; what is read is always a number. */
    TickLabelSpacing: writable("1.7", (key) => axisAt(key).labelEvery ?? 1, (key, every) => change(key, { labelEvery: every === "" ? null : numberOf(every) })),
    ReversePlotOrder: writable("1.7", (key) => axisAt(key).reversed, (key, reversed) => change(key, { reversed: flagOf(reversed) })),
  },
  children: {
    MajorGridlines: child("1.1", chartGridlinesType.of),
    Title: child("1.1", chartAxisTitleType.of),
  },
});

export const chartAxesType: ObjectType<ChartKey> = defineObject<ChartKey>({
  name: "ChartAxes",
  exists: (chart) => findChart(chart) !== null,
  children: {
    CategoryAxis: child("1.1", (chart) => chartAxisType.of({ chart, name: "category" })),
    ValueAxis: child("1.1", (chart) => chartAxisType.of({ chart, name: "value" })),
  },
});

export function axesObject(chart: ChartKey): ApiObject {
  return chartAxesType.of(chart);
}

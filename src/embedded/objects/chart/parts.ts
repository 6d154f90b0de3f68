/** Excel.ChartTitle and ChartLegend */

import { changeChart } from "../../book/charts";
import { type ApiObject, defineObject, type ObjectType, writable } from "../../protocol/definition";
import { flagOf, textOf, wordOf } from "../values";
import { chartAt, type ChartKey, findChart } from "./chart-key";

/** What Excel writes where nobody gave a title. */
const DEFAULT_TITLE = "Chart Title";

const POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner"] as const;

const exists = (key: ChartKey): boolean => findChart(key) !== null;

export const chartTitleType: ObjectType<ChartKey> = defineObject<ChartKey>({
  name: "ChartTitle",
  exists,
  properties: {
    Text: writable("1.1", (key) => chartAt(key).title ?? "", (key, text) => void changeChart(chartAt(key), { title: textOf(text) })),
    Visible: writable(
      "1.1",
      (key) => chartAt(key).title !== null,
      (key, visible) => void changeChart(chartAt(key), { title: flagOf(visible) ? (chartAt(key).title ?? DEFAULT_TITLE) : null }),
    ),
  },
});

export const chartLegendType: ObjectType<ChartKey> = defineObject<ChartKey>({
  name: "ChartLegend",
  exists,
  properties: {
    Visible: writable(
      "1.1",
      (key) => chartAt(key).legend !== null,
      (key, visible) => void changeChart(chartAt(key), { legend: flagOf(visible) ? (chartAt(key).legend ?? "Right") : null }),
    ),
    Position: writable(
      "1.1",
      (key) => chartAt(key).legend ?? "Invalid",
      (key, position) => void changeChart(chartAt(key), { legend: wordOf(position, POSITIONS) }),
    ),
  },
});

export function titleObject(chart: ChartKey): ApiObject {
  return chartTitleType.of(chart);
}
export function legendObject(chart: ChartKey): ApiObject {
  return chartLegendType.of(chart);
}

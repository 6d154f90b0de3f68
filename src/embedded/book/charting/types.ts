/** Chart types: Excel.ChartType and what files make of them (ECMA-376 21.2). */

import { childOf, childrenOf } from "../package/xml";
import type { XmlElement } from "../package/xml";

export interface ChartKind {
  /** "c:barChart" … */
  readonly name: string;
  readonly direction?: "col" | "bar";
  readonly grouping?: "clustered" | "standard" | "stacked" | "percentStacked";
  readonly markers?: boolean;
  readonly style?: string;
  readonly smooth?: boolean;
  readonly noLine?: boolean;
}

/** The types that can be written; reading knows the same and calls others by their nearest. */
export const CHART_KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: { name: "c:barChart", direction: "col", grouping: "clustered" },
  ColumnStacked: { name: "c:barChart", direction: "col", grouping: "stacked" },
  ColumnStacked100: { name: "c:barChart", direction: "col", grouping: "percentStacked" },
  BarClustered: { name: "c:barChart", direction: "bar", grouping: "clustered" },
  BarStacked: { name: "c:barChart", direction: "bar", grouping: "stacked" },
  BarStacked100: { name: "c:barChart", direction: "bar", grouping: "percentStacked" },
  Line: { name: "c:lineChart", grouping: "standard", markers: false },
  LineStacked: { name: "c:lineChart", grouping: "stacked", markers: false },
  LineStacked100: { name: "c:lineChart", grouping: "percentStacked", markers: false },
  LineMarkers: { name: "c:lineChart", grouping: "standard", markers: true },
  LineMarkersStacked: { name: "c:lineChart", grouping: "stacked", markers: true },
  LineMarkersStacked100: { name: "c:lineChart", grouping: "percentStacked", markers: true },
  Area: { name: "c:areaChart", grouping: "standard" },
  AreaStacked: { name: "c:areaChart", grouping: "stacked" },
  AreaStacked100: { name: "c:areaChart", grouping: "percentStacked" },
  Pie: { name: "c:pieChart" },
  Doughnut: { name: "c:doughnutChart" },
  XYScatter: { name: "c:scatterChart", style: "lineMarker", noLine: true },
  XYScatterLines: { name: "c:scatterChart", style: "lineMarker", markers: true },
  XYScatterLinesNoMarkers: { name: "c:scatterChart", style: "lineMarker", markers: false },
  XYScatterSmooth: { name: "c:scatterChart", style: "smoothMarker", markers: true, smooth: true },
  XYScatterSmoothNoMarkers: { name: "c:scatterChart", style: "smoothMarker", markers: false, smooth: true },
  Radar: { name: "c:radarChart", style: "standard" },
  RadarMarkers: { name: "c:radarChart", style: "marker" },
  RadarFilled: { name: "c:radarChart", style: "filled" },
};

const OTHERS: Readonly<Record<string, string>> = {
  "c:bar3DChart": "3DColumnClustered", "c:line3DChart": "3DLine", "c:pie3DChart": "3DPie", "c:area3DChart": "3DArea", "c:bubbleChart": "Bubble", "c:stockChart": "StockHLC", "c:surfaceChart": "SurfaceTopView", "c:surface3DChart": "Surface", "c:ofPieChart": "PieOfPie",
};

/** The chart's groups of series: "c:barChart" and the like. */
export function groupsOf(plotArea: XmlElement): XmlElement[] {
  return childrenOf(plotArea).filter((child) => /^c:\w+Chart$/.test(child.name));
}

export function value(parent: XmlElement | undefined, name: string): string | undefined {
  return parent && childOf(parent, name)?.attributes["val"];
}

export function typeOf(group: XmlElement | undefined): string {
  if (!group) return "Invalid";
  const other = OTHERS[group.name];
  if (other !== undefined) return other;
  const [series] = childrenOf(group, "c:ser");
  const has: ChartKind = {
    name: group.name,
    direction: value(group, "c:barDir") === "bar" ? "bar" : "col",
    grouping: grouping(value(group, "c:grouping"), group.name),
    markers: value(series && childOf(series, "c:marker"), "c:symbol") !== "none" && (group.name !== "c:lineChart" || value(group, "c:marker") !== "0"),
    style: value(group, group.name === "c:radarChart" ? "c:radarStyle" : "c:scatterStyle") ?? "",
    noLine: series !== undefined && hasNoLine(series),
  };
  const fits = (kind: ChartKind): boolean => kind.name === has.name
    && (kind.direction === undefined || kind.direction === has.direction)
    && (kind.grouping === undefined || kind.grouping === has.grouping)
    && (kind.markers === undefined || kind.markers === has.markers)
    && (kind.style === undefined || kind.style === has.style)
    && (kind.noLine === undefined || kind.noLine === has.noLine);
  const exact = Object.entries(CHART_KINDS).find(([, kind]) => fits(kind));
  return (exact ?? Object.entries(CHART_KINDS).find(([, kind]) => kind.name === has.name))?.[0] ?? "Invalid";
}

function grouping(word: string | undefined, name: string): NonNullable<ChartKind["grouping"]> {
  if (word === "stacked" || word === "percentStacked") return word;
  return name === "c:barChart" ? "clustered" : "standard";
}

function hasNoLine(series: XmlElement): boolean {
  const shape = childOf(series, "c:spPr");
  const line = shape && childOf(shape, "a:ln");
  return line !== undefined && childOf(line, "a:noFill") !== undefined;
}

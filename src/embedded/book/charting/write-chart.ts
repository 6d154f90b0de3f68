/** A chart's part, written from nothing (ECMA-376 21.2). Excel fills in looks and cached values when it opens the file. */

import { element } from "../package/xml";
import type { XmlElement } from "../package/xml";
import type { ChartSeries } from "../charts";
import { CHART_KINDS } from "./types";
import type { ChartKind } from "./types";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const LEGEND_POSITIONS = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

function val(name: string, value: string | number): XmlElement {
  return element(name, { val: value });
}

export function chartSpace(type: string, series: readonly ChartSeries[], title: string | null, legend: keyof typeof LEGEND_POSITIONS | null): XmlElement {
  const parts: XmlElement[] = [
    ...(title === null ? [] : [titleElement(title)]),
    val("c:autoTitleDeleted", title === null ? 1 : 0),
    plotArea(type, series),
    ...(legend === null ? [] : [legendElement(legend)]),
    val("c:plotVisOnly", 1),
    val("c:dispBlanksAs", "gap"),
  ];
  return element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, [element("c:chart", {}, parts)]);
}

/** "" is a title that shows the name of the only series. */
export function titleElement(title: string): XmlElement {
  const text = title === "" ? [] : [element("c:tx", {}, [element("c:rich", {}, [element("a:bodyPr"), element("a:lstStyle"), ...title.split("\n").map(paragraph)])])];
  return element("c:title", {}, [...text, val("c:overlay", 0)]);
}

function paragraph(text: string): XmlElement {
  return element("a:p", {}, [element("a:pPr", {}, [element("a:defRPr")]), element("a:r", {}, [element("a:t", {}, [text])])]);
}

export function legendElement(position: keyof typeof LEGEND_POSITIONS): XmlElement {
  return element("c:legend", {}, [val("c:legendPos", LEGEND_POSITIONS[position]), val("c:overlay", 0)]);
}

export function plotArea(type: string, series: readonly ChartSeries[]): XmlElement {
  const kind = CHART_KINDS[type] ?? { name: "c:barChart", direction: "col", grouping: "clustered" };
  const isRound = kind.name === "c:pieChart" || kind.name === "c:doughnutChart";
  return element("c:plotArea", {}, [element("c:layout"), group(kind, series), ...(isRound ? [] : axes(kind))]);
}

function group(kind: ChartKind, series: readonly ChartSeries[]): XmlElement {
  const { name, direction, grouping, markers, style } = kind;
  const isRound = name === "c:pieChart" || name === "c:doughnutChart";
  return element(name, {}, [
    ...(direction ? [val("c:barDir", direction)] : []),
    ...(grouping ? [val("c:grouping", grouping)] : []),
    ...(style ? [val(name === "c:radarChart" ? "c:radarStyle" : "c:scatterStyle", style)] : []),
    val("c:varyColors", isRound ? 1 : 0),
    ...series.map((one, index) => seriesElement(kind, one, index)),
    ...(name === "c:barChart" ? [val("c:gapWidth", 150), ...(grouping === "clustered" ? [] : [val("c:overlap", 100)])] : []),
    ...(name === "c:lineChart" ? [val("c:marker", markers ? 1 : 0)] : []),
    ...(name === "c:pieChart" ? [val("c:firstSliceAng", 0)] : []),
    ...(name === "c:doughnutChart" ? [val("c:firstSliceAng", 0), val("c:holeSize", 50)] : []),
    ...(isRound ? [] : [val("c:axId", CATEGORY_AXIS), val("c:axId", VALUE_AXIS)]),
  ]);
}

export function seriesElement(kind: ChartKind, series: ChartSeries, index: number): XmlElement {
  const isScatter = kind.name === "c:scatterChart";
  const reference = (name: string, holder: "c:numRef" | "c:strRef", formula: string): XmlElement[] => (formula === "" ? [] : [element(name, {}, [element(holder, {}, [element("c:f", {}, [formula])])])]);
  const shape = shapeOf(kind, index);
  const marker = kind.markers === false ? [element("c:marker", {}, [val("c:symbol", "none")])] : [];
  return element("c:ser", {}, [
    val("c:idx", index), val("c:order", index),
    ...seriesName(series.name),
    ...shape, ...marker,
    ...reference(isScatter ? "c:xVal" : "c:cat", isScatter ? "c:numRef" : "c:strRef", series.categories),
    ...reference(isScatter ? "c:yVal" : "c:val", "c:numRef", series.values),
    ...(isScatter || kind.name === "c:lineChart" ? [val("c:smooth", kind.smooth ? 1 : 0)] : []),
  ]);
}

/** The theme's accents in turn; slices of a pie differ by themselves. */
function shapeOf(kind: ChartKind, index: number): XmlElement[] {
  const fill = element("a:solidFill", {}, [val("a:schemeClr", `accent${(index % 6) + 1}`)]);
  switch (kind.name) {
    case "c:pieChart": case "c:doughnutChart": return [];
    case "c:lineChart": case "c:scatterChart": case "c:radarChart":
      if (kind.style !== "filled") return [element("c:spPr", {}, [element("a:ln", { w: kind.noLine ? 19050 : 28575, cap: "rnd" }, [kind.noLine ? element("a:noFill") : fill])])];
      break;
    default:
  }
  return [element("c:spPr", {}, [fill])];
}

export function seriesName(name: string): XmlElement[] {
  if (name === "") return [];
  const content = name.startsWith("=") ? element("c:strRef", {}, [element("c:f", {}, [name.slice(1)])]) : element("c:v", {}, [name]);
  return [element("c:tx", {}, [content])];
}

function axes(kind: ChartKind): XmlElement[] {
  const isSideways = kind.direction === "bar";
  const isScatter = kind.name === "c:scatterChart";
  const axis = (name: string, id: number, position: string, crosses: number, more: readonly XmlElement[]): XmlElement => element(name, {}, [
    val("c:axId", id), element("c:scaling", {}, [val("c:orientation", "minMax")]), val("c:delete", 0), val("c:axPos", position),
    ...(id === VALUE_AXIS ? [element("c:majorGridlines")] : []),
    element("c:numFmt", { formatCode: "General", sourceLinked: 1 }), val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "nextTo"),
    val("c:crossAx", crosses), val("c:crosses", "autoZero"), ...more,
  ]);
  return [
    isScatter
      ? axis("c:valAx", CATEGORY_AXIS, "b", VALUE_AXIS, [val("c:crossBetween", "midCat")])
      : axis("c:catAx", CATEGORY_AXIS, isSideways ? "l" : "b", VALUE_AXIS, [val("c:auto", 1), val("c:lblAlgn", "ctr"), val("c:lblOffset", 100), val("c:noMultiLvlLbl", 0)]),
    axis("c:valAx", VALUE_AXIS, isSideways ? "b" : "l", CATEGORY_AXIS, [val("c:crossBetween", isScatter ? "midCat" : "between")]),
  ];
}

/** Charts as data. Charts of a file keep everything in them that is not changed here. */

import { quoteSheetName } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { valueAt } from "./cells";
import { anchorChart, anchoredCharts, positionOf, removeAnchored, rename, setPosition } from "./charting/drawings";
import type { AnchoredChart } from "./charting/drawings";
import { CHART_KINDS, groupsOf, typeOf, value } from "./charting/types";
import { chartSpace, LEGEND_POSITIONS, legendElement, plotArea, seriesElement, seriesName, titleElement } from "./charting/write-chart";
import { byteSwapped } from "./file/table-part";
import { absolute } from "./formula/references";
import type { Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childOf, childrenOf, descendant, element, insertInOrder, numberAttribute, removeChild, setText, textOf } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { refuse } from "./refusal";
import { geometry } from "./sizes";
import { keyOf } from "./styles/words";

export interface ChartSeries {
  /** A text, or a reference with "=". */
  readonly name: string;
  /** References without "=": "Sheet1!$B$2:$B$9"; "" when there is none. */
  readonly values: string;
  readonly categories: string;
}

export interface ChartPosition {
  /** Points. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Chart {
  readonly sheet: Sheet;
  readonly id: string;
  readonly name: string;
  /** Excel.ChartType, for example "ColumnClustered", "Line", "Pie". */
  readonly type: string;
  /** null: no title; "": the name of the only series. */
  readonly title: string | null;
  readonly legend: "Top" | "Bottom" | "Left" | "Right" | "Corner" | null;
  readonly series: readonly ChartSeries[];
  readonly position: ChartPosition;
}

const CHART_ORDER = ["c:title", "c:autoTitleDeleted", "c:pivotFmts", "c:view3D", "c:floor", "c:sideWall", "c:backWall", "c:plotArea", "c:legend", "c:plotVisOnly", "c:dispBlanksAs"];
const SERIES_ORDER = ["c:idx", "c:order", "c:tx", "c:spPr", "c:invertIfNegative", "c:pictureOptions", "c:marker", "c:explosion", "c:dPt", "c:dLbls", "c:trendline", "c:errBars", "c:cat", "c:xVal", "c:val", "c:yVal", "c:smooth", "c:shape", "c:bubbleSize", "c:bubble3D"];
/** What Excel gives a new chart. */
const NEW_SIZE = { width: 360, height: 216 };
const GAP = 12;

export function chartsOf(sheet: Sheet): readonly Chart[] {
  return anchoredCharts(sheet).map((anchored) => read(sheet, anchored));
}

function idOf(sheet: Sheet, { properties }: AnchoredChart): string {
  return `{00000000-0008-0000-${byteSwapped(sheet.fileId - 1)}-${byteSwapped(numberAttribute(properties, "id", 0))}00000000}`;
}

function read(sheet: Sheet, anchored: AnchoredChart): Chart {
  const chart = chartElement(anchored);
  const groups = groupsOf(childOf(chart, "c:plotArea") ?? element("c:plotArea"));
  const legend = childOf(chart, "c:legend");
  return {
    sheet, id: idOf(sheet, anchored), name: anchored.properties.attributes["name"] ?? "",
    type: typeOf(groups[0]),
    title: readTitle(chart),
    legend: legend ? keyOf(LEGEND_POSITIONS, value(legend, "c:legendPos") ?? "r", "Right") : null,
    series: groups.flatMap((group) => childrenOf(group, "c:ser")).map(readSeries),
    position: positionOf(sheet, anchored.anchor),
  };
}

function chartElement({ part }: AnchoredChart): XmlElement {
  return childOf(xmlOf(part), "c:chart") ?? element("c:chart");
}

function readTitle(chart: XmlElement): string | null {
  const title = childOf(chart, "c:title");
  if (!title) return null;
  const rich = descendant(title, "rich");
  if (rich) return childrenOf(rich, "a:p").map((line) => childrenOf(line, "a:r").map((run) => textOf(childOf(run, "a:t") ?? run)).join("")).join("\n");
  const cached = descendant(title, "v");
  return cached ? textOf(cached) : "";
}

function readSeries(series: XmlElement): ChartSeries {
  const formula = (name: string): string => {
    const holder = childOf(series, name);
    const found = holder && descendant(holder, "f");
    return found ? textOf(found) : "";
  };
  const text = childOf(series, "c:tx");
  const literal = text && childOf(text, "c:v");
  const name = literal ? textOf(literal) : formula("c:tx") === "" ? "" : `=${formula("c:tx")}`;
  return { name, values: formula("c:val") || formula("c:yVal"), categories: formula("c:cat") || formula("c:xVal") };
}

/** Series by columns or rows of the range as Excel would guess ("Auto"). @throws HostRefusal InvalidArgument for a type we cannot write */
export function addChart(sheet: Sheet, type: string, source: { readonly sheet: Sheet; readonly range: CellRange }, seriesBy: "Auto" | "Columns" | "Rows"): Chart {
  if (!Object.hasOwn(CHART_KINDS, type)) refuse("InvalidArgument", `Charts of type ${type} can't be made here.`);
  const series = guessSeries(source, seriesBy);
  const [only, another] = series;
  const space = chartSpace(type, series, only && !another ? "" : "Chart Title", another ? "Bottom" : null);
  const beside = geometry(sheet, source.range);
  const position = source.sheet === sheet ? { left: beside.left + beside.width + GAP, top: beside.top } : { left: GAP, top: GAP };
  const anchored = anchorChart(sheet, space, { ...position, ...NEW_SIZE });
  const chart = read(sheet, anchored);
  announce(sheet.book, { kind: "chart-added", sheetId: sheet.id, chartId: chart.id });
  return chart;
}

/** The first row names the series and the first column the categories (or the other way round) if they are no numbers. */
function guessSeries({ sheet, range }: { readonly sheet: Sheet; readonly range: CellRange }, seriesBy: "Auto" | "Columns" | "Rows"): ChartSeries[] {
  const { top, left, bottom, right } = range;
  const isNumber = (row: number, column: number): boolean => typeof valueAt(sheet, row, column) === "number";
  const hasTopNames = bottom > top && !isNumber(top, right);
  const hasLeftNames = right > left && !isNumber(bottom, left);
  const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && bottom - top >= right - left);
  const firstRow = top + (hasTopNames ? 1 : 0);
  const firstColumn = left + (hasLeftNames ? 1 : 0);
  const place = (area: CellRange): string => `${quoteSheetName(sheet.name)}!${absolute(area)}`;
  const lines = byColumns ? span(firstColumn, right) : span(firstRow, bottom);
  return lines.map((line) => (byColumns ? {
    name: hasTopNames ? `=${place({ top, bottom: top, left: line, right: line })}` : "",
    values: place({ top: firstRow, bottom, left: line, right: line }),
    categories: hasLeftNames ? place({ top: firstRow, bottom, left, right: left }) : "",
  } : {
    name: hasLeftNames ? `=${place({ top: line, bottom: line, left, right: left })}` : "",
    values: place({ top: line, bottom: line, left: firstColumn, right }),
    categories: hasTopNames ? place({ top, bottom: top, left: firstColumn, right }) : "",
  }));
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function find(chart: Chart): AnchoredChart {
  return anchoredCharts(chart.sheet).find((anchored) => idOf(chart.sheet, anchored) === chart.id) ?? refuse("ItemNotFound", "There is no such chart.");
}

/** Its c:chart, for reading. @throws HostRefusal ItemNotFound */
export function chartRoot(chart: Chart): XmlElement {
  return chartElement(find(chart));
}

/** Changes what else a chart is made of, within its c:chart. */
export function editChart(chart: Chart, edit: (root: XmlElement) => void): void {
  const anchored = find(chart);
  editXml(anchored.part);
  edit(chartElement(anchored));
  announce(chart.sheet.book, { kind: "chart-changed", sheetId: chart.sheet.id, chartId: chart.id });
}

export function changeChart(chart: Chart, changes: Partial<Omit<Chart, "sheet" | "id">>): Chart {
  const { sheet } = chart;
  const anchored = find(chart);
  editXml(anchored.part);
  const root = chartElement(anchored);
  if (changes.name !== undefined) rename(anchored.properties, anchored.drawing, changes.name);
  if (changes.position) setPosition(sheet, anchored, changes.position);
  if (changes.title !== undefined) setTitle(root, changes.title);
  if (changes.legend !== undefined) replace(root, "c:legend", changes.legend === null ? null : legendElement(changes.legend));
  if (changes.series) setSeries(root, changes.series);
  if (changes.type !== undefined && changes.type !== read(sheet, anchored).type) {
    if (!Object.hasOwn(CHART_KINDS, changes.type)) refuse("InvalidArgument", `Charts of type ${changes.type} can't be made here.`);
    replace(root, "c:plotArea", plotArea(changes.type, read(sheet, anchored).series));
  }
  announce(sheet.book, { kind: "chart-changed", sheetId: sheet.id, chartId: chart.id });
  return read(sheet, anchored);
}

function setTitle(root: XmlElement, title: string | null): void {
  replace(root, "c:title", title === null ? null : titleElement(title));
  replace(root, "c:autoTitleDeleted", element("c:autoTitleDeleted", { val: title === null ? 1 : 0 }));
}

function replace(root: XmlElement, name: string, made: XmlElement | null): void {
  const old = childOf(root, name);
  if (old && made) root.children[root.children.indexOf(old)] = made;
  else if (old) removeChild(root, old);
  else if (made) insertInOrder(root, made, CHART_ORDER);
}

/** Series keep their looks as far as there were as many before. */
function setSeries(root: XmlElement, series: readonly ChartSeries[]): void {
  const [group] = groupsOf(childOf(root, "c:plotArea") ?? element("c:plotArea"));
  if (!group) return;
  const existing = childrenOf(group, "c:ser");
  const kind = CHART_KINDS[typeOf(group)] ?? { name: group.name };
  const isScatter = group.name === "c:scatterChart" || group.name === "c:bubbleChart";
  const fresh = series.map((one, index) => {
    const known = existing[index];
    if (!known) return seriesElement(kind, one, index);
    setReference(known, isScatter ? "c:yVal" : "c:val", "c:numRef", one.values);
    setReference(known, isScatter ? "c:xVal" : "c:cat", "c:strRef", one.categories);
    const text = childOf(known, "c:tx");
    if (text) removeChild(known, text);
    for (const made of seriesName(one.name)) insertInOrder(known, made, SERIES_ORDER);
    return known;
  });
  const at = existing[0] ? group.children.indexOf(existing[0]) : group.children.findLastIndex((child) => child.type === "element" && /^c:(varyColors|grouping|barDir|scatterStyle|radarStyle)$/.test(child.name)) + 1;
  group.children = group.children.filter((child) => child.type !== "element" || child.name !== "c:ser");
  group.children.splice(at, 0, ...fresh);
}

function setReference(series: XmlElement, name: string, kind: string, formula: string): void {
  const old = childOf(series, name);
  const place = old && descendant(old, "f");
  if (formula === "") {
    if (old) removeChild(series, old);
  } else if (place && textOf(place) !== formula) {
    setText(place, formula);
    // What was cached belongs to the old cells.
    for (const holder of childrenOf(old)) for (const cache of childrenOf(holder)) if (/Cache$/.test(cache.name)) removeChild(holder, cache);
  } else if (!place) {
    if (old) removeChild(series, old);
    insertInOrder(series, element(name, {}, [element(kind, {}, [element("c:f", {}, [formula])])]), SERIES_ORDER);
  }
}

export function deleteChart(chart: Chart): void {
  const { sheet } = chart;
  removeAnchored(sheet, find(chart));
  announce(sheet.book, { kind: "chart-deleted", sheetId: sheet.id, chartId: chart.id });
}

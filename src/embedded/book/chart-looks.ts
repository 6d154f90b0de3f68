/** What axes of a chart show, and the colours of its series (ECMA-376 21.2). */

import { groupsOf } from "./charting/types";
import { titleElement } from "./charting/write-chart";
import { chartRoot, editChart, type Chart } from "./charts";
import { childOf, childrenOf, descendant, element, ensureChild, insertInOrder, numberAttribute, removeChild, setAttributes, textOf } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { refuse } from "./refusal";
import { parseColor } from "./styles/colors";

export type AxisName = "category" | "value";

export interface ChartAxis {
  readonly reversed: boolean;
  /** null: that of the cells. */
  readonly numberFormat: string | null;
  /** null: as Excel chooses. */
  readonly majorUnit: number | null;
  /** Where the axis begins and ends; null: as Excel chooses. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly gridlines: boolean;
  /** "#RRGGBB"; null: the theme's. */
  readonly gridlineColor: string | null;
  readonly title: string | null;
  /** One category in so many has its label; null: as Excel chooses. */
  readonly labelEvery: number | null;
}

const AXIS_OF = { category: "c:catAx", value: "c:valAx" } as const;
const AXIS_ORDER = ["c:axId", "c:scaling", "c:delete", "c:axPos", "c:majorGridlines", "c:minorGridlines", "c:title", "c:numFmt", "c:majorTickMark", "c:minorTickMark", "c:tickLblPos", "c:spPr", "c:txPr", "c:crossAx", "c:crosses", "c:crossesAt", "c:crossBetween", "c:auto", "c:lblAlgn", "c:lblOffset", "c:tickLblSkip", "c:tickMarkSkip", "c:majorUnit", "c:minorUnit", "c:dispUnits", "c:noMultiLvlLbl"];
const SCALING_ORDER = ["c:logBase", "c:orientation", "c:max", "c:min"];
const SERIES_ORDER = ["c:idx", "c:order", "c:tx", "c:spPr"];
const LINE_WIDTH = 9525;
const MOST_LABELS = 31_999;

/** null where the chart has no such axis, as pies. */
export function axisOf(chart: Chart, name: AxisName): ChartAxis | null {
  const axis = axisElement(chartRoot(chart), name);
  if (axis === null) return null;
  const [scaling, format, lines, title] = ["c:scaling", "c:numFmt", "c:majorGridlines", "c:title"].map((part) => childOf(axis, part));
  const [unit, skip] = ["c:majorUnit", "c:tickLblSkip"].map((part) => childOf(axis, part));
  const [minimum, maximum] = ["c:min", "c:max"].map((part) => scaling && childOf(scaling, part));
  const color = lines && descendant(lines, "srgbClr")?.attributes["val"];
  return {
    reversed: (scaling && childOf(scaling, "c:orientation"))?.attributes["val"] === "maxMin",
    numberFormat: format === undefined || format.attributes["sourceLinked"] === "1" ? null : (format.attributes["formatCode"] ?? null),
    majorUnit: unit === undefined ? null : numberAttribute(unit, "val", 1),
    minimum: minimum === undefined ? null : numberAttribute(minimum, "val", 0),
    maximum: maximum === undefined ? null : numberAttribute(maximum, "val", 0),
    gridlines: lines !== undefined,
    gridlineColor: color === undefined ? null : `#${color}`,
    title: title === undefined ? null : textOf(descendant(title, "t") ?? element("none")),
    labelEvery: skip === undefined ? null : numberAttribute(skip, "val", 1),
  };
}

/** @throws HostRefusal InvalidArgument for a colour, unit or spacing that is none, ItemNotFound where there is no such axis */
export function changeAxis(chart: Chart, name: AxisName, changes: Partial<ChartAxis>): void {
  editChart(chart, (root) => {
    const axis = axisElement(root, name) ?? refuse("ItemNotFound", "The chart has no such axis.");
    if (changes.reversed !== undefined) setAttributes(ensureChild(ensureChild(axis, "c:scaling", AXIS_ORDER), "c:orientation", SCALING_ORDER), { val: changes.reversed ? "maxMin" : "minMax" });
    if (changes.numberFormat !== undefined) setAttributes(ensureChild(axis, "c:numFmt", AXIS_ORDER), { formatCode: changes.numberFormat ?? "General", sourceLinked: changes.numberFormat === null ? 1 : 0 });
    if (changes.majorUnit !== undefined) setMajorUnit(axis, changes.majorUnit);
    if (changes.minimum !== undefined) setEnd(axis, "c:min", changes.minimum);
    if (changes.maximum !== undefined) setEnd(axis, "c:max", changes.maximum);
    if (changes.gridlines !== undefined) put(axis, "c:majorGridlines", changes.gridlines ? (childOf(axis, "c:majorGridlines") ?? element("c:majorGridlines")) : null);
    if (changes.gridlineColor !== undefined) put(axis, "c:majorGridlines", element("c:majorGridlines", {}, changes.gridlineColor === null ? [] : [element("c:spPr", {}, [element("a:ln", { w: LINE_WIDTH }, [solidFill(changes.gridlineColor)])])]));
    if (changes.title !== undefined) put(axis, "c:title", changes.title === null ? null : titleElement(changes.title));
    if (changes.labelEvery !== undefined) setLabelEvery(axis, changes.labelEvery);
  });
}

function axisElement(root: XmlElement, name: AxisName): XmlElement | null {
  const area = childOf(root, "c:plotArea");
  return (area && childOf(area, AXIS_OF[name])) ?? null;
}

function setMajorUnit(axis: XmlElement, unit: number | null): void {
  if (unit !== null && !(unit > 0)) refuse("InvalidArgument", "A unit is above 0.");
  put(axis, "c:majorUnit", unit === null ? null : element("c:majorUnit", { val: unit }));
}

function setEnd(axis: XmlElement, name: "c:min" | "c:max", end: number | null): void {
  const scaling = ensureChild(axis, "c:scaling", AXIS_ORDER);
  const old = childOf(scaling, name);
  if (old !== undefined) removeChild(scaling, old);
  if (end !== null) insertInOrder(scaling, element(name, { val: end }), SCALING_ORDER);
}

function setLabelEvery(axis: XmlElement, every: number | null): void {
  if (every !== null && !(Number.isInteger(every) && every >= 1 && every <= MOST_LABELS)) refuse("InvalidArgument", `Labels are a whole number of categories apart, from 1 to ${MOST_LABELS}.`);
  put(axis, "c:tickLblSkip", every === null ? null : element("c:tickLblSkip", { val: every }));
}

function put(axis: XmlElement, name: string, made: XmlElement | null): void {
  const old = childOf(axis, name);
  if (old === made) return;
  if (old !== undefined) removeChild(axis, old);
  if (made !== null) insertInOrder(axis, made, AXIS_ORDER);
}

function solidFill(color: string): XmlElement {
  const hex = parseColor(color) ?? refuse("InvalidArgument", `${color} is no colour.`);
  return element("a:solidFill", {}, [element("a:srgbClr", { val: hex.slice(1) })]);
}

/** "#RRGGBB"; null is one of the theme's. */
export function seriesColor(chart: Chart, index: number): string | null {
  const shape = childOf(seriesAt(chartRoot(chart), index), "c:spPr");
  const color = shape && descendant(shape, "srgbClr")?.attributes["val"];
  return color === undefined ? null : `#${color}`;
}

/** Of bars, columns and areas: what they are filled with. */
export function setSeriesColor(chart: Chart, index: number, color: string): void {
  editChart(chart, (root) => {
    const series = seriesAt(root, index);
    const shape = ensureChild(series, "c:spPr", SERIES_ORDER);
    shape.children = [solidFill(color)];
  });
}

function seriesAt(root: XmlElement, index: number): XmlElement {
  const area = childOf(root, "c:plotArea");
  return (area && groupsOf(area).flatMap((group) => childrenOf(group, "c:ser"))[index]) ?? refuse("InvalidArgument", "There is no such series.");
}

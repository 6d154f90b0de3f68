/** Where charts stand on a sheet: the anchors of its drawing part (ECMA-376 20.5). */

import type { ChartPosition } from "../charts";
import { WORKSHEET_ORDER } from "../file/order";
import type { Sheet } from "../model";
import { addPart, editXml, freePath, partOfRelation, relate, relatedParts, relationId, removeRelation, xmlOf } from "../package/package";
import type { Part } from "../package/package";
import { childOf, childrenOf, descendant, element, ensureChild, localName, RELATIONS, removeChild, textOf } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { columnWidth, geometry, rowHeight } from "../sizes";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/** English Metric Units. */
const PER_POINT = 12_700;

export interface AnchoredChart {
  readonly drawing: Part;
  readonly anchor: XmlElement;
  readonly part: Part;
  /** <xdr:cNvPr>: the chart's name and number. */
  readonly properties: XmlElement;
}

/** In drawing order; charts of newer kinds (waterfall, funnel …) have parts of another type and are left alone. */
export function anchoredCharts(sheet: Sheet): AnchoredChart[] {
  return relatedParts(sheet.book.pack, sheet.part, "drawing").flatMap((drawing) =>
    childrenOf(xmlOf(drawing)).flatMap((anchor) => {
      const reference = descendant(anchor, "chart");
      const part = reference && partOfRelation(sheet.book.pack, drawing, relationId(reference));
      const properties = descendant(anchor, "cNvPr");
      return part && properties && part.contentType === CHART_TYPE ? [{ drawing, anchor, part, properties }] : [];
    }));
}

export function positionOf(sheet: Sheet, anchor: XmlElement): ChartPosition {
  const from = corner(sheet, childOf(anchor, "xdr:from"));
  const to = childOf(anchor, "xdr:to");
  if (to) {
    const end = corner(sheet, to);
    return { left: from.x, top: from.y, width: end.x - from.x, height: end.y - from.y };
  }
  const place = childOf(anchor, "xdr:pos");
  const extent = childOf(anchor, "xdr:ext");
  const points = (holder: XmlElement | undefined, name: string): number => Number(holder?.attributes[name] ?? 0) / PER_POINT;
  return { left: place ? points(place, "x") : from.x, top: place ? points(place, "y") : from.y, width: points(extent, "cx"), height: points(extent, "cy") };
}

function corner(sheet: Sheet, holder: XmlElement | undefined): { readonly x: number; readonly y: number } {
  const number = (name: string): number => Number(holder ? textOf(childOf(holder, name) ?? element(name)) : 0);
  const { left, top } = geometry(sheet, { top: number("xdr:row"), left: number("xdr:col"), bottom: number("xdr:row"), right: number("xdr:col") });
  return { x: left + number("xdr:colOff") / PER_POINT, y: top + number("xdr:rowOff") / PER_POINT };
}

/** Moves an anchor; it keeps its kind except that one that is not tied to two cells becomes so. */
export function setPosition(sheet: Sheet, { drawing, anchor }: Pick<AnchoredChart, "drawing" | "anchor">, position: ChartPosition): void {
  editXml(drawing);
  const corners = [cornerElement(sheet, "xdr:from", position.left, position.top), cornerElement(sheet, "xdr:to", position.left + position.width, position.top + position.height)];
  const rest = childrenOf(anchor).filter((child) => !["xdr:from", "xdr:to", "xdr:pos", "xdr:ext"].includes(child.name));
  anchor.name = "xdr:twoCellAnchor";
  anchor.children = [...corners, ...rest];
}

function cornerElement(sheet: Sheet, name: string, x: number, y: number): XmlElement {
  let [column, left] = [0, x];
  for (let width = columnWidth(sheet, column); left >= width && column < 16_383; width = columnWidth(sheet, ++column)) left -= width;
  let [row, top] = [0, y];
  for (let height = rowHeight(sheet, row); top >= height && row < 1_048_575; height = rowHeight(sheet, ++row)) top -= height;
  const number = (child: string, value: number): XmlElement => element(child, {}, [String(Math.round(value))]);
  return element(name, {}, [number("xdr:col", column), number("xdr:colOff", left * PER_POINT), number("xdr:row", row), number("xdr:rowOff", top * PER_POINT)]);
}

/** Puts a chart's part on the sheet. */
export function anchorChart(sheet: Sheet, chart: XmlElement, position: ChartPosition): AnchoredChart {
  const { pack } = sheet.book;
  const drawing = drawingOf(sheet);
  const part = addPart(pack, freePath(pack, "xl/charts/chart", ".xml"), CHART_TYPE, chart);
  const number = Math.max(1, ...childrenOf(xmlOf(drawing)).map((anchor) => Number(descendant(anchor, "cNvPr")?.attributes["id"] ?? 1))) + 1;
  const properties = element("xdr:cNvPr", { id: number, name: `Chart ${number - 1}` });
  const frame = element("xdr:graphicFrame", { macro: "" }, [
    element("xdr:nvGraphicFramePr", {}, [properties, element("xdr:cNvGraphicFramePr")]),
    element("xdr:xfrm", {}, [element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })]),
    element("a:graphic", { "xmlns:a": A }, [element("a:graphicData", { uri: C }, [element("c:chart", { "xmlns:c": C, "xmlns:r": RELATIONS, "r:id": relate(drawing, "chart", part.path) })])]),
  ]);
  const anchor = element("xdr:twoCellAnchor", {}, [frame, element("xdr:clientData")]);
  editXml(drawing).children.push(anchor);
  const anchored = { drawing, anchor, part, properties };
  setPosition(sheet, anchored, position);
  return anchored;
}

function drawingOf(sheet: Sheet): Part {
  const { pack } = sheet.book;
  const [existing] = relatedParts(pack, sheet.part, "drawing");
  if (existing) return existing;
  const drawing = addPart(pack, freePath(pack, "xl/drawings/drawing", ".xml"), DRAWING_TYPE, element("xdr:wsDr", { "xmlns:xdr": XDR, "xmlns:a": A }));
  const root = editXml(sheet.part);
  ensureChild(root, "drawing", WORKSHEET_ORDER).attributes["r:id"] = relate(sheet.part, "drawing", drawing.path);
  return drawing;
}

export function removeAnchored(sheet: Sheet, { drawing, anchor, part }: AnchoredChart): void {
  const { pack } = sheet.book;
  const root = editXml(drawing);
  removeChild(root, anchor);
  const relation = drawing.relations.find((candidate) => candidate.target === part.path);
  if (relation) removeRelation(pack, drawing, relation.id);
  if (childrenOf(root).some((child) => /Anchor$/.test(localName(child.name)))) return;
  const sheetRoot = editXml(sheet.part);
  const mark = childOf(sheetRoot, "drawing");
  const link = mark && relationId(mark);
  if (mark) removeChild(sheetRoot, mark);
  if (link !== undefined) removeRelation(pack, sheet.part, link);
}

export function rename(properties: XmlElement, drawing: Part, name: string): void {
  editXml(drawing);
  properties.attributes["name"] = name;
}


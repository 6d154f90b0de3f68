/** Hyperlinks of cells. */

import { contains, formatRange, intersects, parseRange, subtract } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { enterValues } from "./entering";
import { WORKSHEET_ORDER } from "./file/order";
import { setLook } from "./formats";
import type { Sheet } from "./model";
import { editXml, relate, relationId, removeRelation, xmlOf } from "./package/package";
import { childOf, childrenOf, element, ensureChild, removeChild } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkAllowed } from "./protection";

export interface Hyperlink {
  /** A web or mail address, or a file; absent for places in this workbook. */
  readonly address?: string;
  /** "Sheet1!A1", for places in this workbook. */
  readonly documentReference?: string;
  readonly screenTip?: string;
}

const ranges = new WeakMap<XmlElement, { readonly ref: string; readonly range: CellRange | null }>();

/** Parsed once: whole sheets are asked cell by cell. */
function rangeOf(link: XmlElement): CellRange | null {
  const ref = link.attributes["ref"] ?? "";
  const known = ranges.get(link);
  if (known?.ref === ref) return known.range;
  const range = parseRange(ref);
  ranges.set(link, { ref, range });
  return range;
}

export function hyperlinkAt(sheet: Sheet, row: number, column: number): Hyperlink | null {
  const list = childOf(xmlOf(sheet.part), "hyperlinks");
  const entry = list && childrenOf(list).find((link) => {
    const range = rangeOf(link);
    return range !== null && contains(range, row, column);
  });
  return entry ? linkOf(sheet, entry) : null;
}

/** The same for every cell of a range, found without going through all links each time. */
export function hyperlinkFinder(sheet: Sheet, range: CellRange): (row: number, column: number) => Hyperlink | null {
  const byRow = new Map<number, { readonly area: CellRange; readonly entry: XmlElement }[]>();
  const list = childOf(xmlOf(sheet.part), "hyperlinks");
  for (const entry of list ? childrenOf(list) : []) {
    const area = rangeOf(entry);
    if (area === null) continue;
    for (let row = Math.max(area.top, range.top); row <= Math.min(area.bottom, range.bottom); row++) {
      const links = byRow.get(row);
      if (links) links.push({ area, entry });
      else byRow.set(row, [{ area, entry }]);
    }
  }
  return (row, column) => {
    const found = byRow.get(row)?.find(({ area }) => contains(area, row, column));
    return found === undefined ? null : linkOf(sheet, found.entry);
  };
}

function linkOf(sheet: Sheet, entry: XmlElement): Hyperlink {
  const { location, tooltip } = entry.attributes;
  const relation = sheet.part.relations.find((candidate) => candidate.id === relationId(entry));
  return {
    ...(relation ? { address: relation.target } : {}),
    ...(location === undefined ? {} : { documentReference: location }),
    ...(tooltip === undefined ? {} : { screenTip: tooltip }),
  };
}

/** Sets it on the range; `textToDisplay` becomes the value of its cells, which get the look of a link. null removes. */
export function setHyperlink(sheet: Sheet, range: CellRange, link: (Hyperlink & { readonly textToDisplay?: string }) | null): void {
  checkAllowed(sheet, "allowInsertHyperlinks");
  removeHyperlinks(sheet, range, false);
  if (!link) return;
  const root = editXml(sheet.part);
  const list = ensureChild(root, "hyperlinks", WORKSHEET_ORDER);
  const id = link.address ? relate(sheet.part, "hyperlink", link.address, true) : undefined;
  list.children.push(element("hyperlink", { ref: formatRange(range), "r:id": id, location: link.documentReference, tooltip: link.screenTip, display: link.textToDisplay }));
  if (link.textToDisplay !== undefined) enterValues(sheet, range, [[`'${link.textToDisplay}`]]);
  setLook(sheet, range, { fontColor: "#0563C1", underline: "Single" });
  announce(sheet.book, { kind: "hyperlinks", sheetId: sheet.id, range });
}

/** Takes links off the range; with their look when asked. */
export function removeHyperlinks(sheet: Sheet, range: CellRange, withLook: boolean): void {
  const root = xmlOf(sheet.part);
  const list = childOf(root, "hyperlinks");
  if (!list) return;
  const gone = childrenOf(list).filter((entry) => {
    const area = rangeOf(entry);
    return area !== null && intersects(area, range);
  });
  for (const entry of gone) removeLink(sheet, list, entry, range);
  if (childrenOf(list).length === 0) removeChild(root, list);
  if (gone.length > 0 && withLook) setLook(sheet, range, { fontColor: "#000000", underline: "None" });
  if (gone.length > 0) announce(sheet.book, { kind: "hyperlinks", sheetId: sheet.id, range });
}

/** What of the link lies outside the range stays, cut into pieces. */
function removeLink(sheet: Sheet, list: XmlElement, entry: XmlElement, range: CellRange): void {
  const area = rangeOf(entry);
  removeChild(list, entry);
  const rest = area ? subtract(area, range) : [];
  for (const piece of rest) list.children.push({ ...entry, attributes: { ...entry.attributes, ref: formatRange(piece) } });
  const id = relationId(entry);
  if (rest.length === 0 && id !== undefined && !childrenOf(list).some((other) => relationId(other) === id)) removeRelation(sheet.book.pack, sheet.part, id);
}

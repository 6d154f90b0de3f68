/** The mark that makes an array formula spill (MS-XLSX 2.4.xx XLDAPR): cells name it by number in xl/metadata.xml. */

import { addPart, editXml, relate, relatedParts, xmlOf } from "../package/package";
import { childOf, childrenOf, element, ensureChild, flag, localName, MAIN, setAttributes, walk } from "../package/xml";
import type { XmlElement } from "../package/xml";
import type { Book } from "../model";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";
const DYNAMIC = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const ORDER = ["metadataTypes", "metadataStrings", "mdxMetadata", "futureMetadata", "cellMetadata", "valueMetadata", "extLst"];

/** @returns the number for a cell's `cm` */
export function spillMetadata(book: Book): string {
  const [existing] = relatedParts(book.pack, book.part, "sheetMetadata");
  const known = existing && markNumber(xmlOf(existing));
  if (known) return known;
  const part = existing ?? addPart(book.pack, "xl/metadata.xml", TYPE, element("metadata", { xmlns: MAIN }));
  if (!existing) relate(book.part, RELATION, part.path);
  const root = editXml(part);
  root.attributes["xmlns:xda"] = DYNAMIC;
  const types = ensureChild(root, "metadataTypes", ORDER);
  types.children.push(element("metadataType", {
    name: "XLDAPR", minSupportedVersion: 120000, copy: 1, pasteAll: 1, pasteValues: 1, merge: 1, splitFirst: 1, rowColShift: 1, clearFormats: 1, clearComments: 1, assign: 1, coerce: 1, cellMeta: 1,
  }));
  const extension = element("ext", { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" }, [element("xda:dynamicArrayProperties", { fDynamic: 1, fCollapsed: 0 })]);
  const future = element("futureMetadata", { name: "XLDAPR", count: 1 }, [element("bk", {}, [element("extLst", {}, [extension])])]);
  root.children.splice(root.children.indexOf(types) + 1, 0, future);
  const cells = ensureChild(root, "cellMetadata", ORDER);
  cells.children.push(element("bk", {}, [element("rc", { t: childrenOf(types).length, v: 0 })]));
  setAttributes(types, { count: childrenOf(types).length });
  setAttributes(cells, { count: childrenOf(cells).length });
  return String(childrenOf(cells).length);
}

function markNumber(root: XmlElement): string | null {
  const type = childrenOf(childOf(root, "metadataTypes") ?? element("none")).findIndex((entry) => entry.attributes["name"] === "XLDAPR") + 1;
  if (type === 0) return null;
  const marks = childrenOf(childOf(root, "cellMetadata") ?? element("none"));
  const mark = marks.findIndex((entry) => childrenOf(entry).some((record) => record.attributes["t"] === String(type) && isDynamic(root, Number(record.attributes["v"]))));
  return mark < 0 ? null : String(mark + 1);
}

function isDynamic(root: XmlElement, index: number): boolean {
  const future = childrenOf(root, "futureMetadata").find((entry) => entry.attributes["name"] === "XLDAPR");
  const block = future && childrenOf(future, "bk")[index];
  let dynamic = false;
  if (block) walk(block, (entry) => {
    if (localName(entry.name) === "dynamicArrayProperties") dynamic ||= flag(entry, "fDynamic");
  });
  return dynamic;
}

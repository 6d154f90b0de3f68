/** Notes in their two parts: texts (ECMA-376 18.7) and the yellow boxes that show them (VML, as Excel still writes it). */

import { formatRange, parseRange, rangeOfCell } from "../../../workbook/address";
import { WORKSHEET_ORDER } from "../file/order";
import { decodeText, encodeText } from "../file/strings";
import type { Sheet } from "../model";
import { addPart, editXml, freePath, partOfRelation, relate, relatedParts, relationId, removeRelation, xmlOf } from "../package/package";
import type { Part } from "../package/package";
import { childOf, childrenOf, element, ensureChild, MAIN, numberAttribute, parseElement, removeChild, textOf } from "../package/xml";
import type { XmlElement } from "../package/xml";

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

export interface StoredNote {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
}

export function storedNotes(sheet: Sheet): StoredNote[] {
  const [part] = relatedParts(sheet.book.pack, sheet.part, "comments");
  if (!part) return [];
  const root = xmlOf(part);
  const authors = childrenOf(childOf(root, "authors") ?? element("authors")).map(textOf);
  return childrenOf(childOf(root, "commentList") ?? element("commentList")).flatMap((entry) => {
    const place = parseRange(entry.attributes["ref"] ?? "");
    if (!place) return [];
    const content = childOf(entry, "text") ?? element("text");
    const runs = childrenOf(content, "r");
    const text = (runs.length > 0 ? runs : [content]).flatMap((holder) => childrenOf(holder, "t")).map(textOf).join("");
    return [{ row: place.top, column: place.left, author: decodeText(authors[numberAttribute(entry, "authorId", 0)] ?? ""), text: decodeText(text) }];
  });
}

/** Adds or replaces the note of a cell. */
export function putNote(sheet: Sheet, note: StoredNote): void {
  const root = editXml(commentsPart(sheet));
  const list = ensureChild(root, "commentList", ["authors", "commentList"]);
  const ref = formatRange(rangeOfCell(note.row, note.column));
  const existing = childrenOf(list).find((entry) => entry.attributes["ref"] === ref);
  const text = parseElement(`<text><r><t xml:space="preserve">${encodeText(note.text)}</t></r></text>`);
  const made = element("comment", { ref, authorId: authorNumber(root, note.author) }, [text]);
  if (existing) list.children[list.children.indexOf(existing)] = made;
  else {
    list.children.push(made);
    addBox(sheet, note.row, note.column);
  }
}

function authorNumber(root: XmlElement, author: string): number {
  const authors = ensureChild(root, "authors", ["authors", "commentList"]);
  const known = childrenOf(authors).findIndex((entry) => textOf(entry) === author);
  return known >= 0 ? known : authors.children.push(element("author", {}, [author])) - 1;
}

export function dropNote(sheet: Sheet, row: number, column: number): void {
  const { pack } = sheet.book;
  const [part] = relatedParts(pack, sheet.part, "comments");
  if (!part) return;
  const list = childOf(editXml(part), "commentList");
  const ref = formatRange(rangeOfCell(row, column));
  const entry = list && childrenOf(list).find((candidate) => candidate.attributes["ref"] === ref);
  if (!list || !entry) return;
  removeChild(list, entry);
  const boxes = boxesPart(sheet);
  if (boxes) for (const shape of childrenOf(editXml(boxes), "v:shape")) if (isBoxOf(shape, row, column)) removeChild(editXml(boxes), shape);
  if (childrenOf(list).length > 0) return;
  const relation = sheet.part.relations.find((candidate) => candidate.target === part.path);
  if (relation) removeRelation(pack, sheet.part, relation.id);
}

function commentsPart(sheet: Sheet): Part {
  const { pack } = sheet.book;
  const [existing] = relatedParts(pack, sheet.part, "comments");
  if (existing) return existing;
  const made = addPart(pack, freePath(pack, "xl/comments", ".xml"), COMMENTS_TYPE, element("comments", { xmlns: MAIN }, [element("authors"), element("commentList")]));
  relate(sheet.part, "comments", made.path);
  return made;
}

function boxesPart(sheet: Sheet): Part | undefined {
  const mark = childOf(xmlOf(sheet.part), "legacyDrawing");
  return mark && partOfRelation(sheet.book.pack, sheet.part, relationId(mark));
}

function isBoxOf(shape: XmlElement, row: number, column: number): boolean {
  const data = childOf(shape, "x:ClientData");
  const number = (name: string): number => Number(data ? textOf(childOf(data, name) ?? element(name)) : NaN);
  return data?.attributes["ObjectType"] === "Note" && number("x:Row") === row && number("x:Column") === column;
}

function addBox(sheet: Sheet, row: number, column: number): void {
  const { pack } = sheet.book;
  let part = boxesPart(sheet);
  if (!part) {
    part = addPart(pack, freePath(pack, "xl/drawings/vmlDrawing", ".vml"), VML_TYPE, emptyBoxes(sheet.fileId));
    const root = editXml(sheet.part);
    ensureChild(root, "legacyDrawing", WORKSHEET_ORDER).attributes["r:id"] = relate(sheet.part, "vmlDrawing", part.path);
  }
  const root = editXml(part);
  const taken = childrenOf(root, "v:shape").map((shape) => Number(/_s(\d+)$/.exec(shape.attributes["id"] ?? "")?.[1] ?? 0));
  const number = Math.max(sheet.fileId * 1024, ...taken) + 1;
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 15, row + 3, 4].join(", ");
  root.children.push(element("v:shape", {
    id: `_x0000_s${number}`, type: "#_x0000_t202", style: "position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:108pt;height:59.25pt;z-index:1;visibility:hidden", fillcolor: "#ffffe1", "o:insetmode": "auto",
  }, [
    element("v:fill", { color2: "#ffffe1" }), element("v:shadow", { on: "t", color: "black", obscured: "t" }), element("v:path", { "o:connecttype": "none" }),
    element("v:textbox", { style: "mso-direction-alt:auto" }, [element("div", { style: "text-align:left" })]),
    element("x:ClientData", { ObjectType: "Note" }, [
      element("x:MoveWithCells"), element("x:SizeWithCells"), element("x:Anchor", {}, [anchor]), element("x:AutoFill", {}, ["False"]), element("x:Row", {}, [String(row)]), element("x:Column", {}, [String(column)]),
    ]),
  ]));
}

function emptyBoxes(block: number): XmlElement {
  return element("xml", { "xmlns:v": "urn:schemas-microsoft-com:vml", "xmlns:o": "urn:schemas-microsoft-com:office:office", "xmlns:x": "urn:schemas-microsoft-com:office:excel" }, [
    element("o:shapelayout", { "v:ext": "edit" }, [element("o:idmap", { "v:ext": "edit", data: block })]),
    element("v:shapetype", { id: "_x0000_t202", coordsize: "21600,21600", "o:spt": 202, path: "m,l,21600r21600,l21600,xe" }, [element("v:stroke", { joinstyle: "miter" }), element("v:path", { gradientshapeok: "t", "o:connecttype": "rect" })]),
  ]);
}

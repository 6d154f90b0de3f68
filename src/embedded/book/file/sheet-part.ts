/** A worksheet part: cells, columns and merges go to the sheet's own stores, the rest stays a tree. */

import { formatRange, parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { decode } from "../package/package";
import type { Part } from "../package/package";
import { childOf, childrenOf, element, flag, numberAttribute, openDocument, parseElement, prefixOf, removeChild, writeAttributes, writeElement } from "../package/xml";
import type { XmlElement } from "../package/xml";
import type { ColumnSpan, RichText, Sheet } from "../model";
import { standardCharacters } from "../sizes";
import { WORKSHEET_ORDER } from "./order";
import { readCells } from "./read-cells";
import type { ReadCells } from "./read-cells";
import { writeCells } from "./write-cells";
import type { WriteContext } from "./write-cells";

export interface ReadSheet extends ReadCells {
  readonly columns: ColumnSpan[];
  readonly merges: CellRange[];
}

/** Reads the part and leaves in it a tree without cells, columns and merges. */
export function readSheetPart(part: Part, strings: readonly (string | RichText)[], date1904: boolean): ReadSheet {
  const text = decode(part.bytes);
  const data = /<((?:[\w.-]+:)?sheetData)(\s[^>]*?)?(\/?)>/.exec(text);
  const close = data ? `</${data[1]}>` : "";
  const end = !data ? 0 : data[3] === "/" ? data.index + data[0].length : text.indexOf(close, data.index) + close.length;
  if (data && end < data.index) throw new Error(`${part.path}: sheetData does not end`);
  const prefix = data ? prefixOf(data[1] ?? "") : "";
  const attributes = data?.[2] ?? "";
  const rest = data ? `${text.slice(0, data.index)}<${prefix === "" ? "" : `${prefix}:`}sheetData${attributes}/>${text.slice(end)}` : text;
  const root = parseElement(rest);
  for (const name of ["sheetData", "cols"]) keepDeclarations(root, childOf(root, name));
  if (!childOf(root, "sheetData")) root.children.push(element("sheetData"));
  const cells = data ? readCells(text.slice(data.index, end), strings, date1904) : { rows: new Map(), arrays: [], needsCalculation: false };
  const read: ReadSheet = { ...cells, columns: readColumns(root), merges: readMerges(root) };
  for (const name of ["dimension", "cols", "mergeCells"]) {
    for (const gone of childrenOf(root, name)) removeChild(root, gone);
  }
  part.root = root;
  part.bytes = new Uint8Array();
  part.changed = true;
  return read;
}

/** Of prefixes that rows and columns use: the element that declares them is written anew. */
function keepDeclarations({ attributes }: XmlElement, gone: XmlElement | undefined): void {
  for (const [name, uri] of Object.entries(gone?.attributes ?? {})) if (name.startsWith("xmlns:")) attributes[name] ??= uri;
}

const COLUMN_KNOWN = new Set(["min", "max", "width", "hidden", "style", "customWidth"]);

function readColumns(root: XmlElement): ColumnSpan[] {
  const spans = childrenOf(root, "cols").flatMap((cols) => childrenOf(cols, "col")).map((col) => {
    const rest = Object.entries(col.attributes).filter(([name]) => !COLUMN_KNOWN.has(name));
    return {
      min: numberAttribute(col, "min", 1) - 1,
      max: numberAttribute(col, "max", 1) - 1,
      width: col.attributes["width"] === undefined ? null : Number(col.attributes["width"]),
      hidden: flag(col, "hidden"),
      style: col.attributes["style"] === undefined ? null : Number(col.attributes["style"]),
      attributes: rest.length > 0 ? Object.fromEntries(rest) : null,
    };
  });
  return spans.sort((a, b) => a.min - b.min);
}

function readMerges(root: XmlElement): CellRange[] {
  const list = childOf(root, "mergeCells");
  return list ? childrenOf(list).flatMap((entry) => parseRange(entry.attributes["ref"] ?? "") ?? []) : [];
}

export function writeSheetPart(sheet: Sheet, used: CellRange | null, context: WriteContext): string {
  const root = sheet.part.root ?? element("worksheet");
  const fresh: [string, string][] = [
    ["dimension", `<dimension ref="${formatRange(used ?? { top: 0, left: 0, bottom: 0, right: 0 })}"/>`],
    ["cols", writeColumns(sheet.columns, standardCharacters(sheet))],
    ["sheetData", writeCells(sheet, context)],
    ["mergeCells", writeMerges(sheet.merges)],
  ];
  const pieces = [openDocument(root)];
  const rank = (name: string): number => WORKSHEET_ORDER.findIndex((known) => known === name);
  for (const child of childrenOf(root)) {
    // An element the schema does not know stays where it is.
    const place = rank(child.name);
    while (place >= 0 && fresh[0] && rank(fresh[0][0]) <= place) pieces.push(fresh.shift()?.[1] ?? "");
    if (child.name !== "sheetData") pieces.push(writeElement(child));
  }
  pieces.push(...fresh.map(([, xml]) => xml), "</worksheet>");
  return pieces.join("");
}

/** A column that only looks different has the standard width; without any it would be none. */
function writeColumns(columns: readonly ColumnSpan[], standard: number): string {
  if (columns.length === 0) return "";
  const spans = columns.map((span) =>
    `<col min="${span.min + 1}" max="${span.max + 1}"`
    + (span.width === null ? ` width="${standard}"` : ` width="${span.width}" customWidth="1"`)
    + (span.style === null ? "" : ` style="${span.style}"`)
    + (span.hidden ? ' hidden="1"' : "")
    + `${span.attributes === null ? "" : writeAttributes(span.attributes)}/>`);
  return `<cols>${spans.join("")}</cols>`;
}

function writeMerges(merges: readonly CellRange[]): string {
  if (merges.length === 0) return "";
  return `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`).join("")}</mergeCells>`;
}

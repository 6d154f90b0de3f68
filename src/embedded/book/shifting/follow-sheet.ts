/** What else of a sheet goes with its cells: rules, links, filters, drawings, comments. */

import { formatRange, parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Sheet } from "../model";
import { editXml, relatedParts } from "../package/package";
import type { Part } from "../package/package";
import { childOf, childrenOf, localName, numberAttribute, removeChild, setText, textOf, walk } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { rangesOf } from "../formula/precedents";
import { shiftRule } from "./follow-formula";
import { shiftArea, shiftRange } from "./shift";
import type { Shift } from "./shift";

/** Elements that mean nothing without their cells. */
const GOES_WITH_CELLS = new Set(["conditionalFormatting", "dataValidation", "hyperlink", "ignoredError", "protectedRange", "autoFilter", "sortState", "cellWatch", "comment", "threadedComment", "sparkline"]);
/** What is selected and shown stays where it is. */
const STAYS = new Set(["selection", "pane", "dimension", "legacyDrawing"]);

/** Rules of the sheet proper; those of extensions have their formulas shifted like any others. */
const RULES = new Set(["conditionalFormatting", "dataValidation"]);

export function followSheet(sheet: Sheet, shift: Shift): void {
  const root = editXml(sheet.part);
  followTree(root, shift);
  followBreaks(root, shift);
  dropEmptyLists(root);
  const { pack } = sheet.book;
  for (const type of ["comments", "threadedComment"]) for (const part of relatedParts(pack, sheet.part, type)) followTree(editXml(part), shift);
  for (const part of relatedParts(pack, sheet.part, "drawing")) followDrawing(part, shift);
  for (const part of relatedParts(pack, sheet.part, "vmlDrawing")) followNotes(part, shift);
  for (const table of sheet.tables) followTree(editXml(table.part), shift);
  for (const part of relatedParts(pack, sheet.part, "pivotTable")) followTree(editXml(part), shift);
}

/** Attributes `ref` and `sqref`, and the texts of x14's <xm:sqref>. */
function followTree(parent: XmlElement, shift: Shift): void {
  for (const child of childrenOf(parent)) {
    const name = localName(child.name);
    if (STAYS.has(name)) continue;
    if (RULES.has(child.name)) {
      if (!followRule(child, shift)) removeChild(parent, child);
      continue;
    }
    followTree(child, shift);
    const lost = followAttribute(child, "sqref", shift) || followAttribute(child, "ref", shift) || followExtension(child, shift);
    if (lost && GOES_WITH_CELLS.has(name)) removeChild(parent, child);
  }
}

/** @returns whether a cell is left to the rule */
function followRule(rule: XmlElement, shift: Shift): boolean {
  const shifted = shiftRule(rangesOf(rule.attributes["sqref"]), shift);
  if (!shifted) return false;
  rule.attributes["sqref"] = shifted.ranges.map(formatRange).join(" ");
  walk(rule, (entry) => {
    if (/^formula[12]?$/.test(entry.name) && textOf(entry) !== "") setText(entry, shifted.formula(textOf(entry)));
  });
  return true;
}

/** @returns whether nothing is left of the cells */
function followAttribute(target: XmlElement, attribute: string, shift: Shift): boolean {
  const before = target.attributes[attribute];
  if (before === undefined) return false;
  const after = followReferences(before, shift, attribute === "sqref");
  if (after === null) return true;
  target.attributes[attribute] = after;
  return false;
}

/** Extensions keep their ranges as the text of a child <xm:sqref>. */
function followExtension(target: XmlElement, shift: Shift): boolean {
  const place = childrenOf(target).find((child) => child.name === "xm:sqref");
  if (!place) return false;
  const after = followReferences(textOf(place), shift, true);
  if (after === null) return true;
  setText(place, after);
  return false;
}

function followReferences(references: string, shift: Shift, isList: boolean): string | null {
  const ranges: CellRange[] = [];
  for (const reference of references.trim().split(/\s+/)) {
    const range = parseRange(reference);
    if (!range) return references;
    if (isList) ranges.push(...shiftArea(range, shift));
    else ranges.push(...[shiftRange(range, shift)].filter((moved) => moved !== null));
  }
  return ranges.length === 0 ? null : ranges.map(formatRange).join(" ");
}

function followBreaks(root: XmlElement, shift: Shift): void {
  const list = childOf(root, shift.axis === "rows" ? "rowBreaks" : "colBreaks");
  if (!list) return;
  for (const entry of childrenOf(list, "brk")) {
    const place = numberAttribute(entry, "id", 0);
    const isGone = shift.count < 0 && place >= shift.at && place < shift.at - shift.count;
    if (isGone) removeChild(list, entry);
    else if (place >= shift.at) entry.attributes["id"] = String(place + shift.count);
  }
}

/** Excel calls a file damaged that has an empty list of these. */
function dropEmptyLists(root: XmlElement): void {
  for (const name of ["hyperlinks", "dataValidations", "ignoredErrors", "protectedRanges"]) {
    const list = childOf(root, name);
    if (list && childrenOf(list).length === 0) removeChild(root, list);
    else if (list?.attributes["count"] !== undefined) list.attributes["count"] = String(childrenOf(list).length);
  }
}

/** Pictures and charts keep to the cells under their corners. */
function followDrawing(part: Part, shift: Shift): void {
  walk(editXml(part), (anchor) => {
    const isFree = localName(anchor.name) === "oneCellAnchor" ? false : anchor.attributes["editAs"] === "absolute";
    if (isFree || !/^(two|one)CellAnchor$/.test(localName(anchor.name))) return;
    for (const corner of childrenOf(anchor)) if (/^(from|to)$/.test(localName(corner.name))) followCorner(corner, shift, "row", "col");
  });
}

function followCorner(corner: XmlElement, shift: Shift, rowName: string, columnName: string): void {
  const find = (name: string): XmlElement | undefined => childrenOf(corner).find((child) => localName(child.name) === name);
  const row = find(rowName);
  const column = find(columnName);
  if (!row || !column) return;
  const [across, along] = shift.axis === "rows" ? [column, row] : [row, column];
  const place = Number(textOf(along));
  const beside = Number(textOf(across));
  if (beside < shift.from || beside > shift.to || place < shift.at) return;
  setText(along, String(Math.max(shift.at, place + shift.count)));
}

/** The yellow boxes of notes, in a dialect of their own; one we cannot read is left as it is. */
function followNotes(part: Part, shift: Shift): void {
  let root: XmlElement;
  try {
    root = editXml(part);
  } catch {
    part.changed = false;
    return;
  }
  for (const shape of childrenOf(root, "v:shape")) {
    const data = childOf(shape, "x:ClientData");
    const row = data && childOf(data, "x:Row");
    const column = data && childOf(data, "x:Column");
    if (!data || !row || !column) continue;
    const cell = { top: Number(textOf(row)), left: Number(textOf(column)) };
    const after = shiftRange({ ...cell, bottom: cell.top, right: cell.left }, shift);
    if (!after) {
      removeChild(root, shape);
      continue;
    }
    moveAnchor(data, after.top - cell.top, after.left - cell.left);
    setText(row, String(after.top));
    setText(column, String(after.left));
  }
}

/** "left column, offset, top row, offset, right column, offset, bottom row, offset" */
function moveAnchor(data: XmlElement, rows: number, columns: number): void {
  const anchor = childOf(data, "x:Anchor");
  if (!anchor) return;
  const numbers = textOf(anchor).split(",").map(Number);
  setText(anchor, numbers.map((number, index) => Math.max(0, number + (index % 4 === 0 ? columns : index % 4 === 2 ? rows : 0))).join(", "));
}

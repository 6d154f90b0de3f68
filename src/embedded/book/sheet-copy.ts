/** Copying a sheet with everything on it. */

import { announce } from "./changes";
import { tableId } from "./file/table-part";
import { cellsChanged, recalculateAll } from "./formula/dependencies";
import { renamedSheet } from "./formula/follow";
import { renamedTable } from "./formula/table-references";
import type { ArrayArea, Cell, Row, Sheet } from "./model";
import { editXml, freePath, isOfType, xmlOf } from "./package/package";
import type { Part, Relation } from "./package/package";
import { childrenOf, clone, numberAttribute, setAttributes, setText, textOf, walk } from "./package/xml";
import { checkStructure } from "./protection";
import { makeSheet, positionOf } from "./sheets";
import { addTablePart } from "./table-parts";
import { freeTableName } from "./tables";
import { WHOLE_SHEET } from "../../workbook/address";

/** Parts that belong to one sheet alone; pictures and pivot caches are shared. */
const OWNED = ["drawing", "chart", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes", "comments", "vmlDrawing", "threadedComment", "pivotTable"];
const FORMULA = /^(?:\w+:)?(?:f|formula|formula1|formula2)$/;

/** A copy with contents, formats, sizes, merges, tables, names of its own, charts and settings of the page. References to the sheet itself mean the copy. */
export function copySheet(sheet: Sheet, where: { readonly position: "None" | "Before" | "After" | "Beginning" | "End"; readonly relativeTo?: Sheet }): Sheet {
  const { book } = sheet;
  checkStructure(book);
  const copy = makeSheet(book, copyName(sheet));
  copy.part.root = clone(xmlOf(sheet.part));
  copy.visibility = "Visible";
  copy.protected = sheet.protected;
  for (const view of childrenOf(copy.part.root, "sheetViews").flatMap((views) => childrenOf(views))) setAttributes(view, { tabSelected: undefined });
  copyRelations(sheet.part, copy.part, sheet);
  copy.columns = [...sheet.columns];
  copy.merges = [...sheet.merges];
  copyRows(sheet, copy);
  book.sheets.splice(placeOf(sheet, where), 0, copy);
  const tables = copyTables(sheet, copy);
  for (const defined of book.names.filter((name) => name.sheet === sheet)) book.names.push({ ...defined, sheet: copy, formula: `=${renamedSheet(defined.formula.slice(1), sheet.name, copy.name)}` });
  turnFormulas(sheet, copy, tables);
  recalculateAll(book);
  cellsChanged(copy, WHOLE_SHEET);
  announce(book, { kind: "sheet-added", sheetId: copy.id });
  return copy;
}

/** "Sheet1 (2)", shortened where it would be too long. */
function copyName({ name, book }: Sheet): string {
  const base = name.replace(/ \(\d+\)$/, "");
  const taken = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const candidate = base.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function placeOf(sheet: Sheet, { position, relativeTo = sheet }: { readonly position: string; readonly relativeTo?: Sheet }): number {
  switch (position) {
    case "Before": return positionOf(relativeTo);
    case "After": return positionOf(relativeTo) + 1;
    case "Beginning": return 0;
    default: return sheet.book.sheets.length;
  }
}

function copyRelations(from: Part, to: Part, sheet: Sheet): void {
  for (const relation of from.relations) {
    if (isOfType(relation, "table")) continue;
    const target = relation.external || !OWNED.some((type) => isOfType(relation, type)) ? relation.target : copyPart(relation, sheet);
    to.relations.push({ ...relation, target });
  }
}

/** A part like the one a relation leads to, with its own. @returns its path */
function copyPart(relation: Relation, sheet: Sheet): string {
  const { pack } = sheet.book;
  const original = pack.parts.get(relation.target);
  if (!original) return relation.target;
  const [, before = original.path, after = ""] = /^(.*?)\d*(\.[^.]*)$/.exec(original.path) ?? [];
  const made: Part = { ...original, path: freePath(pack, before, after), root: original.root && clone(original.root), relations: [] };
  pack.parts.set(made.path, made);
  copyRelations(original, made, sheet);
  return made.path;
}

function copyRows(sheet: Sheet, copy: Sheet): void {
  const arrays = new Map<ArrayArea, ArrayArea>(sheet.arrays.map((array) => [array, { ...array }]));
  copy.arrays = [...arrays.values()];
  const copyCell = (cell: Cell): Cell => ({ ...cell, formula: cell.formula && { ...cell.formula, array: cell.formula.array && (arrays.get(cell.formula.array) ?? null) } });
  for (const [number, row] of sheet.rows) {
    const line: Row = { ...row, cells: row.cells.map((cell) => cell && copyCell(cell)) };
    copy.rows.set(number, line);
  }
}

/** @returns old and new names */
function copyTables(sheet: Sheet, copy: Sheet): Map<string, string> {
  const { book } = sheet;
  const names = new Map<string, string>();
  const root = editXml(copy.part);
  for (const list of childrenOf(root, "tableParts")) root.children.splice(root.children.indexOf(list), 1);
  for (const table of sheet.tables) {
    const highest = Math.max(0, ...book.sheets.flatMap((other) => other.tables.map((one) => numberAttribute(xmlOf(one.part), "id", 0))));
    const part = addTablePart(copy, highest + 1);
    const tree = clone(xmlOf(table.part));
    setAttributes(tree, { id: highest + 1, "xr:uid": undefined });
    part.root = tree;
    const name = freeTableName(book);
    copy.tables.push({ ...table, sheet: copy, part, name, id: tableId(highest + 1), columns: table.columns.map((column) => ({ ...column })) });
    names.set(table.name, name);
  }
  return names;
}

/** In the copy, the sheet and its tables mean the copy and its tables. */
function turnFormulas(sheet: Sheet, copy: Sheet, tables: ReadonlyMap<string, string>): void {
  const turned = (formula: string): string => {
    let text = renamedSheet(formula, sheet.name, copy.name);
    for (const [from, to] of tables) text = renamedTable(text, from, to);
    return text;
  };
  for (const { cells } of copy.rows.values()) for (const cell of cells) if (cell?.formula) cell.formula = { ...cell.formula, text: turned(cell.formula.text) };
  const turnTree = (part: Part): void => walk(editXml(part), (entry) => {
    if (FORMULA.test(entry.name) && childrenOf(entry).length === 0) setText(entry, turned(textOf(entry)));
  });
  turnTree(copy.part);
  for (const part of ownedParts(copy.part, copy)) if (/chart/i.test(part.contentType)) turnTree(part);
}

function ownedParts(part: Part, sheet: Sheet): Part[] {
  return part.relations.flatMap((relation) => {
    const target = OWNED.some((type) => isOfType(relation, type)) ? sheet.book.pack.parts.get(relation.target) : undefined;
    return target ? [target, ...ownedParts(target, sheet)] : [];
  });
}

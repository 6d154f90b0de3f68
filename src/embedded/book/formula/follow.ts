/** Formulas follow what happens to sheets and cells, wherever in a workbook they are. */

import { quoteSheetName } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import { editXml, xmlOf } from "../package/package";
import type { Part } from "../package/package";
import { childrenOf, localName, setText, textOf, walk } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { cellsChanged } from "./dependencies";
import { GONE, rewrite, writeReference } from "./references";
import type { Piece, Prefix } from "./references";

/** @param home the sheet that references without a sheet mean; null where there is none (names, charts) */
export type Rewriter = (formula: string, home: Sheet | null) => string;

/** Elements that hold formulas, in sheets (conditional formats, validation, sparklines), tables and charts. */
const FORMULA_ELEMENTS = new Set(["formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula"]);

/** Rules have their formulas for their first cell; whoever moves their cells must mind that. */
export const RULE_ELEMENTS: ReadonlySet<string> = new Set(["conditionalFormatting", "dataValidations"]);

/**
 * Passes every formula of the workbook through `rewriter`; cells whose formula changes are calculated again.
 * @param rulesApart the sheet whose rules are left to the caller
 */
export function rewriteFormulas(book: Book, rewriter: Rewriter, rulesApart?: Sheet): void {
  for (const sheet of book.sheets) {
    for (const [row, { cells }] of sheet.rows) {
      cells.forEach((cell, column) => {
        if (!cell?.formula) return;
        const text = rewriter(cell.formula.text, sheet);
        if (text === cell.formula.text) return;
        cell.formula = { ...cell.formula, text };
        cellsChanged(sheet, { top: row, left: column, bottom: row, right: column });
      });
    }
  }
  rewriteBesideCells(book, rewriter, rulesApart);
}

/** Of rules, tables, names and charts; always in the same order while there are the same. */
export function rewriteBesideCells(book: Book, rewriter: Rewriter, rulesApart?: Sheet): void {
  for (const sheet of book.sheets) {
    const isApart = sheet === rulesApart;
    for (const child of childrenOf(editXml(sheet.part))) if (!isApart || !RULE_ELEMENTS.has(child.name)) rewriteTree(child, sheet, rewriter);
    for (const table of sheet.tables) rewriteTree(editXml(table.part), sheet, rewriter);
  }
  for (const defined of book.names) defined.formula = `=${rewriter(defined.formula.slice(1), defined.sheet)}`;
  for (const part of book.pack.parts.values()) {
    if (isChart(part) && rewriteTree(xmlOf(part), null, rewriter)) part.changed = true;
  }
}

function isChart(part: Part): boolean {
  return /drawingml\.chart\+xml|chartex\+xml/.test(part.contentType);
}

/** @returns whether anything changed */
function rewriteTree(root: XmlElement, home: Sheet | null, rewriter: Rewriter): boolean {
  let changed = false;
  walk(root, (entry) => {
    if (!FORMULA_ELEMENTS.has(localName(entry.name)) || childrenOf(entry).length > 0) return;
    const before = textOf(entry);
    const after = before === "" ? before : rewriter(before, home);
    if (after === before) return;
    setText(entry, after);
    changed = true;
  });
  return changed;
}

/** References to a sheet get its new name. */
export function renameInFormulas(book: Book, from: string, to: string): void {
  rewriteFormulas(book, (formula) => renamedSheet(formula, from, to));
  for (const part of book.pack.parts.values()) {
    if (part.contentType.endsWith("pivotCacheDefinition+xml")) renameInPivot(part, from.toLowerCase(), to);
  }
}

/** The formula with a sheet by its new name. */
export function renamedSheet(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  // Only formulas that name the sheet are taken apart.
  if (!formula.includes("!") || !formula.toLowerCase().includes(wanted.replaceAll("'", "''"))) return formula;
  const renamed = (name: string): string => (name.toLowerCase() === wanted ? to : name);
  return rewrite(formula, (piece) => renamedPiece(piece, (prefix) => {
    if (!prefix?.sheets || !prefix.sheets.some((name) => name.toLowerCase() === wanted)) return null;
    const [first, last] = [renamed(prefix.sheets[0]), renamed(prefix.sheets[1])];
    const whole = prefix.sheets[0] === prefix.sheets[1] ? first : `${first}:${last}`;
    const needsQuotes = [first, last].some((name) => quoteSheetName(name) !== name);
    return { text: needsQuotes ? `'${whole.replaceAll("'", "''")}'` : whole, sheets: [first, last] };
  }));
}

function renamedPiece(piece: Piece, rename: (prefix: Prefix | null) => Prefix | null): string | null {
  if (piece.kind === "reference") {
    const prefix = rename(piece.reference.prefix);
    return prefix && writeReference({ ...piece.reference, prefix });
  }
  if (piece.kind !== "name") return null;
  const prefix = rename(piece.prefix);
  return prefix && `${prefix.text}!${piece.name}`;
}

function renameInPivot(part: Part, wanted: string, to: string): void {
  walk(xmlOf(part), (entry) => {
    if (localName(entry.name) !== "worksheetSource" || entry.attributes["sheet"]?.toLowerCase() !== wanted) return;
    entry.attributes["sheet"] = to;
    part.changed = true;
  });
}

/** References to a deleted sheet are lost. */
export function loseSheet(gone: Sheet): void {
  const wanted = gone.name.toLowerCase();
  const isGone = (prefix: Prefix | null): boolean => prefix?.sheets !== null && prefix?.sheets !== undefined && prefix.sheets[0].toLowerCase() === wanted && prefix.sheets[1].toLowerCase() === wanted;
  rewriteFormulas(gone.book, (formula) => (formula.includes("!") ? rewrite(formula, (piece) => {
    if (piece.kind === "reference") return isGone(piece.reference.prefix) ? GONE : null;
    return piece.kind === "name" && isGone(piece.prefix) ? GONE : null;
  }) : formula));
}

/** References to tables follow what happens to tables. */

import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";
import { quoteSheetName } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import type { Table } from "../tables";
import { rewriteFormulas } from "./follow";
import { absolute, GONE, rewrite } from "./references";
import { structuredRange } from "./structured";

function tableName(reference: string): string {
  const bracket = reference.indexOf("[");
  return (bracket < 0 ? reference : reference.slice(0, bracket)).toLowerCase();
}

export function renameTableInFormulas(book: Book, from: string, to: string): void {
  rewriteFormulas(book, (formula) => renamedTable(formula, from, to));
}

/** The formula with a table by its new name. */
export function renamedTable(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  return rewrite(formula, (piece) => {
    if (piece.kind === "structured" && tableName(piece.text) === wanted) return to + piece.text.slice(from.length);
    return piece.kind === "name" && !piece.prefix && piece.name.toLowerCase() === wanted ? to : null;
  });
}

/** Columns of a table by their new name, also in formulas inside the table, which need not name it. */
export function renameColumnInFormulas(table: Table, from: string, to: string): void {
  const wanted = from.toLowerCase();
  rewriteFormulas(table.sheet.book, (formula, home) => (formula.includes("[") ? rewrite(formula, (piece) => {
    if (piece.kind !== "structured") return null;
    const name = tableName(piece.text);
    if (name !== table.name.toLowerCase() && !(name === "" && home === table.sheet)) return null;
    const parsed = parseStructRef(piece.text);
    if (!parsed?.columns?.some((column) => column.toLowerCase() === wanted)) return null;
    const columns = parsed.columns.map((column) => (column.toLowerCase() === wanted ? to : column));
    return stringifyStructRef({ ...parsed, columns }, { thisRow: piece.text.includes("#") });
  }) : formula));
}

/** A table that is gone leaves #REF! behind. */
export function loseTable(table: Table): void {
  const wanted = table.name.toLowerCase();
  rewriteFormulas(table.sheet.book, (formula) => rewrite(formula, (piece) => {
    const isLost = (piece.kind === "structured" && tableName(piece.text) === wanted) || (piece.kind === "name" && !piece.prefix && piece.name.toLowerCase() === wanted);
    return isLost ? GONE : null;
  }));
}

/** Table references become plain ones, as when a table is converted to a range. */
export function spellOutTable(table: Table): void {
  const { book } = table.sheet;
  const wanted = table.name.toLowerCase();
  for (const sheet of book.sheets) {
    for (const [row, { cells }] of sheet.rows) {
      cells.forEach((cell, column) => {
        if (!cell?.formula) return;
        const isInside = sheet === table.sheet && row >= table.range.top && row <= table.range.bottom && column >= table.range.left && column <= table.range.right;
        const text = spelledOut(cell.formula.text, table, wanted, row, isInside ? null : sheet);
        if (text !== cell.formula.text) cell.formula = { ...cell.formula, text };
      });
    }
  }
  for (const defined of book.names) defined.formula = `=${spelledOut(defined.formula.slice(1), table, wanted, -1, null)}`;
}

/** @param outside the sheet of a formula outside the table; null inside, where the table need not be named */
function spelledOut(formula: string, table: Table, wanted: string, row: number, outside: Sheet | null): string {
  return rewrite(formula, (piece) => {
    const reference = piece.kind === "structured" ? piece.text : piece.kind === "name" && !piece.prefix ? piece.name : null;
    if (reference === null) return null;
    const name = tableName(reference);
    if (name !== wanted && !(name === "" && outside === null)) return null;
    const range = structuredRange(piece.kind === "structured" ? reference : `${reference}[]`, table, row);
    return range ? `${quoteSheetName(table.sheet.name)}!${absolute(range)}` : GONE;
  });
}

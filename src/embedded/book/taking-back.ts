/** What stands in cells, taken before a person acts on them, so that it can be put back as it was. */

import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import type { Area } from "./copying";
import { WORKSHEET_ORDER } from "./file/order";
import { beforeOf } from "./entering";
import { afterWrite } from "./writing";
import { cellsChanged, placesChanged } from "./formula/dependencies";
import { RULE_ELEMENTS, rewriteBesideCells } from "./formula/follow";
import type { Book, Cell, Formula, Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childrenOf, clone, insertInOrder, removeChild, writeElement } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { cellAt, ensureRow } from "./store";

/** Puts everything back. It holds as long as nothing but what follows the taking has happened to the workbook. */
export type PutBack = () => void;

/**
 * Takes the contents and looks of cells, and the merges, arrays and rules of their sheets.
 * @param formulasFollow the act moves cells, so that formulas anywhere in the workbook may come to name others
 */
export function takeCells(book: Book, areas: readonly Area[], formulasFollow = false): PutBack {
  const sheets = [...new Set(areas.map(({ sheet }) => sheet))];
  const putFormulas = formulasFollow ? takeFormulas(book) : takeAnchors(sheets);
  const putRest = sheets.map(takeSheet);
  const cells = areas.map(takeArea);
  return () => {
    const before = areas.map(({ sheet, range }) => beforeOf(sheet, range));
    for (const put of [...putRest, ...cells]) put();
    putFormulas();
    placesChanged(book);
    areas.forEach(({ sheet, range }, i) => {
      afterWrite(sheet, range, before[i]);
      announce(book, { kind: "format", sheetId: sheet.id, range });
      announce(book, { kind: "merges", sheetId: sheet.id, range });
    });
  };
}

function takeArea({ sheet, range }: Area): PutBack {
  const rows = Array.from({ length: range.bottom - range.top + 1 }, (_, y) => copied(sheet.rows.get(range.top + y)?.cells ?? [], range));
  return () => {
    rows.forEach((taken, y) => {
      if (taken.every((cell) => cell === undefined) && !sheet.rows.has(range.top + y)) return;
      const { cells } = ensureRow(sheet, range.top + y);
      for (let column = range.left; column <= range.right; column++) {
        const cell = taken[column - range.left];
        if (cell !== undefined || column < cells.length) cells[column] = cell && { ...cell };
      }
      while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    });
  };
}

function copied(cells: readonly (Cell | undefined)[], { left, right }: CellRange): (Cell | undefined)[] {
  return cells.slice(left, right + 1).map((cell) => cell && { ...cell });
}

function takeSheet(sheet: Sheet): PutBack {
  const { merges, arrays } = sheet;
  const rules = rulesOf(sheet).map(clone);
  const [mergesThen, arraysThen] = [[...merges], [...arrays]];
  return () => {
    for (const { range } of [...sheet.arrays, ...arraysThen]) cellsChanged(sheet, range);
    sheet.merges = [...mergesThen];
    sheet.arrays = [...arraysThen];
    // Rules that are the same stay: whoever holds one knows it by its element.
    if (rulesOf(sheet).map(writeElement).join("") === rules.map(writeElement).join("")) return;
    const root = editXml(sheet.part);
    for (const rule of rulesOf(sheet)) removeChild(root, rule);
    for (const rule of rules) insertInOrder(root, clone(rule), WORKSHEET_ORDER);
  };
}

function rulesOf(sheet: Sheet): XmlElement[] {
  return childrenOf(xmlOf(sheet.part)).filter(({ name }) => RULE_ELEMENTS.has(name));
}

interface Placed {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly formula: Formula;
}

/** A spill that is written into ends at its anchor, which may stand elsewhere. */
function takeAnchors(sheets: readonly Sheet[]): PutBack {
  return putFormulas(sheets.flatMap((sheet) => sheet.arrays.flatMap(({ range: { top: row, left: column } }) => placed(sheet, row, column, cellAt(sheet, row, column)))));
}

function takeFormulas(book: Book): PutBack {
  const places = book.sheets.flatMap((sheet) => [...sheet.rows].flatMap(([row, { cells }]) => cells.flatMap((cell, column) => placed(sheet, row, column, cell))));
  const beside: string[] = [];
  rewriteBesideCells(book, (formula) => {
    beside.push(formula);
    return formula;
  });
  const put = putFormulas(places);
  return () => {
    put();
    const again = beside.values();
    rewriteBesideCells(book, (formula) => again.next().value ?? formula);
  };
}

function placed(sheet: Sheet, row: number, column: number, cell: Cell | undefined): Placed[] {
  return cell?.formula ? [{ sheet, row, column, formula: cell.formula }] : [];
}

function putFormulas(places: readonly Placed[]): PutBack {
  return () => {
    for (const { sheet, row, column, formula } of places) {
      const cell = cellAt(sheet, row, column);
      if (!cell || cell.formula === formula) continue;
      cell.formula = formula;
      cellsChanged(sheet, { top: row, left: column, bottom: row, right: column });
    }
  };
}

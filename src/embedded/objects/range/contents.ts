/** What Range says of its cells' contents, and what may be written into them. */

import type { Sheet } from "../../book/book";
import { readFormulas, readFormulasR1C1, readNumberFormats, readTexts, readValues, readValueTypes } from "../../book/cells";
import { type CellInput, enterFormulasR1C1, enterValues } from "../../book/entering";
import { setNumberFormats } from "../../book/formats";
import { numberFormatCategory } from "../../book/number-text";
import { cellCount, columnCount, rowCount } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { type Property, readable, writable } from "../../protocol/definition";
import { ExcelError, invalidArgument } from "../../protocol/errors";
import { isList, type Json } from "../../protocol/json";
import { type Cells, isUnbounded } from "../cells";
import { formatFromLocal, formatToLocal } from "./local-format";

/** More cells than this are not read at once (learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization). */
const MOST_CELLS_READ = 5_000_000;

/** Reads a grid; null for whole rows and columns, as documented. @throws ExcelError RangeExceedsLimit */
function grid<T extends Json>(read: (sheet: Sheet, range: CellRange) => readonly (readonly T[])[]): (cells: Cells) => readonly (readonly T[])[] | null {
  return ({ sheet, range }) => {
    if (isUnbounded(range)) return null;
    if (cellCount(range) > MOST_CELLS_READ) throw new ExcelError("RangeExceedsLimit");
    return read(sheet, range);
  };
}

/**
 * What is written as a grid of cells: one value fills the range, a two-dimensional array must have its shape.
 * @throws ExcelError InvalidArgument
 */
export function inputsOf<T extends Json>(given: Json, range: CellRange, isInput: (value: Json) => value is T): readonly (readonly T[])[] {
  if (isInput(given)) return [[given]];
  if (!isList(given) || given.length !== rowCount(range)) throw invalidArgument();
  const width = columnCount(range);
  return given.map((row) => {
    if (!isList(row) || row.length !== width || !row.every(isInput)) throw invalidArgument();
    return row;
  });
}

export function isCellInput(value: Json): value is CellInput {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isFormat(value: Json): value is string | null {
  return value === null || typeof value === "string";
}

function enter(write: (sheet: Sheet, range: CellRange, inputs: readonly (readonly CellInput[])[]) => void): (cells: Cells, value: Json) => void {
  return ({ sheet, range }, value) => {
    if (isUnbounded(range)) throw invalidArgument();
    write(sheet, range, inputsOf(value, range, isCellInput));
  };
}

const formulas = writable<Cells>("1.1", grid(readFormulas), enter(enterValues));

export const contentProperties: Readonly<Record<string, Property<Cells>>> = {
  Values: writable("1.1", grid(readValues), enter(enterValues)),
  Formulas: formulas,
  FormulasLocal: formulas,
  FormulasR1C1: writable("1.2", grid(readFormulasR1C1), enter(enterFormulasR1C1)),
  Text: readable("1.1", grid(readTexts)),
  ValueTypes: readable("1.1", grid(readValueTypes)),
  NumberFormat: writable("1.1", grid(readNumberFormats), ({ sheet, range }, value) => setNumberFormats(sheet, range, inputsOf(value, range, isFormat))),
  NumberFormatLocal: writable(
    "1.7",
    (cells, scope) => grid((sheet, range) => readNumberFormats(sheet, range).map((row) => row.map((format) => formatToLocal(format, scope.locale))))(cells),
    ({ sheet, range }, value, scope) =>
      setNumberFormats(
        sheet,
        range,
        inputsOf(value, range, isFormat).map((row) => row.map((format) => (format === null ? null : formatFromLocal(format, scope.locale)))),
      ),
  ),
  NumberFormatCategories: readable("1.12", grid((sheet, range) => readNumberFormats(sheet, range).map((row) => row.map(numberFormatCategory)))),
};

/** Ranges as arguments: a Range, RangeAreas of one area, or an address that may name its sheet. */

import { findSheet, type Sheet } from "../../book/book";
import { isObject, stateArgument, text } from "../../protocol/arguments";
import type { Arguments } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import { areasAtAddress, rangeAreasType } from "../areas/areas";
import { type Cells, cellsAtAddress, splitAddress } from "../cells";
import type { Areas } from "../format/format";
import { rangeType } from "./range";

/** Of any sheet; an address without one means `home`. @throws ExcelError InvalidArgument, ItemNotFound for a null object */
export function rangeArgument(home: Sheet, args: Arguments, index: number): Cells {
  if (isObject(args, index)) {
    const [only, ...others] = areasArgument(home, args, index);
    if (only === undefined || others.length > 0) throw invalidArgument();
    return only;
  }
  const address = text(args, index);
  const { sheetName } = splitAddress(address);
  const sheet = sheetName === null ? home : findSheet(home.book, sheetName);
  if (sheet === null) throw invalidArgument();
  return cellsAtAddress(sheet, address);
}

/** Of this sheet and no other. */
export function rangeOnSheet(sheet: Sheet, args: Arguments, index: number): Cells {
  const cells = rangeArgument(sheet, args, index);
  if (cells.sheet !== sheet) throw invalidArgument();
  return cells;
}

/** One or several areas: a Range, RangeAreas, or addresses separated by commas on `home`. */
export function areasArgument(home: Sheet, args: Arguments, index: number): Areas {
  if (!isObject(args, index)) return areasAtAddress(home, text(args, index));
  const argument = args[index];
  const areas = argument?.kind === "object" && argument.object !== null ? rangeAreasType.stateOf(argument.object) : null;
  return areas ?? [stateArgument(args, index, rangeType)];
}

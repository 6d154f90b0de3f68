/** Ranges reached from a Range. */

import { activeSheet, selectionOf } from "../../book/view";
import { arrayRangeAt, usedRange } from "../../book/cells";
import { rangeEdge, surroundingRegion } from "../../book/regions";
import { recalculate } from "../../book/recalculate";
import { columnCount, enclosing, LAST_COLUMN, LAST_ROW, overlap, rowCount } from "../../../workbook/address";
import { flag, integer, isObject, optionalInteger, stateArgument, word } from "../../protocol/arguments";
import { type ApiObject, type Arguments, existing, type Method, object } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import { type Cells, cellAt, onGrid } from "../cells";
import { rangeOnSheet } from "./argument";
import { rangeObject, rangeType } from "./range";

/** A Range of the same sheet. @throws ExcelError InvalidArgument when it leaves the grid */
function within(cells: Cells, range: Cells["range"]): ApiObject {
  return rangeObject({ sheet: cells.sheet, range: onGrid(range) });
}

function rowAt(cells: Cells, index: number): ApiObject {
  if (index < 0 || index >= rowCount(cells.range)) throw invalidArgument();
  const row = cells.range.top + index;
  return within(cells, { ...cells.range, top: row, bottom: row });
}

function columnAt(cells: Cells, index: number): ApiObject {
  if (index < 0 || index >= columnCount(cells.range)) throw invalidArgument();
  const column = cells.range.left + index;
  return within(cells, { ...cells.range, left: column, right: column });
}

/** `count` (1 if missing, not 0) lines next to the range: after it if positive, before it if negative, turned around by `sign`. */
function neighbours(cells: Cells, args: Arguments, axis: "rows" | "columns", sign: 1 | -1): ApiObject {
  const count = (optionalInteger(args, 0) ?? 1) * sign;
  if (count === 0) throw invalidArgument();
  const { top, left, bottom, right } = cells.range;
  if (axis === "rows") return within(cells, count > 0 ? { top: bottom + 1, left, bottom: bottom + count, right } : { top: top + count, left, bottom: top - 1, right });
  return within(cells, count > 0 ? { top, left: right + 1, bottom, right: right + count } : { top, left: left + count, bottom, right: left - 1 });
}

function usedCells(cells: Cells, args: Arguments): ApiObject | null {
  const used = usedRange(cells.sheet, flag(args, 0), cells.range);
  return used === null ? null : within(cells, used);
}

function common(cells: Cells, args: Arguments): ApiObject | null {
  const range = overlap(cells.range, rangeOnSheet(cells.sheet, args, 0).range);
  return range === null ? null : within(cells, range);
}

const DIRECTIONS = ["Up", "Down", "Left", "Right"] as const;

/** The cell that Ctrl+arrow reaches from the active cell, or from the range's first cell. */
function edge(cells: Cells, args: Arguments): Cells["range"] {
  const direction = word(args, 0, DIRECTIONS);
  const start = isObject(args, 1) ? stateArgument(args, 1, rangeType).range : startOf(cells);
  const { row, column } = rangeEdge(cells.sheet, start.top, start.left, direction);
  return cellAt(row, column);
}

function startOf(cells: Cells): Cells["range"] {
  const { active } = selectionOf(cells.sheet);
  const { top, left, bottom, right } = cells.range;
  const isInside = activeSheet(cells.sheet.book) === cells.sheet && active.row >= top && active.row <= bottom && active.column >= left && active.column <= right;
  return isInside ? cellAt(active.row, active.column) : cellAt(top, left);
}

/** The array around the first cell; results have spilled only once they are calculated. */
function arrayAround({ sheet, range }: Cells): Cells["range"] | null {
  recalculate(sheet.book);
  return arrayRangeAt(sheet, range.top, range.left);
}

/** The area that a formula in the first cell spills over; nothing for cells that do not begin one. */
function spilledArea(cells: Cells): ApiObject | null {
  const { sheet, range } = cells;
  const area = arrayAround(cells);
  return area === null || area.top !== range.top || area.left !== range.left ? null : rangeObject({ sheet, range: area });
}

/** The cell whose formula spills into the first cell. */
function spillParent(cells: Cells): ApiObject | null {
  const area = arrayAround(cells);
  return area === null ? null : within(cells, cellAt(area.top, area.left));
}

export const navigationMethods: Readonly<Record<string, Method<Cells>>> = {
  GetCell: object("1.1", (cells, args) => {
    const row = cells.range.top + integer(args, 0);
    const column = cells.range.left + integer(args, 1);
    return within(cells, { top: row, left: column, bottom: row, right: column });
  }),
  GetRow: object("1.1", (cells, args) => rowAt(cells, integer(args, 0))),
  GetColumn: object("1.1", (cells, args) => columnAt(cells, integer(args, 0))),
  GetLastRow: object("1.1", (cells) => rowAt(cells, rowCount(cells.range) - 1)),
  GetLastColumn: object("1.1", (cells) => columnAt(cells, columnCount(cells.range) - 1)),
  GetLastCell: object("1.1", (cells) => within(cells, { top: cells.range.bottom, left: cells.range.right, bottom: cells.range.bottom, right: cells.range.right })),
  GetEntireRow: object("1.1", (cells) => within(cells, { ...cells.range, left: 0, right: LAST_COLUMN })),
  GetEntireColumn: object("1.1", (cells) => within(cells, { ...cells.range, top: 0, bottom: LAST_ROW })),
  GetOffsetRange: object("1.1", (cells, args) => {
    const rows = integer(args, 0);
    const columns = integer(args, 1);
    const { top, left, bottom, right } = cells.range;
    return within(cells, { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
  }),
  GetResizedRange: object("1.3", (cells, args) =>
    within(cells, { ...cells.range, bottom: cells.range.bottom + integer(args, 0), right: cells.range.right + integer(args, 1) }),
  ),
  GetAbsoluteResizedRange: object("1.7", (cells, args) =>
    within(cells, { ...cells.range, bottom: cells.range.top + integer(args, 0) - 1, right: cells.range.left + integer(args, 1) - 1 }),
  ),
  GetBoundingRect: object("1.1", (cells, args) => within(cells, enclosing(cells.range, rangeOnSheet(cells.sheet, args, 0).range))),
  GetIntersection: object("1.1", existing(common)),
  GetIntersectionOrNullObject: object("1.4", common),
  GetRowsAbove: object("1.3", (cells, args) => neighbours(cells, args, "rows", -1)),
  GetRowsBelow: object("1.3", (cells, args) => neighbours(cells, args, "rows", 1)),
  GetColumnsBefore: object("1.3", (cells, args) => neighbours(cells, args, "columns", -1)),
  GetColumnsAfter: object("1.3", (cells, args) => neighbours(cells, args, "columns", 1)),
  GetUsedRange: object("1.1", existing(usedCells)),
  GetUsedRangeOrNullObject: object("1.4", usedCells),
  GetSurroundingRegion: object("1.7", (cells) => within(cells, surroundingRegion(cells.sheet, cells.range))),
  GetSpillingToRange: object("1.12", existing(spilledArea)),
  GetSpillingToRangeOrNullObject: object("1.12", spilledArea),
  GetSpillParent: object("1.12", existing(spillParent)),
  GetSpillParentOrNullObject: object("1.12", spillParent),
  GetRangeEdge: object("1.13", (cells, args) => within(cells, edge(cells, args))),
  GetExtendedRange: object("1.13", (cells, args) => within(cells, enclosing(cells.range, edge(cells, args)))),
};

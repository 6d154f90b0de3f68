/** What a Range does to its cells: clearing, inserting, deleting, copying, merging, selecting. */

import { type Area, autoFill, copyCells, findCells, moveCells, removeDuplicates, replaceAll, type SearchCriteria } from "../../book/copying";
import { clear } from "../../book/clearing";
import { merge, unmerge } from "../../book/merges";
import { groupRows, ungroupRows } from "../../book/outline";
import { deleteCells, insertCells } from "../../book/structure";
import { select } from "../../book/view";
import { flag, optionalRecord, plain, text, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, defineObject, existing, type Method, object, type ObjectType, readable, value } from "../../protocol/definition";
import { apiNotFound, invalidArgument } from "../../protocol/errors";
import { isList, type JsonRecord } from "../../protocol/json";
import type { Cells } from "../cells";
import { rangeArgument, rangeOnSheet } from "./argument";
import { rangeObject } from "./range";

const CLEAR = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;
const COPY = ["All", "Formulas", "Values", "Formats", "Link"] as const;
const FILL = ["FillDefault", "FillCopy", "FillSeries", "FillFormats", "FillValues"] as const;

function areaOf({ sheet, range }: Cells): Area {
  return { sheet, range };
}

/** `completeMatch` and `matchCase` of the criteria; `searchDirection` is read by `find` alone. */
export function criteriaOf(given: JsonRecord | null): SearchCriteria {
  return { completeMatch: given?.["completeMatch"] === true, matchCase: given?.["matchCase"] === true };
}

function found(cells: Cells, args: Arguments): ApiObject | null {
  const criteria = optionalRecord(args, 1);
  const hits = findCells(cells.sheet, cells.range, text(args, 0), criteriaOf(criteria));
  const hit = criteria?.["searchDirection"] === "Backwards" ? hits.at(-1) : hits[0];
  return hit === undefined ? null : rangeObject({ sheet: cells.sheet, range: { top: hit.row, left: hit.column, bottom: hit.row, right: hit.column } });
}

export const removeDuplicatesResultType: ObjectType<{ readonly removed: number; readonly uniqueRemaining: number }> = defineObject({
  name: "RemoveDuplicatesResult",
  properties: {
    Removed: readable("1.9", ({ removed }) => removed),
    UniqueRemaining: readable("1.9", ({ uniqueRemaining }) => uniqueRemaining),
  },
});

export function columnNumbers(args: Arguments, index: number): readonly number[] {
  const given = plain(args, index);
  if (!isList(given)) throw invalidArgument();
  return given.map((column) => {
    if (typeof column !== "number") throw invalidArgument();
    return column;
  });
}

/** Rows only: nothing of ours groups columns. */
function byRows(change: typeof groupRows): (cells: Cells, args: Arguments) => void {
  return ({ sheet, range }, args) => {
    if (word(args, 0, ["ByRows", "ByColumns"]) === "ByColumns") throw apiNotFound("Range.group by columns");
    change(sheet, range);
  };
}

export const editingMethods: Readonly<Record<string, Method<Cells>>> = {
  Clear: action("1.1", ({ sheet, range }, args) => clear(sheet, range, word(args, 0, CLEAR, "All"))),
  Delete: action("1.1", ({ sheet, range }, args) => deleteCells(sheet, range, word(args, 0, ["Up", "Left"]))),
  Insert: object("1.1", ({ sheet, range }, args) => {
    insertCells(sheet, range, word(args, 0, ["Down", "Right"]));
    return rangeObject({ sheet, range });
  }),
  Merge: action("1.2", ({ sheet, range }, args) => merge(sheet, range, flag(args, 0))),
  Unmerge: action("1.2", ({ sheet, range }) => unmerge(sheet, range)),
  Group: action("1.10", byRows(groupRows)),
  Ungroup: action("1.10", byRows(ungroupRows)),
  Select: action("1.1", ({ sheet, range }) => select(sheet, [range])),
  Calculate: action("1.6", () => {}),
  SetDirty: action("1.9", () => {}),
  CopyFrom: action("1.9", (cells, args) =>
    copyCells(areaOf(rangeArgument(cells.sheet, args, 0)), areaOf(cells), { what: word(args, 1, COPY, "All"), skipBlanks: flag(args, 2), transpose: flag(args, 3) }),
  ),
  MoveTo: action("1.11", (cells, args) => moveCells(areaOf(cells), areaOf(rangeArgument(cells.sheet, args, 0)))),
  AutoFill: action("1.9", (cells, args) => {
    const target = rangeOnSheet(cells.sheet, args, 0);
    autoFill(cells.sheet, cells.range, target.range, word(args, 1, FILL, "FillDefault"));
  }),
  Find: object("1.9", existing(found)),
  FindOrNullObject: object("1.9", found),
  ReplaceAll: value("1.9", ({ sheet, range }, args) => replaceAll(sheet, range, text(args, 0), text(args, 1), criteriaOf(optionalRecord(args, 2)))),
  RemoveDuplicates: object("1.9", ({ sheet, range }, args) => removeDuplicatesResultType.of(removeDuplicates(sheet, range, columnNumbers(args, 0), flag(args, 1)))),
  /** office.js asks before it sends a large array in pieces. */
  _ValidateArraySize: action("1.3", ({ range }, args) => {
    const [rows, columns] = [plain(args, 0), plain(args, 1)];
    if (rows !== range.bottom - range.top + 1 || columns !== range.right - range.left + 1) throw invalidArgument();
  }),
};

/** Excel.Worksheet */

import type { Sheet } from "../../book/book";
import { usedRange } from "../../book/cells";
import { copySheet, deleteSheet, moveSheet, positionOf, renameSheet, setTabColor, setVisibility, tabColor } from "../../book/sheets";
import { setShowsGridlines, setShowsHeadings, showsGridlines, showsHeadings, activate } from "../../book/view";
import { setStandardWidth, standardHeight, standardWidth } from "../../book/sizes";
import { flag, integer, isObject, optionalText, stateArgument, word, wordOf } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, defineObject, object, type ObjectType, readable, writable } from "../../protocol/definition";
import { ExcelError, invalidArgument } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import { cellAt, cellsAtAddress, onGrid, WHOLE_SHEET } from "../cells";
import { rangeObject } from "../range/range";
import { flagOf } from "../range/place";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;
const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

export function textOf(given: Json): string {
  if (typeof given !== "string") throw invalidArgument();
  return given;
}

export function numberOf(given: Json): number {
  if (typeof given !== "number") throw invalidArgument();
  return given;
}

/** The sheet `step` places further among all or the visible ones. */
function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean): Sheet | null {
  const { sheets } = sheet.book;
  for (let index = sheets.indexOf(sheet) + step; index >= 0 && index < sheets.length; index += step) {
    const candidate = sheets[index];
    if (candidate !== undefined && (!visibleOnly || candidate.visibility === "Visible")) return candidate;
  }
  return null;
}

function neighbourOrNull(step: 1 | -1): (sheet: Sheet, args: Arguments) => ApiObject | null {
  return (sheet, args) => {
    const found = neighbour(sheet, step, flag(args, 0));
    return found === null ? null : worksheetObject(found);
  };
}

function neighbourOrNotFound(step: 1 | -1): (sheet: Sheet, args: Arguments) => ApiObject {
  const find = neighbourOrNull(step);
  return (sheet, args) => {
    const found = find(sheet, args);
    if (found === null) throw new ExcelError("ItemNotFound");
    return found;
  };
}

/** "If the worksheet is blank, this function will return the top left cell." */
function usedOrFirstCell(sheet: Sheet, args: Arguments): ApiObject {
  return rangeObject({ sheet, range: usedRange(sheet, flag(args, 0)) ?? cellAt(0, 0) });
}

function usedOrNull(sheet: Sheet, args: Arguments): ApiObject | null {
  const range = usedRange(sheet, flag(args, 0));
  return range === null ? null : rangeObject({ sheet, range });
}

function copied(sheet: Sheet, args: Arguments): ApiObject {
  const position = word(args, 0, POSITIONS, "None");
  const relativeTo = isObject(args, 1) ? { relativeTo: stateArgument(args, 1, worksheetType) } : {};
  return worksheetObject(copySheet(sheet, { position, ...relativeTo }));
}

export const worksheetType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "Worksheet",
  exists: (sheet) => sheet.book.sheets.includes(sheet),
  properties: {
    Id: readable("1.1", ({ id }) => id),
    Name: writable("1.1", ({ name }) => name, (sheet, name) => renameSheet(sheet, textOf(name))),
    Position: writable("1.1", positionOf, (sheet, position) => moveSheet(sheet, numberOf(position))),
    Visibility: writable("1.1", ({ visibility }) => visibility, (sheet, visibility) => setVisibility(sheet, wordOf(visibility, VISIBILITIES))),
    TabColor: writable("1.7", tabColor, (sheet, color) => setTabColor(sheet, textOf(color))),
    StandardHeight: readable("1.7", standardHeight),
    StandardWidth: writable("1.7", standardWidth, (sheet, width) => setStandardWidth(sheet, numberOf(width))),
    ShowGridlines: writable("1.8", showsGridlines, (sheet, shows) => setShowsGridlines(sheet, flagOf(shows))),
    ShowHeadings: writable("1.8", showsHeadings, (sheet, shows) => setShowsHeadings(sheet, flagOf(shows))),
  },
  methods: {
    Activate: action("1.1", activate),
    Calculate: action("1.6", () => {}),
    Copy: object("1.7", copied),
    Delete: action("1.1", deleteSheet),
    GetCell: object("1.1", (sheet, args) => rangeObject({ sheet, range: cellAt(integer(args, 0), integer(args, 1)) })),
    GetRange: object("1.1", (sheet, args) => {
      const address = optionalText(args, 0);
      return rangeObject(address === null ? { sheet, range: WHOLE_SHEET } : cellsAtAddress(sheet, address));
    }),
    GetRangeByIndexes: object("1.7", (sheet, args) => {
      const top = integer(args, 0);
      const left = integer(args, 1);
      return rangeObject({ sheet, range: onGrid({ top, left, bottom: top + integer(args, 2) - 1, right: left + integer(args, 3) - 1 }) });
    }),
    GetUsedRange: object("1.1", usedOrFirstCell),
    GetUsedRangeOrNullObject: object("1.4", usedOrNull),
    GetNext: object("1.5", neighbourOrNotFound(1)),
    GetNextOrNullObject: object("1.5", neighbourOrNull(1)),
    GetPrevious: object("1.5", neighbourOrNotFound(-1)),
    GetPreviousOrNullObject: object("1.5", neighbourOrNull(-1)),
  },
});

export const worksheetObject = worksheetType.of;

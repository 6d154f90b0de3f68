/** Excel.Worksheet */

import type { Sheet } from "../../book/book";
import { usedRange } from "../../book/cells";
import { findCells, replaceAll } from "../../book/copying";
import { deleteSheet, moveSheet, positionOf, renameSheet, setTabColor, setVisibility, tabColor } from "../../book/sheets";
import { copySheet } from "../../book/sheet-copy";
import { setShowsGridlines, setShowsHeadings, showsGridlines, showsHeadings, activate } from "../../book/view";
import { setStandardWidth, standardHeight, standardWidth } from "../../book/sizes";
import { flag, integer, isObject, optionalRecord, optionalText, stateArgument, text, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, existing, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { cellAt, cellsAtAddress, onGrid } from "../cells";
import { areasAtAddress, areasOrNull, rangeAreasType } from "../areas/areas";
import { chartsObject } from "../chart/charts";
import { commentsObject } from "../comments";
import { registrations, SHEET_EVENTS } from "../events/registration";
import { namesObject } from "../names";
import { sheetProtectionObject } from "../protection";
import { criteriaOf } from "../range/editing";
import { rangeObject } from "../range/range";
import { tablesObject } from "../table/tables";
import { flagOf, numberOf, textOf, wordOf } from "../values";
import { autoFilterObject } from "./auto-filter";
import { customPropertiesObject } from "./custom-properties";
import { freezePanesObject } from "./freeze-panes";
import { pageBreaksObject } from "./page-breaks";
import { pageLayoutObject } from "./page-layout";
import { WHOLE_SHEET } from "../../../workbook/address";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;
const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

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

/** "If the worksheet is blank, this function will return the top left cell." */
function usedOrFirstCell(sheet: Sheet, args: Arguments): ApiObject {
  return rangeObject({ sheet, range: usedRange(sheet, flag(args, 0)) ?? cellAt(0, 0) });
}

function usedOrNull(sheet: Sheet, args: Arguments): ApiObject | null {
  const range = usedRange(sheet, flag(args, 0));
  return range === null ? null : rangeObject({ sheet, range });
}

function foundCells(sheet: Sheet, args: Arguments): ApiObject | null {
  const cells = findCells(sheet, WHOLE_SHEET, text(args, 0), criteriaOf(optionalRecord(args, 1)));
  return areasOrNull(sheet, cells.map(({ row, column }) => cellAt(row, column)));
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
  children: {
    AutoFilter: child("1.9", autoFilterObject),
    Charts: child("1.1", chartsObject),
    Comments: child("1.10", commentsObject),
    CustomProperties: child("1.12", customPropertiesObject),
    FreezePanes: child("1.7", freezePanesObject),
    HorizontalPageBreaks: child("1.9", (sheet) => pageBreaksObject(sheet, "rows")),
    Names: child("1.4", namesObject),
    PageLayout: child("1.9", pageLayoutObject),
    Protection: child("1.2", sheetProtectionObject),
    Tables: child("1.1", tablesObject),
    VerticalPageBreaks: child("1.9", (sheet) => pageBreaksObject(sheet, "columns")),
  },
  methods: {
    ...registrations<Sheet>(SHEET_EVENTS, ({ id }) => id),
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
    GetRanges: object("1.9", (sheet, args) => rangeAreasType.of(areasAtAddress(sheet, text(args, 0)))),
    FindAll: object("1.9", existing(foundCells)),
    FindAllOrNullObject: object("1.9", foundCells),
    ReplaceAll: value("1.9", (sheet, args) => replaceAll(sheet, WHOLE_SHEET, text(args, 0), text(args, 1), criteriaOf(optionalRecord(args, 2)))),
    GetUsedRange: object("1.1", usedOrFirstCell),
    GetUsedRangeOrNullObject: object("1.4", usedOrNull),
    GetNext: object("1.5", existing(neighbourOrNull(1))),
    GetNextOrNullObject: object("1.5", neighbourOrNull(1)),
    GetPrevious: object("1.5", existing(neighbourOrNull(-1))),
    GetPreviousOrNullObject: object("1.5", neighbourOrNull(-1)),
  },
});

export function worksheetObject(sheet: Sheet): ApiObject {
  return worksheetType.of(sheet);
}

/** What each change of the workbook is as an event: its number, whom it concerns, and what it says. */

import { type Book, type Change, findSheet, type Sheet } from "../../book/book";
import { valueAt, valueTypeAt } from "../../book/cells";
import { isRowHidden } from "../../book/sizes";
import { tablesOf } from "../../book/tables";
import { cellCount, overlap } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Json, JsonRecord } from "../../protocol/json";
import { localAddress } from "../cells";
import { EVENT, WORKBOOK_TARGET } from "./registration";

export interface EventMessage {
  readonly event: number;
  readonly target: string;
  readonly message: Json;
}

/** Whose doing a change was: the add-in's own or somebody else's. */
export interface Circumstances {
  readonly byAddIn: boolean;
}

const CHANGE_TYPES = {
  edited: "RangeEdited",
  "rows-inserted": "RowInserted",
  "rows-deleted": "RowDeleted",
  "columns-inserted": "ColumnInserted",
  "columns-deleted": "ColumnDeleted",
  "cells-inserted": "CellInserted",
  "cells-deleted": "CellDeleted",
} as const;

/** The id by which an event's arguments find their range again. */
export function eventReference(sheetId: string, range: CellRange): string {
  return `${sheetId}!${localAddress(range)}`;
}

export function messagesOf(book: Book, change: Change, circumstances: Circumstances): readonly EventMessage[] {
  const source = change.source === "remote" ? "Remote" : "Local";
  if (!("sheetId" in change)) return [];
  const { sheetId } = change;
  const about = { source, worksheetId: sheetId };
  const toSheet = (event: number, message: Json): readonly EventMessage[] => [sheetId, WORKBOOK_TARGET].map((target) => ({ event, target, message }));
  const toBook = (event: number, message: Json): readonly EventMessage[] => [{ event, target: WORKBOOK_TARGET, message }];

  switch (change.kind) {
    case "edited":
    case "rows-inserted":
    case "rows-deleted":
    case "columns-inserted":
    case "columns-deleted":
    case "cells-inserted":
    case "cells-deleted": {
      const message = { ...about, ...changeMessage(book, change, circumstances) };
      return [...toSheet(EVENT.worksheetChanged, message), ...tableChanges(book, sheetId, change.range, message)];
    }
    case "format":
      return toSheet(EVENT.worksheetFormatChanged, { ...about, address: localAddress(change.range), referenceId: eventReference(sheetId, change.range) });
    case "selection":
      return selectionMessages(book, sheetId, change.ranges);
    case "sheet-activated":
      return toSheet(EVENT.worksheetActivated, about);
    case "sheet-deactivated":
      return toSheet(EVENT.worksheetDeactivated, about);
    case "sheet-added":
      return toBook(EVENT.worksheetAdded, about);
    case "sheet-deleted":
      return toBook(EVENT.worksheetDeleted, about);
    case "sheet-renamed":
      return toSheet(EVENT.worksheetNameChanged, { ...about, nameBefore: change.from, nameAfter: change.to });
    case "sheet-moved":
      return toBook(EVENT.worksheetMoved, { ...about, positionBefore: change.from, positionAfter: change.to });
    case "sheet-visibility":
      return toSheet(EVENT.worksheetVisibilityChanged, { ...about, visibilityBefore: change.from, visibilityAfter: change.to });
    case "sheet-protection":
      return toSheet(EVENT.worksheetProtectionChanged, { ...about, isProtected: findSheet(book, sheetId)?.protected ?? false });
    case "calculated":
      return toSheet(EVENT.worksheetCalculated, { worksheetId: sheetId });
    case "row-hidden":
      return toSheet(EVENT.worksheetRowHiddenChanged, {
        ...about,
        address: localAddress(change.range),
        changeType: isHidden(book, sheetId, change.range.top) ? "Hidden" : "Unhidden",
      });
    case "sorted":
      return toSheet(EVENT.worksheetRowSorted, { ...about, address: localAddress(change.range) });
    case "table-added":
      return toSheet(EVENT.tableAdded, { ...about, tableId: change.tableId });
    case "table-deleted":
      return toSheet(EVENT.tableDeleted, { ...about, tableId: change.tableId });
    case "chart-added":
      return [{ event: EVENT.chartAdded, target: sheetId, message: { ...about, chartId: change.chartId } }];
    case "chart-deleted":
      return [{ event: EVENT.chartDeleted, target: sheetId, message: { ...about, chartId: change.chartId } }];
    case "comment-added":
      return toSheet(EVENT.commentAdded, { ...about, commentDetails: [{ commentId: change.commentId, replyIds: [] }] });
    case "comment-deleted":
      return toSheet(EVENT.commentDeleted, { ...about, commentDetails: [{ commentId: change.commentId, replyIds: [] }] });
    case "comment-changed":
      return toSheet(EVENT.commentChanged, { ...about, changeType: "CommentEdited", commentDetails: [{ commentId: change.commentId, replyIds: [] }] });
    default:
      return [];
  }
}

type CellChange = Extract<Change, { readonly kind: keyof typeof CHANGE_TYPES }>;

/** A single edited cell tells its value before and after. */
function changeMessage(book: Book, change: CellChange, { byAddIn }: Circumstances): JsonRecord {
  const { sheetId, range, before } = change;
  const sheet = findSheet(book, sheetId);
  const isCell = change.kind === "edited" && cellCount(range) === 1 && before !== undefined && sheet !== null;
  return {
    changeType: CHANGE_TYPES[change.kind],
    address: localAddress(range),
    referenceId: eventReference(sheetId, range),
    triggerSource: byAddIn ? "ThisLocalAddin" : "Unknown",
    shiftDirection: shiftOf(change),
    ...(isCell
      ? {
          valueBefore: before.value,
          valueTypeBefore: before.valueType,
          valueAfter: valueAt(sheet, range.top, range.left),
          valueTypeAfter: valueTypeAt(sheet, range.top, range.left),
        }
      : {}),
  };
}

/** Where cells moved that make room for inserted ones, or close up on deleted ones; of whole rows and columns the kind of change says it. */
function shiftOf({ kind, axis }: CellChange): string {
  if (kind === "cells-inserted") return axis === "rows" ? "ShiftCellDown" : "ShiftCellRight";
  if (kind === "cells-deleted") return axis === "rows" ? "ShiftCellUp" : "ShiftCellLeft";
  return "None";
}

/** Tables whose cells changed are told as well. */
function tableChanges(book: Book, sheetId: string, range: CellRange, message: JsonRecord): readonly EventMessage[] {
  const sheet = findSheet(book, sheetId);
  if (sheet === null) return [];
  return tablesOf(sheet)
    .filter((table) => overlap(table.range, range) !== null)
    .flatMap(({ id }) => [id, sheetId, WORKBOOK_TARGET].map((target) => ({ event: EVENT.tableChanged, target, message: { ...message, tableId: id } })));
}

function selectionMessages(book: Book, sheetId: string, ranges: readonly CellRange[]): readonly EventMessage[] {
  const sheet = findSheet(book, sheetId);
  const address = ranges.map(localAddress).join(",");
  return [
    { event: EVENT.documentSelectionChanged, target: "", message: {} },
    ...[sheetId, WORKBOOK_TARGET].map((target) => ({ event: EVENT.worksheetSelectionChanged, target, message: { worksheetId: sheetId, address } })),
    ...(sheet === null ? [] : tableSelections(sheet, ranges)),
  ];
}

/** Every table of the sheet learns whether the selection is inside it. */
function tableSelections(sheet: Sheet, ranges: readonly CellRange[]): readonly EventMessage[] {
  return tablesOf(sheet).map((table) => {
    const inside = ranges.map((range) => overlap(range, table.range)).filter((range) => range !== null);
    return { event: EVENT.tableSelectionChanged, target: table.id, message: { worksheetId: sheet.id, tableId: table.id, address: inside.map(localAddress).join(",") } };
  });
}

function isHidden(book: Book, sheetId: string, row: number): boolean {
  const sheet = findSheet(book, sheetId);
  return sheet !== null && isRowHidden(sheet, row);
}

/** The hidden methods by which office.js says that somebody listens to an event. */

import { action, type Method } from "../../protocol/definition";
import type { ApiSet } from "../../protocol/level";

/** Numbers of events, as office.js knows them. */
export const EVENT = {
  documentSelectionChanged: 2,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetRowHiddenChanged: 22,
  worksheetFormulaChanged: 23,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  chartAdded: 50,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  workbookActivated: 2203,
} as const;

/** The target of events of the whole workbook. */
export const WORKBOOK_TARGET = "Workbook";

/** `_Register…` and `_Unregister…` for each event: by the rest of the method's name, the event's number and set. */
export function registrations<S>(events: Readonly<Record<string, readonly [event: number, set: ApiSet]>>, targetOf: (self: S) => string): Readonly<Record<string, Method<S>>> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, [event, set]]) => [
      [`_Register${name}`, action<S>(set, (self, _args, scope) => scope.events.register(event, targetOf(self)))],
      [`_Unregister${name}`, action<S>(set, (self, _args, scope) => scope.events.unregister(event, targetOf(self)))],
    ]),
  );
}

/** Events that a sheet and the collection of sheets have in common. */
export const SHEET_EVENTS: Readonly<Record<string, readonly [number, ApiSet]>> = {
  ActivatedEvent: [EVENT.worksheetActivated, "1.7"],
  DeactivatedEvent: [EVENT.worksheetDeactivated, "1.7"],
  CalculatedEvent: [EVENT.worksheetCalculated, "1.8"],
  DataChangedEvent: [EVENT.worksheetChanged, "1.7"],
  FormatChangedEvent: [EVENT.worksheetFormatChanged, "1.9"],
  FormulaChangedEvent: [EVENT.worksheetFormulaChanged, "1.13"],
  SelectionChangedEvent: [EVENT.worksheetSelectionChanged, "1.7"],
  RowSortedEvent: [EVENT.worksheetRowSorted, "1.10"],
  RowHiddenChangedEvent: [EVENT.worksheetRowHiddenChanged, "1.11"],
  ProtectionChangedEvent: [EVENT.worksheetProtectionChanged, "1.14"],
  EventNameChanged: [EVENT.worksheetNameChanged, "online"],
  EventVisibilityChanged: [EVENT.worksheetVisibilityChanged, "online"],
};

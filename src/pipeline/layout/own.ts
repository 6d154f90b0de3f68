/** Which sheets of a workbook we made. */

import type { SheetKey } from "../../domain/summary/model";
import type { Ledger } from "../../workbook/ledger";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { isMadeByUs } from "./made";
import { readOwnSheet, type ReadSheet } from "./reading";
import { sheetsFromJson, type RecordedSheet } from "./record";

export interface OwnSheet {
  readonly sheet: SheetSnapshot;
  readonly record: RecordedSheet;
  readonly read: ReadSheet;
}

/** A sheet holds so much of what we wrote, or it is not ours any more. */
const LEAST_KEPT = 0.5;

export function ownSheets({ sheets: recorded }: Pick<Ledger, "sheets">, sheets: readonly SheetSnapshot[]): Map<SheetKey, OwnSheet> {
  const own = new Map<SheetKey, OwnSheet>();
  for (const record of sheetsFromJson(recorded)) {
    const sheet = sheets.find(({ name }) => name.toLowerCase() === record.name.toLowerCase());
    if (sheet === undefined) continue;
    const read = readOwnSheet(sheet, record);
    if (isMost(read)) own.set(record.key, { sheet, record, read });
  }
  return own;
}

export function holdsMost(sheet: SheetSnapshot, record: RecordedSheet): boolean {
  return isMost(readOwnSheet(sheet, record));
}

function isMost({ kept }: ReadSheet): boolean {
  return kept >= LEAST_KEPT;
}

/** Their ids. */
export function ownSheetIds(ledger: Pick<Ledger, "sheets">, sheets: readonly SheetSnapshot[]): ReadonlySet<string> {
  return new Set([...ownSheets(ledger, sheets).values()].map(({ sheet }) => sheet.id));
}

/** With those that look like ours, copies among them. What stands there follows from other sheets, and is no data. */
export function madeSheetIds(own: ReadonlySet<string>, sheets: readonly SheetSnapshot[]): ReadonlySet<string> {
  return new Set([...own, ...sheets.filter(isMadeByUs).map(({ id }) => id)]);
}

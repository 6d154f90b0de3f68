/** The cells that edits aim at, read again just before writing. */

import { cellCount, columnCount, rangeOfCell, rowCount } from "../workbook/address";
import { copiedLook, isCellEdit, type CellEdit, type CellLook, type CopyLook, type Edit, type WriteContents, type WriteSheet } from "../workbook/edits";
import type { Before } from "../workbook/inverse";
import { failed, done, type Outcome } from "../workbook/problem";
import { createRoom, jsonBytes, rowsPerChunk, sliceRows, type Room } from "./chunks";
import { loadRules, type LoadedRules } from "./colour-rules";
import { cellRuns, isMixed, loadCellLooks, loadLook, runsOf } from "./looks";
import { contentsOf, getRange } from "./ranges";
import { readSheets } from "./sheets/before";
import { storedPart, type StoredPart } from "./stored";
import { contentBytes } from "./write";

export interface Target extends Pick<TargetReader, "edit" | "ranges" | "rules"> {
  readonly before: Before;
  readonly look: CellLook | null;
}

export interface Targets {
  readonly edits: readonly Target[];
  readonly stored: StoredPart;
  readonly sheetNames: ReadonlyMap<string, string>;
}

/** Bytes a cell's formula and value take when read, on average. */
const CELL_BYTES = 40;

/** Reads every target; one sync below the limit, one more a chunk, one more if looks are mixed. Whole sheets are read first. */
export async function readTargets(context: Excel.RequestContext, edits: readonly Edit[]): Promise<Outcome<Targets>> {
  const whole = await readSheets(context, edits.filter((edit) => edit.kind === "sheet"));
  if (!whole.ok) return whole;
  const sheets = loadSheets(context, edits);
  const stored = storedPart(context);
  const sheetOf = (id: string): Excel.Worksheet => sheets.get(id) ?? context.workbook.worksheets.getItem(id);
  const readers = [];
  const room = createRoom(() => context.sync());
  await room(edits.reduce((sum, edit) => sum + (edit.kind === "stored" && edit.expected !== null ? jsonBytes(edit.expected) : 0), 0));
  for (const edit of edits) {
    if (isCellEdit(edit) && edit.kind !== "contents") await room(cellCount(edit.range) * CELL_BYTES);
    readers.push(edit.kind === "sheet" ? sheetTarget(edit, whole.value.get(edit)) : edit.kind === "contents" ? await loadContents(sheetOf(edit.sheetId), edit, room) : loadTarget(sheetOf, stored, edit));
  }
  await context.sync();
  for (const [id, sheet] of sheets) {
    if (sheet.isNullObject) return failed({ code: "sheet-missing", values: { sheet: id } });
    if (sheet.protection.protected) {
      const target = edits.filter(isCellEdit).find((edit) => edit.sheetId === id);
      const place = target === undefined ? {} : { place: { sheetId: id, sheetName: sheet.name, range: target.range } };
      return failed({ code: "sheet-protected", ...place });
    }
  }
  await stored.complete();
  const mixed = readers.flatMap((reader) => reader.refine());
  if (mixed.length > 0) await context.sync();
  return done({
    edits: readers.map((reader) => ({ edit: reader.edit, ranges: reader.ranges, rules: reader.rules, before: reader.before(), look: reader.look() })),
    stored,
    sheetNames: new Map([...sheets].map(([id, sheet]) => [id, sheet.name])),
  });
}

interface TargetReader {
  readonly edit: Edit;
  /** The cells as they were read, or a range for each column. Excel moves them along when rows and columns are inserted and deleted meanwhile. */
  readonly ranges: readonly Excel.Range[];
  /** Called after the first sync: asks for more where the first answer was not enough. */
  refine(): unknown[];
  before(): Before;
  /** The look to copy, for edits that copy one. */
  look(): CellLook | null;
  /** What stands there, for edits of colour rules. */
  readonly rules: LoadedRules | null;
}

function sheetTarget(edit: WriteSheet, before: Before = { kind: "sheet", contents: null, layout: null }): TargetReader {
  return { edit, refine: () => [], before: () => before, ...NO_LOOK };
}

/** In slices that one answer takes, by what should stand there: long texts are read twice, as formula and as value. */
async function loadContents(sheet: Excel.Worksheet, edit: WriteContents, room: Room): Promise<TargetReader> {
  const cellBytes = Math.max(CELL_BYTES, (2 * Math.max(contentBytes(edit.expected), contentBytes(edit.contents))) / cellCount(edit.range));
  const slices = sliceRows(edit.range, rowsPerChunk(columnCount(edit.range), cellBytes));
  const range = getRange(sheet, edit.range).load("rowCount");
  const parts: Excel.Range[] = [];
  for (const slice of slices) {
    await room(cellCount(slice) * cellBytes);
    const part = slices.length === 1 ? range : range.getRow(slice.top - edit.range.top).getResizedRange(rowCount(slice) - 1, 0);
    parts.push(part.load("formulas,values"));
  }
  return { edit, refine: () => [], before: () => ({ kind: "contents", contents: parts.flatMap(contentsOf) }), ...NO_LOOK, ranges: [range] };
}

function loadTarget(sheetOf: (id: string) => Excel.Worksheet, stored: StoredPart, edit: Exclude<Edit, WriteSheet | WriteContents>): TargetReader {
  switch (edit.kind) {
    case "stored":
      return { edit, refine: () => [], before: () => ({ kind: "stored", stored: stored.text() }), ...NO_LOOK };
    case "column-widths": {
      const columns = edit.widths.map((_, i) => getRange(sheetOf(edit.sheetId), rangeOfCell(edit.range.top, edit.range.left + i)));
      for (const column of columns) column.format.load("columnWidth");
      return { edit, refine: () => [], before: () => ({ kind: "widths", widths: columns.map((column) => column.format.columnWidth) }), ...NO_LOOK, ranges: columns };
    }
    case "colour-rules": {
      const rules = loadRules(sheetOf(edit.sheetId), edit);
      return { edit, refine: rules.refine, before: () => ({ kind: "colour-rules", placed: rules.placed() }), look: () => null, rules, ranges: [] };
    }
    default:
      return loadLookTarget(sheetOf(edit.sheetId), edit);
  }
}

const NO_LOOK: Pick<TargetReader, "look" | "rules" | "ranges"> = { look: () => null, rules: null, ranges: [] };

function loadLookTarget(sheet: Excel.Worksheet, edit: Exclude<CellEdit, { kind: "contents" | "column-widths" | "colour-rules" }>): TargetReader {
  const loaded = loadLook(sheet, edit.range);
  const source = edit.kind === "copy-look" ? loadLook(sheet, rangeOfCell(edit.from.row, edit.from.column)) : null;
  const copied = (from: CopyLook): CellLook | null => {
    const look = source === null ? undefined : runsOf(source)[0]?.look;
    return look === undefined ? null : copiedLook(from, look);
  };
  let cells: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null = null;
  return {
    edit,
    ranges: [loaded.range],
    refine: () => {
      if (!isMixed(loaded)) return [];
      cells = loadCellLooks(loaded.range);
      return [cells];
    },
    before: () => ({ kind: "look", runs: cells === null ? runsOf(loaded) : cellRuns(edit.range, cells.value, loaded.range.numberFormat as string[][]) }),
    look: () => (edit.kind === "look" ? edit.look : edit.kind === "copy-look" ? copied(edit) : null),
    rules: null,
  };
}

function loadSheets(context: Excel.RequestContext, edits: readonly Edit[]): Map<string, Excel.Worksheet> {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const edit of edits) {
    if (!isCellEdit(edit) || sheets.has(edit.sheetId)) continue;
    const sheet = context.workbook.worksheets.getItemOrNullObject(edit.sheetId);
    sheet.load("name");
    sheet.protection.load("protected");
    sheets.set(edit.sheetId, sheet);
  }
  return sheets;
}

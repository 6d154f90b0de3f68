/** Taking edits back: what undoes them, and how much of that is still ours to undo. */

import { cellCount, LAST_COLUMN, rangeOfCell, type CellRange } from "./address";
import type { PlacedRules } from "./colour-rules";
import { sameContent } from "./contents";
import type { CellEdit, CellLook, Content, Edit, WriteColourRules, WriteColumnWidths, WriteContents, WriteSheet, WriteStored } from "./edits";
import { readLedger, serialiseLedger } from "./ledger";
import { contentsOf, contentsOfSheet, countUnlike, NOTHING_UNTOLD, untoldOf, type SheetContents, type SheetLayout } from "./sheet-layout";
import type { SheetSnapshot } from "./snapshot";

export interface LookRun {
  readonly range: CellRange;
  readonly look: CellLook;
}

/** What stood where one edit writes, read before any of the edits was applied. */
export type Before =
  | { readonly kind: "contents"; readonly contents: readonly (readonly Content[])[] }
  /** Covers the edit's range without overlap; uniform parts are one run. */
  | { readonly kind: "look"; readonly runs: readonly LookRun[] }
  | { readonly kind: "widths"; readonly widths: readonly number[] }
  /** Our rules that reached into the range. */
  | { readonly kind: "colour-rules"; readonly placed: readonly PlacedRules[] }
  | { readonly kind: "stored"; readonly stored: string | null }
  /** The sheet of the edit's name, null if there was none; its layout only where the edit puts another into its place. */
  | { readonly kind: "sheet"; readonly contents: SheetContents | null; readonly layout: SheetLayout | null };

/** The edits that put back what stood there, last first. Number formats and looks both come back as looks. */
export function invert(edits: readonly { readonly edit: Edit; readonly before: Before }[]): Edit[] {
  return edits.flatMap(({ edit, before }) => invertOne(edit, before)).reverse();
}

function invertOne(edit: Edit, before: Before): Edit[] {
  switch (edit.kind) {
    case "contents":
      return before.kind === "contents" ? [{ ...edit, contents: before.contents, expected: edit.contents }] : [];
    case "stored":
      return before.kind === "stored" ? [{ kind: "stored", expected: edit.stored, stored: before.stored }] : [];
    case "column-widths":
      return before.kind === "widths" ? [{ ...edit, widths: before.widths }] : [];
    case "colour-rules":
      return before.kind === "colour-rules" ? rulesBefore(edit, before.placed) : [];
    case "sheet":
      return before.kind === "sheet" ? sheetBefore(edit, before) : [];
    case "number-format":
    case "copy-look":
    case "look":
      return before.kind === "look" ? before.runs.map(({ range, look }) => ({ kind: "look", sheetId: edit.sheetId, range, look })) : [];
  }
}

/** A sheet that was made goes, one that was replaced or went comes back as it was; one that already was so stays. */
function sheetBefore({ name, layout }: WriteSheet, before: Extract<Before, { kind: "sheet" }>): Edit[] {
  const isUntouched = before.contents === null ? layout === null : before.layout === null;
  if (isUntouched) return [];
  const [expected, untold] = layout === null ? [null, NOTHING_UNTOLD] : [contentsOf(layout), untoldOf(layout)];
  return [{ kind: "sheet", name: layout?.name ?? name, expected, layout: before.layout, untold }];
}

/** Ours go from the range, and those that were there come back where they were; listed last first, like all edits here. */
function rulesBefore(edit: WriteColourRules, placed: readonly PlacedRules[]): Edit[] {
  const earlier = placed.map(({ range, rules }): Edit => ({ ...edit, range, rules }));
  return [...earlier, { ...edit, rules: [] }];
}

/** The workbook now: one grid for each contents edit of the inverse, in order, and what is stored. */
export interface Now {
  readonly contents: readonly (readonly (readonly Content[])[])[];
  readonly stored: string | null;
  /** Needed where the inverse has edits of whole sheets. */
  readonly sheets?: readonly SheetSnapshot[];
}

export interface Undoable {
  /** Applying these restores every cell that is still as we wrote it. */
  readonly edits: readonly Edit[];
  /** Cells somebody changed since; they stay as they are, with their look. A sheet that somebody wrote on stays whole. */
  readonly kept: readonly Kept[];
}

export interface Kept {
  readonly sheetId: string;
  readonly range: CellRange;
  /** Of a whole sheet: how many of its cells somebody changed. */
  readonly changed?: number;
}

/** The part of an inverse that takes back our own writing and nobody else's. */
export function undoable(inverse: readonly Edit[], now: Now): Undoable {
  const kept: Kept[] = [];
  const ours = new Map<Edit, Edit[]>();
  for (const edit of inverse) {
    if (edit.kind !== "contents") continue;
    const here = now.contents[ours.size] ?? [];
    const isOurs = (row: number, column: number): boolean => isUntouched(edit, here, row - edit.range.top, column - edit.range.left);
    ours.set(edit, blocksWhere(edit.range, isOurs).map((range) => partOf(edit, range)));
    for (const range of blocksWhere(edit.range, (row, column) => !isOurs(row, column))) kept.push({ sheetId: edit.sheetId, range });
  }
  const keptCells = cellsBySheet(kept);
  const sheets = inverse.flatMap((edit) => (edit.kind === "sheet" ? [{ edit, ...sheetNow(edit, now.sheets ?? []) }] : []));
  const keepsSheets = sheets.some(({ kept: sheet }) => sheet !== null);
  const edits = inverse.flatMap((edit): readonly Edit[] => {
    if (edit.kind === "contents") return ours.get(edit) ?? [];
    if (edit.kind === "sheet") return sheets.find((sheet) => sheet.edit === edit)?.edits ?? [];
    return edit.kind === "stored" ? restoreStored(edit, now.stored, keepsSheets) : stillRestorable(edit, keptCells);
  });
  return { edits, kept: [...kept, ...sheets.flatMap(({ kept: sheet }) => sheet ?? [])] };
}

/**
 * What undoes a sheet now: nothing where it is gone, or where somebody wrote on it since, so that it stays. Formulas that
 * only follow cells that were moved are still ours.
 */
function sheetNow(edit: WriteSheet, sheets: readonly SheetSnapshot[]): { readonly edits: readonly Edit[]; readonly kept: Kept | null } {
  const sheet = sheets.find(({ name }) => name.toLowerCase() === edit.name.toLowerCase());
  if (sheet === undefined) return { edits: edit.expected === null ? [edit] : [], kept: null };
  const contents = contentsOfSheet(sheet);
  const changed = countUnlike(contents, edit.expected ?? [], "shape");
  if (edit.expected !== null && changed === 0) return { edits: [{ ...edit, expected: contents }], kept: null };
  const extent = { ...rangeOfCell(sheet.top, sheet.left), bottom: sheet.top + Math.max(0, sheet.values.length - 1), right: sheet.left + Math.max(0, (sheet.values[0]?.length ?? 0) - 1) };
  return { edits: [], kept: { sheetId: sheet.id, range: extent, changed } };
}

/** As we wrote it, or already as it was before. */
function isUntouched(edit: WriteContents, now: Now["contents"][number], i: number, j: number): boolean {
  const here = now[i]?.[j];
  const wrote = edit.expected[i]?.[j];
  const was = edit.contents[i]?.[j];
  return here !== undefined && wrote !== undefined && was !== undefined && (sameContent(here, wrote) || sameContent(here, was));
}

interface KeptCells {
  /** `cellKey` of every cell. */
  readonly cells: Set<number>;
  readonly columns: Set<number>;
}

function cellKey(row: number, column: number): number {
  return row * (LAST_COLUMN + 1) + column;
}

function cellsBySheet(kept: Undoable["kept"]): Map<string, KeptCells> {
  const sheets = new Map<string, KeptCells>();
  for (const { sheetId, range } of kept) {
    const sheet = sheets.get(sheetId) ?? { cells: new Set(), columns: new Set() };
    sheets.set(sheetId, sheet);
    for (let column = range.left; column <= range.right; column++) {
      sheet.columns.add(column);
      for (let row = range.top; row <= range.bottom; row++) sheet.cells.add(cellKey(row, column));
    }
  }
  return sheets;
}

function stillRestorable(edit: Exclude<CellEdit, WriteContents>, kept: ReadonlyMap<string, KeptCells>): Edit[] {
  if (edit.kind === "colour-rules") return [edit];
  const changed = kept.get(edit.sheetId);
  if (changed === undefined) return [edit];
  if (edit.kind === "column-widths") return restoreWidths(edit, changed.columns);
  return blocksWhere(edit.range, (row, column) => !changed.cells.has(cellKey(row, column))).map((range) => ({ ...edit, range }));
}

/** What people chose and decided since we wrote stays; only the record of what we wrote goes back, that of sheets unless one of them stays. */
function restoreStored(edit: WriteStored, now: string | null, keepsSheets: boolean): Edit[] {
  if (!keepsSheets && (now === edit.expected || now === edit.stored)) return [edit];
  const current = readLedger(now);
  const earlier = readLedger(edit.stored);
  if (!current.ok || !earlier.ok) return [];
  const { choices, review, sheets } = current.value;
  const merged = serialiseLedger({ written: earlier.value.written, choices, review, sheets: keepsSheets ? sheets : earlier.value.sheets });
  return merged.ok ? [{ kind: "stored", expected: now, stored: merged.value }] : [];
}

function restoreWidths(edit: WriteColumnWidths, changed: ReadonlySet<number>): Edit[] {
  return edit.widths.flatMap((width, i) => {
    const column = edit.range.left + i;
    return changed.has(column) ? [] : [{ ...edit, range: { ...edit.range, left: column, right: column }, widths: [width] }];
  });
}

/** The part of an edit that lies in this range. */
export function partOf(edit: WriteContents, range: CellRange): WriteContents {
  const { top, left, bottom, right } = edit.range;
  if (range.top === top && range.left === left && range.bottom === bottom && range.right === right) return edit;
  const cut = (grid: WriteContents["contents"]): WriteContents["contents"] =>
    grid.slice(range.top - top, range.bottom - top + 1).map((row) => row.slice(range.left - left, range.right - left + 1));
  return { ...edit, range, contents: cut(edit.contents), expected: cut(edit.expected) };
}

/** The cells of a range that pass, as blocks: the whole range if all do, else runs down each column. */
function blocksWhere(range: CellRange, passes: (row: number, column: number) => boolean): CellRange[] {
  const runs: CellRange[] = [];
  let cells = 0;
  for (let column = range.left; column <= range.right; column++) {
    let top: number | null = null;
    for (let row = range.top; row <= range.bottom + 1; row++) {
      const isIn = row <= range.bottom && passes(row, column);
      if (isIn) {
        cells++;
        top ??= row;
      } else if (top !== null) {
        runs.push({ top, bottom: row - 1, left: column, right: column });
        top = null;
      }
    }
  }
  const isWhole = cells > 0 && cells === cellCount(range);
  return isWhole ? [range] : runs;
}

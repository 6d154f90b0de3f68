/**
 * A workbook in memory behind the same port as Excel's: it reads, checks, writes and inverts edits
 * as port.ts says, on plain grids. Nothing is calculated: a formula's value is what the test gave. Whole sheets are for real workbooks.
 */

import { columnName, intersects, rangeOfCell, type CellRange, type Place } from "../../src/workbook/address";
import type { PlacedRules } from "../../src/workbook/colour-rules";
import { firstConflict } from "../../src/workbook/contents";
import { contentOf, copiedLook, type CellLook, type Content, type Edit, type WriteSheet } from "../../src/workbook/edits";
import { invert, type Before } from "../../src/workbook/inverse";
import type { Applied, WorkbookPort } from "../../src/workbook/port";
import { done, failed, type Outcome, type Problem } from "../../src/workbook/problem";
import { receiptOf } from "../../src/workbook/receipt";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { rangeOf } from "./snapshots";

interface Cell {
  value: CellValue;
  formula: CellValue;
  look: CellLook;
}

interface Sheet {
  readonly source: SheetSnapshot;
  protected: boolean;
  readonly cells: Map<string, Cell>;
  readonly widths: Map<number, number>;
  rules: readonly PlacedRules[];
}

export interface MemoryPort extends WorkbookPort {
  /** The places shown to the user, in order. */
  readonly selected: readonly { readonly sheetId: string; readonly range: CellRange }[];
  /** What a cell shows: memory.value("项目完成情况", "E5"). */
  value(sheet: string, address: string): CellValue;
  /** Everything there is, looks and widths included, for comparing before and after. */
  everything(): unknown;
  /** The user types into a cell. */
  type(sheet: string, address: string, value: CellValue): void;
  /** The user selects a range. */
  point(sheet: string, address: string): void;
  protect(sheet: string): void;
  unprotect(sheet: string): void;
  removeSheet(sheet: string): void;
  /** The next call of this kind fails so. */
  fail(call: "read" | "apply" | "select" | "selection", problem: Problem): void;
  /** The next call of apply writes its first `edits` edits, then fails, and rolling back fails too. */
  breakAfter(edits: number, problem: Problem): void;
  /** Runs between reading and writing, as if the user were faster. */
  beforeApply(change: () => void): void;
  /** Readings wait until the answer is called. */
  holdReading(): () => void;
}

const PLAIN: CellLook = {
  numberFormat: "General", horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, fill: null,
  font: { name: "宋体", size: 11, bold: false, italic: false, underline: "None", color: "#000000" },
  borders: { top: line(), bottom: line(), left: line(), right: line(), horizontal: line(), vertical: line() },
};

/** Looks that undo puts back may have been kept as text meanwhile. */
function isPlain(look: CellLook): boolean {
  return look === PLAIN || JSON.stringify(look) === JSON.stringify(PLAIN);
}

function line() {
  return { style: "None", weight: "Thin", color: "#000000" };
}

const DEFAULT_WIDTH = 48;

export function createMemoryPort(start: Snapshot): MemoryPort {
  let sheets = start.sheets.map(openSheet);
  let stored = start.stored;
  let selection: Place | null = null;
  const selected: { sheetId: string; range: CellRange }[] = [];
  const failures = new Map<string, Problem>();
  let broken: { readonly edits: number; readonly problem: Problem } | null = null;
  let change: (() => void) | null = null;
  let held: Promise<void> = Promise.resolve();

  const failureOf = (call: string): Outcome<never> | null => {
    const problem = failures.get(call);
    failures.delete(call);
    return problem === undefined ? null : failed(problem);
  };
  const byId = (id: string): Sheet | undefined => sheets.find(({ source }) => source.id === id);
  const byName = (name: string): Sheet => {
    const sheet = sheets.find(({ source }) => source.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  const readBefore = (edit: Exclude<Edit, WriteSheet>): Before => {
    if (edit.kind === "stored") return { kind: "stored", stored };
    const sheet = byId(edit.sheetId) as Sheet;
    if (edit.kind === "contents") return { kind: "contents", contents: contentsOf(sheet, edit.range) };
    if (edit.kind === "column-widths") return { kind: "widths", widths: edit.widths.map((_, i) => sheet.widths.get(edit.range.left + i) ?? DEFAULT_WIDTH) };
    if (edit.kind === "colour-rules") return { kind: "colour-rules", placed: sheet.rules.filter(({ range }) => intersects(range, edit.range)) };
    return { kind: "look", runs: cellsOf(edit.range).map(([row, column]) => ({ range: rangeOfCell(row, column), look: cellAt(sheet, row, column).look })) };
  };

  const check = (edit: Exclude<Edit, WriteSheet>): Problem | null => {
    if (edit.kind === "stored") return stored === edit.expected || stored === edit.stored ? null : { code: "cells-changed" };
    const sheet = byId(edit.sheetId);
    if (sheet === undefined) return { code: "sheet-missing" };
    const place = { sheetId: edit.sheetId, sheetName: sheet.source.name, range: edit.range };
    if (sheet.protected) return { code: "sheet-protected", place };
    const conflict = edit.kind === "contents" ? firstConflict(edit, contentsOf(sheet, edit.range)) : null;
    return conflict === null ? null : { code: "cells-changed", place: { ...place, range: rangeOfCell(edit.range.top + conflict.row, edit.range.left + conflict.column) } };
  };

  const write = (edit: Exclude<Edit, WriteSheet>): void => {
    if (edit.kind === "stored") {
      stored = edit.stored;
      return;
    }
    const sheet = byId(edit.sheetId) as Sheet;
    if (edit.kind === "colour-rules") {
      sheet.rules = [...sheet.rules.filter(({ range }) => !intersects(range, edit.range)), ...(edit.rules.length === 0 ? [] : [{ range: edit.range, rules: edit.rules }])];
      return;
    }
    if (edit.kind === "column-widths") {
      edit.widths.forEach((width, i) => sheet.widths.set(edit.range.left + i, width));
      return;
    }
    const copied = edit.kind === "copy-look" ? copiedLook(edit, cellAt(sheet, edit.from.row, edit.from.column).look) : null;
    for (const [row, column] of cellsOf(edit.range)) {
      const cell = cellAt(sheet, row, column);
      const next: Cell = edit.kind === "contents" ? { ...cell, ...cellWith(edit.contents[row - edit.range.top]?.[column - edit.range.left]) }
        : edit.kind === "number-format" ? { ...cell, look: { ...cell.look, numberFormat: edit.format } }
        : { ...cell, look: edit.kind === "look" ? edit.look : (copied ?? cell.look) };
      sheet.cells.set(keyOf(row, column), next);
    }
  };

  const apply = (given: readonly Edit[]): Applied => {
    const edits = given.filter((edit): edit is Exclude<Edit, WriteSheet> => edit.kind !== "sheet");
    if (edits.length < given.length) throw new Error("this workbook takes no whole sheets");
    change?.();
    change = null;
    const failure = failureOf("apply");
    if (failure !== null && !failure.ok) return { ...failure, restore: null };
    const problem = edits.map(check).find((found) => found !== null);
    if (problem !== undefined && problem !== null) return { ok: false, problem, restore: null };
    const befores = edits.map((edit) => ({ edit, before: readBefore(edit) }));
    const inverse = invert(befores);
    if (broken !== null) {
      edits.slice(0, broken.edits).forEach(write);
      const { problem: why } = broken;
      broken = null;
      return { ok: false, problem: why, restore: inverse };
    }
    edits.forEach(write);
    return { ok: true, value: receiptOf(befores) };
  };

  return {
    selected,
    read: async () => {
      const read = sheets.map(snapshotOf);
      await held;
      return failureOf("read") ?? done({ sheets: read, activeSheetId: start.activeSheetId, stored });
    },
    readContents: (places) => {
      const missing = places.find(({ sheetId }) => byId(sheetId) === undefined);
      return Promise.resolve(missing === undefined ? done(places.map(({ sheetId, range }) => contentsOf(byId(sheetId) as Sheet, range))) : failed({ code: "sheet-missing" }));
    },
    apply: async (edits, watcher) => {
      const applied = apply(edits);
      if (!applied.ok || watcher === undefined || (await watcher.isWanted())) return applied;
      apply(applied.value.inverse);
      return { ok: false, problem: { code: "cancelled" }, restore: null };
    },
    select: ({ sheetId, range }) => {
      const failure = failureOf("select");
      if (failure === null) selected.push({ sheetId, range });
      return Promise.resolve(failure ?? done(null));
    },
    selection: () => Promise.resolve(failureOf("selection") ?? (selection === null ? failed({ code: "host-failed" }) : done(selection))),
    value: (name, address) => {
      const { top, left } = rangeOf(address);
      return cellAt(byName(name), top, left).value;
    },
    everything: () => ({
      stored,
      sheets: sheets.map(({ source, cells, widths, rules }) => ({
        name: source.name,
        rules,
        cells: [...cells].filter(([, cell]) => cell.formula !== "" || !isPlain(cell.look)).map(([key, { value, formula, look }]) => [key, value, formula, look]).sort(),
        widths: [...widths].filter(([, width]) => width !== DEFAULT_WIDTH).sort(),
      })),
    }),
    type: (name, address, value) => {
      const { top, left } = rangeOf(address);
      const sheet = byName(name);
      sheet.cells.set(keyOf(top, left), { ...cellAt(sheet, top, left), value, formula: value });
    },
    point: (name, address) => {
      const { source } = byName(name);
      selection = { sheetId: source.id, sheetName: source.name, range: rangeOf(address) };
    },
    protect: (name) => {
      byName(name).protected = true;
    },
    unprotect: (name) => {
      byName(name).protected = false;
    },
    removeSheet: (name) => {
      sheets = sheets.filter(({ source }) => source.name !== name);
    },
    fail: (call, problem) => failures.set(call, problem),
    breakAfter: (edits, problem) => {
      broken = { edits, problem };
    },
    beforeApply: (next) => {
      change = next;
    },
    holdReading: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}

function keyOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

function openSheet(source: SheetSnapshot): Sheet {
  const cells = new Map<string, Cell>();
  source.values.forEach((values, i) => values.forEach((value, j) => {
    const numberFormat = source.numberFormats[i]?.[j] ?? "General";
    cells.set(keyOf(source.top + i, source.left + j), { value, formula: source.formulas[i]?.[j] ?? value, look: numberFormat === "General" ? PLAIN : { ...PLAIN, numberFormat } });
  }));
  return { source, protected: source.protected, cells, widths: new Map(), rules: [] };
}

function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.cells.get(keyOf(row, column)) ?? { value: "", formula: "", look: PLAIN };
}

function cellWith(content: Content | undefined): Pick<Cell, "value" | "formula"> {
  if (content === undefined || content.kind === "blank") return { value: "", formula: "" };
  return content.kind === "formula" ? { value: 0, formula: content.value } : { value: content.value, formula: content.value };
}

function contentsOf(sheet: Sheet, range: CellRange): Content[][] {
  return rowsOf(range).map((row) => columnsOf(range).map((column) => {
    const { formula, value } = cellAt(sheet, row, column);
    return contentOf(formula, value);
  }));
}

/** The used range, as Excel counts it: the cells that hold something. */
function snapshotOf(sheet: Sheet): SheetSnapshot {
  const used = [...sheet.cells].filter(([, cell]) => cell.formula !== "").map(([key]) => rangeOf(key));
  const shared = { ...sheet.source, protected: sheet.protected };
  if (used.length === 0) return { ...shared, top: 0, left: 0, values: [], formulas: [], numberFormats: [] };
  const range = used.reduce((all, { top, left }) => ({ top: Math.min(all.top, top), left: Math.min(all.left, left), bottom: Math.max(all.bottom, top), right: Math.max(all.right, left) }));
  const grid = <T>(of: (cell: Cell) => T): T[][] => rowsOf(range).map((row) => columnsOf(range).map((column) => of(cellAt(sheet, row, column))));
  return { ...shared, top: range.top, left: range.left, values: grid(({ value }) => value), formulas: grid(({ formula }) => formula), numberFormats: grid(({ look }) => look.numberFormat) };
}

function rowsOf({ top, bottom }: CellRange): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

function columnsOf({ left, right }: CellRange): number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => left + i);
}

function cellsOf(range: CellRange): [number, number][] {
  return rowsOf(range).flatMap((row) => columnsOf(range).map((column): [number, number] => [row, column]));
}

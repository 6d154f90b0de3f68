/** The workbook in a file, opened into the embedded workbook: the same port as Excel's, without Office.js. */

import { rangeOfCell, type CellRange } from "../workbook/address";
import { conflictOf } from "../workbook/conflict";
import { BORDER_EDGES, copiedLook, type BorderEdge, type BorderLook, type CellLook, type Content, type CopyLook, type Edit, type SetLook } from "../workbook/edits";
import type { Before, LookRun } from "../workbook/inverse";
import { joinParts, LEDGER_NAMESPACE, partsIn } from "../workbook/ledger";
import { linesToDraw } from "../workbook/lines";
import type { Applied, WorkbookPort } from "../workbook/port";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";
import { receiptOf } from "../workbook/receipt";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import type { Book, Sheet } from "../embedded/book/book";
import { findSheet, HostRefusal } from "../embedded/book/book";
import { contentAt, readBlock, usedRange } from "../embedded/book/cells";
import { putContents } from "../embedded/book/entering";
import { lookAt, readLook, setLook } from "../embedded/book/formats";
import { readBorder, setBorder, type Edge } from "../embedded/book/borders";
import type { Line, Look } from "../embedded/book/styles/words";
import { mergesOf } from "../embedded/book/merges";
import { columnWidth, setColumnWidth } from "../embedded/book/sizes";
import { addCustomXmlPart, claimCustomXml, customXmlParts, deleteCustomXmlPart, setCustomXml, strayCustomXml, type CustomXmlPart } from "../embedded/book/storage";
import { tablesOf } from "../embedded/book/tables";
import { activeSheet, select, selectionOf } from "../embedded/book/view";
import { placedRules, setRules } from "./colour-rules";
import { applySheet, prepareTabs, sheetBefore, sheetRefusal } from "./sheets";

export function createFilePort(book: Book): WorkbookPort {
  return {
    read: () => Promise.resolve(done(snapshotOf(book))),
    readContents: (places) => Promise.resolve(attempt(() => places.map(({ sheetId, range }) => contentsOf(sheetIn(book, sheetId), range)))),
    apply: (edits) => Promise.resolve(applyEdits(book, edits)),
    select: ({ sheetId, range }) => Promise.resolve(attempt(() => {
      select(sheetIn(book, sheetId), [range]);
      return null;
    })),
    selection: () => Promise.resolve(attempt(() => {
      const sheet = activeSheet(book);
      return { sheetId: sheet.id, sheetName: sheet.name, range: selectionOf(sheet).ranges[0] ?? rangeOfCell(0, 0) };
    })),
  };
}

function snapshotOf(book: Book): Snapshot {
  return { sheets: book.sheets.map(sheetSnapshot), activeSheetId: activeSheet(book).id, stored: storedText(book) };
}

function sheetSnapshot(sheet: Sheet): SheetSnapshot {
  const used = usedRange(sheet, true);
  const block = used === null ? { values: [], formulas: [], numberFormats: [] } : readBlock(sheet, used);
  return {
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    protected: sheet.protected,
    top: used?.top ?? 0,
    left: used?.left ?? 0,
    ...block,
    merges: used === null ? [] : mergesOf(sheet),
    hiddenColumns: sheet.columns.filter(({ hidden }) => hidden).map(({ min, max }) => ({ left: min, right: max })),
    tables: tablesOf(sheet).map(({ name, range, showHeaders, showTotals }) => ({ name, range, hasHeaders: showHeaders, hasTotals: showTotals })),
  };
}

function storedParts(book: Book): readonly CustomXmlPart[] {
  return customXmlParts(book).filter(({ namespaceUri }) => namespaceUri === LEDGER_NAMESPACE);
}

function storedText(book: Book): string | null {
  const stray = strayCustomXml(book, LEDGER_NAMESPACE);
  return joinParts([...storedParts(book).map(({ xml }) => xml), ...(stray === null ? [] : [stray])]);
}

/** All or nothing: everything is checked before the first cell is written, and in memory nothing else can interfere. */
function applyEdits(book: Book, edits: readonly Edit[]): Applied {
  const refusal = edits.map((edit) => refusalOf(book, edit)).find((problem) => problem !== null) ?? null;
  if (refusal !== null) return { ok: false, problem: refusal, restore: null };
  const read = attempt(() => edits.map((edit) => ({ edit, before: beforeOf(book, edit) })));
  if (!read.ok) return { ...read, restore: null };
  const conflict = conflictOf(read.value, (id) => findSheet(book, id)?.name ?? "");
  if (conflict !== null) return { ok: false, problem: conflict, restore: null };
  const receipt = receiptOf(read.value);
  const applied = attempt(() => {
    prepareTabs(book, edits.filter((edit) => edit.kind === "sheet"));
    for (const { edit, before } of read.value) applyEdit(book, edit, before);
    return null;
  });
  return applied.ok ? { ok: true, value: receipt } : { ...applied, restore: receipt.inverse };
}

/** Why its sheet takes no edit. */
function refusalOf(book: Book, edit: Edit): Problem | null {
  if (edit.kind === "stored") return null;
  if (edit.kind === "sheet") return sheetRefusal(book, edit);
  const sheet = findSheet(book, edit.sheetId);
  if (sheet === null) return { code: "sheet-missing", values: { sheet: edit.sheetId } };
  return sheet.protected ? { code: "sheet-protected", place: { sheetId: sheet.id, sheetName: sheet.name, range: edit.range } } : null;
}

function beforeOf(book: Book, edit: Edit): Before {
  if (edit.kind === "stored") return { kind: "stored", stored: storedText(book) };
  if (edit.kind === "sheet") return sheetBefore(book, edit);
  const sheet = sheetIn(book, edit.sheetId);
  if (edit.kind === "contents") return { kind: "contents", contents: contentsOf(sheet, edit.range) };
  if (edit.kind === "column-widths") return { kind: "widths", widths: edit.widths.map((_, i) => columnWidth(sheet, edit.range.left + i)) };
  if (edit.kind === "colour-rules") return { kind: "colour-rules", placed: placedRules(sheet, edit.range) };
  return { kind: "look", runs: lookRuns(sheet, edit.range) };
}

function applyEdit(book: Book, edit: Edit, before: Before): void {
  if (edit.kind === "stored") {
    writeStored(book, edit.stored);
    return;
  }
  if (edit.kind === "sheet") {
    applySheet(book, edit, before);
    return;
  }
  const sheet = sheetIn(book, edit.sheetId);
  switch (edit.kind) {
    case "contents":
      putContents(sheet, edit.range, edit.contents);
      return;
    case "column-widths":
      edit.widths.forEach((width, i) => setColumnWidth(sheet, { ...edit.range, left: edit.range.left + i, right: edit.range.left + i }, width));
      return;
    case "number-format":
      setLook(sheet, edit.range, { numberFormat: edit.format });
      return;
    case "copy-look":
      applyLook(sheet, edit, copiedLook(edit, cellLook(sheet, edit.from.row, edit.from.column)), before);
      return;
    case "colour-rules":
      setRules(sheet, edit);
      return;
    case "look":
      applyLook(sheet, edit, edit.look, before);
  }
}

function writeStored(book: Book, text: string | null): void {
  claimCustomXml(book, LEDGER_NAMESPACE);
  const parts = storedParts(book);
  const texts = partsIn(text);
  texts.forEach((xml, i) => {
    const part = parts[i];
    if (part === undefined) addCustomXmlPart(book, xml);
    else setCustomXml(book, part.id, xml);
  });
  for (const { id } of parts.slice(texts.length)) deleteCustomXmlPart(book, id);
}

const EDGE_OF: Readonly<Record<BorderEdge, Edge>> = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight", horizontal: "InsideHorizontal", vertical: "InsideVertical" };

/** One run where the whole range looks alike, else one a cell. */
function lookRuns(sheet: Sheet, range: CellRange): LookRun[] {
  const look = uniformLook(sheet, range);
  if (look !== null) return [{ range, look }];
  const runs: LookRun[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) runs.push({ range: rangeOfCell(row, column), look: cellLook(sheet, row, column) });
  }
  return runs;
}

function uniformLook(sheet: Sheet, range: CellRange): CellLook | null {
  const look = readLook(sheet, range);
  const lines = BORDER_EDGES.map((edge) => readBorder(sheet, range, EDGE_OF[edge]));
  const isMixed = Object.values(look).includes(null) || lines.some(({ style, weight, color }) => style === null || weight === null || color === null);
  return isMixed ? null : lookOf(look as Look, (edge) => borderLook(lines[BORDER_EDGES.indexOf(edge)] ?? NO_LINE));
}

/** A single cell's; repeated over a range it brings its own edges along. */
function cellLook(sheet: Sheet, row: number, column: number): CellLook {
  return lookOf(lookAt(sheet, row, column), (edge) => {
    const outer = edge === "horizontal" ? "top" : edge === "vertical" ? "left" : edge;
    return borderLook(readBorder(sheet, rangeOfCell(row, column), EDGE_OF[outer]));
  });
}

function lookOf(look: Look, border: (edge: BorderEdge) => BorderLook): CellLook {
  return {
    numberFormat: look.numberFormat,
    horizontalAlignment: look.horizontalAlignment,
    verticalAlignment: look.verticalAlignment,
    wrapText: look.wrapText,
    fill: look.fillPattern === "None" ? null : look.fillColor,
    font: { name: look.fontName, size: look.fontSize, bold: look.bold, italic: look.italic, underline: look.underline, color: look.fontColor },
    borders: { top: border("top"), bottom: border("bottom"), left: border("left"), right: border("right"), horizontal: border("horizontal"), vertical: border("vertical") },
  };
}

const NO_LINE: Line = { style: "None", weight: "Thin", color: "#000000" };

function borderLook(line: { readonly [K in keyof Line]: Line[K] | null }): BorderLook {
  return { style: line.style ?? "None", weight: line.weight ?? "Thin", color: line.color ?? "#000000" };
}

function applyLook(sheet: Sheet, edit: CopyLook | SetLook, look: CellLook, before: Before): void {
  setLook(sheet, edit.range, {
    numberFormat: look.numberFormat,
    horizontalAlignment: look.horizontalAlignment as Look["horizontalAlignment"],
    verticalAlignment: look.verticalAlignment as Look["verticalAlignment"],
    wrapText: look.wrapText,
    ...(look.fill === null ? { fillPattern: "None" as const } : { fillColor: look.fill }),
    fontName: look.font.name,
    fontSize: look.font.size,
    bold: look.font.bold,
    italic: look.font.italic,
    underline: look.font.underline as Look["underline"],
    fontColor: look.font.color,
  });
  if (before.kind !== "look") return;
  for (const [edge, line] of linesToDraw(edit, look, before.runs)) setBorder(sheet, edit.range, EDGE_OF[edge], line as Line);
}

function contentsOf(sheet: Sheet, range: CellRange): Content[][] {
  const rows: Content[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells: Content[] = [];
    for (let column = range.left; column <= range.right; column++) cells.push(contentAt(sheet, row, column));
    rows.push(cells);
  }
  return rows;
}

function sheetIn(book: Book, id: string): Sheet {
  const sheet = findSheet(book, id);
  if (sheet === null) throw new HostRefusal("ItemNotFound", id);
  return sheet;
}

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return done(work());
  } catch (error) {
    if (!(error instanceof HostRefusal)) throw error;
    const code = error.code === "AccessDenied" ? "sheet-protected" : error.code === "ItemNotFound" ? "sheet-missing" : "host-failed";
    return failed({ code, values: { code: error.code, message: error.message, sheet: error.message } });
  }
}

/** The adapter on the real office.js: what it reads, what it writes, and what stands there when something goes wrong. */

import fc from "fast-check";
import { createBook, type Book, type Sheet } from "../../src/embedded/book/book";
import { contentAt, valueAt } from "../../src/embedded/book/cells";
import { enterValues, putContent } from "../../src/embedded/book/entering";
import { readLook, setLook } from "../../src/embedded/book/formats";
import { EDGES, setBorder } from "../../src/embedded/book/borders";
import { merge } from "../../src/embedded/book/merges";
import { protectSheet } from "../../src/embedded/book/protection";
import { setColumnsHidden } from "../../src/embedded/book/sizes";
import { createFilePort } from "../../src/files/port";
import type { Content, Edit } from "../../src/workbook/edits";
import { parseRange, type CellRange } from "../../src/workbook/address";
import type { WorkbookPort } from "../../src/workbook/port";
import { stateOf } from "../support/book-state";
import { awaitedSyncs, excelOn } from "../support/excel";

const at = (address: string): CellRange => {
  const range = parseRange(address);
  if (range === null) throw new Error(address);
  return range;
};
const text = (value: string): Content => ({ kind: "text", value });
const number = (value: number): Content => ({ kind: "number", value });
const BLANK: Content = { kind: "blank" };

/** A small budget table with a merged two-row header, styled, and a second sheet. */
function budgetBook(): { book: Book; sheet: Sheet } {
  const book = createBook(["执行", "说明"]);
  const sheet = book.sheets[0] as Sheet;
  enterValues(sheet, at("A1:C5"), [["项目", "预算", ""], ["", "年初", "支出"], ["物业费", 210.27, 185.05], ["尾款", 109.46, "'35.45 "], ["合计", "=SUM(B3:B4)", ""]]);
  merge(sheet, at("A1:A2"));
  merge(sheet, at("B1:C1"));
  setLook(sheet, at("A1:C2"), { bold: true, fillColor: "#DDEBF7", horizontalAlignment: "Center" });
  for (const edge of EDGES.slice(0, 6)) setBorder(sheet, at("A1:C5"), edge, { style: "Continuous", weight: "Thin", color: "#808080" });
  return { book, sheet };
}

function edits(sheet: Sheet): Edit[] {
  return [
    { kind: "copy-look", sheetId: sheet.id, range: at("D2"), from: { row: 1, column: 2 } },
    { kind: "copy-look", sheetId: sheet.id, range: at("D3:D5"), from: { row: 2, column: 2 } },
    { kind: "number-format", sheetId: sheet.id, range: at("D3:D5"), format: "0.00%" },
    { kind: "column-widths", sheetId: sheet.id, range: at("D2"), widths: [90] },
    { kind: "contents", sheetId: sheet.id, range: at("D2:D4"), contents: [[text("核算完成比例")], [number(0.8801)], [text("0001")]], expected: [[BLANK], [BLANK], [BLANK]] },
    { kind: "stored", expected: null, stored: '<ledger xmlns="urn:budget-execution:ledger:1">{}</ledger>' },
  ];
}

describe("reading", () => {
  it("gives what the file port gives, in one sync", async () => {
    const { book } = budgetBook();
    const { port, office } = excelOn(book);
    const expected = await createFilePort(book).read();
    const read = await port.read();
    expect(read).toEqual(expected);
    expect(expected).toMatchObject({ ok: true, value: { sheets: [{ values: [["项目", "预算", ""], ["", "年初", "支出"], ["物业费", 210.27, 185.05], ["尾款", 109.46, "35.45 "], ["合计", 319.73, ""]], merges: [at("A1:A2"), at("B1:C1")] }, { values: [] }] } });
    expect(awaitedSyncs(office)).toBe(1);
  });

  it.each<[name: string, hidden: readonly string[], syncs: number]>([
    ["none", [], 1],
    ["a used and a blank one", ["B:B", "E:F"], 2],
    ["all to the right", ["D:XFD"], 2],
    ["every one", ["A:XFD"], 1],
  ])("knows hidden columns: %s", async (_, hidden, syncs) => {
    const { book, sheet } = budgetBook();
    for (const columns of hidden) setColumnsHidden(sheet, at(columns), true);
    const { port, office } = excelOn(book);
    const read = await port.read();
    expect(read.ok && read.value.sheets.map(({ hiddenColumns }) => hiddenColumns)).toEqual([hidden.map(at).map(({ left, right }) => ({ left, right })), []]);
    expect(read).toEqual(await createFilePort(book).read());
    expect(awaitedSyncs(office)).toBe(syncs);
  });

  it("reads the same in slices where one answer would be too large", async () => {
    const { book, sheet } = budgetBook();
    enterValues(sheet, at("A6:C400"), Array.from({ length: 395 }, (_, i) => [`第${i}项`, i, i / 4]));
    const { port, office } = excelOn(book, { payloadLimit: 9_000 });
    expect(await port.read()).toEqual(await createFilePort(book).read());
    expect(office.host.traffic().log.filter(({ error }) => error === "ResponsePayloadSizeLimitExceeded").length).toBeGreaterThan(0);
  });

  it("finds every sheet of a workbook with more than fit the first request", async () => {
    const names = Array.from({ length: 30 }, (_, i) => `表${i + 1}`);
    const book = createBook(names);
    const { port } = excelOn(book);
    const read = await port.read();
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(names);
  });
});

describe("writing and taking back", () => {
  it.each([["office.js", (book: Book) => excelOn(book).port], ["file", createFilePort]])("%s: writes contents, looks and widths, and its inverse restores every cell", async (_, portOn) => {
    const { book, sheet } = budgetBook();
    const before = stateOf(book);
    const port = portOn(book);
    const applied = await port.apply(edits(sheet));
    expect(applied).toMatchObject({ ok: true, value: { cellsWritten: 3 } });
    expect([valueAt(sheet, 1, 3), valueAt(sheet, 2, 3), contentAt(sheet, 3, 3)]).toEqual(["核算完成比例", 0.8801, text("0001")]);
    if (!applied.ok) return;
    expect(await port.apply(applied.value.inverse)).toMatchObject({ ok: true });
    expect(stateOf(book)).toEqual(before);
  });

  it("both ports leave the same workbook", async () => {
    const [a, b] = [budgetBook(), budgetBook()];
    await excelOn(a.book).port.apply(edits(a.sheet));
    await createFilePort(b.book).apply(edits(b.sheet));
    expect(stateOf(a.book)).toEqual(stateOf(b.book));
  });

  it.each([["office.js", (book: Book) => excelOn(book).port], ["file", createFilePort]])("%s: texts look like the figures whose look they copy, but for number format and right alignment", async (_, portOn) => {
    const { book, sheet } = budgetBook();
    setLook(sheet, at("C3:C4"), { numberFormat: "0.00%", horizontalAlignment: "Right", fillColor: "#FFF2CC" });
    setLook(sheet, at("C5"), { numberFormat: "0.00%", horizontalAlignment: "Center" });
    const before = stateOf(book);
    const applied = await portOn(book).apply([
      { kind: "copy-look", sheetId: sheet.id, range: at("D3:D4"), from: { row: 2, column: 2 }, forTexts: true },
      { kind: "copy-look", sheetId: sheet.id, range: at("D5"), from: { row: 4, column: 2 }, forTexts: true },
      { kind: "copy-look", sheetId: sheet.id, range: at("E5"), from: { row: 2, column: 2 } },
    ]);
    const looks = ["D3", "D4", "D5", "E5"].map((cell) => readLook(sheet, at(cell)));
    expect(looks.map(({ numberFormat, horizontalAlignment, fillColor }) => [numberFormat, horizontalAlignment, fillColor])).toEqual([
      ["General", "General", "#FFF2CC"], ["General", "General", "#FFF2CC"], ["General", "Center", ""], ["0.00%", "Right", "#FFF2CC"],
    ]);
    if (!applied.ok) throw new Error(applied.problem.code);
    expect(await portOn(book).apply(applied.value.inverse)).toMatchObject({ ok: true });
    expect(stateOf(book)).toEqual(before);
  });

  it("writes any text as that text, whatever Excel would make of it", async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), async (value) => {
      const book = createBook(["S"]);
      const sheet = book.sheets[0] as Sheet;
      const applied = await excelOn(book).port.apply([{ kind: "contents", sheetId: sheet.id, range: at("A1"), contents: [[text(value)]], expected: [[BLANK]] }]);
      expect(applied.ok).toBe(true);
      expect(contentAt(sheet, 0, 0)).toEqual(text(value));
    }), { numRuns: 60, examples: [["=1+1"], ["123"], ["65.41 "], ["12.5%"], ["TRUE"], ["2016-12-31"], ["'x"], ["#N/A"], ["-"], ["May 5"], ["@x"]] });
  });
});

describe("what it refuses", () => {
  const refusals: [string, string, (book: Book, sheet: Sheet) => void][] = [
    ["a cell changed since the plan", "cells-changed", (_, sheet) => putContent(sheet, 2, 3, number(1))],
    ["a protected sheet", "sheet-protected", (_, sheet) => protectSheet(sheet)],
  ];
  it.each(refusals)("%s", async (_, code, prepare) => {
    for (const portOn of [(book: Book) => excelOn(book).port, createFilePort] satisfies ((book: Book) => WorkbookPort)[]) {
      const { book, sheet } = budgetBook();
      prepare(book, sheet);
      const before = stateOf(book);
      expect(await portOn(book).apply(edits(sheet))).toMatchObject({ ok: false, problem: { code }, restore: null });
      expect(stateOf(book)).toEqual(before);
    }
  });

  it("a sheet that is gone", async () => {
    const { book, sheet } = budgetBook();
    const gone = edits(sheet).map((edit) => (edit.kind === "stored" ? edit : { ...edit, sheetId: "{00000000-0009-0000-0000-000000000000}" }));
    expect(await excelOn(book).port.apply(gone)).toMatchObject({ ok: false, problem: { code: "sheet-missing" } });
  });

  it("a user who is editing a cell", async () => {
    const { book, sheet } = budgetBook();
    const { port, office } = excelOn(book);
    office.host.editing.begin();
    expect(await port.read()).toMatchObject({ ok: false, problem: { code: "cell-editing" } });
    expect(await port.apply(edits(sheet))).toMatchObject({ ok: false, problem: { code: "cell-editing" }, restore: null });
  });
});

describe("when a request fails", () => {
  const CODES = ["GeneralException", "AccessDenied", "InvalidOperationInCellEditMode", "RequestPayloadSizeLimitExceeded", "ItemNotFound", "RequestAborted"] as const;
  it.each(CODES)("%s: the workbook is as before, or the answer carries what restores it", async (code) => {
    for (const request of [0, 1, 2]) {
      for (const atAction of [undefined, 3, 9]) {
        const { book, sheet } = budgetBook();
        const before = stateOf(book);
        const { port, office } = excelOn(book);
        office.host.faults.add(request, { kind: "error", code, ...(atAction === undefined ? {} : { atAction }) });
        const applied = await port.apply(edits(sheet));
        if (applied.ok) continue;
        office.host.faults.clear();
        if (applied.restore !== null) expect(await port.apply(applied.restore)).toMatchObject({ ok: true });
        expect(stateOf(book)).toEqual(before);
      }
    }
  });
});

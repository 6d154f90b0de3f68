/** A file of ours opened as a new workbook, on the real office.js. */

import { createBook } from "../../src/embedded/book/book";
import { excelOn } from "../support/excel";
import { openNewWorkbook } from "../../src/excel/new-workbook";
import { sheetsOfFile, workbookFile } from "../../src/export/workbook-file";
import { bureauSheets } from "../../src/pipeline/export/bureau";
import { verifyExport } from "../../src/pipeline/export/verify";
import { FACTS, smallExport, WORDS } from "../pipeline/export/small-export";

test("Excel gets the file as it was made, and the workbook that is open stays as it is", async () => {
  const opened: (string | null)[] = [];
  const { office } = excelOn(createBook(["预算"]), { onOpenWorkbook: (base64) => opened.push(base64) });
  const file = await workbookFile(bureauSheets(await smallExport(), FACTS, WORDS));
  expect(await openNewWorkbook(Buffer.from(file).toString("base64"))).toEqual({ ok: true, value: null });
  const sheets = await sheetsOfFile(Uint8Array.from(Buffer.from(opened[0] ?? "", "base64")));
  expect(sheets.ok && verifyExport(sheets.value)).toEqual({ ok: true, value: FACTS });
  expect([opened.length, office.host.book.sheets.map(({ name }) => name)]).toEqual([1, ["预算"]]);
});

test("an Excel that opens no workbooks for add-ins refuses, and nothing is thrown", async () => {
  const opened: (string | null)[] = [];
  excelOn(createBook(["预算"]), { apiLevel: "1.7", onOpenWorkbook: (base64) => opened.push(base64) });
  expect(await openNewWorkbook("UEsDBA==")).toMatchObject({ ok: false, problem: { code: "host-too-old" } });
  expect(opened).toEqual([]);
});

/** The files that a run makes of the sample, and checking one again. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/cli/run";
import { verifyFile } from "../../src/cli/verify";
import { createBook } from "../../src/embedded/book/book";
import { enterValues, putContents } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { protectSheet } from "../../src/embedded/book/protection";
import { createTranslator } from "../../src/i18n/catalogs";
import { rangeOf } from "../support/snapshots";

const SAMPLE = path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx");
const folder = mkdtempSync(path.join(tmpdir(), "export-"));
const at = (name: string): string => path.join(folder, name);
jest.setTimeout(30_000);
const WORDS = createTranslator("zh-CN");
const GIVEN = { input: SAMPLE, output: null, summary: false, formulas: false, basis: null, cutOff: null, text: null, strict: false, json: true, locale: "zh-CN" } as const;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const done = await run({ ...GIVEN, exports: { bureau: at("bureau.xlsx"), report: at("report.docx"), datapackage: at("package"), organisation: null } }, WORDS);
  expect(done).toMatchObject({ ok: true, value: { notes: [`已生成 ${at("bureau.xlsx")}`, `已生成 ${at("report.docx")}`, `已生成 ${at("package")}`] } });
}, 60_000);

test("all of them are there", () => {
  expect(readdirSync(folder).sort()).toEqual(["bureau.xlsx", "package", "report.docx"]);
  expect(readdirSync(at("package")).sort()).toEqual(["budget.csv", "datapackage.json", "projects.csv"]);
});

test("the file for the bureau is as it was made", async () => {
  expect(await verifyFile(at("bureau.xlsx"), WORDS)).toMatchObject({ ok: true, value: { output: expect.stringMatching(/^.*bureau\.xlsx：自导出以来没有改动（未注明单位 · 2016 · 2016-12-31 · budget-execution \d+\.\d+\.\d+）\n$/u) as string } });
});

test("a digit changed in it is caught, with the file and the sheet", async () => {
  const opened = await openBook(readFileSync(at("bureau.xlsx")));
  if (!opened.ok) throw new Error(opened.problem.code);
  const [sheet] = opened.value.book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  putContents(sheet, rangeOf("C5"), [[{ kind: "number", value: 28265.18 }]]);
  writeFileSync(at("changed.xlsx"), await saveBook(opened.value.book));
  expect(await verifyFile(at("changed.xlsx"), WORDS)).toEqual({ ok: false, problem: { code: "export-changed", values: { sheets: sheet.name, file: at("changed.xlsx") } } });
});

test("nothing is said of protected sheets where nothing is to be written on them", async () => {
  const opened = await openBook(readFileSync(SAMPLE));
  if (!opened.ok) throw new Error(opened.problem.code);
  for (const sheet of opened.value.book.sheets) protectSheet(sheet);
  writeFileSync(at("protected.xlsx"), await saveBook(opened.value.book));
  const asked = { ...GIVEN, input: at("protected.xlsx"), exports: { bureau: at("of-protected.xlsx"), report: null, datapackage: null, organisation: null } };
  expect(await run(asked, WORDS)).toMatchObject({ ok: true, value: { notes: [`已生成 ${at("of-protected.xlsx")}`] } });
});

test("a workbook that was not exported is said to be none, with its name", async () => {
  expect(await verifyFile(SAMPLE, WORDS)).toEqual({ ok: false, problem: { code: "not-exported", values: { file: SAMPLE } } });
});

test("where a file cannot be written, that is said", async () => {
  expect(await run({ ...GIVEN, exports: { bureau: null, report: at("nowhere/report.docx"), datapackage: null, organisation: null } }, WORDS)).toEqual({ ok: false, problem: { code: "file-not-written", values: { file: at("nowhere/report.docx") } } });
});

test("of one table without expenditure all files are made; rates, which it has none of, are refused", async () => {
  const book = createBook(["年初"]);
  enterValues(book.sheets[0]!, { top: 0, left: 0, bottom: 4, right: 1 }, [["单位：万元", ""], ["功能分类科目", "年初预算"], ["人大事务", 10], ["公安", 20], ["合计", 30]]);
  writeFileSync(at("budget.xlsx"), await saveBook(book));
  const given = { ...GIVEN, input: at("budget.xlsx") };
  const exports = { bureau: at("budget-bureau.xlsx"), report: at("budget.docx"), datapackage: at("budget-package"), organisation: null };
  expect(await run({ ...given, output: at("budget-out.xlsx"), summary: true, exports }, WORDS)).toMatchObject({ ok: true, value: { notes: expect.arrayContaining([`已生成 ${at("budget-bureau.xlsx")}`, "已生成 6 张表"]) as string[] } });
  expect(readFileSync(at("budget-package/budget.csv"), "utf8").match(/approved,\d+/gu)).toEqual(["approved,10", "approved,20"]);
  expect(await run({ ...given, output: at("rates.xlsx"), exports: { bureau: null, report: null, datapackage: null, organisation: null } }, WORDS)).toMatchObject({ ok: false, problem: { code: "no-expenditure-column" } });
});

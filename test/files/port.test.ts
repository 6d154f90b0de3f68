/** The workbook in a file: what we keep in it through saving, opening, copying and damage, and tables side by side. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { createBook, type Book, type Sheet } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { addCustomXmlPart, customXmlParts, setCustomXml } from "../../src/embedded/book/storage";
import { copySheet } from "../../src/embedded/book/sheet-copy";
import { createFilePort } from "../../src/files/port";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting, storedChoices, type Prepared } from "../../src/pipeline/prepare";
import { LEDGER_NAMESPACE, toXml } from "../../src/workbook/ledger";
import type { Receipt } from "../../src/workbook/port";
import { stateOf } from "../support/book-state";
import { rangeOf } from "../support/snapshots";

const WORDS = sheetWords(createTranslator("zh-CN"));
const SAMPLE = readFileSync(path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx"));

async function open(bytes: Uint8Array): Promise<Book> {
  const opened = await openBook(bytes);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value.book;
}

async function prepare(book: Book): Promise<Prepared> {
  const snapshot = await createFilePort(book).read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  return prepareWriting(snapshot.value, { ...DEFAULT_OPTIONS, ...storedChoices(snapshot.value) }, WORDS);
}

async function run(book: Book): Promise<Receipt> {
  const applied = await createFilePort(book).apply((await prepare(book)).plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

function record(book: Book): { readonly id: string; readonly xml: string } | undefined {
  return customXmlParts(book).find(({ namespaceUri }) => namespaceUri === LEDGER_NAMESPACE);
}

/** The sample written to, saved and opened again, with another text in place of our record. */
async function reopenedWith(stored: string): Promise<Book> {
  const book = await open(SAMPLE);
  await run(book);
  setCustomXml(book, record(book)?.id ?? "", stored);
  return open(await saveBook(book));
}

test("saved and opened again nothing is left to write, and the record is the same to the letter", async () => {
  const book = await open(SAMPLE);
  await run(book);
  const again = await open(await saveBook(book));
  expect((await prepare(again)).plan.edits).toEqual([]);
  expect(record(again)?.xml).toBe(record(book)?.xml);
});

test("a copied sheet's columns are ours as well, and saved with the file", async () => {
  const book = await open(SAMPLE);
  await run(book);
  const copy = copySheet(book.sheets.find(({ name }) => name === "项目完成情况") as Sheet, { position: "End" });
  const before = (await prepare(book)).plan.tables.filter(({ execution }) => execution.table.sheetId === copy.id);
  expect(before.map(({ rate, status }) => [rate.isNew, rate.changes, status.isNew, status.changes])).toEqual([[false, 0, false, 0]]);
  await run(book);
  expect((await prepare(await open(await saveBook(book)))).plan.edits).toEqual([]);
});

test("a newer version's record goes through saving as it is, and nothing is written beside it", async () => {
  const newer = toXml(JSON.stringify({ schema: 1000, columns: { 项目完成情况: "E" } }));
  const book = await reopenedWith(newer);
  const before = stateOf(book);
  const { problems, plan } = await prepare(book);
  expect([problems, plan.edits]).toEqual([[{ code: "stored-newer" }], []]);
  await run(book);
  expect(stateOf(book)).toEqual(before);
  expect(record(await open(await saveBook(book)))?.xml).toBe(newer);
});

test("other add-ins' parts stay", async () => {
  const book = await open(SAMPLE);
  addCustomXmlPart(book, '<note xmlns="urn:other">甲</note>');
  const { inverse } = await run(book);
  await createFilePort(book).apply(inverse);
  expect([record(book), customXmlParts(book).map(({ namespaceUri }) => namespaceUri).filter((uri) => uri === "urn:other")]).toEqual([undefined, ["urn:other"]]);
});

test("tables side by side in a file: written beyond each other, nothing to add after opening again, and undone without a trace", async () => {
  const book = createBook(["执行"]);
  const [sheet] = book.sheets as [Sheet];
  enterValues(sheet, rangeOf("A1:G5"), [
    ["截至2016年12月31日（单位：万元）", "", "", "", "", "", ""],
    ["单位名称", "年初预算", "支出数", "", "项目名称", "年初预算", "支出数"],
    ["甲单位", 100, 60, "", "丙项目", 100, 95],
    ["乙单位", 200, 190, "", "丁项目", 100, 20],
    ["合计", 300, 250, "", "合计", 200, 115],
  ]);
  const before = stateOf(book);
  const { inverse } = await run(book);
  const written = await createFilePort(book).readContents([{ sheetId: sheet.id, range: rangeOf("H2:K3") }]);
  expect(written.ok && written.value[0]?.map((row) => row.map((content) => (content.kind === "blank" ? "" : content.value)))).toEqual([
    ["核算完成比例", "状态", "核算完成比例（单位名称）", "状态（单位名称）"],
    [0.95, "正常", 0.6, "严重滞后"],
  ]);
  expect((await prepare(await open(await saveBook(book)))).plan.edits).toEqual([]);
  await createFilePort(book).apply(inverse);
  expect(stateOf(book)).toEqual(before);
});

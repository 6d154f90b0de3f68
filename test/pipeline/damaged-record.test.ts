/**
 * Any value of our record may be another: a program that saves the workbook, or a disk, may have changed it. Whatever it is,
 * nothing fails over it, and no cell of the accounts is written or blanked because of it.
 */

import fc from "fast-check";
import { createBook, type Book, type Sheet } from "../../src/embedded/book/book";
import { readBlock } from "../../src/embedded/book/cells";
import { enterValues } from "../../src/embedded/book/entering";
import { addCustomXmlPart, customXmlParts, deleteCustomXmlPart } from "../../src/embedded/book/storage";
import { createFilePort } from "../../src/files/port";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { checkExecution } from "../../src/pipeline/check";
import { prepareWriting, storedChoices, type Prepared } from "../../src/pipeline/prepare";
import { keepReview, reviewFindings, storedReview, withDismissal, withReason, type Review } from "../../src/pipeline/review";
import { prepareSummary, type CheckedWorkbook } from "../../src/pipeline/summary";
import { fromXml, LEDGER_NAMESPACE, toXml, type Json } from "../../src/workbook/ledger";
import type { Edit } from "../../src/workbook/edits";
import { runs } from "../support/nightly";
import { rangeOf } from "../support/snapshots";
import { summaryWording } from "../support/summary-wording";

const WORDS = sheetWords(createTranslator("zh-CN"));
const DATA = rangeOf("A1:C6");

function projects(): Book {
  const book = createBook(["项目", "说明"]);
  const [sheet, other] = book.sheets as [Sheet, Sheet];
  enterValues(sheet, DATA, [["截至2016年12月31日项目支出（单位：万元）", "", ""], ["项目名称", "年初预算", "支出"], ["综合治理经费", 98.81, 182.14], ["24号院", 1638, 320.25], ["社区服务", 210.27, 0], ["合计", 1947.08, 502.4]]);
  enterValues(other, rangeOf("A1:B2"), [["别人的表", 1], ["谁也不碰", "=项目!C3*2"]]);
  return book;
}

interface Looked extends CheckedWorkbook {
  readonly prepared: Prepared;
  readonly review: Review;
}

async function look(book: Book): Promise<Looked> {
  const snapshot = await createFilePort(book).read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  const review = storedReview(snapshot.value);
  const prepared = prepareWriting(snapshot.value, storedChoices(snapshot.value), WORDS);
  const outcome = checkExecution(snapshot.value, prepared.execution, { settings: review.settings, text: review.text?.text ?? null, confirmed: review.confirmed });
  return { ...outcome, prepared, review, findings: reviewFindings(outcome.findings, prepared.execution.tables, snapshot.value, review) };
}

async function write(book: Book, edits: readonly Edit[]): Promise<void> {
  const applied = await createFilePort(book).apply(edits);
  if (!applied.ok) throw new Error(applied.problem.code);
}

async function summaryOf(book: Book): Promise<readonly Edit[]> {
  const { prepared: { snapshot, execution }, ...checked } = await look(book);
  const planned = prepareSummary(snapshot, execution, "adjusted", checked, summaryWording());
  if (!planned.ok) throw new Error(planned.problem.code);
  return planned.value.edits;
}

/** A workbook in which everything was done that is recorded, and the record. */
async function recorded(): Promise<Json> {
  const book = projects();
  await write(book, (await look(book)).prepared.plan.edits);
  await write(book, await summaryOf(book));
  const { prepared: { snapshot }, findings, review } = await look(book);
  const [first, second] = findings;
  if (first === undefined || second === undefined || second.line === null) throw new Error("findings");
  const decided = withReason(withDismissal(review, first.mark, "已核实", "2016-12-31"), second.line, null, "年底结算");
  const edit = keepReview(snapshot, { ...decided, text: { text: "支出502.40万元。", source: "", cells: [{ sheetId: "1", sheetName: "说明", range: rangeOf("A1") }] }, confirmed: [{ name: "24号院", changes: [{ change: "10", unit: "万元", quote: "" }] }], colours: "none", live: true, settings: { off: ["overspent"], values: { overspent: { least: 1 } } } });
  if (!edit.ok || typeof edit.value?.stored !== "string") throw new Error("a record");
  const record = JSON.parse(fromXml(edit.value.stored) ?? "") as Record<string, Json>;
  return { ...record, choices: { basis: "original", cutOff: "2016-12-31", overrides: [{ tableId: "项目!A2", unit: "元", columns: { "1": "name" }, ignoredRows: [3], headers: ["项目名称"] }], pairs: [{ expenditure: "a", budget: null }] } };
}

const JUNK: readonly Json[] = [null, true, -1, 0.5, 1e300, 2 ** 53, "", "__proto__", "constructor", "x".repeat(9), "2016-99-99", [], [[]], [null], {}, { constructor: { prototype: 1 } }, { length: 1e9 }];

function pathsIn(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return [path, ...(value as Json[]).flatMap((item, i) => pathsIn(item, [...path, i]))];
  if (typeof value === "object" && value !== null) return [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item as Json, [...path, key]))];
  return [path];
}

/** Another value in place of the one there, or nothing. */
function withJunk(value: Json, [key, ...rest]: readonly (string | number)[], junk: Json | undefined): Json | undefined {
  if (key === undefined) return junk;
  if (Array.isArray(value)) return (value as Json[]).flatMap((item, i) => (i === key ? [withJunk(item, rest, junk)].filter((one) => one !== undefined) : [item]));
  return Object.fromEntries(Object.entries(value as Record<string, Json>).flatMap(([name, item]) => {
    const next = name === key ? withJunk(item, rest, junk) : item;
    return next === undefined ? [] : [[name, next]];
  }));
}

test("whatever one value of the record is, the accounts stay, and nothing fails over it", async () => {
  const record = await recorded();
  const paths = pathsIn(record);
  expect(paths.length).toBeGreaterThan(200);
  await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), fc.option(fc.constantFrom(...JUNK), { nil: undefined }), async (path, junk) => {
    const text = toXml(JSON.stringify(withJunk(record, path, junk) ?? null));
    const book = projects();
    const accounts = JSON.stringify([readBlock(book.sheets[0] as Sheet, DATA).formulas, readBlock(book.sheets[1] as Sheet, rangeOf("A1:F9")).formulas]);
    addCustomXmlPart(book, text);
    const { prepared, review } = await look(book);
    expect(keepReview(prepared.snapshot, { ...review, live: !review.live }).ok || prepared.problems.some(({ code }) => code === "stored-newer")).toBe(true);
    if (!prepared.problems.some(({ code }) => code === "stored-newer")) {
      await write(book, prepared.plan.edits);
      if (path[0] === "sheets") await write(book, await summaryOf(book));
    }
    expect(JSON.stringify([readBlock(book.sheets[0] as Sheet, DATA).formulas, readBlock(book.sheets[1] as Sheet, rangeOf("A1:F9")).formulas])).toBe(accounts);
    expect(readBlock(book.sheets[0] as Sheet, rangeOf("F1:H9")).formulas.flat().every((cell) => cell === "")).toBe(true);
  }), { numRuns: runs(12, 3000) });
});

test("a record whose sheet of ours is named as a sheet of accounts makes nobody's sheet ours", async () => {
  const record = await recorded();
  const book = projects();
  const before = readBlock(book.sheets[0] as Sheet, DATA).formulas;
  for (const ours of ["", undefined]) {
    for (const { id, namespaceUri } of customXmlParts(book)) if (namespaceUri === LEDGER_NAMESPACE) deleteCustomXmlPart(book, id);
    const named = (record as { sheets: Record<string, Json>[] }).sheets.map((sheet) => ({ ...sheet, name: "项目", ...(ours === undefined ? {} : { ours, counts: [] }) }));
    addCustomXmlPart(book, toXml(JSON.stringify({ ...(record as object), sheets: named })));
    expect((await look(book)).prepared.execution.earlier.ownSheets.size).toBe(0);
    await write(book, await summaryOf(book));
    expect(readBlock(book.sheets[0] as Sheet, DATA).formulas).toEqual(before);
  }
});

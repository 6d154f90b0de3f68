/**
 * What we keep in the workbook, by both ways to it: whatever becomes of it, the accounts stay as they are, what happened
 * is said in one line, and the next writing makes the record anew.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import JSZip from "jszip";
import { createBook, type Book, type Sheet } from "../../src/embedded/book/book";
import { readBlock } from "../../src/embedded/book/cells";
import { enterValues } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { addCustomXmlPart, customXmlParts, deleteCustomXmlPart, setCustomXml } from "../../src/embedded/book/storage";
import { deleteRows } from "../../src/embedded/book/structure";
import { deleteSheet } from "../../src/embedded/book/sheets";
import { createFilePort } from "../../src/files/port";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting, storedChoices, type Prepared } from "../../src/pipeline/prepare";
import { keepReview, storedReview, withReason, type Review } from "../../src/pipeline/review";
import type { Content } from "../../src/workbook/edits";
import { fromXml, LEDGER_NAMESPACE, MOST_BYTES, partsIn, readLedger, toXml } from "../../src/workbook/ledger";
import type { Receipt, WorkbookPort } from "../../src/workbook/port";
import { stateOf } from "../support/book-state";
import { excelOn } from "../support/excel";
import { rangeOf } from "../support/snapshots";

const WORDS = sheetWords(createTranslator("zh-CN"));
const SAMPLE = readFileSync(path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx"));
const PORTS: [string, (book: Book) => WorkbookPort][] = [["office.js", (book) => excelOn(book).port], ["file", createFilePort]];

function projects(): Book {
  const book = createBook(["项目"]);
  const [sheet] = book.sheets as [Sheet];
  enterValues(sheet, rangeOf("A1:C5"), [["截至2016年12月31日（单位：万元）", "", ""], ["项目名称", "年初预算", "支出"], ["综合治理经费", 98.81, 182.14], ["24号院", 1638, 320.25], ["社区服务", 210.27, 200]]);
  return book;
}

async function opened(bytes: Uint8Array): Promise<Book> {
  const outcome = await openBook(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.book;
}

async function prepare(port: WorkbookPort): Promise<Prepared> {
  const snapshot = await port.read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  return prepareWriting(snapshot.value, { ...DEFAULT_OPTIONS, ...storedChoices(snapshot.value) }, WORDS);
}

async function run(port: WorkbookPort): Promise<Receipt> {
  const applied = await port.apply((await prepare(port)).plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

async function decide(port: WorkbookPort, change: (review: Review) => Review): Promise<void> {
  const snapshot = await port.read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  const edit = keepReview(snapshot.value, change(storedReview(snapshot.value)));
  if (!edit.ok || edit.value === null) throw new Error("nothing to keep");
  expect((await port.apply([edit.value])).ok).toBe(true);
}

const reasoned = (name: string) => (review: Review): Review => withReason(review, { sheetId: "1", sheetName: "项目", code: "", name, nth: 0, amounts: "" }, null, `${name}：年底结算`);

function records(book: Book): readonly string[] {
  return customXmlParts(book).filter(({ namespaceUri }) => namespaceUri === LEDGER_NAMESPACE).map(({ xml }) => xml);
}

function setRecord(book: Book, xml: string): void {
  setCustomXml(book, customXmlParts(book).find(({ namespaceUri }) => namespaceUri === LEDGER_NAMESPACE)?.id ?? "", xml);
}

function contents(book: Book, address = "A1:H9"): unknown {
  return readBlock(book.sheets[0] as Sheet, rangeOf(address)).formulas;
}

/** What stands in the first of our columns and beyond. */
function own(book: Book, address = "D2:G5"): unknown {
  return readBlock(book.sheets[0] as Sheet, rangeOf(address)).values;
}

function changed(change: (record: { written: Record<string, unknown>[] } & Record<string, unknown>) => void): (xml: string) => string {
  return (xml) => {
    const record = JSON.parse(fromXml(xml) ?? "") as { written: Record<string, unknown>[] } & Record<string, unknown>;
    change(record);
    return toXml(JSON.stringify(record));
  };
}

const DAMAGES: [string, (xml: string) => string][] = [
  ["of another make", () => `<ledger xmlns="${LEDGER_NAMESPACE}"><row/></ledger>`],
  ["cut off inside", (xml) => `${xml.slice(0, xml.length / 2)}</ledger>`],
  ["of broken JSON", (xml) => xml.replace('"schema":', '"schema"')],
  ["of a list", () => toXml("[]")],
  ["of wrong types", changed((record) => { record["written"] = "D2:D5" as never; })],
  ["of columns that are none", changed((record) => { record.written.push(null as never); })],
  ["of huge numbers", changed((record) => { for (const column of record.written) column["headerRow"] = 1e300; })],
  ["of numbers beyond JSON", (xml) => xml.replace(/"column":\d+/u, '"column":1e999')],
  ["of marks cut short", changed((record) => { for (const column of record.written) column["marks"] = "abc"; })],
  ["of the prototype's keys alone", () => toXml('{"__proto__":{"schema":4,"written":[],"choices":null},"constructor":{"prototype":{"schema":4}}}')],
];

describe.each(PORTS)("by %s", (_, portOn) => {
  test.each(DAMAGES)("a record %s: said, all that stands there is kept, and it is made anew by the next run", async (__, damage) => {
    const book = projects();
    await run(portOn(book));
    setRecord(book, damage(records(book)[0] ?? ""));
    const before = contents(book);
    const { problems, plan } = await prepare(portOn(book));
    expect([problems, plan.edits.map(({ kind }) => kind)]).toEqual([[{ code: "stored-damaged" }], ["stored"]]);
    const damaged = stateOf(book);
    const { inverse } = await run(portOn(book));
    expect(contents(book)).toEqual(before);
    expect(readLedger(records(book)[0] ?? null).ok).toBe(true);
    const after = await prepare(portOn(book));
    expect([after.problems, after.plan.edits]).toEqual([[], []]);
    expect((await portOn(book).apply(inverse)).ok).toBe(true);
    expect(stateOf(book)).toEqual(damaged);
  });

  test("keys of the prototype beside ours change nothing", async () => {
    const book = projects();
    await run(portOn(book));
    setRecord(book, (records(book)[0] ?? "").replace('{"schema"', '{"__proto__":{"toString":1},"constructor":{"prototype":{"polluted":true}},"schema"'));
    expect((await prepare(portOn(book))).problems).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("a record that names sheets which are gone: nothing to say, and the next run forgets them", async () => {
    const book = projects();
    const other = createBook(["旧表"]);
    enterValues(other.sheets[0] as Sheet, rangeOf("A1:C3"), [["截至2016年12月31日（单位：万元）", "", ""], ["项目名称", "年初预算", "支出"], ["甲", 10, 5]]);
    await run(portOn(other));
    addCustomXmlPart(book, records(other)[0] ?? "");
    const { problems, plan } = await prepare(portOn(book));
    expect([problems, plan.tables.map(({ rate }) => [rate.isNew, rate.place.range.left])]).toEqual([[], [[true, 3]]]);
    await run(portOn(book));
    expect(own(book, "D2:D5")).toEqual([["核算完成比例"], [1.8433], [0.1955], [0.9512]]);
    const ledger = readLedger(records(book)[0] ?? null);
    expect(ledger.ok && ledger.value.written.map(({ sheetName }) => sheetName)).toEqual(["项目", "项目"]);
  });

  test("two records: read together and said, made one by the next run, and taken back both are there again", async () => {
    const book = projects();
    await run(portOn(book));
    await decide(portOn(book), reasoned("24号院"));
    const first = records(book)[0] ?? "";
    await decide(portOn(book), reasoned("社区服务"));
    addCustomXmlPart(book, changed((record) => { record["choices"] = { basis: "original" }; })(first));
    const read = await portOn(book).read();
    expect(read.ok && [partsIn(read.value.stored).length, storedReview(read.value).reasons.map(({ line }) => line.name)]).toEqual([2, ["24号院", "社区服务"]]);
    const { problems } = await prepare(portOn(book));
    expect(problems).toEqual([{ code: "stored-several" }]);
    const before = stateOf(book);
    const { inverse } = await run(portOn(book));
    expect(records(book)).toHaveLength(1);
    const after = await prepare(portOn(book));
    expect([after.problems, after.plan.edits, storedReview(after.snapshot).reasons.length]).toEqual([[], [], 2]);
    expect((await portOn(book).apply(inverse)).ok).toBe(true);
    expect(records(book)).toEqual(partsIn(read.ok ? read.value.stored : null));
    expect(JSON.stringify(stateOf(book)).length).toBe(JSON.stringify(before).length);
  });

  test("of two records a damaged one hides nothing of the other, and a newer one's workbook is left alone", async () => {
    const book = projects();
    await run(portOn(book));
    const { id } = addCustomXmlPart(book, `<ledger xmlns="${LEDGER_NAMESPACE}"><row/></ledger>`);
    const { problems, plan } = await prepare(portOn(book));
    expect([problems, plan.tables.map(({ rate }) => rate.isNew)]).toEqual([[{ code: "stored-several" }], [false]]);
    setCustomXml(book, id, toXml('{"schema":99}'));
    const newer = await prepare(portOn(book));
    expect([newer.problems, newer.plan.edits]).toEqual([[{ code: "stored-newer" }], []]);
  });

  test("the largest record goes in and out beside much to write, though Excel takes 5 MB at once", async () => {
    const book = projects();
    const [sheet] = book.sheets as [Sheet];
    const texts = (letter: string): Content[][] => Array.from({ length: 60 }, () => [{ kind: "text", value: letter.repeat(30_000) }]);
    const blank = texts("").map(([content]) => [content?.kind === "text" ? ({ kind: "blank" } as const) : ({ kind: "blank" } as const)]);
    const stored = toXml(JSON.stringify({ schema: 4, written: [], choices: null, review: null, sheets: "x".repeat(MOST_BYTES - 1000) }));
    const before = stateOf(book);
    const applied = await portOn(book).apply([
      { kind: "contents", sheetId: sheet.id, range: rangeOf("J1:J60"), contents: texts("a"), expected: blank },
      { kind: "stored", expected: null, stored },
    ]);
    expect(applied.ok).toBe(true);
    const read = await portOn(book).read();
    expect(read.ok && read.value.stored).toBe(stored);
    expect((await portOn(book).apply(applied.ok ? applied.value.inverse : [])).ok).toBe(true);
    expect(stateOf(book)).toEqual(before);
  });

  test("a note that the record has no room for is refused, and what is kept stays", async () => {
    const book = projects();
    await run(portOn(book));
    const snapshot = await portOn(book).read();
    if (!snapshot.ok) throw new Error(snapshot.problem.code);
    const refused = keepReview(snapshot.value, { ...storedReview(snapshot.value), text: { text: "注".repeat(700_000), source: { kind: "pasted" } } as unknown as Review["text"] });
    expect(refused).toMatchObject({ ok: false, problem: { code: "decisions-full" } });
  });
});

describe("a copied sheet", () => {
  async function copied(): Promise<{ book: Book; port: WorkbookPort; copy: Sheet }> {
    const book = projects();
    const { port, office } = excelOn(book);
    await run(port);
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("项目").copy("Beginning");
      await context.sync();
    });
    return { book, port, copy: book.sheets[0] as Sheet };
  }

  test("has its own columns, and the one it was made from keeps its own", async () => {
    const { book, port, copy } = await copied();
    const { plan } = await prepare(port);
    expect(plan.tables.map(({ rate, status }) => [rate.place.sheetId === copy.id, rate.isNew, rate.changes, status.isNew, status.changes])).toEqual([[true, false, 0, false, 0], [false, false, 0, false, 0]]);
    enterValues(copy, rangeOf("C3"), [[98.81]]);
    const original = readBlock(book.sheets[1] as Sheet, rangeOf("A1:H9")).formulas;
    await run(port);
    expect(own(book, "D2:F3")).toEqual([["核算完成比例", "状态", ""], [1, "正常", ""]]);
    expect(readBlock(book.sheets[1] as Sheet, rangeOf("A1:H9")).formulas).toEqual(original);
    const again = await prepare(excelOn(await opened(await saveBook(book))).port);
    expect([again.problems, again.plan.edits]).toEqual([[], []]);
  });

  test("stands for itself where the one it was made from was deleted, renamed or changed", async () => {
    const { book, port, copy } = await copied();
    enterValues(copy, rangeOf("E4"), [["已核实"]]);
    deleteRows(copy, 2, 1);
    deleteSheet(book.sheets[1] as Sheet);
    const { problems, plan } = await prepare(port);
    expect([problems, plan.tables.map(({ rate, status }) => [rate.isNew, status.isNew, status.kept.map(({ place }) => place.range.top)])]).toEqual([[], [[false, false, [2]]]]);
    await run(port);
    expect(own(book, "D2:F4")).toEqual([["核算完成比例", "状态", ""], [0.1955, "已核实", ""], [0.9512, "正常", ""]]);
  });

  test("in which somebody changed every status keeps them", async () => {
    const { book, port, copy } = await copied();
    enterValues(copy, rangeOf("E3:E5"), [["甲说"], ["乙说"], ["丙说"]]);
    await run(port);
    expect(readBlock(copy, rangeOf("E2:E5")).values).toEqual([["状态"], ["甲说"], ["乙说"], ["丙说"]]);
    expect(book.sheets).toHaveLength(2);
  });
});

/** The file as another program saved it. */
async function resaved(bytes: Uint8Array, change: (zip: JSZip) => Promise<void>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  await change(zip);
  return zip.generateAsync({ type: "uint8array" });
}

/** LibreOffice 7.4: the part stays, but hangs on the package, by a path that leads out of it; quotes are escaped. */
async function byLibreOffice(zip: JSZip): Promise<void> {
  const workbook = await zip.file("xl/_rels/workbook.xml.rels")?.async("string") ?? "";
  const relation = /<Relationship [^>]*customXml"[^>]*>/u.exec(workbook)?.[0] ?? "";
  zip.file("xl/_rels/workbook.xml.rels", workbook.replace(relation, ""));
  const root = await zip.file("_rels/.rels")?.async("string") ?? "";
  zip.file("_rels/.rels", root.replace("</Relationships>", `${relation.replace(/Id="[^"]*"/u, 'Id="rId77"')}</Relationships>`));
  const record = await zip.file("customXml/item1.xml")?.async("string") ?? "";
  zip.file("customXml/item1.xml", `<?xml version="1.0" encoding="UTF-8"?>\n${record.replace(/>(.*)</u, (_, inner: string) => `>${inner.replaceAll('"', "&quot;")}<`)}`);
}

/** openpyxl 3.0: gone. */
async function byOpenpyxl(zip: JSZip): Promise<void> {
  const workbook = await zip.file("xl/_rels/workbook.xml.rels")?.async("string") ?? "";
  zip.file("xl/_rels/workbook.xml.rels", workbook.replace(/<Relationship [^>]*customXml"[^>]*>/u, ""));
  zip.remove("customXml");
}

describe("a file saved by another program between two runs", () => {
  async function sampleWritten(): Promise<Uint8Array> {
    const book = await opened(SAMPLE);
    await run(createFilePort(book));
    await decide(createFilePort(book), reasoned("24号院"));
    return saveBook(book);
  }

  test("LibreOffice: the record is read where it lies, and is the workbook's again once something is written", async () => {
    const book = await opened(await resaved(await sampleWritten(), byLibreOffice));
    const port = createFilePort(book);
    const { problems, plan, snapshot } = await prepare(port);
    expect([problems, plan.edits.filter(({ kind }) => kind !== "stored"), storedReview(snapshot).reasons.length]).toEqual([[], [], 1]);
    expect(records(book)).toEqual([]);
    await decide(port, reasoned("社区服务"));
    expect(records(book)).toHaveLength(1);
    const again = createFilePort(await opened(await saveBook(book)));
    const after = await prepare(again);
    expect([after.problems, after.plan.edits, storedReview(after.snapshot).reasons.length]).toEqual([[], [], 2]);
    expect((await JSZip.loadAsync(await saveBook(book))).file(/^customXml\/item\d/u)).toHaveLength(1);
  });

  test.each(PORTS)("openpyxl: the columns are used again by %s, as they hold what is computed", async (_, portOn) => {
    const book = await opened(await resaved(await sampleWritten(), byOpenpyxl));
    const { problems, plan } = await prepare(portOn(book));
    expect([problems, plan.edits.map(({ kind }) => kind)]).toEqual([[], ["stored"]]);
  });

  test("in Excel LibreOffice's file has no record, and the columns are used again", async () => {
    const book = await opened(await resaved(await sampleWritten(), byLibreOffice));
    const { problems, plan } = await prepare(excelOn(book).port);
    expect([problems, plan.edits.map(({ kind }) => kind)]).toEqual([[], ["stored"]]);
  });

  test("a changed amount beside a lost record: new columns, and it is said where the old ones are", async () => {
    const book = projects();
    await run(createFilePort(book));
    deleteCustomXmlPart(book, customXmlParts(book)[0]?.id ?? "");
    enterValues(book.sheets[0] as Sheet, rangeOf("C3"), [[98.81]]);
    const { problems } = await prepare(createFilePort(book));
    expect(problems).toEqual([{ code: "columns-unknown", place: { sheetId: book.sheets[0]?.id, sheetName: "项目", range: rangeOf("D2:E5") } }]);
    await run(createFilePort(book));
    expect(own(book, "D2:G3")).toEqual([["核算完成比例", "状态", "核算完成比例", "状态"], [1.8433, "超支 83.33万元", 1, "正常"]]);
  });
});

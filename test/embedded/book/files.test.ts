// Packages: ECMA-376 parts 1 and 2. Foreign files come from another writer (the library's own), so that reader and writer do not just agree with each other.
import fc from "fast-check";
import { unzip, zip } from "@cj-tech-master/excelts/archive";
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { asRemote, onChange } from "../../../src/embedded/book/book";
import { chartsOf } from "../../../src/embedded/book/charts";
import { conditionalFormatsOf } from "../../../src/embedded/book/conditional-formats";
import { numberFormatAt } from "../../../src/embedded/book/cells";
import { putContents } from "../../../src/embedded/book/entering";
import { notesOf } from "../../../src/embedded/book/comments";
import { openBook, saveBook } from "../../../src/embedded/book/files";
import { lookAt, setLook } from "../../../src/embedded/book/formats";
import { merge, mergesOf } from "../../../src/embedded/book/merges";
import { namesOf } from "../../../src/embedded/book/names";
import { columnWidth, rowHeight } from "../../../src/embedded/book/sizes";
import { addSheet } from "../../../src/embedded/book/sheets";
import { insertRows } from "../../../src/embedded/book/structure";
import { frozenPanes } from "../../../src/embedded/book/view";
import type { Book } from "../../../src/embedded/book/book";
import type { Content } from "../../../src/workbook/edits";
import { at, bookOf, contentsOf, formulaOf, reopened, sheetOf, textOf, type, valueOf, valuesOf } from "./support";

type Parts = Record<string, string | Uint8Array>;

async function packed(parts: Parts): Promise<Uint8Array> {
  const archive = zip({ reproducible: true });
  for (const [path, content] of Object.entries(parts)) archive.add(path, content);
  return archive.bytes();
}

async function unpacked(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for await (const entry of unzip(bytes).entries()) parts.set(entry.path, new TextDecoder().decode(await entry.bytes()));
  return parts;
}

async function opened(bytes: Uint8Array): Promise<Book> {
  const result = await openBook(bytes);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value.book;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const result = await openBook(bytes);
  return result.ok ? "opened" : result.problem.code;
}

const content: fc.Arbitrary<Content> = fc.oneof(
  fc.constant<Content>({ kind: "blank" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map<Content>((value) => ({ kind: "number", value: value === 0 ? 0 : value })),
  fc.string({ unit: "binary", maxLength: 30 }).filter((value) => value !== "").map<Content>((value) => ({ kind: "text", value })),
  fc.constantFrom("_x0041_", " 前后 ", "换\n行", "\t", "<&>\"'", "😀", "=1+1", "#N/A", "TRUE", "1", "\u0000\u0008", "\uD800").map<Content>((value) => ({ kind: "text", value })),
  fc.boolean().map<Content>((value) => ({ kind: "boolean", value })),
  fc.constantFrom("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!").map<Content>((value) => ({ kind: "error", value })),
  fc.constantFrom("=1+1", "=\"甲\"&\"乙\"", "=A1", "=SUM(A1:C3)", "=1/0", "=TRUE", "=_xlfn.CONCAT(\"a\",\"b\")").map<Content>((value) => ({ kind: "formula", value })),
);

test("what is saved is what is opened, cell for cell", async () => {
  const grid = fc.array(fc.array(content, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(grid, fc.nat(2), async (contents, place) => {
    const { book, sheet } = bookOf();
    const top = [0, 7, 1_048_570][place] ?? 0;
    putContents(sheet, { top, left: place, bottom: top + contents.length - 1, right: place + 3 }, contents);
    const before = contentsOf(sheet);
    const again = await reopened(book);
    expect(contentsOf(sheetOf(again, "S"))).toEqual(before);
  }), { numRuns: 60 });
});

/** A workbook with one of everything, by the other writer. */
async function foreign(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("年初预算", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
  sheet.getCell("A1").value = "2016年预算（万元）";
  sheet.mergeCells("A1:D1");
  sheet.addRow(["项目", "预算", "支出", "日期"]);
  sheet.addRow(["综合治理经费", 98.81, 182.14, new Date(Date.UTC(2016, 11, 31))]);
  sheet.addRow(["24号院", "65.41 ", { formula: "B3*2", result: 197.62 }, null]);
  sheet.getCell("A5").value = { richText: [{ text: "粗", font: { bold: true } }, { text: "细" }] };
  sheet.getCell("B5").value = { error: "#N/A" };
  sheet.getCell("C5").value = true;
  sheet.getCell("D5").value = { text: "链接", hyperlink: "https://example.org/" };
  sheet.getCell("C3").numFmt = "0.00%";
  sheet.getCell("A3").font = { name: "宋体", size: 12, bold: true, color: { argb: "FFFF0000" } };
  sheet.getCell("A3").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };
  sheet.getColumn(1).width = 24;
  sheet.getRow(2).height = 30;
  sheet.addConditionalFormatting({ ref: "C3:C4", rules: [{ type: "cellIs", operator: "greaterThan", formulae: [100], priority: 1, style: { font: { bold: true } } }] });
  sheet.getCell("A3").note = "请核对";
  sheet.addTable({ name: "表", ref: "F1", headerRow: true, columns: [{ name: "码" }, { name: "额" }], rows: [["01", 1], ["02", 2]] });
  workbook.definedNames.add("年初预算!$B$3:$B$4", "预算数");
  sheet.addImage(workbook.addImage({ base64: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", extension: "png" }), "H1:I3");
  sheet.pageSetup.orientation = "landscape";
  workbook.addWorksheet("隐藏", { state: "hidden" });
  return workbook.xlsx.writeBuffer();
}

describe("a file of another program", () => {
  test("is read as it is", async () => {
    const book = await opened(await foreign());
    const sheet = sheetOf(book, "年初预算");
    expect(book.sheets.map((one) => [one.name, one.visibility])).toEqual([["年初预算", "Visible"], ["隐藏", "Hidden"]]);
    expect(valuesOf(sheet, "A1:D5")).toEqual([["2016年预算（万元）", "", "", ""], ["项目", "预算", "支出", "日期"], ["综合治理经费", 98.81, 182.14, 42735], ["24号院", "65.41 ", 197.62, ""], ["粗细", "#N/A", true, "链接"]]);
    expect([formulaOf(sheet, "C4"), numberFormatAt(sheet, 2, 2), textOf(sheet, "C3"), textOf(sheet, "D3")]).toEqual(["=B3*2", "0.00%", "18214.00%", "2016/12/31"]);
    const { fontName, fontSize, bold, fontColor, fillColor } = lookAt(sheet, 2, 0);
    expect([fontName, fontSize, bold, fontColor, fillColor]).toEqual(["宋体", 12, true, "#FF0000", "#FFFF00"]);
    expect([mergesOf(sheet), frozenPanes(sheet), rowHeight(sheet, 1), Math.round(columnWidth(sheet, 0))]).toEqual([[at("A1:D1")], { rows: 2, columns: 1 }, 30, 126]);
    expect(sheet.tables.map((table) => [table.name, table.range, table.columns.map((column) => column.name)])).toEqual([["表", at("F1:G3"), ["码", "额"]]]);
    expect([namesOf(book).map((defined) => [defined.name, defined.formula]), notesOf(sheet).map((note) => [note.row, note.column, note.text])]).toEqual([[["预算数", "='年初预算'!$B$3:$B$4"]], [[2, 0, "请核对"]]]);
    expect(conditionalFormatsOf(sheet).map((format) => [format.ranges, format.rule])).toEqual([[[at("C3:C4")], { type: "CellValue", operator: "GreaterThan", formula1: "=100", look: { bold: true } }]]);
  });

  test("loses nothing when one cell is changed and it is saved: every other part is the same, byte for byte", async () => {
    const bytes = await foreign();
    const book = await opened(bytes);
    type(sheetOf(book, "年初预算"), "B3", 100);
    const before = await unpacked(bytes);
    const after = await unpacked(await saveBook(book));
    const rewritten = /^(\[Content_Types\]\.xml|.*\.rels|xl\/workbook\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/sheet\d\.xml|xl\/tables\/table\d\.xml)$/;
    expect([...before.keys()].filter((path) => !after.has(path) && path !== "xl/calcChain.xml")).toEqual([]);
    expect([...before].filter(([path, text]) => !rewritten.test(path) && after.get(path) !== text).map(([path]) => path)).toEqual([]);
    expect(after.get("xl/sharedStrings.xml")).toMatch(/<b\s*\/>.*粗/s);
  });

  test("is still read by the other program afterwards", async () => {
    const book = await opened(await foreign());
    type(sheetOf(book, "年初预算"), "B3", 100);
    const again = new Workbook();
    await again.xlsx.load(await saveBook(book));
    const sheet = again.getWorksheet("年初预算");
    expect(["A1", "B3", "C3", "B4", "C5"].map((address) => sheet?.getCell(address).value)).toEqual(["2016年预算（万元）", 100, 182.14, "65.41 ", true]);
    expect(sheet?.getCell("C4").result).toBe(200);
    expect([sheet?.getCell("D3").value, sheet?.getTable("表").name, sheet?.getColumn(1).width, sheet?.getCell("A3").font?.name]).toEqual([new Date(Date.UTC(2016, 11, 31)), "表", 24, "宋体"]);
  });

  test("keeps its charts, with their references, when rows are inserted above", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("图");
    sheet.addRows([["名", "额"], ["甲", 1], ["乙", 2]]);
    installChartSupport();
    sheet.addPieChart({ series: [{ name: "额", categories: "图!$A$2:$A$3", values: "图!$B$2:$B$3" }], title: "执行" }, "D1:J12");
    const book = await opened(await workbook.xlsx.writeBuffer());
    const shown = (): unknown[] => chartsOf(sheetOf(book, "图")).map(({ type: kind, title, series }) => [kind, title, series[0]?.values, series[0]?.categories]);
    expect(shown()).toEqual([["Pie", "执行", "图!$B$2:$B$3", "图!$A$2:$A$3"]]);
    insertRows(sheetOf(book, "图"), 0, 2);
    expect(shown()).toEqual([["Pie", "执行", "图!$B$4:$B$5", "图!$A$4:$A$5"]]);
  });
});

const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The least a package needs, with this in its only sheet. */
function minimal(sheet: string, more: Parts = {}, root = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`): Parts {
  return {
    "[Content_Types].xml": `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/x-something"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": root,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    ...more,
  };
}

const worksheet = (inside: string): string => `<worksheet xmlns="${MAIN}">${inside}</worksheet>`;

describe("what files may look like", () => {
  test("every element with a prefix, cells without addresses, no styles, no shared strings", async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲 &amp; 乙</x:t></x:is></x:c><x:c><x:v>1.5</x:v></x:c><x:c><x:f>B1*2</x:f></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A3:B4"/></x:mergeCells></x:worksheet>`;
    const book = await opened(await packed(minimal(sheet)));
    expect([valuesOf(sheetOf(book, "S"), "A1:C1"), mergesOf(sheetOf(book, "S"))]).toEqual([[["甲 & 乙", 1.5, 3]], [at("A3:B4")]]);
    expect(contentsOf(sheetOf(await reopened(book), "S"))).toEqual({ A1: "甲 & 乙", B1: 1.5, C1: ["=B1*2", 3] });
  });

  test("shared formulas, ISO dates, texts with codes, and results that Excel could not know", async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2+$A$1</f><v>3</v></c><c r="C1" t="d"><v>2016-12-31T12:00:00</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c><c r="C2" t="str"><f>"a"</f><v>a_x000D_b</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c><c r="C3" t="e"><f>NOSUCH()</f><v>#NAME?</v></c></row>';
    const sheet = sheetOf(await opened(await packed(minimal(worksheet(`<sheetData>${rows}</sheetData>`)))), "S");
    expect([formulaOf(sheet, "B2"), formulaOf(sheet, "B3"), valuesOf(sheet, "A1:C3")]).toEqual(["=A2*2+$A$1", "=A3*2+$A$1", [[1, 3, 42735.5], [2, 5, "a\rb"], [3, 7, "#NAME?"]]]);
  });

  test("days counted from 1904", async () => {
    const root = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`;
    const book = await opened(await packed(minimal(worksheet('<sheetData><row><c><v>41273</v></c></row></sheetData>'), {}, root)));
    setLook(sheetOf(book, "S"), at("A1"), { numberFormat: "yyyy-mm-dd" });
    expect([textOf(sheetOf(book, "S"), "A1"), textOf(sheetOf(await reopened(book), "S"), "A1"), valueOf(sheetOf(book, "S"), "A1")]).toEqual(["2016-12-31", "2016-12-31", 41273]);
  });

  test("parts and elements that nobody here knows are kept", async () => {
    const bytes = await packed(minimal(worksheet('<sheetData/><x14:future xmlns:x14="urn:x"><x14:a b="1"/></x14:future>'), { "xl/unknown.bin": new Uint8Array([1, 2, 3]), "xl/vbaProject.bin": new Uint8Array([4, 5]) }));
    const result = await openBook(bytes);
    if (!result.ok) throw new Error(result.problem.code);
    type(sheetOf(result.value.book, "S"), "A1", 1);
    const after = await unpacked(await saveBook(result.value.book));
    expect([result.value.notCarried, after.has("xl/unknown.bin"), after.has("xl/vbaProject.bin")]).toEqual([[], true, true]);
    expect(after.get("xl/worksheets/sheet1.xml")).toContain('<x14:future xmlns:x14="urn:x"><x14:a b="1"/></x14:future>');
  });

  test("a signature does not outlive a change, and that is said", async () => {
    const parts = minimal(worksheet("<sheetData/>"), { "_xmlsignatures/origin.sigs": "", "_xmlsignatures/sig1.xml": "<Signature/>" });
    parts["_rels/.rels"] = `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`;
    parts["_xmlsignatures/_rels/origin.sigs.rels"] = `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature" Target="sig1.xml"/></Relationships>`;
    const result = await openBook(await packed(parts));
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.value.notCarried).toEqual(["_xmlsignatures/origin.sigs", "_xmlsignatures/sig1.xml"]);
    expect([...(await unpacked(await saveBook(result.value.book))).keys()].filter((path) => path.includes("_xmlsignatures"))).toEqual([]);
  });
});

describe("what is no workbook", () => {
  const ole = (name: string): Uint8Array => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set([...name].flatMap((letter) => [letter.charCodeAt(0), 0]), 1024);
    return bytes;
  };
  const entities = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level} "${`&a${level === 0 ? "" : level - 1};`.repeat(10)}">`).join("")}]>`;

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["nothing at all", () => new Uint8Array(), "file-not-xlsx"],
    ["a text", () => new TextEncoder().encode("项目,预算\n甲,1"), "file-not-xlsx"],
    ["an old binary workbook", () => ole("Workbook"), "file-not-xlsx"],
    ["a workbook with a password", () => ole("EncryptedPackage"), "file-encrypted"],
    ["a zip of something else", () => packed({ "a.txt": "x" }), "file-damaged"],
    ["a text document", () => packed({ ...minimal(worksheet("<sheetData/>")), "[Content_Types].xml": `<Types xmlns="${TYPES}"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>` }), "file-not-xlsx"],
    ["a sheet that is not XML", () => packed(minimal("not xml")), "file-damaged"],
    ["a sheet that stops in the middle", () => packed(minimal(`<worksheet xmlns="${MAIN}"><sheetData><row><c><v>1`)), "file-damaged"],
    ["elements nested without end", () => packed(minimal(worksheet(`<sheetData/>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`))), "file-damaged"],
    ["entities that grow without end", () => packed(minimal(`${entities}${worksheet('<sheetData><row><c t="inlineStr"><is><t>&a8;</t></is></c></row></sheetData>')}`)), "file-damaged"],
    ["an entity from outside", () => packed(minimal(`<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>${worksheet('<sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData>')}`)), "file-damaged"],
  ])("%s", async (_, bytes, code) => {
    expect(await problemOf(await bytes())).toBe(code);
  });

  test("any file cut short or with bytes turned is refused or read, never a crash", async () => {
    const whole = await foreign();
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }), async (length, turned) => {
      const bytes = whole.slice(0, turned.length === 0 ? length : whole.length);
      for (const [place, value] of turned) bytes[place] = value;
      expect(["opened", "file-damaged", "file-not-xlsx", "file-encrypted", "too-large"]).toContain(await problemOf(bytes));
    }), { numRuns: 60 });
  });
});

test("saving does not change the workbook, and saving twice gives the same bytes", async () => {
  const { book, sheet } = bookOf([["甲", 1, "=B1*2"]]);
  merge(sheet, at("A3:B3"));
  const first = await saveBook(book);
  const before = contentsOf(sheet);
  const second = await saveBook(book);
  expect([Buffer.compare(Buffer.from(first), Buffer.from(second)), contentsOf(sheet)]).toEqual([0, before]);
});

test("somebody else's edit is told as such", () => {
  const { book, sheet } = bookOf();
  const sources: string[] = [];
  onChange(book, (change) => sources.push(change.source));
  asRemote(book, () => type(sheet, "A1", 1));
  type(sheet, "A1", 2);
  expect(sources).toEqual(["remote", "local"]);
});

test("a sheet added to a workbook that declares the namespace of relations at each sheet only, as openpyxl does, is found in the file", async () => {
  const parts = await unpacked(await saveBook(bookOf([[1]]).book));
  const declaration = / xmlns:r="[^"]*"/u.exec(parts.get("xl/workbook.xml") ?? "")?.[0] ?? "";
  parts.set("xl/workbook.xml", (parts.get("xl/workbook.xml") ?? "").replace(declaration, "").replace("<sheet ", `<sheet${declaration} `));
  const book = await opened(await packed(Object.fromEntries(parts)));
  addSheet(book, "乙");
  const workbook = (await unpacked(await saveBook(book))).get("xl/workbook.xml") ?? "";
  expect(workbook.match(/<workbook [^>]*>/u)?.[0]).toContain(declaration);
});

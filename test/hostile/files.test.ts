/** Files nobody made with Excel: each is one clear line or a sound workbook, never a crash, a hang or full memory. */

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import JSZip from "jszip";
import { command, type CommandResult } from "../../src/cli/command";
import { customXmlParts } from "../../src/embedded/book/storing/custom-xml";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { goodBook } from "../support/good-book";
import { partNames, partOf, withParts } from "../support/package";

const folder = mkdtempSync(path.join(os.tmpdir(), "budget-execution-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHEET = "xl/worksheets/sheet1.xml";
jest.setTimeout(30_000);
let good: Uint8Array;
beforeAll(async () => {
  good = await saveBook(goodBook());
});

const KINDS = "[Content_Types].xml";
const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
/** The same workbook as another kind of file. */
const ofKind = async (type: string): Promise<Uint8Array> => withParts(good, { [KINDS]: (await partOf(good, KINDS)).replace(MAIN, type) });

describe("a workbook with macros, and a template", () => {
  const MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  const outTo = async (type: string, name: string): Promise<{ result: CommandResult; kinds: string | null }> => {
    const output = path.join(folder, name);
    const result = await runOn(await ofKind(type), "--out", output);
    return { result, kinds: result.code === 2 ? null : await partOf(readFileSync(output), KINDS) };
  };

  test.each([
    ["macros", MACROS, MACROS],
    ["macros, a template", "application/vnd.ms-excel.template.macroEnabled.main+xml", MACROS],
  ])("%s: the result is one with macros, under a name that says so", async (_, type, written) => {
    const { result, kinds } = await outTo(type, "结果.xlsm");
    expect([result.code, kinds?.includes(written)]).toEqual([0, true]);
    const refused = await outTo(type, "结果.xlsx");
    expect([refused.result.code, refused.result.told.join()]).toEqual([2, expect.stringMatching(/含有宏.*要以 \.xlsm 结尾/u)]);
  });

  test("a template without macros becomes a workbook, and no .xlsm", async () => {
    const { result, kinds } = await outTo("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "表.xlsx");
    expect([result.code, kinds?.includes(MAIN)]).toEqual([0, true]);
    expect((await outTo(MAIN, "表.xlsm")).result.told.join()).toMatch(/只能存成 \.xlsx/u);
  });
});

let count = 0;
async function runOn(bytes: Uint8Array, ...args: readonly string[]): Promise<CommandResult> {
  const file = path.join(folder, `${count++}.xlsx`);
  writeFileSync(file, bytes);
  return command([file, ...args]);
}

async function zipped(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** The envelope around an encrypted workbook names its streams in UTF-16. */
const encrypted = (): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000), Buffer.from("EncryptionInfo", "utf16le"), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(1000)]);
const oldExcel = (): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(500), Buffer.from("Workbook", "utf16le")]);
const deep = (levels: number): string => `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
const sheetWith = async (change: (xml: string) => string): Promise<Uint8Array> => withParts(good, { [SHEET]: change(await partOf(good, SHEET)) });
const workbookXml = (type: string): string => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${type}"/></Types>`;
const ROOT_RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="main.xml"/></Relationships>';
const otherKind = (type: string): Promise<Uint8Array> => zipped({ "[Content_Types].xml": workbookXml(type), "_rels/.rels": ROOT_RELATIONS, "main.xml": "<a/>" });

const DAMAGED = /文件已损坏，读不出来。请用 Office 打开并修复，另存一份再试。$/u;
const NO_XLSX = /这不是 \.xlsx 工作簿。请在 Excel 里另存为“Excel 工作簿（\*\.xlsx）”。$/u;

test.each<readonly [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, line: RegExp]>([
  ["nothing", () => new Uint8Array(), NO_XLSX],
  ["a text", () => Buffer.from("项目,预算,支出"), NO_XLSX],
  ["a picture", () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), NO_XLSX],
  ["a workbook of Excel 97", oldExcel, NO_XLSX],
  ["a workbook with a password", encrypted, /文件设有打开密码。请取消打开密码，另存一份再试。$/u],
  ["a Word document", () => otherKind("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), NO_XLSX],
  ["a binary workbook", () => otherKind("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), NO_XLSX],
  ["an OpenDocument sheet", () => zipped({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }), DAMAGED],
  ["an empty archive", () => zipped({}), DAMAGED],
  ["half a workbook", () => good.slice(0, good.length / 2), DAMAGED],
  ["a workbook without its end", () => good.slice(0, -40), DAMAGED],
  ["a workbook with a hole", () => Buffer.concat([good.slice(0, 400), Buffer.alloc(300), good.slice(700)]), DAMAGED],
  ["a sheet that ends in the middle", () => sheetWith((xml) => xml.slice(0, xml.length / 2)), DAMAGED],
  ["a sheet that is no XML", () => withParts(good, { [SHEET]: "PK\u0003\u0004" }), DAMAGED],
  ["elements a hundred thousand deep", () => sheetWith((xml) => xml.replace("</worksheet>", `<extLst>${deep(100_000)}</extLst></worksheet>`)), DAMAGED],
  ["no workbook part", () => withParts(good, { "xl/workbook.xml": null }), NO_XLSX],
])("%s: one line, exit code 2", async (_what, bytes, line) => {
  const { code, output, told } = await runOn(await bytes());
  expect([code, output, told.length]).toEqual([2, "", 1]);
  expect(told[0]).toMatch(line);
  expect(told[0]).toMatch(/^\/.*\.xlsx: /u);
});

test("a zip bomb is left before it fills the memory", async () => {
  const bomb = await withParts(good, { "xl/media/a.bin": new Uint8Array(25_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage().arrayBuffers;
  const { code, told } = await runOn(bomb);
  expect([code, told.length]).toEqual([2, 1]);
  expect(told[0]).toMatch(/工作簿太大，没有打开：文件最多 200 MB，展开后最多 800 MB，且不超过文件的 250 倍。/u);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
});

test("a file over the limit is not even read", async () => {
  const file = path.join(folder, "huge.xlsx");
  writeFileSync(file, "PK");
  truncateSync(file, 300_000_000);
  const before = process.memoryUsage().arrayBuffers;
  const { code, told } = await command([file]);
  expect([code, told.length]).toEqual([2, 1]);
  expect(told[0]).toMatch(/huge\.xlsx: 工作簿太大/u);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});

describe("entities", () => {
  const withName = (doctype: string, name: string): Promise<Uint8Array> => sheetWith((xml) => xml.replace(/^(<\?xml[^>]*>)?/u, `$1${doctype}`).replace("</sheetData>", `<row r="9"><c r="A9" t="inlineStr"><is><t>${name}</t></is></c></row></sheetData>`));

  test.each([
    ["of files", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"],
    ["of other servers", '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', "&x;"],
    ["that multiply", `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};&a${i};&a${i};">`).join("")}]>`, "&a20;"],
  ])("%s are never opened up", async (_what, doctype, name) => {
    const { code, output, told } = await runOn(await withName(doctype, name), "--json");
    expect(output.length).toBeLessThan(20_000);
    expect(`${output}${told.join()}`).not.toMatch(/root:|hahaha/u);
    if (code === 2) expect(told).toEqual([expect.stringMatching(DAMAGED)]);
    else expect(JSON.parse(output)).toMatchObject({ tables: [{ total: { rate: "99.53" } }] });
  });
});

test("names that lead out of the archive are neither written anywhere nor carried on, and that is said", async () => {
  const out = path.join(folder, "clean.xlsx");
  const outside = ["../../evil.txt", "xl/../../evil.txt", "C:/evil.txt"];
  const { code, told } = await runOn(await withParts(good, Object.fromEntries(outside.map((name) => [name, "evil"]))), "--out", out);
  expect(code).toBe(0);
  expect(told.at(-1)).toBe(`原文件中下列部分没有带到新文件：${outside.join(", ")}`);
  expect((await partNames(readFileSync(out))).filter((name) => name.includes("evil"))).toEqual([]);
});

describe("a damaged part beside the cells", () => {
  const CUSTOM = "customXml/item1.xml";
  const RELATIONS = "xl/_rels/workbook.xml.rels";
  const damagedCustom = async (content: string): Promise<Uint8Array> => withParts(good, {
    [CUSTOM]: content,
    [RELATIONS]: (await partOf(good, RELATIONS)).replace("</Relationships>", '<Relationship Id="rDamaged" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>'),
  });

  test.each(["<a><b></a>", "no XML", "", `<a>${"\u0000"}</a><b/>`])("%j as customXml is carried over to the letter, and nobody sees into it", async (content) => {
    const out = path.join(folder, `custom-${count}.xlsx`);
    const { code, told, output } = await runOn(await damagedCustom(content), "--out", out, "--json");
    expect([code, told.length]).toEqual([0, 1]);
    expect(JSON.parse(output)).toMatchObject({ tables: [{ total: { rate: "99.53" } }] });
    expect(await partOf(readFileSync(out), CUSTOM)).toBe(content);
    const opened = await openBook(readFileSync(out));
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(customXmlParts(opened.value.book).map(({ xml }) => xml)).not.toContain(content);
  });

  test("so are properties, drawings and comments", async () => {
    const sheetRelations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="d2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>';
    const types = (await partOf(good, "[Content_Types].xml")).replace("</Types>", '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>');
    const parts = { "xl/drawings/drawing1.xml": "<xdr:wsDr", "xl/comments1.xml": "<comments>", "docProps/core.xml": "<core" };
    const out = path.join(folder, "beside.xlsx");
    const { code } = await runOn(await withParts(good, { ...parts, "[Content_Types].xml": types, "xl/worksheets/_rels/sheet1.xml.rels": sheetRelations }), "--out", out);
    expect(code).toBe(0);
    for (const [name, content] of Object.entries(parts)) expect([name, await partOf(readFileSync(out), name)]).toEqual([name, content]);
  });
});

/** Programs bind namespaces to prefixes of their own, and where they like: what is read and written means the same. */

import { createBook, findSheet, type Book, type Sheet } from "../../../src/embedded/book/book";
import { valueAt } from "../../../src/embedded/book/cells";
import { enterValues } from "../../../src/embedded/book/entering";
import { addChart } from "../../../src/embedded/book/charts";
import { addComment, setNote } from "../../../src/embedded/book/comments";
import { setRowHeight } from "../../../src/embedded/book/sizes";
import { openBook, saveBook } from "../../../src/embedded/book/files";
import { hyperlinkAt, setHyperlink } from "../../../src/embedded/book/hyperlinks";
import { addName } from "../../../src/embedded/book/names";
import { addSheet } from "../../../src/embedded/book/sheets";
import { addCustomXmlPart, setCustomProperty, setDocumentProperties } from "../../../src/embedded/book/storage";
import { addTable } from "../../../src/embedded/book/tables";
import { partNames, partOf, withParts } from "../../support/package";
import { rangeOf } from "../../support/snapshots";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Something of every kind that has a part or a relation of its own. */
function fill(book: Book, name: string, nth: number): void {
  const sheet = addSheet(book, name);
  enterValues(sheet, rangeOf("A1:B3"), [[`项目${nth}`, `支出${nth}`], ["甲", 1], ["乙", 2]]);
  addTable(sheet, rangeOf("A1:B3"), true, `表${nth}`);
  addChart(sheet, "Line", { sheet, range: rangeOf("A1:B3") }, "Columns");
  setHyperlink(sheet, rangeOf("D1"), { address: "https://example.org/", textToDisplay: "网址" });
  setNote(sheet, 3, 0, { text: "批注", author: "某人" });
  addComment(sheet, 4, 0, "评论");
  addName(book, `名${nth}`, `='${name}'!$A$2`);
}

async function opened(bytes: Uint8Array): Promise<Book> {
  const read = await openBook(bytes);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.book;
}

async function original(): Promise<Uint8Array> {
  const book = createBook(["数据"]);
  fill(book, "原有", 1);
  setRowHeight(findSheet(book, "原有") ?? (book.sheets[0] as Sheet), rangeOf("A1"), 30);
  setDocumentProperties(book, { author: "某人", company: "某街道" });
  return saveBook(book);
}

/** What is done to any of them: more of everything, beside what is there and on it. */
async function changed(bytes: Uint8Array): Promise<Uint8Array> {
  const book = await opened(bytes);
  fill(book, "新表", 2);
  const old = findSheet(book, "原有");
  if (old === null) throw new Error("no sheet");
  expect([valueAt(old, 1, 1), hyperlinkAt(old, 0, 3)?.address]).toEqual([1, "https://example.org/"]);
  setHyperlink(old, rangeOf("D2"), { address: "https://example.org/2" });
  setNote(old, 5, 0, { text: "又一条", author: "某人" });
  addChart(old, "ColumnClustered", { sheet: old, range: rangeOf("A1:B3") }, "Columns");
  setDocumentProperties(book, { title: "预算", manager: "负责人" });
  setCustomProperty(book, { key: "版本", type: "Number", value: 1 });
  addCustomXmlPart(book, "<a xmlns='urn:a'/>");
  return saveBook(book);
}

type Rewrite = (xml: string, path: string) => string;
const isMain = (xml: string): boolean => xml.includes(`xmlns="${MAIN}"`);
const withoutRoot: Rewrite = (xml) => xml.replace(` xmlns:r="${RELATIONS}"`, "");

const REWRITES: readonly (readonly [string, Rewrite])[] = [
  ["the relations' prefix declared on each element that uses it", (xml) => (isMain(xml) ? withoutRoot(xml, "").replaceAll(/<([\w:]+)((?:\s[^<>]*)?\sr:id=)/gu, `<$1 xmlns:r="${RELATIONS}"$2`) : xml)],
  ["declared on the list around them", (xml) => (/<workbook /u.test(xml) ? withoutRoot(xml, "").replace("<sheets>", `<sheets xmlns:r="${RELATIONS}">`) : /<worksheet /u.test(xml) ? withoutRoot(xml, "").replaceAll(/<(hyperlinks|tableParts|drawing|legacyDrawing)(?=[\s/>])/gu, `<$1 xmlns:r="${RELATIONS}"`) : xml)],
  ["another prefix for relations", (xml) => xml.replaceAll("xmlns:r=", "xmlns:rel=").replaceAll(/ r:(id|embed)=/gu, " rel:$1=")],
  ["a prefix for spreadsheets", (xml) => (isMain(xml) ? xml.replaceAll(/<(\/?)([A-Za-z]+)(?=[\s/>])/gu, "<$1x:$2").replaceAll(` xmlns="${MAIN}"`, ` xmlns:x="${MAIN}"`) : xml)],
  ["prefixes in the package's own lists", (xml, path) => (path.endsWith(".rels") || path.startsWith("[") ? xml.replaceAll(/<(\/?)([A-Z])/gu, "<$1p:$2").replace("xmlns=", "xmlns:p=") : xml)],
  ["no prefix for drawings and charts, another for properties", (xml, path) => {
    if (path.includes("/charts/")) return xml.replaceAll("xmlns:c=", "xmlns=").replaceAll(/<(\/?)c:/gu, "<$1");
    if (path.includes("/drawings/drawing")) return xml.replaceAll("xmlns:xdr=", "xmlns=").replaceAll(/<(\/?)xdr:/gu, "<$1");
    if (path.endsWith("core.xml")) return xml.replaceAll("xmlns:cp=", "xmlns=").replaceAll(/<(\/?)cp:/gu, "<$1").replaceAll("xmlns:dc=", "xmlns:d=").replaceAll(/<(\/?)dc:/gu, "<$1d:");
    return path.endsWith("app.xml") ? xml.replace("xmlns=", "xmlns:ap=").replaceAll(/<(\/?)(?=\w)/gu, "<$1ap:") : xml;
  }],
  ["what only their rows use, declared on the rows", (xml) => (/<worksheet /u.test(xml) ? xml.replace("<sheetData>", '<sheetData xmlns:x14ac="urn:x14ac">').replaceAll("<row ", '<row x14ac:dyDescent="0.2" ') : xml)],
];
const STRICT: readonly (readonly [string, string])[] = [
  [MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"], [RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships"],
  ["http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"], ["http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"],
];
const toStrict: Rewrite = (xml) => STRICT.reduce((text, [from, to]) => text.replaceAll(from, to), xml);

async function rewritten(bytes: Uint8Array, rewrites: readonly Rewrite[]): Promise<Uint8Array> {
  const parts: Record<string, string> = {};
  for (const path of await partNames(bytes)) if (/\.(?:xml|rels)$/u.test(path)) parts[path] = rewrites.reduce((xml, rewrite) => rewrite(xml, path), await partOf(bytes, path));
  return withParts(bytes, parts);
}

/** The elements with their names in full, whichever prefixes stand for these, one a line. Throws where a prefix stands for nothing. */
function meaning(xml: string): string[] {
  const lines: string[] = [];
  /** Ids are made anew each time, and times pass. */
  const lasting = (text: string): string => text.replaceAll(/\{[\dA-Fa-f-]{36}\}/gu, "{}").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+/gu, "then");
  const scopes: ReadonlyMap<string, string>[] = [new Map([["xml", "xml"]])];
  for (const [, end, name = "", list = "", isEmpty, text] of xml.replace(/^<\?.*?\?>/u, "").matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gu)) {
    if (text !== undefined) lines.push(lasting(text));
    else if (end === "/") {
      lines.push("end");
      scopes.pop();
    }
    else {
      const attributes = [...list.matchAll(/([\w:.-]+)=["']([^"']*)["']/gu)].map(([, of = "", value = ""]) => [of, value] as const);
      const scope = new Map([...(scopes.at(-1) ?? []), ...attributes.flatMap(([of, uri]) => (/^xmlns(?::|$)/u.test(of) ? [[of.slice(6), uri] as const] : []))]);
      const full = (of: string, plain: string): string => {
        const colon = of.indexOf(":");
        const uri = colon < 0 ? plain : scope.get(of.slice(0, colon));
        if (uri === undefined) throw new Error(`no namespace for ${of}`);
        return `${uri} ${of.slice(colon + 1)}`;
      };
      const own = attributes.filter(([of]) => !of.startsWith("xmlns")).map(([of, value]) => `${full(of, "")}=${lasting(value)}`);
      lines.push([full(name, scope.get("") ?? ""), ...own.filter((one) => !one.startsWith("urn:x14ac")).sort()].join(" | "));
      if (isEmpty === "/") lines.push("end");
      else scopes.push(scope);
    }
  }
  return lines;
}

async function meanings(bytes: Uint8Array): Promise<Readonly<Record<string, unknown>>> {
  const all: Record<string, unknown> = {};
  for (const path of (await partNames(bytes)).filter((name) => /\.(?:xml|rels|vml)$/u.test(name))) {
    all[path] = meaning(STRICT.reduce((text, [transitional, strict]) => text.replaceAll(strict, transitional), await partOf(bytes, path)));
  }
  return all;
}

test.each([...REWRITES.map(([name, rewrite]) => [name, [rewrite]] as const), ["the strict dialect", [toStrict]], ["the strict dialect with prefixes of its own", [REWRITES[3]?.[1], REWRITES[0]?.[1], toStrict].filter((one) => one !== undefined)]] as const)("%s", async (_, rewrites) => {
  const bytes = await original();
  const other = await rewritten(bytes, rewrites);
  expect(await meanings(other)).toEqual(await meanings(bytes));
  const [expected, found] = [await meanings(await changed(bytes)), await meanings(await changed(other))];
  for (const path of Object.keys(expected)) expect([path, found[path]]).toEqual([path, expected[path]]);
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
});

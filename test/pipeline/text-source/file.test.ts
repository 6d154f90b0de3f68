import { readFileSync } from "node:fs";
import path from "node:path";
import { readClaims } from "../../../src/domain/narrative/claims";
import { checkText, textFindings } from "../../../src/pipeline/check-text";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { acceptText, MOST_BYTES, MOST_CHARACTERS, readReportFile } from "../../../src/pipeline/text-source/file";
import { MOST_XML } from "../../../src/pipeline/text-source/word";
import { printedSheets, sampleSnapshot } from "../../support/sample";
import { numbered, numberedArchive, packed, paragraph, table, wordArchive, wordFile } from "../../support/word";

const ASSETS = path.join(__dirname, "../../../assets/samples");
const REPORT = readFileSync(path.join(ASSETS, "report-2016.txt"), "utf8");

function problemOf(outcome: Awaited<ReturnType<typeof readReportFile>>): string | null {
  return outcome.ok ? null : outcome.problem.code;
}

describe("a Word document", () => {
  test("gives a line a paragraph, line breaks kept, and tabs between a table's cells", async () => {
    const body = paragraph("一、预算<执行>") + paragraph("甲项目年初预算100.00万元，\n支出90.00万元。") + table([["项目", "支出"], ["甲\n项目", "90.00"]]) + table([["填表说明。"]]) + paragraph("完。");
    expect(await readReportFile(await wordFile(body), "报告.docx")).toEqual({ ok: true, value: "一、预算<执行>\n甲项目年初预算100.00万元，\n支出90.00万元。\n项目\t支出\n甲 项目\t90.00\n填表说明。\n完。\n" });
  });

  test("has the numbers that Word puts before paragraphs, so that items are told apart", async () => {
    const body = numbered(0, "项目情况") + numbered(1, "甲项目年初预算100.00万元。") + paragraph("支出90.00万元。") + numbered(1, "乙项目年初预算50.00万元。") + numbered(3, "附件")
      + numbered(0, "其他") + numbered(1, "丙项目年初预算30.00万元。") + numbered(2, "丁项目年初预算20.00万元。") + paragraph("支出5.00万元。");
    const word = await readReportFile(await packed(numberedArchive(body)), "报告.docx");
    expect(word).toEqual({ ok: true, value: "1. 项目情况\n（1）甲项目年初预算100.00万元。\n支出90.00万元。\n（2）乙项目年初预算50.00万元。\n附件\n2. 其他\n（1）丙项目年初预算30.00万元。\n1) 丁项目年初预算20.00万元。\n支出5.00万元。\n" });
    expect(word.ok ? readClaims(word.value).claims.flatMap((claim) => (claim.kind === "amount" && claim.role === "expenditure" ? [claim.subject.text] : [])) : []).toEqual(["甲项目", "丁项目"]);
  });

  test("says what the same report as plain text says", async () => {
    const lines = REPORT.replace(/\r\n?/gu, "\n").split("\n");
    const word = await readReportFile(await wordFile(lines.map(paragraph).join("")), "报告.docx");
    const said = (text: string) => readClaims(text).claims.map(({ kind, span, sentence, subject }) => [kind, sentence.line, subject.text, text.slice(span.start, span.end)]);
    expect(word.ok ? said(word.value) : word).toEqual(said(REPORT));
  });

  test("announces a table by the sentence above it, and the workbook's table is known by its cells", async () => {
    const [caption, unit, ...rows] = printedSheets().find(({ name }) => name === "重点投入")?.rows ?? [];
    const body = paragraph(caption?.[0] ?? "") + paragraph(unit?.[0] ?? "") + table(rows);
    const word = await readReportFile(await wordFile(body), "报告.docx");
    const snapshot = sampleSnapshot();
    const { tables, cutOff } = computeWorkbook(snapshot, DEFAULT_OPTIONS);
    const findings = word.ok ? textFindings(checkText(word.value, snapshot, tables, cutOff)) : [];
    // The sentence left over from another period: 6989.19 and 95.10 % above a table of 21188.29 and 90.74 %.
    expect(findings.map(({ kind, expected, actual }) => [kind, expected, actual])).toEqual([["total", "21188.29", "6989.19"], ["total", "90.74", "95.10"]]);
  });

  test("may hold pictures of any size, which are not unpacked", async () => {
    const archive = wordArchive("<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"rId9\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>" + paragraph("完。"));
    archive.file("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/picture.png\"/></Relationships>");
    archive.file("word/media/picture.png", new Uint8Array(3 * MOST_XML));
    expect(await readReportFile(await packed(archive), "报告.docx")).toEqual({ ok: true, value: "\n完。\n" });
  });

  test("leaves out what was deleted, and pictures, of which none is fetched", async () => {
    const deleted = "<w:p><w:del w:author=\"x\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:author=\"x\"><w:r><w:t>新</w:t></w:r></w:ins></w:p>";
    const picture = "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link=\"rId9\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    const archive = wordArchive(deleted + picture + paragraph("完。"));
    archive.file("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"http://127.0.0.1:9/picture.png\" TargetMode=\"External\"/></Relationships>");
    const fetched = jest.spyOn(globalThis, "fetch");
    expect(await readReportFile(await packed(archive), "报告.docx")).toEqual({ ok: true, value: "新\n\n完。\n" });
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe("refused in one line", () => {
  const workbook = new Uint8Array(readFileSync(path.join(ASSETS, "budget-execution-2016.xlsx")));
  const compound = (name: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(100).fill(0), ...Buffer.from(name, "utf16le"), 0, 0]);
  const bomb = async (): Promise<Uint8Array> => {
    const archive = wordArchive(paragraph("完。"));
    archive.file("word/zeros.xml", new Uint8Array(MOST_XML));
    return packed(archive);
  };
  /** Says of its last part that it holds 100 bytes: in the central directory, which readers go by. */
  const lying = async (): Promise<Uint8Array> => {
    const bytes = (await bomb()).slice();
    const view = new DataView(bytes.buffer);
    let at = bytes.length - 46;
    while (view.getUint32(at, true) !== 0x02014b50) at--;
    view.setUint32(at + 24, 100, true);
    return bytes;
  };

  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["too many bytes", "file-too-large", () => new Uint8Array(MOST_BYTES + 1)],
    ["more XML than it may unpack to", "document-too-large", bomb],
    ["more than it says it unpacks to", "document-too-large", lying],
    ["a workbook", "file-not-text", () => workbook],
    ["an archive cut off", "file-damaged", async () => (await wordFile(paragraph("完。"))).slice(0, 300)],
    ["no XML where the text should be", "file-damaged", () => packed(wordArchive("").file("word/document.xml", "<w:document><w:body>"))],
    ["a document without its text", "file-damaged", () => packed(wordArchive("").remove("word/document.xml").file("word/other.xml", "<a/>"))],
    ["an encrypted document", "file-encrypted", () => compound("EncryptedPackage")],
    ["a document of Word 97", "file-not-text", () => compound("WordDocument")],
    ["a picture", "file-not-text", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["a document without words", "text-empty", () => wordFile(paragraph(" "))],
    ["an empty file", "text-empty", () => new Uint8Array(0)],
    ["more text than anybody reads", "text-too-long", () => new TextEncoder().encode("支".repeat(MOST_CHARACTERS + 1))],
  ])("%s", async (_name, code, bytes) => {
    const outcome = await readReportFile(await bytes(), "报告.docx");
    expect(problemOf(outcome)).toBe(code);
    expect(outcome).toMatchObject({ problem: { values: { file: "报告.docx" } } });
  });
});

test("as much text as is taken stays as it is", () => {
  const text = ` ${"支".repeat(MOST_CHARACTERS - 1)}`;
  expect(acceptText(text, "")).toEqual({ ok: true, value: text });
});

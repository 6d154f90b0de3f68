import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readText } from "../../src/cli/read-text";
import { run } from "../../src/cli/run";
import { createTranslator } from "../../src/i18n/catalogs";
import { paragraph, wordFile } from "../support/word";

const folder = mkdtempSync(path.join(os.tmpdir(), "budget-execution-text-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SENTENCE = "甲项目年初预算100万元，完成90%。";
const IN_GB18030 = "bcd7cfeec4bfc4eab3f5d4a4cbe3313030cdf2d4aaa3accdeab3c9393025a1a3";

function file(bytes: Uint8Array): string {
  const at = path.join(folder, "text.txt");
  writeFileSync(at, bytes);
  return at;
}

test.each([
  ["UTF-8", Buffer.from(SENTENCE, "utf8")],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${SENTENCE}`, "utf8")],
  ["UTF-16", Buffer.from(`\ufeff${SENTENCE}`, "utf16le")],
  ["UTF-16, big end first", Buffer.from(`\ufeff${SENTENCE}`, "utf16le").swap16()],
  ["GB18030", Buffer.from(IN_GB18030, "hex")],
])("reads %s", async (_name, bytes) => {
  expect(await readText(file(bytes))).toEqual({ ok: true, value: SENTENCE });
});

test("reads a Word document", async () => {
  expect(await readText(file(await wordFile(paragraph(SENTENCE))))).toEqual({ ok: true, value: `${SENTENCE}\n` });
});

test.each([
  ["a zip archive that breaks off", "file-damaged", Buffer.from("504b030414000600080000002100", "hex")],
  ["UTF-16 that does not say so", "file-not-text", Buffer.from("ab: 100", "utf16le")],
  ["bytes that are no character in any of them", "file-not-text", Buffer.from("ff80ff", "hex")],
])("refuses %s", async (_name, code, bytes) => {
  const at = file(bytes);
  expect(await readText(at)).toEqual({ ok: false, problem: { code, values: { file: at } } });
});

test("says what is missing", async () => {
  const at = path.join(folder, "nothing.txt");
  expect(await readText(at)).toEqual({ ok: false, problem: { code: "file-missing", values: { file: at } } });
});

test("the report as a Word document is checked as the same report in plain text", async () => {
  const samples = path.join(__dirname, "../../assets/samples");
  const text = path.join(samples, "report-2016.txt");
  const document = path.join(folder, "report.docx");
  writeFileSync(document, await wordFile(readFileSync(text, "utf8").split(/\r?\n/u).map(paragraph).join("")));
  const given = { input: path.join(samples, "budget-execution-2016.xlsx"), output: null, summary: false, formulas: false, basis: null, cutOff: null, strict: false, json: true, exports: { bureau: null, report: null, datapackage: null, organisation: null }, locale: "zh-CN" } as const;
  const outputs = await Promise.all([text, document].map((file) => run({ ...given, text: file }, createTranslator("zh-CN"))));
  const [plain, word] = outputs.map((outcome) => (outcome.ok ? outcome.value.output : outcome.problem.code));
  expect(word).toBe(plain);
  expect(plain).toContain("narrative-mismatch");
});

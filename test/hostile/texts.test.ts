/** Cell texts and sheet names that are formulas, markup, placeholders or names of prototypes go through every output as the texts they are. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { command } from "../../src/cli/command";
import { createBook, findSheet } from "../../src/embedded/book/book";
import { contentAt } from "../../src/embedded/book/cells";
import { putContent } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import type { Report } from "../../src/pipeline/report";
import { contentOf, type Content } from "../../src/workbook/edits";

const folder = mkdtempSync(path.join(os.tmpdir(), "budget-execution-texts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
jest.setTimeout(60_000);

const TEXTS = [
  "=HYPERLINK(\"http://evil\",\"点我\")", "+1+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3",
  "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "**粗** [点](javascript:alert(1))", "| a | b |",
  "{name} {0, plural, other {#}} '{'", "$&$1$`", "__proto__", "constructor", "toString", "hasOwnProperty", "\u001b[31m红", "%s %d",
] as const;

const text = (value: string): Content => ({ kind: "text", value });

/** One line a text, each 10 over its budget, and the same texts as names twice so that messages quote them. */
async function hostileBook(sheetName: string): Promise<string> {
  const book = createBook([sheetName]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  [["项目名称", "预算数（万元）", "支出数（万元）"]].forEach((row) => row.forEach((value, c) => putContent(sheet, 0, c, text(value))));
  TEXTS.forEach((name, i) => {
    putContent(sheet, 1 + i, 0, text(name));
    putContent(sheet, 1 + i, 1, contentOf(100, 100));
    putContent(sheet, 1 + i, 2, contentOf(150, 150));
  });
  const file = path.join(folder, "in.xlsx");
  writeFileSync(file, await saveBook(book));
  return file;
}

const SHEETS = ["__proto__", "constructor", "<b>'{0}'</b>".replaceAll("/", ""), "=1+1", "$&"];

test.each(SHEETS)("on a sheet named %j", async (sheetName) => {
  const out = path.join(folder, "out.xlsx");
  const file = await hostileBook(sheetName);
  const { code, output, told } = await command([file, "--json", "--out", out]);
  expect(code).toBe(0);
  const report = JSON.parse(output) as Report;
  expect(report.tables.map(({ sheet, rows }) => [sheet, rows.map(({ name, rate }) => [name, rate])])).toEqual([[sheetName, TEXTS.map((name) => [name, "150.00"])]]);
  const over = report.findings.filter(({ rule }) => rule === "over-execution");
  expect(over).toHaveLength(TEXTS.length);
  over.forEach(({ message, sheet }, i) => expect([sheet, message]).toEqual([sheetName, expect.stringContaining(`“${TEXTS[i] ?? ""}”`)]));
  expect(told.every((line) => !["\r", "\n", "\u001b"].some((control) => line.includes(control)))).toBe(true);

  const opened = await openBook(readFileSync(out));
  const sheet = opened.ok ? findSheet(opened.value.book, sheetName) : null;
  if (sheet === null) throw new Error("the sheet is gone");
  expect(TEXTS.map((_, i) => contentAt(sheet, 1 + i, 0))).toEqual(TEXTS.map(text));
  expect(Object.prototype).not.toHaveProperty("polluted");
});

test("in a terminal a line stays a line, and no text commands the terminal", async () => {
  const { code, output } = await command([await hostileBook("支出")]);
  expect(code).toBe(0);
  expect(output).not.toContain("\u001b");
  for (const name of TEXTS.filter((one) => !one.includes("\u001b"))) expect(output).toContain(name);
});

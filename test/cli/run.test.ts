/** Files that a run refuses before it computes anything. */

import { mkdirSync, mkdtempSync, copyFileSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Arguments } from "../../src/cli/arguments";
import { run } from "../../src/cli/run";
import { createTranslator } from "../../src/i18n/catalogs";

const SAMPLE = path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx");
const folder = mkdtempSync(path.join(os.tmpdir(), "budget-execution-run-"));
const input = path.join(folder, "in.xlsx");
const words = createTranslator("zh-CN");

beforeAll(() => {
  copyFileSync(SAMPLE, input);
  symlinkSync(input, path.join(folder, "link.xlsx"));
  symlinkSync(folder, path.join(folder, "around"));
  symlinkSync("circle.xlsx", path.join(folder, "circle.xlsx"));
  mkdirSync(path.join(folder, "folder.xlsx"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function given(named: Partial<Arguments>): Arguments {
  return { input, output: null, summary: false, formulas: false, basis: null, cutOff: null, text: null, strict: false, json: false, exports: { bureau: null, report: null, datapackage: null, organisation: null }, locale: "zh-CN", ...named };
}

test.each([
  ["its own path", input],
  ["a relative path", path.relative(process.cwd(), input)],
  ["a link", path.join(folder, "link.xlsx")],
  ["a linked folder", path.join(folder, "around", "in.xlsx")],
])("the input is never written over, named by %s", async (_how, output) => {
  expect(await run(given({ output }), words)).toEqual({ ok: false, problem: { code: "output-is-input", values: { file: output } } });
  expect(readFileSync(input).equals(readFileSync(SAMPLE))).toBe(true);
});

test.each([
  ["file-missing", "nothing.xlsx"],
  ["file-missing", "in.xlsx/inside.xlsx"],
  ["file-is-folder", "folder.xlsx"],
  ["file-unreadable", "circle.xlsx"],
])("%s: %s, as workbook and as text", async (code, name) => {
  const file = path.join(folder, name);
  const refused = { ok: false, problem: { code, values: { file } } };
  expect(await run(given({ input: file }), words)).toEqual(refused);
  expect(await run(given({ text: file }), words)).toEqual(refused);
});

/** The workbook that a run writes: rates beside the data, and the summary's sheets where asked for. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/cli/run";
import { readTexts, usedRange } from "../../src/embedded/book/cells";
import { createTranslator } from "../../src/i18n/catalogs";
import { openBook } from "../../src/embedded/book/files";

const SAMPLE = path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx");
const folder = mkdtempSync(path.join(tmpdir(), "output-"));
const file = path.join(folder, "out.xlsx");
const GIVEN = { input: SAMPLE, output: file, summary: true, basis: null, cutOff: null, text: null, strict: false, json: true, exports: { bureau: null, report: null, datapackage: null, organisation: null } } as const;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function textsOf(names: readonly string[]): Promise<string[][]> {
  const opened = await openBook(readFileSync(file));
  if (!opened.ok) throw new Error(opened.problem.code);
  return names.map((name) => {
    const sheet = opened.value.book.sheets.find((one) => one.name === name);
    const used = sheet === undefined ? null : usedRange(sheet, true);
    return sheet === undefined || used === null ? [] : readTexts(sheet, used).flat();
  });
}

test("rates and the six sheets stand in the output, whose figures are the report's", async () => {
  const done = await run({ ...GIVEN, locale: "zh-CN" }, createTranslator("zh-CN"));
  expect(done).toMatchObject({ ok: true, value: { notes: expect.arrayContaining(["已生成 6 张表"]) as string[] } });
  const [figures, beside] = await textsOf(["汇总表", "预算执行"]);
  expect(figures).toEqual(expect.arrayContaining(["84.14%", "6,805.36", "30.23%"]));
  expect(beside).toContain("核算完成比例");
}, 60_000);

/** The workbook that a run writes: rates beside the data, and the summary's sheets where asked for. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../../src/cli/run";
import { readFormulas, readTexts, usedRange } from "../../src/embedded/book/cells";
import { createTranslator } from "../../src/i18n/catalogs";
import { openBook } from "../../src/embedded/book/files";

const SAMPLE = path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx");
const folder = mkdtempSync(path.join(tmpdir(), "output-"));
const file = path.join(folder, "out.xlsx");
const GIVEN = { input: SAMPLE, output: file, summary: true, formulas: false, basis: null, cutOff: null, text: null, strict: false, json: true, exports: { bureau: null, report: null, datapackage: null, organisation: null } } as const;

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

test("rates stand as formulas where that was asked for, compared with the exact ones, and stay so in the next run", async () => {
  const again = path.join(folder, "again.xlsx");
  const first = await run({ ...GIVEN, summary: false, formulas: true, locale: "zh-CN" }, createTranslator("zh-CN"));
  const next = await run({ ...GIVEN, input: file, output: again, summary: false, locale: "zh-CN" }, createTranslator("zh-CN"));
  const opened = await openBook(readFileSync(again));
  if (!first.ok || !next.ok || !opened.ok) throw new Error("the sample can be written");
  const rates = opened.value.book.sheets.filter(({ name }) => name === "预算执行" || name === "项目完成情况").map((sheet) => readFormulas(sheet, { top: 2, bottom: 2, left: 1, right: 4 }).flat());
  // Amounts that are printed as text can be divided by no formula.
  expect(rates).toEqual([[71.16, 118.3, 0.6015, '=IF(C3=0,"",ROUND(B3/C3,4))'], ["81.70 ", 400, 0.2043, 0.2043]]);
  expect(first.value.notes).toEqual([expect.anything(), expect.stringMatching(/^执行率写成公式 24 个，Excel 算出的与精确值一致。$/u), expect.stringMatching(/^26 个执行率不能写成公式/u)]);
  expect(next.value.notes.slice(0, 2)).toEqual([`已写入 ${again}，共 0 个单元格`, first.value.notes[1]]);
}, 60_000);

/** Exported files of several units put together on the command line: read again from disk, refused by name. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Decimal } from "../../src/domain/amounts/decimal";
import { mergeFiles } from "../../src/cli/merge";
import { putContents } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { sheetsOfFile, workbookFile } from "../../src/export/workbook-file";
import { createTranslator } from "../../src/i18n/catalogs";
import { bureauSheets } from "../../src/pipeline/export/bureau";
import type { ExportFacts } from "../../src/pipeline/export/facts";
import { verifyExport } from "../../src/pipeline/export/verify";
import { FACTS, smallExport, WORDS } from "../pipeline/export/small-export";
import { rangeOf } from "../support/snapshots";

const ZH = createTranslator("zh-CN");
const folder = mkdtempSync(path.join(tmpdir(), "merge-"));
const at = (name: string): string => path.join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function exported(name: string, facts: Partial<ExportFacts>): Promise<string> {
  writeFileSync(at(name), await workbookFile(bureauSheets(await smallExport(), { ...FACTS, ...facts }, WORDS)));
  return at(name);
}

test("units become lines of one workbook, which is as it was made", async () => {
  const files = [await exported("甲.xlsx", { organisation: "甲街道" }), await exported("乙.xlsx", { organisation: "乙街道", figures: { ...FACTS.figures, expenditure: new Decimal("1000") } })];
  expect(await mergeFiles(files, at("district.xlsx"), ZH)).toMatchObject({ ok: true, value: { notes: [`已汇总 2 个单位，写入 ${at("district.xlsx")}`] } });
  const sheets = await sheetsOfFile(readFileSync(at("district.xlsx")));
  if (!sheets.ok) throw new Error(sheets.problem.code);
  expect(sheets.value[0]?.values.filter(([first]) => typeof first === "number").map(([, name, , , spent]) => [name, spent])).toEqual([["甲街道", 1370.19], ["乙街道", 1000]]);
  expect(verifyExport(sheets.value)).toMatchObject({ ok: true, value: { sources: ["甲街道 甲.xlsx", "乙街道 乙.xlsx"] } });
});

test("every file that cannot stand beside the others is named with the reason, and nothing is written", async () => {
  const first = await exported("first.xlsx", { organisation: "甲街道" });
  const opened = await openBook(readFileSync(first));
  if (!opened.ok) throw new Error(opened.problem.code);
  putContents(opened.value.book.sheets[0]!, rangeOf("B5"), [[{ kind: "number", value: 83.63 }]]);
  writeFileSync(at("changed.xlsx"), await saveBook(opened.value.book));
  writeFileSync(at("broken.xlsx"), "no workbook");
  const files = [
    first, at("changed.xlsx"), at("broken.xlsx"), at("nowhere.xlsx"), await exported("again.xlsx", { organisation: "甲街道" }), await exported("june.xlsx", { organisation: "乙街道", cutOff: "2016-06-30" }),
    await exported("yuan.xlsx", { organisation: "丁街道", unit: "元" }),
  ];
  const merged = await mergeFiles(files, at("none.xlsx"), ZH);
  if (!merged.ok) throw new Error(merged.problem.code);
  const { notes, isRefused } = merged.value;
  const expected: readonly (readonly [string, RegExp])[] = [
    ["changed.xlsx", /汇总表/u], ["broken.xlsx", /./u], ["nowhere.xlsx", /./u], ["again.xlsx", /单位“甲街道”已经有一个文件：first\.xlsx/u], ["june.xlsx", /期间是 2016-06-30/u],
    ["yuan.xlsx", /金额单位是 元/u],
  ];
  expect(notes).toHaveLength(expected.length + 1);
  expected.forEach(([file, why], i) => {
    expect(notes[i]).toContain(at(file));
    expect(notes[i]).toMatch(why);
  });
  expect([notes.at(-1), isRefused, existsSync(at("none.xlsx"))]).toEqual(["7 个文件中有 6 个不能汇总，所以没有生成汇总文件", true, false]);
});

test("a file is not overwritten with what is made of it", async () => {
  const own = await exported("own.xlsx", { organisation: "甲街道" });
  expect(await mergeFiles([own], own, ZH)).toEqual({ ok: false, problem: { code: "output-is-input", values: { file: own } } });
});

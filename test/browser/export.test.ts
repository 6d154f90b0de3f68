/** 导出 in the workbench: every file is downloaded or opened, and read again. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import type { Locator } from "playwright-core";
import { putContents } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { sheetsOfFile } from "../../src/export/workbook-file";
import { verifyExport } from "../../src/pipeline/export/verify";
import { rangeOf } from "../support/snapshots";
import { workbenchSuite, type OpenWorkbench } from "./workbench";

const suite = workbenchSuite();
const folder = mkdtempSync(join(tmpdir(), "browser-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a click downloads: its name, and where it is kept for this test. */
async function downloaded({ page }: OpenWorkbench, button: Locator): Promise<{ readonly name: string; readonly path: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path, bytes: new Uint8Array(readFileSync(path)) };
}

async function openExport(opened: OpenWorkbench, organisation: string): Promise<void> {
  await opened.pane.getByRole("tab", { name: "导出" }).click();
  await opened.pane.getByRole("textbox", { name: "填报单位" }).fill(organisation);
}

it("offers the file for the bureau as a new workbook, which is as it was made and shows its charts", async () => {
  const opened = await suite.open();
  const { pane, page, sheets, picture, strays, complaints } = opened;
  await openExport(opened, "甲街道");
  await pane.getByRole("button", { name: "上报文件（.xlsx）" }).click();
  await pane.getByText(/已在新窗口中打开。请另存为“甲街道_2016_2016-12-31_预算执行汇总\.xlsx”/u).waitFor();
  await picture("export-zh");

  const file = await downloaded(opened, page.getByRole("button", { name: "下载", exact: true }));
  const read = await sheetsOfFile(file.bytes);
  if (!read.ok) throw new Error(read.problem.code);
  expect(verifyExport(read.value)).toMatchObject({ ok: true, value: { organisation: "甲街道", cutOff: "2016-12-31", workbook: "budget-execution-2016.xlsx" } });

  await page.getByRole("button", { name: "在这里打开" }).click();
  await sheets.getByRole("tab", { name: "数据校验" }).waitFor();
  expect(await sheets.getByRole("tab").allInnerTexts()).toEqual(["汇总表", "异常清单", "勾稽核对表", "项目支出绩效目标执行监控表", "项目支出绩效自评表", "项目绩效跟踪分析表", "数据校验"]);
  await page.getByRole("img", { name: "执行率（从高到低）" }).waitFor({ state: "attached" });
  await picture("export-opened-zh");
  expect([strays, complaints]).toEqual([[], []]);
}, 180_000);

it("hands out report and data, checks what came back, and puts units together", async () => {
  const opened = await suite.open();
  const { pane, page, complaints, picture } = opened;
  await openExport(opened, "甲街道");
  const report = await downloaded(opened, pane.getByRole("button", { name: "报告（.docx）" }));
  expect(report.name).toBe("甲街道_2016_2016-12-31_预算执行汇总.docx");
  expect(await (await JSZip.loadAsync(report.bytes)).file("word/document.xml")?.async("string")).toContain("23,349.93");

  await pane.getByRole("button", { name: "数据（CSV）" }).click();
  const csv = await downloaded(opened, pane.getByRole("button", { name: "下载", exact: true }).first());
  expect([csv.name, Buffer.from(csv.bytes).toString("utf8").slice(0, 5)]).toEqual(["budget.csv", "\uFEFFyear"]);

  await pane.getByRole("button", { name: "上报文件（.xlsx）" }).click();
  const own = await downloaded(opened, page.getByRole("button", { name: "下载", exact: true }));
  await pane.getByLabel("核对文件").setInputFiles(own.path);
  await pane.getByText(/自导出以来没有改动（甲街道/u).waitFor();

  const book = await openBook(own.bytes);
  if (!book.ok) throw new Error(book.problem.code);
  putContents(book.value.book.sheets[0]!, rangeOf("C5"), [[{ kind: "number", value: 28265.18 }]]);
  const changed = join(folder, "changed.xlsx");
  writeFileSync(changed, await saveBook(book.value.book));
  await pane.getByLabel("核对文件").setInputFiles(changed);
  await pane.getByText(/^changed\.xlsx: .*汇总表/u).waitFor();

  const another = join(folder, "again.xlsx");
  writeFileSync(another, own.bytes);
  await pane.getByLabel("汇总各单位文件").setInputFiles([own.path, another]);
  await pane.getByText(/^again\.xlsx: 单位“甲街道”已经有一个文件/u).waitFor();
  await picture("export-refused-zh");
  await pane.getByLabel("汇总各单位文件").setInputFiles([own.path]);
  await pane.getByText(/区级汇总_2016_2016-12-31_预算执行汇总\.xlsx/u).waitFor();
  expect(complaints).toEqual([]);
}, 240_000);

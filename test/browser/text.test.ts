/** The report as a Word document, opened in the text's tab by hand. Expected figures are the report's own. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paragraph, wordFile } from "../support/word";
import { workbenchSuite, type OpenWorkbench } from "./workbench";

const suite = workbenchSuite();
const folder = mkdtempSync(join(tmpdir(), "budget-execution-report-"));
const REPORT = join(folder, "2016年报告.docx");

beforeAll(async () => {
  const text = readFileSync(join(__dirname, "../../assets/samples/report-2016.txt"), "utf8");
  writeFileSync(REPORT, await wordFile(text.split(/\r?\n/u).map(paragraph).join("")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openReport(): Promise<OpenWorkbench> {
  const opened = await suite.open();
  await opened.pane.getByRole("tab", { name: "文字" }).click();
  await opened.pane.locator("input[type=file]").setInputFiles(REPORT);
  await opened.pane.getByRole("grid", { name: /^文中的预算调整/u }).waitFor();
  return opened;
}

it("shows what the text says, selects the cell it is compared with, and asks nobody outside the site", async () => {
  const { page, pane, strays, complaints, picture } = await openReport();
  await pane.getByText("2016年报告.docx").waitFor();
  const adjustment = pane.getByRole("row").filter({ hasText: "垃圾分类指导员补贴" });
  await adjustment.getByText("执行率 92.77% → 98.71%").waitFor();
  await adjustment.getByRole("button", { name: /^项目完成情况 C/u }).click();
  await page.locator(".sheet-list").getByRole("tab", { name: "项目完成情况", exact: true, selected: true }).waitFor();
  await picture("text-zh");
  expect(strays).toEqual([]);
  expect(complaints).toEqual([]);
});

it("confirms adjustments, whose lines then show both rates among the findings", async () => {
  const { pane, complaints } = await openReport();
  await pane.getByRole("button", { name: "全部确认" }).click();
  await pane.getByText("已确认").first().waitFor();
  await pane.getByRole("tab", { name: /异常/u }).click();
  await pane.getByRole("searchbox").fill("垃圾分类指导员补贴");
  // The rate on the budget before and after the adjustment.
  await pane.getByRole("row").filter({ hasText: "98.71%" }).first().waitFor();
  expect(complaints).toEqual([]);
});

it("shows a finding's sentence in the text", async () => {
  const { page, pane, complaints } = await openReport();
  await pane.getByRole("tab", { name: /异常/u }).click();
  await pane.getByRole("searchbox").fill("基层党建活动经费");
  const finding = pane.getByRole("row").filter({ hasText: "96.96%" }).filter({ hasText: "正文第" }).first();
  await finding.getByRole("button", { name: /^正文第/u }).click();
  const shown = pane.getByRole("grid", { name: /^文字里核对过的各处/u }).locator("[aria-selected=true]");
  await shown.getByText("“基层党建活动经费”的完成率写的是 96.96%").waitFor();
  // It stands in view, with the focus in it.
  await page.waitForTimeout(300);
  expect(await shown.evaluate((row) => {
    const [at, around] = [row.getBoundingClientRect(), document.querySelector("main")?.getBoundingClientRect()];
    return { top: at.top >= (around?.top ?? NaN) - 1, bottom: at.bottom <= (around?.bottom ?? NaN) + 1, focus: row.contains(document.activeElement) };
  })).toEqual({ top: true, bottom: true, focus: true });
  expect(complaints).toEqual([]);
});

it("writes the report's sentences and copies them", async () => {
  const { page, pane } = await suite.open();
  await pane.getByRole("tab", { name: "文字" }).click();
  await pane.getByRole("button", { name: "按表格写成的文字" }).click();
  await pane.getByRole("button", { name: "复制" }).click();
  await pane.getByText(/已复制|文字已选中/u).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toContain("人大事务全年支出71.16万元，全部预算118.30万元。完成全年预算60.15%。");
});

/** 生成汇总表 in the workbench, by one click. Expected figures are the printed report's own. */

import { join } from "node:path";
import type { Book } from "../../src/embedded/book/book";
import { readTexts, usedRange } from "../../src/embedded/book/cells";
import { stateOf } from "../support/book-state";
import { workbenchSuite, type OpenWorkbench } from "./workbench";

const suite = workbenchSuite();
const REPORT = join(__dirname, "../../assets/samples/report-2016.txt");
const CHINESE = ["汇总表", "异常清单", "勾稽核对表", "项目支出绩效目标执行监控表", "项目支出绩效自评表", "项目绩效跟踪分析表"];
const ENGLISH = ["Summary", "Anomalies", "Reconciliations", "Goal monitoring", "Self-evaluation", "Project tracking forms"];

function textsOf(book: Book, name: string): string[] {
  const sheet = book.sheets.find((one) => one.name === name);
  const used = sheet === undefined ? null : usedRange(sheet, true);
  return sheet === undefined || used === null ? [] : readTexts(sheet, used).flat();
}

/** All that is written on the picture of a chart. */
async function labelsOf({ page }: OpenWorkbench, title: string): Promise<string[]> {
  const chart = page.getByRole("img", { name: title });
  await chart.waitFor({ state: "attached" });
  return chart.locator("text").allTextContents();
}

/** The outlines of all that is drawn. */
async function shapesOf({ page }: OpenWorkbench, title: string): Promise<(string | null)[]> {
  const chart = page.getByRole("img", { name: title });
  await chart.waitFor({ state: "attached" });
  return chart.locator("path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
}

/** Of every sheet, and of the charts where they stand. */
async function pictures({ page, openSheet, goTo, picture }: OpenWorkbench, names: readonly string[], language: string): Promise<void> {
  for (const [number, name] of names.entries()) {
    await openSheet(name);
    await page.locator(".fortune-cell-area").waitFor();
    await picture(`summary-${number + 1}-${language}`);
  }
  await openSheet(names[0] ?? "");
  for (const [number, cell] of ["A4", "A190"].entries()) {
    await goTo(cell);
    await picture(`summary-chart-${number + 1}-${language}`);
  }
}

it("builds the six sheets with their charts from the tables and the report's text, and one click takes all of it back", async () => {
  const opened = await suite.open();
  const { pane, page, sheets, saved, picture, strays, complaints } = opened;
  await pane.getByRole("tab", { name: "文字" }).click();
  await pane.locator("input[type=file]").setInputFiles(REPORT);
  await pane.getByRole("button", { name: "全部确认" }).click();
  await pane.getByRole("button", { name: "标记异常" }).click();
  await pane.getByText(/^已写入/u).waitFor();
  const before = await saved();

  await pane.getByRole("button", { name: "生成汇总表" }).click();
  await pane.getByText("已生成 6 张表").waitFor();
  await pane.getByText(/^已核对：.*一致。$/u).waitFor();
  await picture("summary-zh");
  expect((await sheets.getByRole("tab").allInnerTexts()).slice(-6)).toEqual(CHINESE);
  const after = await saved();
  expect(textsOf(after, "汇总表")).toEqual(expect.arrayContaining(["59.81%", "6,805.36", "30.23%"]));
  // The rate on the budget that the report says was raised by 20.
  expect(textsOf(after, "项目绩效跟踪分析表")).toEqual(expect.arrayContaining(["420.00", "19.45%"]));
  expect(await labelsOf(opened, "预算与支出（按类）")).toEqual(expect.arrayContaining(["预算", "支出"]));
  expect(await labelsOf(opened, "执行率（从高到低）")).toEqual(expect.arrayContaining(["综合治理经费", "红线：100%", "0%", "100%"]));
  await pictures(opened, CHINESE, "zh");

  await pane.getByRole("button", { name: "撤销", exact: true }).click();
  await pane.getByText(/^已撤销/u).waitFor();
  expect(await page.getByRole("img", { name: "执行率（从高到低）" }).count()).toBe(0);
  expect(stateOf(await saved())).toEqual(stateOf(before));
  expect(strays).toEqual([]);
  expect(complaints).toEqual([]);
}, 180_000);

it("builds them in English, and the charts follow their cells", async () => {
  const opened = await suite.open("?lang=en-US");
  const { pane, page, sheets, openSheet, goTo, complaints } = opened;
  await pane.getByRole("button", { name: "Build summary" }).click();
  await pane.getByText("6 sheets made").waitFor();
  expect((await sheets.getByRole("tab").allInnerTexts()).slice(-6)).toEqual(ENGLISH);
  await pictures(opened, ENGLISH, "en");

  const rates = "Execution rate, highest first";
  const before = await shapesOf(opened, rates);
  await openSheet("项目完成情况");
  await openSheet("Summary");
  expect(await shapesOf(opened, rates)).toEqual(before);
  await openSheet("项目完成情况");
  // 1,500.00 spent of 400.00.
  await goTo("B3");
  await page.keyboard.type("1500");
  await page.keyboard.press("Enter");
  await openSheet("Summary");
  expect(await shapesOf(opened, rates)).not.toEqual(before);
  expect(complaints).toEqual([]);
}, 180_000);

/** What a person corrects in one month's table serves the next month's, in the same workbook saved and opened again. */

import { addSheet } from "../../src/embedded/book/sheets";
import { putContent } from "../../src/embedded/book/entering";
import { saveBook } from "../../src/embedded/book/files";
import { contentOf } from "../../src/workbook/edits";
import { bookOf } from "../support/good-book";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();

const HEADER = ["项目名称", "预算数（万元）", "支出数（万元）", "调整后预算（万元）"];
const month = (spent: number): (string | number)[][] => [HEADER, ["甲", 10, spent, 20], ["乙", 20, spent, 40], ["合计", 30, 2 * spent, 60]];

it("is corrected once", async () => {
  const { page, pane, saved, read, openSheet, picture, complaints } = await suite.open();
  const openFile = async (book: Parameters<typeof saveBook>[0]): Promise<void> => {
    await page.locator("input[type=file]").setInputFiles({ name: "months.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(book)) });
    await page.getByRole("tab", { name: "1月", exact: true }).waitFor();
  };
  await openFile(bookOf("1月", month(1)));
  await pane.getByRole("button", { name: "找到 1 张表格" }).click();
  await pane.getByRole("button", { name: "修改 1月 A1:D4" }).click();
  await pane.getByRole("combobox", { name: "D 列 · 调整后预算（万元）" }).selectOption("不用于计算");
  await pane.getByRole("button", { name: "确定" }).click();
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();

  const book = await saved();
  const next = addSheet(book, "2月");
  month(3).forEach((row, r) => row.forEach((value, c) => putContent(next, r, c, contentOf(value, value))));
  await openFile(book);
  await pane.getByRole("button", { name: "找到 2 张表格" }).click();
  await pane.getByRole("button", { name: "修改 2月 A1:D4" }).click();
  await pane.getByRole("form", { name: "修改表格的识别结果" }).getByText("表头相同，沿用您以前的指定").first().waitFor();
  await picture("mapping-next-month-zh");
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  await openSheet("2月");
  expect([await read("E2"), await read("E3"), await read("E4")]).toEqual(["30%", "15%", "20%"]);
  expect(complaints).toEqual([]);
});

it("can be told which rows add up others, where nothing in their names does", async () => {
  const { page, pane, read, picture, complaints } = await suite.open();
  const rows = [["项目名称", "预算数（万元）", "支出数（万元）"], ["物业", 10, 3], ["保安", 20, 5], ["后勤类", 40, 12], ["餐费", 10, 4], ["合计", 40, 12]];
  await page.locator("input[type=file]").setInputFiles({ name: "sums.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(bookOf("表", rows))) });
  await page.getByRole("tab", { name: "表", exact: true }).waitFor();
  await pane.getByText("各行之和正好是“合计”的 2 倍").first().waitFor();
  await pane.getByRole("button", { name: "找到 1 张表格" }).click();
  await pane.getByRole("button", { name: "修改 表 A1:C6" }).click();
  const form = pane.getByRole("form", { name: "修改表格的识别结果" });
  await form.getByRole("textbox", { name: /^小计行/ }).fill("4");
  await picture("mapping-subtotals-zh");
  await form.getByRole("button", { name: "确定" }).click();
  await pane.getByText("各行之和正好是“合计”的 2 倍").first().waitFor({ state: "detached" });
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  expect([await read("D4"), await read("D6")]).toEqual(["30%", "30%"]);
  expect(complaints).toEqual([]);
});

it("is pointed out by selecting its two columns, though another block of the sheet was computed before", async () => {
  const { page, pane, read, goTo, picture, complaints } = await suite.open();
  const blocks = bookOf("经费", [["项目", "财政预算（万元）", "财政支出（万元）", "执行率", "自有预算（万元）", "自有支出（万元）"], ["甲", 100, 95, "", 80, 20], ["乙", 50, 60, "", 40, 10]]);
  await page.locator("input[type=file]").setInputFiles({ name: "blocks.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(blocks)) });
  await page.getByRole("tab", { name: "经费", exact: true }).waitFor();
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  await pane.getByRole("button", { name: "找到 1 张表格" }).click();
  await pane.getByRole("button", { name: "按选区指定" }).click();
  for (const [address, side] of [["E2:E3", "预算"], ["F2:F3", "支出"]] as const) {
    await goTo(address);
    await pane.getByRole("button", { name: `取选区作为${side}区域` }).click();
    await pane.getByRole("button", { name: `经费 ${address}` }).waitFor();
  }
  await picture("selection-zh");
  await pane.getByRole("button", { name: "按选区计算" }).click();
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  expect([await read("D2"), await read("D3"), await read("H1"), await read("H2"), await read("I1")]).toEqual(["95%", "120%", "核算完成比例（自有支出）", "25%", "状态（自有支出）"]);
  expect(complaints).toEqual([]);
});

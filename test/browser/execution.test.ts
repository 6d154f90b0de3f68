/** 计算执行率 on the report of 2016, pressed by hand in the pane and in the ribbon. Expected figures are the report's own. */

import type { Book } from "../../src/embedded/book/book";
import { findSheet } from "../../src/embedded/book/book";
import { readFormulas, readNumberFormats, textAt, usedRange } from "../../src/embedded/book/cells";
import { columnWidth } from "../../src/embedded/book/sizes";
import { activeSheet, selectionOf } from "../../src/embedded/book/view";
import { formatRange } from "../../src/workbook/address";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();

/** What every sheet holds, and how it shows it. */
function contentsOf(book: Book): unknown {
  return book.sheets.map((sheet) => {
    const used = usedRange(sheet, true);
    return used === null ? { name: sheet.name } : { name: sheet.name, used, formulas: readFormulas(sheet, used), formats: readNumberFormats(sheet, used), width: columnWidth(sheet, used.right + 1) };
  });
}

function never(): never {
  throw new Error("nothing is selected");
}

/** The text of each cell of a row of 项目完成情况, by the line's name. */
function lineOf(book: Book, name: string): string[] {
  const sheet = findSheet(book, "项目完成情况");
  const used = sheet === null ? null : usedRange(sheet, true);
  if (sheet === null || used === null) throw new Error("no sheet");
  for (let row = used.top; row <= used.bottom; row++) {
    if (textAt(sheet, row, 0).trim() !== name) continue;
    return Array.from({ length: used.right + 1 }, (_, column) => textAt(sheet, row, column));
  }
  throw new Error(`no line ${name}`);
}

describe("计算执行率 in the pane", () => {
  it("writes each line's rate and status beside the data, and undo takes every cell back", async () => {
    const { page, pane, saved, openSheet, goTo, picture, complaints } = await suite.open();
    const compute = pane.getByRole("button", { name: "计算执行率" });
    await compute.waitFor();
    const before = contentsOf(await saved());

    await compute.click();
    await pane.getByRole("button", { name: /^撤销/ }).waitFor();
    const written = await saved();
    expect(lineOf(written, "综合治理经费").slice(-2)).toEqual(["184.33%", "超支 83.33万元"]);
    expect(lineOf(written, "24号院养老服务中心装修改造经费").at(-2)).toBe("19.55%");
    expect(lineOf(written, "合计").at(-2)).toBe("59.81%");
    await pane.getByLabel("查看表格").selectOption({ label: "项目完成情况 A2:D28" });
    await pane.getByText("25 行相加是 6,805.37").waitFor();
    await openSheet("项目完成情况");
    await goTo("F23");
    await picture("computed-zh");

    await pane.getByRole("button", { name: /^撤销/ }).click();
    await pane.getByText(/已撤销|撤销了/).waitFor();
    expect(contentsOf(await saved())).toEqual(before);
    expect(complaints).toEqual([]);
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("changes nothing the second time", async () => {
    const { pane, saved } = await suite.open();
    const compute = pane.getByRole("button", { name: "计算执行率" });
    await compute.click();
    await pane.getByRole("button", { name: /^撤销/ }).waitFor();
    const once = contentsOf(await saved());
    await compute.click();
    await pane.getByText(/没有.*(变化|改变|需要)/).waitFor();
    expect(contentsOf(await saved())).toEqual(once);
  });

  it("waits for nobody while a cell is edited: it says so, and the workbook stays as it was", async () => {
    const { page, pane, goTo, openSheet } = await suite.open();
    await pane.getByRole("button", { name: "计算执行率" }).waitFor();
    await openSheet("预算执行");
    await goTo("H3");
    await page.keyboard.type("12");
    await page.getByText("输入", { exact: true }).waitFor();
    await pane.getByRole("button", { name: "计算执行率" }).click();
    await pane.getByText(/编辑/).first().waitFor();
  });

  it("shows the cell of a line that is clicked", async () => {
    const { page, pane } = await suite.open();
    await pane.getByText("政协事务").first().click();
    await page.locator(".sheet-list").getByRole("tab", { name: "预算执行", selected: true }).waitFor();
    await page.locator('.fortune-name-box:has-text("4")').waitFor();
  });
});

describe("计算执行率 in the ribbon", () => {
  it("does the same without the pane", async () => {
    const { page, saved } = await suite.open();
    await page.getByRole("button", { name: "关闭窗格" }).click();
    await page.locator(".ribbon").getByRole("button", { name: "计算执行率" }).click();
    await page.getByText("正在运行").waitFor();
    await page.locator(".status-bar").getByText("就绪").waitFor();
    expect(lineOf(await saved(), "综合治理经费").slice(-2)).toEqual(["184.33%", "超支 83.33万元"]);
  });
});

describe("the ribbon's outcome, seen on the sheet in front", () => {
  it.each([["计算执行率", "E3:E26"], ["标记异常", "B3"]])("%s selects %s where it wrote", async (button, selected) => {
    const { page, openSheet, goTo, saved } = await suite.open();
    await page.getByRole("button", { name: "关闭窗格" }).click();
    await openSheet("预算执行");
    await goTo("A1");
    await page.locator(".ribbon").getByRole("button", { name: button }).click();
    await page.getByText("正在运行").waitFor();
    await page.locator(".status-bar").getByText("就绪").waitFor();
    await page.locator(`.fortune-name-box:text-is("${selected}")`).waitFor({ timeout: 5_000 });
    expect(formatRange(selectionOf(activeSheet(await saved())).ranges[0] ?? never())).toBe(selected);
  });
});

describe("计算执行率 in the menu of cells", () => {
  it("does the same, with the words of the manifest", async () => {
    const { page, openSheet, goTo, saved, picture, complaints } = await suite.open();
    await openSheet("项目完成情况");
    await goTo("B3");
    const selected = await page.locator(".luckysheet-cell-selected").first().boundingBox();
    if (selected === null) throw new Error("nothing is selected");
    await page.mouse.click(selected.x + 20, selected.y + 8, { button: "right" });
    await page.getByRole("menuitem", { name: "计算执行率" }).waitFor();
    await picture("menu-of-cells");
    await page.getByRole("menuitem", { name: "计算执行率" }).click();
    await page.locator(".status-bar").getByText("正在运行：计算执行率").waitFor();
    await page.locator(".status-bar").getByText("就绪").waitFor();
    expect(lineOf(await saved(), "综合治理经费").slice(-2)).toEqual(["184.33%", "超支 83.33万元"]);
    expect(complaints).toEqual([]);
  });
});

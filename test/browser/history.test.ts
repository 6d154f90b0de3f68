/** 写入记录: what the pane wrote can be taken back after it was closed. */

import type { Book } from "../../src/embedded/book/book";
import { readFormulas, usedRange } from "../../src/embedded/book/cells";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();

function contentsOf(book: Book): unknown {
  return book.sheets.map((sheet) => {
    const used = usedRange(sheet, true);
    return [sheet.name, used, used === null ? null : readFormulas(sheet, used)];
  });
}

it("runs outlive the pane, are listed, and go one by one or all together", async () => {
  const { page, pane, saved, picture } = await suite.open();
  await pane.getByRole("button", { name: "计算执行率" }).waitFor();
  const before = contentsOf(await saved());
  await pane.getByRole("button", { name: "计算执行率" }).click();
  await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
  const computed = contentsOf(await saved());
  await page.getByRole("button", { name: "关闭窗格" }).click();
  // The ribbon writes while the pane is closed.
  await page.locator(".ribbon").getByRole("button", { name: "生成汇总表" }).click();
  await page.getByRole("tab", { name: "汇总表", exact: true }).waitFor({ timeout: 60_000 });
  await page.locator(".status-bar").getByText("就绪").waitFor();
  await page.locator(".ribbon").getByRole("button", { name: "执行跟踪窗格" }).click();
  await pane.getByRole("button", { name: "写入记录" }).click();
  await pane.getByRole("listitem").nth(1).waitFor();
  expect(await pane.getByRole("list", { name: "写入记录，最近的在前" }).getByRole("listitem").allInnerTexts()).toEqual([expect.stringMatching(/^生成汇总表\n/), expect.stringMatching(/^计算执行率\n.* · 104 个单元格\n/)]);
  await picture("history-zh");
  await pane.getByRole("button", { name: /^撤销 生成汇总表/ }).click();
  await pane.getByText(/已撤销/).waitFor({ timeout: 60_000 });
  expect(contentsOf(await saved())).toEqual(computed);
  await pane.getByRole("button", { name: /^撤销 计算执行率/ }).click();
  await pane.getByText("没有可以撤销的写入。").waitFor();
  expect(contentsOf(await saved())).toEqual(before);
});

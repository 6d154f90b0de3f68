/** Excel below the level that the add-in asks for: it says so, and breaks nothing. */

import { saveBook } from "../../src/embedded/book/files";
import { narrowPane, violations } from "./narrow";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();

it.each([
  ["zh-CN", "这个版本的 Excel 太旧，不支持本加载项", "请使用 Excel 2021 及以上版本、Microsoft 365 或 Excel 网页版。", "计算执行率"],
  ["en-US", "This version of Excel is too old for the add-in", "Use Excel 2021 or later, Microsoft 365 or Excel on the web.", "Compute execution"],
])("below ExcelApi 1.13 says so and breaks nothing, in %s", async (lang, what, remedy, compute) => {
  const opened = await suite.open(`?lang=${lang}&level=1.12`);
  const { page, pane, saved, picture, complaints } = opened;
  await pane.getByRole("heading", { name: what }).waitFor();
  await pane.getByText(remedy).waitFor();
  const frame = await narrowPane(page);
  expect(await violations(frame, false)).toEqual([]);
  await picture(`state-too-old-${lang}`);
  const before = await saveBook(await saved());
  await page.locator(".ribbon").getByRole("button", { name: compute }).click();
  await page.waitForTimeout(1500);
  expect(Buffer.from(await saveBook(await saved())).equals(Buffer.from(before))).toBe(true);
  expect(complaints).toEqual([]);
});

/** The pane from opening to an exported file, as somebody meets it who has never seen it, and what it offers where there is nothing to do. */

import { createBook } from "../../src/embedded/book/book";
import { saveBook } from "../../src/embedded/book/files";
import { workbenchSuite, type OpenWorkbench } from "./workbench";

const suite = workbenchSuite();

/** How each of the four acts stands. */
async function steps({ pane }: OpenWorkbench, name: string): Promise<string[]> {
  const texts = await pane.getByRole("navigation", { name }).getByRole("listitem").allInnerTexts();
  return texts.map((text) => text.split("\n").filter((line) => !/^\d?$/.test(line)).join(": "));
}

it("leads a newcomer through the four acts", async () => {
  const opened = await suite.open("", { isNew: true });
  const { pane, picture, complaints, strays } = opened;
  await pane.getByRole("heading", { name: "第一次使用" }).waitFor();
  await picture("pane-guidance-zh");
  const [manual] = await Promise.all([opened.page.waitForEvent("popup"), pane.getByRole("link", { name: /^使用手册/ }).click()]);
  await manual.getByRole("heading", { name: "预算执行跟踪：使用手册" }).waitFor();
  await manual.close();
  await pane.getByRole("button", { name: "知道了" }).click();
  expect(await steps(opened, "四个步骤")).toEqual(["计算执行率: 待写 104 格", "标记异常: 未检查", "生成汇总表: 未生成", "导出: 本次未导出"]);
  for (const next of ["标记异常", "生成汇总表", "导出"]) {
    await pane.locator("button[aria-current=step]").click();
    await pane.locator("button[aria-current=step]", { hasText: next }).waitFor({ timeout: 60_000 });
  }
  await pane.locator("button[aria-current=step]").click();
  await pane.getByRole("button", { name: "上报文件（.xlsx）" }).click();
  await opened.page.getByRole("button", { name: "在这里打开" }).waitFor({ timeout: 60_000 });
  expect(await steps(opened, "四个步骤")).toEqual(["计算执行率: 已是最新", expect.stringMatching(/^标记异常: \d+ 项待处理$/), "生成汇总表: 已是最新", "导出: 已导出"]);
  await picture("pane-all-done-zh");
  expect([complaints, strays]).toEqual([[], []]);
});

it.each([
  ["zh-CN", "打开示例", "在这里打开", "计算执行率"],
  ["en-US", "Open the sample", "Open it here", "Compute execution"],
])("offers the sample in an empty workbook, in %s", async (lang, open, here, compute) => {
  const opened = await suite.open(`?lang=${lang}`);
  const { page, pane, picture, complaints, strays } = opened;
  await pane.getByRole("button", { name: compute }).waitFor();
  await page.locator("input[type=file]").setInputFiles({ name: "empty.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(createBook(["Sheet1"]))) });
  await pane.getByRole("button", { name: open }).click();
  await page.getByRole("button", { name: here }).waitFor();
  await picture(`pane-empty-${lang}`);
  await page.getByRole("button", { name: here }).click();
  await pane.locator("button[aria-current=step]", { hasText: compute }).waitFor();
  expect([complaints, strays]).toEqual([[], []]);
});

it.each(["zh-CN", "en-US"])("has a manual of two printed pages that needs nothing but itself, in %s", async (lang) => {
  const { page, complaints, strays } = await suite.open();
  const manual = new URL(`assets/guides/manual.${lang}.html`, page.url()).href;
  await page.goto("about:blank");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(manual);
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  expect([requests, complaints, strays]).toEqual([[manual], [], []]);
});

/**
 * `npm run screenshots`: pictures of the built workbench for README and guides, taken as a person would see it: the
 * sample workbook, the acts one after the other. Needs `npm run build` first, and Chromium (`CHROMIUM` names it).
 */

import { join } from "node:path";
import { chromium, type FrameLocator, type Page } from "playwright-core";
import { serveSite } from "../../test/browser/site";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

interface Seen {
  readonly page: Page;
  readonly pane: FrameLocator;
}

/** In order, each from where the one before left off; a picture is taken after each. */
const SCENES: readonly (readonly [file: string, play: (seen: Seen) => Promise<void>])[] = [
  ["workbench", async ({ page, pane }) => {
    await pane.getByRole("button", { name: "计算执行率" }).click();
    await pane.getByText(/已写入 \d+ 个单元格/).waitFor();
    await page.getByRole("tab", { name: "项目完成情况", exact: true }).click();
  }],
  ["findings", async ({ pane }) => {
    await pane.getByRole("button", { name: "标记异常" }).click();
    await pane.getByRole("tab", { name: /^异常 \d+/, selected: true }).waitFor();
    await pane.getByRole("button", { name: /^撤销/ }).waitFor();
  }],
  ["summary", async ({ page, pane }) => {
    await pane.getByRole("button", { name: "生成汇总表" }).click();
    await page.getByRole("tab", { name: "汇总表", exact: true }).click({ timeout: 60_000 });
  }],
];

async function main(): Promise<void> {
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    await page.goto(`${site.url}workbench.html`);
    const pane = page.frameLocator(".pane iframe");
    await pane.getByRole("button", { name: "知道了" }).click();
    for (const [file, play] of SCENES) {
      await play({ page, pane });
      // What was clicked last may still be drawing.
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(__dirname, `${file}.png`) });
      process.stdout.write(`${file}.png\n`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

void main();

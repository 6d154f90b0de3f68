/** 标记异常 on the report of 2016 as it is drawn: what no test without a browser can see. */

import { readFileSync } from "node:fs";
import type { Frame, Locator, Page } from "playwright-core";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The add-in's own page, made as narrow as Excel makes it. */
async function narrowPane(page: Page): Promise<Frame> {
  await page.addStyleTag({ content: ".pane { width: 320px !important; flex-basis: 320px !important; }" });
  const frame = page.frames().find((candidate) => candidate.url().includes("taskpane.html"));
  if (frame === undefined) throw new Error("no pane");
  return frame;
}

/** Rows that overlap the next one or leave a gap, and rows that do not hold their contents. */
function misplacedRows(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const rows = [...document.querySelectorAll("[role=grid] > [role=row]")].map((row) => ({ row, box: row.getBoundingClientRect() }));
    return rows.flatMap(({ row, box }, i) => {
      const next = rows[i + 1];
      const follows = next !== undefined && Number(next.row.getAttribute("aria-rowindex")) === Number(row.getAttribute("aria-rowindex")) + 1;
      const isMisplaced = (follows && Math.abs(next.box.top - box.bottom) > 1) || row.scrollHeight > row.clientHeight + 1;
      return isMisplaced ? [row.textContent ?? ""] : [];
    });
  });
}

/** What sticks out to the right of the pane. */
function tooWide(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const main = document.querySelector("main");
    if (main === null) throw new Error("nothing is shown");
    const wide = [...main.querySelectorAll("*")].filter((element) => {
      const { width, right } = element.getBoundingClientRect();
      return width > 1 && right > main.getBoundingClientRect().left + main.clientWidth + 1;
    });
    return [...(main.scrollWidth > main.clientWidth ? ["scrolls sideways"] : []), ...wide.map((element) => element.outerHTML.slice(0, 100))];
  });
}

/** Whether all of it can be seen in the pane's middle. */
function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const region = element.closest("main")?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return region !== undefined && top >= region.top - 1 && bottom <= region.bottom + 1;
  });
}

/** What axe objects to in the pane's middle. Contrast is the system's own where it forces colours; axe sees those that they replace. */
async function violations(frame: Frame, areColoursForced: boolean): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async (hasContrast) => {
    const { axe } = globalThis as unknown as { readonly axe: { run(root: string, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> } };
    const found = await axe.run("main", { rules: { "color-contrast": { enabled: hasContrast } } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, !areColoursForced);
}

it.each([
  ["zh-CN", "?lang=zh-CN"],
  ["en-US", "?lang=en-US"],
  ["dark", "?theme=dark"],
  ["contrast", "?theme=contrast"],
])("findings and settings fit a narrow pane, %s", async (name, query) => {
  const { page, pane, picture, complaints } = await suite.open(query);
  // The workbench hands its theme on; the system's own contrast is the browser's.
  const isForced = name === "contrast";
  if (isForced) await page.emulateMedia({ forcedColors: "active" });
  const frame = await narrowPane(page);
  await pane.getByRole("tab").nth(1).click();
  await pane.getByRole("button", { name: /^(?:标记异常|Flag anomalies)$/u }).first().click();
  await pane.getByRole("grid").waitFor();
  const row = pane.getByRole("row").nth(2);
  await row.getByRole("button", { name: /^(?:偏差原因|Reason)$/u }).click();
  await pane.getByRole("form").waitFor();
  await page.waitForTimeout(200);
  expect(await isInView(pane.getByRole("form").getByRole("button").first())).toBe(true);
  expect(await tooWide(frame)).toEqual([]);
  expect(await misplacedRows(frame)).toEqual([]);
  expect(await violations(frame, isForced)).toEqual([]);
  await picture(`findings-${name}`);

  await pane.getByRole("button", { name: /^(?:勾稽核对|Reconciliations)$/u }).click();
  await pane.getByRole("grid").nth(1).waitFor();
  expect(await tooWide(frame)).toEqual([]);
  expect(await violations(frame, isForced)).toEqual([]);

  await pane.getByRole("button", { name: /^(?:检查设置|Settings of checks)$/u }).click();
  await pane.getByRole("switch").first().waitFor();
  expect(await tooWide(frame)).toEqual([]);
  expect(await violations(frame, isForced)).toEqual([]);
  await picture(`settings-${name}`);
  expect(complaints).toEqual([]);
});

it("rows follow each other without gaps wherever the list is scrolled to, and the keys reach its end and its beginning", async () => {
  const { page, pane } = await suite.open();
  const frame = await narrowPane(page);
  await pane.getByRole("tab").nth(1).click();
  await pane.getByRole("button", { name: "标记异常" }).first().click();
  await pane.getByRole("grid").waitFor();
  const [heading, first] = await pane.getByRole("row").allInnerTexts();
  await pane.getByRole("gridcell").first().hover();
  for (let i = 0; i < 20; i++) {
    await page.mouse.wheel(0, i < 12 ? 700 : -500);
    await page.waitForTimeout(60);
    expect(await misplacedRows(frame)).toEqual([]);
  }
  const cell = frame.locator("[role=gridcell]:focus");
  await frame.locator("[role=gridcell][tabindex='0']").focus();
  await page.keyboard.press("End");
  const rows = Number(await pane.getByRole("grid").getAttribute("aria-rowcount"));
  await frame.locator(`[aria-rowindex='${rows}'] [role=gridcell]:focus`).waitFor();
  await page.waitForTimeout(200);
  expect(await isInView(cell)).toBe(true);
  await page.keyboard.press("Home");
  await frame.locator("[aria-rowindex='2'] [role=gridcell]:focus").waitFor();
  await page.waitForTimeout(200);
  expect(await isInView(cell)).toBe(true);
  expect((await pane.getByRole("row").allInnerTexts()).slice(0, 2)).toEqual([heading, first]);
});

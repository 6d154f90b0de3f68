/** 标记异常 on the report of 2016 as it is drawn: what no test without a browser can see. */

import type { Frame, Locator } from "playwright-core";
import { narrowPane, tooWide, violations } from "./narrow";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();
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

/** Whether all of it can be seen in the pane's middle. */
function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const region = element.closest("main")?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return region !== undefined && top >= region.top - 1 && bottom <= region.bottom + 1;
  });
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

/** Rows still out of place once the list had time to measure what scrolled into view: a busy machine takes some frames more. */
async function settledRows(frame: Frame): Promise<string[]> {
  const deadline = Date.now() + 2_000;
  let misplaced = await misplacedRows(frame);
  while (misplaced.length > 0 && Date.now() < deadline) misplaced = await misplacedRows(frame);
  return misplaced;
}

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
    expect(await settledRows(frame)).toEqual([]);
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

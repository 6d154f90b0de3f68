/** Every state of the pane, 320 pixels wide, in each language and theme: nothing sticks out, axe finds nothing, and a picture is kept to be looked at. */

import type { FrameLocator, Page } from "playwright-core";
import { createBook } from "../../src/embedded/book/book";
import { saveBook } from "../../src/embedded/book/files";
import { bookOf } from "../support/good-book";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale, Translator } from "../../src/i18n/translate";
import { narrowPane, tooWide, violations } from "./narrow";
import { workbenchSuite } from "./workbench";

const suite = workbenchSuite();

interface Seen {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly words: Translator;
}

function button({ pane }: Seen, name: string): ReturnType<FrameLocator["getByRole"]> {
  return pane.getByRole("button", { name }).first();
}

/** In order, each from where the one before left off. */
const STATES: readonly (readonly [name: string, reach: (seen: Seen) => Promise<void>])[] = [
  ["guidance", async ({ pane, words }) => {
    await pane.getByRole("heading", { name: words("guidance.title") }).waitFor();
  }],
  ["tables", async (seen) => {
    await button(seen, seen.words("guidance.dismiss")).click();
    await seen.pane.getByRole("button", { name: seen.words("pane.tables.count", { count: 7 }) }).click();
    await button(seen, seen.words("pane.table.columns")).click();
    await seen.pane.getByRole("definition").first().waitFor();
  }],
  ["mapping", async (seen) => {
    await button(seen, seen.words("pane.table.edit.of", { place: "项目完成情况 A2:D28" })).click();
    await seen.pane.getByRole("form", { name: seen.words("pane.mapping.title") }).waitFor();
  }],
  ["preview", async (seen) => {
    await button(seen, seen.words("pane.mapping.save")).click();
    await button(seen, seen.words("pane.preview")).click();
    await seen.pane.getByRole("heading", { name: seen.words("pane.preview.title", { count: 104 }) }).waitFor();
  }],
  ["written", async (seen) => {
    await button(seen, seen.words("pane.preview.back")).click();
    await button(seen, seen.words("pane.compute")).click();
    await button(seen, seen.words("pane.undo")).waitFor();
  }],
  ["text", async ({ pane, words }) => {
    await pane.getByRole("tab", { name: words("pane.tab.text") }).click();
    await pane.getByRole("textbox").first().waitFor();
  }],
  ["summary", async (seen) => {
    await button(seen, seen.words("summary-view.make")).click();
    await seen.page.getByRole("tab", { name: seen.words("summary.name.summary"), exact: true }).waitFor({ timeout: 60_000 });
    await button(seen, seen.words("pane.undo")).waitFor();
  }],
  ["export", async (seen) => {
    await seen.pane.getByRole("tab", { name: seen.words("pane.tab.export") }).click();
    await button(seen, seen.words("export-view.data")).click();
    await seen.pane.getByRole("textbox", { name: "budget.csv" }).waitFor();
  }],
  ["history", async (seen) => {
    await button(seen, seen.words("history.open")).click();
    await seen.pane.getByRole("list", { name: seen.words("history.runs") }).waitFor();
  }],
  ["empty", async (seen) => {
    await seen.page.locator("input[type=file]").setInputFiles({ name: "empty.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(createBook(["Sheet1"]))) });
    await button(seen, seen.words("sample.open")).waitFor();
  }],
  ["problem", async (seen) => {
    await seen.page.locator("input[type=file]").setInputFiles({ name: "budget.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(bookOf("预算", [["项目名称", "年初预算"], ["物业", 10]]))) });
    await seen.pane.getByText(seen.words("problem.no-expenditure-column")).first().waitFor();
  }],
];

it.each<[string, string, Locale]>([
  ["zh", "?lang=zh-CN", "zh-CN"],
  ["en-dark", "?lang=en-US&theme=dark", "en-US"],
  ["contrast", "?theme=contrast", "zh-CN"],
])("can be read and used, %s", async (name, query, locale) => {
  const opened = await suite.open(query, { isNew: true });
  const isForced = name === "contrast";
  if (isForced) await opened.page.emulateMedia({ forcedColors: "active" });
  await narrowPane(opened.page);
  for (const [state, reach] of STATES) {
    await reach({ ...opened, words: createTranslator(locale) });
    await opened.pane.locator("main[aria-busy=false]").waitFor({ timeout: 60_000 });
    // Another workbook comes with a pane of its own.
    const frame = await narrowPane(opened.page);
    expect({ state, wide: await tooWide(frame), violations: await violations(frame, isForced) }).toEqual({ state, wide: [], violations: [] });
    await opened.picture(`state-${state}-${name}`);
  }
  expect(opened.complaints).toEqual([]);
}, 240_000);

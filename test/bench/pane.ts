/** How long a person waits in the built workbench, from the click to what is drawn, and how long the pane answers nobody meanwhile. */

import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Frame } from "playwright-core";
import { saveBook } from "../../src/embedded/book/files";
import { serveSite, type Site } from "../browser/site";
import { budgetBook } from "./budget-book";
import type { Result, Sizes } from "./result";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const BUILT = path.join(__dirname, "../../dist-workbench/workbench.html");
const ROWS = [25, 1_000, 10_000];
/** The pane, the embedded Excel and the grid that draws it share one thread here; in Excel the pane has one to itself. */
const LONGEST_TASK = 50;

/** By the clock, as a person has it, so it fails nothing and is left out of the small sizes. Not measured where there is no browser, or nothing is built. */
export async function benchPane(sizes: Sizes): Promise<Result[]> {
  if (sizes === "small") return [];
  if (!existsSync(CHROMIUM) || !existsSync(BUILT)) return ROWS.flatMap((count) => resultsOf(count, null));
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  try {
    const results: Result[] = [];
    for (const count of ROWS) results.push(...resultsOf(count, await measure(browser, site, count)));
    return results;
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Waited {
  /** From the click until what was written is told and drawn, in milliseconds. */
  readonly painted: number;
  /** The longest task of the pane's own scripts, in milliseconds; those below 50 are not told apart. */
  readonly longest: number;
}

function resultsOf(rows: number, waited: Waited | null): Result[] {
  const note = waited === null ? "needs Chromium, and `npm run build` before" : "by the clock";
  return [
    { name: `pane, from click to painted: ${rows} rows`, value: waited?.painted ?? NaN, unit: "ms", aim: null, note },
    { name: `pane, longest task of its own: ${rows} rows`, value: waited?.longest ?? NaN, unit: "ms", aim: LONGEST_TASK, note },
  ];
}

async function measure(browser: Browser, site: Site, rows: number): Promise<Waited> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  try {
    await page.addInitScript(() => window.localStorage.setItem("budget-execution:guidance", "dismissed"));
    await page.goto(`${site.url}workbench.html`);
    await page.locator(".name-box").waitFor();
    const file = { name: "bench.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await saveBook(budgetBook(rows))) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("tab", { name: "项目", exact: true }).waitFor({ timeout: 120_000 });
    const pane = page.frameLocator(".pane iframe");
    await pane.getByText(/将写入/u).waitFor({ timeout: 120_000 });
    const frame = await (await page.locator(".pane iframe").elementHandle())?.contentFrame();
    if (frame === null || frame === undefined) throw new Error("no pane");
    return await waitedFor(frame);
  } finally {
    await page.close();
  }
}

/** Inside the pane, so that neither the driver nor its messages are counted. */
function waitedFor(frame: Frame): Promise<Waited> {
  return frame.evaluate(async () => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "self") tasks.push(duration);
    });
    observer.observe({ type: "longtask" });
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent?.includes("计算执行率") === true);
    if (button === undefined) throw new Error("nothing to press");
    const started = performance.now();
    button.click();
    while (document.body.textContent?.includes("已写入") !== true) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const painted = performance.now() - started;
    observer.disconnect();
    return { painted, longest: Math.max(0, ...tasks) };
  });
}

/** The workbench as a person uses it: through the page, never through its code. */

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { openBook } from "../../src/embedded/book/files";
import type { Book } from "../../src/embedded/book/book";
import { PROFILE, SITE } from "./set-up";

/** Without its windows Chromium shows the same pages in two thirds of the time. */
const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const CHROMIUM = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path)) ?? "chromium";
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--lang=zh-CN"];
/** Every name but this machine's own is unknown: a page that needs the network fails. */
const NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";
const RESULTS = join(__dirname, "../../test-results");

export interface OpenWorkbench {
  readonly page: Page;
  /** The add-in's own page in its frame. */
  readonly pane: FrameLocator;
  /** The tabs under the grid. */
  readonly sheets: Locator;
  /** Addresses of requests that were not for the site, and what the pages complained about. */
  readonly strays: readonly string[];
  readonly complaints: readonly string[];
  /** Goes to a cell by the name box, and gives what the formula bar shows. */
  readonly read: (address: string) => Promise<string>;
  readonly goTo: (address: string) => Promise<void>;
  readonly openSheet: (name: string) => Promise<void>;
  /** Saves by the page's own button, and opens the file. */
  readonly saved: () => Promise<Book>;
  /** Into test-results/, to be looked at. */
  readonly picture: (name: string) => Promise<void>;
}

interface Seen {
  readonly strays: string[];
  readonly complaints: string[];
}

export interface Suite {
  /** `isNew`: nobody has opened the pane before, so that it explains itself. */
  readonly open: (query?: string, options?: { readonly isNew?: boolean }) => Promise<OpenWorkbench>;
}

/**
 * One browser and one page for a test file: a new page reads all scripts again, which takes longer than most tests, so
 * each test loads the workbench anew in the same one, with what pages remember cleared. The site may be another than the
 * built one.
 */
export function workbenchSuite(siteUrl = (): string => told(SITE)): Suite {
  let browser: BrowserContext;
  let page: Page;
  let seen: Seen = { strays: [], complaints: [] };
  beforeAll(async () => {
    mkdirSync(RESULTS, { recursive: true });
    browser = await chromium.launchPersistentContext(told(PROFILE), {
      executablePath: CHROMIUM, args: [...ARGUMENTS, NO_NETWORK],
      viewport: { width: 1440, height: 900 }, locale: "zh-CN", colorScheme: null, permissions: ["clipboard-read", "clipboard-write"],
    });
    page = browser.pages()[0] ?? (await browser.newPage());
    page.on("request", (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(siteUrl())) seen.strays.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) seen.complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on("pageerror", (error) => seen.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") seen.complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
  afterEach(async () => {
    await Promise.all(browser.pages().map((opened) => (opened === page ? page.goto("about:blank") : opened.close())));
  });

  return {
    open: async (query = "", { isNew = false } = {}) => {
      await page.emulateMedia({ forcedColors: null });
      await page.mouse.move(0, 0);
      await page.goto(`${siteUrl()}assets/icons/compute-16.png`);
      await page.evaluate(forget, isNew);
      seen = { strays: [], complaints: [] };
      const { strays, complaints } = seen;
      await page.goto(`${siteUrl()}workbench.html${query}`);
      const sheets = page.locator(".sheet-list");
      const nameBox = page.locator(".name-box");
      await nameBox.waitFor();

      const goTo = async (address: string): Promise<void> => {
        await nameBox.fill(address);
        await nameBox.press("Enter");
        await page.locator(`.fortune-name-box:text-is("${address}")`).waitFor();
      };
      return {
        page,
        sheets,
        pane: page.frameLocator(".pane iframe"),
        strays,
        complaints,
        goTo,
        read: async (address) => {
          await goTo(address);
          return page.locator(".fortune-fx-input").innerText();
        },
        openSheet: async (name) => {
          await sheets.getByRole("tab", { name, exact: true }).click();
          await sheets.getByRole("tab", { name, exact: true, selected: true }).waitFor();
        },
        saved: async () => {
          const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".title-bar .quick").first().click()]);
          const opened = await openBook(readFileSync(await download.path()));
          if (!opened.ok) throw new Error(opened.problem.code);
          return opened.value.book;
        },
        picture: async (name) => {
          await page.screenshot({ path: join(RESULTS, `${name}.png`) });
        },
      };
    },
  };
}

function told(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

/** Runs in a page of the site that has no scripts: clears what pages before it left. */
function forget(isNew: boolean): void {
  window.sessionStorage.clear();
  window.localStorage.clear();
  if (!isNew) window.localStorage.setItem("budget-execution:guidance", "dismissed");
}

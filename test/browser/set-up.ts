/** Once for all browser tests: the built site, and a folder in which the browser keeps what it compiled of it from one test file to the next. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveSite } from "./site";

/** The names by which test files find them in their environment. */
export const SITE = "BROWSER_TEST_SITE";
export const PROFILE = "BROWSER_TEST_PROFILE";

let clear: (() => Promise<void>) | null = null;

export default async function setUp(): Promise<void> {
  const site = await serveSite();
  const profile = mkdtempSync(join(tmpdir(), "budget-execution-browser-"));
  Object.assign(process.env, { [SITE]: site.url, [PROFILE]: profile });
  clear = async () => {
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  };
}

export async function tearDown(): Promise<void> {
  await clear?.();
}

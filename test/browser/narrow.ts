/** The pane as narrow as Excel makes it: what sticks out, and what axe objects to. */

import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** The add-in's own page, made as narrow as Excel makes it. */
export async function narrowPane(page: Page): Promise<Frame> {
  await page.addStyleTag({ content: ".pane { width: 320px !important; flex-basis: 320px !important; }" });
  const element = await page.locator(".pane iframe").elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("no pane");
  await frame.waitForURL(/taskpane\.html/u);
  return frame;
}

/** What sticks out to the right of the pane. */
export function tooWide(frame: Frame): Promise<string[]> {
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

/** What axe objects to in the pane's middle. Contrast is the system's own where it forces colours; axe sees those that they replace. */
export async function violations(frame: Frame, areColoursForced: boolean): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async (hasContrast) => {
    const { axe } = globalThis as unknown as { readonly axe: { run(root: string, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> } };
    const found = await axe.run("main", { rules: { "color-contrast": { enabled: hasContrast } } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, !areColoursForced);
}

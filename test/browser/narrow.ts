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

/** What sticks out to the right of the pane's page. */
export function tooWide(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const all = [...document.querySelectorAll("body *")];
    if (document.querySelector("main") === null) throw new Error("nothing is shown");
    const edge = document.documentElement.clientWidth;
    const wide = all.filter((element) => {
      const { width, right } = element.getBoundingClientRect();
      return width > 1 && right > edge + 1;
    });
    const scrolling = [document.documentElement, document.body, ...all].filter((element) => element.scrollWidth > element.clientWidth && /auto|scroll/u.test(getComputedStyle(element).overflowX));
    return [...scrolling.map((element) => `scrolls sideways: ${element.outerHTML.slice(0, 100)}`), ...wide.map((element) => element.outerHTML.slice(0, 100))];
  });
}

/**
 * What axe objects to in the pane's page. Contrast is the system's own where it forces colours; axe sees those that they replace.
 * Left out are the two empty elements that Fluent's Tabster puts around everything to catch Tab at the page's ends: they are
 * focusable and hidden from readers, pass the focus on at once, and are no part of the pane.
 */
export async function violations(frame: Frame, areColoursForced: boolean): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async (hasContrast) => {
    const { axe } = globalThis as unknown as { readonly axe: { run(root: object, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }> } };
    const found = await axe.run({ exclude: [["[data-tabster-dummy]"]] }, { rules: { "color-contrast": { enabled: hasContrast } } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
  }, !areColoursForced);
}

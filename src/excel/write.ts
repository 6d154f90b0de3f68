/** Contents as Excel's API takes them, and how large they are on the way. */

import type { Content } from "../workbook/edits";
import { jsonBytes } from "./chunks";

/** What `Range.formulas` is set to so that the cell gets exactly this content. */
export function writable(content: Content): string | number | boolean {
  switch (content.kind) {
    case "blank":
      return "";
    case "text":
      return staysText(content.value) ? content.value : `'${content.value}`;
    default:
      return content.value;
  }
}

/**
 * Excel turns a text that looks like a number, a date, a formula, a boolean or an error into one.
 * A text that begins with a Chinese character, or with a letter and is no boolean or English date, stays.
 */
function staysText(text: string): boolean {
  if (/^\p{Script=Han}/u.test(text)) return true;
  return /^\p{L}/u.test(text) && !/^(true|false)$/i.test(text) && !/\d/.test(text);
}

export function contentBytes(grid: readonly (readonly Content[])[]): number {
  let bytes = 0;
  for (const row of grid) {
    for (const content of row) bytes += content.kind === "text" || content.kind === "formula" ? jsonBytes(content.value) + 2 : 20;
  }
  return bytes;
}

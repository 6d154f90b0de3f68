/**
 * The report's tables as printed, and what each printed cell becomes in a workbook. Every cell keeps what
 * is printed, hazards included: a figure that is printed as a plain number becomes one (with a number
 * format that prints it the same way); a figure with a trailing space, a thousands separator or a
 * full-width blank stays text, and so do the 22-digit codes.
 */

import type { Content } from "../../src/workbook/edits";

export interface PrintedSheet {
  readonly name: string;
  /** First and last header row, from one. */
  readonly headerRows: readonly [number, number];
  /** In characters. */
  readonly widths: readonly number[];
  readonly merges: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a printed cell becomes, and the number format that prints it as it was. */
export function cellOf(printed: string): { readonly content: Content; readonly numberFormat: string } {
  if (printed === "") return { content: { kind: "blank" }, numberFormat: "General" };
  const number = /^(\d{1,15})(?:\.(\d+))?(%?)$/.exec(printed);
  if (number === null || printed.length > 15 || /^\d{7,}$/.test(printed)) {
    return { content: { kind: "text", value: printed }, numberFormat: /^\d{7,}$/.test(printed) ? "@" : "General" };
  }
  const [, , decimals = "", percent] = number;
  if (percent === "%") return { content: { kind: "number", value: Number(`${printed.slice(0, -1)}e-2`) }, numberFormat: "0.00%" };
  return { content: { kind: "number", value: Number(printed) }, numberFormat: decimals.endsWith("0") ? `0.${"0".repeat(decimals.length)}` : "General" };
}

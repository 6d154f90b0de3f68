/** How cells of our sheets look, by what they are for. Fonts are the workbook's own, so that everything fits together. */

import type { FigureFormat, SummaryColumn } from "../../domain/summary/model";
import type { BorderLook } from "../../workbook/edits";
import type { CellStyle } from "../../workbook/sheet-layout";

export type Role = "blank" | "title" | "heading" | "caption" | "note" | "header" | "body" | "subtotal" | "total" | "label" | "sign-off" | "data";

const LINE: BorderLook = { style: "Continuous", weight: "Thin", color: "#7F7F7F" };
const ALL_LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const NO_LINES = { top: null, bottom: null, left: null, right: null };

const FONT: CellStyle["font"] = { name: null, size: 11, bold: false, italic: false, underline: "None", color: "#000000" };
const PLAIN: CellStyle = { numberFormat: "General", horizontalAlignment: "General", verticalAlignment: "Center", wrapText: false, indent: 0, fill: null, font: FONT, lines: NO_LINES };

const HEADER_FILL = "#DDEBF7";
const SUBTOTAL_FILL = "#F2F2F2";
/** People see where to write. */
const OPEN_FILL = "#FFFBE6";
const LINK_COLOR = "#0563C1";

const ROLES: Readonly<Record<Role, CellStyle>> = {
  blank: PLAIN,
  title: { ...PLAIN, horizontalAlignment: "Center", wrapText: true, font: { ...FONT, size: 16, bold: true } },
  heading: { ...PLAIN, font: { ...FONT, size: 12, bold: true } },
  caption: { ...PLAIN, horizontalAlignment: "Center", wrapText: true, font: { ...FONT, bold: true } },
  note: { ...PLAIN, horizontalAlignment: "Left", verticalAlignment: "Top", wrapText: true, font: { ...FONT, size: 10, color: "#595959" } },
  header: { ...PLAIN, horizontalAlignment: "Center", wrapText: true, fill: HEADER_FILL, font: { ...FONT, bold: true }, lines: ALL_LINES },
  body: { ...PLAIN, lines: ALL_LINES },
  subtotal: { ...PLAIN, fill: SUBTOTAL_FILL, font: { ...FONT, bold: true }, lines: ALL_LINES },
  total: { ...PLAIN, fill: HEADER_FILL, font: { ...FONT, bold: true }, lines: ALL_LINES },
  label: { ...PLAIN, horizontalAlignment: "Center", wrapText: true, fill: HEADER_FILL, font: { ...FONT, bold: true }, lines: ALL_LINES },
  "sign-off": PLAIN,
  data: { ...PLAIN, font: { ...FONT, size: 9, color: "#7F7F7F" } },
};

export function roleStyle(role: Role): CellStyle {
  return ROLES[role];
}

export const FORMATS: Readonly<Record<FigureFormat, string>> = { amount: "#,##0.00", percent: "0.00%", score: "0.00", count: "0" };

export function figureStyle(base: CellStyle, format: FigureFormat): CellStyle {
  return { ...base, numberFormat: FORMATS[format], horizontalAlignment: "Right" };
}

/** Names lean left and are indented by their level, codes stay texts, everything but names is centred or wrapped as it is long. */
export function textStyle(base: CellStyle, kind: SummaryColumn["kind"], level: number): CellStyle {
  switch (kind) {
    case "name": return { ...base, horizontalAlignment: "Left", wrapText: true, indent: level };
    case "code": return { ...base, numberFormat: "@", horizontalAlignment: "Left", wrapText: true };
    case "text": return { ...base, horizontalAlignment: "Center", wrapText: true };
    case "long-text": return { ...base, horizontalAlignment: "Left", wrapText: true };
    case "number": return { ...base, horizontalAlignment: "Center" };
    case "amount":
    case "percent": return { ...base, horizontalAlignment: "Right", wrapText: true };
  }
}

export function openStyle(base: CellStyle): CellStyle {
  return { ...base, horizontalAlignment: "Left", wrapText: true, fill: OPEN_FILL, font: { ...base.font, bold: false } };
}

export function linkStyle(base: CellStyle): CellStyle {
  return { ...base, font: { ...base.font, underline: "Single", color: LINK_COLOR } };
}

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

/** Looks that were derived already: a summary has few, and hundreds of thousands of cells that share them. */
const DERIVED = new WeakMap<CellStyle, Map<string, CellStyle>>();

function derived(base: CellStyle, name: string, make: () => CellStyle): CellStyle {
  let own = DERIVED.get(base);
  if (own === undefined) DERIVED.set(base, (own = new Map()));
  let style = own.get(name);
  if (style === undefined) own.set(name, (style = make()));
  return style;
}

export function figureStyle(base: CellStyle, format: FigureFormat): CellStyle {
  return derived(base, `figure ${format}`, () => ({ ...base, numberFormat: FORMATS[format], horizontalAlignment: "Right" }));
}

/** In the middle: numbers that count lines. */
export function centredStyle(base: CellStyle): CellStyle {
  return derived(base, "centred", () => ({ ...base, horizontalAlignment: "Center" }));
}

/** Names lean left and are indented by their level, codes stay texts, everything but names is centred or wrapped as it is long. */
export function textStyle(base: CellStyle, kind: SummaryColumn["kind"], level: number): CellStyle {
  return derived(base, `text ${kind} ${level}`, () => ({ ...base, ...textLook(kind, level) }));
}

function textLook(kind: SummaryColumn["kind"], level: number): Partial<CellStyle> {
  switch (kind) {
    case "name": return { horizontalAlignment: "Left", wrapText: true, indent: level };
    case "code": return { numberFormat: "@", horizontalAlignment: "Left", wrapText: true };
    case "text": return { horizontalAlignment: "Center", wrapText: true };
    case "long-text": return { horizontalAlignment: "Left", wrapText: true };
    case "number": return { horizontalAlignment: "Center" };
    case "amount":
    case "percent": return { horizontalAlignment: "Right", wrapText: true };
  }
}

export function openStyle(base: CellStyle): CellStyle {
  return derived(base, "open", () => ({ ...base, horizontalAlignment: "Left", wrapText: true, fill: OPEN_FILL, font: { ...base.font, bold: false } }));
}

export function linkStyle(base: CellStyle): CellStyle {
  return derived(base, "link", () => ({ ...base, font: { ...base.font, underline: "Single", color: LINK_COLOR } }));
}

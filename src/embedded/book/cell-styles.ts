/** Named cell styles ("Normal", "Good", "Percent" …). */

import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import type { Sheet } from "./model";
import { clone, element, numberAttribute, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { setStyles, stylesIn } from "./restyling";
import { applyLook } from "./styles/look";
import { addNamedStyle, namedStyleFormat, namedStyles, numberOf } from "./styles/stylesheet";
import type { Stylesheet } from "./styles/stylesheet";
import type { Look } from "./styles/words";

/** Excel's own styles that a file lists only once they are used: number (ECMA-376 18.8.7) and look. */
const BUILT_IN: Readonly<Record<string, { readonly id: number; readonly look: Partial<Look> }>> = {
  Normal: { id: 0, look: {} },
  Comma: { id: 3, look: { numberFormat: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ' } },
  Currency: { id: 4, look: { numberFormat: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ' } },
  Percent: { id: 5, look: { numberFormat: "0%" } },
  "Comma [0]": { id: 6, look: { numberFormat: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ' } },
  "Currency [0]": { id: 7, look: { numberFormat: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ' } },
  Title: { id: 15, look: { fontSize: 18, fontColor: "#44546A" } },
  "Heading 1": { id: 16, look: { fontSize: 15, bold: true, fontColor: "#44546A" } },
  "Heading 2": { id: 17, look: { fontSize: 13, bold: true, fontColor: "#44546A" } },
  "Heading 3": { id: 18, look: { bold: true, fontColor: "#44546A" } },
  "Heading 4": { id: 19, look: { bold: true, fontColor: "#44546A" } },
  Input: { id: 20, look: { fillColor: "#FFCC99", fontColor: "#3F3F76" } },
  Output: { id: 21, look: { fillColor: "#F2F2F2", fontColor: "#3F3F3F", bold: true } },
  Calculation: { id: 22, look: { fillColor: "#F2F2F2", fontColor: "#FA7D00", bold: true } },
  "Check Cell": { id: 23, look: { fillColor: "#A5A5A5", fontColor: "#FFFFFF", bold: true } },
  "Linked Cell": { id: 24, look: { fontColor: "#FA7D00" } },
  Total: { id: 25, look: { bold: true } },
  Good: { id: 26, look: { fillColor: "#C6EFCE", fontColor: "#006100" } },
  Bad: { id: 27, look: { fillColor: "#FFC7CE", fontColor: "#9C0006" } },
  Neutral: { id: 28, look: { fillColor: "#FFEB9C", fontColor: "#9C5700" } },
  "Warning Text": { id: 11, look: { fontColor: "#FF0000" } },
  Note: { id: 10, look: { fillColor: "#FFFFCC" } },
  "Explanatory Text": { id: 53, look: { italic: true, fontColor: "#7F7F7F" } },
  Hyperlink: { id: 8, look: { underline: "Single", fontColor: "#0563C1" } },
  "Followed Hyperlink": { id: 9, look: { underline: "Single", fontColor: "#954F72" } },
};

/** The name of the style of all cells of the range; null where they differ. */
export function readStyleName(sheet: Sheet, range: CellRange): string | null {
  const { styles } = sheet.book;
  const names = new Map(namedStyles(styles).map((style) => [style.format, style.name]));
  const found = new Set([...stylesIn(sheet, range)].map((style) => names.get(numberAttribute(styles.formats.items[style], "xfId", 0)) ?? "Normal"));
  const [name] = found;
  return found.size === 1 && name !== undefined ? name : null;
}

/** Everything the style says of a look replaces what the cells had. @throws HostRefusal InvalidArgument for a style that is not there */
export function setStyleName(sheet: Sheet, range: CellRange, name: string): void {
  checkAllowed(sheet, "allowFormatCells");
  const { styles } = sheet.book;
  const number = ensureStyle(styles, name);
  const format = namedStyleFormat(styles, number) ?? element("xf");
  setStyles(sheet, range, () => numberOf(styles, styles.formats, formatOf(format, number)));
  announce(sheet.book, { kind: "format", sheetId: sheet.id, range });
}

function formatOf(style: XmlElement, number: number): XmlElement {
  const format = clone(style);
  setAttributes(format, { xfId: number });
  return format;
}

function ensureStyle(styles: Stylesheet, name: string): number {
  const known = namedStyles(styles).find((style) => style.name.toLowerCase() === name.toLowerCase());
  if (known) return known.format;
  const builtIn = Object.entries(BUILT_IN).find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (!builtIn) return refuse("InvalidArgument", `There is no style ${name}.`);
  const [properName, { id, look }] = builtIn;
  const format = clone(namedStyleFormat(styles, 0) ?? element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }));
  applyLook(styles, format, look);
  return addNamedStyle(styles, properName, format, id);
}

export function styleNames(sheet: Sheet): readonly { readonly name: string; readonly builtIn: boolean }[] {
  const used = namedStyles(sheet.book.styles).map(({ name, builtIn }) => ({ name, builtIn }));
  const names = new Set(used.map((style) => style.name));
  return [...used, ...Object.keys(BUILT_IN).filter((name) => !names.has(name)).map((name) => ({ name, builtIn: true }))];
}

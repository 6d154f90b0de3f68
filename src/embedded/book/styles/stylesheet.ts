/**
 * The styles of a workbook as its file keeps them (ECMA-376 18.8): lists of fonts, fills, borders and cell formats,
 * each used by number. Lists only grow, so a number means the same look as long as the workbook lives,
 * and whatever the file says of a font that we do not know stays with it.
 */

import { childOf, childrenOf, clone, element, ensureChild, MAIN, numberAttribute, setAttributes, writeElement } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { BUILT_IN_FORMATS, FIRST_CUSTOM_FORMAT } from "./built-in-formats";
import { readPalette } from "./colors";
import type { Palette } from "./colors";

/** One of the lists; equal elements share a number. */
export interface Pool {
  readonly list: XmlElement;
  readonly items: XmlElement[];
  readonly numbers: Map<string, number>;
}

export interface Stylesheet {
  readonly root: XmlElement;
  readonly palette: Palette;
  readonly fonts: Pool;
  readonly fills: Pool;
  readonly borders: Pool;
  /** What a cell's style number means. */
  readonly formats: Pool;
  /** Differential formats, for conditional formats and tables. */
  readonly differential: Pool;
  readonly numberFormats: Map<number, string>;
  /** Set when the file's part must be written again. */
  changed: boolean;
}

const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/** The least that a workbook needs; Calibri 11 as new workbooks have it. */
export function newStylesheet(): XmlElement {
  const blank = ["left", "right", "top", "bottom", "diagonal"].map((side) => element(side));
  return element("styleSheet", { xmlns: MAIN }, [
    element("fonts", {}, [element("font", {}, [element("sz", { val: 11 }), element("name", { val: "Calibri" }), element("family", { val: 2 })])]),
    element("fills", {}, ["none", "gray125"].map((pattern) => element("fill", {}, [element("patternFill", { patternType: pattern })]))),
    element("borders", {}, [element("border", {}, blank)]),
    element("cellStyleXfs", {}, [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    element("cellXfs", {}, [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]),
    element("cellStyles", {}, [element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
    element("dxfs"),
  ]);
}

export function readStylesheet(root: XmlElement, theme: XmlElement | undefined): Stylesheet {
  const fallback = newStylesheet();
  for (const name of ["fonts", "fills", "borders", "cellXfs"]) {
    const list = ensureChild(root, name, ORDER);
    if (childrenOf(list).length === 0) list.children.push(...clone(childOf(fallback, name) ?? list).children);
  }
  const pool = (name: string): Pool => readPool(ensureChild(root, name, ORDER));
  const numberFormats = new Map<number, string>(BUILT_IN_FORMATS);
  for (const entry of childrenOf(childOf(root, "numFmts") ?? element("numFmts"))) {
    numberFormats.set(numberAttribute(entry, "numFmtId", 0), entry.attributes["formatCode"] ?? "General");
  }
  return {
    root, palette: readPalette(theme, root), numberFormats, changed: false,
    fonts: pool("fonts"), fills: pool("fills"), borders: pool("borders"), formats: pool("cellXfs"), differential: pool("dxfs"),
  };
}

function readPool(list: XmlElement): Pool {
  const items = childrenOf(list);
  const numbers = new Map<string, number>();
  items.forEach((item, index) => {
    const key = writeElement(item);
    if (!numbers.has(key)) numbers.set(key, index);
  });
  return { list, items, numbers };
}

/** The number of this element in the list, which gets it if it is new. */
export function numberOf(sheet: Stylesheet, pool: Pool, item: XmlElement): number {
  const key = writeElement(item);
  const known = pool.numbers.get(key);
  if (known !== undefined) return known;
  const number = pool.items.push(item) - 1;
  pool.numbers.set(key, number);
  pool.list.children.push(item);
  setAttributes(pool.list, { count: pool.items.length });
  sheet.changed = true;
  return number;
}

export function numberFormatCode(sheet: Stylesheet, id: number): string {
  return sheet.numberFormats.get(id) ?? "General";
}

export function numberFormatId(sheet: Stylesheet, code: string): number {
  for (const [id, known] of sheet.numberFormats) if (known === code) return id;
  const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...sheet.numberFormats.keys()) + 1;
  sheet.numberFormats.set(id, code);
  const list = ensureChild(sheet.root, "numFmts", ORDER);
  list.children.push(element("numFmt", { numFmtId: id, formatCode: code }));
  setAttributes(list, { count: childrenOf(list).length });
  sheet.changed = true;
  return id;
}

/** The named styles of the file: name, and the number of their format among `cellStyleXfs`. */
export function namedStyles(sheet: Stylesheet): readonly { readonly name: string; readonly format: number; readonly builtIn: boolean }[] {
  return childrenOf(ensureChild(sheet.root, "cellStyles", ORDER)).map((entry) => ({
    name: entry.attributes["name"] ?? "",
    format: numberAttribute(entry, "xfId", 0),
    builtIn: entry.attributes["builtinId"] !== undefined,
  }));
}

export function namedStyleFormat(sheet: Stylesheet, format: number): XmlElement | undefined {
  return childrenOf(ensureChild(sheet.root, "cellStyleXfs", ORDER))[format];
}

/** Adds a named style with this format. @returns the number of its format */
export function addNamedStyle(sheet: Stylesheet, name: string, format: XmlElement, builtinId: number | undefined): number {
  const formats = ensureChild(sheet.root, "cellStyleXfs", ORDER);
  formats.children.push(format);
  const count = childrenOf(formats).length;
  setAttributes(formats, { count });
  const styles = ensureChild(sheet.root, "cellStyles", ORDER);
  styles.children.push(element("cellStyle", { name, xfId: count - 1, builtinId }));
  setAttributes(styles, { count: childrenOf(styles).length });
  sheet.changed = true;
  return count - 1;
}

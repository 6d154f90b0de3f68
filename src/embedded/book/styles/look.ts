/** A cell format of the file in the words of Office.js, and back. */

import { childOf, childrenOf, clone, element, ensureChild, flag, numberAttribute, removeChild, setAttributes } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { colorElement, resolveColor } from "./colors";
import { borderOf, readLine, SIDES } from "./lines";
import { FILL_PATTERNS, HORIZONTAL, keyOf, READING_ORDERS, UNDERLINES, VERTICAL } from "./words";
import type { FillPattern, Look } from "./words";
import { numberFormatCode, numberFormatId, numberOf } from "./stylesheet";
import type { Pool, Stylesheet } from "./stylesheet";

const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];
const FORMAT_ORDER = ["alignment", "protection", "extLst"];

const looks = new WeakMap<Stylesheet, Look[]>();

/** The look behind a cell's style number. */
export function lookOf(styles: Stylesheet, format: number): Look {
  let known = looks.get(styles);
  if (!known) looks.set(styles, (known = []));
  return (known[format] ??= readLook(styles, styles.formats.items[format] ?? element("xf")));
}

export function readLook(styles: Stylesheet, format: XmlElement): Look {
  return {
    numberFormat: numberFormatCode(styles, numberAttribute(format, "numFmtId", 0)),
    ...readFill(styles, item(styles.fills, format, "fillId")),
    ...readFont(styles, item(styles.fonts, format, "fontId")),
    ...readAlignment(childOf(format, "alignment")),
    ...readProtection(childOf(format, "protection")),
  };
}

function item(pool: Pool, format: XmlElement, attribute: string): XmlElement {
  return pool.items[numberAttribute(format, attribute, 0)] ?? element("none");
}

export function readFont(styles: Pick<Stylesheet, "palette">, font: XmlElement): Pick<Look, "fontName" | "fontSize" | "fontColor" | "bold" | "italic" | "underline" | "strikethrough" | "subscript" | "superscript"> {
  const underline = childOf(font, "u");
  const position = childOf(font, "vertAlign")?.attributes["val"];
  return {
    fontName: childOf(font, "name")?.attributes["val"] ?? "Calibri",
    fontSize: numberAttribute(childOf(font, "sz"), "val", 11),
    fontColor: resolveColor(childOf(font, "color"), styles.palette, "#000000"),
    bold: isOn(font, "b"),
    italic: isOn(font, "i"),
    underline: underline ? keyOf(UNDERLINES, underline.attributes["val"] ?? "single", "Single") : "None",
    strikethrough: isOn(font, "strike"),
    subscript: position === "subscript",
    superscript: position === "superscript",
  };
}

function isOn(font: XmlElement, name: string): boolean {
  const mark = childOf(font, name);
  return mark !== undefined && flag(mark, "val", true);
}

function readFill(styles: Stylesheet, fill: XmlElement): Pick<Look, "fillColor" | "fillPattern" | "fillPatternColor"> {
  const gradient = childOf(fill, "gradientFill");
  if (gradient) return { fillColor: "#FFFFFF", fillPattern: gradient.attributes["type"] === "path" ? "RectangularGradient" : "LinearGradient", fillPatternColor: "#000000" };
  const pattern = childOf(fill, "patternFill");
  const kind: FillPattern = keyOf(FILL_PATTERNS, pattern?.attributes["patternType"] ?? "none", "None");
  const front = pattern && childOf(pattern, "fgColor");
  const back = pattern && childOf(pattern, "bgColor");
  if (kind === "None") return { fillColor: "", fillPattern: kind, fillPatternColor: "#000000" };
  if (kind === "Solid") return { fillColor: resolveColor(front, styles.palette, "#FFFFFF"), fillPattern: kind, fillPatternColor: "#000000" };
  return { fillColor: resolveColor(back, styles.palette, "#FFFFFF"), fillPattern: kind, fillPatternColor: resolveColor(front, styles.palette, "#000000") };
}

function readAlignment(alignment: XmlElement | undefined): Pick<Look, "horizontalAlignment" | "verticalAlignment" | "wrapText" | "shrinkToFit" | "indentLevel" | "textOrientation" | "readingOrder"> {
  const rotation = numberAttribute(alignment, "textRotation", 0);
  return {
    horizontalAlignment: keyOf(HORIZONTAL, alignment?.attributes["horizontal"] ?? "general", "General"),
    verticalAlignment: keyOf(VERTICAL, alignment?.attributes["vertical"] ?? "bottom", "Bottom"),
    wrapText: flag(alignment, "wrapText"),
    shrinkToFit: flag(alignment, "shrinkToFit"),
    indentLevel: numberAttribute(alignment, "indent", 0),
    textOrientation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
    readingOrder: keyOf(READING_ORDERS, alignment?.attributes["readingOrder"] ?? "0", "Context"),
  };
}

function readProtection(protection: XmlElement | undefined): Pick<Look, "locked" | "formulaHidden"> {
  return { locked: flag(protection, "locked", true), formulaHidden: flag(protection, "hidden") };
}

/** The number of the format that differs from `format` in exactly these properties. */
export function restyle(styles: Stylesheet, format: number, changes: Partial<Look>): number {
  return changedOnce(styles, `${format} ${JSON.stringify(changes)}`, () => {
    const changed = clone(styles.formats.items[format] ?? element("xf"));
    applyLook(styles, changed, changes);
    return formatNumber(styles, changed);
  });
}

const changesMade = new WeakMap<Stylesheet, Map<string, number>>();

/** The number that a change of a format comes to, by what the change is called: lists of formats only grow, so it stays the same. */
export function changedOnce(styles: Stylesheet, change: string, work: () => number): number {
  let known = changesMade.get(styles);
  if (!known) changesMade.set(styles, (known = new Map()));
  let number = known.get(change);
  if (number === undefined) known.set(change, (number = work()));
  return number;
}

/**
 * The number of this format, or of the first that nothing one can ask for tells from it: a look that is set back
 * property by property is the format it was, not another one that spells out what went without saying.
 */
export function formatNumber(styles: Stylesheet, format: XmlElement): number {
  const { firsts } = appearancesOf(styles);
  return firsts.get(appearance(styles, format, readLook(styles, format))) ?? numberOf(styles, styles.formats, format);
}

/** Can nothing that one can ask for tell the formats of these numbers apart? */
export function lookAlike(styles: Stylesheet, a: number, b: number): boolean {
  if (a === b) return true;
  const { byNumber } = appearancesOf(styles);
  return byNumber[a] === byNumber[b];
}

interface Appearances {
  /** The lowest number of each. */
  readonly firsts: Map<string, number>;
  /** Of the format of each number, the lowest that appears the same. */
  readonly byNumber: number[];
}

const appearances = new WeakMap<Stylesheet, Appearances>();

/** Brought up to date: the list of formats only grows. */
function appearancesOf(styles: Stylesheet): Appearances {
  let known = appearances.get(styles);
  if (!known) appearances.set(styles, (known = { firsts: new Map(), byNumber: [] }));
  const { firsts, byNumber } = known;
  for (let number = byNumber.length; number < styles.formats.items.length; number++) {
    const seen = appearance(styles, styles.formats.items[number] ?? element("xf"), lookOf(styles, number));
    const first = firsts.get(seen) ?? number;
    firsts.set(seen, first);
    byNumber.push(first);
  }
  return known;
}

/** Everything that can be read of a format, and what of the file we know no words for. */
function appearance(styles: Stylesheet, format: XmlElement, look: Look): string {
  const { xfId = "0", quotePrefix, pivotButton } = format.attributes;
  const border = borderOf(styles, format);
  const lines = SIDES.map((side) => readLine(styles, border, side));
  const isGradient = look.fillPattern === "LinearGradient" || look.fillPattern === "RectangularGradient";
  const effects = childrenOf(item(styles.fonts, format, "fontId")).map(({ name }) => name).filter((name) => FONT_EFFECTS.has(name));
  return JSON.stringify([look, lines, xfId, quotePrefix, pivotButton, isGradient ? format.attributes["fillId"] : null, effects]);
}

/** What fonts of a file may have beyond Office.js's words. */
const FONT_EFFECTS: ReadonlySet<string> = new Set(["condense", "extend", "outline", "shadow"]);

export function applyLook(styles: Stylesheet, format: XmlElement, changes: Partial<Look>): void {
  if (changes.numberFormat !== undefined) setAttributes(format, { numFmtId: numberFormatId(styles, changes.numberFormat), applyNumberFormat: 1 });
  if (FONT_CHANGES.some((name) => changes[name] !== undefined)) {
    const font = clone(item(styles.fonts, format, "fontId"));
    font.name = "font";
    applyFont(font, changes);
    setAttributes(format, { fontId: numberOf(styles, styles.fonts, font), applyFont: 1 });
  }
  if (changes.fillColor !== undefined || changes.fillPattern !== undefined || changes.fillPatternColor !== undefined) {
    const fill = fillElement({ ...readFill(styles, item(styles.fills, format, "fillId")), ...changes }, changes);
    setAttributes(format, { fillId: numberOf(styles, styles.fills, fill), applyFill: 1 });
  }
  applyAlignment(format, changes);
  if (changes.locked !== undefined || changes.formulaHidden !== undefined) {
    setAttributes(ensureChild(format, "protection", FORMAT_ORDER), {
      ...(changes.locked === undefined ? {} : { locked: changes.locked }),
      ...(changes.formulaHidden === undefined ? {} : { hidden: changes.formulaHidden }),
    });
    setAttributes(format, { applyProtection: 1 });
  }
}

const FONT_CHANGES = ["fontName", "fontSize", "fontColor", "bold", "italic", "underline", "strikethrough", "subscript", "superscript"] as const;

export function applyFont(font: XmlElement, changes: Partial<Look>): void {
  if (changes.fontName !== undefined) {
    // A font of the theme follows the theme, whatever its name says; a name of its own ends that.
    mark(font, "scheme", false);
    mark(font, "charset", false);
    setAttributes(ensureChild(font, "name", FONT_ORDER), { val: changes.fontName });
  }
  if (changes.fontSize !== undefined) setAttributes(ensureChild(font, "sz", FONT_ORDER), { val: changes.fontSize });
  if (changes.fontColor !== undefined) ensureChild(font, "color", FONT_ORDER).attributes = colorElement("color", changes.fontColor).attributes;
  if (changes.bold !== undefined) mark(font, "b", changes.bold);
  if (changes.italic !== undefined) mark(font, "i", changes.italic);
  if (changes.strikethrough !== undefined) mark(font, "strike", changes.strikethrough);
  if (changes.underline !== undefined) {
    mark(font, "u", changes.underline !== "None");
    if (changes.underline !== "None" && changes.underline !== "Single") setAttributes(ensureChild(font, "u", FONT_ORDER), { val: UNDERLINES[changes.underline] });
  }
  applyPosition(font, "subscript", changes.subscript);
  applyPosition(font, "superscript", changes.superscript);
}

function applyPosition(font: XmlElement, position: "subscript" | "superscript", wanted: boolean | undefined): void {
  if (wanted === true) setAttributes(ensureChild(font, "vertAlign", FONT_ORDER), { val: position });
  else if (wanted === false && childOf(font, "vertAlign")?.attributes["val"] === position) mark(font, "vertAlign", false);
}

function mark(font: XmlElement, name: string, wanted: boolean): void {
  const existing = childOf(font, name);
  if (existing) removeChild(font, existing);
  if (wanted) ensureChild(font, name, FONT_ORDER);
}

/** A colour alone makes a solid fill, "" none. */
function fillElement(wanted: Pick<Look, "fillColor" | "fillPattern" | "fillPatternColor">, changes: Partial<Look>): XmlElement {
  const plain = changes.fillPattern === undefined && changes.fillPatternColor === undefined;
  const bare = wanted.fillPattern === "None" || wanted.fillPattern === "LinearGradient" || wanted.fillPattern === "RectangularGradient";
  const kind: FillPattern = changes.fillColor === "" && plain ? "None" : changes.fillColor !== undefined && plain && bare ? "Solid" : wanted.fillPattern;
  const pattern = element("patternFill", { patternType: FILL_PATTERNS[kind] });
  if (kind === "Solid") pattern.children.push(colorElement("fgColor", wanted.fillColor || "#FFFFFF"), element("bgColor", { indexed: 64 }));
  else if (kind !== "None") pattern.children.push(colorElement("fgColor", wanted.fillPatternColor), ...(wanted.fillColor ? [colorElement("bgColor", wanted.fillColor)] : []));
  return element("fill", {}, [pattern]);
}

function applyAlignment(format: XmlElement, changes: Partial<Look>): void {
  const attributes: Record<string, string | number | boolean> = {};
  if (changes.horizontalAlignment !== undefined) attributes["horizontal"] = HORIZONTAL[changes.horizontalAlignment];
  if (changes.verticalAlignment !== undefined) attributes["vertical"] = VERTICAL[changes.verticalAlignment];
  if (changes.wrapText !== undefined) attributes["wrapText"] = changes.wrapText;
  if (changes.shrinkToFit !== undefined) attributes["shrinkToFit"] = changes.shrinkToFit;
  if (changes.indentLevel !== undefined) attributes["indent"] = changes.indentLevel;
  if (changes.textOrientation !== undefined) attributes["textRotation"] = changes.textOrientation === 180 ? 255 : changes.textOrientation < 0 ? 90 - changes.textOrientation : changes.textOrientation;
  if (changes.readingOrder !== undefined) attributes["readingOrder"] = READING_ORDERS[changes.readingOrder];
  if (Object.keys(attributes).length === 0) return;
  setAttributes(ensureChild(format, "alignment", FORMAT_ORDER), attributes);
  setAttributes(format, { applyAlignment: 1 });
}

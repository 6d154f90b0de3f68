/** Differential formats: what a rule changes of a cell's look (ECMA-376 18.8.14). */

import { childOf, childrenOf, element, setAttributes } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { colorElement, parseColor, resolveColor } from "../styles/colors";
import { applyFont, readFont } from "../styles/look";
import { numberFormatId, numberOf } from "../styles/stylesheet";
import type { Stylesheet } from "../styles/stylesheet";
import { LINES, lineWord } from "../styles/words";
import type { Line, Look } from "../styles/words";

export type RuleEdge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";

export type RuleLook = Partial<Pick<Look, "numberFormat" | "fillColor" | "fontColor" | "bold" | "italic" | "underline" | "strikethrough">> & {
  readonly borders?: Readonly<Partial<Record<RuleEdge, Line>>>;
};

const SIDES: readonly (readonly [RuleEdge, string])[] = [["EdgeLeft", "left"], ["EdgeRight", "right"], ["EdgeTop", "top"], ["EdgeBottom", "bottom"]];

export function readRuleLook(styles: Stylesheet, number: string | undefined): RuleLook {
  const format = number === undefined ? undefined : styles.differential.items[Number(number)];
  if (!format) return {};
  const font = childOf(format, "font");
  const fill = childOf(format, "fill");
  const pattern = fill && childOf(fill, "patternFill");
  const border = childOf(format, "border");
  const numberFormat = childOf(format, "numFmt")?.attributes["formatCode"];
  const background = pattern && (childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor"));
  return {
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(background ? { fillColor: resolveColor(background, styles.palette, "#FFFFFF") } : {}),
    ...(font ? readRuleFont(styles, font) : {}),
    ...(border ? { borders: readRuleBorders(styles, border) } : {}),
  };
}

/** Only what the font says. */
function readRuleFont(styles: Stylesheet, font: XmlElement): RuleLook {
  const { bold, italic, underline, strikethrough, fontColor } = readFont(styles, font);
  const says = (name: string): boolean => childOf(font, name) !== undefined;
  return {
    ...(says("b") ? { bold } : {}), ...(says("i") ? { italic } : {}), ...(says("u") ? { underline } : {}),
    ...(says("strike") ? { strikethrough } : {}), ...(says("color") ? { fontColor } : {}),
  };
}

function readRuleBorders(styles: Stylesheet, border: XmlElement): Partial<Record<RuleEdge, Line>> {
  return Object.fromEntries(SIDES.flatMap(([edge, side]) => {
    const line = childOf(border, side);
    const kind = LINES[line?.attributes["style"] ?? "none"];
    return line && kind && kind.style !== "None" ? [[edge, { ...kind, color: resolveColor(childOf(line, "color"), styles.palette, "#000000") }]] : [];
  }));
}

/** @returns the number for a rule's dxfId; undefined for a look that changes nothing */
export function writeRuleLook(styles: Stylesheet, look: RuleLook): number | undefined {
  const format = element("dxf");
  const font = element("font");
  const fontColor = look.fontColor === undefined ? undefined : (parseColor(look.fontColor) ?? undefined);
  const { bold, italic, underline, strikethrough } = look;
  applyFont(font, {
    ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }), ...(underline === undefined ? {} : { underline }),
    ...(strikethrough === undefined ? {} : { strikethrough }), ...(fontColor === undefined ? {} : { fontColor }),
  });
  // A rule can also take boldness away.
  for (const [name, value] of [["b", bold], ["i", italic], ["strike", strikethrough]] as const) if (value === false) font.children.unshift(element(name, { val: 0 }));
  if (childrenOf(font).length > 0) format.children.push(font);
  if (look.numberFormat !== undefined) format.children.push(element("numFmt", { numFmtId: numberFormatId(styles, look.numberFormat), formatCode: look.numberFormat }));
  const fill = look.fillColor === undefined || look.fillColor === "" ? null : parseColor(look.fillColor);
  if (fill !== null) format.children.push(element("fill", {}, [element("patternFill", { patternType: "solid" }, [colorElement("fgColor", fill), colorElement("bgColor", fill)])]));
  if (look.borders) format.children.push(borderElement(look.borders));
  return childrenOf(format).length === 0 ? undefined : numberOf(styles, styles.differential, format);
}

function borderElement(borders: Partial<Record<RuleEdge, Line>>): XmlElement {
  return element("border", {}, SIDES.map(([edge, side]) => {
    const line = borders[edge];
    const drawn = element(side);
    if (line && line.style !== "None") {
      setAttributes(drawn, { style: lineWord(line) });
      drawn.children.push(colorElement("color", parseColor(line.color) ?? "#000000"));
    }
    return drawn;
  }));
}

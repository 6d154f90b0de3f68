/** Conditional rules as files keep them (ECMA-376 18.3.1.10) and as Office.js says them. */

import { childOf, childrenOf, element, flag, numberAttribute, textOf } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { columnName } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { keptFormula, shownFormula } from "../formula/notation";
import { parseColor, colorElement, resolveColor } from "../styles/colors";
import type { Stylesheet } from "../styles/stylesheet";
import { keyOf } from "../styles/words";
import { readPreset, writePreset } from "./presets";
import { readRuleLook, writeRuleLook } from "./rule-look";
import type { RuleLook } from "./rule-look";

export interface Threshold {
  readonly type: "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile" | "Formula" | "Automatic";
  readonly formula?: string;
}

/** In the words of Excel.ConditionalFormatType. Formulas have their "=" and are relative to the first cell of the ranges. */
export type ConditionalRule =
  | { readonly type: "Custom"; readonly formula: string; readonly look: RuleLook }
  | { readonly type: "CellValue"; readonly operator: CellOperator; readonly formula1: string; readonly formula2?: string; readonly look: RuleLook }
  | { readonly type: "ContainsText"; readonly operator: TextOperator; readonly text: string; readonly look: RuleLook }
  | { readonly type: "TopBottom"; readonly kind: "TopItems" | "TopPercent" | "BottomItems" | "BottomPercent"; readonly rank: number; readonly look: RuleLook }
  /** Excel.ConditionalFormatPresetCriterion */
  | { readonly type: "PresetCriteria"; readonly criterion: string; readonly look: RuleLook }
  | { readonly type: "ColorScale"; readonly points: readonly (Threshold & { readonly color: string })[] }
  | { readonly type: "DataBar"; readonly lower: Threshold; readonly upper: Threshold; readonly color: string; readonly negativeColor: string; readonly showValue: boolean; readonly gradient: boolean; readonly direction: "Context" | "LeftToRight" | "RightToLeft" }
  | { readonly type: "IconSet"; readonly style: string; readonly reverse: boolean; readonly showIconOnly: boolean; readonly criteria: readonly (Threshold & { readonly operator: "GreaterThan" | "GreaterThanOrEqual" })[] }
  | { readonly type: "Unknown" };

export type CellOperator = keyof typeof CELL_OPERATORS;
export type TextOperator = keyof typeof TEXT_OPERATORS;

const CELL_OPERATORS = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual",
  GreaterThan: "greaterThan", LessThan: "lessThan", GreaterThanOrEqual: "greaterThanOrEqual", LessThanOrEqual: "lessThanOrEqual",
} as const;
const TEXT_OPERATORS = { Contains: "containsText", NotContains: "notContains", BeginsWith: "beginsWith", EndsWith: "endsWith" } as const;
/** The rule's type is the operator's word but for one. */
const TEXT_TYPES = { Contains: "containsText", NotContains: "notContainsText", BeginsWith: "beginsWith", EndsWith: "endsWith" } as const;
const THRESHOLDS = { LowestValue: "min", HighestValue: "max", Number: "num", Percent: "percent", Percentile: "percentile", Formula: "formula", Automatic: "min" } as const;

export function readRule(rule: XmlElement, styles: Stylesheet): ConditionalRule {
  const { type, operator, text } = rule.attributes;
  const look = readRuleLook(styles, rule.attributes["dxfId"]);
  const [first = "", second] = childrenOf(rule, "formula").map((entry) => `=${shownFormula(textOf(entry))}`);
  switch (type) {
    case "expression": return { type: "Custom", formula: first, look };
    case "cellIs": return { type: "CellValue", operator: keyOf(CELL_OPERATORS, operator ?? "equal", "EqualTo"), formula1: first, ...(second === undefined ? {} : { formula2: second }), look };
    case "containsText": case "notContainsText": case "beginsWith": case "endsWith": return { type: "ContainsText", operator: keyOf(TEXT_TYPES, type, "Contains"), text: text ?? "", look };
    case "top10": {
      const kind = `${flag(rule, "bottom") ? "Bottom" : "Top"}${flag(rule, "percent") ? "Percent" : "Items"}` as const;
      return { type: "TopBottom", kind, rank: numberAttribute(rule, "rank", 10), look };
    }
    case "colorScale": return readColorScale(rule, styles);
    case "dataBar": return readDataBar(rule, styles);
    case "iconSet": return readIconSet(rule);
    default: {
      const criterion = readPreset(rule);
      return criterion === null ? { type: "Unknown" } : { type: "PresetCriteria", criterion, look };
    }
  }
}

function readThreshold(entry: XmlElement | undefined): Threshold {
  const type = keyOf<Threshold["type"]>(THRESHOLDS, entry?.attributes["type"] ?? "min", "Number");
  const value = entry?.attributes["val"];
  return value === undefined || type === "LowestValue" || type === "HighestValue" ? { type } : { type, formula: type === "Formula" ? `=${shownFormula(value)}` : value };
}

function readColorScale(rule: XmlElement, styles: Stylesheet): ConditionalRule {
  const scale = childOf(rule, "colorScale") ?? element("colorScale");
  const colors = childrenOf(scale, "color");
  return { type: "ColorScale", points: childrenOf(scale, "cfvo").map((entry, index) => ({ ...readThreshold(entry), color: resolveColor(colors[index], styles.palette, "#FFFFFF") })) };
}

function readDataBar(rule: XmlElement, styles: Stylesheet): ConditionalRule {
  const bar = childOf(rule, "dataBar") ?? element("dataBar");
  const [lower, upper] = childrenOf(bar, "cfvo");
  return {
    type: "DataBar", lower: readThreshold(lower), upper: readThreshold(upper), color: resolveColor(childOf(bar, "color"), styles.palette, "#638EC6"),
    negativeColor: "#FF0000", showValue: flag(bar, "showValue", true), gradient: true, direction: "Context",
  };
}

function readIconSet(rule: XmlElement): ConditionalRule {
  const set = childOf(rule, "iconSet") ?? element("iconSet");
  const name = set.attributes["iconSet"] ?? "3TrafficLights1";
  const numbers: Readonly<Record<string, string>> = { 3: "Three", 4: "Four", 5: "Five" };
  return {
    type: "IconSet", style: (numbers[name.charAt(0)] ?? "Three") + name.slice(1), reverse: flag(set, "reverse"), showIconOnly: !flag(set, "showValue", true),
    criteria: childrenOf(set, "cfvo").map((entry) => ({ ...readThreshold(entry), operator: flag(entry, "gte", true) ? "GreaterThanOrEqual" : "GreaterThan" })),
  };
}

/** @param first the top-left cell of the rule's ranges @throws HostRefusal InvalidArgument for a formula that is none */
export function ruleElement(rule: ConditionalRule, styles: Stylesheet, first: CellRange): XmlElement {
  const dxfId = "look" in rule ? writeRuleLook(styles, rule.look) : undefined;
  const cell = `${columnName(first.left)}${first.top + 1}`;
  const formulas = (...texts: (string | undefined)[]): XmlElement[] => texts.filter((text) => text !== undefined).map((text) => element("formula", {}, [kept(text)]));
  switch (rule.type) {
    case "Custom": return element("cfRule", { type: "expression", dxfId }, formulas(rule.formula));
    case "CellValue": return element("cfRule", { type: "cellIs", dxfId, operator: CELL_OPERATORS[rule.operator] }, formulas(rule.formula1, rule.formula2));
    case "ContainsText": return element("cfRule", { type: TEXT_TYPES[rule.operator], dxfId, operator: TEXT_OPERATORS[rule.operator], text: rule.text }, formulas(textFormula(rule.operator, rule.text, cell)));
    case "TopBottom": return element("cfRule", { type: "top10", dxfId, rank: rule.rank, percent: rule.kind.endsWith("Percent") ? 1 : undefined, bottom: rule.kind.startsWith("Bottom") ? 1 : undefined });
    case "PresetCriteria": return writePreset(rule.criterion, dxfId, cell);
    case "ColorScale": return element("cfRule", { type: "colorScale" }, [element("colorScale", {}, [
      ...rule.points.map((point) => thresholdElement(point)),
      ...rule.points.map((point) => colorElement("color", parseColor(point.color) ?? "#FFFFFF")),
    ])]);
    case "DataBar": return element("cfRule", { type: "dataBar" }, [element("dataBar", { showValue: rule.showValue ? undefined : 0 }, [
      thresholdElement(rule.lower), thresholdElement(rule.upper.type === "Automatic" ? { type: "HighestValue" } : rule.upper), colorElement("color", parseColor(rule.color) ?? "#638EC6"),
    ])]);
    case "IconSet": return element("cfRule", { type: "iconSet" }, [element("iconSet", {
      iconSet: rule.style.replace(/^Three/, "3").replace(/^Four/, "4").replace(/^Five/, "5"), reverse: rule.reverse ? 1 : undefined, showValue: rule.showIconOnly ? 0 : undefined,
    }, rule.criteria.map((one) => thresholdElement(one, one.operator)))]);
    case "Unknown": return element("cfRule");
  }
}

function kept(formula: string): string {
  return keptFormula(formula.startsWith("=") ? formula : `=${/^[-+]?\d+(\.\d+)?%?$|^[$A-Za-z]+\$?\d+$/.test(formula) ? formula : `"${formula.replaceAll('"', '""')}"`}`);
}

function thresholdElement(threshold: Threshold, operator?: "GreaterThan" | "GreaterThanOrEqual"): XmlElement {
  const { type, formula } = threshold;
  const needsValue = type !== "LowestValue" && type !== "HighestValue" && type !== "Automatic";
  const value = formula === undefined ? "0" : formula.startsWith("=") ? keptFormula(formula) : formula;
  return element("cfvo", { type: THRESHOLDS[type], val: needsValue ? value : undefined, gte: operator === "GreaterThan" ? 0 : undefined });
}

/** What Excel writes beside a text rule, for versions that know only formulas. */
function textFormula(operator: TextOperator, text: string, cell: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (operator) {
    case "Contains": return `=NOT(ISERROR(SEARCH(${quoted},${cell})))`;
    case "NotContains": return `=ISERROR(SEARCH(${quoted},${cell}))`;
    case "BeginsWith": return `=LEFT(${cell},LEN(${quoted}))=${quoted}`;
    case "EndsWith": return `=RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  }
}

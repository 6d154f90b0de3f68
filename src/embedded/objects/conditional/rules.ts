/** The kinds of conditional format, one object each: Excel.CustomConditionalFormat, CellValueConditionalFormat and so on. */

import type { ConditionalRule } from "../../book/conditional-formats";
import { type ApiObject, child, defineObject, type ObjectType, type Property, readable, writable } from "../../protocol/definition";
import { ExcelError, invalidArgument } from "../../protocol/errors";
import { isList, type Json, type JsonRecord } from "../../protocol/json";
import { colorOf } from "../format/colors";
import { flagOf, numberOf, recordOf, textOf, wordOf } from "../values";
import { type RuleKey, ruleAt, setRule } from "./rule";
import { ruleFormatObject } from "./rule-format";

export type RuleType = Exclude<ConditionalRule["type"], "Unknown">;
type Rule<T extends RuleType> = Extract<ConditionalRule, { readonly type: T }>;

function isRule<T extends RuleType>(rule: ConditionalRule, type: T): rule is Rule<T> {
  return rule.type === type;
}

function ruleOf<T extends RuleType>(key: RuleKey, type: T): Rule<T> {
  const rule = ruleAt(key);
  if (!isRule(rule, type)) throw new ExcelError("ItemNotFound");
  return rule;
}

/** A property of one kind of rule. */
function part<T extends RuleType>(type: T, read: (rule: Rule<T>) => Json, write: (rule: Rule<T>, given: Json) => ConditionalRule): Property<RuleKey> {
  return writable(
    "1.6",
    (key) => read(ruleOf(key, type)),
    (key, given) => setRule(key, write(ruleOf(key, type), given)),
  );
}

function formulaOf(given: Json): string {
  const formula = typeof given === "number" ? String(given) : textOf(given);
  return formula.startsWith("=") ? formula : `=${formula}`;
}

const customFormula = part("Custom", ({ formula }) => formula, (rule, given) => ({ ...rule, formula: formulaOf(given) }));

export const conditionalFormatRuleType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalFormatRule",
  properties: { Formula: customFormula, FormulaLocal: customFormula },
});

const format = { Format: child<RuleKey>("1.6", ruleFormatObject) };

export const customConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "CustomConditionalFormat",
  children: { ...format, Rule: child("1.6", conditionalFormatRuleType.of) },
});

const OPERATORS: readonly Rule<"CellValue">["operator"][] = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqual", "LessThanOrEqual"];

export const cellValueConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "CellValueConditionalFormat",
  properties: {
    Rule: part(
      "CellValue",
      ({ operator, formula1, formula2 }) => ({ operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) }),
      ({ type, look }, given) => {
        const { operator = null, formula1 = null, formula2 = null } = recordOf(given);
        return { type, look, operator: wordOf(operator, OPERATORS), formula1: formulaOf(formula1), ...(formula2 === null ? {} : { formula2: formulaOf(formula2) }) };
      },
    ),
  },
  children: format,
});

export const textConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "TextConditionalFormat",
  properties: {
    Rule: part(
      "ContainsText",
      ({ operator, text }) => ({ operator, text }),
      (rule, given) => {
        const { operator = null, text = null } = recordOf(given);
        return { ...rule, operator: wordOf(operator, ["Contains", "NotContains", "BeginsWith", "EndsWith"]), text: textOf(text) };
      },
    ),
  },
  children: format,
});

export const topBottomConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "TopBottomConditionalFormat",
  properties: {
    Rule: part(
      "TopBottom",
      ({ kind, rank }) => ({ type: kind, rank }),
      (rule, given) => {
        const { type: kind = null, rank = null } = recordOf(given);
        return { ...rule, kind: wordOf(kind, ["TopItems", "TopPercent", "BottomItems", "BottomPercent"]), rank: numberOf(rank) };
      },
    ),
  },
  children: format,
});

export const presetCriteriaConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "PresetCriteriaConditionalFormat",
  properties: {
    Rule: part("PresetCriteria", ({ criterion }) => ({ criterion }), (rule, given) => ({ ...rule, criterion: textOf(recordOf(given)["criterion"] ?? null) })),
  },
  children: format,
});

const THRESHOLDS = ["LowestValue", "HighestValue", "Number", "Percent", "Percentile", "Formula", "Automatic"] as const;
type Threshold = Rule<"DataBar">["lower"];

function thresholdOf(given: JsonRecord): Threshold {
  const { type: kind = null, formula = null } = given;
  return { type: wordOf(kind, THRESHOLDS), ...(formula === null ? {} : { formula: typeof formula === "number" ? String(formula) : textOf(formula) }) };
}

type Point = Rule<"ColorScale">["points"][number];

function pointOf(given: Json): Point {
  const record = recordOf(given);
  return { ...thresholdOf(record), color: colorOf(record["color"] ?? null) };
}

export const colorScaleConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ColorScaleConditionalFormat",
  properties: {
    ThreeColorScale: readable("1.6", (key) => ruleOf(key, "ColorScale").points.length === 3),
    Criteria: part(
      "ColorScale",
      ({ points }) => {
        const [minimum, middle, maximum] = points.length === 3 ? points : [points[0], undefined, points[1]];
        return { minimum: { ...minimum }, ...(middle === undefined ? {} : { midpoint: { ...middle } }), maximum: { ...maximum } };
      },
      (rule, given) => {
        const { minimum = null, midpoint = null, maximum = null } = recordOf(given);
        return { ...rule, points: [pointOf(minimum), ...(midpoint === null ? [] : [pointOf(midpoint)]), pointOf(maximum)] };
      },
    ),
  },
});

export const conditionalDataBarPositiveFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalDataBarPositiveFormat",
  properties: {
    FillColor: part("DataBar", ({ color }) => color, (rule, given) => ({ ...rule, color: colorOf(given) })),
    GradientFill: part("DataBar", ({ gradient }) => gradient, (rule, given) => ({ ...rule, gradient: flagOf(given) })),
  },
});

export const conditionalDataBarNegativeFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalDataBarNegativeFormat",
  properties: {
    FillColor: part("DataBar", ({ negativeColor }) => negativeColor, (rule, given) => ({ ...rule, negativeColor: colorOf(given) })),
    MatchPositiveFillColor: part(
      "DataBar",
      ({ color, negativeColor }) => color === negativeColor,
      (rule, given) => (flagOf(given) ? { ...rule, negativeColor: rule.color } : rule),
    ),
  },
});

export const dataBarConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "DataBarConditionalFormat",
  properties: {
    ShowDataBarOnly: part("DataBar", ({ showValue }) => !showValue, (rule, given) => ({ ...rule, showValue: !flagOf(given) })),
    BarDirection: part("DataBar", ({ direction }) => direction, (rule, given) => ({ ...rule, direction: wordOf(given, ["Context", "LeftToRight", "RightToLeft"]) })),
    LowerBoundRule: part("DataBar", ({ lower }) => ({ ...lower }), (rule, given) => ({ ...rule, lower: thresholdOf(recordOf(given)) })),
    UpperBoundRule: part("DataBar", ({ upper }) => ({ ...upper }), (rule, given) => ({ ...rule, upper: thresholdOf(recordOf(given)) })),
  },
  children: { PositiveFormat: child("1.6", conditionalDataBarPositiveFormatType.of), NegativeFormat: child("1.6", conditionalDataBarNegativeFormatType.of) },
});

type Criterion = Rule<"IconSet">["criteria"][number];

/** The lowest icon has no criterion of its own: an empty object stands for it. */
function criterionOf(given: Json, index: number): Criterion {
  const record = recordOf(given);
  if (index === 0) return { type: "Percent", formula: "0", operator: "GreaterThanOrEqual" };
  return { ...thresholdOf(record), operator: wordOf(record["operator"] ?? null, ["GreaterThan", "GreaterThanOrEqual"]) };
}

export const iconSetConditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "IconSetConditionalFormat",
  properties: {
    Style: part("IconSet", ({ style }) => style, (rule, given) => ({ ...rule, style: textOf(given) })),
    ReverseIconOrder: part("IconSet", ({ reverse }) => reverse, (rule, given) => ({ ...rule, reverse: flagOf(given) })),
    ShowIconOnly: part("IconSet", ({ showIconOnly }) => showIconOnly, (rule, given) => ({ ...rule, showIconOnly: flagOf(given) })),
    Criteria: part(
      "IconSet",
      ({ criteria }) => criteria.map((criterion) => ({ ...criterion })),
      (rule, given) => {
        if (!isList(given) || given.length < 3 || given.length > 5) throw invalidArgument();
        return { ...rule, criteria: given.map(criterionOf) };
      },
    ),
  },
});

export const ruleObjects: { readonly [T in RuleType]: (key: RuleKey) => ApiObject } = {
  Custom: customConditionalFormatType.of,
  CellValue: cellValueConditionalFormatType.of,
  ContainsText: textConditionalFormatType.of,
  TopBottom: topBottomConditionalFormatType.of,
  PresetCriteria: presetCriteriaConditionalFormatType.of,
  ColorScale: colorScaleConditionalFormatType.of,
  DataBar: dataBarConditionalFormatType.of,
  IconSet: iconSetConditionalFormatType.of,
};

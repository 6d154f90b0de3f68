/** Excel.ConditionalRangeFormat: what a rule does to the look of its cells. */

import type { ConditionalRule, RuleLook } from "../../book/conditional-formats";
import type { Line } from "../../book/styles/words";
import { integer } from "../../protocol/arguments";
import { action, type ApiObject, child, defineObject, object, type ObjectType, type Property, readable, writable } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import { LINE_STYLES } from "../format/borders";
import { colorOf } from "../format/colors";
import { flagOf, textOf, wordOf } from "../values";
import { type RuleKey, ruleAt, setRule } from "./rule";

type Looked = Extract<ConditionalRule, { readonly look: RuleLook }>;

function lookedRule(key: RuleKey): Looked {
  const rule = ruleAt(key);
  if (!("look" in rule)) throw new ExcelError("ItemNotFound");
  return rule;
}

function lookOf(key: RuleKey): RuleLook {
  return lookedRule(key).look;
}

function changeLook(key: RuleKey, change: (look: RuleLook) => RuleLook): void {
  const rule = lookedRule(key);
  setRule(key, { ...rule, look: change(rule.look) });
}

type Field = Exclude<keyof RuleLook, "borders">;

/** null where the rule says nothing of it. */
function field<K extends Field>(name: K, check: (given: Json) => NonNullable<RuleLook[K]>): Property<RuleKey> {
  return writable(
    "1.6",
    (key) => lookOf(key)[name] ?? null,
    (key, given) => changeLook(key, (look) => ({ ...look, [name]: check(given) })),
  );
}

/** The look without these fields. */
function without(look: RuleLook, names: readonly Field[]): RuleLook {
  return Object.fromEntries(Object.entries(look).filter(([name]) => !names.some((removed) => removed === name)));
}

export const conditionalRangeFontType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalRangeFont",
  properties: {
    Color: field("fontColor", colorOf),
    Bold: field("bold", flagOf),
    Italic: field("italic", flagOf),
    Strikethrough: field("strikethrough", flagOf),
    Underline: field("underline", (given) => wordOf(given, ["None", "Single", "Double"])),
  },
  methods: {
    Clear: action("1.6", (key) => changeLook(key, (look) => without(look, ["fontColor", "bold", "italic", "strikethrough", "underline"]))),
  },
});

export const conditionalRangeFillType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalRangeFill",
  properties: { Color: field("fillColor", colorOf) },
  methods: {
    Clear: action("1.6", (key) => changeLook(key, (look) => without(look, ["fillColor"]))),
  },
});

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Side = (typeof SIDES)[number];

interface Border {
  readonly key: RuleKey;
  readonly side: Side;
}

const NO_LINE: Line = { style: "None", weight: "Thin", color: "#000000" };

function lineOf({ key, side }: Border): Line {
  return lookOf(key).borders?.[side] ?? NO_LINE;
}

function changeLine({ key, side }: Border, change: Partial<Line>): void {
  changeLook(key, (look) => ({ ...look, borders: { ...look.borders, [side]: { ...lineOf({ key, side }), ...change } } }));
}

export const conditionalRangeBorderType: ObjectType<Border> = defineObject<Border>({
  name: "ConditionalRangeBorder",
  properties: {
    SideIndex: readable("1.6", ({ side }) => side),
    Style: writable("1.6", (border) => lineOf(border).style, (border, given) => changeLine(border, { style: wordOf(given, LINE_STYLES) })),
    Color: writable("1.6", (border) => lineOf(border).color, (border, given) => changeLine(border, { color: colorOf(given) })),
  },
});

function borderAt(key: RuleKey, side: Side | undefined): ApiObject {
  if (side === undefined) throw new ExcelError("InvalidArgument");
  return conditionalRangeBorderType.of({ key, side });
}

export const conditionalRangeBorderCollectionType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalRangeBorderCollection",
  properties: { Count: readable("1.6", () => SIDES.length) },
  children: {
    Top: child("1.6", (key) => borderAt(key, "EdgeTop")),
    Bottom: child("1.6", (key) => borderAt(key, "EdgeBottom")),
    Left: child("1.6", (key) => borderAt(key, "EdgeLeft")),
    Right: child("1.6", (key) => borderAt(key, "EdgeRight")),
  },
  methods: { GetItemAt: object("1.6", (key, args) => borderAt(key, SIDES[integer(args, 0)])) },
  items: (key) => SIDES.map((side) => borderAt(key, side)),
  item: (key, name) => borderAt(key, SIDES.find((side) => side === name)),
});

export const conditionalRangeFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalRangeFormat",
  properties: { NumberFormat: field("numberFormat", textOf) },
  children: { Font: child("1.6", conditionalRangeFontType.of), Fill: child("1.6", conditionalRangeFillType.of), Borders: child("1.6", conditionalRangeBorderCollectionType.of) },
});

export function ruleFormatObject(rule: RuleKey): ApiObject {
  return conditionalRangeFormatType.of(rule);
}

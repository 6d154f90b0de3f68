/** Excel.ConditionalFormatCollection and ConditionalFormat */

import type { Sheet } from "../../book/book";
import {
  addConditionalFormat, changeConditionalFormat, clearConditionalFormats, type ConditionalFormat, conditionalFormatsOf, type ConditionalRule, deleteConditionalFormat,
} from "../../book/conditional-formats";
import { integer, text, word } from "../../protocol/arguments";
import { action, type ApiObject, type Child, child, defineObject, existing, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";
import { areasObject } from "../areas/areas";
import { type Areas, followsAreas } from "../format/format";
import { rangeObject } from "../range/range";
import { flagOf, numberOf } from "../values";
import { type RuleKey, ruleAt } from "./rule";
import { ruleObjects, type RuleType } from "./rules";

const RULE_TYPES: readonly RuleType[] = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"];

/** What `add` begins with; the add-in sets the rule next. */
const NEW_RULES: { readonly [T in RuleType]: Extract<ConditionalRule, { readonly type: T }> } = {
  Custom: { type: "Custom", formula: "=FALSE", look: {} },
  CellValue: { type: "CellValue", operator: "Between", formula1: "=0", formula2: "=0", look: {} },
  ContainsText: { type: "ContainsText", operator: "Contains", text: "", look: {} },
  TopBottom: { type: "TopBottom", kind: "TopItems", rank: 10, look: {} },
  PresetCriteria: { type: "PresetCriteria", criterion: "Blanks", look: {} },
  ColorScale: {
    type: "ColorScale",
    points: [
      { type: "LowestValue", color: "#F8696B" },
      { type: "Percentile", formula: "50", color: "#FFEB84" },
      { type: "HighestValue", color: "#63BE7B" },
    ],
  },
  DataBar: {
    type: "DataBar",
    lower: { type: "Automatic" },
    upper: { type: "Automatic" },
    color: "#638EC6",
    negativeColor: "#FF0000",
    showValue: true,
    gradient: true,
    direction: "Context",
  },
  IconSet: {
    type: "IconSet",
    style: "ThreeTrafficLights1",
    reverse: false,
    showIconOnly: false,
    criteria: [
      { type: "Percent", formula: "0", operator: "GreaterThanOrEqual" },
      { type: "Percent", formula: "33", operator: "GreaterThanOrEqual" },
      { type: "Percent", formula: "67", operator: "GreaterThanOrEqual" },
    ],
  },
};

function find({ sheet, id }: RuleKey): ConditionalFormat | undefined {
  return sheet.book.sheets.includes(sheet) ? conditionalFormatsOf(sheet).find((format) => format.id === id) : undefined;
}

function get(key: RuleKey): ConditionalFormat {
  const format = find(key);
  if (format === undefined) throw new ExcelError("ItemNotFound");
  return format;
}

/** Both ways to the object of one kind of rule. */
function ruleChildren(name: string, type: RuleType): Readonly<Record<string, Child<RuleKey>>> {
  const orNull = (key: RuleKey): ApiObject | null => (ruleAt(key).type === type ? ruleObjects[type](key) : null);
  return {
    [`${name}OrNullObject`]: child("1.6", orNull),
    [name]: child("1.6", (key) => {
      const found = orNull(key);
      if (found === null) throw new ExcelError("ItemNotFound");
      return found;
    }),
  };
}

export const conditionalFormatType: ObjectType<RuleKey> = defineObject<RuleKey>({
  name: "ConditionalFormat",
  exists: (key) => find(key) !== undefined,
  properties: {
    Id: readable("1.6", ({ id }) => id),
    Type: readable("1.6", (key) => get(key).rule.type),
    Priority: writable("1.6", (key) => get(key).priority, ({ sheet, id }, priority) => void changeConditionalFormat(sheet, id, { priority: numberOf(priority) })),
    StopIfTrue: writable("1.6", (key) => get(key).stopIfTrue, ({ sheet, id }, stop) => void changeConditionalFormat(sheet, id, { stopIfTrue: flagOf(stop) })),
  },
  children: {
    ...ruleChildren("Custom", "Custom"),
    ...ruleChildren("CellValue", "CellValue"),
    ...ruleChildren("TextComparison", "ContainsText"),
    ...ruleChildren("TopBottom", "TopBottom"),
    ...ruleChildren("Preset", "PresetCriteria"),
    ...ruleChildren("ColorScale", "ColorScale"),
    ...ruleChildren("DataBar", "DataBar"),
    ...ruleChildren("IconSet", "IconSet"),
  },
  methods: {
    Delete: action("1.6", ({ sheet, id }) => deleteConditionalFormat(sheet, id)),
    GetRange: object("1.6", existing(onlyRange)),
    GetRangeOrNullObject: object("1.6", onlyRange),
    GetRanges: object("1.9", (key) => areasObject(key.sheet, get(key).ranges)),
  },
});

/** null when the rule is for several ranges. */
function onlyRange(key: RuleKey): ApiObject | null {
  const [only, ...others] = get(key).ranges;
  return only === undefined || others.length > 0 ? null : rangeObject({ sheet: key.sheet, range: only });
}

function sheetOf(areas: Areas): Sheet {
  const [first] = areas;
  if (first === undefined) throw new ExcelError("ItemNotFound");
  return first.sheet;
}

/** Each rule once, by priority. */
function keysOver(areas: Areas): readonly RuleKey[] {
  const found = new Map<string, { readonly key: RuleKey; readonly priority: number }>();
  for (const { sheet, range } of areas) for (const { id, priority } of conditionalFormatsOf(sheet, range)) found.set(id, { key: { sheet, id }, priority });
  return [...found.values()].sort((a, b) => a.priority - b.priority).map(({ key }) => key);
}

function byId(areas: Areas, id: string): ApiObject | null {
  const key = keysOver(areas).find((candidate) => candidate.id === id);
  return key === undefined ? null : conditionalFormatType.of(key);
}

export const conditionalFormatCollectionType: ObjectType<Areas> = defineObject<Areas>({
  name: "ConditionalFormatCollection",
  ...followsAreas,
  methods: {
    Add: object("1.6", (areas, args) => {
      const sheet = sheetOf(areas);
      const { id } = addConditionalFormat(sheet, areas.map(({ range }) => range), NEW_RULES[word(args, 0, RULE_TYPES)]);
      return conditionalFormatType.of({ sheet, id });
    }),
    ClearAll: action("1.6", (areas) => {
      for (const { sheet, range } of areas) clearConditionalFormats(sheet, range);
    }),
    GetCount: value("1.6", (areas) => keysOver(areas).length),
    GetItemAt: object("1.6", (areas, args) => {
      const key = keysOver(areas)[integer(args, 0)];
      if (key === undefined) throw new ExcelError("InvalidArgument");
      return conditionalFormatType.of(key);
    }),
    GetItemOrNullObject: object("1.14", (areas, args) => byId(areas, text(args, 0))),
  },
  items: (areas) => keysOver(areas).map(conditionalFormatType.of),
  item: (areas, key) => (typeof key === "string" ? byId(areas, key) : null),
});

export function conditionalFormatsObject(areas: Areas): ApiObject {
  return conditionalFormatCollectionType.of(areas);
}

/** Our conditional formats in Excel (`workbook/colour-rules`): found by their formula, added first, removed whole. */

import { isRuleOfOurs, type ColourRule, type PlacedRules } from "../workbook/colour-rules";
import type { WriteColourRules } from "../workbook/edits";
import { getRange, rangeOf } from "./ranges";

/** Ours among the rules that reach into a range, as Excel has them. */
export interface LoadedRules {
  /** After the first sync: asks for the formulas of rules made by formula. */
  refine(): unknown[];
  /** After the second. */
  placed(): readonly PlacedRules[];
  /** Removes what is still there and adds to `removed` what that was, by id; edits of one batch may reach into each other's ranges. */
  remove(removed: Set<string>): void;
  /** Whether one of them is among these. */
  isAmong(removed: ReadonlySet<string>): boolean;
}

interface LoadedRule {
  readonly format: Excel.ConditionalFormat;
  readonly custom: Excel.CustomConditionalFormat;
  readonly range: Excel.Range;
}

export function loadRules(sheet: Excel.Worksheet, { range }: WriteColourRules): LoadedRules {
  const formats = getRange(sheet, range).conditionalFormats.load("items/id,items/type");
  let loaded: readonly LoadedRule[] = [];
  const ours = (): readonly LoadedRule[] => loaded.filter(({ custom }) => isRuleOfOurs(custom.rule.formula));
  return {
    refine: () => {
      loaded = formats.items.filter(({ type }) => type === "Custom").map((format) => {
        format.custom.load("rule/formula,format/fill/color,format/font/color,format/font/strikethrough");
        return { format, custom: format.custom, range: format.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount") };
      });
      return [...loaded];
    },
    placed: () => placedOf(ours()),
    remove: (removed) => {
      for (const { format } of ours()) if (!removed.has(format.id)) format.delete();
      for (const { format } of ours()) removed.add(format.id);
    },
    isAmong: (removed) => ours().some(({ format }) => removed.has(format.id)),
  };
}

/** Rules of one range together, the first first, as Excel lists them. What a rule leaves as it is Excel tells as "" or null. A rule that people spread over several ranges has no place to return to. */
function placedOf(loaded: readonly LoadedRule[]): PlacedRules[] {
  const byPlace = new Map<string, { range: PlacedRules["range"]; rules: ColourRule[] }>();
  for (const { custom, range } of loaded) {
    if (range.isNullObject) continue;
    const place = rangeOf(range);
    const key = [place.top, place.left, place.bottom, place.right].join();
    const placed = byPlace.get(key) ?? { range: place, rules: [] };
    byPlace.set(key, placed);
    placed.rules.push({ formula: custom.rule.formula, fill: custom.format.fill.color || null, font: custom.format.font.color || null, struck: custom.format.font.strikethrough || false });
  }
  return [...byPlace.values()];
}

/** Each rule comes before those that are there, so the first is added last. */
export function addRules(sheet: Excel.Worksheet, { range, rules }: WriteColourRules): void {
  const formats = getRange(sheet, range).conditionalFormats;
  for (const rule of [...rules].reverse()) {
    const { custom } = formats.add("Custom");
    custom.rule.formula = rule.formula;
    if (rule.fill !== null) custom.format.fill.color = rule.fill;
    if (rule.font !== null) custom.format.font.color = rule.font;
    if (rule.struck) custom.format.font.strikethrough = true;
  }
}

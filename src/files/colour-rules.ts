/** Our conditional formats in a file's workbook (`workbook/colour-rules`). */

import { rangeOfCell, type CellRange } from "../workbook/address";
import { areInPlace, isRuleOfOurs, type ColourRule, type PlacedRules } from "../workbook/colour-rules";
import type { WriteColourRules } from "../workbook/edits";
import type { Sheet } from "../embedded/book/book";
import { addConditionalFormat, conditionalFormatsOf, deleteConditionalFormat, type ConditionalFormat, type ConditionalRule } from "../embedded/book/conditional-formats";

/** Ours among the rules that reach into a range, those of one range together, the first first. */
export function placedRules(sheet: Sheet, range: CellRange): PlacedRules[] {
  const placed = new Map<string, { range: CellRange; rules: ColourRule[] }>();
  for (const { ranges, rule } of oursOn(sheet, range)) {
    const [place = rangeOfCell(0, 0)] = ranges;
    if (ranges.length !== 1) continue;
    const key = JSON.stringify(place);
    const here = placed.get(key) ?? { range: place, rules: [] };
    placed.set(key, here);
    here.rules.push({ formula: rule.formula, fill: rule.look.fillColor ?? null, font: rule.look.fontColor ?? null, struck: rule.look.strikethrough ?? false });
  }
  return [...placed.values()];
}

export function setRules(sheet: Sheet, { range, rules }: WriteColourRules): void {
  if (areInPlace(range, rules, placedRules(sheet, range))) return;
  for (const { id } of oursOn(sheet, range)) deleteConditionalFormat(sheet, id);
  for (const { formula, fill, font, struck } of [...rules].reverse()) {
    const look = { ...(fill === null ? {} : { fillColor: fill }), ...(font === null ? {} : { fontColor: font }), ...(struck ? { strikethrough: true } : {}) };
    addConditionalFormat(sheet, [range], { type: "Custom", formula, look });
  }
}

type CustomFormat = ConditionalFormat & { readonly rule: Extract<ConditionalRule, { readonly type: "Custom" }> };

function oursOn(sheet: Sheet, range: CellRange): readonly CustomFormat[] {
  return conditionalFormatsOf(sheet, range).filter((format): format is CustomFormat => format.rule.type === "Custom" && isRuleOfOurs(format.rule.formula));
}

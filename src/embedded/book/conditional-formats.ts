/** Conditional formats: rules kept with the sheet, and which cells they change how. */

import type { CellRange } from "../../workbook/address";
import type { Line, Look } from "./formats";
import { notYet } from "./model";
import type { Sheet } from "./model";

export type RuleLook = Partial<Pick<Look, "numberFormat" | "fillColor" | "fontColor" | "bold" | "italic" | "underline" | "strikethrough">> & {
  readonly borders?: Readonly<Partial<Record<"EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight", Line>>>;
};

export interface Threshold {
  readonly type: "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile" | "Formula" | "Automatic";
  readonly formula?: string;
}

/** In the words of Excel.ConditionalFormatType. Formulas have their "=" and are relative to the first cell of `ranges`. */
export type ConditionalRule =
  | { readonly type: "Custom"; readonly formula: string; readonly look: RuleLook }
  | { readonly type: "CellValue"; readonly operator: "Between" | "NotBetween" | "EqualTo" | "NotEqualTo" | "GreaterThan" | "LessThan" | "GreaterThanOrEqual" | "LessThanOrEqual"; readonly formula1: string; readonly formula2?: string; readonly look: RuleLook }
  | { readonly type: "ContainsText"; readonly operator: "Contains" | "NotContains" | "BeginsWith" | "EndsWith"; readonly text: string; readonly look: RuleLook }
  | { readonly type: "TopBottom"; readonly kind: "TopItems" | "TopPercent" | "BottomItems" | "BottomPercent"; readonly rank: number; readonly look: RuleLook }
  | { readonly type: "PresetCriteria"; readonly criterion: string; readonly look: RuleLook }
  | { readonly type: "ColorScale"; readonly points: readonly (Threshold & { readonly color: string })[] }
  | { readonly type: "DataBar"; readonly lower: Threshold; readonly upper: Threshold; readonly color: string; readonly negativeColor: string; readonly showValue: boolean; readonly gradient: boolean; readonly direction: "Context" | "LeftToRight" | "RightToLeft" }
  | { readonly type: "IconSet"; readonly style: string; readonly reverse: boolean; readonly showIconOnly: boolean; readonly criteria: readonly (Threshold & { readonly operator: "GreaterThan" | "GreaterThanOrEqual" })[] }
  | { readonly type: "Unknown" };

export interface ConditionalFormat {
  readonly id: string;
  readonly ranges: readonly CellRange[];
  /** 0 is applied first. */
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule: ConditionalRule;
}

/** By priority. */
export function conditionalFormatsOf(sheet: Sheet, range?: CellRange): readonly ConditionalFormat[] { return notYet(sheet, range); }
/** The new rule comes first, as in Excel. */
export function addConditionalFormat(sheet: Sheet, ranges: readonly CellRange[], rule: ConditionalRule): ConditionalFormat { return notYet(sheet, ranges, rule); }
export function changeConditionalFormat(sheet: Sheet, id: string, changes: Partial<Omit<ConditionalFormat, "id">>): ConditionalFormat { return notYet(sheet, id, changes); }
export function deleteConditionalFormat(sheet: Sheet, id: string): void { notYet(sheet, id); }
/** Removes the range from every rule; without one, all rules. */
export function clearConditionalFormats(sheet: Sheet, range?: CellRange): void { notYet(sheet, range); }
/** What the rules make of a cell right now, over its own look; for drawing. */
export function ruleLookAt(sheet: Sheet, row: number, column: number): RuleLook { return notYet(sheet, row, column); }

/**
 * Colour as a second signal: conditional formats of ours on a range. They change no cell, follow its contents and go
 * without a trace. Ours are known by a term in their formula that is always true and that people can read in Excel's list of rules.
 */

import type { CellRange } from "./address";

/** Cells for which the formula, written for the range's first cell, is true are coloured so. */
export interface ColourRule {
  /** "=AND(…)"; made by `ruleFormula`. */
  readonly formula: string;
  /** "#RRGGBB"; null leaves it as it is. */
  readonly fill: string | null;
  readonly font: string | null;
  /** Strikes the contents through. */
  readonly struck: boolean;
}

export interface PlacedRules {
  readonly range: CellRange;
  /** Where several say something of one property, the first wins. */
  readonly rules: readonly ColourRule[];
}

const SIGN = '"budget-execution"<>""';

/** The formula of a rule of ours for a condition such as `$F3="超支"`. */
export function ruleFormula(condition: string): string {
  return `=AND(${SIGN},${condition})`;
}

/** Excel may give a formula back with spaces of its own. */
export function isRuleOfOurs(formula: string): boolean {
  return formula.replaceAll(/\s/gu, "").includes(SIGN);
}

export function sameRules(a: readonly ColourRule[], b: readonly ColourRule[]): boolean {
  return a.length === b.length && a.every((rule, i) => {
    const other = b[i];
    return other !== undefined && rule.formula === other.formula && rule.struck === other.struck && sameColour(rule.fill, other.fill) && sameColour(rule.font, other.font);
  });
}

function sameColour(a: string | null, b: string | null): boolean {
  return a?.toUpperCase() === b?.toUpperCase();
}

/** Whether what was found on a range is what should be there. */
export function areInPlace(range: CellRange, rules: readonly ColourRule[], placed: readonly PlacedRules[]): boolean {
  const [only, ...others] = placed;
  if (only === undefined) return rules.length === 0;
  return others.length === 0 && sameRange(only.range, range) && sameRules(only.rules, rules);
}

function sameRange(a: CellRange, b: CellRange): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

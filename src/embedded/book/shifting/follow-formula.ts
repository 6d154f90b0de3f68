/** References and shifts: in formulas, and in rules, whose formulas are written for the first of their cells. */

import { intersects } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { sheetsOf } from "../formula/precedents";
import { GONE, moveRelative, rewrite, writeReference } from "../formula/references";
import type { Sheet } from "../model";
import { movedArea, shiftArea, shiftRange } from "./shift";
import type { Shift } from "./shift";

/** @param home the sheet that references without a sheet mean */
export function shiftReferences(formula: string, home: Sheet | null, shift: Shift): string {
  const { sheet } = shift;
  if (home !== sheet && !formula.includes("!")) return formula;
  const touched = movedArea(shift);
  return rewrite(formula, (piece) => {
    if (piece.kind !== "reference") return null;
    const { reference } = piece;
    const [only, another] = reference.prefix ? sheetsOf(sheet, reference.prefix) : home ? [home] : [];
    if (only !== sheet || another || reference.range.bottom < touched.top || reference.range.right < touched.left) return null;
    const range = shiftRange(reference.range, shift);
    if (!range) return GONE;
    return range === reference.range ? null : writeReference({ ...reference, range });
  });
}

export interface ShiftedRule {
  readonly ranges: readonly CellRange[];
  /** What a formula of the rule becomes. */
  readonly formula: (before: string) => string;
}

/** A rule's cells and formulas after the shift; null when none of its cells is left. */
export function shiftRule(ranges: readonly CellRange[], shift: Shift): ShiftedRule | null {
  const after = joinRanges(ranges.flatMap((range) => shiftArea(range, shift)));
  const [origin] = ranges;
  const [first] = after;
  const witness = ranges.map((range) => survivor(range, shift)).find((cell) => cell !== null);
  if (!origin || !first || !witness) return null;
  const goes = shiftRange(witness, shift) ?? witness;
  return {
    ranges: after,
    // The formula as the witness has it, shifted with the witness, and as the new first cell has it.
    formula: (before) => moveRelative(
      shiftReferences(moveRelative(before, witness.top - origin.top, witness.left - origin.left), shift.sheet, shift),
      first.top - goes.top, first.left - goes.left),
  };
}

/** The first cell of a range that is not deleted. */
function survivor({ top, left, bottom, right }: CellRange, shift: Shift): CellRange | null {
  const first = { top, left, bottom: top, right: left };
  if (shiftRange(first, shift)) return first;
  const beyond = shift.at - shift.count;
  const next = shift.axis === "rows" ? { top: beyond, left, bottom: beyond, right: left } : { top, left: beyond, bottom: top, right: beyond };
  if (next.top <= bottom && next.left <= right) return next;
  const beside = shift.axis === "rows" ? { top, left: shift.to + 1, bottom: top, right: shift.to + 1 } : { top: shift.to + 1, left, bottom: shift.to + 1, right: left };
  return beside.left <= right && beside.top <= bottom ? beside : null;
}

/** Rectangles that share a whole side as one, in reading order. */
function joinRanges(ranges: readonly CellRange[]): CellRange[] {
  const joined: CellRange[] = [...ranges];
  for (let at = 0; at < joined.length; at++) {
    for (let other = joined.length - 1; other > at; other--) {
      const both = union(joined[at], joined[other]);
      if (!both) continue;
      joined.splice(other, 1);
      joined[at] = both;
      // What grew may now fit one that did not fit before.
      other = joined.length;
    }
  }
  return joined.sort((a, b) => a.top - b.top || a.left - b.left);
}

function union(a: CellRange | undefined, b: CellRange | undefined): CellRange | null {
  if (!a || !b || intersects(a, b)) return null;
  const both = { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
  const sameColumns = a.left === b.left && a.right === b.right && (a.bottom + 1 === b.top || b.bottom + 1 === a.top);
  const sameRows = a.top === b.top && a.bottom === b.bottom && (a.right + 1 === b.left || b.right + 1 === a.left);
  return sameColumns || sameRows ? both : null;
}

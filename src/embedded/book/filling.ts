/** Filling a range from a few cells, as dragging the corner does. */

import type { CellRange } from "../../workbook/address";
import { isDateFormat } from "../../workbook/number-format";
import { afterWrite, setContent } from "./writing";
import { moveRelative } from "./formula/references";
import type { Cell, Scalar, Sheet } from "./model";
import { checkWritable } from "./protection";
import { refuse } from "./refusal";
import { cellAt, ensureCell, styleAt } from "./store";
import { lookOf } from "./styles/look";

export type FillType = "FillDefault" | "FillCopy" | "FillSeries" | "FillFormats" | "FillValues";

/** Range.autoFill of `source` over `target`, which contains it and is longer in one direction. */
export function autoFill(sheet: Sheet, source: CellRange, target: CellRange, type: FillType): void {
  const isInside = source.top >= target.top && source.bottom <= target.bottom && source.left >= target.left && source.right <= target.right;
  const isVertical = source.left === target.left && source.right === target.right;
  if (!isInside || (!isVertical && (source.top !== target.top || source.bottom !== target.bottom))) refuse("InvalidArgument", "The range to fill contains the source and is longer in one direction.");
  checkWritable(sheet, target);
  const lanes = isVertical ? span(source.left, source.right) : span(source.top, source.bottom);
  const [first, last, from, to] = isVertical ? [source.top, source.bottom, target.top, target.bottom] : [source.left, source.right, target.left, target.right];
  for (const lane of lanes) fillLane(sheet, lane, isVertical, { first, last, from, to }, type);
  afterWrite(sheet, target);
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

interface Extent {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

function fillLane(sheet: Sheet, lane: number, isVertical: boolean, { first, last, from, to }: Extent, type: FillType): void {
  const place = (at: number): [number, number] => (isVertical ? [at, lane] : [lane, at]);
  const taken = span(first, last).map((at) => {
    const cell = cellAt(sheet, ...place(at));
    return { cell: cell && { ...cell }, style: styleAt(sheet, ...place(at)) };
  });
  const series = type === "FillCopy" ? null : seriesOf(sheet, taken, type);
  for (let at = from; at <= to; at++) {
    if (at >= first && at <= last) continue;
    const index = (((at - first) % taken.length) + taken.length) % taken.length;
    const model = taken[index];
    if (!model) continue;
    const cell = ensureCell(sheet, ...place(at));
    if (type !== "FillValues") cell.style = model.style;
    if (type === "FillFormats") continue;
    const moved = at - (first + index);
    if (model.cell?.formula) setContent(cell, null, { ...model.cell.formula, array: null, text: moveRelative(model.cell.formula.text, isVertical ? moved : 0, isVertical ? 0 : moved) });
    else setContent(cell, series ? series(at - first, index) : (model.cell?.value ?? null), null);
  }
}

type Series = (step: number, index: number) => Scalar;

/** Two or more numbers go on in a line; a single date goes on by days; "Item 1" goes on with 2; the rest repeats. */
function seriesOf(sheet: Sheet, taken: readonly { readonly cell: Cell | undefined; readonly style: number }[], type: FillType): Series | null {
  const values = taken.map(({ cell }) => cell?.value ?? null);
  if (values.every((value): value is number => typeof value === "number")) {
    const [first = 0, second] = values;
    const isDate = isDateFormat(lookOf(sheet.book.styles, taken[0]?.style ?? 0).numberFormat);
    if (second === undefined) return isDate || type === "FillSeries" ? (step) => first + step : null;
    const { slope, start } = trend(values);
    return (step) => Number((start + slope * step).toPrecision(15));
  }
  const numbered = values.map((value) => (typeof value === "string" ? /^(.*?)(\d+)(\D*)$/.exec(value) : null));
  if (values.length !== 1 || !numbered[0]) return null;
  const [, before = "", digits = "", after = ""] = numbered[0];
  return (step) => before + String(Math.abs(Number(digits) + step)).padStart(digits.length, "0") + after;
}

/** The straight line through the numbers (least squares). */
function trend(values: readonly number[]): { readonly slope: number; readonly start: number } {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const over = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const under = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const slope = over / under;
  return { slope, start: mean - slope * middle };
}

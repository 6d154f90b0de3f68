/** Which cells a conditional rule is true for, and what a colour scale makes of them. */

import { formatRange, overlap, rangeOfCell, WHOLE_SHEET } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { ERROR_VALUES } from "../../../workbook/snapshot";
import type { CellValue } from "../../../workbook/snapshot";
import { readValues } from "../cells";
import { periodTest } from "../filter/matching";
import { moveRelative } from "../formula/references";
import type { Sheet } from "../model";
import { clip } from "../store";
import type { Questions } from "./questions";
import type { CellOperator, ConditionalRule, Threshold } from "./rules";

/** For each cell of an area, row by row. */
export type Grid<Value> = readonly (readonly Value[])[];

/**
 * Which cells of the areas a rule is true for. Its formulas are only asked for; the answer calculates them.
 * @param ranges the rule's
 * @param areas the cells asked for, each inside one of them
 */
export function matchRule(sheet: Sheet, rule: ConditionalRule, ranges: readonly CellRange[], areas: readonly CellRange[], questions: Questions): () => readonly Grid<boolean>[] {
  const each = (test: (value: CellValue) => boolean) => () => areas.map((area) => readValues(sheet, area).map((line) => line.map(test)));
  switch (rule.type) {
    case "Custom": {
      const results = askMoved(rule.formula, ranges, areas, questions);
      return () => results().map((grid) => grid.map((line) => line.map((result) => result === true || (typeof result === "number" && result !== 0))));
    }
    case "CellValue": {
      const first = askMoved(rule.formula1, ranges, areas, questions);
      const second = rule.formula2 === undefined ? first : askMoved(rule.formula2, ranges, areas, questions);
      return () => {
        const [low, high] = [first(), second()];
        return areas.map((area, i) => readValues(sheet, area).map((line, y) => line.map((value, x) => compares(value, rule.operator, low[i]?.[y]?.[x] ?? "", high[i]?.[y]?.[x] ?? ""))));
      };
    }
    case "ContainsText": {
      const text = rule.text.toLowerCase();
      return each((value) => {
        const shown = String(value).toLowerCase();
        switch (rule.operator) {
          case "Contains": return shown.includes(text);
          case "NotContains": return !shown.includes(text);
          case "BeginsWith": return shown.startsWith(text);
          case "EndsWith": return shown.endsWith(text);
        }
      });
    }
    case "TopBottom": {
      const isTop = rule.kind.startsWith("Top");
      const numbers = numbersOf(sheet, ranges).sort((a, b) => (isTop ? b - a : a - b));
      const count = rule.kind.endsWith("Percent") ? Math.max(1, Math.floor((numbers.length * rule.rank) / 100)) : rule.rank;
      const limit = numbers[Math.min(count, numbers.length) - 1];
      return each((value) => typeof value === "number" && limit !== undefined && (isTop ? value >= limit : value <= limit));
    }
    case "PresetCriteria": return each(presetTest(sheet, rule.criterion, ranges));
    case "ColorScale": case "DataBar": case "IconSet": case "Unknown": return each(() => false);
  }
}

/** The formula's results for every cell, its relative references moved along from the first cell of the rule. */
function askMoved(formula: string, [first]: readonly CellRange[], areas: readonly CellRange[], questions: Questions): () => readonly Grid<CellValue>[] {
  const constant = constantOf(formula);
  const grids = areas.map((area) => {
    const origin = first ?? area;
    return Array.from({ length: area.bottom - area.top + 1 }, (_, y) => Array.from({ length: area.right - area.left + 1 }, (__, x) =>
      constant === null ? questions.ask(`=${standingAt(moveRelative(formula.slice(1), area.top + y - origin.top, area.left + x - origin.left), area.top + y, area.left + x)}`) : () => constant));
  });
  return () => grids.map((grid) => grid.map((line) => line.map((answer) => answer())));
}

/** ROW() and COLUMN() mean the cell that is coloured. */
function standingAt(formula: string, row: number, column: number): string {
  return formula.replace(/"[^"]*"|\b(ROW|COLUMN)\(\s*\)/gi, (text, name?: string) => (name === undefined ? text : `${name}(${formatRange(rangeOfCell(row, column))})`));
}

function constantOf(formula: string): CellValue | null {
  const text = formula.replace(/^=/, "");
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return Number(text);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  return quoted ? (quoted[1] ?? "").replaceAll('""', '"') : null;
}

/** Numbers before texts before booleans, texts in any case; a blank counts as 0 or "". */
function compares(value: CellValue, operator: CellOperator, first: CellValue, second: CellValue): boolean {
  if (ERROR_VALUES.has(value) || ERROR_VALUES.has(first)) return false;
  const order = (a: CellValue, b: CellValue): number => {
    const rank = (one: CellValue): number => (typeof one === "number" ? 0 : typeof one === "string" ? 1 : 2);
    const [left, right] = [a === "" && typeof b === "number" ? 0 : a, b === "" && typeof a === "number" ? 0 : b];
    if (rank(left) !== rank(right)) return rank(left) - rank(right);
    if (typeof left === "string" && typeof right === "string") return left.toLowerCase() < right.toLowerCase() ? -1 : left.toLowerCase() > right.toLowerCase() ? 1 : 0;
    return Number(left) - Number(right);
  };
  switch (operator) {
    case "EqualTo": return order(value, first) === 0;
    case "NotEqualTo": return order(value, first) !== 0;
    case "GreaterThan": return order(value, first) > 0;
    case "LessThan": return order(value, first) < 0;
    case "GreaterThanOrEqual": return order(value, first) >= 0;
    case "LessThanOrEqual": return order(value, first) <= 0;
    case "Between": case "NotBetween": {
      const [low, high] = order(first, second) <= 0 ? [first, second] : [second, first];
      const isBetween = order(value, low) >= 0 && order(value, high) <= 0;
      return operator === "Between" ? isBetween : !isBetween;
    }
  }
}

function numbersOf(sheet: Sheet, ranges: readonly CellRange[]): number[] {
  return valuesOf(sheet, ranges).filter((value) => typeof value === "number");
}

function valuesOf(sheet: Sheet, ranges: readonly CellRange[]): CellValue[] {
  const occupied = clip(sheet, WHOLE_SHEET);
  return ranges.flatMap((range) => {
    const area = occupied && overlap(range, occupied);
    return area ? readValues(sheet, area).flat() : [];
  });
}

function presetTest(sheet: Sheet, criterion: string, ranges: readonly CellRange[]): (value: CellValue) => boolean {
  switch (criterion) {
    case "Blanks": return (value) => String(value).trim() === "";
    case "NonBlanks": return (value) => String(value).trim() !== "";
    case "Errors": return (value) => ERROR_VALUES.has(value);
    case "NonErrors": return (value) => !ERROR_VALUES.has(value);
    case "UniqueValues": case "DuplicateValues": {
      const counts = new Map<string, number>();
      const keyOf = (value: CellValue): string => (typeof value === "string" ? value.toLowerCase() : `${typeof value} ${value}`);
      for (const value of valuesOf(sheet, ranges)) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
      return (value) => value !== "" && ((counts.get(keyOf(value)) ?? 0) > 1) === (criterion === "DuplicateValues");
    }
    default: return /Average$/.test(criterion) ? averageTest(criterion, numbersOf(sheet, ranges)) : dateTest(criterion);
  }
}

function dateTest(criterion: string): (value: CellValue) => boolean {
  const isIn = periodTest(criterion, new Date());
  return (value) => typeof value === "number" && isIn(value);
}

function averageTest(criterion: string, numbers: readonly number[]): (value: CellValue) => boolean {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const deviation = Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, numbers.length - 1));
  const steps = criterion.startsWith("One") ? 1 : criterion.startsWith("Two") ? 2 : criterion.startsWith("Three") ? 3 : 0;
  const isAbove = criterion.includes("Above");
  const limit = mean + (isAbove ? steps : -steps) * deviation;
  const withEqual = criterion.startsWith("EqualOr");
  return (value) => typeof value === "number" && ((isAbove ? value > limit : value < limit) || (withEqual && value === limit));
}

/** The fills of a colour scale; null for cells without a number. */
export function scaleColors(sheet: Sheet, points: readonly (Threshold & { readonly color: string })[], ranges: readonly CellRange[], areas: readonly CellRange[], questions: Questions): () => readonly Grid<string | null>[] {
  const numbers = numbersOf(sheet, ranges).sort((a, b) => a - b);
  const thresholds = points.map((point) => ({ at: thresholdValue(point, numbers, questions), color: point.color }));
  return () => {
    const stops = thresholds.map(({ at, color }) => ({ at: at(), color }));
    return areas.map((area) => readValues(sheet, area).map((line) => line.map((value) => (typeof value === "number" ? colorAt(value, stops) : null))));
  };
}

function thresholdValue({ type, formula = "0" }: Threshold, sorted: readonly number[], questions: Questions): () => number {
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  const given = formula.startsWith("=") ? questions.ask(formula) : () => formula;
  switch (type) {
    case "LowestValue": case "Automatic": return () => lowest;
    case "HighestValue": return () => highest;
    case "Percent": return () => lowest + ((highest - lowest) * Number(given())) / 100;
    case "Percentile": return () => {
      const place = ((sorted.length - 1) * Number(given())) / 100;
      const below = sorted[Math.floor(place)] ?? lowest;
      return below + ((sorted[Math.ceil(place)] ?? highest) - below) * (place - Math.floor(place));
    };
    case "Number": case "Formula": return () => Number(given());
  }
}

function colorAt(value: number, stops: readonly { readonly at: number; readonly color: string }[]): string {
  const above = stops.findIndex((stop) => value <= stop.at);
  const upper = stops[above < 0 ? stops.length - 1 : above];
  const lower = stops[above <= 0 ? (above === 0 ? 0 : stops.length - 1) : above - 1];
  if (!upper || !lower) return "#FFFFFF";
  const share = upper.at === lower.at ? 0 : (value - lower.at) / (upper.at - lower.at);
  const mix = (at: number): string => {
    const [from, to] = [lower, upper].map((stop) => parseInt(stop.color.slice(at, at + 2), 16));
    return Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * share).toString(16).padStart(2, "0").toUpperCase();
  };
  return `#${mix(1)}${mix(3)}${mix(5)}`;
}

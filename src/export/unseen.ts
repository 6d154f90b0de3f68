/** What of a sheet's contents nobody sees on screen or paper, though it is in the file. */

import { columnName, consecutive, contains, formatRange, rangeOfCell, type CellRange } from "../workbook/address";
import type { Sheet } from "../embedded/book/book";
import { usedRange, valueAt } from "../embedded/book/cells";
import { conditionalFormatsOf, ruleLooks, type ConditionalRule, type RuleLook } from "../embedded/book/conditional-formats";
import { lookAt } from "../embedded/book/formats";
import { mergeFinder } from "../embedded/book/merges";
import { columnWidth, isRowHidden, rowHeight } from "../embedded/book/sizes";

/** Points; less shows nothing that could be read. */
const LEAST_SIZE = 4;
/** As WCAG measures it; the palest text of ours has 3.9. */
const LEAST_CONTRAST = 1.5;
const WHITE = "#FFFFFF";

/** References within the sheet, of whole rows and columns where these are hidden. */
export function unseenPlaces(sheet: Sheet): readonly string[] {
  const used = usedRange(sheet, true);
  if (used === null) return [];
  const shows = { row: remembered((row) => !isRowHidden(sheet, row) && rowHeight(sheet, row) >= LEAST_SIZE), column: remembered((column) => columnWidth(sheet, column) >= LEAST_SIZE) };
  const ruled = rulesOn(sheet, used);
  const covered = conditionalFormatsOf(sheet, used).flatMap(({ rule, ranges }) => (showsNoValue(rule) ? ranges : []));
  const mergeOf = mergeFinder(sheet, used);
  const rows = new Set<number>();
  const columns = new Set<number>();
  const cells: string[] = [];
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = used.left; column <= used.right; column++) {
      if (valueAt(sheet, row, column) === "") continue;
      const area = mergeOf(row, column) ?? rangeOfCell(row, column);
      if (!span(area.top, area.bottom).some(shows.row)) rows.add(row);
      else if (!span(area.left, area.right).some(shows.column)) columns.add(column);
      else if (area.top !== row || area.left !== column || covered.some((range) => contains(range, row, column)) || !hasInk(sheet, row, column, ruled(row, column))) cells.push(formatRange(rangeOfCell(row, column)));
    }
  }
  return [
    ...consecutive([...rows]).map(({ first, last }) => `${first + 1}:${last + 1}`),
    ...consecutive([...columns].sort((a, b) => a - b)).map(({ first, last }) => `${columnName(first)}:${columnName(last)}`),
    ...cells,
  ];
}

/** With what rules make of them, for a rule can print one figure as another. */
export function shownFormats(sheet: Sheet, { top, left, formats }: { readonly top: number; readonly left: number; readonly formats: readonly (readonly string[])[] }): readonly (readonly string[])[] {
  const columns = formats[0]?.length ?? 0;
  if (columns === 0) return formats;
  const ruled = rulesOn(sheet, { top, left, bottom: top + formats.length - 1, right: left + columns - 1 });
  return formats.map((line, row) => line.map((format, column) => ruled(top + row, left + column).numberFormat ?? format));
}

function rulesOn(sheet: Sheet, range: CellRange): (row: number, column: number) => RuleLook {
  const looks = conditionalFormatsOf(sheet, range).length === 0 ? [] : ruleLooks(sheet, range);
  return (row, column) => looks[row - range.top]?.[column - range.left] ?? {};
}

function showsNoValue(rule: ConditionalRule): boolean {
  return (rule.type === "DataBar" && !rule.showValue) || (rule.type === "IconSet" && rule.showIconOnly);
}

function hasInk(sheet: Sheet, row: number, column: number, rule: RuleLook): boolean {
  const look = lookAt(sheet, row, column);
  const paper = rule.fillColor ?? (look.fillPattern === "None" ? WHITE : look.fillColor);
  const [dark = 0, light = 0] = [brightness(rule.fontColor ?? look.fontColor), brightness(paper)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST;
}

/** Relative luminance of "#RRGGBB". */
function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function remembered(ask: (index: number) => boolean): (index: number) => boolean {
  const known = new Map<number, boolean>();
  return (index) => {
    let answer = known.get(index);
    if (answer === undefined) known.set(index, (answer = ask(index)));
    return answer;
  };
}

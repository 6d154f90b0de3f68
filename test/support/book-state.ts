/** Everything a person could see in a workbook, for comparing before and after. */

import type { Book, Sheet } from "../../src/embedded/book/book";
import { contentAt, textAt, usedRange } from "../../src/embedded/book/cells";
import { conditionalFormatsOf } from "../../src/embedded/book/conditional-formats";
import { lookAt } from "../../src/embedded/book/formats";
import { EDGES, readBorder } from "../../src/embedded/book/borders";
import { mergesOf } from "../../src/embedded/book/merges";
import { columnWidth } from "../../src/embedded/book/sizes";
import { customXmlParts } from "../../src/embedded/book/storage";
import { formatRange, rangeOfCell } from "../../src/workbook/address";

/** Columns that are looked at even where nothing stands, so that what was written beside a table and taken back shows up. */
const COLUMNS = 16;

/** A line a cell: address, content, text, look, borders; then merges, widths and conditional formats. */
export function stateOf(book: Book): Record<string, unknown> {
  return Object.fromEntries([
    ...book.sheets.map((sheet) => [sheet.name, sheetState(sheet)]),
    ["parts", customXmlParts(book).map(({ xml }) => xml)],
  ]);
}

function sheetState(sheet: Sheet): unknown {
  const used = usedRange(sheet, false);
  if (used === null) return {};
  const cells: Record<string, unknown> = {};
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = 0; column <= Math.max(used.right, COLUMNS); column++) {
      const cell = rangeOfCell(row, column);
      const borders = EDGES.slice(0, 4).map((edge) => readBorder(sheet, cell, edge));
      const state = { content: contentAt(sheet, row, column), text: textAt(sheet, row, column), look: lookAt(sheet, row, column), borders };
      if (JSON.stringify(state) !== blankState(sheet)) cells[formatRange(cell)] = state;
    }
  }
  const widths = Array.from({ length: COLUMNS }, (_, column) => columnWidth(sheet, column));
  const rules = conditionalFormatsOf(sheet).map(({ ranges, rule }) => ({ ranges: ranges.map(formatRange), rule }));
  return { cells, merges: mergesOf(sheet).map(formatRange), widths, rules };
}

/** What an untouched cell far away looks like. */
function blankState(sheet: Sheet): string {
  const [row, column] = [900_000, 16_000];
  const borders = EDGES.slice(0, 4).map((edge) => readBorder(sheet, rangeOfCell(row, column), edge));
  return JSON.stringify({ content: contentAt(sheet, row, column), text: textAt(sheet, row, column), look: lookAt(sheet, row, column), borders });
}

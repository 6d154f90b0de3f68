import type { Book, Sheet } from "../../embedded/book/book";
import { readValues, readValueTypes, usedRange } from "../../embedded/book/cells";
import { activeSheet, selectionOf } from "../../embedded/book/view";
import { LAST_COLUMN, LAST_ROW, overlap } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";

/** As Excel's status bar: filled cells, numbers among them, and their sum at Excel's fifteen digits. */
export function selectionFigures(book: Book): { readonly count: number; readonly numbers: number; readonly sum: number } {
  const sheet = activeSheet(book);
  let count = 0;
  let numbers = 0;
  let sum = 0;
  for (const range of selectionOf(sheet).ranges) {
    const filled = filledPart(sheet, range);
    if (filled === null) continue;
    const types = readValueTypes(sheet, filled);
    readValues(sheet, filled).forEach((line, y) =>
      line.forEach((value, x) => {
        if (types[y]?.[x] !== "Empty") count += 1;
        if (types[y]?.[x] === "Double" && typeof value === "number") {
          numbers += 1;
          sum += value;
        }
      }),
    );
  }
  return { count, numbers, sum: Number(sum.toPrecision(15)) };
}

/** Of whole rows and columns only the used part is read. */
function filledPart(sheet: Sheet, range: CellRange): CellRange | null {
  if (range.bottom < LAST_ROW && range.right < LAST_COLUMN) return range;
  const used = usedRange(sheet, true);
  return used === null ? null : overlap(range, used);
}

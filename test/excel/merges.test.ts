/** Sheets with more merged cells than Excel tells at once: forms, of which a summary has hundreds. */

import fc from "fast-check";
import { createBook } from "../../src/embedded/book/book";
import type { Sheet } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { mergeApart, mergesOf } from "../../src/embedded/book/merges";
import type { CellRange } from "../../src/workbook/address";
import { excelOn } from "../support/excel";

/** Every cell that can be is merged with its neighbour, some beyond the last row or column that has contents. */
function densely(rows: number, columns: number, height: number, width: number): CellRange[] {
  const merges: CellRange[] = [];
  for (let top = 0; top < rows; top += height) {
    for (let left = 0; left < columns; left += width) merges.push({ top, left, bottom: top + height - 1, right: left + width - 1 });
  }
  return merges;
}

function inOrder(merges: readonly CellRange[]): CellRange[] {
  return [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
}

it("are read whole, with what stands on them", async () => {
  const shape = fc.constantFrom([1, 2] as const, [2, 1] as const, [1, 3] as const, [3, 1] as const, [2, 2] as const);
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.constantFrom(1, 7, 24, 600), shape, async (rows, columns, [height, width]) => {
    const book = createBook(["表"]);
    const sheet = book.sheets[0] as Sheet;
    const range = { top: 0, left: 0, bottom: Math.min(rows, Math.ceil(20_000 / columns)) - 1, right: columns - 1 };
    for (const [row, column] of [[0, 0], [Math.floor(range.bottom / height) * height, Math.floor(range.right / width) * width]] as const) {
      enterValues(sheet, { top: row, left: column, bottom: row, right: column }, [["甲"]]);
    }
    mergeApart(sheet, densely(range.bottom + 1, columns, height, width));
    const read = await excelOn(book).port.read();
    if (!read.ok) throw new Error(read.problem.code);
    const [found] = read.value.sheets;
    expect(inOrder(found?.merges ?? [])).toEqual(mergesOf(sheet));
    expect(found?.values[0]?.[0]).toBe("甲");
  }), { numRuns: 12, examples: [[1200, 24, [1, 2]], [1200, 7, [2, 1]], [33, 600, [2, 1]]] });
});

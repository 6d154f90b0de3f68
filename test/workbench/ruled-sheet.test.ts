// Colours follow the cells, so drawing a sheet evaluates its rules for every cell: work must grow with the cells, not with their square.
import { addConditionalFormat } from "../../src/embedded/book/conditional-formats";
import { createBook } from "../../src/embedded/book/book";
import type { Sheet } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { drawSheet } from "../../src/workbench/grid/drawing";
import type { CellRange } from "../../src/workbook/address";

/** Rows that count how often they are looked at. */
class CountedRows<Row> extends Map<number, Row> {
  looks = 0;
  override get(key: number): Row | undefined {
    this.looks++;
    return super.get(key);
  }
  override *[Symbol.iterator](): MapIterator<[number, Row]> {
    for (const entry of super[Symbol.iterator]()) {
      this.looks++;
      yield entry;
    }
  }
  override *keys(): MapIterator<number> {
    for (const [key] of this) yield key;
  }
}

const look = { fillColor: "#FFC7CE" };
const inOne = (rows: number): CellRange[] => [{ top: 0, left: 2, bottom: rows - 1, right: 3 }];
const rowByRow = (rows: number): CellRange[] => Array.from({ length: rows }, (_, row) => ({ top: row, left: 2, bottom: row, right: 2 }));

const RULED: readonly [string, (sheet: Sheet, rows: number) => void][] = [
  ["a formula over the column", (sheet, rows) => addConditionalFormat(sheet, inOne(rows), { type: "Custom", formula: "=$B1>$A1", look })],
  ["a comparison with the cell beside", (sheet, rows) => addConditionalFormat(sheet, inOne(rows), { type: "CellValue", operator: "GreaterThan", formula1: "=$A1", look })],
  ["one rule on many ranges", (sheet, rows) => addConditionalFormat(sheet, rowByRow(rows), { type: "Custom", formula: "=$B1>$A1", look })],
  ["the highest, on many ranges", (sheet, rows) => addConditionalFormat(sheet, rowByRow(rows), { type: "TopBottom", kind: "TopItems", rank: 3, look })],
  ["a rule a row", (sheet, rows) => {
    for (const range of rowByRow(rows)) addConditionalFormat(sheet, [range], { type: "Custom", formula: `=$B${range.top + 1}>$A${range.top + 1}`, look });
  }],
];

function looksToDraw(rows: number, rule: (sheet: Sheet, rows: number) => void): number {
  const [sheet] = createBook(["预算执行"]).sheets;
  if (!sheet) throw new Error("no sheet");
  enterValues(sheet, { top: 0, left: 0, bottom: rows - 1, right: 3 }, Array.from({ length: rows }, (_, row) => [100, row % 2 ? 120 : 80, 2 * row, 2 * row]));
  rule(sheet, rows);
  const counted = new CountedRows(sheet.rows);
  sheet.rows = counted;
  counted.looks = 0;
  const { data } = drawSheet(sheet, { rows, columns: 4 }, () => 7);
  expect(data.some((line) => line[2]?.bg === look.fillColor)).toBe(true);
  return counted.looks;
}

test.each(RULED)("%s: twice the rows are twice the work", (_, rule) => {
  expect(looksToDraw(160, rule) / looksToDraw(80, rule)).toBeLessThan(2.2);
});

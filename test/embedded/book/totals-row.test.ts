// support.microsoft.com "Using structured references with Excel tables": "Table[Column]" means the data, without the header and the totals.
import { addTable, setTableOptions } from "../../../src/embedded/book/tables";
import { addTableRows } from "../../../src/embedded/book/table-rows";
import type { Table } from "../../../src/embedded/book/tables";
import { calculateNow } from "../../../src/embedded/book/recalculate";
import { at, bookOf, formulaOf, reopened, sheetOf, type, valueOf, valuesOf } from "./support";

const LINES = [["项目名称", "预算数", "支出数"], ["办公费", 10, 5], ["培训费", 20, 5], ["差旅费", 3, 1]];

function budget(): ReturnType<typeof bookOf> & { table: Table } {
  const made = bookOf(LINES);
  const table = addTable(made.sheet, at("A1:C4"), true, "Budget");
  setTableOptions(table, { showTotals: true });
  return { ...made, table };
}

test.each(["=SUBTOTAL(109,Budget[预算数])", "=SUM(Budget[预算数])", "=SUBTOTAL(109,[预算数])", "=SUM(Budget[[#Data],[预算数]])"])("%s in the totals row does not count itself, and outlives the file", async (formula) => {
  const { book, sheet } = budget();
  type(sheet, "B5", formula);
  expect(valuesOf(sheet, "B5:C5")).toEqual([[33, 11]]);
  const saved = sheetOf(await reopened(book), "S");
  expect(valuesOf(saved, "B5:C5")).toEqual([[33, 11]]);
  calculateNow(saved.book, "FullRebuild");
  expect(valuesOf(saved, "B5:C5")).toEqual([[33, 11]]);
  type(saved, "B3", 50);
  const edited = sheetOf(await reopened(saved.book), "S");
  expect([valuesOf(edited, "A5:C5"), edited.tables[0]?.showTotals]).toEqual([[["Total", 63, 11]], true]);
  type(edited, "C2", 6);
  expect(valuesOf(edited, "B5:C5")).toEqual([[63, 12]]);
});

test("each part of the table means its own rows", () => {
  const { sheet } = budget();
  type(sheet, "B5", "=SUM(Budget[预算数])");
  // How many rows, and the sum of the numbers in them.
  const meant: Record<string, [number, number]> = {
    "Budget": [3, 44], "Budget[]": [3, 44], "Budget[#Data]": [3, 44], "Budget[预算数]": [3, 33], "Budget[[预算数]:[支出数]]": [3, 44],
    "Budget[[#Totals],[预算数]]": [1, 33], "Budget[[#All],[预算数]]": [5, 66],
    "Budget[[#Headers],[#Data],[预算数]]": [4, 33], "Budget[[#Data],[#Totals],[预算数]]": [4, 66],
  };
  const found = Object.fromEntries(Object.keys(meant).map((text) => {
    type(sheet, "E1", `=ROWS(${text})`);
    type(sheet, "E2", `=SUM(${text})`);
    return [text, [valueOf(sheet, "E1"), valueOf(sheet, "E2")]];
  }));
  expect(found).toEqual(meant);
  type(sheet, "E1", "=Budget[[#Headers],[预算数]]");
  type(sheet, "E2", "=ROWS(Budget[[#Headers],[预算数]])");
  type(sheet, "E3", "=Budget[@预算数]");
  type(sheet, "E4", "=Budget[[#This Row],[预算数]]");
  expect(valuesOf(sheet, "E1:E4")).toEqual([["预算数"], [1], [20], [3]]);
});

test("rows added above the totals are counted", async () => {
  const { book, sheet, table } = budget();
  type(sheet, "B5", "=SUBTOTAL(109,Budget[预算数])");
  addTableRows(table, null, [["会议费", 7, 2]]);
  expect(valuesOf(sheet, "A6:C6")).toEqual([["Total", 40, 13]]);
  const saved = sheetOf(await reopened(book), "S");
  expect([valuesOf(saved, "B6:C6"), formulaOf(saved, "B6")]).toEqual([[[40, 13]], "=SUBTOTAL(109,Budget[预算数])"]);
});

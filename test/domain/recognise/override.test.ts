import type { TableOverride } from "../../../src/domain/recognise/override";
import { rangeOf, sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf, summariesOf } from "./summary";

const sheet = sheetOf("表", [
  ["2016年执行情况", null, null, "单位：万元"],
  ["项目", "预算数", "支出数", "调整后预算"],
  ["物业费", 10, 5, 12],
  ["保安费", 20, 5, 22],
  ["合计", 30, 10, 34],
  ["复核：30", 30, 10, 34],
]);
const id = "{表}!A2";
const withOverride = (override: Omit<TableOverride, "tableId">) => recogniseSheet(sheet, [{ tableId: id, ...override }]);

test("a table is known by its sheet and the first cell of its header", () => {
  expect(recogniseSheet(sheet).map((table) => table.id)).toEqual([id]);
});

describe("what a person decides stands", () => {
  test("no override, or one of a table that is not there, changes nothing", () => {
    const plain = recogniseSheet(sheet);
    expect(withOverride({})).toEqual(plain);
    expect(recogniseSheet(sheet, [{ tableId: "{表}!Z99", ignored: true }, { tableId: "{别的}!A2", ignored: true }])).toEqual(plain);
  });

  test("it is no table", () => expect(withOverride({ ignored: true })).toEqual([]));

  test("the unit, and that it is unknown", () => {
    expect(withOverride({ unit: "元" })[0]).toMatchObject({ unit: "元", unitReason: { code: "unit-chosen" } });
    expect(withOverride({ unit: null })[0]).toMatchObject({ unit: null, unitReason: { code: "unit-chosen" } });
  });

  test("a column's role, which leaves the column that had it", () => {
    const [table] = withOverride({ columns: { 3: "original-budget" } });
    expect(table?.columns.map(({ role, reason }) => [role, reason.code])).toEqual([["name", "header"], [null, "role-taken"], ["expenditure", "header"], ["original-budget", "chosen"]]);
    expect(table?.columns[3]?.confidence).toBe("sure");
  });

  test("which of several columns is the spending, of which nobody is asked any more", () => {
    const several = sheetOf("表", [["项目", "财政拨款预算数", "财政拨款支出", "自有资金支出"], ["甲", 10, 5, 2], ["乙", 20, 5, 3]]);
    const doubts = (columns: TableOverride["columns"]): readonly string[] | undefined => recogniseSheet(several, [{ tableId: "{表}!A1", ...(columns === undefined ? {} : { columns }) }])[0]?.doubts.map(({ code }) => code);
    expect([doubts({ 0: "name" }), doubts({ 3: "expenditure" })]).toEqual([["doubt-several-expenditures"], []]);
  });

  test("that a column has no role", () => expect(withOverride({ columns: { 3: null } }).map(rolesOf)).toEqual(["name original-budget? expenditure -"]));

  test("the total row, and that there is none", () => {
    const kinds = (override: Omit<TableOverride, "tableId">): readonly string[] => withOverride(override)[0]?.rows.map(({ kind }) => kind) ?? [];
    expect(kinds({ totalRow: 5 })).toEqual(["body", "body", "subtotal", "total"]);
    expect(kinds({ totalRow: null })).toEqual(["body", "body", "subtotal", "body"]);
  });

  test("the last row and rows to leave out", () => {
    expect(withOverride({ lastRow: 4 })[0]).toMatchObject({ range: rangeOf("A2:D5") });
    expect(withOverride({ ignoredRows: [3, 5] })[0]?.rows.map(({ name }) => name)).toEqual(["物业费", "合计"]);
  });

  test("the header's rows; the table keeps its id", () => {
    const two = sheetOf("表", [["德胜街道", "甲", "乙"], ["项目", "预算数", "支出数"], ["物业费", 10, 5]]);
    expect(recogniseSheet(two)[0]?.headerTop).toBe(1);
    const [table] = recogniseSheet(two, [{ tableId: id, headerTop: 0 }]);
    expect([table?.id, table?.headerTop, table?.headerBottom, table?.columns.map(({ header }) => header)]).toEqual([id, 0, 1, [["德胜街道", "项目"], ["甲", "预算数"], ["乙", "支出数"]]]);
    expect(recogniseSheet(two, [{ tableId: id, headerBottom: 2 }])[0]?.rows).toEqual([]);
  });

  test("a header's rows that take in another recognised header", () => {
    const stacked = sheetOf("表", [["项目", "预算数"], ["物业费", 10], ["项目", "支出数"], ["物业费", 5]]);
    expect(recogniseSheet(stacked, [{ tableId: "{表}!A3", headerTop: 0 }]).map((table) => [table.id, table.headerTop])).toEqual([["{表}!A3", 0]]);
  });

  test("that a table is where none was recognised", () => {
    const plain = sheetOf("表", [["甲", "乙", "丙"], ["物业费", 10, 5], ["保安费", 20, 5], ["下一张", 1, 1]]);
    expect(recogniseSheet(plain)).toEqual([]);
    const declared: TableOverride = { tableId: "{表}!A1", range: rangeOf("A1:C3"), columns: { 0: "name", 1: "adjusted-budget", 2: "expenditure" } };
    expect(summariesOf(plain, [declared])).toEqual([{ at: "A1:C3 1-1", title: null, unit: "unknown unit-unknown", roles: "name adjusted-budget expenditure", rows: ["物业费", "保安费"] }]);
  });

  test("a declared table replaces the recognised ones it meets", () => {
    expect(summariesOf(sheet, [{ tableId: "{表}!A3", range: rangeOf("A2:C4") }])).toEqual([
      { at: "A2:C4 2-2", title: "2016年执行情况", unit: "万元 unit-beside", roles: "name original-budget? expenditure", rows: ["物业费", "保安费"] },
    ]);
  });

  test("all of it for an Excel table too", () => {
    const listed = sheetOf("表", [["项目", "预算数", "支出数"], ["物业费", 10, 5], ["汇总", 10, 5]], { tables: [{ name: "表1", range: "A1:C3", hasHeaders: true, hasTotals: true }] });
    const [table] = recogniseSheet(listed, [{ tableId: "{表}!A1", totalRow: null, unit: "元", columns: { 1: "adjusted-budget" } }]);
    expect(table).toMatchObject({ unit: "元", rows: [{ name: "物业费", kind: "body" }, { name: "汇总", kind: "subtotal" }] });
    expect(table?.columns[1]?.role).toBe("adjusted-budget");
  });
});

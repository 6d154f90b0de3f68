import fc from "fast-check";
import { contains, intersects } from "../../../src/workbook/address";
import type { CellValue } from "../../../src/workbook/snapshot";
import { ROLES, type BudgetTable } from "../../../src/domain/table";
import { REASON_CODES } from "../../../src/domain/recognise/reason";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, summariesOf } from "./summary";

const words = fc.constantFrom<CellValue>(
  "", "", "", "项目", "项目名称", "项目代码", "预算数", "年初预算", "调整后预算", "支出数", "执行率", "其中", "基本支出", "项目支出", "合计", "小计", "总计", "其中：工资", "单位：万元", "注：尾差", "物业费", "　", "序号",
  "预算执行情况表", "1,234.50", "65.41 ", "-", "#DIV/0!", true, 1, 2, 2016, 0, 12.5, 30, "Budget", "Actual", "一、行政", "2010301", "人大事务全年支出71.16万元，全部预算118.3万元。",
);
const sheets = fc.record({
  rows: fc.array(fc.array(words, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 24 }),
  at: fc.constantFrom("A1", "C7", "XEY1048500"),
  merges: fc.array(fc.tuple(fc.nat(23), fc.nat(8), fc.nat(3), fc.nat(4)), { maxLength: 5 }),
}).map(({ rows, at, merges }) => {
  const sheet = sheetOf("表", rows, { at });
  return { ...sheet, merges: merges.map(([row, column, height, width]) => ({ top: sheet.top + row, left: sheet.left + column, bottom: sheet.top + row + height, right: sheet.left + column + width })) };
});

function expectWellFormed(table: BudgetTable): void {
  const { range, headerTop, headerBottom, columns, rows } = table;
  expect(headerTop).toBe(range.top);
  expect(headerBottom).toBeGreaterThanOrEqual(headerTop);
  expect(headerBottom).toBeLessThan(range.bottom);
  expect(columns.map(({ column }) => column)).toEqual(Array.from({ length: range.right - range.left + 1 }, (_, at) => range.left + at));
  const roles = columns.map(({ role }) => role).filter((role) => role !== null);
  const claims = columns.flatMap(({ role, partOf, ofBudget }) => (role === null ? [] : [`${role} of ${partOf ?? "all"} on ${role === "rate" ? (ofBudget ?? "any") : ""}`]));
  expect(new Set(claims).size).toBe(claims.length);
  expect(roles.every((role) => ROLES.includes(role))).toBe(true);
  expect(rows.map(({ row }) => row)).toEqual([...rows.map(({ row }) => row)].sort((a, b) => a - b));
  expect(rows.every(({ row }) => row > headerBottom && row <= range.bottom)).toBe(true);
  expect(rows.at(-1)?.row).toBe(range.bottom);
  expect(rows.filter(({ kind }) => kind === "total").length).toBeLessThanOrEqual(1);
  expect(rows.every(({ kind, reason }) => (kind === "body") === (reason === undefined))).toBe(true);
  const reasons = [table.unitReason, ...table.doubts, ...columns.map(({ reason }) => reason), ...rows.flatMap(({ reason }) => reason ?? [])];
  expect(reasons.filter(({ code }) => !(REASON_CODES as readonly string[]).includes(code))).toEqual([]);
}

test("whatever stands in a sheet, the tables are well-formed, apart from each other, and named apart", () => {
  fc.assert(fc.property(sheets, (sheet) => {
    const tables = recogniseSheet(sheet);
    tables.forEach(expectWellFormed);
    tables.forEach((table, at) => tables.slice(at + 1).forEach((other) => expect(intersects(table.range, other.range)).toBe(false)));
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
    for (const { title, notes, range } of tables) for (const text of [...(title === null ? [] : [title]), ...notes]) expect(contains(range, text.row, text.column)).toBe(false);
  }), { numRuns: 500 });
});

const budgetTables = fc.record({
  names: fc.array(fc.constantFrom("物业费", "24号院装修", "2015年工程项目尾款", "统计信息事务", "文化", "4个技防、2个消防"), { minLength: 1, maxLength: 12 }),
  amounts: fc.array(fc.integer({ min: 1, max: 99999 }), { minLength: 24, maxLength: 24 }),
  total: fc.constantFrom("合计", "总计", "共 计", "Total"),
  unit: fc.constantFrom(null, "单位：万元", "（单位：元）"),
  title: fc.constantFrom(null, "2016年预算执行情况表"),
});

test("a table is the same table wherever it stands, and whatever stands a gap away", () => {
  fc.assert(fc.property(budgetTables, fc.nat(50), fc.nat(20), fc.boolean(), ({ names, amounts, total, unit, title }, down, across, hasNeighbour) => {
    const caption = [...(title === null ? [] : [[title]]), ...(unit === null ? [] : [[null, null, unit]])];
    const body = names.map((name, at) => [name, amounts[2 * at] ?? 1, amounts[2 * at + 1] ?? 1]);
    const rows = [...caption, ["项目", "年初预算", "支出数"], ...body, [total, 1, 1]];
    const neighbour = [["注："], [], ["说明事项", null, null]];
    const sheet = sheetOf("表", [...Array.from({ length: down }, () => []), ...rows, ...(hasNeighbour ? neighbour : [])].map((row) => [...Array.from({ length: across }, () => null), ...row]));
    const [summary, ...others] = summariesOf(sheet);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({ title, roles: "name original-budget expenditure", rows: [...names, `${total} total`] });
    expect(summary?.unit).toBe(unit === null ? "unknown unit-unknown" : unit === "单位：万元" ? "万元 unit-above" : "元 unit-above");
  }));
});

test("rates and states written beside the tables change nothing that was recognised", () => {
  const layouts = fc.record({ tables: fc.array(budgetTables, { minLength: 1, maxLength: 3 }), gap: fc.integer({ min: 0, max: 3 }), isTitled: fc.boolean(), isBeside: fc.boolean(), hasTotal: fc.boolean() });
  fc.assert(fc.property(layouts, ({ tables, gap, isTitled, isBeside, hasTotal }) => {
    const grid: CellValue[][] = Array.from({ length: 80 }, () => Array.from({ length: 40 }, () => ""));
    let [row, column] = [0, 0];
    tables.forEach(({ names, amounts, total }, at) => {
      const lines: CellValue[][] = [...(isTitled ? [[`第${at + 1}张表`]] : []), ["项目", "年初预算", "支出数"], ...names.map((name, n) => [name, amounts[2 * n] ?? 1, amounts[2 * n + 1] ?? 1]), ...(hasTotal ? [[total, 1, 1]] : [])];
      lines.forEach((line, r) => line.forEach((value, c) => (grid[row + r] ?? [])[column + c] = value));
      if (isBeside) column += 5 + gap;
      else row += lines.length + gap;
    });
    const before = recogniseSheet(sheetOf("表", grid));
    for (const { range, headerBottom, rows } of before) {
      ["核算完成比例", "状态"].forEach((title, at) => {
        (grid[headerBottom] ?? [])[range.right + 1 + at] = title;
        for (const { row: line } of rows) (grid[line] ?? [])[range.right + 1 + at] = at === 0 ? 0.5 : "正常";
      });
    }
    const after = recogniseSheet(sheetOf("表", grid));
    const essence = (table: BudgetTable, added: number) => ({ ...table, range: { ...table.range, right: table.range.right - added }, columns: table.columns.slice(0, 3).map(({ role, column: c }) => [role, c]) });
    expect(after.map((table) => essence(table, 2))).toEqual(before.map((table) => essence(table, 0)));
    expect(after.map((table) => table.columns.slice(3).map(({ role }) => role))).toEqual(before.map(() => ["rate", "status"]));
  }), { numRuns: 150 });
});

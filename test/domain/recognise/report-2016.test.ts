import { Decimal } from "../../../src/domain/amounts/decimal";
import { formatAmount } from "../../../src/domain/amounts/format";
import { readAmount } from "../../../src/domain/amounts/read";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { columnOf, type BudgetTable, type Role } from "../../../src/domain/table";
import { snapshotOf } from "../../support/snapshots";
import { printedTable, withNumbers } from "./fixtures";
import { recogniseSheet, summariesOf, type Summary } from "./summary";

/** The rows as printed: names from one column, the last of them the total. */
function printedNames(sheet: string, firstRow: number, nameColumn: number): readonly string[] {
  const { rows } = printedTable(sheet);
  const names = rows.slice(firstRow - 1).map((row) => (row[nameColumn] ?? "").trim());
  const label = (rows.at(-1)?.[0] ?? "").trim();
  return [...names.slice(0, -1), `${label} total`];
}

const expected: readonly (readonly [string, Summary])[] = [
  ["年初预算", { at: "A2:D45 2-3", title: null, unit: "万元 unit-above", roles: "name original-budget basic project", rows: printedNames("年初预算", 4, 0) }],
  ["调整后预算", { at: "A2:D46 2-3", title: null, unit: "万元 unit-of-stated-total", roles: "name adjusted-budget basic project", rows: printedNames("调整后预算", 4, 0) }],
  ["预算执行", { at: "A2:D26 2-2", title: null, unit: "万元 unit-in-columns", roles: "name expenditure/万元 adjusted-budget/万元 rate", rows: printedNames("预算执行", 3, 0) }],
  ["重点投入", { at: "A3:C9 3-3", title: null, unit: "万元 unit-above", roles: "name expenditure share", rows: printedNames("重点投入", 4, 0) }],
  ["跟踪项目", { at: "A3:E29 3-3", title: null, unit: "万元 unit-above", roles: "code name function-code function-name original-budget?", rows: printedNames("跟踪项目", 4, 1) }],
  ["功能分类", { at: "A3:C15 3-3", title: null, unit: "万元 unit-above", roles: "function-name original-budget? share?", rows: printedNames("功能分类", 4, 0) }],
  ["项目完成情况", { at: "A2:D28 2-2", title: null, unit: "unknown unit-unknown", roles: "name expenditure original-budget? rate", rows: printedNames("项目完成情况", 3, 0) }],
];

describe.each(expected)("%s of the 2016 report", (name, summary) => {
  test("is recognised as a whole", () => expect(summariesOf(printedTable(name).sheet)).toEqual([summary]));
  test("is recognised the same with figures as numbers", () => expect(summariesOf(withNumbers(printedTable(name)))).toEqual([summary]));
  test("leaves nothing in the body ambiguous", () => expect(recogniseSheet(printedTable(name).sheet)[0]?.mergedBody).toEqual([]));
});

test("the sheets of the workbook give their tables in order", () => {
  const snapshot = snapshotOf(...expected.map(([name]) => printedTable(name).sheet));
  expect(recogniseTables(snapshot, []).map(({ sheetName }) => sheetName)).toEqual(expected.map(([name]) => name));
});

test("codes of 22 and 23 digits stay whole", () => {
  const [table] = recogniseSheet(printedTable("跟踪项目").sheet);
  const codes = table?.rows.filter(({ kind }) => kind === "body").map(({ code }) => code) ?? [];
  expect(codes[0]).toBe("2016201035026900130188");
  expect(codes[4]).toBe("20162010399269001301652");
  expect(codes.filter((code) => code.length === 22)).toHaveLength(24);
});

describe("the amounts read from the recognised columns add up to what the report prints", () => {
  function sumOf(table: BudgetTable, role: Role): string {
    const { sheet } = printedTable(table.sheetName);
    const column = columnOf(table, role)?.column ?? -1;
    const sum = table.rows.filter(({ kind }) => kind === "body").reduce((total, { row }) => {
      const amount = readAmount(sheet.values[row]?.[column] ?? "", "General", null, table.unit);
      expect(amount.kind).not.toBe("unreadable");
      return amount.kind === "amount" ? total.plus(amount.value) : total;
    }, new Decimal(0));
    return formatAmount(sum);
  }

  test.each<readonly [string, Role, string]>([
    ["年初预算", "original-budget", "28,265.19"], ["年初预算", "basic", "5,752.85"], ["年初预算", "project", "22,512.34"],
    ["调整后预算", "adjusted-budget", "27,752.10"], ["调整后预算", "basic", "5,319.60"], ["调整后预算", "project", "22,432.50"],
    ["重点投入", "expenditure", "21,188.29"],
    // A cent more than the report prints in four places.
    ["跟踪项目", "original-budget", "6,805.37"], ["项目完成情况", "original-budget", "6,805.37"], ["功能分类", "original-budget", "6,805.37"],
    // What no sentence of the report mentions is missing here.
    ["预算执行", "expenditure", "23,349.92"], ["预算执行", "adjusted-budget", "27,751.99"],
    ["项目完成情况", "expenditure", "4,070.45"],
  ])("%s, %s: %s", (name, role, sum) => {
    const [table] = recogniseSheet(printedTable(name).sheet);
    if (table === undefined) throw new Error("no table");
    expect(sumOf(table, role)).toBe(sum);
  });
});

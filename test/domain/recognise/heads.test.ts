/** Sums above their parts, income and spending one below the other: each is of its own lines. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { found } from "../../support/checks";
import { sheetOf } from "../../support/snapshots";
import { summariesOf } from "./summary";

const INCOME: readonly CellValue[][] = [["财政拨款", 500, 450], ["其他收入", 50, 40]];
const SPENDING: readonly CellValue[][] = [["人员经费", 300, 290], ["药品费", 250, 100.5]];
const tableOf = (...rows: readonly CellValue[][]) => sheetOf("表", [["单位：万元"], ["项目", "预算数", "执行数"], ...rows]);
const kindsOf = (...rows: readonly CellValue[][]): readonly unknown[] => summariesOf(tableOf(...rows)).map(({ rows: lines }) => lines);

describe.each([["一、收入合计", "二、支出合计"], ["收入总计", "支出总计"]])("%s, %s", (income, spending) => {
  test.each<[string, readonly CellValue[][]]>([["nothing", []], ["what is left", [["三、结余", 0, 99.5]]], ["both sides' balance", [["收支结余", 0, 99.5]]]])("no difference where each is right, with %s below", (_, below) => {
    expect(found("total-mismatch", tableOf([income, 550, 490], ...INCOME, [spending, 550, 390.5], ...SPENDING, ...below))).toEqual([]);
    expect(kindsOf([income, 550, 490], ...INCOME, [spending, 550, 390.5], ...SPENDING, ...below)).toEqual([[`${income} subtotal`, "财政拨款", "其他收入", `${spending} total`, "人员经费", "药品费", ...below.map(([name]) => name)]]);
  });

  test("a wrong one is compared with its own lines", () => {
    expect(found("total-mismatch", tableOf([income, 550, 490], ...INCOME, [spending, 550, 395.5], ...SPENDING))).toEqual(["error 表 C6 390.5 395.5"]);
    expect(found("total-mismatch", tableOf([income, 550, 499], ...INCOME, [spending, 550, 390.5], ...SPENDING))).toEqual(["error 表 C3 490 499"]);
  });
});

test("a total below all lines stays one", () => {
  expect(kindsOf(["人员小计", 10, 5], ["甲", 10, 5], ["支出合计", 10, 5])).toEqual([["人员小计 subtotal", "甲", "支出合计 total"]]);
});

test("收支结余 is no spending", () => {
  expect(found("over-execution", tableOf(["一、医疗收入", 550, 490], ...INCOME, ["二、医疗支出", 540, 390.5], ...SPENDING, ["收支结余", 10, 99.5]))).toEqual([]);
});

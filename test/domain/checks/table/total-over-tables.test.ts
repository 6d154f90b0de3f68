/** Totals that are not of the lines right above them alone: 总计 under several tables, 净额 after a deduction. */

import fc from "fast-check";
import type { CellValue } from "../../../../src/workbook/snapshot";
import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const HEADER: CellValue[] = ["项目名称", "预算数", "支出数"];

describe("总计 under tables that stand one under another", () => {
  const stacked = (total: CellValue[], between: CellValue[][] = []) => sheetOf("表", [
    ["一、基本支出（单位：万元）"], HEADER, ["甲", 70, 30], ["丁", 30, 10], ["小计", 100, 40], ...between,
    ["二、项目支出（单位：万元）"], HEADER, ["乙", 40, 20], ["小计", 40, 20], total,
  ]);

  test("is right where it adds up the tables, with and without a blank row", () => {
    expect(found("total-mismatch", stacked(["总计", 140, 60]))).toEqual([]);
    expect(found("total-mismatch", stacked(["总计", 140, 60], [[]]))).toEqual([]);
  });

  test("of one table is right, too", () => {
    expect(found("total-mismatch", stacked(["总计", 40, 20]))).toEqual([]);
  });

  test("is wrong where it adds up neither, and so is a 小计 that holds the sum of both", () => {
    expect(found("total-mismatch", stacked(["总计", 150, 60]))).toContain("error 表 B10 40 150");
    expect(found("total-mismatch", sheetOf("表", [["单位：万元"], HEADER, ["甲", 100, 40], ["小计", 100, 40], [], HEADER, ["乙", 40, 20], ["小计", 140, 20], ["总计", 140, 60]]))).toEqual(["error 表 B8 40 140"]);
  });

  test("counts each table in its own unit", () => {
    expect(found("total-mismatch", sheetOf("表", [
      ["单位：元"], HEADER, ["甲", 1_000_000, 400_000], ["小计", 1_000_000, 400_000], [], ["单位：万元"], HEADER, ["乙", 40, 20], ["小计", 40, 20], ["总计", 140, 60],
    ]))).toEqual([]);
  });

  test("reaches over all tables above it or the nearest ones, whatever they hold", () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    fc.assert(fc.property(fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 5 }), fc.nat(3), (lines, skipped) => {
      const from = Math.min(skipped, lines.length - 2);
      const sum = (at: 0 | 1): number => lines.slice(from).reduce((sofar, line) => sofar + line[at], 0);
      const rows = lines.flatMap(([budget, spent], k): CellValue[][] => [[`${String(k + 1)}、支出（单位：万元）`], HEADER, [`项目${String(k)}`, budget, spent], ["小计", budget, spent], ...(k < lines.length - 1 ? [[]] : [])]);
      expect(found("total-mismatch", sheetOf("表", [...rows, ["总计", sum(0), sum(1)]]))).toEqual([]);
    }), { numRuns: 60 });
  });
});

describe("what is taken off a total", () => {
  const table = (...rows: CellValue[][]) => sheetOf("表", [["单位：万元"], HEADER, ["甲", 100, 40], ["乙", 40, 20], ...rows]);

  test.each(["净额合计", "实际合计", "合计"])("is no line of %s", (name) => {
    expect(found("total-mismatch", table(["合计", 140, 60], ["减：收回存量", 10, 5], [name, 130, 55]))).toEqual([]);
    expect(found("total-mismatch", table(["合计", 140, 60], ["减：收回存量", 10, 5], ["减：其他", 1, 0], [name, 129, 55]))).toEqual([]);
    expect(found("total-mismatch", table(["合计", 140, 60], ["减：收回存量", -10, -5], [name, 130, 55]))).toEqual([]);
  });

  test("in English", () => {
    expect(found("total-mismatch", sheetOf("Sheet", [["Program", "Budget", "Actual"], ["A", 100, 40], ["B", 40, 20], ["Total", 140, 60], ["Less: recovered", 10, 5], ["Net total", 130, 55]]))).toEqual([]);
  });

  test("does not hide a total or a net that is wrong", () => {
    expect(found("total-mismatch", table(["合计", 141, 60], ["减：收回存量", 10, 5], ["净额合计", 131, 55]))).toEqual(["error 表 B5 140 141"]);
    expect(found("total-mismatch", table(["合计", 140, 60], ["减：收回存量", 10, 5], ["净额合计", 125, 55]))).toContain("error 表 B7 10 125");
  });

  test("stays a line where the total counts it: 减免, or one without a total above", () => {
    expect(found("total-mismatch", table(["减免补贴", 10, 5], ["合计", 150, 65]))).toEqual([]);
    expect(found("total-mismatch", table(["减：收回存量", -10, -5], ["合计", 130, 55]))).toEqual([]);
  });
});

/** Lines that add up the lines below them: which these are, and that each is held against its own. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { found } from "../../support/checks";
import { sheetOf } from "../../support/snapshots";

describe("classes, divisions and items in one column", () => {
  const classes = (...rows: CellValue[][]) => sheetOf("表", [["科目编码", "科目名称", "项目预算"], ...rows]);

  test("each adds up what its code begins, whatever follows on its own level", () => {
    expect(found("total-mismatch", classes(
      ["201", "一般公共服务支出", 60], ["20101", "人大事务", 10], ["2010101", "行政运行", 10], ["20103", "政府办公厅事务", 20], ["20104", "发展与改革事务", 30], ["2010401", "行政运行", 12], ["2010402", "一般行政管理事务", 18],
      ["205", "教育支出", 5], ["20502", "普通教育", 5], ["", "合计", 65],
    ))).toEqual([]);
  });

  test("one that does not, at every level, is told with the sum of its own rows", () => {
    expect(found("total-mismatch", classes(
      ["201", "一般公共服务支出", 61], ["20101", "人大事务", 11], ["2010101", "行政运行", 10], ["20103", "政府办公厅事务", 20], ["20104", "发展与改革事务", 31], ["2010401", "行政运行", 12], ["2010402", "一般行政管理事务", 18],
      ["", "合计", 60],
    ))).toEqual(["error 表 C2 60 61", "error 表 C3 10 11", "error 表 C6 30 31"]);
  });

  test("departments of three digits with units of six", () => {
    expect(found("total-mismatch", classes(["248", "街道", 30], ["248001", "机关", 10], ["248002", "服务中心", 20], ["249", "公园", 5]))).toEqual([]);
    expect(found("total-mismatch", classes(["248", "街道", 31], ["248001", "机关", 10], ["248002", "服务中心", 20], ["249", "公园", 5]))).toEqual(["error 表 C2 30 31"]);
  });

  test("a project's code that was cut off is no class of the others", () => {
    expect(found("total-mismatch", classes(["202520103022690013", "档案数字化", 18], ["2025201030226900130002", "会务服务", 9], ["2025208029926900130003", "社工站", 26], ["", "合计", 53]))).toEqual([]);
  });

  test("where a row without a code may belong to it or not, nothing is said", () => {
    expect(found("total-mismatch", classes(["201", "一般公共服务支出", 30], ["20101", "人大事务", 10], ["", "其他", 20], ["202", "外交支出", 5], ["", "合计", 35]))).toEqual([]);
  });

  test("小计 that close sections go on counting all lines of theirs", () => {
    const sections = (first: number) => classes(["201", "一般公共服务支出", 10], ["20101", "人大事务", 10], ["202", "外交支出", 20], ["20202", "驻外机构", 20], ["", "小计", first], ["205", "教育支出", 5], ["20502", "普通教育", 5], ["", "小计", 5], ["", "合计", 35]);
    expect(found("total-mismatch", sections(30))).toEqual([]);
    expect(found("total-mismatch", sections(20))).toEqual(["error 表 C6 30 20"]);
  });
});

test("an outline's line adds up its own parts in every column", () => {
  const outline = (spent: number) => sheetOf("表", [["项目名称", "项目预算", "支出"], ["一、行政", 40, 9], ["（一）物业", 30, spent], ["1.保洁", 10, 3], ["2.保安", 20, 4], ["（二）餐费", 10, 2], ["二、社区", 50, 9], ["合计", 90, 18]]);
  expect(found("total-mismatch", outline(7))).toEqual([]);
  expect(found("total-mismatch", outline(6))).toEqual(["error 表 C3 7 6"]);
});

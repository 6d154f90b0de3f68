/** Functional codes in one cell with the names: 2010301 行政运行. */

import fc from "fast-check";
import { codedName } from "../../../src/domain/functional-class/leading-code";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { columnsOf, summarise, tableIn } from "../../support/summary";
import { found } from "../../support/checks";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const rowsIn = (rows: readonly (readonly (string | number)[])[]): readonly (readonly string[])[] => recogniseTables(snapshotOf(sheetOf("表", rows)), [])[0]?.rows.map(({ kind, code, name }) => [kind, code, name]) ?? [];

test("class, division and item in one column: those above are the sums of those below, and lines are known by their codes", () => {
  expect(rowsIn([
    ["单位：万元"], ["功能分类科目", "年初预算", "支出"],
    ["201 一般公共服务支出", 300, 200], ["20103 政府办公厅（室）及相关机构事务", 300, 200], ["2010301 行政运行", 100, 90], ["2010350 事业运行", 200, 110], ["205-教育支出", 50, 40], ["合计", 350, 240],
  ])).toEqual([
    ["subtotal", "201", "一般公共服务支出"], ["subtotal", "20103", "政府办公厅（室）及相关机构事务"], ["body", "2010301", "行政运行"], ["body", "2010350", "事业运行"], ["body", "205", "教育支出"], ["total", "", "合计"],
  ]);
});

test("economic classes stand above their parts, whichever figure is wrong; rooms of three digits stay names", () => {
  const classes = (basic: number) => [
    ["单位：万元"], ["经济科目", "年初预算", "支出"], ["合计", 350, 240],
    ["301 工资福利支出", 300, 200], ["30101 基本工资", basic, 90], ["30102 津贴补贴", 200, 110], ["302商品和服务支出", 50, 40], ["30201办公费", 50, 40],
  ];
  for (const basic of [100, 103]) {
    expect(rowsIn(classes(basic))).toEqual([
      ["total", "", "合计"], ["subtotal", "301", "工资福利支出"], ["body", "30101", "基本工资"], ["body", "30102", "津贴补贴"], ["subtotal", "302", "商品和服务支出"], ["body", "30201", "办公费"],
    ]);
  }
  expect(found("total-mismatch", sheetOf("表", classes(103)))).toEqual(["info 表 B3 353 350", "error 表 B4 303 300"]);
  expect(rowsIn([["单位：万元"], ["项目名称", "年初预算", "支出"], ["301会议室", 3, 2], ["302会议室", 4, 2], ["合计", 7, 4]]).map(([, code, name]) => [code, name])).toEqual([["", "301会议室"], ["", "302会议室"], ["", "合计"]]);
});

test("numbers of few lines, years and lines in a table with codes of its own are left as they are", () => {
  expect(rowsIn([["单位：万元"], ["项目名称", "年初预算", "支出"], ["201 房修缮", 3, 2], ["道路养护", 4, 2], ["路灯改造", 5, 2], ["合计", 12, 6]]).map(([, code, name]) => [code, name])).toEqual([["", "201 房修缮"], ["", "道路养护"], ["", "路灯改造"], ["", "合计"]]);
  expect(rowsIn([["单位：万元"], ["编码", "项目名称", "年初预算", "支出"], ["A1", "201 房修缮", 3, 2], ["A2", "202 房修缮", 4, 2], ["合计", "", 7, 4]]).map(([, code, name]) => [code, name])).toEqual([["A1", "201 房修缮"], ["A2", "202 房修缮"], ["", "合计"]]);
  expect(["2025年校舍修缮", "20号楼改造", "205号楼改造", "301 学校", "2050202", "教育支出 205"].map(codedName)).toEqual(Array.from({ length: 6 }, () => null));
});

test("however code and name are put together, both are told apart", () => {
  const code = fc.constantFrom("201", "20103", "2010301", "2120501");
  const name = fc.constantFrom("行政运行", "政府办公厅（室）及相关机构事务", "其他支出");
  const written = fc.constantFrom((c: string, n: string) => `${c} ${n}`, (c: string, n: string) => `${c}${n}`, (c: string, n: string) => `[${c}]${n}`, (c: string, n: string) => `${c}-${n}`, (c: string, n: string) => `\u3000${c}\u3000${n} `, (c: string, n: string) => `（${c}） ${n}`, (c: string, n: string) => `${c}|${n}`);
  fc.assert(fc.property(code, name, written, (c, n, write) => {
    expect(codedName(write(c, n))).toEqual({ code: c, name: n });
  }));
});

test("projects whose class is told with its code are summed up by 类, 款 and 项", () => {
  const summary = summarise(snapshotOf(sheetOf("项目", [
    ["单位：万元"], ["项目代码", "项目名称", "功能分类", "年初预算", "支出"],
    ["P1", "甲", "2010301 行政运行", 10, 5], ["P2", "乙", "2050202 小学教育", 20, 10], ["P3", "丙", "2010301 行政运行", 30, 15], ["合计", "", "", 60, 30],
  ])));
  expect(columnsOf(tableIn(summary, "tracked"), "code", "name", "count", "budget")).toEqual([
    ["201", "一般公共服务支出", "2", "40"], ["20103", "政府办公厅（室）及相关机构事务", "2", "40"], ["2010301", "行政运行", "2", "40"],
    ["205", "教育支出", "1", "20"], ["20502", "普通教育", "1", "20"], ["2050202", "小学教育", "1", "20"], ["", "合计", "3", "60"],
  ]);
  expect(columnsOf(tableIn(summary, "projects"), "class-code", "class").slice(0, 2)).toEqual([["2010301", "行政运行"], ["2050202", "小学教育"]]);
});

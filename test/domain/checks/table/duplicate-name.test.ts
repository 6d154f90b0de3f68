import type { CellValue } from "../../../../src/workbook/snapshot";
import { found, findings, settingsFor } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const lines = (...names: string[]): CellValue[][] => names.map((name, i) => [name, 10 + i]);

test("the same name twice, however it is typed", () => {
  const table = sheetOf("表", [["分类名称", "年初预算"], ...lines("医疗保障", "城乡社区环境卫生", "城乡 社区环境卫生", "体育", "文化"), ["总计", 60]]);
  expect(found("duplicate-name", table)).toEqual(["warning 表 A4 - 城乡 社区环境卫生"]);
  expect(findings("duplicate-name", table)[0]?.values).toMatchObject({ first: "A3" });
});

test("codes, sections and other words tell lines apart", () => {
  expect(found("duplicate-name", sheetOf("表", [["代码", "项目名称", "项目预算"], ["A1", "尾款", 1], ["A2", "尾款", 2], ["A3", "物业", 3], ["A4", "水费", 3]]))).toEqual([]);
  expect(found("duplicate-name", sheetOf("表", [["项目名称", "实施科室", "项目预算"], ["尾款", "城管科", 1], ["尾款", "办公室", 2], ["物业", "办公室", 3], ["水费", "办公室", 4]]))).toEqual([]);
  expect(found("duplicate-name", sheetOf("表", [["项目名称", "项目预算"], ["办事处", ""], ["工资", 5], ["物业", 3], ["小计", 8], ["社保所", ""], ["工资", 6], ["水费", 1], ["小计", 7]]))).toEqual([]);
});

test("a remark of its own makes no other line", () => {
  expect(found("duplicate-name", sheetOf("表", [["项目名称", "项目预算", "偏差原因"], ["尾款", 1, "验收未完成"], ["尾款", 1, ""], ["物业", 3, ""], ["水费", 4, ""]]))).toEqual(["warning 表 A3 - 尾款"]);
});

test("where most lines repeat, names are no key; from when on is a setting", () => {
  const ledger = sheetOf("表", [["项目名称", "项目预算"], ...lines("付款", "付款", "付款", "付款", "退款")]);
  expect(found("duplicate-name", ledger)).toEqual([]);
  expect(found("duplicate-name", ledger, { settings: settingsFor("duplicate-name", { most: 100 }) })).toHaveLength(3);
});

test("codes beside functional classes repeat by right", () => {
  const table = sheetOf("表", [["项目名称", "项目功能代码", "预算功能分类", "项目预算"], ["餐费", "2080208", "基层政权和社区建设", 1], ["补助", "2080208", "基层政权和社区建设", 2], ["工程", "2080208", "基层政权和社区建设", 3]]);
  expect([...found("duplicate-name", table), ...found("duplicate-code", table)]).toEqual([]);
});

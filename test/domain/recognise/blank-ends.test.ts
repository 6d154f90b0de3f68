/** Names without figures: the last lines before a sum begin no part of the table, headings do. */

import { sheetOf } from "../../support/snapshots";
import { summariesOf } from "./summary";

function rowsOf(lines: readonly (readonly (string | number)[])[]): readonly (readonly string[])[] {
  return summariesOf(sheetOf("表", [["项目", "年初预算数", "决算数"], ...lines])).map(({ rows }) => rows);
}

test.each([["本年支出合计"], ["支出总计"], ["小计"]])("a form's last lines are blank before %s, which is of the lines above", (label) => {
  const [rows] = rowsOf([["一、一般公共预算", 100, 90], ["二、政府性基金预算", 20, 5], ["三、国有资本经营预算", "", ""], ["四、财政专户", "", ""], [label, 120, 95]]);
  expect(rows?.slice(0, 2)).toEqual(["一、一般公共预算", "二、政府性基金预算"]);
  expect(rows).toHaveLength(3);
});

test("a heading before 小计 and its lines stays one", () => {
  expect(rowsOf([["一、基本支出", "", ""], ["小计", 30, 20], ["人员经费", 20, 15], ["公用经费", 10, 5], ["二、项目支出", "", ""], ["小计", 50, 40], ["物业", 30, 25], ["安保", 20, 15], ["合计", 80, 60]])).toEqual([
    ["一、基本支出 group", "小计 subtotal", "人员经费", "公用经费", "二、项目支出 group", "小计 subtotal", "物业", "安保", "合计 total"],
  ]);
});

test("a blank line amid those that a sum adds up parts nothing, a heading over its own does", () => {
  expect(rowsOf([["甲", 100, 90], ["乙", "", ""], ["丙", 50, 40], ["小计", 150, 130], ["丁", 10, 9], ["戊", 20, 19], ["小计", 30, 28], ["合计", 180, 158]])).toEqual([["甲", "丙", "小计 subtotal", "丁", "戊", "小计 subtotal", "合计 total"]]);
  expect(rowsOf([["甲", 100, 90], ["城管科", "", ""], ["丙", 50, 40], ["丁", 10, 5], ["小计", 60, 45], ["合计", 160, 135]])).toEqual([["甲", "城管科 group", "丙", "丁", "小计 subtotal", "合计 total"]]);
});

/** Kinds of projects, as a column beside their names or a sum over them says. */

import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, summarise, tableIn } from "../../support/summary";

const groupsIn = (rows: readonly (readonly (string | number)[])[], merges: readonly string[] = []): ReturnType<typeof columnsOf> | null => {
  const table = tableIn(summarise(snapshotOf(sheetOf("项目", [["2025年项目支出执行表"], ["单位：万元"], ...rows], { merges }))), "projects");
  return table.columns.some(({ key }) => key === "group") ? columnsOf(table, "group", "name", "spent") : null;
};

test("sums that stand under 项目类别, beside empty names", () => {
  expect(groupsIn([["项目类别", "项目名称", "年初预算", "支出"], ["一、运转类", "", 150, 95], ["", "物业管理", 100, 60], ["", "信息运维", 50, 35], ["二、特定目标类", "", 800, 300], ["", "道路大修", 500, 100], ["", "桥梁检测", 300, 200], ["总计", "", 950, 395]]))
    .toEqual([["运转类", "物业管理", "60"], ["运转类", "信息运维", "35"], ["特定目标类", "道路大修", "100"], ["特定目标类", "桥梁检测", "200"], ["", "合计", "395"]]);
});

const LINES = [["低保", "低保资金", 500, 400], ["", "临时救助", 100, 60], ["养老", "机构补贴", 200, 180], ["", "适老化改造", 80, 0], ["合计", "", 880, 640]] as const;

test("一级项目 merged over what belongs to it", () => {
  expect(groupsIn([["一级项目", "二级项目", "年初预算", "支出"], ...LINES], ["A4:A5", "A6:A7"])?.slice(0, 4)).toEqual([["低保", "低保资金", "400"], ["低保", "临时救助", "60"], ["养老", "机构补贴", "180"], ["养老", "适老化改造", "0"]]);
});

test.each(["项目类别", "项目类型", "类别", "Category"])("%s behind the names", (header) => {
  expect(groupsIn([["项目名称", header, "年初预算", "支出"], ["安保服务", "运转类项目", 120, 90], ["物业服务", "运转类项目", 80, 60], ["广场改造", "特定目标类项目", 200, 100], ["合计", "", 400, 250]]))
    .toEqual([["运转类项目", "安保服务", "90"], ["运转类项目", "物业服务", "60"], ["特定目标类项目", "广场改造", "100"], ["", "合计", "250"]]);
  expect(groupsIn([["项目名称", "经手", "年初预算", "支出"], ["甲", "张", 10, 5], ["乙", "李", 10, 5], ["丙", "张", 10, 5], ["合计", "", 30, 15]])).toBeNull();
});

test("one kind for all is none, nor is a serial number or a note", () => {
  expect(groupsIn([["项目类别", "项目名称", "年初预算", "支出"], ["民生", "甲", 10, 5], ["民生", "乙", 10, 5], ["合计", "", 20, 10]])).toBeNull();
  expect(groupsIn([["序号", "项目名称", "年初预算", "支出"], [1, "甲", 10, 5], [2, "乙", 10, 5], ["合计", "", 20, 10]])).toBeNull();
  expect(groupsIn([["经手", "项目名称", "年初预算", "支出"], ["张", "甲", 10, 5], ["李", "乙", 10, 5], ["张", "丙", 10, 5], ["合计", "", 30, 15]])).toBeNull();
});

test("a category of one line has no sum of its own, and is not what the next sum is called", () => {
  expect(groupsIn([["项目类别", "项目名称", "年初预算", "支出"], ["民生类", "助餐", 100, 70], ["民生类", "助残", 50, 40], ["民生类小计", "", 150, 110], ["党建类", "党员教育", 30, 20], ["城管类", "绿化", 200, 150], ["城管类", "保洁", 300, 230], ["城管类小计", "", 500, 380], ["合计", "", 680, 510]]))
    .toEqual([["民生类", "助餐", "70"], ["民生类", "助残", "40"], ["党建类", "党员教育", "20"], ["城管类", "绿化", "150"], ["城管类", "保洁", "230"], ["", "合计", "510"]]);
});

/** Functional classes of projects under headers that do not say so: what stands in the column does. */

import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, notesIn, summarise, tableIn, tablesIn } from "../../support/summary";

const CLASSES = [["截至2025年10月31日", "", "单位：万元"], ["功能分类", "年初预算", "支出"], ["城乡社区支出", 1500, 1010.1], ["社会保障和就业支出", 3300, 2999], ["街道专项事务", 20, 9], ["合计", 4820, 4018.1]];
const NO_CLASS = "项目表没有功能分类，不能按功能分类汇总。";

/** Projects with what stands beside each. */
const projectsWith = (header: string, classes: readonly string[]): ReturnType<typeof sheetOf> => sheetOf("项目", [
  ["单位：万元"], ["序号", "项目名称", header, "年初预算", "支出"], ["1", "环境整治", classes[0] ?? "", 600, 300.25], ["2", "养老驿站", classes[1] ?? "", 200, 180], ["3", "街巷保洁", classes[2] ?? "", 500, 400], ["", "合计", "", 1300, 880.25],
]);

test.each([
  ["official names", "所属科目", ["城乡社区支出", "社会保障和就业支出", "城乡社区支出"], [["208", "社会保障和就业支出", "1", "200"], ["212", "城乡社区支出", "2", "1100"]]],
  ["names with their codes", "归口", ["2120501 城乡社区环境卫生", "20810 社会福利", "2120501 城乡社区环境卫生"], [["208", "社会保障和就业支出", "1", "200"], ["20810", "社会福利", "1", "200"], ["212", "城乡社区支出", "2", "1100"], ["21205", "城乡社区环境卫生", "2", "1100"], ["2120501", "城乡社区环境卫生", "2", "1100"]]],
  ["codes alone", "归口", ["2120501", "20810", "2120501"], [["208", "社会保障和就业支出", "1", "200"], ["20810", "社会福利", "1", "200"], ["212", "城乡社区支出", "2", "1100"], ["21205", "城乡社区环境卫生", "2", "1100"], ["2120501", "城乡社区环境卫生", "2", "1100"]]],
  ["names that the table of classes has", "列支渠道", ["街道专项事务", "社会保障和就业支出", "街道专项事务"], [["208", "社会保障和就业支出", "1", "200"], ["", "街道专项事务", "2", "1100"]]],
])("%s under %s", (_, header, classes, told) => {
  const summary = summarise(snapshotOf(sheetOf("部门", CLASSES), projectsWith(header, classes)));
  expect(columnsOf(tableIn(summary, "tracked"), "code", "name", "count", "budget").slice(0, -1)).toEqual(told);
  expect(notesIn(summary)).not.toContain(NO_CLASS);
});

test.each([
  ["offices", "主管科室", ["城管科", "民政科", "城管科"]],
  ["numbers of contracts", "合约", ["201", "250", "205"]],
  ["one class among other texts", "备忘", ["城乡社区支出", "待定", "另议"]],
])("%s are no classes", (_, header, texts) => {
  const summary = summarise(snapshotOf(sheetOf("部门", CLASSES), projectsWith(header, texts)));
  expect(tablesIn(summary).some(({ id }) => id === "tracked")).toBe(false);
  expect(notesIn(summary)).toContain(NO_CLASS);
});

test("codes alone tell their classes' names, of tables of the unit or official ones, and never a project's", () => {
  const projects = sheetOf("项目", [["2025年项目支出执行情况表（截至2025年9月30日）"], ["单位：万元"], ["项目名称", "功能科目", "年初预算", "支出"], ["环卫设施更新", "2120399", 120, 100], ["社区服务", "2010302", 30, 31], ["合计", "", 150, 131]]);
  expect(columnsOf(tableIn(summarise(snapshotOf(projects)), "projects"), "name", "class-code", "class").slice(0, 2)).toEqual([["环卫设施更新", "2120399", "其他城乡社区公共设施支出"], ["社区服务", "2010302", "一般行政管理事务"]]);
});

test("其中 before a line that counts by itself is no part of its name", () => {
  const summary = summarise(snapshotOf(sheetOf("自评", [["单位：万元"], ["资金来源", "年初预算数", "全年预算数", "全年执行数"], ["年度资金总额", 100, 120, 90], ["其中：当年财政拨款", 100, 110, 85], ["上年结转资金", 0, 10, 5], ["其他资金", 0, 0, 0]])));
  expect(columnsOf(tableIn(summary, "execution"), "name").flat()).toEqual(["当年财政拨款", "上年结转资金", "其他资金", "合计"]);
});

describe("类级科目 | 项级科目", () => {
  const classesOf = (items: readonly string[]) => {
    const lines = items.map((item, i) => [["一般公共服务支出", "", "教育支出"][i] ?? "", item, 100 + i, 50 + i]);
    return columnsOf(tableIn(summarise(snapshotOf(sheetOf("执行", [["单位：万元"], ["类级科目", "项级科目", "年初预算", "支出"], ...lines, ["合计", "", 303, 153]], { merges: ["A3:A4"] }))), "execution"), "code", "name", "spent");
  };

  test("each item stands below its class, whose sum is told", () => {
    expect(classesOf(["行政运行", "街道治理", "课后服务"])).toEqual([["201", "一般公共服务支出", "101"], ["", "行政运行", "50"], ["", "街道治理", "51"], ["205", "教育支出", "52"], ["", "课后服务", "52"], ["", "合计", "153"]]);
  });

  test("by its code where its name has one in that class", () => {
    expect(classesOf(["财政事务", "统计信息事务", "普通教育"])).toEqual([["201", "一般公共服务支出", "101"], ["20105", "统计信息事务", "51"], ["20106", "财政事务", "50"], ["205", "教育支出", "52"], ["20502", "普通教育", "52"], ["", "合计", "153"]]);
  });
});

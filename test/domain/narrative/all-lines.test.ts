/** 各项目, 4个项目, 全部项目支出: all lines of a table of projects. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const ROWS = [["项目名称", "年初预算", "支出", "执行率"], ["6号院围墙修缮", 88, 86.24, "98.00%"], ["社区食堂补贴", 150, 141.3, "94.20%"], ["夜间照明改造", 62, 60.45, "97.50%"], ["合计", 300, 287.99, "96.00%"]];
const projects = sheetOf("项目", [["2023年项目支出执行表（单位：万元）"], ...ROWS]);
const classes = sheetOf("支出", [["2023年支出执行表（单位：万元）"], ["科目名称", "年初预算", "支出", "执行率"], ...ROWS.slice(1)]);
const LAST = "（一）6号院围墙修缮\n预算88万元，支出86.24万元，完成预算的98%。\n（二）社区食堂补贴\n预算150万元，支出141.30万元，完成预算的94.2%。\n（三）夜间照明改造\n预算62万元，支出60.45万元，完成预算的97.5%。\n";

test.each([
  "3个项目支出共计287.99万元。", "各项目预算合计300万元，支出合计287.99万元，完成预算的96.00%。", "2023年项目支出共计287.99万元，完成预算的96.00%。",
  `${LAST}以上三个项目预算共计300万元，支出共计287.99万元。`, "6号院围墙修缮支出86.24万元，占全部项目支出的29.95%。",
  // Some of them, others, a part of one.
  "2个项目支出共计229.20万元。", "12个项目支出共计1850万元。", "2022年项目支出共计260万元。", "项目支出41万元。", `${LAST}该项目共计支出55万元。`, "6号院围墙修缮支出86.24万元，占街道项目支出的12.50%。",
])("agrees, or is of others: %s", (text) => expect(wrong(checksOf(text, "2023-12-31", projects))).toEqual([]));

test.each<[string, readonly string[]]>([
  ["3个项目支出共计278.99万元。", ["warning by-name 3个项目 合计 287.99 278.99"]],
  ["各项目预算合计300万元，支出合计278.99万元，完成预算的96.00%。", ["error rate 各项目 - 93.00 96.00", "warning by-name 各项目 合计 287.99 278.99"]],
  ["2023年项目支出共计287.99万元，完成预算的69.00%。", ["warning by-name 2023年项目 合计 96 69.00"]],
  [`${LAST}以上三个项目预算共计300万元，支出共计278.99万元。`, ["warning by-name 以上三个项目 合计 287.99 278.99"]],
  ["6号院围墙修缮支出86.24万元，占全部项目支出的39.95%。", ["warning by-name 6号院围墙修缮 6号院围墙修缮 29.95 39.95"]],
])("differs: %s", (text, expected) => {
  expect(wrong(checksOf(text, "2023-12-31", projects))).toEqual(expected);
  // Where the lines are no projects only a figure of the total tells that all of them are meant.
  const isTold = text.startsWith("2023年项目支出共计287.99万元") || text.includes("完成预算的96.00%");
  expect(wrong(checksOf(text, "2023-12-31", classes))).toEqual(isTold ? expected.map((line) => line.replace("warning by-name 2023年项目", "error total 2023年项目")) : []);
});

describe("lines of one list are counted up to one day", () => {
  const list = (first: string, second: string): readonly string[] => wrong(checksOf(`（一）6号院围墙修缮\n预算88万元，${first}支出86.24万元，完成预算的98%。\n（二）社区食堂补贴\n预算150万元，${second}支出141.30万元，完成预算的94.2%。`, null, projects));
  test("or two of them are shown", () => {
    expect(list("截至2023年12月31日", "截至2023年6月30日")).toEqual(["warning two-cut-offs 社区食堂补贴 - 2023-12-31 2023-06-30"]);
    expect(list("截至2023年12月31日", "截至2023年12月31日")).toEqual([]);
    expect(list("截至2023年12月31日", "")).toEqual([]);
    expect(list("截至2023年6月30日到账60万元，截至2023年12月31日", "截至2023年11月30日")).toEqual([]);
    expect(list("截至2022年12月31日存量资金2万元，", "截至2023年11月30日")).toEqual([]);
  });
});

/** Relations between columns that no header tells, but the figures prove: what one line breaks of them is found, whichever figure is wrong. */

import type { CellValue } from "../../../../src/workbook/snapshot";
import { checkSnapshot, found } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

type Rows = readonly (readonly CellValue[])[];

const TABLES: Readonly<Record<string, Rows>> = {
  "expenses by kind": [["科室", "办公费", "印刷费", "差旅费", "合计"], ["办公室", 12.31, 4.52, 8.19, 25.02], ["规财科", 9.46, 2.27, 3.6, 15.33], ["监督科", 6.12, 1.85, 9.44, 17.41], ["合计", 27.89, 8.64, 21.23, 57.76]],
  "budget with aid": [["科目", "年初预算数", "上级补助", "本级调整", "变动后预算数", "支出数", "结转下年"], ["公共安全", 15800, 300, -20, 16080, 15262.8, 817.2], ["教育", 88000.5, 4100, 250.25, 92350.75, 91325.66, 1025.09], ["社会保障", 61000, 7800.8, -90, 68710.8, 63571.23, 5139.57], ["合计", 164800.5, 12200.8, 140.25, 177141.55, 170159.69, 6981.86]],
  "variance": [["Department", "Original budget", "Final budget", "Actual", "Variance"], ["Justice", 31200, 31350, 28869.2, 2480.8], ["Health", 41200, 41550, 40278.57, 1271.43], ["Transport", 37000, 37850, 34770.02, 3079.98], ["Total", 109400, 110750, 103917.79, 6832.21]],
  "income": [["收入项目", "预算数", "执行数", "完成%"], ["土地出让收入", 120.5, 101.37, 84.12], ["配套费收入", 8.21, 7.96, 96.95], ["污水处理费收入", 3.1, 3.22, 103.87], ["收入合计", 131.81, 112.55, 85.39]],
  "last year": [["项目", "上年决算数", "预算数", "决算数", "完成预算%", "比上年增减%"], ["公务接待费", 22.86, 25.5, 20.31, 79.65, -11.15], ["公务用车运行维护费", 42.6, 46.2, 40.05, 86.69, -5.99], ["会议费", 8.31, 9.4, 7.55, 80.32, -9.15], ["合计", 73.77, 81.1, 67.91, 83.74, -7.94]],
};

const wrongIn = (rows: Rows): readonly string[] => checkSnapshot(snapshotOf(sheetOf("表", [["2025年执行情况（单位：万元）"], ...rows]))).findings
  .filter(({ rule, severity }) => severity !== "info" && /-mismatch$/u.test(rule)).map(({ rule }) => rule);

describe.each(Object.entries(TABLES))("%s", (_, rows) => {
  test("nothing is said of it", () => expect(wrongIn(rows)).toEqual([]));

  const figures = rows.flatMap((row, i) => row.flatMap((value, at) => (i > 0 && typeof value === "number" ? [[i, at, value] as const] : [])));
  test.each(figures)("line %i, column %i, %f with another digit is found", (i, at, value) => {
    const changed = rows.map((row, r) => (r === i ? row.map((cell, c) => (c === at ? Number((value + (Math.abs(value) < 100 ? 0.3 : 30)).toFixed(2)) : cell)) : row));
    expect(wrongIn(changed)).not.toEqual([]);
  });
});

describe("what one line gets wrong goes on into the total, and both are told", () => {
  const told = (header: CellValue[], ...rows: CellValue[][]) => found("parts-mismatch", sheetOf("表", [["2023年（单位：万元）"], header, ...rows]));

  test("parts of what was spent", () => {
    expect(told(["项目名称", "预算", "支出合计", "中央", "省级", "市级"], ["饮水", 300, 280, 190, 55, 35], ["公路", 500, 480, 290, 150, 50], ["危房", 120, 120, 80, 40, 0], ["产业", 80, 75, 0, 50, 25], ["合计", 1000, 955, 560, 295, 110]))
      .toEqual(["error 表 C4 490 480", "error 表 C7 965 955"]);
  });

  test("年末结转 = 年初结转 + 收入 − 支出", () => {
    expect(told(["项目", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"], ["土地出让", 100, 500, 450, 150], ["彩票公益金", 20, 80, 70, 35], ["其他", 0, 60, 60, 0], ["污水处理费", 5, 40, 42, 3], ["合计", 125, 680, 622, 188]))
      .toEqual(["error 表 E4 30 35", "error 表 E7 183 188"]);
  });

  test("what is left, and what was saved, is what is calculated", () => {
    expect(told(["项目", "指标金额", "已冻结", "已使用", "可用余额"], ["基础", 100, 10, 50, 40], ["人才", 60, 0, 24, 36], ["科研", 80, 20, 8, 52], ["学生", 40, 5, 25, 11], ["合计", 280, 35, 107, 139]))
      .toEqual(["error 表 E6 10 11", "error 表 E7 138 139"]);
    expect(told(["采购项目", "采购预算", "合同金额", "节约金额"], ["电脑", 50, 46.8, 3.2], ["物业", 120, 115, 5], ["运维", 80, 77.6, 2.4], ["食材", 30, 29.9, 0.2], ["合计", 280, 269.3, 10.8]))
      .toEqual(["error 表 D6 0.1 0.2", "error 表 D7 10.7 10.8"]);
  });

  test("two lines that fail for themselves prove nothing, whatever the total says", () => {
    expect(told(["项目名称", "预算", "支出合计", "中央", "省级", "市级"], ["饮水", 300, 280, 190, 55, 35], ["公路", 500, 480, 290, 150, 50], ["危房", 120, 125, 80, 40, 0], ["产业", 80, 75, 0, 50, 25], ["水利", 40, 38, 20, 10, 8], ["合计", 1040, 998, 580, 305, 118])).toEqual([]);
  });
});

test("a budget of which all lines but one are spent is not the sum of what was", () => {
  const told = (...header: CellValue[]) => found("parts-mismatch", sheetOf("表", [["单位：万元"], ["项目", ...header], ["道路", 30.5, 10.2, 20.3], ["绿化", 20.4, 10.4, 10], ["路灯", 30.1, 10, 20.1], ["排水", 41.7, 11.7, 30], ["合计", 122.7, 42.3, 80.4]]));
  for (const [budget, ...parts] of [["年初预算", "上半年支出", "下半年支出"], ["预算合计", "上半年支出", "下半年支出"], ["指标金额", "在途", "已支付"]] as const) {
    expect(told(budget, ...parts)).toEqual([]);
    const open = [["单位：万元"], ["项目", budget, ...parts], ["道路", 30.5, 10.2, 20.3], ["绿化", 20.4, 10.4, 10], ["路灯", 30.1, 10, 20.1], ["排水", 42.7, 11.7, 30], ["合计", 123.7, 42.3, 80.4]];
    expect(found("parts-mismatch", sheetOf("表", open))).toEqual([]);
  }
});

test("what is as much in each column is no sum and difference of the others", () => {
  const line = (name: string, each: number): CellValue[] => [name, ...Array.from({ length: 6 }, () => each), each * 6];
  const { reconciliations } = checkSnapshot(snapshotOf(sheetOf("表", [["单位：万元"], ["项目", "甲", "乙", "丙", "丁", "戊", "己", "支出合计"], line("道路", 10), line("绿化", 5), line("路灯", 3), line("合计", 18)])));
  expect(reconciliations.filter(({ kind }) => kind === "sums").map(({ right: { label } }) => label)).toEqual(Array.from({ length: 4 }, () => "甲 + 乙 + 丙 + 丁 + 戊 + 己"));
});

test("columns that hold together in few lines, or in most but not all, prove nothing", () => {
  expect(wrongIn([["项目", "年初预算", "甲", "乙", "支出"], ["一", 10, 3, 7, 9], ["二", 20, 5, 15, 18], ["三", 30, 11, 12, 22], ["四", 40, 13, 14, 33]])).toEqual([]);
});

/** Amounts that no word but a line's name tells. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

describe("beside a table of budgets and spending", () => {
  const sheet = sheetOf("三公", [
    ["2021年度“三公”经费支出情况表（单位：万元，截至2021年12月31日）"], ["项目", "预算数", "支出数"],
    ["因公出国（境）费", 3.6, 0], ["公务用车运行维护费", 24.5, 21.56], ["公务接待费", 4.2, 2.94], ["会议费", 8, 7.28], ["合计", 40.3, 31.78],
  ]);
  const found = (text: string): readonly string[] => wrong(checksOf(text, "2021-12-31", sheet));

  test.each([
    "2021年度四项经费预算40.30万元，支出决算31.78万元，完成预算的78.86%。其中：因公出国（境）费0万元；公务用车运行维护费21.56万元，完成预算的88%；公务接待费2.94万元，完成预算的70%；会议费7.28万元。",
    "公务接待费2.94万元，完成预算的70%。", "公务接待费2.94万元，比上年减少0.32万元，下降9.82%。", "公务接待费4.20万元。",
    // A part of a line, of a contract, of another year; and of nothing that can be told.
    "公务用车运行维护费支出21.56万元，其中：会议费1.20万元、燃油费8.36万元、维修费12.00万元。",
    "公务用车合同金额12万元，完成预算编制。", "2020年公务接待费3.26万元，完成预算的70%。", "公务接待费3.50万元。",
    "全年预算40.30万元，其中：公务接待费4.20万元，会议费8.00万元。",
  ])("agrees, or tells something else: %s", (text) => expect(found(text).filter((line) => !line.startsWith("info"))).toEqual([]));

  test.each<[string, readonly string[]]>([
    ["公务接待费2.49万元，完成预算的70%。", ["warning by-name 公务接待费 公务接待费 2.94 2.49"]],
    ["会议费7.28万元，执行率81%。", ["error line 会议费 会议费 91 81"]],
    ["2021年度四项经费支出决算31.78万元。其中：公务用车运行维护费25.16万元；公务接待费2.94万元；会议费7.28万元。", ["error parts 2021年度四项经费 - 35.38 31.78", "error line 公务用车运行维护费 公务用车运行维护费 21.56 25.16"]],
    ["全年预算40.30万元，其中：公务接待费4.20万元，会议费9.00万元。", ["info parts - - 13.2 40.3", "warning by-name 会议费 会议费 8 9"]],
  ])("differs: %s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("beside a table of budgets alone", () => {
  const sheet = sheetOf("预算", [["2023年部门预算表（单位：万元）"], ["项目", "2023年预算"], ["人员支出", 7314.6], ["公用支出", 925.8], ["项目支出", 4120], ["合计", 12360.4]]);
  const found = (text: string): readonly string[] => wrong(checksOf(text, null, sheet));

  test.each([
    "2023年支出预算12360.40万元，其中：基本支出8240.4万元，占66.67%；项目支出4120万元，占33.33%。",
    "人员支出7314.6万元，公用支出925.8万元，项目支出4120万元。",
    "2022年人员支出7100万元。", "上年人员支出7100万元。",
    "全年预算100万元，其中：甲类已支出40万元，乙类已支出30万元。",
  ])("agrees: %s", (text) => expect(found(text).filter((line) => !line.startsWith("info"))).toEqual([]));

  test.each<[string, readonly string[]]>([
    ["2023年支出预算12360.40万元，其中：基本支出8204.4万元，项目支出4120万元。", ["error parts 2023年支出 - 12324.4 12360.4"]],
    ["2023年支出预算12360.40万元，其中：基本支出8240.4万元，占总支出预算66.67%；项目支出预算4120万元，占35.33%。", ["error share 项目支出 - 33.33 35.33"]],
  ])("differs: %s", (text, expected) => expect(found(text)).toEqual(expected));
  test("with one amount a line, the name is enough", () => {
    const names = sheetOf("预算", [["2023年部门预算表（单位：万元）"], ["项目", "2023年预算"], ["人员经费", 7314.6], ["公用经费", 925.8], ["合计", 8240.4]]);
    expect(wrong(checksOf("人员经费7314.6万元，公用经费925.8万元。", null, names))).toEqual([]);
    expect(wrong(checksOf("人员经费7341.6万元，公用经费925.8万元。", null, names))).toEqual(["warning by-name 人员经费 人员经费 7314.6 7341.6"]);
    // Both differ: it is of something else.
    expect(wrong(checksOf("人员经费5210.4万元，公用经费611.2万元。", null, names))).toEqual([]);
  });
});

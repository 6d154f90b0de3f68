import { Decimal } from "../../../../src/domain/amounts/decimal";
import { findings, found, settingsFor } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const header = ["项目名称", "年初预算", "调整后预算", "支出"];

test("above 10, 20 and 30 % of the original budget, up or down", () => {
  const table = sheetOf("表", [header, ["甲", 100, 110, 1], ["乙", 100, 110.01, 1], ["丙", 100, 79.99, 1], ["丁", 100, 130.01, 1], ["戊", 0, 50, 1], ["合计", 400, 480.01, 5]]);
  expect(found("large-adjustment", table)).toEqual(["info 表 C3 100 110.01", "warning 表 C4 100 79.99", "error 表 C5 100 130.01"]);
});

test("the steps are settings", () => {
  const table = sheetOf("表", [header, ["甲", 100, 110, 1], ["乙", 100, 105, 1]]);
  expect(found("large-adjustment", table, { settings: settingsFor("large-adjustment", { info: 5, warning: 9.5 }) })).toEqual(["warning 表 C2 100 110"]);
});

test("without a column, the budget with its changes", () => {
  expect(found("large-adjustment", sheetOf("表", [["项目名称", "年初预算", "调增", "调减", "支出"], ["甲", 100, 50, 5, 1], ["乙", 100, 5, 5, 1]]))).toEqual(["error 表 B2 100 145"]);
});

test("a change that is only inferred is told, and no error, until a person confirms it", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", "预算调整", "支出"], ["甲", 120, 100, 50], ["乙", 200, 200, 150]]);
  expect(found("large-adjustment", table)).toEqual(["info 表 B2 120 220", "info 表 B3 200 400"]);
});

test("two tables of the same lines, in their own units", () => {
  const before = sheetOf("年初", [["单位：万元"], ["分类名称", "年初预算"], ["甲", 100], ["乙", 50], ["丙", 10], ["总计", 160]]);
  const after = sheetOf("调整后", [["单位：元"], ["分类名称", "调整后预算"], ["乙", 500_000], ["甲", 1_150_000], ["丙", 140_000], ["总计", 1_790_000]]);
  expect(found("large-adjustment", [before, after])).toEqual(["info 调整后 B4 1000000 1150000", "error 调整后 B5 100000 140000"]);
});

test("tables that share a name or two are not of the same lines", () => {
  const before = sheetOf("年初", [["单位：万元"], ["分类名称", "年初预算"], ["其他支出", 100], ["乙", 50], ["丙", 10], ["丁", 5], ["戊", 7]]);
  const after = sheetOf("调整后", [["单位：万元"], ["分类名称", "调整后预算"], ["其他支出", 500], ["乙", 90], ["己", 60]]);
  expect(found("large-adjustment", [before, after])).toEqual([]);
});

test("another year's budget is no adjustment", () => {
  const before = sheetOf("2015年", [["单位：万元"], ["分类名称", "年初预算"], ["甲", 100], ["乙", 50], ["总计", 150]]);
  const after = sheetOf("2016年", [["单位：万元"], ["分类名称", "调整后预算"], ["甲", 200], ["乙", 90], ["总计", 290]]);
  expect(found("large-adjustment", [before, after])).toEqual([]);
});

test("changes that the text tells, each line once", () => {
  const list = sheetOf("项目", [["单位：万元"], ["项目名称", "财政拨款金额"], ["装修", 600], ["补贴", 432]]);
  const done = sheetOf("完成", [["单位：万元"], ["项目名称", "支出", "项目预算"], ["装修", 117.27, 600], ["补贴", 400.76, 432]]);
  const told = [["装修", "-225", "万元"], ["补贴", "-260000", "元"]].map(([name, change, unit]) => ({ name: name ?? "", change: new Decimal(change ?? 0), unit: unit === "元" ? "元" as const : "万元" as const, quote: "调减" }));
  expect(found("large-adjustment", [list, done], { adjustments: told })).toEqual(["error 完成 C3 600 375"]);
});

test("of income nothing is to be approved, in a table of its own or beside the spending", () => {
  const received = sheetOf("收入", [["2025年收入预算执行情况表"], ["项目", "年初预算", "调整后预算", "实际收入"], ["增值税", 100, 180, 150], ["个人所得税", 100, 167.38, 160]]);
  expect(found("large-adjustment", received)).toEqual([]);
  const sides = sheetOf("收支", [["项目", "年初预算", "调整后预算", "执行数"], ["一、本年收入", "", "", ""], ["税收收入", 100, 180, 150], ["收入合计", 100, 180, 150], ["二、本年支出", "", "", ""], ["教育支出", 100, 150, 90], ["支出合计", 100, 150, 90]]);
  expect(found("large-adjustment", sides)).toEqual(["error 收支 C6 100 150"]);
});

describe("what was carried over from last year is no adjustment", () => {
  const changed = ["项目名称", "上年结转", "本年预算", "追加", "调减", "预算合计", "支出"];

  test("where the adjusted budget is the original one with it", () => {
    expect(found("large-adjustment", sheetOf("表", [["项目名称", "上年结转", "年初预算", "调整后预算", "支出"], ["甲", 20, 80, 100, 50], ["乙", 0, 200, 200, 150], ["合计", 20, 280, 300, 200]]))).toEqual([]);
  });

  test("only the changes beside it are, and the finding says so", () => {
    const table = sheetOf("表", [["单位：万元"], changed, ["甲", 10, 90, 20, 0, 120, 60], ["乙", 5, 45, 0, 0, 50, 40], ["合计", 15, 135, 20, 0, 170, 100]]);
    expect(found("large-adjustment", table)).toEqual(["warning 表 F3 90 120"]);
    expect(findings("large-adjustment", table)[0]?.values).toMatchObject({ rate: { figure: "22.22", unit: "percent" }, carriedOver: { figure: "10", unit: "万元" } });
  });

  test("also where a cut of the same amount leaves the budget as it was", () => {
    expect(found("large-adjustment", sheetOf("表", [changed, ["甲", 25, 100, 0, 25, 100, 60], ["乙", 5, 45, 0, 0, 50, 40], ["丙", 3, 20, 0, 0, 23, 9]]))).toEqual(["warning 表 F2 100 100"]);
  });

  test("changes without a column are what lies beyond it", () => {
    expect(found("large-adjustment", sheetOf("表", [["项目名称", "上年结转", "年初预算", "调整后预算", "支出"], ["甲", 20, 80, 100, 50], ["乙", 10, 100, 125, 90], ["丙", 5, 60, 65, 30], ["丁", 0, 40, 40, 30]]))).toEqual(["info 表 D3 100 125"]);
  });

  test("of a line whose adjusted budget is shown not to hold it the whole difference is", () => {
    expect(found("large-adjustment", sheetOf("表", [["项目名称", "上年结转", "年初预算", "追加", "调减", "调整后预算", "支出"], ["甲", 15, 80, 20, 0, 100, 60], ["乙", 5, 45, 0, 0, 50, 40], ["丙", 3, 20, 0, 0, 23, 9], ["丁", 4, 60, 6, 0, 70, 9]]))).toEqual(["warning 表 F2 80 100"]);
  });

  test("nor where the original budget holds it already", () => {
    expect(found("large-adjustment", sheetOf("表", [changed, ["甲", 20, 100, 30, 0, 130, 60], ["乙", 5, 45, 0, 0, 45, 40], ["丙", 3, 20, 0, 0, 20, 9]]))).toEqual(["warning 表 F2 100 130"]);
  });
});

import { Decimal } from "../../../../src/domain/amounts/decimal";
import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("rates on the original budget of lines that a column says were adjusted; both rates are shown", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", "调整后预算", "支出", "执行率"], ["装修", 400, 420, 81.7, "20.43%"], ["物业", 100, 100, 50, "50.00%"], ["补贴", 432, 406, 400.76, "98.71%"], ["保洁", 144.28, 171.42, 133.13, "92.27%"]]);
  expect(found("basis-conflict", table)).toEqual(["warning 表 E2 19.45 20.43", "warning 表 E5 77.66 92.27"]);
  expect(findings("basis-conflict", table)[0]?.values).toMatchObject({ onOriginal: { figure: "20.43" }, onAdjusted: { figure: "19.45" }, original: { figure: "400" }, adjusted: { figure: "420" } });
});

test("changes that the text tells, added up, in either unit", () => {
  const table = sheetOf("表", [["单位：万元"], ["项目名称", "支出", "项目预算", "执行率"], ["救助", 16.73, 185.31, "9.03%"], ["尾款", 260.74, 285.21, "91.42%"], ["物业", 50, 100, "50.00%"]]);
  const told = [["救助", "-1053100"], ["尾款", "50150.15"], ["尾款", "2758"], ["没有这一行", "100"]].map(([name, change]) => ({ name: name ?? "", change: new Decimal(change ?? 0), unit: "元" as const, quote: "调整" }));
  expect(found("basis-conflict", table, { adjustments: told })).toEqual(["warning 表 D3 20.91 9.03", "warning 表 D4 89.76 91.42"]);
});

test("without a printed rate, the expenditure whose rate will be on the original budget", () => {
  const table = sheetOf("表", [["单位：万元"], ["项目名称", "支出", "项目预算"], ["救助", 16.73, 185.31], ["物业", 50, 100]]);
  expect(found("basis-conflict", table, { adjustments: [{ name: "救助", change: new Decimal("-105.31"), unit: "万元", quote: "调减" }] })).toEqual(["warning 表 B3 20.91 9.03"]);
});

test("another table of adjusted budgets", () => {
  const done = sheetOf("完成", [["单位：万元"], ["项目名称", "支出", "年初预算", "执行率"], ["装修", 81.7, 400, "20.43%"], ["物业", 50, 100, "50.00%"], ["补贴", 30, 60, "50.00%"]]);
  const adjusted = sheetOf("调整", [["单位：万元"], ["项目名称", "调整后预算"], ["装修", 420], ["物业", 100], ["补贴", 60]]);
  expect(found("basis-conflict", [done, adjusted])).toEqual(["warning 完成 D3 19.45 20.43"]);
});

test("another table that prints both budgets: the rate conflicts, the adjustment is told once", () => {
  const both = sheetOf("调整", [["单位：万元"], ["项目名称", "年初预算", "调增", "调整后预算"], ["装修", 400, 100, 500], ["物业", 100, "", 100], ["补贴", 60, "", 60]]);
  const rows = [["装修", 81.7, 400], ["物业", 50, 100], ["补贴", 30, 60]] as const;
  const printed = sheetOf("完成", [["单位：万元"], ["项目名称", "支出", "年初预算", "执行率"], ...rows.map(([name, spent, budget], i) => [name, spent, budget, ["20.43%", "50.00%", "50.00%"][i] ?? ""])]);
  const unprinted = sheetOf("完成", [["单位：万元"], ["项目名称", "支出", "年初预算"], ...rows.map((row) => [...row])]);
  for (const sheets of [[printed, both], [both, printed]]) expect([found("basis-conflict", sheets), found("large-adjustment", sheets)]).toEqual([["warning 完成 D3 16.34 20.43"], ["warning 调整 D3 400 500"]]);
  expect(found("basis-conflict", [unprinted, both])).toEqual(["warning 完成 B3 16.34 20.43"]);
});

test("a person's choice of the original budget is no conflict", () => {
  expect(found("basis-conflict", sheetOf("表", [["项目名称", "年初预算", "调整后预算", "支出"], ["装修", 400, 420, 81.7], ["物业", 100, 100, 50]]), { basis: "original" })).toEqual([]);
});

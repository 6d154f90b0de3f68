/** What findings quote where columns, cells and tables differ in unit: each figure as it is printed, both sides for machines in the table's unit. */

import { Decimal } from "../../../src/domain/amounts/decimal";
import { describeFinding } from "../../../src/i18n/describe";
import { createTranslator } from "../../../src/i18n/catalogs";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { findings, type CheckChoices } from "../../support/checks";
import { sheetOf } from "../../support/snapshots";

const [chinese, english] = [createTranslator("zh-CN"), createTranslator("en-US")];

/** The first sentence of each message, without its remedy, and both figures of the JSON. */
function told(rule: string, sheets: SheetSnapshot | readonly SheetSnapshot[], choices: CheckChoices = {}): string[] {
  return findings(rule, sheets, choices).map((finding) => `${/^[^。]*/u.exec(describeFinding(chinese, finding))?.[0] ?? ""} [${finding.expected ?? "-"} ${finding.actual ?? "-"}]`);
}

const HEADER = ["项目名称", "年初预算（万元）", "支出（元）"];
const mixed = (...rows: readonly (readonly (string | number)[])[]): SheetSnapshot => sheetOf("表", [HEADER, ...rows]);

test("a budget in 万元 and an expenditure in 元 are quoted as they stand, overspending in the unit of what was spent", () => {
  expect(told("over-execution", mixed(["综合治理经费", 98.81, 1821400], ["物业费", 100, 500000]))).toEqual([
    "“综合治理经费”支出 1,821,400.00 元，预算 98.81 万元，超支 833,300.00 元，执行率 184.33%，超出 84.33 个百分点 [98.81 182.14]",
  ]);
});

test("in English, too", () => {
  const [finding] = findings("over-execution", mixed(["Security", 98.81, 1821400], ["Property", 100, 500000]));
  if (finding === undefined) throw new Error("nothing found");
  expect(describeFinding(english, finding)).toMatch(/^“Security” spent 1,821,400\.00 yuan on a budget of 98\.81 \(10,000 yuan\): 833,300\.00 yuan over budget, an execution rate of 184\.33%, 84\.33 percentage points above 100%\. /u);
});

test("a total in 元 is compared in 元", () => {
  expect(told("total-mismatch", mixed(["甲", 10, 27751.99], ["乙", 20, 100], ["合计", 30, 27852.1]))).toEqual([
    "“支出（元）”的合计填的是 27,852.10 元，2 行相加是 27,851.99 元，相差 0.11 元 [2.785199 2.78521]",
  ]);
});

test("a cell that states its own unit is quoted with it", () => {
  expect(told("over-execution", mixed(["甲", 10, "12.5万元"], ["乙", 20, 100000]))).toEqual([
    "“甲”支出 12.50 万元，预算 10.00 万元，超支 2.50 万元，执行率 125.00%，超出 25.00 个百分点 [10 12.5]",
  ]);
});

test("all digits that are printed are quoted, and none is made up", () => {
  expect(told("negative-amount", mixed(["甲", -1234.56789, 1], ["乙", 9007199254740.99, 1]))).toEqual(["“甲”的“年初预算（万元）”是负数：-1,234.56789 万元 [- -1234.56789]"]);
});

test("lines without execution, behind, or without a budget", () => {
  const table = mixed(["甲", 98.81, 0], ["乙", 100, 300000], ["丙", 0, 1500.5]);
  expect(told("no-execution", table)).toEqual(["“甲”预算 98.81 万元，没有支出 [- 0]"]);
  expect(told("under-execution", table, { cutOff: "2016-12-31" })).toEqual(["“乙”预算 100.00 万元，支出 300,000.00 元，执行率 30.00%，比序时进度 100.00% 落后 70.00 个百分点 [100.00 30.00]"]);
  expect(told("unbudgeted", table)).toEqual(["“丙”支出 1,500.50 元，预算为零 [0 0.15005]"]);
});

test("a printed rate that is not that of its amounts", () => {
  const table = sheetOf("表", [[...HEADER, "执行率"], ["甲", 100, 500000, "50.00%"], ["乙", 100, 300000, "35.00%"], ["丙", 50, 100000, "20.00%"]]);
  expect(told("rate-mismatch", table)).toEqual(["“乙”的“执行率”填的是 35.00%，300,000.00 元 ÷ 100.00 万元是 30.00%，四舍五入解释不了这个差别 [30.00 35.00]"]);
});

describe("between two tables", () => {
  const budget = sheetOf("预算表", [["单位：万元"], ["项目名称", "年初预算"], ["甲", 98.81], ["乙", 100], ["丙", 33.5], ["丁", 41.27]]);

  test("a joined budget is quoted in its own table's unit", () => {
    const spent = sheetOf("支出表", [["单位：元"], ["项目名称", "支出"], ["甲", 1821400], ["乙", 500000], ["丙", 100000], ["丁", 100000]]);
    expect(told("over-execution", [budget, spent])).toEqual([
      "“甲”支出 1,821,400.00 元，预算 98.81 万元，超支 833,300.00 元，执行率 184.33%，超出 84.33 个百分点 [988100 1821400]",
    ]);
  });

  test("both figures of one item are quoted as they stand", () => {
    const again = sheetOf("明细表", [["单位：元"], ["项目名称", "年初预算"], ["甲", 988100], ["乙", 1000000], ["丙", 335000], ["丁", 412800]]);
    expect(told("cross-table", [budget, again])).toEqual(["“丁”的“年初预算”是 412,800.00 元，“预算表”表的“丁”是 41.27 万元，相差 100.00 元 [412700 412800]"]);
  });

  test("an adjusted budget in another table", () => {
    const adjusted = sheetOf("调整表", [["单位：元"], ["项目名称", "调整后预算"], ["甲", 988100], ["乙", 1000000], ["丙", 335000], ["丁", 600000]]);
    expect(told("large-adjustment", [budget, adjusted])).toEqual(["“丁”年初预算 41.27 万元，调整后预算 600,000.00 元，调整率 45.38% [412700 600000]"]);
  });
});

test("adjustments of the whole budget that the text tells are quoted in the text's units", () => {
  const budgets = sheetOf("表", [["单位：万元"], ["项目名称", "年初预算", "调整后预算"], ["甲", 100, 120], ["乙", 50, 50], ["合计", 150, 170]]);
  const adjustments = [{ name: null, change: new Decimal(250000), unit: "元" as const, quote: "追加250000元" }];
  expect(told("adjustment-mismatch", budgets, { adjustments })).toEqual(["“合计”的“调整后预算”填的是 170.00 万元，年初预算 + 250,000.00 元是 175.00 万元，相差 5.00 万元 [175 170]"]);
});

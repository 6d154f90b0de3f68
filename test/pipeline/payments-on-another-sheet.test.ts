/** What was paid on one sheet, the indicators it was paid out of on another: joined by the number of the indicator, whoever was paid. */

import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { checkExecution } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import type { CellValue } from "../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../support/snapshots";

type Rows = readonly (readonly (CellValue | null)[])[];

function joined(budget: Rows, spending: Rows) {
  const snapshot = snapshotOf(sheetOf("指标", budget), sheetOf("支付", spending));
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  return {
    rates: execution.executions.flatMap(({ rows }) => rows.map(({ name, rate }) => `${name} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`)),
    problems: execution.problems.map(({ code }) => code),
    findings: checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] }).findings.flatMap(({ rule }) => (["unit-unknown", "under-execution"].includes(rule) ? [] : [rule])),
  };
}

const INDICATORS: Rows = [["指标文号", "项目", "指标金额"], ["1号", "甲", 100], ["2号", "乙", 50], ["合计", null, 150]];

test("by the number of the indicator", () => {
  expect(joined(INDICATORS, [["日期", "指标文号", "收款人", "支付金额"], ["3.1", "1号", "X公司", 50], ["5.1", "2号", "Z公司", 25], ["合计", null, null, 75]])).toEqual({ rates: ["X公司 50.00", "Z公司 50.00", "合计 50.00"], problems: [], findings: [] });
});

test.each([
  ["named by nothing else", [["指标文号", "支付日期", "支付金额"], ["1号", "3.1", 50], ["2号", "5.1", 25], ["合计", null, 75]]],
  ["in a plain column of amounts", [["日期", "指标文号", "金额", "摘要"], ["3.1", "1号", 50, "纸"], ["5.1", "2号", 25, "笔"], ["合计", null, 75, null]]],
  ["out of a contract", [["合同编号", "付款日期", "付款金额"], ["1号", "3.1", 50], ["2号", "5.1", 25], ["合计", null, 75]]],
  ["in English", [["Date", "Contract No", "Payee", "Amount"], ["3.1", "1号", "x", 50], ["5.1", "2号", "y", 25], ["Total", null, null, 75]]],
  ["in other words", [["Date", "Contract No", "Payee", "Amount Paid"], ["3.1", "1号", "x", 50], ["5.1", "2号", "y", 25], ["Total", null, null, 75]]],
  ["behind their own numbers", [["支付令号", "指标文号", "支付日期", "支付金额"], ["Z1", "1号", "3.1", 50], ["Z2", "2号", "5.1", 25], [null, "合计", null, 75]]],
] as const)("payments %s", (_, payments) => {
  expect(joined(INDICATORS, payments).rates.map((rate) => rate.replace(/^\S+ /u, ""))).toEqual(["50.00", "50.00", "50.00"]);
});

test("a payment out of an indicator that the other sheet lacks is said", () => {
  const { rates, problems, findings } = joined(INDICATORS, [["指标号", "支付日期", "支付金额"], ["1号", "3.1", 50], ["2号", "5.1", 25], ["9号", "6.1", 5]]);
  expect({ rates, problems, findings: findings.filter((rule) => rule.startsWith("unmatched")) }).toEqual({ rates: ["1号 50.00", "2号 50.00", "9号 unmatched"], problems: [], findings: ["unmatched-expenditure"] });
});

describe("several payments out of one line are added up on it", () => {
  const PAYMENTS: Rows = [["日期", "指标文号", "收款人", "支付金额"], ["3.1", "1号", "X公司", 20], ["4.1", "1号", "Y公司", 30], ["5.1", "2号", "Z公司", 25], ["合计", null, null, 75]];
  const RATES = ["甲 50.00", "乙 50.00", "合计 50.00"];

  test("and that is said", () => {
    expect(joined(INDICATORS, PAYMENTS)).toEqual({ rates: RATES, problems: [], findings: ["payments-added"] });
  });

  test.each([
    ["empty", null],
    ["empty but for the sum of nothing", 0],
  ])("also where the line has a column of its own for them, which is %s", (_, sum) => {
    const budget: Rows = [["指标文号", "项目", "指标金额", "已支付", "执行率"], ["1号", "甲", 100, null, null], ["2号", "乙", 50, null, null], ["合计", null, 150, sum, null]];
    expect(joined(budget, PAYMENTS).rates).toEqual(RATES);
    expect(joined(budget, [["项目", "支出"], ["甲", 50], ["乙", 25], ["合计", 75]]).rates).toEqual(RATES);
  });

  test("not where that is filled, nor where two sheets could fill it", () => {
    const budget = (paid: number | null): Rows => [["指标文号", "项目", "指标金额", "已支付"], ["1号", "甲", 100, paid], ["2号", "乙", 50, paid]];
    expect(joined(budget(10), PAYMENTS).rates).toEqual(["甲 10.00", "乙 20.00"]);
    const snapshot = snapshotOf(sheetOf("指标", budget(null)), sheetOf("一月", PAYMENTS), sheetOf("二月", PAYMENTS));
    expect(computeWorkbook(snapshot, DEFAULT_OPTIONS).executions.flatMap(({ rows }) => rows.map(({ rate }) => rate.ok))).not.toContain(true);
  });

  test("lines without any have no rate, sums of lines that of what was paid, and payments out of none are said and count in the total", () => {
    const budget: Rows = [["指标文号", "项目", "指标金额"], ["1号", "甲", 100], ["2号", "乙", 100], [null, "小计", 200], ["3号", "丙", 50], [null, "小计", 50], ["合计", null, 250]];
    expect(joined(budget, [["日期", "指标文号", "支付金额"], ["3.1", "1号", 20], ["4.1", "1号", 30], ["5.1", "9号", 25], ["6.1", "3号", 25], ["合计", null, 100]])).toEqual({
      rates: ["甲 50.00", "乙 no-expenditure-figure", "小计 25.00", "丙 50.00", "小计 50.00", "合计 40.00"],
      problems: [],
      findings: ["payments-added", "no-execution", "unmatched-expenditure"],
    });
  });

  test("but not where each is the sum of those before it, or one cannot be read", () => {
    expect(joined(INDICATORS, [["日期", "指标文号", "累计支付"], ["3.1", "1号", 20], ["4.1", "1号", 50], ["5.1", "2号", 25]]).rates).toEqual(["1号 shared-budget", "1号 shared-budget", "2号 50.00"]);
    expect(joined(INDICATORS, [["日期", "指标文号", "支付金额"], ["3.1", "1号", "约20"], ["4.1", "1号", 50], ["5.1", "2号", 25]]).rates).toEqual(["甲 unreadable-expenditure", "乙 50.00", "合计 unreadable-expenditure"]);
  });
});

test("names that both sheets have go before numbers", () => {
  expect(joined([["指标文号", "项目", "指标金额"], ["1号", "甲", 100], ["2号", "乙", 50]], [["指标文号", "项目", "支付金额"], ["2号", "甲", 50], ["1号", "乙", 10]]).rates).toEqual(["甲 50.00", "乙 20.00"]);
});

describe("what payments of coded projects were for is no other name of these", () => {
  const budget: Rows = [["项目编码", "项目名称", "预算批复数"], ["A01", "智慧城管平台", 100], ["A02", "街巷整治", 80], ["A03", "驿站补贴", 50]];

  test("nor are instalments one payment entered twice", () => {
    const { rates, findings } = joined(budget, [["支付日期", "项目编码", "摘要", "支付金额"], ["2025-02-03", "A01", "首付款", 20], ["2025-04-03", "A02", "工程进度款", 40], ["2025-06-03", "A01", "二期款", 20], ["2025-07-03", "A03", "补贴", 50]]);
    expect(rates).toEqual(["智慧城管平台 40.00", "街巷整治 50.00", "驿站补贴 100.00"]);
    expect(findings).toEqual(["payments-added"]);
  });

  test("but the same payment twice is", () => {
    expect(joined(budget, [["支付日期", "项目编码", "摘要", "支付金额"], ["2025-02-03", "A01", "首付款", 20], ["2025-02-03", "A01", "首付款", 20], ["2025-07-03", "A03", "补贴", 50]]).findings).toContain("duplicate-code");
    expect(joined(budget, [["支付日期", "项目编码", "摘要", "支付金额"], [45001, "A01", "首付款", 20], [45032, "A01", "首付款", 20], [45032, "A03", "补贴", 50]]).findings).not.toContain("duplicate-code");
  });
});

describe("lines of one name", () => {
  const budget: Rows = [["部门", "项目", "预算"], ["甲局", "运维", 100], ["乙局", "运维", 50], ["乙局", "保洁", 20], ["合计", null, 170]];

  test("are told apart by a column that both sheets have", () => {
    expect(joined(budget, [["项目", "部门", "支出"], ["运维", "乙局", 25], ["保洁", "乙局", 10], ["运维", "甲局", 40], ["合计", null, 75]])).toEqual({ rates: ["运维 50.00", "保洁 50.00", "运维 40.00", "合计 44.12"], problems: [], findings: [] });
  });

  test("are not where that does not tell them apart, or the sheets have no such column in common", () => {
    const apart = (rows: Rows): readonly string[] => joined(budget, rows).rates.slice(0, 2);
    expect(apart([["项目", "部门", "支出"], ["运维", "乙局", 25], ["运维", "乙局", 40]])).toEqual(["运维 duplicate-key", "运维 duplicate-key"]);
    expect(apart([["项目", "科室", "支出"], ["运维", "乙局", 25], ["运维", "甲局", 40]])).toEqual(["运维 duplicate-key", "运维 duplicate-key"]);
  });
});

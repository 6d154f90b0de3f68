/** Spending in parts that no column adds up: all of them count, and a person is asked; none is left out without a word. */

import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import { sheetOf, snapshotOf } from "../../support/snapshots";

function computed(headers: readonly string[], lines: readonly (readonly number[])[]) {
  const rows = lines.map((figures, i) => [`项目${"甲乙丙"[i] ?? ""}`, ...figures, ""]);
  const { executions, tables } = computeWorkbook(snapshotOf(sheetOf("表", [["部门", "预算数", ...headers, "执行率"], ...rows])), DEFAULT_OPTIONS);
  return executions.map((execution) => ({
    rates: execution.rows.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : rate.why)).join(" "),
    asked: doubtsOf(execution, tables).map(({ reason }) => `${reason.code} ${String(reason.values?.["header"] ?? "")}`).filter((text) => !text.startsWith("plain-budget")),
  }));
}

const FIGURES = [[100, 40, 20, 5], [200, 90, 70, 11]];

test.each([
  ["人员类支出", "运转类支出", "特定目标类支出"],
  ["区级资金支出", "市级资金支出", "中央资金支出"],
  ["工资福利支出", "商品和服务支出", "对个人和家庭的补助"],
  ["财政资金支出", "自有资金支出", "其他支出"],
  ["财政拨款支出", "其他资金支出", "结转资金支出"],
  ["直接支付", "授权支付", "实拨"],
  ["人员支出", "公用支出", "项目支出"],
  ["人员经费支出", "公用经费支出", "项目支出"],
  ["财政拨款支出", "事业支出", "其他支出"],
  ["一般公共预算支出", "政府性基金支出", "其他资金支出"],
  ["一般公共预算支出", "政府性基金预算支出", "国有资本经营预算支出"],
  ["一般公共预算财政拨款支出", "政府性基金预算财政拨款支出", "其他资金支出"],
  ["财政拨款支出", "财政专户管理资金支出", "事业收入支出"],
  ["财政拨款支出", "专户资金支出", "单位资金支出"],
  ["工资福利支出", "对个人和家庭的补助", "资本性支出"],
  ["市级支出", "区级支出", "街道支出"],
  ["公务接待支出", "公车支出", "因公出国支出"],
  ["零余额支出", "基本户支出", "专户支出"],
  ["人员经费", "公用经费", "项目经费"],
  ["设备费", "业务费", "劳务费"],
  ["当年预算支出", "上年结转支出", "其他支出"],
  ["当年支出", "结转支出", "追加支出"],
  ["Personnel", "Operating", "Capital"],
  ["Wages Paid", "Goods Paid", "Other Paid"],
])("%s | %s | %s", (...headers) => {
  expect(computed(headers, FIGURES)).toEqual([{ rates: "65.00 85.50", asked: headers.map((header) => `fund-part ${header}`) }]);
});

test.each([["基本支出", "项目支出", "其他支出"], ["基本支出", "项目支出", "经营支出"], ["基本支出", "项目支出", "上缴上级支出"]])("%s | %s | %s", (basic, project, other) => {
  expect(computed([basic, project, other], FIGURES)).toEqual([{ rates: "65.00 85.50", asked: [`parts-of-expenditure ${basic}`, `parts-of-expenditure ${project}`, `fund-part ${other}`] }]);
});

test("a last one that adds them up is the spending", () => {
  expect(computed(["基本支出", "项目支出", "全部花费"], [[100, 40, 20, 60], [200, 90, 70, 160]])[0]?.rates).toBe("60.00 80.00");
  expect(computed(["人员类支出", "运转类支出", "特定目标类支出", "全部花费"], [[100, 30, 5, 5, 40], [200, 90, 60, 20, 170]])[0]?.rates).toBe("40.00 85.00");
});

test("what is left of the budget beside them is none of them", () => {
  expect(computed(["人员类支出", "运转类支出", "结余"], [[100, 40, 20, 40], [200, 90, 70, 40]])[0]?.rates).toBe("60.00 80.00");
  expect(computed(["人员类支出", "运转类支出", "剩下的"], [[100, 40, 20, 40], [200, 90, 70, 40]])[0]?.rates).toBe("60.00 80.00");
});

test.each([["当年支出", "上年结转支出"], ["Recurrent Expenditure", "Development Expenditure"], ["以前月份支出", "本月支出"], ["Grant Spent", "Match Spent"]])("%s | %s, which nothing adds up", (...headers) => {
  expect(computed(headers, [[100, 40, 20], [200, 90, 70]])[0]?.rates).toBe("60.00 80.00");
});

test("parts under a heading of their own", () => {
  const rows: readonly (readonly (string | number)[])[] = [["部门", "预算数", "支出数", "", "", "执行率"], ["", "", "人员", "公用", "项目", ""], ["教务处", 100, 40, 20, 5, ""], ["学生处", 200, 90, 70, 11, ""]];
  const merges = ["A1:A2", "B1:B2", "C1:E1", "F1:F2"];
  const { executions } = computeWorkbook(snapshotOf(sheetOf("表", rows, { merges })), DEFAULT_OPTIONS);
  expect(executions.map(({ rows: lines }) => lines.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : rate.why)))).toEqual([["65.00", "85.50"]]);
});

test("columns that are the whole, divide it, or together are more than the budget are no parts", () => {
  expect(computed(["支出数", "项目支出"], [[100, 40, 20], [200, 90, 70]])[0]?.rates).toBe("40.00 45.00");
  expect(computed(["一般公共预算支出", "政府性基金支出"], [[100, 80, 30], [200, 190, 70]])[0]?.rates).not.toBe("110.00 130.00");
  expect(computed(["上级资金", "本级资金"], [[100, 60, 40], [200, 150, 50]])).toEqual([]);
});

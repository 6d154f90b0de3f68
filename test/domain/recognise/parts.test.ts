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

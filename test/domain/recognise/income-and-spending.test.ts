/** Income and spending one below the other in one table: each total is of its own side, and what is left of both is no spending. */

import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import type { CellValue } from "../../../src/workbook/snapshot";
import { found } from "../../support/checks";
import { sheetOf, snapshotOf } from "../../support/snapshots";

type Rows = readonly (readonly (CellValue | null)[])[];

const SCHEDULE: Rows = [
  ["", "Original Budget", "Final Budget", "Actual", "Variance with Final Budget"],
  ["REVENUES", null, null, null, null],
  ["Taxes", 1000, 1000, 1980, 980], ["Grants", 200, 250, 250, 0], ["Total revenues", 1200, 1250, 2230, 980],
  ["EXPENDITURES", null, null, null, null],
  ["General government", 400, 420, 400, 20], ["Public safety", 700, 710, 700, 10], ["Total expenditures", 1100, 1130, 1100, 30],
  ["Excess of revenues over expenditures", 100, 120, 1130, 1010],
  ["OTHER FINANCING SOURCES (USES)", null, null, null, null],
  ["Transfers in", 40, 40, 50, 10], ["Total other financing sources (uses)", 40, 40, 50, 10],
  ["Net change in fund balance", 140, 160, 1180, 1020], ["Fund balance - beginning", 500, 500, 500, 0], ["Fund balance - ending", 640, 660, 1680, 1020],
];

const STATEMENT: Rows = [
  ["项目", "预算数", "执行数"],
  ["一、收入", null, null], ["财政拨款", 500, 600], ["其他", 50, 40], ["收入合计", 550, 640],
  ["二、支出", null, null], ["人员经费", 300, 290], ["药品费", 250, 100.5], ["支出合计", 550, 390.5], ["收支差额", 0, 249.5],
];

const without = (rows: Rows, ...names: string[]): Rows => rows.filter(([name]) => !names.includes(String(name)));

function computed(rows: Rows) {
  const { executions, tables } = computeWorkbook(snapshotOf(sheetOf("表", rows)), DEFAULT_OPTIONS);
  return executions.map((execution) => ({
    lines: execution.rows.filter(({ kind }) => kind !== "group").map(({ name, kind, rate, status }) => [name, kind, rate.ok ? rate.percent.toFixed(2) : rate.why, status].join(" ")),
    total: execution.total?.name ?? null,
    sum: execution.sum.rate.ok ? execution.sum.rate.percent.toFixed(2) : execution.sum.rate.why,
    asked: doubtsOf(execution, tables).map(({ reason: { code } }) => code),
  }));
}

const LINES = [
  "Taxes body 198.00 unjudged", "Grants body 100.00 unjudged", "Total revenues total 178.40 unjudged",
  "General government body 95.24 within-budget", "Public safety body 98.59 within-budget", "Total expenditures total 97.35 within-budget",
];

test("a budgetary comparison schedule as American governments print it", () => {
  expect(computed(SCHEDULE)).toEqual([{
    lines: [
      ...LINES, "Excess of revenues over expenditures body not-spending not-computable",
      "Transfers in body 125.00 unjudged", "Total other financing sources (uses) subtotal 125.00 unjudged",
      "Net change in fund balance body not-spending not-computable", "Fund balance - beginning body not-spending not-computable", "Fund balance - ending body not-spending not-computable",
    ],
    total: "Total expenditures", sum: "97.35", asked: [],
  }]);
});

test("收入 and 支出 with a total each", () => {
  expect(computed(STATEMENT)).toEqual([{
    lines: [
      "财政拨款 body 120.00 unjudged", "其他 body 80.00 unjudged", "收入合计 total 116.36 unjudged",
      "人员经费 body 96.67 within-budget", "药品费 body 40.20 within-budget", "支出合计 total 71.00 within-budget", "收支差额 body not-spending not-computable",
    ],
    total: "支出合计", sum: "71.00", asked: ["plain-budget"],
  }]);
});

describe.each<[string, Rows]>([
  ["with headings and totals", SCHEDULE],
  ["with totals alone", without(SCHEDULE, "REVENUES", "EXPENDITURES")],
  ["with headings, and no total of income", without(SCHEDULE, "Total revenues")],
  ["in Chinese", STATEMENT],
  ["in Chinese with totals alone", without(STATEMENT, "一、收入", "二、支出")],
  ["in Chinese without a total of income", without(STATEMENT, "收入合计")],
  ["with subtotals of income", [...SCHEDULE.slice(0, 3), ["Total taxes", 1000, 1000, 1980, 980], ...SCHEDULE.slice(3)]],
])("%s", (_, rows) => {
  test("no side is added to the other, and income is never too much", () => {
    expect(found("total-mismatch", sheetOf("表", rows))).toEqual([]);
    expect(found("over-execution", sheetOf("表", rows))).toEqual([]);
  });

  test("a wrong total is compared with the lines of its side", () => {
    const at = rows.findIndex(([name]) => name === "Total expenditures" || name === "支出合计");
    const spent = rows[0]?.indexOf("Actual") === 3 ? 3 : 2;
    const right = Number(rows[at]?.[spent]);
    const wrong = rows.map((row, i) => (i === at ? row.map((value, column) => (column === spent ? right + 7 : value)) : row));
    expect(found("total-mismatch", sheetOf("表", wrong))).toEqual([`error 表 ${"ABCD"[spent] ?? ""}${at + 1} ${right} ${right + 7}`]);
  });
});

test("more spent than came in is no negative amount", () => {
  expect(found("negative-amount", sheetOf("表", [...STATEMENT.slice(0, -1), ["收支差额", -20, -59]]))).toEqual([]);
  expect(found("negative-amount", sheetOf("表", [...STATEMENT.slice(0, -3), ["药品费", 250, -100.5], ...STATEMENT.slice(-2)]))).toEqual(["warning 表 C8 - -100.5"]);
});

describe("a total of what was spent and what is left over", () => {
  const LINES: Rows = [["项目", "年初预算数", "决算数"], ["一、一般公共服务支出", 120, 118.6], ["二、教育支出", 80, 70]];
  const SPENT = ["一、一般公共服务支出 body 98.83 within-budget", "二、教育支出 body 87.50 within-budget", "本年支出合计 total 94.30 within-budget"];
  const LEFT: Rows = [["结余分配", 0, 0], ["年末结转和结余", 0, 11.4]];
  const NO_RATE = ["结余分配 body not-spending not-computable", "年末结转和结余 body not-spending not-computable"];

  test.each(["总计", "支出总计", "合计"])("is not the table's: %s", (whole) => {
    expect(computed([...LINES, ["本年支出合计", 200, 188.6], ...LEFT, [whole, 200, 200]])).toEqual([{
      lines: [...SPENT, ...NO_RATE, `${whole} total holds-balance not-computable`], total: "本年支出合计", sum: "94.30", asked: [],
    }]);
  });

  test("both are compared with the lines that they add up", () => {
    const sheet = (spent: number, whole: number) => sheetOf("表", [...LINES, ["本年支出合计", 200, spent], ...LEFT, ["总计", 200, whole]]);
    expect(found("total-mismatch", sheet(188.6, 200))).toEqual([]);
    expect(found("total-mismatch", sheet(189.6, 200))).toEqual(["error 表 C4 188.6 189.6"]);
    expect(found("total-mismatch", sheet(188.6, 202))).toEqual(["error 表 C7 200 202"]);
  });

  test("more spent than the budget of it is said of that total alone", () => {
    const sheet = sheetOf("表", [LINES[0] ?? [], ["教育支出", 200, 210], ["本年支出合计", 200, 210], ["年末结转和结余", 0, 65], ["总计", 200, 275]]);
    expect(found("over-execution", sheet).every((finding) => !finding.includes("C5"))).toBe(true);
    expect(computed([["项目", "年初预算数", "决算数"], ["教育支出", 200, 210], ["本年支出合计", 200, 210], ["年末结转和结余", 0, 65], ["总计", 200, 275]])[0]?.sum).toBe("105.00");
  });

  test.each<[string, Rows, string]>([
    ["nothing is left over", [["本年支出合计", 200, 188.6], ["年末结转和结余", 0, 0], ["总计", 200, 188.6]], "总计"],
    ["money of the years before was there to spend", [["本年合计", 200, 188.6], ["上年结转", 50, 40], ["总计", 250, 228.6]], "总计"],
    ["it adds up something else", [["本年支出合计", 200, 188.6], ["年末结转和结余", 0, 11.4], ["总计", 300, 290]], "总计"],
    ["the sum is of a section", [["小计", 200, 188.6], ["年末结转和结余", 0, 11.4], ["总计", 200, 200]], "总计"],
  ])("the last total is the table's where %s", (_, rows, total) => {
    expect(computed([...LINES, ...rows])[0]?.total).toBe(total);
  });
});

test("lines that are merely called so are lines", () => {
  expect(computed([["部门", "预算数", "支出数"], ["收入处", 100, 110], ["支出处", 50, 20], ["合计", 150, 130]]).map(({ lines }) => lines)).toEqual([["收入处 body 110.00 over", "支出处 body 40.00 within-budget", "合计 total 86.67 within-budget"]]);
});

describe.each<readonly [string, CellValue[], string]>([
  ["told in each line", ["收入", "收入", "收入", "支出", "支出", "支出"], "合计"],
  ["told where it begins", ["收入", "", "", "支出", "", ""], "合计"],
  ["told where it begins, of a total that says so itself", ["收入", "", "", "支出", "", ""], "支出合计"],
])("a column of classes %s", (_, classes, total) => {
  const lines: Rows = [["财政拨款", 800, 620], ["事业款项", 40, 52], ["合计", 840, 672], ["人员经费", 500, 380], ["公用经费", 340, 232], [total, 840, 612]];
  const told = (header: string) => [["2023年1-9月收支执行表（万元）"], ["分类", header, "全年预算", "本年累计执行"], ...lines.map((line, i) => [classes[i] ?? "", ...line])];

  test.each(["项目", "科目名称"])("says of which side its lines are, which are called by %s", (header) => {
    const rows = told(header);
    expect(computed(rows)).toEqual([{
      lines: ["财政拨款 body 77.50 unjudged", "事业款项 body 130.00 unjudged", "合计 total 80.00 unjudged", "人员经费 body 76.00 on-track", "公用经费 body 68.24 on-track", `${total} total 72.86 on-track`],
      total, sum: "72.86", asked: [],
    }]);
    expect(found("over-execution", sheetOf("表", rows))).toEqual([]);
  });
});

test("一、收入 and 二、支出 with totals of their own are no key figures of one money", () => {
  const rows: Rows = [
    ["项目", "年初预算", "全年累计", "完成率"], ["一、收入", null, null, null], ["1.补助", 200, 210, "105.00%"], ["2.发包", 50, 48, "96.00%"], ["收入合计", 250, 258, "103.20%"],
    ["二、支出", null, null, null], ["1.报酬", 120, 120, "100.00%"], ["2.办公费", 30, 32, "106.67%"], ["3.公益", 90, 80, "88.89%"], ["支出合计", 240, 232, "96.67%"], ["三、收支结余", 10, 26, null],
  ];
  expect(computed(rows).map(({ lines, total, sum }) => ({ lines: lines.slice(3), total, sum }))).toEqual([{ lines: ["1.报酬 body 100.00 within-budget", "2.办公费 body 106.67 over", "3.公益 body 88.89 within-budget", "支出合计 total 96.67 within-budget", "三、收支结余 body not-spending not-computable"], total: "支出合计", sum: "96.67" }]);
});

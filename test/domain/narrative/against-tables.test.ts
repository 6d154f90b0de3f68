/** A text against small tables: names, sums, units, totals, what is left out. */

import { Decimal } from "../../../src/domain/amounts/decimal";
import type { Unit } from "../../../src/domain/amounts/unit";
import { compareWithTables, type TablesComparison } from "../../../src/domain/narrative/against-tables";
import type { FigureRole, KnownLine, KnownTable } from "../../../src/domain/narrative/against-tables/known";
import { readClaims } from "../../../src/domain/narrative/claims";
import { foundIn } from "../../../src/domain/narrative/outcome";
import { rangeOfCell } from "../../../src/workbook/address";

type Row = readonly [name: string, figures: Readonly<Partial<Record<FigureRole, string>>>];

function tableOf(rows: readonly Row[], { unit = "万元", total = null, name = "执行表" }: { unit?: Unit | null; total?: Row | null; name?: string } = {}): KnownTable {
  const lineOf = ([line, figures]: Row, row: number): KnownLine => ({
    name: line, functionCode: "", above: [], others: [],
    figures: Object.fromEntries(Object.entries(figures).map(([role, value], column) => [role, { value: new Decimal(value), halfDigit: new Decimal("0.005"), place: { sheetId: "{1}", sheetName: name, range: rangeOfCell(row, column + 1) } }])),
  });
  return { id: name, names: [name], currency: "CNY", unit, isWhole: true, isOfUnits: false, lines: rows.map(lineOf), parents: [], sums: [], total: total === null ? null : lineOf(total, rows.length) };
}

function compare(text: string, ...tables: readonly KnownTable[]): TablesComparison {
  return compareWithTables(readClaims(text), tables);
}

function found({ checks }: TablesComparison): readonly string[] {
  return foundIn(checks).map(({ kind, severity, expected, actual, values }) => `${severity ?? ""} ${kind} ${values["line"] ?? ""} ${expected ?? "-"} ${actual ?? "-"}`);
}

const LINES: readonly Row[] = [
  ["人大事务", { expenditure: "71.16", "adjusted-budget": "118.3", rate: "60.15" }],
  ["政协事务", { expenditure: "0", "adjusted-budget": "2.05", rate: "0" }],
  ["财政事务", { expenditure: "82.24", "adjusted-budget": "96.46", rate: "85.26" }],
];
const TEXT = ["人大事务全年支出71.16万元，全部预算118.3万元。完成全年预算60.15%。", "政协事务全年支出0.00万元，全部预算2.05万元。完成全年预算0.00%。", "财政事务全年支出82.24万元，全部预算96.46万元。完成全年预算85.26%。"].join("\n");

test("what agrees is kept as compared, with both sides", () => {
  const { checks } = compare(TEXT, tableOf(LINES));
  expect(checks.map(({ severity, expected, values }) => [severity, values["line"], values["role"], expected])).toEqual([
    [null, "人大事务", "adjusted-budget", "118.3"], [null, "人大事务", "expenditure", "71.16"], [null, "人大事务", "rate", "60.15"],
    [null, "政协事务", "adjusted-budget", "2.05"], [null, "政协事务", "expenditure", "0"], [null, "政协事务", "rate", "0"],
    [null, "财政事务", "adjusted-budget", "96.46"], [null, "财政事务", "expenditure", "82.24"], [null, "财政事务", "rate", "85.26"],
  ]);
});

test("what differs is an error, with the line and its cell", () => {
  const comparison = compare(TEXT.replace("71.16", "71.26").replace("85.26%", "85.36%"), tableOf(LINES));
  expect(found(comparison)).toEqual(["error line 人大事务 71.16 71.26", "error line 财政事务 85.26 85.36"]);
  expect(foundIn(comparison.checks)[0]?.lines[0]?.figures.expenditure?.place).toEqual({ sheetId: "{1}", sheetName: "执行表", range: rangeOfCell(0, 1) });
});

test("a table whose figures are others is not what the text tells", () => {
  const others = LINES.map(([name, figures]): Row => [name, { ...figures, expenditure: "1", "adjusted-budget": "3", rate: "33.33" }]);
  expect(compare(TEXT, tableOf(others)).checks).toEqual([]);
});

test("original and adjusted budgets are not compared with each other where both are known", () => {
  const both = LINES.map(([name, figures]): Row => [name, { ...figures, "original-budget": "1" }]);
  expect(found(compare(TEXT, tableOf(both)))).toEqual([]);
});

test("a table in another unit, or in one it does not say, is compared all the same", () => {
  const inYuan = LINES.map(([name, figures]): Row => [name, { expenditure: new Decimal(figures.expenditure ?? 0).times(10000).toFixed(), "adjusted-budget": new Decimal(figures["adjusted-budget"] ?? 0).times(10000).toFixed() }]);
  expect(found(compare(TEXT, tableOf(inYuan, { unit: "元" })))).toEqual([]);
  const { told } = compare(TEXT, tableOf(inYuan, { unit: null }));
  expect(told.map(({ unit, matches }) => [unit, matches.length])).toEqual([["元", 3]]);
});

test("a table more exact than the text agrees with it, and the other way round", () => {
  const exact = LINES.map(([name, figures]): Row => [name, { ...figures, expenditure: `${figures.expenditure ?? 0}${name === "人大事务" ? "49" : ""}` }]);
  expect(found(compare(TEXT, tableOf(exact)))).toEqual([]);
  expect(found(compare(TEXT.replace("71.16万元", "711649元"), tableOf(LINES)))).toEqual([]);
  expect(found(compare(TEXT.replace("71.16万元", "711651元"), tableOf(LINES)))).toEqual(["error line 人大事务 71.16 711651"]);
});

test("项目 may be added to a name or left out", () => {
  const text = TEXT.replace("人大事务", "人大事务项目");
  expect(found(compare(text, tableOf(LINES)))).toEqual([]);
  expect(compare(text, tableOf(LINES)).told[0]?.matches[0]?.how).toBe("name");
});

test("of two lines of one name the one with the figures is meant; where neither has them none is", () => {
  const twice: readonly Row[] = [...LINES, ["人大事务", { expenditure: "5", "adjusted-budget": "6", rate: "83.33" }]];
  expect(found(compare(TEXT, tableOf(twice))).filter((line) => line.includes("error"))).toEqual([]);
  expect(found(compare(TEXT.replace("71.16", "71.26"), tableOf(twice))).filter((line) => line.includes("error"))).toEqual([]);
});

test("a line under another name is proposed if it alone has the amounts", () => {
  const text = TEXT.replace("财政事务", "财政管理");
  expect(compare(text, tableOf(LINES)).lines.map(({ how, statement, lines }) => [how, statement.subject.text, lines.map(({ name }) => name)])).toEqual([["renamed", "财政管理", ["财政事务"]]]);
  const twins: readonly Row[] = [...LINES, ["其他事务", { expenditure: "82.24", "adjusted-budget": "96.46", rate: "85.26" }]];
  expect(compare(text, tableOf(twins)).lines).toEqual([]);
});

describe("sums", () => {
  const rows: readonly Row[] = [...LINES, ["公安", { "adjusted-budget": "18.88" }], ["司法", { "adjusted-budget": "57.57" }], ["文化", { "adjusted-budget": "399.56" }], ["体育", { "adjusted-budget": "14.8" }]];
  const text = (culture: string): string => `${TEXT}\n公共安全全部预算76.45万元。\n文化全部预算${culture}万元。`;
  test("of adjacent rows are proposed, and a wider scope under a line's own name is no error", () => {
    const comparison = compare(text("414.36"), tableOf(rows));
    expect(comparison.lines.map(({ how, statement, lines }) => [how, statement.subject.text, lines.map(({ name }) => name)])).toEqual([["sum", "公共安全", ["公安", "司法"]], ["sum", "文化", ["文化", "体育"]]]);
    expect(found(comparison)).toEqual([]);
  });
  test("that come to something else leave the line wrong", () => {
    expect(found(compare(text("414.46"), tableOf(rows)))).toEqual(["error line 文化 399.56 414.46", "warning uncovered-line 体育 14.8 -"]);
  });
  test("of rows that are not adjacent are none", () => {
    const apart: readonly Row[] = [...LINES, ["公安", { "adjusted-budget": "18.88" }], ["其他", { "adjusted-budget": "1" }], ["司法", { "adjusted-budget": "57.57" }]];
    expect(compare(`${TEXT}\n公共安全全部预算76.45万元。`, tableOf(apart)).lines).toEqual([]);
  });
  test("that two runs come to are none", () => {
    const two: readonly Row[] = [...LINES, ["甲", { "adjusted-budget": "1" }], ["乙", { "adjusted-budget": "2" }], ["丙", { "adjusted-budget": "1" }]];
    expect(compare(`${TEXT}\n公共安全全部预算3万元。`, tableOf(two)).lines).toEqual([]);
  });
});

describe("lines left out", () => {
  const rows: readonly Row[] = [...LINES, ["群众团体", { "adjusted-budget": "4" }], ["贴息", { "adjusted-budget": "0.11" }], ["空行", { "adjusted-budget": "0" }]];
  test("are said where the text tells nearly all of the table", () => {
    expect(found(compare(`${TEXT}\n群众团体全部预算4万元。`, tableOf(rows)))).toEqual(["warning uncovered-line 贴息 0.11 -"]);
  });
  test("are said of a list after 其中, too", () => {
    const list = "部门支出177.51万元。其中：人大事务支出71.16万元；政协事务支出0.00万元；财政事务支出82.24万元；群众团体支出4.00万元；统计事务支出20.00万元。";
    const spent: readonly Row[] = [...LINES, ["群众团体", { expenditure: "4" }], ["统计事务", { expenditure: "20" }], ["贴息", { expenditure: "0.11" }]];
    expect(found(compare(list, tableOf(spent)))).toEqual(["warning uncovered-line 贴息 0.11 -"]);
    expect(found(compare(list.replace("82.24", "82.34"), tableOf(spent)))).toEqual(["error line 财政事务 82.24 82.34", "warning uncovered-line 贴息 0.11 -"]);
  });
  test("are the text's choice where it tells less", () => expect(found(compare(TEXT, tableOf(rows)))).toEqual([]));
});

describe("totals", () => {
  const total: Row = ["合计", { expenditure: "153.40", "adjusted-budget": "216.81", rate: "70.75" }];
  const head = (spent: string, rate: string): string => `2016年度部门整体支出${spent}万元，已完成全年预算216.81万元的${rate}%，详细情况如下：\n${TEXT}`;
  test("of a table told line by line are those of its head", () => {
    expect(found(compare(head("153.40", "70.75"), tableOf(LINES, { total })))).toEqual([]);
    expect(found(compare(head("153.50", "70.80"), tableOf(LINES, { total })))).toEqual(["error total 合计 153.4 153.5", "error total 合计 70.75 70.80"]);
  });
  test("of a table printed below are those of the sentence that announces it", () => {
    const text = (spent: string): string => `重点投入民生共计${spent}万元，占全部支出1000万元的15.34%。详见下表：\n\t类别\n\t支出\n\t人大事务\n\t71.16\n\t政协事务\n\t0.00\n\t财政事务\n\t82.24\n\t合计\n\t153.40`;
    const table = tableOf(LINES.map(([name, { expenditure = "0" }]): Row => [name, { expenditure }]), { total: ["合计", { expenditure: "153.40", share: "15.34" }] });
    expect(found(compare(text("153.40"), table))).toEqual([]);
    expect(found(compare(text("163.40"), table))).toEqual(["error total 合计 153.4 163.4"]);
  });
  test("of a table elsewhere are those of the sentence that names it", () => {
    const table = tableOf(LINES, { name: "年初预算表", total: ["总计", { "original-budget": "216.81", basic: "100", project: "116.81" }] });
    const text = "街道的年初预算见表1（年初预算表），年初预算216.81万元。其中：基本支出预算100.00万元，项目支出预算116.91万元。";
    expect(found(compare(text, table))).toEqual(["error total 总计 116.81 116.91"]);
  });
});

describe("changed budgets", () => {
  const text = "1. 甲项目全年预算400.00万元，实际支出81.70万元，完成全年预算20.43%。2016年6月追加预算20万元。\n2. 乙经费全年预算100.00万元，实际支出50.00万元，完成全年预算50.00%。";
  const proposals = (table: KnownTable): readonly (readonly (string | null)[])[] => compare(text, table).adjustments.map(({ name, line, newBudget, newRate }) => [name, line?.name ?? null, newBudget.toFixed(), newRate?.toFixed() ?? null]);
  test("are proposed for the table's line", () => {
    const rows: readonly Row[] = [["甲", { "original-budget": "400", expenditure: "81.7" }], ["乙经费", { "original-budget": "100", expenditure: "50" }]];
    expect(proposals(tableOf(rows))).toEqual([["甲", "甲", "420", "19.45"]]);
  });
  test("are proposed from the text alone where no table has the line", () => {
    expect(proposals(tableOf([]))).toEqual([["甲项目", null, "420", "19.45"]]);
  });
  test("are proposed for the table's line where the text tells no budget", () => {
    const rows: readonly Row[] = [["甲", { "original-budget": "400", expenditure: "81.7" }], ["乙经费", { "original-budget": "100", expenditure: "50" }]];
    const told = (text: string, ...tables: readonly KnownTable[]): readonly string[] => compare(text, ...tables).adjustments.map(({ name, budget, newBudget, newRate }) => [name, budget.toFixed(), newBudget.toFixed(), newRate?.toFixed()].join(" "));
    expect(told("甲项目2016年6月追加预算20万元。", tableOf(rows))).toEqual(["甲 400 420 19.45"]);
    expect(told("1. 乙经费。该项目5月调减预算100000元，实际支出50.00万元。", tableOf(rows))).toEqual(["乙经费 100 90 55.56"]);
    // Not where the table knows the adjusted budget, where no table has the line, or where two tables give it two budgets.
    expect(told("甲项目2016年6月追加预算20万元。", tableOf([["甲", { "original-budget": "400", "adjusted-budget": "420", expenditure: "81.7" }]]))).toEqual([]);
    expect(told("丙项目2016年6月追加预算20万元。", tableOf(rows))).toEqual([]);
    expect(told("甲项目2016年6月追加预算20万元。", tableOf(rows), tableOf([["甲", { "original-budget": "500" }]], { name: "另一表" }))).toEqual([]);
  });
  test("need no proposal where the table has the adjusted budget", () => {
    expect(proposals(tableOf([["甲", { "adjusted-budget": "400", expenditure: "81.7" }], ["乙经费", { "adjusted-budget": "100", expenditure: "50" }]]))).toEqual([]);
  });
});

/** Lines of one project by source of money, below its 小计; and 小计 above its parts with other lines behind them. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";
import { found } from "../../support/checks";
import { recogniseSheet } from "./summary";

const HEAD = ["序号", "项目名称", "资金性质", "年初预算", "调整后预算", "支出数"];
type Row = readonly CellValue[];
const BY_SOURCE: readonly Row[] = [
  [1, "社区养老", "小计", 260, 280, 190], ["", "", "当年财政拨款", 200, 220, 150], ["", "", "上年结转", 60, 60, 40],
  [2, "民族宗教活动", "小计", 90, 90, 33.3], ["", "", "当年财政拨款", 90, 90, 33.3],
  [3, "街巷整治", "小计", 500, 450, 301.5], ["", "", "当年财政拨款", 400, 350, 251.5], ["", "", "上年结转", 100, 100, 50],
];
const TOTAL: Row = ["", "合计", "", 850, 820, 524.8];
const MERGES = ["B2:B4", "B5:B6", "B7:B9"];

const rowsIn = (rows: readonly Row[], merges: readonly string[] = []) =>
  recogniseSheet(sheetOf("项目", [HEAD, ...rows], { merges })).flatMap(({ rows: own }) => own.map(({ kind, name }) => `${kind} ${name}`));

describe("小计 and sources of money beside one project", () => {
  const ONE_EACH = [
    "body 社区养老", "of-which 当年财政拨款", "of-which 上年结转", "body 民族宗教活动", "of-which 当年财政拨款", "body 街巷整治", "of-which 当年财政拨款", "of-which 上年结转", "total 合计",
  ];

  test("are one project, its name merged, printed once or repeated", () => {
    let name: CellValue = "";
    const repeated = BY_SOURCE.map(([n, own, ...rest]): Row => [n ?? "", (name = own === "" ? name : (own ?? "")), ...rest]);
    expect(rowsIn([...BY_SOURCE, TOTAL], MERGES)).toEqual(ONE_EACH);
    expect(rowsIn([...BY_SOURCE, TOTAL])).toEqual(ONE_EACH);
    expect(rowsIn([...repeated, TOTAL])).toEqual(ONE_EACH);
  });

  test("but not where the figures do not say so", () => {
    const others = BY_SOURCE.map((row): Row => (row[2] === "小计" ? row : [...row.slice(0, 5), 1]));
    expect(rowsIn([...others, TOTAL], MERGES).filter((row) => row.startsWith("of-which"))).toEqual([]);
  });
});

describe("小计 above its parts, and others behind them", () => {
  const LINES: readonly Row[] = [["“三公”经费小计", 45.5, 21.13, 24.37], ["其中：因公出国（境）费", 0, 0, 0], ["公务接待费", 2.5, 0.32, 2.18], ["公务用车购置及运行费", 43, 20.81, 22.19], ["会议费", 6, 1.5, 4.5], ["培训费", 8, 3.25, 4.75], ["合计", 59.5, 25.88, 33.62]];
  const sheet = (lines: readonly Row[]) => sheetOf("三公", [["项目", "年初预算", "支出数", "结余"], ...lines]);
  const mismatches = (lines: readonly Row[]) => found("total-mismatch", sheet(lines));

  test("adds up those that come to it", () => {
    expect(mismatches(LINES)).toEqual([]);
    const [{ rows = [] } = {}] = recogniseSheet(sheet(LINES));
    expect(rows[0]).toMatchObject({ kind: "subtotal", through: 4 });
  });

  test("above all lines it is the table's total", () => {
    const kinds = (lines: readonly Row[]) => recogniseSheet(sheet(lines)).flatMap(({ rows }) => rows.map(({ kind }) => kind));
    const ALL: readonly Row[] = [["“三保”支出合计", 50, 37, 13], ["一、保工资", 30, 23, 7], ["1.基本工资", 18, 13.8, 4.2], ["2.津贴补贴", 12, 9.2, 2.8], ["二、保运转", 20, 14, 6]];
    expect(kinds(ALL)).toEqual(["total", "subtotal", "body", "body", "body"]);
    expect(kinds(ALL.map((line, i): Row => (i === 4 ? ["二、保运转", 20, 15, 5] : line)))[0]).toBe("subtotal");
  });

  test("and one that no lines come to is told as before", () => {
    expect(mismatches(LINES.map((line, i): Row => (i === 0 ? ["“三公”经费小计", 46.5, 21.13, 24.37] : line)))).not.toEqual([]);
  });
});

describe("小计 below its parts, and a category of one line without 小计 before them", () => {
  const HEADS = ["支出类型", "项目名称", "年初预算", "调整后预算", "累计支出"];
  const LINES: readonly Row[] = [["人员类", "工资", 1200, 1210, 1000], ["", "社保", 300, 300, 250], ["", "小计", 1500, 1510, 1250], ["公用经费", "日常公用", 250, 245, 190], ["特定目标类", "环境整治", 800, 780, 520], ["", "社区服务", 400, 410, 300], ["", "小计", 1200, 1190, 820], ["合计", "", 2950, 2945, 2260]];
  const MERGED = { merges: ["A2:A4", "A6:A8"] };
  const CALLED: readonly Row[] = [["民生类", "助餐", 100, 100, 70], ["民生类", "助残", 50, 50, 40], ["民生类小计", "", 150, 150, 110], ["党建类", "党员教育", 30, 30, 20], ["城管类", "绿化", 200, 210, 150], ["城管类", "保洁", 300, 290, 230], ["城管类小计", "", 500, 500, 380], ["合计", "", 680, 680, 510]];

  test("adds up its own", () => {
    expect(found("total-mismatch", sheetOf("执行", [HEADS, ...LINES], MERGED))).toEqual([]);
    expect(found("total-mismatch", sheetOf("执行", [HEADS, ...LINES]))).toEqual([]);
    expect(found("total-mismatch", sheetOf("执行", [HEADS, ...CALLED]))).toEqual([]);
  });

  const withWrong = (lines: readonly Row[]): readonly Row[] => lines.map((line, i): Row => (i === 6 ? [...line.slice(0, 4), 999] : line));

  test("and is compared with its own where it is wrong", () => {
    expect(found("total-mismatch", sheetOf("执行", [HEADS, ...withWrong(LINES)], MERGED))).toEqual(["error 执行 E8 820 999"]);
    expect(found("total-mismatch", sheetOf("执行", [HEADS, ...withWrong(CALLED)]))).toEqual(["error 执行 E8 380 999"]);
  });
});

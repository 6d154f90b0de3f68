import type { CellValue, SheetSnapshot } from "../../../../src/workbook/snapshot";
import { checkSnapshot, found, findings } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const table = (name: string, rows: CellValue[][], header: CellValue[] = ["项目名称", "全年预算"], unit = "万元") => sheetOf(name, [[`单位：${unit}`], header, ...rows]);
const lines: CellValue[][] = [["公安", 18.88], ["司法", 57.57], ["教育", 48], ["文化", 399.56], ["体育", 14.8], ["住房", 660.48]];
const total = 1199.29;

function kinds(...sheets: readonly SheetSnapshot[]): string[] {
  return checkSnapshot(snapshotOf(...sheets)).reconciliations.filter(({ kind }) => kind !== "total").map(({ kind, outcome, left, right }) => `${kind} ${outcome} ${left.label} ${left.figure} = ${right.label} ${right.figure}`);
}

test("the same lines agree, whatever their order, and so do the totals", () => {
  const [a, b] = [table("一", [...lines, ["合计", total]]), table("二", [...[...lines].reverse(), ["总计", total]])];
  expect(found("cross-table", [a, b])).toEqual([]);
  expect(kinds(a, b)).toEqual([
    "same-line passed 住房 660.48 = 住房 660.48", "same-line passed 体育 14.8 = 体育 14.8", "same-line passed 文化 399.56 = 文化 399.56",
    "same-line passed 教育 48 = 教育 48", "same-line passed 司法 57.57 = 司法 57.57", "same-line passed 公安 18.88 = 公安 18.88",
    "same-total passed 总计 1199.29 = 合计 1199.29",
  ]);
});

test("one line that differs is an error, by a cent a warning; the total is compared as well", () => {
  const other = lines.map(([name, amount]) => [name ?? "", name === "文化" ? 399.65 : name === "司法" ? 57.58 : (amount ?? "")]);
  expect(found("cross-table", [table("一", [...lines, ["合计", total]]), table("二", [...other, ["合计", 1199.39]])])).toEqual(["warning 二 B4 57.57 57.58", "error 二 B6 399.56 399.65", "error 二 B9 1199.29 1199.39"]);
});

test("元 and 万元: equal up to what printing lost", () => {
  const yuan = lines.map(([name, amount]) => [name ?? "", Math.round(Number(amount) * 10_000) + 12]);
  expect(found("cross-table", [table("一", yuan, undefined, "元"), table("二", lines)])).toEqual([]);
  const wrong = yuan.map(([name, amount]) => [name ?? "", name === "文化" ? 3_996_500 : (amount ?? "")]);
  expect(found("cross-table", [table("一", wrong, undefined, "元"), table("二", lines)])).toEqual(["error 二 B6 399.65 399.56"]);
});

test("sums of adjacent rows and single renamed rows are proposals, not errors", () => {
  const grouped: CellValue[][] = [["公共安全", 76.45], ["教育", 48], ["文化", 414.36], ["住房", 660.48], ["合计", total]];
  const sheets = [table("一", [...lines, ["合计", total]]), table("二", grouped)];
  expect(found("cross-table", sheets)).toEqual(["info 二 B3 76.45 76.45", "info 二 B5 414.36 414.36"]);
  expect(findings("cross-table", sheets).map(({ values }) => [values["relation"], values["otherName"]])).toEqual([["adjacent", "公安 + 司法"], ["adjacent", "文化 + 体育"]]);
  const renamed = lines.map(([name, amount]) => [name === "教育" ? "教育支出" : (name ?? ""), amount ?? ""]);
  expect(findings("cross-table", [table("一", [...lines]), table("二", renamed)]).map(({ severity, values }) => [severity, values["relation"], values["otherName"]])).toEqual([["info", "renamed", "教育"]]);
});

test("rows that are not adjacent are no proposal", () => {
  const grouped: CellValue[][] = [["教育", 48], ["公安和体育", 33.68], ["住房", 660.48], ["文化", 399.56], ["司法", 57.57]];
  expect(findings("cross-table", [table("一", lines), table("二", grouped)]).map(({ values }) => values["relation"])).not.toContain("adjacent");
});

test("a line that the other table lacks: a warning where the totals agree all the same", () => {
  const without = lines.filter(([name]) => name !== "体育");
  expect(found("cross-table", [table("一", [...lines, ["合计", total]]), table("二", [...without, ["合计", total]])])).toEqual(["warning 一 B7 - 14.8"]);
});

test("a line that one table alone has explains by how much their totals differ, and nothing else does", () => {
  const less = lines.filter(([name]) => name !== "体育");
  const all = table("一", [...lines, ["合计", total]]);
  expect(found("cross-table", [all, table("二", [...less, ["合计", 1184.49]])])).toEqual(["info 一 B7 - 14.8"]);
  expect(found("cross-table", [all, table("二", [...less, ["合计", 1184.94]])])).toEqual(["info 一 B7 - 14.8", "warning 二 B8 1199.29 1184.94"]);
});

test("a selection of lines is compared line by line, not in total", () => {
  expect(found("cross-table", [table("一", [...lines, ["合计", total]]), table("二", [["住房", 660.48], ["文化", 399.56], ["合计", 1060.04]])])).toEqual([]);
});

test("grouped by function, by its name or by its code", () => {
  const projects = table("项目", [
    ["P1", "餐费", "2080208", "基层政权", 225.32], ["P2", "补助", "2080208", "基层政权", 281.51], ["P3", "低保", "2100509", "医疗救助", 220], ["P4", "物业", "2010399", "政府办", 210.27],
  ], ["项目代码", "项目名称", "功能代码", "功能分类", "全年预算"]);
  const byName = table("分类", [["基层政权", 506.83], ["医疗救助", 220], ["政府办", 210.28]], ["功能分类", "全年预算"]);
  expect(found("cross-table", [projects, byName])).toEqual(["warning 分类 B5 210.27 210.28"]);
  const byCode = table("类", [["208", "社会保障", 506.83], ["210", "医疗卫生", 221], ["201", "公共服务", 210.27]], ["功能科目编码", "功能分类", "全年预算"]);
  expect(found("cross-table", [projects, byCode])).toEqual(["error 类 C4 220 221"]);
});

test("different scopes under one name relate nothing", () => {
  const projects = table("项目", [["文化", 120], ["其他", 30], ["住房", 660.48]]);
  expect(found("cross-table", [table("一", lines), projects])).toEqual([]);
  expect(kinds(table("一", lines), projects)).toEqual([]);
});

test("one figure agrees by chance, and three that agree do not outweigh two that do not", () => {
  expect(kinds(table("一", lines), table("项目", [["住房", 660.48], ["物业", 12.5], ["食堂", 30]]))).toEqual([]);
  expect(kinds(table("一", lines), table("项目", [["住房", 660.48], ["教育", 48], ["体育", 14.8], ["文化", 120], ["公安", 5]]))).toEqual([]);
});

test("a differing line is a warning where the tables are not of the same lines", () => {
  expect(found("cross-table", [table("一", lines), table("二", [...lines.slice(0, 5), ["住房", 650]].slice(1))])).toEqual(["info 一 B3 - 18.88", "warning 二 B7 660.48 650"]);
});

test("other columns are other meanings: original and adjusted, and expenditure up to another day", () => {
  expect(kinds(table("一", lines, ["项目名称", "年初预算"]), table("二", lines, ["项目名称", "调整后预算"]))).toEqual([]);
  expect(kinds(table("一", lines, ["项目名称", "截止2016年6月30日支出"]), table("二", lines, ["项目名称", "截止2016年12月31日支出"]))).toEqual([]);
  expect(kinds(table("一", lines, ["项目名称", "截止2016年6月30日支出"]), table("二", lines, ["项目名称", "截止2016年6月30日支出"]))).toHaveLength(6);
});

test("sheets of different months or years are not compared, though most lines are the same", () => {
  const later = lines.map(([name, amount]) => [name ?? "", name === "文化" ? 420 : (amount ?? "")]);
  expect(kinds(table("11月", lines, ["项目名称", "支出"]), table("12月", later, ["项目名称", "支出"]))).toEqual([]);
  expect(kinds(table("2015年预算", lines), table("2016年预算", later))).toEqual([]);
  expect(found("cross-table", [table("2016年预算", lines), table("2016年批复", later)])).toEqual(["error 2016年批复 B6 399.56 420"]);
});

test("lines whose name stands twice are not compared", () => {
  const twice: CellValue[][] = [...lines, ["环境卫生", 237.35], ["环境卫生", 2525.09]];
  expect(found("cross-table", [table("一", twice), table("二", [...lines, ["环境卫生", 2525.09]])])).toEqual([]);
});

test("of a long table the lines that agree are kept as one, and the one that differs is found", () => {
  const long = Array.from({ length: 6_000 }, (_, i): CellValue[] => [`项目甲${i}`, 100 + i / 100]);
  const other = long.map(([name, amount], i) => [name ?? "", i === 3_210 ? 1 : (amount ?? "")]);
  expect(found("cross-table", [table("一", long), table("二", other)])).toEqual(["error 二 B3213 132.1 1"]);
  const { reconciliations } = checkSnapshot(snapshotOf(table("一", long), table("二", other)));
  expect(reconciliations.map(({ kind, lines: count, outcome }) => [kind, count, outcome])).toEqual([["same-line", 5_999, "passed"], ["same-line", 1, "failed"]]);
});

test.each([["截至2016年12月31日预算执行情况表", "2016年预算执行情况表"], ["2016年1-12月执行表", "2016年度执行表"], ["Budget as of December 31, 2016", "Budget 2016"], ["截至2016年12月底执行表", "2016年执行表"]])("the end of a year is the year: %s and %s are compared", (title, other) => {
  const titled = (name: string, text: string, rows: CellValue[][]) => sheetOf(name, [[text], ["单位：万元"], ["项目名称", "全年预算"], ...rows]);
  const wrong = lines.map(([name, amount]) => [name ?? "", name === "文化" ? 399.65 : (amount ?? "")]);
  expect(found("cross-table", [titled("一", title, lines), titled("二", other, wrong)])).toEqual(["error 二 B7 399.56 399.65"]);
});

test("a month of December alone, and another year, stay other periods", () => {
  const wrong = lines.map(([name, amount]) => [name ?? "", name === "文化" ? 399.65 : (amount ?? "")]);
  expect(found("cross-table", [table("2016年12月", lines), table("2016年", wrong)])).toEqual([]);
  expect(found("cross-table", [table("截至2015年12月31日", lines), table("2016年", wrong)])).toEqual([]);
});

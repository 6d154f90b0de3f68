/** 基本支出 and 项目支出 in tables of their own. */

import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";

type Cells = readonly (readonly CellValue[])[];

const HEAD = ["年初预算", "调整后预算", "累计支出"];
const BASIC: Cells = [["经济科目", ...HEAD], ["工资福利支出", 1500, 1520, 1130], ["商品和服务支出", 400, 395, 280.5], ["合计", 1900, 1915, 1410.5]];
const PROJECTS: Cells = [["项目名称", ...HEAD], ["道路维护", 800, 820, 600], ["文体活动", 120, 100, 44.4], ["应急储备", 60, 60, 0], ["合计", 980, 980, 644.4]];
const CLASSES: Cells = [["科目编码", "科目名称", ...HEAD], ["201", "一般公共服务支出", 600, 620, 400], ["212", "城乡社区支出", 380, 360, 244.4], ["", "合计", 980, 980, 644.4]];

const titled = (title: string, cells: Cells): Cells => [[title], ["截至2025年9月30日", "", "", "单位：万元"], ...cells];
const basic = sheetOf("基本支出", titled("展览路街道2025年基本支出预算执行情况表", BASIC));
const projects = sheetOf("项目支出", titled("展览路街道2025年项目支出预算执行情况表", PROJECTS));
const classes = sheetOf("项目支出", titled("展览路街道2025年项目支出预算执行情况表", CLASSES));
const stacked = (...last: Cells): SheetSnapshot => sheetOf("执行", [["展览路街道2025年预算执行表（截至9月30日）"], ["表一：基本支出执行情况", "", "", "单位：万元"], ...BASIC, [], ["表二：项目支出执行情况", "", "", "单位：万元"], ...PROJECTS, ...last]);

const keyOf = (...sheets: readonly SheetSnapshot[]): readonly (readonly string[])[] =>
  columnsOf(tableIn(summarise(snapshotOf(...sheets)), "key"), "item", "total", "basic", "project").filter(([item]) => ["年初预算", "调整后预算", "支出", "执行率（调整后预算）"].includes(item ?? ""));

const WHOLE = [["年初预算", "2880", "1900", "980"], ["调整后预算", "2895", "1915", "980"], ["支出", "2054.9", "1410.5", "644.4"]];

describe("the unit has the sum of both", () => {
  test.each([
    ["on sheets of their own", [basic, projects]],
    ["the projects first", [projects, basic]],
    ["one under the other", [stacked()]],
    ["one under the other, with the total of both", [stacked(["总计", 2880, 2895, 2054.9])]],
    ["the projects by functional class", [basic, classes]],
  ] as const)("%s", (_, sheets) => {
    expect(keyOf(...sheets).slice(0, 3)).toEqual(WHOLE);
  });

  test.each([["on sheets of their own", [basic, projects]], ["with the total of both", [stacked(["总计", 2880, 2895, 2054.9])]]] as const)("and its projects come to 项目支出: %s", (_, sheets) => {
    const summary = summarise(snapshotOf(...sheets));
    expect(columnsOf(tableIn(summary, "projects"), "name", "original", "adjusted", "spent").at(-1)).toEqual(["合计", "980", "980", "644.4"]);
    expect(columnsOf(tableIn(summary, "coverage"), "value")).toEqual([["3"], ["980"], ["980"], ["1"]]);
    expect(notesIn(summary).filter((note) => note.includes("相差"))).toEqual([]);
  });
});

describe("one of them is never the whole", () => {
  test("which is said where there is no other, or none of its form", () => {
    const tracked = sheetOf("项目", titled("2025年重点项目支出情况表", PROJECTS));
    for (const sheets of [[basic], [basic, tracked]]) {
      const { facts } = summarise(snapshotOf(...sheets));
      expect(facts).toMatchObject({ without: "项目支出", notCounted: ["“展览路街道2025年基本支出预算执行情况表”只列出一部分支出，工作簿里没有同样的项目支出表：单位整体的数不明，下面的数都不含项目支出。"] });
    }
    expect(summarise(snapshotOf(classes)).facts.without).toBe("基本支出");
  });

  test("but where a table tells both, that is it", () => {
    const whole = sheetOf("总表", titled("展览路街道2025年预算执行情况表", [["支出类别", ...HEAD], ["基本支出", 1900, 1915, 1410.5], ["项目支出", 980, 980, 644.4], ["合计", 2880, 2895, 2054.9]]));
    for (const sheets of [[whole, basic, projects], [basic, projects, whole]]) {
      expect(keyOf(...sheets).slice(0, 3)).toEqual(WHOLE);
      expect(summarise(snapshotOf(...sheets)).facts.without).toBeUndefined();
    }
  });
});

describe("a table of the whole that does not divide it", () => {
  const byClass = sheetOf("部门", titled("展览路街道2025年部门预算执行情况表", [["功能分类", ...HEAD], ["一般公共服务支出", 1500, 1515, 1110.5], ["城乡社区支出", 1380, 1380, 944.4], ["合计", 2880, 2895, 2054.9]]));
  const KINDS = [["支出类别", ...HEAD], ["基本支出", 1900, 1915, 1410.5], ["项目支出", 980, 980, 644.4], ["合计", 2880, 2895, 2054.9]];
  const kinds = sheetOf("基本项目", titled("展览路街道2025年基本支出和项目支出执行情况表", KINDS));
  const tracked = sheetOf("重点项目", titled("展览路街道2025年重点项目执行情况表", [["项目名称", ...HEAD], ["道路维护", 400, 420, 300], ["文体活动", 90, 70, 44.4], ["合计", 490, 490, 344.4]]));

  test.each([["another that comes to the same", [byClass, kinds]], ["two of one part each", [byClass, basic, projects]]] as const)("is divided by %s", (_, sheets) => {
    expect(keyOf(...sheets).slice(0, 3)).toEqual(WHOLE);
  });

  test("and then what is tracked is measured by it", () => {
    const summary = summarise(snapshotOf(byClass, kinds, tracked));
    expect(columnsOf(tableIn(summary, "coverage"), "value")).toEqual([["2"], ["490"], ["980"], ["0.5"]]);
  });

  test("but not by one that comes to something else", () => {
    const other = sheetOf("基本项目", titled("展览路街道2025年基本支出和项目支出执行情况表", KINDS.map((row, i) => (i === 1 || i === 3 ? row.map((cell) => (typeof cell === "number" ? cell - 1 : cell)) : row))));
    expect(keyOf(byClass, other).map(([, , ofBasic, ofProject]) => [ofBasic, ofProject])).toEqual([["", ""], ["", ""], ["", ""]]);
  });
});

test("其中：基本支出 and 项目支出 below the total tell its parts, and are no classes of the whole", () => {
  const [head = [], ...kinds] = [["科目名称", ...HEAD], ["其中：基本支出", 1900, 1915, 1410.5], ["项目支出", 980, 980, 644.4]] as const;
  const sheet = sheetOf("部门", titled("展览路街道2025年部门预算执行情况表", [[...head], ["一般公共服务支出", 1500, 1515, 1110.5], ["城乡社区支出", 1380, 1380, 944.4], ["合计", 2880, 2895, 2054.9], ...kinds.map((cells) => [...cells])]));
  const summary = summarise(snapshotOf(sheet));
  expect(keyOf(sheet).slice(0, 3)).toEqual(WHOLE);
  for (const id of ["budget", "execution"]) expect(columnsOf(tableIn(summary, id), "name").flat()).toEqual(["一般公共服务支出", "城乡社区支出", "合计"]);
  expect(notesIn(summary).filter((note) => note.includes("相差"))).toEqual([]);
});

test.each<[string, Cells]>([
  ["其中 that are not all of it", [["其中：“三公”经费", 40, 40, 20], ["政府采购", 300, 310, 200]]],
  ["what was spent last year", [["附：上年同期支出", "", "", 2100]]],
])("below the total of a whole, %s, is none of its classes", (_, below) => {
  const lines: Cells = [["一般公共服务支出", 1500, 1515, 1110.5], ["城乡社区支出", 1380, 1380, 944.4], ["合计", 2880, 2895, 2054.9], ...below];
  const summary = summarise(snapshotOf(sheetOf("部门", titled("展览路街道2025年部门预算执行情况表", [["科目名称", ...HEAD], ...lines]))));
  for (const id of ["budget", "execution"]) expect(columnsOf(tableIn(summary, id), "name").flat()).toEqual(["一般公共服务支出", "城乡社区支出", "合计"]);
  expect(notesIn(summary).filter((note) => note.includes("相差"))).toEqual([]);
});

test("a project below the total of a list stays one", () => {
  const lines: Cells = [["道路维护", 800, 820, 600], ["文体活动", 120, 100, 44.4], ["合计", 920, 920, 644.4], ["应急储备", 60, 60, 12]];
  const summary = summarise(snapshotOf(sheetOf("项目", titled("展览路街道2025年重点项目执行情况表", [["项目名称", ...HEAD], ...lines]))));
  expect(columnsOf(tableIn(summary, "projects"), "name").flat()).toContain("应急储备");
});

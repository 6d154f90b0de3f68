/** Several tables of one form: one a date, or one a fund. */

import { buildReport } from "../../../src/pipeline/export/report/build";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";

type Line = readonly [code: string, name: string, original: number, adjusted: number, spent: number];

function table(title: string, date: string, lines: readonly Line[]): (readonly CellValue[])[] {
  const sum = (at: 2 | 3 | 4): number => lines.reduce((total, line) => total + line[at], 0);
  return [[title], ["单位：万元", "", "", "", date], ["科目编码", "科目名称", "年初预算", "调整后预算", "支出"], ...lines, ["", "合计", sum(2), sum(3), sum(4)]];
}

const keyOf = (...sheets: SheetSnapshot[]): readonly (string | undefined)[] => {
  const rows = columnsOf(tableIn(summarise(snapshotOf(...sheets)), "key"), "item", "total");
  return ["年初预算", "调整后预算", "支出"].map((item) => rows.find(([name]) => name === item)?.[1]);
};

function sentencesOf(...sheets: SheetSnapshot[]): string[] {
  const { blocks } = buildReport({ summary: summarise(snapshotOf(...sheets)), findings: [], describe: () => ({ what: "", remedy: "" }) });
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

describe("one sheet a month, each with all that was spent so far", () => {
  const month = (m: number, name = `${m}月`) => sheetOf(name, table("2025年一般公共预算支出执行情况表", `截至2025年${m}月${m === 2 ? 28 : 31}日`, [["201", "一般公共服务支出", 500, 520, 40 * m], ["208", "社会保障和就业支出", 300, 300, 22 * m]]));

  test("the latest counts, with its date, and the others are named", () => {
    const summary = summarise(snapshotOf(month(1), month(3), month(2)));
    expect(keyOf(month(1), month(3), month(2))).toEqual(["800", "820", "186"]);
    expect(summary.facts).toMatchObject({ cutOff: "2025-03-31", year: 2025 });
    expect(columnsOf(tableIn(summary, "key"), "item", "total").find(([item]) => item?.startsWith("序时进度"))?.[1]).toBe("0.25");
    expect(notesIn(summary).filter((note) => note.includes("没有计入"))).toEqual(["同一张表有几个日期，这里取“3月”（截至2025-03-31）；没有计入：“1月”（截至2025-01-31）、“2月”（截至2025-02-28）。"]);
    expect(summary.facts.notCounted).toHaveLength(1);
  });

  test("up to the date that somebody chose", () => {
    const summary = summarise(snapshotOf(month(1), month(2), month(3)), { choices: { cutOff: { year: 2025, month: 2, day: 28 } } });
    expect(columnsOf(tableIn(summary, "key"), "item", "total").find(([item]) => item === "支出")?.[1]).toBe("124");
  });

  test("where only the tabs tell the month", () => {
    const undated = (m: number) => sheetOf(`${m}月`, table("2025年支出执行情况表", "", [["201", "一般公共服务支出", 500, 520, 40 * m], ["208", "社会保障和就业支出", 300, 300, 22 * m]]));
    expect(keyOf(undated(9), undated(10), undated(11))).toEqual(["800", "820", "682"]);
  });

  test("of several years the last, though the one before had more", () => {
    const year = (y: number, spent: number) => sheetOf(`${y}年`, table(`${y}年一般公共预算支出执行情况表`, `截至${y}年12月31日`, [["201", "一般公共服务支出", spent, spent, spent], ["208", "社会保障和就业支出", 300, 300, 280]]));
    const summary = summarise(snapshotOf(year(2024, 900), year(2025, 400)));
    expect(summary.facts).toMatchObject({ cutOff: "2025-12-31", year: 2025 });
    expect(keyOf(year(2024, 900), year(2025, 400))).toEqual(["700", "700", "680"]);
  });

  test("projects, too", () => {
    const projects = (m: number) => sheetOf(`${m}月`, [[`2025年项目支出执行情况表`], ["单位：万元", "", "", `截至2025年${m}月30日`], ["项目名称", "年初预算", "调整后预算", "支出"], ["设备购置", 100, 110, 10 * m], ["房屋修缮", 50, 50, 4 * m], ["合计", 150, 160, 14 * m]]);
    const summary = summarise(snapshotOf(projects(4), projects(6)));
    expect(columnsOf(tableIn(summary, "projects"), "name", "spent").slice(0, 2)).toEqual([["设备购置", "60"], ["房屋修缮", "24"]]);
    expect(summary.facts.cutOff).toBe("2025-06-30");
  });

  test("a table of a part that is younger is not taken for the whole", () => {
    const part = sheetOf("项目支出", table("2025年项目支出情况表（按科目）", "截至2025年6月30日", [["201", "一般公共服务支出", 50, 60, 30], ["208", "社会保障和就业支出", 20, 20, 10]]));
    expect(keyOf(month(3), part)).toEqual(["800", "820", "186"]);
  });
});

describe("one table a fund", () => {
  const GENERAL: readonly Line[] = [["201", "一般公共服务支出", 500, 520, 400], ["208", "社会保障和就业支出", 300, 300, 200]];
  const FUND: readonly Line[] = [["212", "城乡社区支出", 100, 150, 80], ["229", "其他支出", 20, 20, 5]];
  const general = sheetOf("一般公共预算", table("2025年一般公共预算支出执行情况表", "截至2025年9月30日", GENERAL));
  const fund = sheetOf("政府性基金", table("2025年政府性基金预算支出执行情况表", "截至2025年9月30日", FUND));

  test("the unit has the sum of both, line by line", () => {
    const summary = summarise(snapshotOf(general, fund));
    expect(keyOf(general, fund)).toEqual(["920", "990", "685"]);
    expect(columnsOf(tableIn(summary, "execution"), "code", "budget", "spent", "rate", "status")).toEqual([
      ["201", "520", "400", "0.7692", "正常"], ["208", "300", "200", "0.6667", "正常"], ["212", "150", "80", "0.5333", "严重滞后"], ["229", "20", "5", "0.25", "严重滞后"], ["", "990", "685", "0.6919", "正常"],
    ]);
    expect(notesIn(summary)).toContain("单位整体的数是“一般公共预算”、“政府性基金”的合计。");
  });

  test("a table of both tells it itself", () => {
    const both = sheetOf("支出总表", table("2025年部门支出总表执行情况", "截至2025年9月30日", [...GENERAL, ...FUND]));
    for (const sheets of [[both, general, fund], [general, fund, both]]) {
      expect(keyOf(...sheets)).toEqual(["920", "990", "685"]);
      expect(notesIn(summarise(snapshotOf(...sheets))).filter((note) => /合计。|没有计入/u.test(note))).toEqual([]);
    }
  });

  test("what no title tells to be other money is not added, and is named", () => {
    const other = sheetOf("城建", table("2025年城市建设支出执行情况表", "截至2025年9月30日", FUND));
    expect(keyOf(general, other)).toEqual(["800", "820", "600"]);
    expect(summarise(snapshotOf(general, other)).facts.notCounted).toEqual(["单位整体的数取自“一般公共预算”；没有计入：“城建”。如果它们也是单位整体的一部分，请合并后重新计算。"]);
  });

  test("nor what stands beside it on its sheet: neither a table of its own nor columns of the same", () => {
    const [caption, lines] = [[["2024年社区公益金与党群经费执行"], ["单位：元"]], [["甲社区", 100, 80], ["乙社区", 60, 50]] as const];
    const twice = (...gap: readonly ""[]) => lines.map(([name, budget, spent]) => [name, budget, spent, ...gap, ...(gap.length > 0 ? [name] : []), budget * 2, spent * 2]);
    const apart = sheetOf("表", [...caption, ["社区", "公益金预算", "公益金支出", "", "社区", "党群经费预算", "党群经费支出"], ...twice("")]);
    expect(summarise(snapshotOf(apart)).facts.notCounted).toEqual(["单位整体的数取自“党群经费支出”；没有计入：“公益金支出”。如果它们也是单位整体的一部分，请合并后重新计算。"]);
    const inOne = sheetOf("表", [...caption, ["社区", "公益金", "", "", "党群经费", "", ""], ["", "预算", "支出", "执行率", "预算", "支出", "执行率"], ...lines.map(([name, budget, spent]) => [name, budget, spent, "", budget * 2, spent * 2, ""])], { merges: ["A3:A4", "B3:D3", "E3:G3"] });
    expect(notesIn(summarise(snapshotOf(inOne))).filter((note) => note.includes("没有计入"))).toEqual(["“表”里只计入了“公益金 支出”，没有计入：党群经费 支出。"]);
  });

  test("the report's sentences say what they are told without", () => {
    const own = sheetOf("局机关", table("2025年支出执行情况表", "截至2025年9月30日", GENERAL));
    const other = sheetOf("二级单位", table("2025年支出执行情况表", "截至2025年9月30日", FUND));
    const said = sentencesOf(own, other);
    expect(said).toContain("本单位（不含“二级单位”）年初预算800.00万元。");
    expect(said).toContain("截至2025年9月30日，本单位（不含“二级单位”）支出600.00万元，完成调整后预算820.00万元的73.17%。");
    expect(said.filter((text) => /本单位(?!（不含)/u.test(text))).toEqual([]);
    expect(sentencesOf(own).filter((text) => text.includes("不含"))).toEqual([]);
  });

  test("a fund that the first table tells, too, is not counted twice", () => {
    const both = sheetOf("一般公共预算", table("2025年一般公共预算支出执行情况表", "截至2025年9月30日", [...GENERAL, ...FUND]));
    expect(keyOf(both, fund)).toEqual(["920", "990", "685"]);
  });
});

describe("projects of one name in two tables", () => {
  const office = (name: string, lines: readonly (readonly [string, number, number, number])[]) => sheetOf(name, [["2025年项目支出执行情况表（" + name + "）"], ["单位：万元"], ["项目名称", "年初预算", "调整后预算", "支出"], ...lines, ["合计", ...[1, 2, 3].map((c) => lines.reduce((sum, line) => sum + Number(line[c]), 0))]]);

  test("are two where each is told with a budget of its own, and their tabs tell them apart", () => {
    const summary = summarise(snapshotOf(office("办公室", [["公车运维", 20, 20, 15], ["印刷", 10, 10, 5]]), office("业务科", [["巡查", 100, 120, 60], ["印刷", 5, 5, 5]])));
    const rows = columnsOf(tableIn(summary, "projects"), "name", "original", "adjusted", "spent");
    expect([...rows].sort().reverse()).toEqual([["合计", "135", "155", "85"], ["公车运维", "20", "20", "15"], ["印刷（业务科）", "5", "5", "5"], ["印刷（办公室）", "10", "10", "5"], ["巡查", "100", "120", "60"]].sort().reverse());
  });

  test("are one where the second table repeats it", () => {
    const summary = summarise(snapshotOf(office("台账", [["公车运维", 20, 20, 15.004], ["印刷", 10.004, 10.004, 5]]), office("摘要", [["印刷", 10, 10, 5]])));
    expect(columnsOf(tableIn(summary, "projects"), "name").map(([name]) => name)).toEqual(["公车运维", "印刷", "合计"]);
  });
});

describe("two organisations, each with a sheet of the same form", () => {
  const LARGE = [["20101", "人大事务", 200, 210, 90], ["20102", "政协事务", 70, 70, 35]] as const;
  const SMALL = [["20101", "人大事务", 100, 110, 50], ["20102", "政协事务", 50, 50, 20]] as const;
  const titled = (name: string, lines: readonly Line[]) => sheetOf(name, table(`${name}2024年预算执行情况表`, "截至2024年6月30日", lines));
  const labelled = (sheet: string, name: string, lines: readonly Line[]) => sheetOf(sheet, [["2024年预算执行情况表"], [`填报单位：${name}`], ...table("", "截至2024年6月30日", lines).slice(1)]);

  test.each([
    ["their titles name them", titled("德胜街道", SMALL), titled("展览路街道", LARGE), "德胜街道"],
    ["the larger one first", titled("展览路街道", LARGE), titled("德胜街道", SMALL), "德胜街道"],
    ["lines above the tables name them", labelled("一", "德胜街道", SMALL), labelled("二", "展览路街道", LARGE), "一"],
  ])("the figures stand under the name of the one they are of, and the other is named: %s", (_, first, second, left) => {
    const { facts } = summarise(snapshotOf(first, second));
    expect(keyOf(first, second)).toEqual(["270", "280", "125"]);
    expect(facts.organisation).toBe("展览路街道");
    expect(facts.notCounted).toHaveLength(1);
    expect(facts.notCounted?.[0]).toContain(`没有计入：“${left}”`);
  });
});

test("事业运行 without a code is of no class: the item stands under many", () => {
  const sheet = sheetOf("表", table("某局2024年支出预算执行情况表", "截至2024年6月30日", [["2050202", "小学教育", 5000, 5200, 2600], ["", "行政运行", 600, 600, 300], ["", "事业运行", 900, 950, 480]]));
  const codes = columnsOf(tableIn(summarise(snapshotOf(sheet)), "budget"), "code", "name").map(([code, name]) => `${code ?? ""} ${name ?? ""}`.trim());
  expect(codes).toEqual(["205 教育支出", "20502 普通教育", "2050202 小学教育", "行政运行", "事业运行", "合计"]);
});

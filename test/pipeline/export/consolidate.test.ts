/** Units' files put together: which are refused, and what the sheet of all of them says. */

import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { createTranslator } from "../../../src/i18n/catalogs";
import { describeProblem } from "../../../src/i18n/describe";
import { consolidationSheets, refusalOf, type UnitFile } from "../../../src/pipeline/export/consolidate";
import type { ExportFacts } from "../../../src/pipeline/export/facts";
import { verifyExport } from "../../../src/pipeline/export/verify";
import { contentsOf, type SheetLayout } from "../../../src/workbook/sheet-layout";
import { FACTS, WORDS } from "./small-export";

const ZH = createTranslator("zh-CN");

function unit(organisation: string, figures: Partial<Record<keyof ExportFacts["figures"], string | null>> = {}, other: Partial<ExportFacts> = {}): UnitFile {
  const own = { original: "100", adjusted: "100", expenditure: "50", errors: "0", warnings: "0", notes: "0", ...figures };
  const decimals = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, value === null ? null : new Decimal(value)])) as ExportFacts["figures"];
  return { file: `${organisation}.xlsx`, facts: { ...FACTS, organisation, figures: decimals, ...other } };
}

/** What is printed: each row's cells, figures as they are held. */
function printed(layout: SheetLayout | undefined): (string | number)[][] {
  if (layout === undefined) throw new Error("a sheet");
  return contentsOf(layout).map((cells) => cells.map((content) => (content.kind === "number" || content.kind === "text" ? content.value : "")));
}

describe("a file is refused by what it is", () => {
  const first = unit("长沟街道");
  const cases: [string, UnitFile, string | null][] = [
    ["another unit of the same period, basis and unit of amounts", unit("新街口街道"), null],
    ["no unit", unit(" "), "文件没有写明填报单位，分不清是谁的"],
    ["a unit that is there already", unit("长沟街道"), "单位“长沟街道”已经有一个文件：长沟街道.xlsx"],
    ["a unit that differs in blanks and full width only", unit("长沟　街道 "), "单位“长沟街道”已经有一个文件：长沟街道.xlsx"],
    ["a unit that is there already, with the words for its office", unit("长沟街道办事处"), "单位“长沟街道办事处”已经有一个文件：长沟街道.xlsx"],
    ["a unit that is there already, with its district", unit("西城区长沟街道"), "单位“西城区长沟街道”已经有一个文件：长沟街道.xlsx"],
    ["a unit whose name merely ends alike", unit("新长沟街道"), null],
    ["another cut-off", unit("新街口街道", {}, { cutOff: "2016-06-30" }), "期间是 2016-06-30，长沟街道.xlsx 的期间是 2016-12-31"],
    ["another year, with no cut-off", unit("新街口街道", {}, { cutOff: null, year: 2015 }), "期间是 2015，长沟街道.xlsx 的期间是 2016-12-31"],
    ["no period at all", unit("新街口街道", {}, { cutOff: null, year: null }), "期间是 —，长沟街道.xlsx 的期间是 2016-12-31"],
    ["rates on another basis", unit("新街口街道", {}, { basis: "original" }), null],
    ["amounts in another unit", unit("新街口街道", {}, { unit: "元" }), "金额单位是 元，长沟街道.xlsx 是 万元"],
  ];
  test.each(cases)("%s", (_, file, said) => {
    const problem = refusalOf(file, [first]);
    expect(problem === null ? null : describeProblem(ZH, problem).what).toBe(said);
    if (problem !== null) expect(problem.values).toMatchObject({ file: file.file });
  });
});

test("units in order of their rates, equal ones sharing a place; what nobody told is not counted", () => {
  const sheets = consolidationSheets([
    unit("甲街道", { original: "200", adjusted: "150", expenditure: "60", errors: "2", warnings: "1" }),
    unit("乙街道", { adjusted: "50", expenditure: "45", notes: "3" }),
    unit("丙街道", { adjusted: "300", expenditure: "120" }),
    unit("丁街道", { adjusted: "0", expenditure: "5" }),
    unit("戊街道", { original: null, adjusted: "200", expenditure: "80" }),
  ], "某区", WORDS);
  const rows = printed(sheets[0]);
  expect(rows.slice(rows.findIndex(([first]) => first === 1))).toEqual([
    [1, "乙街道", 100, 50, 45, 0.9, 0.1452, 0, 0, 3, 1, "乙街道.xlsx"],
    [2, "甲街道", 200, 150, 60, 0.4, 0.1935, 2, 1, 0, 2, "甲街道.xlsx"],
    [3, "丙街道", 100, 300, 120, 0.4, 0.3871, 0, 0, 0, 2, "丙街道.xlsx"],
    [4, "戊街道", "不明", 200, 80, 0.4, 0.2581, 0, 0, 0, 2, "戊街道.xlsx"],
    [5, "丁街道", 100, 0, 5, "无预算", 0.0161, 0, 0, 0, "", "丁街道.xlsx"],
    ["", "合计（5 个单位）", "不明", 700, 310, 0.4429, 1, 2, 1, 3, "", ""],
    Array.from({ length: 12 }, () => ""),
    ["年初预算没有合计：戊街道没有提供。", ...Array.from({ length: 11 }, () => "")],
    [WORDS("merge.note", { basis: "调整后预算", other: "none" }), ...Array.from({ length: 11 }, () => "")],
  ]);
});

test("a unit without an adjusted budget has its rate on the original one, and its basis beside it; all together have none", () => {
  const rows = printed(consolidationSheets([
    unit("甲街道", { original: "200", adjusted: "160", expenditure: "80" }),
    unit("乙街道", { original: "300", adjusted: null, expenditure: "210.24" }, { basis: "original" }),
    unit("丙街道", { original: "100", adjusted: "50", expenditure: "45" }, { basis: "original" }),
  ], "某区", WORDS)[0]);
  const start = rows.findIndex(([first]) => first === 1);
  expect(rows.slice(start, start + 4)).toEqual([
    [1, "丙街道", 100, 50, 45, "调整后预算", 0.9, 0.1342, 0, 0, 0, 1, "丙街道.xlsx"],
    [2, "乙街道", 300, "不明", 210.24, "年初预算", 0.7008, 0.6271, 0, 0, 0, 2, "乙街道.xlsx"],
    [3, "甲街道", 200, 160, 80, "调整后预算", 0.5, 0.2386, 0, 0, 0, 3, "甲街道.xlsx"],
    ["", "合计（3 个单位）", 600, "不明", 335.24, "", "基准不同", 1, 0, 0, 0, "", ""],
  ]);
  expect(rows.flat().filter((cell) => String(cell).includes("没有的按"))).toHaveLength(2);
});

test("where no unit has an adjusted budget, all rates are on the original one", () => {
  const rows = printed(consolidationSheets([unit("甲街道", { original: "200", adjusted: null, expenditure: "80" }, { basis: "original" }), unit("乙街道", { original: "300", adjusted: null, expenditure: "210" }, { basis: "original" })], "某区", WORDS)[0]);
  expect(rows.find(([, name]) => String(name).startsWith("合计"))?.slice(2, 7)).toEqual([500, "不明", 290, 0.58, 1]);
  expect(rows.flat()).toContain("执行率（支出 ÷ 年初预算）");
});

test("every total is the sum of the units, or is none where a unit does not tell", () => {
  const money = fc.option(fc.integer({ min: -1_000_000, max: 100_000_000 }).map((cents) => new Decimal(cents).div(100).toFixed(2)), { nil: null, freq: 12 });
  const files = fc.uniqueArray(fc.record({ name: fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊己庚辛"), minLength: 1, maxLength: 4 }), original: money, adjusted: money, expenditure: money }), { selector: ({ name }) => name, minLength: 1, maxLength: 20 });
  fc.assert(fc.property(files, (units) => {
    const rows = printed(consolidationSheets(units.map(({ name, ...figures }) => unit(name, figures)), "", WORDS)[0]);
    const total = rows.find(([, name]) => String(name).startsWith("合计")) ?? [];
    (["original", "adjusted", "expenditure"] as const).forEach((figure, i) => {
      const told = units.map((one) => one[figure]);
      const sum = told.reduce<bigint | null>((all, value) => (all === null || value === null ? null : all + BigInt(value.replace(".", ""))), 0n);
      expect(total[i + 2]).toBe(sum === null ? "不明" : Number(sum) / 100);
    });
    expect(rows.filter(([, name]) => units.some((one) => one.name === name))).toHaveLength(units.length);
  }), { numRuns: 60 });
});

test("what was put together is sealed as its parts are, and names them", () => {
  const sheets = consolidationSheets([unit("甲街道"), unit("乙街道")], "某区", WORDS);
  const snapshots = sheets.map((layout) => {
    const values = printed(layout);
    return { id: layout.name, name: layout.name, visible: true, protected: false, top: 0, left: 0, values, formulas: values, numberFormats: values.map((cells) => cells.map(() => "General")), merges: [], tables: [], hiddenColumns: [] };
  });
  expect(verifyExport(snapshots)).toMatchObject({ ok: true, value: { organisation: "某区", cutOff: "2016-12-31", sources: ["甲街道 甲街道.xlsx", "乙街道 乙街道.xlsx"] } });
});

test("a unit of which only tracked projects are known stands there as unknown, by name, and nothing is summed without it", () => {
  const none = { original: null, adjusted: null, expenditure: null };
  const projects = { original: new Decimal("720.5"), adjusted: new Decimal("730.5"), expenditure: new Decimal("215.58") };
  const rows = printed(consolidationSheets([
    unit("甲街道", { original: "200", adjusted: null, expenditure: "60" }, { basis: "original" }),
    unit("教育局", none, { projects }),
  ], "某区", WORDS)[0]);
  const from = rows.findIndex(([first]) => first === 1);
  expect(rows.slice(from)).toEqual([
    [1, "甲街道", 200, "不明", 60, 0.3, "不明", 0, 0, 0, 1, "甲街道.xlsx"],
    [2, "教育局", "不明", "不明", "不明", "不明", "不明", 0, 0, 0, "", "教育局.xlsx"],
    ["", "合计（2 个单位）", "不明", "不明", "不明", "不明", "不明", 0, 0, 0, "", ""],
    Array.from({ length: 12 }, () => ""),
    ...["教育局的文件只有跟踪项目，单位整体的预算和支出不明，没有计入。", "年初预算没有合计：教育局没有提供。", "调整后预算没有合计：甲街道、教育局没有提供。", "支出没有合计：教育局没有提供。", WORDS("merge.note", { basis: "年初预算", other: "none" })].map((note) => [note, ...Array.from({ length: 11 }, () => "")]),
  ]);
});

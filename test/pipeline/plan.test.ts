import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { computeExecution } from "../../src/domain/execution/execute";
import { planWriting, type WritePlan } from "../../src/pipeline/plan";
import { prepareWriting } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { formatRange } from "../../src/workbook/address";
import { isCellEdit, type Content, type Edit } from "../../src/workbook/edits";
import { findWritten } from "../../src/pipeline/written";
import type { Outcome } from "../../src/workbook/problem";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf, type SheetOptions } from "../support/snapshots";
import { tableIn, type TableShape } from "../support/tables";

const NOTHING = findWritten(snapshotOf());
const ZH = sheetWords(createTranslator("zh-CN"));

/** Plans for tables written down, so that nothing depends on what recognition makes of them. */
function plan(snapshot: Snapshot, ...shapes: readonly (TableShape & { readonly sheet?: string })[]): Outcome<WritePlan> {
  const computed = shapes.map((shape) => {
    const sheet = snapshot.sheets.find(({ name }) => shape.sheet === undefined || name === shape.sheet) as SheetSnapshot;
    const outcome = computeExecution(tableIn(sheet, shape), sheet, { ...DEFAULT_OPTIONS, cutOff: { year: 2016, month: 12, day: 31 } });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value;
  });
  return planWriting(snapshot, { tables: computed.map(({ table }) => table), executions: computed, earlier: NOTHING }, null, ZH);
}

function planned(outcome: Outcome<WritePlan>): WritePlan {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

function show(content: Content | undefined): string {
  return content === undefined || content.kind === "blank" ? "" : String(content.value);
}

/** What goes where: "E2:E4 a|b|c". */
function contents({ edits }: WritePlan): string[] {
  return edits.flatMap((edit) => (edit.kind === "contents" ? [`${formatRange(edit.range)} ${edit.contents.map(([content]) => show(content)).join("|")}`] : []));
}

/** "copy-look E1:F1 from D1" and the like. */
function looks({ edits }: WritePlan): string[] {
  const cell = (row: number, column: number): string => formatRange({ top: row, bottom: row, left: column, right: column });
  return edits.flatMap((edit: Edit) =>
    edit.kind === "copy-look" ? [`${formatRange(edit.range)} like ${cell(edit.from.row, edit.from.column)}${edit.forTexts === true ? ", for texts" : ""}`] : edit.kind === "number-format" ? [`${formatRange(edit.range)} as ${edit.format}`] : []);
}

const ROWS = [["甲", 100, 50], ["乙", 100, 95], ["合计", 200, 145]] as const;
const SHAPE: TableShape = { header: 1, roles: { A: "name", B: "original-budget", C: "expenditure" }, unit: "万元", kinds: { 4: "total" } };

function simple(extra: readonly string[] = [], options: SheetOptions = {}): Snapshot {
  return snapshotOf(sheetOf("表", [["名称", "预算", "支出", ...extra], ...ROWS], options));
}

test("beside the report's project table: its printed rates stay, ours stand in the next columns", () => {
  const { plan: { edits, tables } } = prepareWriting(sampleSnapshot(), DEFAULT_OPTIONS, ZH);
  const projects = edits.filter((edit) => isCellEdit(edit) && edit.sheetId === "{项目完成情况}");
  expect(projects.filter((edit) => edit.kind === "contents").map((edit) => [formatRange(edit.range), ...edit.contents.map(([content]) => show(content))])).toEqual([
    ["E2", "核算完成比例"],
    ["F2", "状态"],
    ["E3:E28", ..."0.2043 0.3239 0.1955 0 0.8801 0.5904 0.9695 0.6529 0.6081 0.5937 0 0.8457 0.0903 0.6549 0.9277 0.7188 0.9227 0.5359 0.5603 0.6272 1.8433 0.8102 0.9142 0.7768 0.6845 0.5981".split(" ")],
    ["F3:F28", ..."严重滞后 严重滞后 严重滞后 未支出 滞后 严重滞后 正常 严重滞后 严重滞后 严重滞后 未支出 滞后 严重滞后 严重滞后 正常 严重滞后 正常 严重滞后 严重滞后 严重滞后".split(" "), "超支 83.33万元", ..."滞后 正常 严重滞后 严重滞后 严重滞后".split(" ")],
  ]);
  expect(looks({ edits: projects, tables: [], left: [], problems: [] })).toEqual(["E2:F2 like D2", "E3:E28 like D3", "F3:F28 like D3, for texts", "E28 like D28", "F28 like D28, for texts", "E3:E28 as 0.00%"]);
  expect(tables.map(({ execution, rate, status }) => [execution.table.sheetName, formatRange(rate.place.range), rate.isNew, rate.changes, formatRange(status.place.range)])).toEqual([
    ["预算执行", "E3:E26", true, 24, "F3:F26"],
    ["项目完成情况", "E3:E28", true, 26, "F3:F28"],
  ]);
});

test("edits expect what the snapshot holds", () => {
  const { edits } = planned(plan(simple(["执行率"]), { ...SHAPE, roles: { ...SHAPE.roles, D: "rate" } }));
  for (const edit of edits) if (edit.kind === "contents") expect(edit.expected.flat().every(({ kind }) => kind === "blank")).toBe(true);
  expect(edits.at(-1)).toMatchObject({ kind: "stored", expected: null });
});

describe("where it goes", () => {
  test("an empty rate column is filled; the status goes right of the table", () => {
    const result = planned(plan(simple(["执行率"]), { ...SHAPE, roles: { ...SHAPE.roles, D: "rate" } }));
    expect(contents(result)).toEqual(["E1 状态", "D2:D4 0.5|0.95|0.725", "E2:E4 严重滞后|正常|严重滞后"]);
    expect(looks(result)).toEqual(["E1 like D1", "E2:E4 like D2, for texts", "E4 like D4, for texts", "D2:D4 as 0.00%"]);
  });

  test("empty rate and status columns of the table are both filled, wherever they stand", () => {
    const sheet = sheetOf("表", [["名称", "状态", "预算", "执行率", "支出"], ["甲", null, 100, null, 50]]);
    expect(contents(planned(plan(snapshotOf(sheet), { header: 1, roles: { A: "name", B: "status", C: "original-budget", D: "rate", E: "expenditure" }, unit: "万元" })))).toEqual(["D2 0.5", "B2 严重滞后"]);
  });

  test("a rate column with one figure in it is somebody's", () => {
    const sheet = sheetOf("表", [["名称", "预算", "支出", "执行率"], ["甲", 100, 50], ["乙", 100, 95, "95%"]]);
    expect(contents(planned(plan(snapshotOf(sheet), { header: 1, roles: { ...SHAPE.roles, D: "rate" }, unit: "万元" })))).toEqual(["E1 核算完成比例", "F1 状态", "E2:E3 0.5|0.95", "F2:F3 严重滞后|正常"]);
  });

  test("its header that stands there again where a page begins is nobody's figure, and stays", () => {
    const header = ["名称", "预算", "支出", "执行率"];
    const outcome = prepareWriting(snapshotOf(sheetOf("表", [["执行表"], ["单位：万元"], header, ["甲", 100, 50], ["执行表（续）"], ["单位：万元"], header, ["乙", 100, 95], ["合计", 200, 145]])), DEFAULT_OPTIONS, ZH).plan;
    expect(contents(outcome).filter((text) => text.startsWith("D"))).toEqual(["D4 0.5", "D8:D9 0.95|0.725"]);
    // The word as a line's own content is somebody's.
    const filled = prepareWriting(snapshotOf(sheetOf("表", [["单位：万元"], header, ["甲", 100, 50], ["乙", 100, 95, "执行率"]])), DEFAULT_OPTIONS, ZH).plan;
    expect(contents(filled).filter((text) => text.startsWith("D"))).toEqual([]);
  });

  test("a formula that shows nothing is something", () => {
    const sheet = sheetOf("表", [["名称", "预算", "支出", "执行率"], ["甲", 100, 50, ""]], { formulas: { D2: '=IF(B2=0,C2/B2,"")' } });
    expect(contents(planned(plan(snapshotOf(sheet), { header: 1, roles: { ...SHAPE.roles, D: "rate" }, unit: "万元" })))[0]).toBe("E1 核算完成比例");
  });

  test("columns with anything between header and last row are passed over, and so are merges", () => {
    const sheet = sheetOf("表", [["名称", "预算", "支出", null, null, null, null, "批注"], ...ROWS, [null, null, null, null, "下面的"]], { merges: ["F2:F3"] });
    expect(contents(planned(plan(snapshotOf(sheet), { ...SHAPE, last: 4 }))).slice(0, 2)).toEqual(["D1 核算完成比例", "E1 状态"]);
    const crowded = { ...sheet, formulas: sheet.formulas.map((row, i) => row.map((cell, j) => (i === 2 && j === 4 ? "占用" : cell))) };
    expect(contents(planned(plan(snapshotOf(crowded), { ...SHAPE, last: 4 }))).slice(0, 2)).toEqual(["I1 核算完成比例", "J1 状态"]);
  });

  describe("hidden columns beside the table", () => {
    const placed = (options: SheetOptions, last: (string | null)[] = []): string[] => {
      const sheet = sheetOf("表", [["名称", "预算", "支出"], ["甲", 100, 50], last], options);
      const result = planned(plan(snapshotOf(sheet), { header: 1, roles: SHAPE.roles, last: 2, unit: "万元" }));
      return [...contents(result).slice(0, 2), ...result.edits.flatMap((edit) => (edit.kind === "column-widths" ? [`${formatRange(edit.range)} wider`] : []))];
    };
    test.each<[name: string, hidden: string[], expected: string[]]>([
      ["none", [], ["D1 核算完成比例", "E1 状态", "D1:D2 wider", "E1:E2 wider"]],
      ["the next", ["D:D"], ["E1 核算完成比例", "F1 状态", "E1:E2 wider", "F1:F2 wider"]],
      ["the second next", ["E:F"], ["G1 核算完成比例", "H1 状态", "G1:G2 wider", "H1:H2 wider"]],
      ["all to the right, which has to give way", ["D:XFD"], ["D1 核算完成比例", "E1 状态", "D1:D2 wider", "E1:E2 wider"]],
    ])("%s", (_, hidden, expected) => {
      expect(placed({ hidden })).toEqual(expected);
    });
    test("all to the right, one with a note below the table", () => {
      expect(placed({ hidden: ["D:XFD"] }, [null, null, null, "注"])).toEqual(["D1 核算完成比例", "E1 状态", "D1:D2 wider", "E1:E2 wider"]);
    });
    test("an empty rate column that nobody sees stays empty", () => {
      const sheet = sheetOf("表", [["名称", "预算", "支出", "执行率"], ["甲", 100, 50]], { hidden: ["D:D"] });
      expect(contents(planned(plan(snapshotOf(sheet), { header: 1, roles: { ...SHAPE.roles, D: "rate" }, unit: "万元" })))).toEqual(["E1 核算完成比例", "F1 状态", "E2 0.5", "F2 严重滞后"]);
    });
  });

  test("beyond other tables where those stand in the way, with headers that name the table they are away from", () => {
    const sheet = sheetOf("表", [["单位", "预算", "支出", null, "项目", "预算", "支出"], ["甲", 100, 50, null, "乙", 100, 95]]);
    const left: TableShape = { header: 1, roles: SHAPE.roles, unit: "万元" };
    const right: TableShape = { header: 1, roles: { E: "name", F: "original-budget", G: "expenditure" }, unit: "万元" };
    const headers = ["H1 核算完成比例", "I1 状态", "J1 核算完成比例（单位）", "K1 状态（单位）"];
    for (const shapes of [[left, right], [right, left]]) {
      const result = planned(plan(snapshotOf(sheet), ...shapes));
      expect(contents(result).filter((text) => headers.includes(text)).sort()).toEqual(headers);
      expect(result.problems).toEqual([]);
      expect(new Set(contents(result).filter((text) => !headers.includes(text)))).toEqual(new Set(["H2 0.95", "I2 正常", "J2 0.5", "K2 严重滞后"]));
    }
  });

  test("free for the table's whole height, whatever stands beside it further down", () => {
    const sheet = sheetOf("表", [["单位", "预算", "支出"], ["甲", 100, 50], ["乙", 100, 95, null, "项目", "预算", "支出"], ["丙", 100, 91, null, "丁", 100, 20]]);
    const left: TableShape = { header: 1, roles: SHAPE.roles, unit: "万元" };
    const right: TableShape = { header: 3, roles: { E: "name", F: "original-budget", G: "expenditure" }, unit: "万元" };
    expect(contents(planned(plan(snapshotOf(sheet), left, right)))).toEqual([
      "J1 核算完成比例（单位）", "K1 状态（单位）", "J2:J4 0.5|0.95|0.91", "K2:K4 严重滞后|正常|正常",
      "H3 核算完成比例", "I3 状态", "H4 0.2", "I4 严重滞后",
    ]);
  });

  test("where the sheet ends", () => {
    const sheet = sheetOf("表", [["名称", "预算", "支出"], ["甲", 100, 50]], { at: "XFA1" });
    expect(plan(snapshotOf(sheet), { header: 1, roles: { XFA: "name", XFB: "original-budget", XFC: "expenditure" } }))
      .toEqual({ ok: false, problem: { code: "no-free-columns", place: { sheetId: "{表}", sheetName: "表", range: { top: 0, left: 16380, bottom: 1, right: 16382 } } } });
  });

  test("tables one under another share the columns", () => {
    const sheet = sheetOf("表", [["名称", "预算", "支出"], ["甲", 100, 50], [], ["名称", "预算", "支出"], ["乙", 100, 95]]);
    const result = planned(plan(snapshotOf(sheet), { ...SHAPE, kinds: {}, last: 2 }, { ...SHAPE, kinds: {}, header: 4 }));
    expect(contents(result)).toEqual(["D1 核算完成比例", "E1 状态", "D2 0.5", "E2 严重滞后", "D4 核算完成比例", "E4 状态", "D5 0.95", "E5 正常"]);
  });

  test("one column stays empty beside an Excel table, and so beside another one that is in the way", () => {
    const tables = [{ name: "表1", range: "A1:C4", hasHeaders: true, hasTotals: true }];
    expect(contents(planned(plan(simple([], { tables }), { ...SHAPE, excelTable: "表1" })))[0]).toBe("E1 核算完成比例");
    const beyond = plan(simple(["x", "y", "z"], { tables: [...tables, { name: "表2", range: "D1:F4", hasHeaders: true, hasTotals: false }] }), { ...SHAPE, excelTable: "表1" });
    expect(contents(planned(beyond)).slice(0, 2)).toEqual(["H1 核算完成比例（名称）", "I1 状态（名称）"]);
  });

  test("a header of two rows: the text just above the data, the look of the merge's corner", () => {
    const sheet = sheetOf("表", [["名称", "金额", null], [null, "预算", "支出"], ["甲", 100, 50]], { merges: ["A1:A2", "B1:C1"] });
    const result = planned(plan(snapshotOf(sheet), { header: [1, 2], roles: SHAPE.roles, unit: "万元" }));
    expect([contents(result).slice(0, 2), looks(result)[0]]).toEqual([["D2 核算完成比例", "E2 状态"], "D1:E2 like C2"]);

    const merged = sheetOf("表", [["名称", "预算", "支出"], [null, null, null], ["甲", 100, 50]], { merges: ["A1:A2", "B1:B2", "C1:C2"] });
    expect(looks(planned(plan(snapshotOf(merged), { header: [1, 2], roles: SHAPE.roles, unit: "万元" })))[0]).toBe("D1:E2 like C1");
  });

  test("figures selected at the very top of a sheet leave no room for a header, and nothing is written", () => {
    const snapshot = snapshotOf(sheetOf("数", [[100, 50], [200, 20]]));
    const range = (left: number) => ({ sheetId: "{数}", range: { top: 0, bottom: 1, left, right: left } });
    const { plan: result, execution } = prepareWriting(snapshot, { ...DEFAULT_OPTIONS, ranges: { budget: range(0), expenditure: range(1) } }, ZH);
    expect([contents(result), execution.problems.map(({ code }) => code)]).toEqual([[], ["ranges-no-header"]]);
  });
});

describe("what it says", () => {
  const statuses = (...rows: readonly (readonly (string | number | null)[])[]): string => {
    const snapshot = snapshotOf(sheetOf("表", [["名称", "预算", "支出"], ...rows]));
    const written = planned(plan(snapshot, { header: 1, roles: SHAPE.roles, unit: "万元" })).edits.filter((edit) => edit.kind === "contents" && edit.range.top > 0);
    return written.map((edit) => (edit.kind === "contents" ? edit.contents.map(([content]) => show(content)).join("|") : "")).join(" ; ");
  };

  test("by how much a line is over, with its unit", () => {
    expect(statuses(["综合治理经费", 98.81, 182.14], ["大数", 1000, 12345.678])).toBe("1.8433|12.3457 ; 超支 83.33万元|超支 11,345.678万元");
  });

  test("without a rate a blank, and why", () => {
    expect(statuses(["甲", 0, 0], ["乙", 100, "待定"], ["丙", null, 5], ["丁", 100, 91])).toBe("0.91 ; 无法计算：预算为零|无法计算：支出数无法识别|无预算支出|正常");
  });

  test("nothing beside headings of groups and rows that carry no figures", () => {
    const snapshot = snapshotOf(sheetOf("表", [["名称", "预算", "支出"], ["一、基本", null, null], ["甲", 100, 91], ["小计", null, null], ["其中：乙", null, null], ["合计", 0, 0]]));
    const shape: TableShape = { header: 1, roles: SHAPE.roles, unit: "万元", kinds: { 2: "group", 4: "subtotal", 5: "of-which", 6: "total" } };
    expect(contents(planned(plan(snapshot, shape))).slice(2)).toEqual(["D3 0.91", "E3:E6 正常|||无法计算：预算为零"]);
  });

  test("in English when asked to", () => {
    const sheet = sheetOf("表", [["名称", "预算", "支出"], ["甲", 98.81, 182.14]]);
    const outcome = computeExecution(tableIn(sheet, { header: 1, roles: SHAPE.roles, unit: "万元" }), sheet, DEFAULT_OPTIONS);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    const english = planWriting(snapshotOf(sheet), { tables: [outcome.value.table], executions: [outcome.value], earlier: NOTHING }, null, sheetWords(createTranslator("en-US")));
    expect(contents(planned(english))).toEqual(["D1 Execution rate (computed)", "E1 Status", "D2 1.8433", "E2 Over by 83.33 (10,000 yuan)"]);
  });
});

test("new columns are wide enough for what they hold, if nobody has used them", () => {
  const widths = (snapshot: Snapshot, shape: TableShape): (string | number)[][] =>
    planned(plan(snapshot, shape)).edits.flatMap((edit) => (edit.kind === "column-widths" ? [[formatRange(edit.range), ...edit.widths]] : []));
  // Six characters of 11 points and a margin of 12; 严重滞后 is four.
  expect(widths(simple(), SHAPE)).toEqual([["D1:D4", 78], ["E1:E4", 56]]);
  const used = sheetOf("表", [["很宽的标题", null, null, null, null], ["名称", "预算", "支出"], ["甲", 100, 50]]);
  expect(widths(snapshotOf(used), { header: 2, roles: SHAPE.roles })).toEqual([]);
});

describe("what it cannot write", () => {
  const locked = { ...sheetOf("锁", [["名称", "预算", "支出"], ["甲", 100, 50]]), protected: true };

  test("a protected sheet is a problem of its tables alone", () => {
    const open = sheetOf("开", [["名称", "预算", "支出"], ["甲", 100, 50]]);
    const shape: TableShape = { header: 1, roles: SHAPE.roles };
    const result = planned(plan(snapshotOf(locked, open), { ...shape, sheet: "锁" }, { ...shape, sheet: "开" }));
    expect(result.problems).toMatchObject([{ code: "sheet-protected", place: { sheetName: "锁" } }]);
    expect(new Set(result.edits.flatMap((edit) => (isCellEdit(edit) ? [edit.sheetId] : [])))).toEqual(new Set(["{开}"]));
  });

  test("if it holds for all tables the plan fails", () => {
    expect(plan(snapshotOf(locked), { header: 1, roles: SHAPE.roles })).toMatchObject({ ok: false, problem: { code: "sheet-protected", place: { sheetName: "锁" } } });
  });
});

test("new columns look like the last one that has a header, not like a note beside it", () => {
  const sheet = sheetOf("执行", [["项目", "预算", "支出", null], ["甲", 100, 50, "手记"], ["乙", 100, 95, null], ["合计", 200, 145, null]]);
  expect(looks(planned(plan(snapshotOf(sheet), { ...SHAPE, roles: { ...SHAPE.roles, D: null } })))).toEqual(["E1:F1 like C1", "E2:E4 like C2", "F2:F4 like C2, for texts", "E4 like C4", "F4 like C4, for texts", "E2:E4 as 0.00%"]);
});

// learn.microsoft.com/javascript/api/excel/excel.conditionalformat, excel.chart, excel.comment, excel.worksheetprotection
import { addChart, changeChart, chartsOf, deleteChart } from "../../../src/embedded/book/charts";
import { addComment, addReply, changeComment, commentsOf, deleteComment, notesOf, setNote } from "../../../src/embedded/book/comments";
import { addConditionalFormat, changeConditionalFormat, clearConditionalFormats, conditionalFormatsOf, deleteConditionalFormat, ruleLooks } from "../../../src/embedded/book/conditional-formats";
import type { ConditionalRule } from "../../../src/embedded/book/conditional-formats";
import { setLook } from "../../../src/embedded/book/formats";
import { clear } from "../../../src/embedded/book/clearing";
import { hyperlinkAt, hyperlinkFinder, setHyperlink } from "../../../src/embedded/book/hyperlinks";
import { merge, mergeApart, mergesOf } from "../../../src/embedded/book/merges";
import type { Sheet } from "../../../src/embedded/book/model";
import { groupEach, groupRows, rowOutline } from "../../../src/embedded/book/outline";
import { protectionOptions, protectSheet, unprotectSheet } from "../../../src/embedded/book/protection";
import { setColumnWidth, setRowHeight } from "../../../src/embedded/book/sizes";
import { sortRange } from "../../../src/embedded/book/sorting";
import { deleteRows, insertColumns, insertRows } from "../../../src/embedded/book/structure";
import { formatRange } from "../../../src/workbook/address";
import { at, bookOf, refusal, reopened, sheetOf, type, valueOf } from "./support";

describe("conditional formats", () => {
  const look = { bold: true } as const;
  const NUMBERS = [[1], [5], [3], [""], ["x"], [5]];

  test.each<[string, ConditionalRule, string]>([
    ["a comparison", { type: "CellValue", operator: "GreaterThan", formula1: "=2", look }, ".12.45"],
    ["between", { type: "CellValue", operator: "Between", formula1: "=3", formula2: "=1", look }, "0.2..."],
    ["a cell to compare with", { type: "CellValue", operator: "EqualTo", formula1: "=$A$2", look }, ".1...5"],
    ["a formula for each cell", { type: "Custom", formula: "=AND(ISNUMBER(A1),A1>ROW(A1))", look }, ".1...."],
    ["every other row", { type: "Custom", formula: '=AND("ROW()"<>"",MOD(ROW(),2)=0)', look }, ".1.3.5"],
    ["a part of a text", { type: "ContainsText", operator: "Contains", text: "X", look }, "....4."],
    ["no such part", { type: "ContainsText", operator: "NotContains", text: "5", look }, "0.234."],
    ["the highest two", { type: "TopBottom", kind: "TopItems", rank: 2, look }, ".1...5"],
    ["the lowest quarter", { type: "TopBottom", kind: "BottomPercent", rank: 25, look }, "0....."],
    ["blanks", { type: "PresetCriteria", criterion: "Blanks", look }, "...3.."],
    ["duplicates", { type: "PresetCriteria", criterion: "DuplicateValues", look }, ".1...5"],
    ["single values", { type: "PresetCriteria", criterion: "UniqueValues", look }, "0.2.4."],
    ["above average", { type: "PresetCriteria", criterion: "AboveAverage", look }, ".1...5"],
    ["average or below", { type: "PresetCriteria", criterion: "EqualOrBelowAverage", look }, "0.2..."],
  ])("%s", async (_, rule, matched) => {
    const { book, sheet } = bookOf(NUMBERS);
    addConditionalFormat(sheet, [at("A1:A6")], rule);
    const shown = (): string => ruleLooks(sheet, at("A1:A6")).map(([cell], row) => (cell?.bold === true ? row : ".")).join("");
    expect(shown()).toBe(matched);
    const again = conditionalFormatsOf(sheetOf(await reopened(book), "S"));
    expect(again.map((format) => [format.ranges.map(formatRange), format.rule])).toEqual([[["A1:A6"], rule]]);
  });

  test("scales, bars and icons are kept", async () => {
    const { book, sheet } = bookOf(NUMBERS);
    const rules: ConditionalRule[] = [
      { type: "ColorScale", points: [{ type: "LowestValue", color: "#F8696B" }, { type: "Percentile", formula: "50", color: "#FFEB84" }, { type: "HighestValue", color: "#63BE7B" }] },
      { type: "IconSet", style: "ThreeTrafficLights1", reverse: true, showIconOnly: true, criteria: [{ type: "Percent", formula: "0", operator: "GreaterThanOrEqual" }, { type: "Number", formula: "2", operator: "GreaterThan" }, { type: "Percent", formula: "67", operator: "GreaterThanOrEqual" }] },
      { type: "DataBar", lower: { type: "Number", formula: "0" }, upper: { type: "HighestValue" }, color: "#638EC6", negativeColor: "#FF0000", showValue: false, gradient: true, direction: "Context" },
    ];
    for (const rule of rules) addConditionalFormat(sheet, [at("A1:A6")], rule);
    expect(conditionalFormatsOf(sheetOf(await reopened(book), "S")).map((format) => format.rule)).toEqual([...rules].reverse());
  });

  test("a colour scale runs between its points", () => {
    const { sheet } = bookOf([[0], [50], [100], ["x"]]);
    addConditionalFormat(sheet, [at("A1:A4")], { type: "ColorScale", points: [{ type: "LowestValue", color: "#000000" }, { type: "HighestValue", color: "#FFFFFF" }] });
    expect(ruleLooks(sheet, at("A1:A4")).map(([cell]) => cell?.fillColor)).toEqual(["#000000", "#808080", "#FFFFFF", undefined]);
  });

  test("the newest comes first, earlier ones decide, and stopping stops", () => {
    const { sheet } = bookOf([[5]]);
    const older = addConditionalFormat(sheet, [at("A1")], { type: "CellValue", operator: "GreaterThan", formula1: "=1", look: { fillColor: "#FF0000", italic: true } });
    const newer = addConditionalFormat(sheet, [at("A1")], { type: "CellValue", operator: "GreaterThan", formula1: "=2", look: { fillColor: "#00FF00" } });
    expect([conditionalFormatsOf(sheet).map((format) => format.id), ruleLooks(sheet, at("A1"))[0]?.[0]]).toEqual([[newer.id, older.id], { fillColor: "#00FF00", italic: true }]);
    changeConditionalFormat(sheet, newer.id, { stopIfTrue: true });
    expect(ruleLooks(sheet, at("A1"))[0]?.[0]).toEqual({ fillColor: "#00FF00" });
    changeConditionalFormat(sheet, older.id, { priority: 0 });
    expect(conditionalFormatsOf(sheet).map((format) => format.id)).toEqual([older.id, newer.id]);
    deleteConditionalFormat(sheet, older.id);
    expect(conditionalFormatsOf(sheet).map((format) => format.id)).toEqual([newer.id]);
  });

  test("clearing a range leaves the rest of the rule", () => {
    const { sheet } = bookOf(NUMBERS);
    addConditionalFormat(sheet, [at("A1:A6")], { type: "CellValue", operator: "GreaterThan", formula1: "=2", look });
    clearConditionalFormats(sheet, at("A3:B4"));
    expect(conditionalFormatsOf(sheet).map((format) => format.ranges.map(formatRange))).toEqual([["A1:A2", "A5:A6"]]);
    clearConditionalFormats(sheet);
    expect(conditionalFormatsOf(sheet)).toEqual([]);
  });
});

describe("charts", () => {
  const LINES = [["项目", "预算", "支出"], ["甲", 10, 5], ["乙", 20, 12]];
  const TYPES = ["ColumnClustered", "ColumnStacked100", "BarStacked", "Line", "LineMarkers", "Area", "Pie", "Doughnut", "XYScatter", "XYScatterLines", "RadarFilled"];

  test.each(TYPES)("%s is kept with its series", async (kind) => {
    const { book, sheet } = bookOf(LINES);
    addChart(sheet, kind, { sheet, range: at("A1:C3") }, "Columns");
    const [again] = chartsOf(sheetOf(await reopened(book), "S"));
    expect([again?.type, again?.series, again?.position.width, again?.position.height]).toEqual([kind, [
      { name: "=S!$B$1", values: "S!$B$2:$B$3", categories: "S!$A$2:$A$3" }, { name: "=S!$C$1", values: "S!$C$2:$C$3", categories: "S!$A$2:$A$3" },
    ], 360, 216]);
  });

  test("series by rows", () => {
    const { sheet } = bookOf(LINES);
    expect(addChart(sheet, "Line", { sheet, range: at("A1:C3") }, "Rows").series).toEqual([
      { name: "=S!$A$2", values: "S!$B$2:$C$2", categories: "S!$B$1:$C$1" }, { name: "=S!$A$3", values: "S!$B$3:$C$3", categories: "S!$B$1:$C$1" },
    ]);
  });

  test("change in what is said, and stay in the rest", async () => {
    const { book, sheet } = bookOf(LINES);
    const chart = addChart(sheet, "ColumnClustered", { sheet, range: at("A1:C3") }, "Auto");
    const series = [{ name: "执行", values: "S!$C$2:$C$3", categories: "S!$A$2:$A$3" }];
    changeChart(chart, { name: "图一", title: "执行情况", legend: "Right", type: "BarClustered", series, position: { left: 100, top: 50, width: 300, height: 150 } });
    const [again] = chartsOf(sheetOf(await reopened(book), "S"));
    expect(again && { ...again, sheet: null }).toEqual({ sheet: null, id: chart.id, name: "图一", title: "执行情况", legend: "Right", type: "BarClustered", series, position: { left: 100, top: 50, width: 300, height: 150 } });
    deleteChart(chart);
    expect([chartsOf(sheet), [...book.pack.parts.keys()].filter((path) => /chart|drawing/.test(path))]).toEqual([[], []]);
    expect([refusal(() => deleteChart(chart)), refusal(() => addChart(sheet, "Waterfall", { sheet, range: at("A1:C3") }, "Auto"))]).toEqual(["ItemNotFound", "InvalidArgument"]);
  });
});

describe("remarks", () => {
  test("notes are kept, replaced and removed", async () => {
    const { book, sheet } = bookOf();
    setNote(sheet, 2, 1, { text: "请核对\n金额", author: "张三" });
    setNote(sheet, 0, 0, { text: "甲" });
    setNote(sheet, 0, 0, { text: "乙" });
    insertRows(sheet, 1, 2);
    const again = sheetOf(await reopened(book), "S");
    expect(notesOf(again)).toEqual([{ row: 4, column: 1, author: "张三", text: "请核对\n金额" }, { row: 0, column: 0, author: "Author", text: "乙" }]);
    setNote(again, 4, 1, null);
    setNote(again, 0, 0, null);
    expect(notesOf(sheetOf(await reopened(again.book), "S"))).toEqual([]);
  });

  test("comments have replies, are resolved, and go with their replies", async () => {
    const { book, sheet } = bookOf();
    const comment = addComment(sheet, 1, 1, "为什么？", "李四");
    addReply(sheet, comment.id, "因为。", "王五");
    changeComment(sheet, comment.id, { text: "为何？", resolved: true });
    expect([refusal(() => addComment(sheet, 1, 1, "再问")), refusal(() => setNote(sheet, 1, 1, { text: "x" })), refusal(() => addComment(sheet, 5, 5, ""))]).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument"]);
    const again = sheetOf(await reopened(book), "S");
    expect(commentsOf(again).map(({ author, text, resolved, row, column, replies }) => [author, text, resolved, row, column, replies.map((reply) => [reply.author, reply.text])])).toEqual([["李四", "为何？", true, 1, 1, [["王五", "因为。"]]]]);
    expect(notesOf(again)).toEqual([]);
    deleteComment(again, comment.id);
    expect([commentsOf(again), refusal(() => deleteComment(again, comment.id))]).toEqual([[], "ItemNotFound"]);
  });

  test("links lead out or into the workbook, and are cut where they are cleared", async () => {
    const { book, sheet } = bookOf();
    setHyperlink(sheet, at("A1:A3"), { address: "https://example.org/?a=1&b=2", screenTip: "看", textToDisplay: "链接" });
    setHyperlink(sheet, at("B1"), { documentReference: "S!A9" });
    clear(sheet, at("A2"), "Hyperlinks");
    const again = sheetOf(await reopened(book), "S");
    const link = { address: "https://example.org/?a=1&b=2", screenTip: "看" };
    expect([0, 1, 2].map((row) => hyperlinkAt(again, row, 0))).toEqual([link, null, link]);
    const find = hyperlinkFinder(again, at("A2:B3"));
    expect([0, 1, 2].map((row) => find(row, 0))).toEqual([null, null, link]);
    expect([hyperlinkAt(again, 0, 1), valueOf(again, "A1")]).toEqual([{ documentReference: "S!A9" }, "链接"]);
  });
});

describe("protection", () => {
  test("refuses what is locked and what was not allowed, until the password is given", () => {
    const { sheet } = bookOf([["锁", "开"]]);
    setLook(sheet, at("B1:B9"), { locked: false });
    protectSheet(sheet, { allowFormatColumns: true, allowSort: true }, "密码");
    expect([refusal(() => type(sheet, "A1", 1)), refusal(() => type(sheet, "Z99", 1)), refusal(() => type(sheet, "B1", 1)), refusal(() => clear(sheet, at("A1"), "Contents"))]).toEqual(["AccessDenied", "AccessDenied", "done", "AccessDenied"]);
    const acts = [() => setLook(sheet, at("A1"), { bold: true }), () => insertRows(sheet, 0, 1), () => deleteRows(sheet, 0, 1), () => insertColumns(sheet, 0, 1), () => setRowHeight(sheet, at("A1"), 20), () => merge(sheet, at("A5:B5")), () => sortRange(sheet, at("A1:B1"), [{ key: 0, ascending: true }])];
    expect(acts.map(refusal)).toEqual(acts.map(() => "AccessDenied"));
    expect([refusal(() => setColumnWidth(sheet, at("A1"), 60)), refusal(() => sortRange(sheet, at("B1:B9"), [{ key: 0, ascending: true }]))]).toEqual(["done", "done"]);
    expect([refusal(() => protectSheet(sheet)), refusal(() => unprotectSheet(sheet, "错")), sheet.protected]).toEqual(["AccessDenied", "AccessDenied", true]);
    unprotectSheet(sheet, "密码");
    expect([refusal(() => type(sheet, "A1", 1)), sheet.protected]).toEqual(["done", false]);
  });

  test("and what it allows are kept in the file", async () => {
    const { book, sheet } = bookOf();
    protectSheet(sheet, { allowInsertRows: true, allowEditObjects: true, selectionMode: "Unlocked" }, "abc");
    const again = sheetOf(await reopened(book), "S");
    const { allowInsertRows, allowDeleteRows, allowEditObjects, allowEditScenarios, selectionMode } = protectionOptions(again);
    expect([again.protected, allowInsertRows, allowDeleteRows, allowEditObjects, allowEditScenarios, selectionMode]).toEqual([true, true, false, true, false, "Unlocked"]);
    expect([refusal(() => unprotectSheet(again)), refusal(() => unprotectSheet(again, "abc"))]).toEqual(["AccessDenied", "done"]);
  });
});

test("many merges and groups at once are the same as one after another", () => {
  const grid = Array.from({ length: 8 }, (_, row) => ["", row, "x"]);
  const [one, other] = [bookOf(grid).sheet, bookOf(grid).sheet];
  const [areas, groups] = [[at("A1:B1"), at("A3:C4"), at("B6:B8")], [{ top: 1, bottom: 6 }, { top: 2, bottom: 3 }]];
  for (const area of areas) merge(one, area);
  mergeApart(other, areas);
  for (const rows of groups) groupRows(one, rows);
  groupEach(other, groups);
  const told = (sheet: Sheet): unknown => [mergesOf(sheet), valueOf(sheet, "A1"), valueOf(sheet, "B1"), valueOf(sheet, "A3"), Array.from({ length: 8 }, (_, row) => rowOutline(sheet, row))];
  expect(told(other)).toEqual(told(one));
  expect(told(other)).toEqual([areas, 0, "", 2, [0, 1, 2, 2, 1, 1, 1, 0]]);
});

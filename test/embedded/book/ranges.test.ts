// learn.microsoft.com/javascript/api/excel/excel.range (copyFrom, moveTo, autoFill, find, replaceAll, getRangeEdge, getSurroundingRegion),
// excel.rangesort and excel.autofilter; support.microsoft.com "Sort data in a range or table", "Filter data".
import fc from "fast-check";
import { readFormulas } from "../../../src/embedded/book/cells";
import { rangeEdge, surroundingRegion } from "../../../src/embedded/book/regions";
import { addConditionalFormat, conditionalFormatsOf } from "../../../src/embedded/book/conditional-formats";
import { autoFill, copyCells, findCells, moveCells, removeDuplicates, replaceAll } from "../../../src/embedded/book/copying";
import { applyAutoFilter, autoFilterOf, clearFilterCriteria, removeAutoFilter } from "../../../src/embedded/book/filters";
import type { FilterCriteria } from "../../../src/embedded/book/filters";
import { lookAt, setLook } from "../../../src/embedded/book/formats";
import { merge, mergesOf } from "../../../src/embedded/book/merges";
import { addName, changeName, deleteName, findName, nameProblem, nameRange, namesOf, nameType, nameValue } from "../../../src/embedded/book/names";
import { isRowHidden, setRowsHidden } from "../../../src/embedded/book/sizes";
import { sortRange } from "../../../src/embedded/book/sorting";
import { formatRange } from "../../../src/workbook/address";
import { at, bookOf, cell, formulaOf, refusal, reopened, sheetOf, type, valueOf, valuesOf } from "./support";

describe("copying", () => {
  test("takes relative references along and repeats to fill", () => {
    const { sheet } = bookOf([[1, "=A1*$A$1"], [2, "=A2*$A$1"]]);
    copyCells({ sheet, range: at("B1:B2") }, { sheet, range: at("C1:C4") });
    expect(readFormulas(sheet, at("C1:C4"))).toEqual([["=B1*$A$1"], ["=B2*$A$1"], ["=B3*$A$1"], ["=B4*$A$1"]]);
  });

  test("grows a small target to the source's size", () => {
    const { sheet } = bookOf([[1, 2], [3, 4]]);
    copyCells({ sheet, range: at("A1:B2") }, { sheet, range: at("D5") });
    expect(valuesOf(sheet, "D5:E6")).toEqual([[1, 2], [3, 4]]);
  });

  test.each([
    ["Values", [[2, "甲"]], [[2, "甲"]], false],
    ["Formulas", [[2, "甲"]], [["=Z1*2", "甲"]], false],
    ["All", [[2, "甲"]], [["=Z1*2", "甲"]], true],
    ["Link", [[2, "甲"]], [["=S!$A$1", "=S!$B$1"]], false],
    ["Formats", [["", ""]], [["", ""]], true],
  ] as const)("%s", (what, _, formulas, bold) => {
    const { book, sheet } = bookOf([["=Z1*2", "甲"]], "另表");
    const other = sheetOf(book, "另表");
    setLook(sheet, at("A1:B1"), { bold: true });
    copyCells({ sheet, range: at("A1:B1") }, { sheet: other, range: at("A1") }, { what });
    expect([readFormulas(other, at("A1:B1")).map((line) => line.map((formula) => (what === "Values" && formula === 0 ? 2 : formula))), lookAt(other, 0, 0).bold]).toEqual([formulas, bold]);
  });

  test("turned, and over blanks that are skipped", () => {
    const { sheet } = bookOf([[1, "", 3], ["a", "b", "c"]]);
    copyCells({ sheet, range: at("A1:C2") }, { sheet, range: at("E1") }, { transpose: true });
    expect(valuesOf(sheet, "E1:F3")).toEqual([[1, "a"], ["", "b"], [3, "c"]]);
    copyCells({ sheet, range: at("A1:C1") }, { sheet, range: at("A2") }, { skipBlanks: true });
    expect(valuesOf(sheet, "A2:C2")).toEqual([[1, "b", 3]]);
  });

  test("takes merges and rules along", () => {
    const { sheet } = bookOf([["合并", ""]]);
    merge(sheet, at("A1:B1"));
    addConditionalFormat(sheet, [at("A1:B1")], { type: "Custom", formula: "=A1=1", look: { bold: true } });
    copyCells({ sheet, range: at("A1:B1") }, { sheet, range: at("C3") });
    expect([mergesOf(sheet).map(formatRange), conditionalFormatsOf(sheet).flatMap((format) => format.ranges.map((range) => [formatRange(range), "formula" in format.rule ? format.rule.formula : ""]))]).toEqual([["A1:B1", "C3:D3"], [["A1:B1", "=A1=1"], ["C3:D3", "=C3=1"]]]);
  });
});

test("moved cells are followed by those who point at them, and keep meaning what they meant", () => {
  const { book, sheet } = bookOf([[1, "=A1*2", "=SUM(A1:B1)"]], "另表");
  const other = sheetOf(book, "另表");
  addName(book, "源", "=S!$B$1");
  moveCells({ sheet, range: at("B1") }, { sheet: other, range: at("D4") });
  expect([formulaOf(other, "D4"), valueOf(other, "D4"), formulaOf(sheet, "C1"), book.names[0]?.formula, valueOf(sheet, "B1")]).toEqual(["=S!A1*2", 2, "=SUM(A1:B1)", "=另表!$D$4", ""]);
  type(sheet, "C2", "=另表!D4+1");
  moveCells({ sheet: other, range: at("D4") }, { sheet, range: at("B9") });
  expect([formulaOf(sheet, "B9"), formulaOf(sheet, "C2"), valueOf(sheet, "C2")]).toEqual(["=S!A1*2", "=S!B9+1", 3]);
});

describe("sorting", () => {
  test("puts numbers before texts before booleans before errors, blanks last either way", () => {
    const column = [["b"], [true], [""], [2], ["#N/A"], ["A"], [-1], [false]];
    const sorted = (ascending: boolean): unknown[] => {
      const { sheet } = bookOf(column);
      sortRange(sheet, at("A1:A8"), [{ key: 0, ascending }]);
      return valuesOf(sheet, "A1:A8").flat();
    };
    expect([sorted(true), sorted(false)]).toEqual([[-1, 2, "A", "b", false, true, "#N/A", ""], ["#N/A", true, false, "b", "A", 2, -1, ""]]);
  });

  test("keeps lines together, with their looks and references, and is stable", () => {
    const { sheet } = bookOf([["名", "额", "倍"], ["丙", 2, "=B2*2"], ["甲", 1, "=B3*2"], ["乙", 2, "=B4*2"]]);
    setLook(sheet, at("A3"), { bold: true });
    sortRange(sheet, at("A1:C4"), [{ key: 1, ascending: true }], { hasHeaders: true });
    expect([valuesOf(sheet, "A1:C4"), formulaOf(sheet, "C2"), lookAt(sheet, 1, 0).bold]).toEqual([[["名", "额", "倍"], ["甲", 1, 2], ["丙", 2, 4], ["乙", 2, 4]], "=B2*2", true]);
  });

  test("orders Chinese by its sound, and by several keys", () => {
    const { sheet } = bookOf([["张", 1], ["李", 2], ["安", 1], ["李", 1]]);
    sortRange(sheet, at("A1:B4"), [{ key: 0, ascending: true }, { key: 1, ascending: true }]);
    expect(valuesOf(sheet, "A1:B4")).toEqual([["安", 1], ["李", 1], ["李", 2], ["张", 1]]);
  });

  test("agrees with sorting by hand", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 }), fc.boolean(), (numbers, ascending) => {
      const { sheet } = bookOf(numbers.map((value, index) => [value, index]));
      sortRange(sheet, { top: 0, left: 0, bottom: numbers.length - 1, right: 1 }, [{ key: 0, ascending }]);
      const byHand = numbers.map((value, index) => [value, index] as const).sort((a, b) => (ascending ? a[0] - b[0] : b[0] - a[0]) || a[1] - b[1]);
      expect(valuesOf(sheet, `A1:B${numbers.length}`)).toEqual(byHand);
    }));
  });

  test("leaves hidden rows where they are and merged cells alone", () => {
    const { sheet } = bookOf([[3], [9], [1], [2]]);
    setRowsHidden(sheet, at("A2"), true);
    sortRange(sheet, at("A1:A4"), [{ key: 0, ascending: true }]);
    expect(valuesOf(sheet, "A1:A4").flat()).toEqual([1, 9, 2, 3]);
    merge(sheet, at("A1:B1"));
    expect(refusal(() => sortRange(sheet, at("A1:A4"), [{ key: 0, ascending: true }]))).toBe("MergedRangeConflict");
  });
});

describe("the sheet's filter", () => {
  const LINES = [["名", "额", "日"], ["甲", 1, "2016-01-15"], ["乙", 5, "2016-12-31"], ["丙", 3, "2017-01-01"], ["甲", 9, ""], ["", 4, "2016-12-01"]];

  test.each<[string, number, FilterCriteria, string]>([
    ["values as they are shown", 0, { filterOn: "Values", values: ["甲", ""] }, "1..45"],
    ["a comparison", 1, { filterOn: "Custom", criterion1: ">3" }, ".2.45"],
    ["two comparisons", 1, { filterOn: "Custom", criterion1: ">=3", criterion2: "<9", operator: "And" }, ".23.5"],
    ["either of two", 1, { filterOn: "Custom", criterion1: "=1", criterion2: "=9", operator: "Or" }, "1..4."],
    ["a pattern", 0, { filterOn: "Custom", criterion1: "=甲*" }, "1..4."],
    ["not a text", 0, { filterOn: "Custom", criterion1: "<>甲" }, ".23.5"],
    ["the highest", 1, { filterOn: "TopItems", criterion1: "2" }, ".2.4."],
    ["the lowest percent", 1, { filterOn: "BottomPercent", criterion1: "40" }, "1.3.."],
    ["above average", 1, { filterOn: "Dynamic", dynamicCriteria: "AboveAverage" }, ".2.4."],
    ["a month of any year", 2, { filterOn: "Dynamic", dynamicCriteria: "AllDatesInPeriodDecember" }, ".2..5"],
    ["a year", 2, { filterOn: "Values", values: [{ date: "2016-01-01", specificity: "Year" }] }, "12..5"],
  ])("%s", async (_, column, criteria, shown) => {
    const { book, sheet } = bookOf(LINES);
    applyAutoFilter(sheet, at("A1:C6"), column, criteria);
    const visible = (): string => [1, 2, 3, 4, 5].map((row) => (isRowHidden(sheet, row) ? "." : row)).join("");
    expect(visible()).toBe(shown);
    const again = autoFilterOf(sheetOf(await reopened(book), "S"));
    expect([again?.criteria[column], again?.isDataFiltered, again?.range]).toEqual([criteria, true, at("A1:C6")]);
    clearFilterCriteria(sheet);
    expect([visible(), autoFilterOf(sheet)?.isDataFiltered]).toEqual(["12345", false]);
    removeAutoFilter(sheet);
    expect(autoFilterOf(sheet)).toBeNull();
  });

  test("columns filter together", () => {
    const { sheet } = bookOf(LINES);
    applyAutoFilter(sheet, at("A1:C6"), 0, { filterOn: "Values", values: ["甲", "乙"] });
    applyAutoFilter(sheet, at("A1:C6"), 1, { filterOn: "Custom", criterion1: ">4" });
    expect([1, 2, 3, 4, 5].filter((row) => !isRowHidden(sheet, row))).toEqual([2, 4]);
  });
});

describe("filling", () => {
  test.each<[(string | number)[], unknown[]]>([
    [[1], [1, 1, 1, 1]],
    [[1, 3], [1, 3, 5, 7]],
    [["第1季度"], ["第1季度", "第2季度", "第3季度", "第4季度"]],
    [["2016-12-30"], [42734, 42735, 42736, 42737]],
    [["甲", "乙"], ["甲", "乙", "甲", "乙"]],
  ])("%p goes on", (source, filled) => {
    const { sheet } = bookOf(source.map((value) => [value]));
    autoFill(sheet, at(`A1:A${source.length}`), at("A1:A4"), "FillDefault");
    expect(valuesOf(sheet, "A1:A4").flat()).toEqual(filled);
  });

  test("formulas go on with their references", () => {
    const { sheet } = bookOf([[1, "=A1*$A$1"]]);
    autoFill(sheet, at("B1"), at("B1:B3"), "FillDefault");
    expect(readFormulas(sheet, at("B1:B3")).flat()).toEqual(["=A1*$A$1", "=A2*$A$1", "=A3*$A$1"]);
  });
});

test("texts are found as they are shown, and replaced in what was written", () => {
  const { sheet } = bookOf([["预算执行", 0.5, "执行率"], ["=\"执\"&\"行\"", "abc", "ABC"]]);
  setLook(sheet, at("B1"), { numberFormat: "0%" });
  const found = (text: string, completeMatch: boolean, matchCase: boolean): string[] => findCells(sheet, at("A1:C2"), text, { completeMatch, matchCase }).map(({ row, column }) => formatRange({ top: row, left: column, bottom: row, right: column }));
  expect([found("执行", false, false), found("执行", true, false), found("50%", true, false), found("abc", true, false), found("abc", true, true), found("预?执*", true, false)]).toEqual([["A1", "C1", "A2"], ["A2"], ["B1"], ["B2", "C2"], ["B2"], ["A1"]]);
  expect([replaceAll(sheet, at("A1:C2"), "执", "运", { completeMatch: false, matchCase: false }), valuesOf(sheet, "A1:C2")]).toEqual([3, [["预算运行", 0.5, "运行率"], ["运行", "abc", "ABC"]]]);
});

test("rows that repeat in the chosen columns go, and nothing beside the range moves", () => {
  const { sheet } = bookOf([["名", "额", "旁"], ["甲", 1, 1], ["甲", 2, 2], ["乙", 1, 3], ["甲", 1, 4]]);
  expect([removeDuplicates(sheet, at("A1:B5"), [0], true), valuesOf(sheet, "A1:C5")]).toEqual([{ removed: 2, uniqueRemaining: 2 }, [["名", "额", "旁"], ["甲", 1, 1], ["乙", 1, 2], ["", "", 3], ["", "", 4]]]);
});

test("Ctrl and an arrow go to the end of what is filled; the region around a cell ends at blanks", () => {
  const { sheet } = bookOf([[1, 2, "", 3], [4, "", "", ""], ["", "", "", ""], [5, "", "", ""]]);
  expect([rangeEdge(sheet, ...cell("A1"), "Right"), rangeEdge(sheet, ...cell("B1"), "Right"), rangeEdge(sheet, ...cell("A2"), "Down"), rangeEdge(sheet, ...cell("A4"), "Down"), rangeEdge(sheet, ...cell("D1"), "Left")]).toEqual([
    { row: 0, column: 1 }, { row: 0, column: 3 }, { row: 3, column: 0 }, { row: 1_048_575, column: 0 }, { row: 0, column: 1 },
  ]);
  expect([surroundingRegion(sheet, at("A1")), surroundingRegion(sheet, at("D1")), surroundingRegion(sheet, at("A4"))].map(formatRange)).toEqual(["A1:B2", "D1", "A4"]);
});

describe("names", () => {
  test("stand for ranges and values, in the workbook and in sheets", async () => {
    const { book, sheet } = bookOf([[7, "=税率*100"]]);
    addName(book, "税率", "=0.13", "增值税");
    addName(book, "区域", "=S!$A$1:$A$3");
    addName(sheet, "税率", "=0.5");
    addName(book, "标题", "预算");
    addName(book, "列", "={1,2,3}");
    expect(namesOf(book).map((defined) => [defined.name, nameType(book, defined), nameValue(book, defined)])).toEqual([["税率", "Double", 0.13], ["区域", "Range", "S!$A$1:$A$3"], ["标题", "String", "预算"], ["列", "Array", 1]]);
    expect([valueOf(sheet, "B1"), findName(sheet, "税率")?.formula, findName(book, "税率")?.comment, namesOf(sheet).length]).toEqual([50, "=0.5", "增值税", 1]);
    const found = findName(book, "区域");
    expect(found && nameRange(book, found)?.range).toEqual(at("A1:A3"));
    const again = await reopened(book);
    expect(again.names.map(({ name, formula, comment, sheet: scope }) => [name, formula, comment, scope?.name])).toEqual(book.names.map(({ name, formula, comment, sheet: scope }) => [name, formula, comment, scope?.name]));
  });

  test("change and go, and formulas with them", () => {
    const { book, sheet } = bookOf([["=税率*100"]]);
    expect(valueOf(sheet, "A1")).toBe("#NAME?");
    const defined = addName(book, "税率", "=0.13");
    expect(valueOf(sheet, "A1")).toBe(13);
    changeName(book, defined, { formula: "=0.06" });
    expect(valueOf(sheet, "A1")).toBe(6);
    deleteName(book, defined);
    expect(valueOf(sheet, "A1")).toBe("#NAME?");
  });

  // support.microsoft.com "Names in formulas", syntax rules for names
  test("obey Excel's rules", () => {
    const { book } = bookOf();
    const refused = ["", "1月", "a b", "A1", "XFD1048576", "R", "c", "R1C1", "a-b", "TRUE", "x".repeat(256)];
    const accepted = ["预算", "_a", "\\a", "a.b", "XFE1", "A1048577", "R2D2x", "第1季度", "x".repeat(255)];
    expect([refused.filter((name) => nameProblem(name) === null), accepted.filter((name) => nameProblem(name) !== null)]).toEqual([[], []]);
    addName(book, "税率", "=1");
    expect([refusal(() => addName(book, "税率", "=2")), refusal(() => addName(book, "坏", "=SUM("))]).toEqual(["ItemAlreadyExists", "InvalidArgument"]);
  });
});

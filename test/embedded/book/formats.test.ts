// learn.microsoft.com/javascript/api/excel/excel.rangeformat and excel.rangeborder
import fc from "fast-check";
import { numberFormatAt, readNumberFormats, usedRange } from "../../../src/embedded/book/cells";
import { copyFormats, lookAt, readLook, setLook, setNumberFormats } from "../../../src/embedded/book/formats";
import { clear } from "../../../src/embedded/book/clearing";
import { readBorder, setBorder } from "../../../src/embedded/book/borders";
import { readStyleName, setStyleName } from "../../../src/embedded/book/cell-styles";
import type { Edge } from "../../../src/embedded/book/borders";
import type { Look } from "../../../src/embedded/book/styles/words";
import { merge, mergesOf, unmerge } from "../../../src/embedded/book/merges";
import { autofitColumns, autofitRows, columnWidth, geometry, isColumnHidden, rowHeight, setColumnsHidden, setColumnWidth, setRowHeight, setRowsHidden, standardWidth } from "../../../src/embedded/book/sizes";
import { editXml } from "../../../src/embedded/book/package/package";
import { childrenOf, setAttributes } from "../../../src/embedded/book/package/xml";
import { freezePanes, frozenPanes, select, selectionOf, setShowsGridlines, setZoom, showsGridlines, zoom } from "../../../src/embedded/book/view";
import { at, bookOf, refusal, reopened, sheetOf, type, valuesOf } from "./support";

const CHANGES: Partial<Look> = {
  numberFormat: "0.00%", fillColor: "#FFC7CE", fontName: "宋体", fontSize: 12, fontColor: "#9C0006", bold: true, italic: true, underline: "Double", strikethrough: true, superscript: true,
  horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true, shrinkToFit: true, indentLevel: 2, textOrientation: -45, readingOrder: "RightToLeft", locked: false, formulaHidden: true,
};

test("each property is set alone, read back, and survives saving", async () => {
  const { book, sheet } = bookOf();
  const plain = lookAt(sheet, 0, 0);
  const names = Object.keys(CHANGES) as (keyof Look)[];
  names.forEach((name, row) => setLook(sheet, { top: row, left: 0, bottom: row, right: 0 }, { [name]: CHANGES[name] }));
  const expected = names.map((name) => ({ ...plain, [name]: CHANGES[name], ...(name === "fillColor" ? { fillPattern: "Solid" } : {}) }));
  expect(names.map((_, row) => lookAt(sheet, row, 0))).toEqual(expected);
  const again = sheetOf(await reopened(book), "S");
  expect(names.map((_, row) => lookAt(again, row, 0))).toEqual(expected);
});

test("a range answers what its cells agree on, and null where they differ", () => {
  const { sheet } = bookOf();
  setLook(sheet, at("A1:B2"), { bold: true, fillColor: "#00FF00" });
  setLook(sheet, at("B2"), { fillColor: "#FF0000" });
  const { bold, fillColor, italic } = readLook(sheet, at("A1:B2"));
  expect([bold, fillColor, italic, readLook(sheet, at("A1:C1")).bold, readLook(sheet, at("A:B")).bold, readLook(sheet, at("D:XFD")).bold]).toEqual([true, null, false, null, null, false]);
});

test("whole columns and rows have looks of their own, which later cells take", () => {
  const { sheet } = bookOf([["a", "b"]]);
  setLook(sheet, at("B:C"), { numberFormat: "0.00" });
  setLook(sheet, at("3:3"), { bold: true });
  type(sheet, "C9", 1);
  type(sheet, "E3", 1);
  expect([numberFormatAt(sheet, 8, 2), numberFormatAt(sheet, 0, 1), numberFormatAt(sheet, 500, 1), numberFormatAt(sheet, 2, 2), lookAt(sheet, 2, 4).bold, lookAt(sheet, 2, 2).bold, lookAt(sheet, 3, 4).bold]).toEqual(["0.00", "0.00", "0.00", "0.00", true, true, false]);
  expect(usedRange(sheet, true)).toEqual(at("A1:E9"));
});

test("the number format decides what typing means from then on", () => {
  const { sheet } = bookOf();
  setNumberFormats(sheet, at("A1:B1"), [["@", null]]);
  type(sheet, "A1", "007");
  type(sheet, "B1", "007");
  expect([valuesOf(sheet, "A1:B1"), readNumberFormats(sheet, at("A1:C1"))]).toEqual([[["007", 7]], [["@", "General", "General"]]]);
});

test("colours are given as people write them, and nonsense is refused", () => {
  const { sheet } = bookOf();
  for (const [given, kept] of [["#ff0000", "#FF0000"], ["orange", "#FFA500"], ["00FF00", "#00FF00"]] as const) {
    setLook(sheet, at("A1"), { fillColor: given });
    expect(lookAt(sheet, 0, 0).fillColor).toBe(kept);
  }
  setLook(sheet, at("A1"), { fillColor: "" });
  expect([lookAt(sheet, 0, 0).fillColor, lookAt(sheet, 0, 0).fillPattern]).toEqual(["", "None"]);
  const refused: Partial<Look>[] = [{ fillColor: "reddish" }, { fontColor: "#12345" }, { numberFormat: "0;0;0;0;0" }, { fontSize: 0 }, { fontSize: 410 }, { indentLevel: -1 }, { textOrientation: 91 }];
  expect(refused.map((look) => refusal(() => setLook(sheet, at("A1"), look)))).toEqual(refused.map(() => "InvalidArgument"));
});

describe("borders", () => {
  test("two neighbours share an edge", () => {
    const { sheet } = bookOf();
    setBorder(sheet, at("B2"), "EdgeBottom", { style: "Continuous", weight: "Thick", color: "#FF0000" });
    const line = { style: "Continuous", weight: "Thick", color: "#FF0000" };
    expect([readBorder(sheet, at("B2"), "EdgeBottom"), readBorder(sheet, at("B3"), "EdgeTop")]).toEqual([line, line]);
    setBorder(sheet, at("B3"), "EdgeTop", { style: "None" });
    expect(readBorder(sheet, at("B2"), "EdgeBottom").style).toBe("None");
  });

  test.each<[Edge, string[], string[]]>([
    ["EdgeTop", ["A1", "B1"], ["A2"]],
    ["EdgeBottom", ["A3", "B3"], ["A1"]],
    ["EdgeLeft", ["A1", "A3"], ["B1"]],
    ["EdgeRight", ["B1", "B3"], ["A2"]],
  ])("%s lies on the outer cells only", (edge, has, hasNot) => {
    const { sheet } = bookOf();
    setBorder(sheet, at("A1:B3"), edge, { style: "Dash" });
    expect(has.map((address) => readBorder(sheet, at(address), edge).style)).toEqual(has.map(() => "Dash"));
    expect(hasNot.map((address) => readBorder(sheet, at(address), edge).style)).toEqual(hasNot.map(() => "None"));
  });

  test("inner lines lie between the cells", () => {
    const { sheet } = bookOf();
    setBorder(sheet, at("A1:C3"), "InsideVertical", { style: "Double" });
    expect(["A1", "B2", "C3"].map((address) => readBorder(sheet, at(address), "EdgeRight").style)).toEqual(["Double", "Double", "None"]);
    expect([readBorder(sheet, at("A1:C3"), "InsideVertical").style, readBorder(sheet, at("A1:C3"), "InsideHorizontal").style, readBorder(sheet, at("A1:D3"), "InsideVertical").style]).toEqual(["Double", "None", null]);
  });

  test("lines survive saving in every style and weight", async () => {
    const { book, sheet } = bookOf();
    const lines = [["Continuous", "Hairline"], ["Continuous", "Thin"], ["Continuous", "Medium"], ["Continuous", "Thick"], ["Dash", "Thin"], ["Dash", "Medium"], ["DashDot", "Thin"], ["DashDotDot", "Medium"], ["Dot", "Thin"], ["Double", "Thick"], ["SlantDashDot", "Medium"]] as const;
    lines.forEach(([style, weight], index) => setBorder(sheet, { top: index * 2, left: 1, bottom: index * 2, right: 1 }, "EdgeLeft", { style, weight }));
    const again = sheetOf(await reopened(book), "S");
    expect(lines.map((_, index) => readBorder(again, { top: index * 2, left: 1, bottom: index * 2, right: 1 }, "EdgeLeft"))).toEqual(lines.map(([style, weight]) => ({ style, weight, color: "#000000" })));
  });
});

test("clearing takes what it is told to take", () => {
  const make = (): ReturnType<typeof bookOf> => {
    const made = bookOf([[1, "=A1+1"]]);
    setLook(made.sheet, at("A1:B1"), { bold: true, numberFormat: "0.00" });
    return made;
  };
  const cases = (["Contents", "Formats", "All"] as const).map((what) => {
    const { sheet } = make();
    clear(sheet, at("A1:B1"), what);
    return [what, valuesOf(sheet, "A1:B1"), lookAt(sheet, 0, 0).bold, numberFormatAt(sheet, 0, 0), usedRange(sheet, false)];
  });
  expect(cases).toEqual([
    ["Contents", [["", ""]], true, "0.00", at("A1:B1")],
    ["Formats", [[1, 2]], false, "General", at("A1:B1")],
    ["All", [["", ""]], false, "General", null],
  ]);
});

test("looks are copied and repeated, contents stay", () => {
  const { sheet } = bookOf([["a", "b"], [1, 2], [3, 4]]);
  setLook(sheet, at("A1"), { bold: true });
  setLook(sheet, at("B1"), { italic: true });
  copyFormats({ sheet, range: at("A1:B1") }, { sheet, range: at("A2:B3") });
  expect([lookAt(sheet, 1, 0).bold, lookAt(sheet, 2, 1).italic, lookAt(sheet, 2, 0).italic, valuesOf(sheet, "A2:B3")]).toEqual([true, true, false, [[1, 2], [3, 4]]]);
});

test("named styles bring their look", async () => {
  const { book, sheet } = bookOf([[0.5]]);
  setStyleName(sheet, at("A1"), "Percent");
  setStyleName(sheet, at("B1"), "Bad");
  expect([readStyleName(sheet, at("A1")), numberFormatAt(sheet, 0, 0), lookAt(sheet, 0, 1).fillColor, readStyleName(sheet, at("A1:B1")), readStyleName(sheet, at("Z9")), refusal(() => setStyleName(sheet, at("A1"), "没有"))]).toEqual(["Percent", "0%", "#FFC7CE", null, "Normal", "InvalidArgument"]);
  expect(readStyleName(sheetOf(await reopened(book), "S"), at("B1"))).toBe("Bad");
});

describe("merges", () => {
  test("keep one value, and only their first cell holds it", () => {
    const { sheet } = bookOf([["", "一"], ["二", "三"]]);
    merge(sheet, at("A1:B2"));
    expect([valuesOf(sheet, "A1:B2"), mergesOf(sheet)]).toEqual([[["一", ""], ["", ""]], [at("A1:B2")]]);
    type(sheet, "B2", "不写");
    expect(valuesOf(sheet, "A1:B2")).toEqual([["一", ""], ["", ""]]);
    unmerge(sheet, at("B2"));
    expect([mergesOf(sheet), valuesOf(sheet, "A1:B2")]).toEqual([[], [["一", ""], ["", ""]]]);
  });

  test("across each row by itself, and over older ones", () => {
    const { sheet } = bookOf();
    merge(sheet, at("A1:A3"));
    merge(sheet, at("A1:C3"), true);
    expect(mergesOf(sheet)).toEqual([at("A1:C1"), at("A2:C2"), at("A3:C3")]);
  });
});

describe("sizes", () => {
  test("are points in and out, and hidden means none", async () => {
    const { book, sheet } = bookOf();
    setColumnWidth(sheet, at("B1:C1"), 90);
    setRowHeight(sheet, at("A2"), 31.5);
    setColumnsHidden(sheet, at("D1"), true);
    setRowsHidden(sheet, at("A4"), true);
    const again = sheetOf(await reopened(book), "S");
    expect([0, 1, 2, 3, 4].map((column) => columnWidth(again, column))).toEqual([48, 90, 90, 0, 48]);
    expect([0, 1, 2, 3, 4].map((row) => rowHeight(again, row))).toEqual([15, 31.5, 15, 0, 15]);
    expect([isColumnHidden(again, 3), geometry(again, at("C3:E5"))]).toEqual([true, { left: 138, top: 46.5, width: 138, height: 30 }]);
  });

  test("a width that was set is the width that is read", () => {
    const { sheet } = bookOf();
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.nat(20), (pixels, column) => {
      setColumnWidth(sheet, { top: 0, left: column, bottom: 0, right: column }, pixels * 0.75 > 1_300 ? 1_300 : pixels * 0.75);
      expect(columnWidth(sheet, column)).toBeCloseTo(Math.min(pixels * 0.75, 1_300), 0);
    }));
  });

  test("the standard width is 8.43 characters of Calibri", () => {
    expect(standardWidth(bookOf().sheet)).toBeCloseTo(8.43, 2);
  });

  test("fitting gives full-width characters double room", () => {
    const { sheet } = bookOf([["abcdefghijkl", "一二三四五六七八九十一二"]]);
    autofitColumns(sheet, at("A:B"));
    expect(columnWidth(sheet, 1) / columnWidth(sheet, 0)).toBeGreaterThan(1.8);
  });

  test("a row without a height of its own is as high as its wrapped texts, as Excel fits it", async () => {
    const { book, sheet } = bookOf([["村（社区）", "一", "村（社区）村（社区）"], ...Array.from({ length: 3 }, () => ["村（社区）", "", ""])]);
    const standard = rowHeight(sheet, 9);
    setLook(sheet, at("A1:C1"), { wrapText: true });
    setLook(sheet, at("A3:A4"), { wrapText: true });
    setRowHeight(sheet, at("A3"), 15);
    merge(sheet, at("A4:B4"));
    setColumnWidth(sheet, at("A:C"), 50);
    expect([0, 1, 2, 3].map((row) => rowHeight(sheet, row) / standard)).toEqual([3, 1, 1, 1]);
    setColumnWidth(sheet, at("C:C"), 200);
    expect(rowHeight(sheet, 0) / standard).toBe(2);
    type(sheet, "A1", "村");
    expect(rowHeight(sheet, 0)).toBe(standard);
    type(sheet, "A1", "一\n二\n三\n四");
    const again = sheetOf(await reopened(book), "S");
    expect(rowHeight(again, 0) / standard).toBe(4);
    setColumnWidth(again, at("A:A"), 31.5);
    type(again, "A1", "村（社区）");
    expect(rowHeight(again, 0) / standard).toBe(3);
    setColumnWidth(again, at("A:A"), 50);
    autofitRows(again, at("A3"));
    expect(rowHeight(again, 2) / standard).toBe(2);
  });

  test("a larger font makes the row higher", () => {
    const { sheet } = bookOf([["合计"]]);
    setLook(sheet, at("A1"), { fontSize: 22 });
    expect(rowHeight(sheet, 0) / rowHeight(sheet, 1)).toBe(2);
  });
});

test("what is looked at is kept with the sheet", async () => {
  const { book, sheet } = bookOf([], "另表");
  freezePanes(sheet, 2, 1);
  setShowsGridlines(sheet, false);
  setZoom(sheet, 85);
  select(sheet, [at("C5:D6"), at("F1")]);
  const again = sheetOf(await reopened(book), "S");
  expect([frozenPanes(again), showsGridlines(again), zoom(again), selectionOf(again)]).toEqual([{ rows: 2, columns: 1 }, false, 85, { ranges: [at("C5:D6"), at("F1")], active: { row: 4, column: 2 } }]);
  freezePanes(again, 0, 0);
  expect([frozenPanes(again), selectionOf(again).ranges]).toEqual([{ rows: 0, columns: 0 }, [at("C5:D6"), at("F1")]]);
});

test("a file that names the one pane there is, as LibreOffice writes, goes on with what is selected then", () => {
  const { sheet } = bookOf([["甲"]]);
  select(sheet, [at("A1")]);
  const [views] = childrenOf(editXml(sheet.part), "sheetViews");
  for (const view of views === undefined ? [] : childrenOf(views, "sheetView")) for (const selection of childrenOf(view, "selection")) setAttributes(selection, { pane: "topLeft" });
  select(sheet, [at("B2:B5")]);
  expect(selectionOf(sheet)).toEqual({ ranges: [at("B2:B5")], active: { row: 1, column: 1 } });
});

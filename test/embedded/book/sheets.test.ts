// Names: support.microsoft.com "Rename a worksheet"; learn.microsoft.com/javascript/api/excel/excel.worksheet (visibility, copy, delete).
import fc from "fast-check";
import { findSheet, onChange } from "../../../src/embedded/book/book";
import type { Change } from "../../../src/embedded/book/book";
import { addChart, chartsOf } from "../../../src/embedded/book/charts";
import { addName } from "../../../src/embedded/book/names";
import { protectBook, protectSheet, unprotectBook } from "../../../src/embedded/book/protection";
import { addSheet, deleteSheet, moveSheet, nameProblem, renameSheet, setTabColor, setVisibility, tabColor } from "../../../src/embedded/book/sheets";
import { copySheet } from "../../../src/embedded/book/sheet-copy";
import { addTable } from "../../../src/embedded/book/tables";
import { activate, activeSheet } from "../../../src/embedded/book/view";
import { at, bookOf, contentsOf, formulaOf, refusal, reopened, sheetOf, type, valueOf } from "./support";

test("names that Excel refuses", () => {
  const { book, sheet } = bookOf([], "预算");
  const refused = ["", "   ", "a:b", "a\\b", "a/b", "a?b", "a*b", "a[b", "a]b", "x".repeat(32), "'a", "a'", "History", "history"];
  expect(refused.map((name) => [name, refusal(() => addSheet(book, name)), refusal(() => renameSheet(sheet, name))])).toEqual(refused.map((name) => [name, "InvalidArgument", "InvalidArgument"]));
  expect([refusal(() => addSheet(book, "预算")), refusal(() => addSheet(book, "s")), refusal(() => renameSheet(sheet, "预算"))]).toEqual(["ItemAlreadyExists", "ItemAlreadyExists", "ItemAlreadyExists"]);
  expect(book.sheets.map((one) => one.name)).toEqual(["S", "预算"]);
  const accepted = ["x".repeat(31), "年初预算 2016", "a'b", "(1)", "#1!", "=1+1", "__proto__", "constructor"];
  expect(accepted.map((name) => nameProblem(book, name))).toEqual(accepted.map(() => null));
  renameSheet(sheet, "s");
  expect(sheet.name).toBe("s");
});

test("a renamed sheet keeps every formula's result, whatever its name", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "B", "1", " ", "'", "-", "预", "算", ".", "!", "$", "=", "\"", "C"), minLength: 1, maxLength: 12 });
  fc.assert(fc.property(name, name, (first, second) => {
    const { book, sheet } = bookOf([[2, 3, "=SUM(A1:B1)"]], "另表");
    const other = sheetOf(book, "另表");
    fc.pre(nameProblem(book, first, sheet) === null && nameProblem(book, second, sheet) === null);
    addName(book, "和", "=S!$A$1:$B$1");
    type(other, "A1", "=S!C1*10");
    type(other, "A2", "=SUM(和)+S!A1");
    type(other, "A3", "=\"S!C1\"&S!B1");
    const results = (): unknown[] => ["A1", "A2", "A3"].map((address) => valueOf(other, address));
    for (const next of [first, second, "S"]) {
      renameSheet(sheet, next);
      type(sheet, "A1", 4);
      type(sheet, "A1", 2);
      expect(results()).toEqual([50, 7, "S!C13"]);
    }
    expect([formulaOf(other, "A1"), book.names[0]?.formula]).toEqual(["=S!C1*10", "=S!$A$1:$B$1"]);
  }));
});

test("sheets keep their ids when they are renamed, moved, saved and opened", async () => {
  const { book, sheet } = bookOf([], "甲", "乙");
  const ids = book.sheets.map((one) => one.id);
  renameSheet(sheet, "总");
  moveSheet(sheet, 2);
  expect(book.sheets.map((one) => one.name)).toEqual(["甲", "乙", "总"]);
  const again = await reopened(book);
  expect(again.sheets.map((one) => [one.name, one.id])).toEqual([["甲", ids[1]], ["乙", ids[2]], ["总", ids[0]]]);
  deleteSheet(sheetOf(again, "总"));
  expect(ids).not.toContain(addSheet(again, "新").id);
});

test("the last visible sheet can be neither deleted nor hidden", () => {
  const { book, sheet } = bookOf([], "藏");
  setVisibility(sheetOf(book, "藏"), "VeryHidden");
  expect([refusal(() => deleteSheet(sheet)), refusal(() => setVisibility(sheet, "Hidden"))]).toEqual(["InvalidOperation", "InvalidOperation"]);
  deleteSheet(sheetOf(book, "藏"));
  expect(book.sheets.map((one) => one.name)).toEqual(["S"]);
});

test("deleting a sheet leaves #REF! where it was named and goes to the sheet behind", () => {
  const { book, sheet } = bookOf([[1]], "另表", "末");
  const other = sheetOf(book, "另表");
  type(sheet, "A1", "=另表!A1+1");
  addName(book, "名", "=另表!$A$1");
  activate(other);
  deleteSheet(other);
  expect([formulaOf(sheet, "A1"), valueOf(sheet, "A1"), book.names[0]?.formula, activeSheet(book).name, findSheet(book, "另表")]).toEqual(["=#REF!+1", "#REF!", "=#REF!", "末", null]);
});

test("a hidden sheet cannot be active", () => {
  const { book, sheet } = bookOf([], "另表");
  setVisibility(sheet, "Hidden");
  expect([activeSheet(book).name, refusal(() => activate(sheet))]).toEqual(["另表", "InvalidOperation"]);
});

test("a copy is complete and stands for itself", async () => {
  const { book, sheet } = bookOf([["名", "额"], ["甲", 1], ["乙", 2], ["=SUM(表[额])", "=S!B2+另表!A1"]], "另表");
  addTable(sheet, at("A1:B3"), true, "表");
  addName(sheet, "本", "=S!$B$2");
  addChart(sheet, "ColumnClustered", { sheet, range: at("A1:B3") }, "Auto");
  setTabColor(sheet, "#FF0000");
  protectSheet(sheet);
  const copy = copySheet(sheet, { position: "After" });
  expect(book.sheets.map((one) => one.name)).toEqual(["S", "S (2)", "另表"]);
  expect([formulaOf(copy, "A4"), formulaOf(copy, "B4"), valueOf(copy, "A4"), copy.tables.map((table) => table.name), copy.protected, tabColor(copy)]).toEqual(["=SUM(Table2[额])", "='S (2)'!B2+另表!A1", 3, ["Table2"], true, "#FF0000"]);
  expect(chartsOf(copy)[0]?.series).toEqual([{ name: "='S (2)'!$B$1", values: "'S (2)'!$B$2:$B$3", categories: "'S (2)'!$A$2:$A$3" }]);
  expect(book.names.map((defined) => [defined.sheet?.name, defined.name, defined.formula])).toEqual([["S", "本", "=S!$B$2"], ["S (2)", "本", "='S (2)'!$B$2"]]);
  const again = await reopened(book);
  expect(contentsOf(sheetOf(again, "S (2)"))).toEqual(contentsOf(copy));
  expect(chartsOf(sheetOf(again, "S (2)")).map((chart) => chart.series)).toEqual(chartsOf(copy).map((chart) => chart.series));
});

test("a protected structure admits no change of sheets until the password is given", () => {
  const { book, sheet } = bookOf([], "另表");
  protectBook(book, "密码1");
  const acts = [() => addSheet(book), () => deleteSheet(sheet), () => renameSheet(sheet, "新"), () => moveSheet(sheet, 1), () => copySheet(sheet, { position: "End" }), () => setVisibility(sheet, "Hidden")];
  expect(acts.map(refusal)).toEqual(acts.map(() => "AccessDenied"));
  expect(refusal(() => unprotectBook(book, "错"))).toBe("AccessDenied");
  unprotectBook(book, "密码1");
  expect(refusal(() => addSheet(book))).toBe("done");
});

test("every change is told once, in order, with what happened", () => {
  const { book, sheet } = bookOf([["a"]], "另表");
  const heard: Change[] = [];
  const stop = onChange(book, (change) => heard.push(change));
  type(sheet, "A1", 5);
  renameSheet(sheet, "总");
  moveSheet(sheet, 1);
  setVisibility(sheetOf(book, "另表"), "Hidden");
  stop();
  type(sheet, "A1", 6);
  expect(heard.map((change) => ({ ...change, revision: undefined }))).toEqual([
    { kind: "edited", sheetId: sheet.id, range: at("A1"), before: { value: "a", valueType: "String" }, source: "local" },
    { kind: "sheet-renamed", sheetId: sheet.id, from: "S", to: "总", source: "local" },
    { kind: "sheet-moved", sheetId: sheet.id, from: 0, to: 1, source: "local" },
    { kind: "sheet-visibility", sheetId: sheetOf(book, "另表").id, from: "Visible", to: "Hidden", source: "local" },
  ]);
  expect(heard.map((change) => change.revision)).toEqual(heard.map((_, index) => (heard[0]?.revision ?? 0) + index));
});

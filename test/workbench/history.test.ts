import { createBook } from "../../src/embedded/book/book";
import type { Book, Sheet } from "../../src/embedded/book/book";
import { enterValue, formulaAt, numberFormatAt, readFormulas } from "../../src/embedded/book/cells";
import { select, selectionOf } from "../../src/embedded/book/view";
import { createActions } from "../../src/workbench/grid/actions";
import { createHistory } from "../../src/workbench/history";
import { range } from "./range";

function open(): { book: Book; sheet: Sheet } {
  const book = createBook(["预算执行"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  enterValue(sheet, 0, 0, "71.16");
  return { book, sheet };
}

describe("taking typed things back", () => {
  it("gives the cell its content and its number format again, and redo the new ones", () => {
    const { book, sheet } = open();
    const history = createHistory(book);
    history.edit(range("A1"), () => enterValue(sheet, 0, 0, "45.5%"));
    history.edit(range("B1"), () => enterValue(sheet, 0, 1, "=A1*2"));

    history.undo();
    history.undo();
    expect([formulaAt(sheet, 0, 0), numberFormatAt(sheet, 0, 0), formulaAt(sheet, 0, 1)]).toEqual([71.16, "General", ""]);
    expect(history.canUndo()).toBe(false);

    history.redo();
    history.redo();
    expect([formulaAt(sheet, 0, 0), formulaAt(sheet, 0, 1)]).toEqual([0.455, "=A1*2"]);
    expect(numberFormatAt(sheet, 0, 0)).toMatch(/%$/);
    expect(history.canRedo()).toBe(false);
  });

  it("goes to the cells it changes", () => {
    const { book, sheet } = open();
    const history = createHistory(book);
    history.edit(range("A1"), () => enterValue(sheet, 0, 0, "1"));
    select(sheet, [range("C9")]);
    history.undo();
    expect(selectionOf(sheet).ranges).toEqual([range("A1")]);
  });

  it("ends where an add-in wrote, as in Excel", () => {
    const { book, sheet } = open();
    const history = createHistory(book);
    history.edit(range("A1"), () => enterValue(sheet, 0, 0, "1"));
    enterValue(sheet, 5, 5, "written by an add-in");
    expect(history.canUndo()).toBe(false);
  });

  it("does not end where somebody only looked", () => {
    const { book, sheet } = open();
    const history = createHistory(book);
    history.edit(range("A1"), () => enterValue(sheet, 0, 0, "1"));
    select(sheet, [range("C9")]);
    expect(history.canUndo()).toBe(true);
  });

  it("remembers nothing of an edit that was refused", () => {
    const { book, sheet } = open();
    const history = createHistory(book);
    expect(() => history.edit(range("A1"), () => enterValue(sheet, 0, 0, "=SUM("))).toThrow();
    expect(history.canUndo()).toBe(false);
    expect(formulaAt(sheet, 0, 0)).toBe(71.16);
  });
});

describe("acting on the selected cells", () => {
  it("clears the filled part of a whole column as one step", () => {
    const { book, sheet } = open();
    const history = createHistory(book);
    const actions = createActions(book, history);
    select(sheet, [range("A:A")]);
    actions.clearContents();
    expect(formulaAt(sheet, 0, 0)).toBe("");
    history.undo();
    expect(formulaAt(sheet, 0, 0)).toBe(71.16);
  });

  it("types a pasted text cell by cell, from the active cell on", () => {
    const { book, sheet } = open();
    const actions = createActions(book, createHistory(book));
    select(sheet, [range("B2")]);
    actions.paste("类别\t支出\r\n人大事务\t71.16\r\n");
    expect(readFormulas(sheet, range("B2:C3"))).toEqual([["类别", "支出"], ["人大事务", 71.16]]);
    expect(selectionOf(sheet).ranges).toEqual([range("B2:C3")]);
  });

  it("copies formulas, not only what they show, inside the workbook", () => {
    const { book, sheet } = open();
    const actions = createActions(book, createHistory(book));
    enterValue(sheet, 0, 1, "=A1*2");
    select(sheet, [range("A1:B1")]);
    const text = actions.copy(false);
    expect(text).toBe("71.16\t142.32");
    select(sheet, [range("A4")]);
    actions.paste(`${text}\r\n`);
    expect(readFormulas(sheet, range("A4:B4"))).toEqual([[71.16, "=A4*2"]]);
  });
});

import fc from "fast-check";
import { createBook, HostRefusal } from "../../src/embedded/book/book";
import type { Book, Sheet } from "../../src/embedded/book/book";
import { formulaAt, numberFormatAt, readFormulas, readValues } from "../../src/embedded/book/cells";
import { enterValue, enterValues } from "../../src/embedded/book/entering";
import { addConditionalFormat, conditionalFormatsOf } from "../../src/embedded/book/conditional-formats";
import { setValidation, validationsOf } from "../../src/embedded/book/data-validation";
import { readLooks, setLook } from "../../src/embedded/book/formats";
import { merge, mergesOf } from "../../src/embedded/book/merges";
import { addName, namesOf } from "../../src/embedded/book/names";
import { select, selectionOf } from "../../src/embedded/book/view";
import { createActions } from "../../src/workbench/grid/actions";
import type { GridActions } from "../../src/workbench/grid/actions";
import { createHistory } from "../../src/workbench/history";
import type { History } from "../../src/workbench/history";
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

describe("taking back what is done to cells", () => {
  const AREA = range("A1:H12");

  /** Everything that an act on cells can change. */
  function picture(book: Book): unknown {
    const sheets = book.sheets.map((sheet) => ({
      formulas: readFormulas(sheet, AREA),
      values: readValues(sheet, AREA),
      looks: readLooks(sheet, AREA),
      merges: mergesOf(sheet),
      rules: conditionalFormatsOf(sheet).map(({ ranges, rule }) => ({ ranges, rule })),
      validation: validationsOf(sheet),
    }));
    return { sheets, names: namesOf(book).map(({ name, formula }) => [name, formula]) };
  }

  function openAll(): { book: Book; sheet: Sheet } {
    const book = createBook(["预算执行", "汇总"]);
    const [sheet, other] = book.sheets;
    if (sheet === undefined || other === undefined) throw new Error("no sheet");
    enterValues(sheet, range("A1:C3"), [["人大事务", 71.16, "=B1*2"], ["财政事务", "45.5%", "=SUM(B$1:B2)"], ["合计", "=SUM(B1:B2)", "=$C$1"]]);
    enterValue(sheet, 0, 6, "=SEQUENCE(3,2)");
    enterValues(other, range("A1:B1"), [["=预算执行!B3", "=SUM(预算执行!A1:D4)"]]);
    merge(sheet, range("A5:B6"));
    setLook(sheet, range("B1:C2"), { bold: true, fillColor: "#FFFF00" });
    addConditionalFormat(sheet, [range("B1:B3")], { type: "Custom", formula: "=B1>50", look: { fontColor: "#FF0000" } });
    setValidation(sheet, range("C1:C3"), { rule: { type: "Custom", formula: "=C1>0" } });
    addName(book, "支出", "=预算执行!$B$1:$B$3");
    return { book, sheet };
  }

  const place = fc.tuple(fc.nat(5), fc.nat(3)).map(([row, column]) => ({ row, column }));
  const area = fc.tuple(place, fc.nat(2), fc.nat(2)).map(([{ row, column }, down, right]) => ({ top: row, left: column, bottom: row + down, right: column + right }));
  const act: fc.Arbitrary<(actions: GridActions, history: History, sheet: Sheet) => void> = fc.oneof(
    fc.tuple(place, fc.constantFrom("7", "12%", "文字", "=B1+1", "")).map(([{ row, column }, typed]) => (_: GridActions, history: History, sheet: Sheet) => history.edit({ top: row, left: column, bottom: row, right: column }, () => enterValue(sheet, row, column, typed))),
    area.map((cells) => (actions: GridActions, _: History, sheet: Sheet) => {
      select(sheet, [cells]);
      actions.clearContents();
    }),
    area.map((cells) => (actions: GridActions, _: History, sheet: Sheet) => {
      select(sheet, [cells]);
      actions.toggle("bold");
    }),
    fc.tuple(area, place, fc.boolean()).map(([cells, { row, column }, cut]) => (actions: GridActions, _: History, sheet: Sheet) => {
      select(sheet, [cells]);
      const text = actions.copy(cut);
      select(sheet, [{ top: row, left: column, bottom: row, right: column }]);
      if (text !== null) actions.paste(text);
    }),
    fc.tuple(place).map(([{ row, column }]) => (actions: GridActions, _: History, sheet: Sheet) => {
      select(sheet, [{ top: row, left: column, bottom: row, right: column }]);
      actions.paste("从外面\t3\r\n4\t5");
    }),
  );

  it("leads back and forth through every state there was, cell for cell", () => {
    fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 6 }), (acts) => {
      const { book, sheet } = openAll();
      const states = [picture(book)];
      const history = createHistory(book);
      const counted: History = {
        ...history,
        edit: (cells, work) => {
          history.edit(cells, work);
          states.push(picture(book));
        },
        editAreas: (areas, work, moves) => {
          history.editAreas(areas, work, moves);
          states.push(picture(book));
        },
      };
      const actions = createActions(book, counted);
      for (const one of acts) {
        try {
          one(actions, counted, sheet);
        } catch (error) {
          if (!(error instanceof HostRefusal)) throw error;
        }
      }
      for (const state of states.slice(0, -1).reverse()) {
        history.undo();
        expect(picture(book)).toEqual(state);
      }
      expect(history.canUndo()).toBe(false);
      for (const state of states.slice(1)) {
        history.redo();
        expect(picture(book)).toEqual(state);
      }
      expect(history.canRedo()).toBe(false);
    }), { numRuns: 80 });
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

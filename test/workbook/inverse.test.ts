import fc from "fast-check";
import type { CellLook, Content, Edit, WriteContents } from "../../src/workbook/edits";
import { invert, undoable, type Before } from "../../src/workbook/inverse";
import { readLedger, serialiseLedger, type Ledger } from "../../src/workbook/ledger";
import { rangeOf } from "../support/snapshots";

const BLANK: Content = { kind: "blank" };
const number = (value: number): Content => ({ kind: "number", value });
const text = (value: string): Content => ({ kind: "text", value });

function look(numberFormat: string): CellLook {
  const line = { style: "None", weight: "Thin", color: "#000000" };
  return { numberFormat, horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false, fill: null, font: { name: "宋体", size: 11, bold: false, italic: false, underline: "None", color: "#000000" }, borders: { top: line, bottom: line, left: line, right: line, horizontal: line, vertical: line } };
}

/** One column of contents from `from` on. */
function writes(address: string, expected: readonly Content[], contents: readonly Content[]): WriteContents {
  return { kind: "contents", sheetId: "s", range: rangeOf(address), contents: contents.map((content) => [content]), expected: expected.map((content) => [content]) };
}

test("inverse edits put back what stood there, last first", () => {
  const edits: { edit: Edit; before: Before }[] = [
    { edit: { kind: "copy-look", sheetId: "s", range: rangeOf("E1:E2"), from: { row: 0, column: 3 } }, before: { kind: "look", runs: [{ range: rangeOf("E1"), look: look("General") }, { range: rangeOf("E2"), look: look("@") }] } },
    { edit: { kind: "column-widths", sheetId: "s", range: rangeOf("E1:E2"), widths: [90] }, before: { kind: "widths", widths: [48] } },
    { edit: writes("E1:E2", [BLANK, text("旧")], [text("核算完成比例"), number(0.5)]), before: { kind: "contents", contents: [[BLANK], [text("旧")]] } },
    { edit: { kind: "stored", expected: null, stored: "<new/>" }, before: { kind: "stored", stored: null } },
  ];
  expect(invert(edits)).toEqual([
    { kind: "stored", expected: "<new/>", stored: null },
    writes("E1:E2", [text("核算完成比例"), number(0.5)], [BLANK, text("旧")]),
    { kind: "column-widths", sheetId: "s", range: rangeOf("E1:E2"), widths: [48] },
    { kind: "look", sheetId: "s", range: rangeOf("E2"), look: look("@") },
    { kind: "look", sheetId: "s", range: rangeOf("E1"), look: look("General") },
  ]);
});

describe("what is still ours to undo", () => {
  // We wrote 0.1, 0.2, 0.3 into blank cells, formatted them and widened the column.
  const back = writes("E1:E3", [number(0.1), number(0.2), number(0.3)], [BLANK, BLANK, BLANK]);
  const looks: Edit = { kind: "look", sheetId: "s", range: rangeOf("E1:E3"), look: look("General") };
  const widths: Edit = { kind: "column-widths", sheetId: "s", range: rangeOf("E1:F1"), widths: [48, 50] };
  const inverse = [back, widths, looks];
  const now = (...cells: Content[]) => ({ contents: [cells.map((cell) => [cell])], stored: null });

  test("everything, if nobody touched it", () => {
    expect(undoable(inverse, now(number(0.1), number(0.2), number(0.3)))).toEqual({ edits: inverse, kept: [] });
  });

  test("all but the cell somebody changed, which keeps its look, and its column its width", () => {
    expect(undoable(inverse, now(number(0.1), text("核实中"), number(0.3)))).toEqual({
      edits: [
        writes("E1", [number(0.1)], [BLANK]), writes("E3", [number(0.3)], [BLANK]),
        { ...widths, range: rangeOf("F1"), widths: [50] },
        { ...looks, range: rangeOf("E1") }, { ...looks, range: rangeOf("E3") },
      ],
      kept: [{ sheetId: "s", range: rangeOf("E2") }],
    });
  });

  test("a cell that somebody put back already is no change of theirs", () => {
    expect(undoable(inverse, now(BLANK, number(0.2), number(0.3))).kept).toEqual([]);
  });

  test("nothing, if rows were inserted above and all cells moved", () => {
    const { edits, kept } = undoable([back], now(text("甲"), number(0.1), number(0.2)));
    expect([edits, kept]).toEqual([[], [{ sheetId: "s", range: rangeOf("E1:E3") }]]);
  });

  test("cells of other sheets at the same place are not confused", () => {
    const other: Edit = { ...looks, sheetId: "t" };
    expect(undoable([back, other], now(text("x"), text("x"), text("x"))).edits).toEqual([other]);
  });
});

describe("what we keep in the workbook", () => {
  const ledger = (header: string, choices: Ledger["choices"]): string => {
    const stored = serialiseLedger({ written: [{ sheetId: "s", sheetName: "表", kind: "rate", header, ownHeader: true, headerRow: 1, column: 4, fromTable: 4, marks: "" }], choices, review: null, sheets: null });
    return stored.ok ? (stored.value ?? "") : "";
  };
  const undone = (now: string | null): Edit[] => [...undoable([{ kind: "stored", expected: ledger("wrote", 1), stored: ledger("before", 1) }], { contents: [], stored: now }).edits];

  test("goes back as it was", () => {
    expect(undone(ledger("wrote", 1))).toEqual([{ kind: "stored", expected: ledger("wrote", 1), stored: ledger("before", 1) }]);
  });

  test("keeps what was chosen since", () => {
    const [edit] = undone(ledger("wrote", 2));
    expect(edit).toMatchObject({ kind: "stored", expected: ledger("wrote", 2) });
    expect(edit?.kind === "stored" && readLedger(edit.stored)).toMatchObject({ ok: true, value: { choices: 2, written: [{ header: "before" }] } });
  });

  test("is left alone where it cannot be read", () => {
    expect(undone("<damaged")).toEqual([]);
  });
});

test("undoing restores exactly the cells that are as we wrote them, whatever others changed", () => {
  const cell = fc.constantFrom(BLANK, number(1), text("甲"), text("1"));
  const column = (height: number) => fc.array(cell, { minLength: height, maxLength: height });
  const history = fc.integer({ min: 1, max: 8 }).chain((height) => fc.tuple(column(height), column(height), fc.array(fc.option(cell), { minLength: height, maxLength: height })));
  fc.assert(fc.property(history, ([before, wrote, changes]) => {
    const now = wrote.map((content, i) => changes[i] ?? content);
    const address = `E1:E${before.length}`;
    const { edits, kept } = undoable([writes(address, wrote, before)], { contents: [now.map((content) => [content])], stored: null });
    const after = [...now];
    for (const edit of edits) {
      if (edit.kind !== "contents") throw new Error(edit.kind);
      edit.contents.forEach(([content], i) => (after[edit.range.top + i] = content as Content));
    }
    const isKept = (row: number): boolean => kept.some(({ range }) => row >= range.top && row <= range.bottom);
    now.forEach((content, row) => {
      const isTheirs = JSON.stringify(content) !== JSON.stringify(wrote[row]) && JSON.stringify(content) !== JSON.stringify(before[row]);
      expect([isKept(row), after[row]]).toEqual(isTheirs ? [true, content] : [false, before[row]]);
    });
  }));
});

import { overlap } from "../../src/workbook/address";
import { api } from "@fortune-sheet/core";
import { produce } from "immer";
import { createSelectionHearing, fromGrid, selectInGrid, toGrid } from "../../src/workbench/grid/selection";
import { range } from "./range";

const extent = { rows: 80, columns: 26 };

describe("selection between book and grid", () => {
  it("takes all rows that are drawn for all rows there are", () => {
    expect(fromGrid([{ row: [0, 79], column: [2, 3] }], extent)).toEqual([range("C:D")]);
    expect(fromGrid([{ row: [4, 6], column: [0, 25] }], extent)).toEqual([range("5:7")]);
    expect(fromGrid([{ row: [0, 78], column: [2, 3] }], extent)).toEqual([range("C1:D79")]);
  });

  it.each(["A1", "B2:D28", "C:D", "5:7"])("brings %s there and back", (address) => {
    expect(fromGrid(toGrid([range(address)], { row: range(address).top, column: range(address).left }, extent), extent)).toEqual([range(address)]);
  });

  it("keeps the active cell inside the range", () => {
    expect(toGrid([range("B2:D28")], { row: 5, column: 2 }, extent)).toEqual([{ row: [1, 27], column: [1, 3], row_focus: 5, column_focus: 2 }]);
  });

  it("gives the component ranges of its own each time React has it select them", () => {
    const cells = Array.from({ length: 80 }, () => new Array<null>(26).fill(null));
    const sizes = (count: number): number[] => Array.from({ length: count }, (_, i) => 20 * (i + 1));
    const shown = { currentSheetId: "1", luckysheetfile: [{ id: "1", data: cells }], config: {}, visibledatarow: sizes(80), visibledatacolumn: sizes(26) };
    const selected: unknown[] = [];
    selectInGrid({
      batchCallApis: (calls) => {
        for (let run = 0; run < 2; run++) {
          const after = produce(shown, (draft) => calls.forEach(({ args }) => api.setSelection(draft as never, args[0] as never, {})));
          selected.push((after as { luckysheet_select_save?: unknown }).luckysheet_select_save);
        }
      },
    }, toGrid([range("B2:D28")], { row: 5, column: 2 }, extent));
    expect(selected[0]).toEqual([expect.objectContaining({ row: [1, 27], column: [1, 3], row_focus: 5, column_focus: 2 })]);
    expect(selected[1]).toEqual(selected[0]);
  });

  it("finds the common part of two ranges, or none", () => {
    expect(overlap(range("A:A"), range("A2:D28"))).toEqual(range("A2:A28"));
    expect(overlap(range("F1"), range("A2:D28"))).toBeNull();
  });
});

describe("what the component says of its selection", () => {
  const [old, written, clicked, merge] = [[range("A1")], [range("E3:E26")], [range("B7")], [range("A1:D1")]];

  it("never takes back what the book was told to select meanwhile", () => {
    const hearing = createSelectionHearing();
    hearing.told(old, old);
    expect(hearing.heard(old, old)).toBeNull();
    // The add-in selected; the component, which draws what was written, still shows the old cell.
    expect(hearing.heard(old, written)).toBeNull();
    hearing.told(written, written);
    expect(hearing.heard(old, written)).toBeNull();
    expect(hearing.heard(written, written)).toBeNull();
  });

  it("hears late that it was told something, when the book has gone elsewhere", () => {
    const hearing = createSelectionHearing();
    hearing.told(old, old);
    hearing.told(clicked, clicked);
    expect(hearing.heard(clicked, written)).toBeNull();
  });

  it("takes over what a person selects, also where it was told the same before", () => {
    const hearing = createSelectionHearing();
    hearing.told(old, old);
    hearing.heard(old, old);
    expect(hearing.heard(clicked, old)).toEqual(clicked);
    expect(hearing.heard(clicked, clicked)).toBeNull();
    expect(hearing.heard(old, clicked)).toEqual(old);
  });

  it("selects the whole of a merge in the book too", () => {
    const hearing = createSelectionHearing();
    hearing.told(merge, old);
    expect(hearing.heard(merge, old)).toEqual(merge);
  });
});

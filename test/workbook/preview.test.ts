import fc from "fast-check";
import { formatRange, rangeOfCell } from "../../src/workbook/address";
import type { Edit } from "../../src/workbook/edits";
import { changedRanges, previewEdits } from "../../src/workbook/preview";
import { rangeOf, sheetOf } from "../support/snapshots";

const EDITS: Edit[] = [
  { kind: "number-format", sheetId: "{表}", range: rangeOf("E1:E3"), format: "0.00%" },
  {
    kind: "contents", sheetId: "{表}", range: rangeOf("E2:E4"),
    expected: [[{ kind: "blank" }], [{ kind: "number", value: 0.5 }], [{ kind: "text", value: "旧" }]],
    contents: [[{ kind: "number", value: 0.2043 }], [{ kind: "number", value: 0.5 }], [{ kind: "blank" }]],
  },
  { kind: "stored", expected: null, stored: "<x/>" },
];

test("lists the cells whose content would change, from what to what", () => {
  expect(previewEdits(EDITS, [sheetOf("表", [["x"]])])).toEqual({
    changes: [
      { place: { sheetId: "{表}", sheetName: "表", range: rangeOf("E2") }, before: { kind: "blank" }, after: { kind: "number", value: 0.2043 } },
      { place: { sheetId: "{表}", sheetName: "表", range: rangeOf("E4") }, before: { kind: "text", value: "旧" }, after: { kind: "blank" } },
    ],
    total: 2,
  });
});

test("counts what it does not list", () => {
  const { changes, total } = previewEdits(EDITS, [sheetOf("表", [["x"]])], 1);
  expect([changes.length, total]).toEqual([1, 2]);
});

describe("where contents change", () => {
  const everywhere = { sheetId: "{表}", range: rangeOf("A1:Z99") };
  /** One edit a column, in this order. */
  const writing = (...columns: readonly (readonly [column: number, rows: readonly number[]])[]): Edit[] => columns.map(([column, rows]) => ({
    kind: "contents", sheetId: "{表}", range: { top: 0, bottom: 9, left: column, right: column },
    expected: Array.from({ length: 10 }, () => [{ kind: "blank" }]),
    contents: Array.from({ length: 10 }, (_, row) => [rows.includes(row) ? { kind: "number", value: 1 } : { kind: "blank" }]),
  }));
  const named = (edits: Edit[], place = everywhere): string => changedRanges(edits, place).map(formatRange).join(", ");

  test("names exactly these cells, columns from left to right, neighbours as one", () => {
    expect(named(EDITS)).toBe("E2, E4");
    expect(named(writing([6, [1, 2, 3]], [4, [1, 2, 3]], [5, [1, 2, 3]]))).toBe("E2:G4");
    expect(named(writing([5, [1, 2]], [4, [1, 2, 3]]))).toBe("E2:E4, F2:F3");
    expect(named(writing([4, [1, 2]]), { ...everywhere, sheetId: "{其他}" })).toBe("");
    expect(named(writing([4, [1, 2]], [5, [1, 2]]), { ...everywhere, range: rangeOf("F3:F9") })).toBe("F3");
  });

  test("each changed cell once, and no other", () => {
    const cells = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 })), { selector: String });
    fc.assert(fc.property(cells, (all) => {
      const columns = [...new Set(all.map(([column]) => column))];
      const ranges = changedRanges(writing(...columns.map((column) => [column, all.flatMap(([at, row]) => (at === column ? [row] : []))] as const)), everywhere);
      const covered = ranges.flatMap(({ top, bottom, left, right }) => Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, k) => formatRange(rangeOfCell(top + Math.floor(k / (right - left + 1)), left + (k % (right - left + 1))))));
      expect([...covered].sort()).toEqual(all.map(([column, row]) => formatRange(rangeOfCell(row, column))).sort());
    }));
  });
});

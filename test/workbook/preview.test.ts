import type { Edit } from "../../src/workbook/edits";
import { previewEdits } from "../../src/workbook/preview";
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

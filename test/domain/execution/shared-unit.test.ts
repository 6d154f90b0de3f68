import { inferUnits } from "../../../src/domain/execution/shared-unit";
import type { BudgetTable } from "../../../src/domain/table";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";
import { tableIn, type TableShape } from "../../support/tables";

type Rows = readonly (readonly [string, CellValue])[];

function side(name: string, rows: Rows, shape: Partial<TableShape>): { readonly sheet: SheetSnapshot; readonly table: BudgetTable } {
  const sheet = sheetOf(name, [["名称", "金额"], ...rows]);
  const table = tableIn(sheet, { header: 1, roles: { A: "name", B: "original-budget" }, ...shape });
  return { sheet, table: table.unit === null ? { ...table, unitReason: { code: "unit-unknown" } } : table };
}

/** The unit found for figures without one, beside tables with these figures in these units. */
function unitOf(rows: Rows, ...others: readonly (readonly [string, Rows, TableShape["unit"]])[]) {
  const sides = [side("无单位", rows, {}), ...others.map(([name, figures, unit]) => side(name, figures, { unit: unit ?? null }))];
  return inferUnits(sides.map(({ table }) => table), new Map(sides.map(({ sheet }) => [sheet.id, sheet])))[0];
}

const FIGURES: Rows = [["甲", 400], ["乙", "109.46 "], ["丙", "1,600.00"], ["丁", 0]];

test("the same figures on the same lines of a table with a unit tell it, to be confirmed", () => {
  const found = unitOf(FIGURES, ["预算表", [["丙", 1600], ["乙", 109.46], ["甲", "400.00"], ["戊", 5]], "万元"]);
  const reason = { code: "unit-of-same-figures", values: { unit: "万元", other: "预算表" } };
  expect(found).toMatchObject({ unit: "万元", unitReason: reason, doubts: [reason] });
});

test.each<[string, Rows]>([
  ["two equal figures", [["甲", 400], ["乙", 109.46]]],
  ["equal figures on other lines", [["戊", 400], ["己", 109.46], ["庚", 1600]]],
  ["zeros", [["甲", 0], ["乙", 0], ["丙", 0], ["丁", 0]]],
  ["names that stand twice", [["甲", 400], ["甲", 400], ["乙", 109.46], ["乙", 109.46], ["丙", 1600]]],
  ["the same figures in another unit", [["甲", 4000000], ["乙", 1094600], ["丙", 16000000]]],
])("%s tell nothing", (_, rows) => {
  expect(unitOf(FIGURES, ["预算表", rows, "万元"])).toMatchObject({ unit: null, doubts: [] });
});

test("tables that disagree tell nothing", () => {
  expect(unitOf(FIGURES, ["一", FIGURES, "万元"], ["二", FIGURES, "元"])).toMatchObject({ unit: null });
});

test("half of the common lines is not enough", () => {
  const others: Rows = [["戊", 1], ["己", 2], ["庚", 3]];
  expect(unitOf([...FIGURES.slice(0, 3), ...others], ["一", [...FIGURES.slice(0, 3), ...others.map(([name]) => [name, 9] as const)], "万元"])).toMatchObject({ unit: null });
});

test("a unit that a person said to be unknown stays unknown", () => {
  const known = side("一", FIGURES, { unit: "万元" });
  const chosen = side("二", FIGURES, {});
  const table = { ...chosen.table, unitReason: { code: "unit-chosen" } };
  expect(inferUnits([known.table, table], new Map([[known.sheet.id, known.sheet], [chosen.sheet.id, chosen.sheet]]))[1]).toBe(table);
});

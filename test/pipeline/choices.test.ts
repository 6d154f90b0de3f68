import fc from "fast-check";
import { UNITS, type Unit } from "../../src/domain/amounts/unit";
import { daysInMonth } from "../../src/domain/execution/time-progress";
import type { TableOverride } from "../../src/domain/recognise/override";
import { ROLES } from "../../src/domain/table";
import { choicesFromJson, choicesToJson } from "../../src/pipeline/choices";
import { DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import type { CellRange } from "../../src/workbook/address";
import type { Json } from "../../src/workbook/ledger";

const row = fc.nat(1_048_575);
const range: fc.Arbitrary<CellRange> = fc.tuple(row, fc.nat(100), fc.nat(50), fc.nat(50)).map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right }));
const override: fc.Arbitrary<TableOverride> = fc.record({
  tableId: fc.string(),
  ignored: fc.constant(true as const),
  range,
  headerTop: row, headerBottom: row, lastRow: row,
  unit: fc.option(fc.constantFrom(...(Object.keys(UNITS) as Unit[]))),
  columns: fc.dictionary(fc.nat(16_383).map(String), fc.option(fc.constantFrom(...ROLES))),
  totalRow: fc.option(row),
  ignoredRows: fc.array(row, { minLength: 1 }),
  ignoredLines: fc.array(fc.string(), { minLength: 1 }),
  subtotalRows: fc.array(row),
  subtotalLines: fc.array(fc.string(), { minLength: 1 }),
}, { requiredKeys: ["tableId"] }) as fc.Arbitrary<TableOverride>;
const sheetRange = fc.record({ sheetId: fc.string(), range });
const choices: fc.Arbitrary<ComputeOptions> = fc.record({
  basis: fc.constantFrom("adjusted", "original"),
  cutOff: fc.option(fc.record({ year: fc.integer({ min: 1000, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), share: fc.nat(30) })
    .map(({ year, month, share }) => ({ year, month, day: 1 + (share % daysInMonth(year, month)) }))),
  overrides: fc.array(override, { maxLength: 5 }),
  pairs: fc.array(fc.record({ expenditure: fc.string(), budget: fc.option(fc.string()) }), { maxLength: 5 }),
  ranges: fc.option(fc.record({ budget: sheetRange, expenditure: sheetRange })),
}).map((chosen) => ({ ...DEFAULT_OPTIONS, ...chosen }));

test("what was chosen comes back as it was", () => {
  fc.assert(fc.property(choices, (chosen) => {
    const stored = JSON.parse(JSON.stringify(choicesToJson(chosen))) as Json;
    expect(choicesFromJson(stored)).toEqual(chosen);
  }));
});

test("nothing chosen is nothing stored", () => {
  expect(choicesToJson(DEFAULT_OPTIONS)).toBeNull();
});

test("anything else that may stand there is as if nothing had been chosen", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(() => choicesFromJson(value as Json)).not.toThrow();
  }));
  expect(choicesFromJson({
    basis: "net", cutOff: "2016-02-30", pairs: [{ expenditure: 1 }], ranges: { budget: { sheetId: "a", range: [5, 0, 1, 0] } },
    overrides: [{ unit: "元" }, { tableId: "t", unit: "美元", totalRow: -1, columns: { A: "name", 2: "wages", 3: "rate" }, range: [1, 2, 3] }],
  })).toEqual({ ...DEFAULT_OPTIONS, overrides: [{ tableId: "t", columns: { 3: "rate" } }] });
});

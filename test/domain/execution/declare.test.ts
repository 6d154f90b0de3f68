/** Two columns pointed out under headers that tell nothing: a table like any other, or the bare ranges. */

import { computeWorkbook, DEFAULT_OPTIONS, withDeclaredTable, type ComputeOptions } from "../../../src/pipeline/compute";
import { choicesFromJson, choicesToJson } from "../../../src/pipeline/choices";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { formatRange } from "../../../src/workbook/address";
import { rangeOf, sheetOf, snapshotOf } from "../../support/snapshots";

const notes = sheetOf("9月", [["九月账"], ["序", "事项", "盘子", "花了多少", "经办"], [1, "道路", 200, 150, "张"], [2, "绿化", 100, 120, "李"], ["", "合计", 300, 270, ""], ["", "", "", "", ""], ["制表：王"]]);

function choose(sheet: SheetSnapshot, budget: string, expenditure: string): ComputeOptions {
  const [snapshot, side] = [snapshotOf(sheet), (address: string) => ({ sheetId: sheet.id, range: rangeOf(address) })];
  return withDeclaredTable(snapshot, computeWorkbook(snapshot, DEFAULT_OPTIONS), { ...DEFAULT_OPTIONS, ranges: { budget: side(budget), expenditure: side(expenditure) } });
}

function tablesOf(sheet: SheetSnapshot, options: ComputeOptions) {
  return computeWorkbook(snapshotOf(sheet), options).executions.map(({ table, rows, total }) => ({
    at: formatRange(table.range), roles: table.columns.map(({ role }) => role), likely: table.columns.filter(({ confidence }) => confidence === "likely").map(({ column }) => column),
    rates: rows.map(({ name, kind, rate }) => `${name} ${kind} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`), total: total?.name,
  }));
}

const TABLE = { at: "A2:E5", roles: [null, "name", "original-budget", "expenditure", null], likely: [2], rates: ["道路 body 75.00", "绿化 body 120.00", "合计 total 90.00"], total: "合计" };

test.each([["C3:C5", "D3:D5"], ["C2:C5", "D2:D5"], ["C:C", "D:D"]])("%s and %s, with the columns beside them", (budget, expenditure) => {
  const options = choose(notes, budget, expenditure);
  expect([options.ranges, tablesOf(notes, options)]).toEqual([null, [TABLE]]);
});

test("it is kept with the workbook", () => {
  const options = choose(notes, "C3:C5", "D3:D5");
  const kept = choicesFromJson(JSON.parse(JSON.stringify(choicesToJson(options))));
  expect(tablesOf(notes, kept)).toEqual([TABLE]);
});

test("inside a recognised table, without names, or under a blank line the ranges stay what counts", () => {
  const known = sheetOf("表", [["项目", "预算数", "支出数"], ["甲", 100, 50], ["乙", 100, 60]]);
  const nameless = sheetOf("表", [["盘子", "花了"], [100, 50], [100, 60]]);
  const bare = sheetOf("表", [["", "", ""], ["甲", 100, 50], ["乙", 100, 60]]);
  for (const [sheet, budget, expenditure] of [[known, "B2:B3", "C2:C3"], [nameless, "A2:A3", "B2:B3"], [bare, "B2:B3", "C2:C3"]] as const) {
    const options = choose(sheet, budget, expenditure);
    expect([options.ranges !== null, options.overrides]).toEqual([true, []]);
  }
});

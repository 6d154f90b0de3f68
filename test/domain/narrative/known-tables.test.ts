/** Recognised tables as a text is compared with them. */

import { knownTables } from "../../../src/domain/narrative/against-tables/read-known";
import { compareWithTables } from "../../../src/domain/narrative/against-tables";
import { readClaims } from "../../../src/domain/narrative/claims";
import { foundIn } from "../../../src/domain/narrative/outcome";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const HEADER: readonly CellValue[] = ["项目名称", "年初预算（万元）", "支出（万元）", "执行率"];

function known(rows: readonly (readonly CellValue[])[], text: string): ReturnType<typeof knownTables> {
  const snapshot = snapshotOf(sheetOf("项目", [HEADER, ...rows], { formats: { [`D2:D${rows.length + 1}`]: "0.00%" } }));
  return knownTables(snapshot, recogniseTables(snapshot, []), readClaims(text));
}

test("figures have their value in the table's unit, percentages in percent, and their cells", () => {
  const [table] = known([["甲项目", "1,400.00 ", 81.7, 0.0584], ["乙项目", 20, "　", "50.00%"], ["合计", 1420, 81.7, 0.0575]], "");
  const figures = table?.lines.map(({ name, figures: of }) => [name, ...Object.entries(of).map(([role, { value, place }]) => `${role} ${value.toFixed()} ${place.range.top},${place.range.left}`)]);
  expect(figures).toEqual([
    ["甲项目", "original-budget 1400 1,1", "expenditure 81.7 1,2", "rate 5.84 1,3"],
    ["乙项目", "original-budget 20 2,1", "rate 50 2,3"],
  ]);
  expect([table?.unit, table?.total?.name, table?.total?.figures["original-budget"]?.value.toFixed(), table?.isWhole]).toEqual(["万元", "合计", "1420", true]);
});

test("of a table too large to be told only the lines that the text names are read, and compared", () => {
  const rows = Array.from({ length: 2500 }, (_, at): readonly CellValue[] => [`第${at}号项目`, at + 100, at, at / (at + 100)]);
  const text = "第7号项目年初预算107.00万元，支出7.00万元。\n第2400号项目年初预算2500.00万元，支出2410.00万元。";
  const tables = known(rows, text);
  expect(tables.map(({ isWhole, lines }) => [isWhole, lines.map(({ name }) => name)])).toEqual([[false, ["第7号项目", "第2400号项目"]]]);
  expect(foundIn(compareWithTables(readClaims(text), tables).checks).map(({ kind, expected, actual }) => [kind, expected, actual])).toEqual([["line", "2400", "2410"]]);
});

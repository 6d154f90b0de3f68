/** Projects of several units in one table: whose each is, and equal names told apart. */

import fc from "fast-check";
import type { FormBlock } from "../../../src/domain/summary/model";
import { columnsOf, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const SCHOOLS = [
  ["2025年项目执行表 截至2025年12月31日 单位：万元"], ["单位", "项目名称", "年初预算", "调整后预算", "支出"],
  ["甲校", "设备购置", 10, 12, 6], ["乙校", "设备购置", 20, 20, 19], ["", "课后服务", 3, 3, 1], ["丙校", "设备购置", "", 5, 5], ["合计", "", 33, 40, 31],
];

test("the unit stands beside each project, and with the name where several are called the same", () => {
  const summary = summarise(snapshotOf(sheetOf("表", SCHOOLS, { merges: ["A4:A5"] })));
  const names = ["设备购置（甲校）", "设备购置（乙校）", "课后服务", "设备购置（丙校）"];
  expect(columnsOf(tableIn(summary, "projects"), "name", "unit", "adjusted", "spent")).toEqual([
    [names[0], "甲校", "12", "6"], [names[1], "乙校", "20", "19"], [names[2], "乙校", "3", "1"], [names[3], "丙校", "5", "5"], ["合计", "", "40", "31"],
  ]);
  expect(columnsOf(tableIn(summary, "monitoring-funds"), "name").flat()).toEqual(names);
  expect([...new Set(columnsOf(tableIn(summary, "self-evaluation"), "name").flat())]).toEqual(names);
  const forms = summary.sheets.flatMap(({ blocks }) => blocks.filter((block): block is FormBlock => block.kind === "form"));
  expect(forms.map(({ fields }) => fields.flatMap(({ key, cell }) => (key === "unit" && cell.kind === "text" ? [cell.text] : [])))).toEqual([["甲校"], ["乙校"], ["乙校"], ["丙校"]]);
});

test("a finding says of which unit its line is, where there are several", () => {
  const units = (rows: readonly (readonly (string | number)[])[]) => tableIn(summarise(snapshotOf(sheetOf("表", rows, { merges: ["A4:A5"] }))), "findings");
  expect(columnsOf(units(SCHOOLS), "place", "unit").filter(([, unit]) => unit !== "").sort()).toEqual([["表 D3", "甲校"], ["表 E3", "甲校"], ["表 E5", "乙校"]]);
  expect(units(SCHOOLS.map((row) => (String(row[0]).endsWith("校") ? ["甲校", ...row.slice(1)] : row))).columns.some(({ key }) => key === "unit")).toBe(false);
});

test("without units, equal names are told apart by their codes; and where nothing tells them apart they stay as they are", () => {
  const named = (rows: readonly (readonly (string | number)[])[]): readonly (string | undefined)[] => columnsOf(tableIn(summarise(snapshotOf(sheetOf("表", [["单位：万元"], ...rows]))), "projects"), "name").flat();
  expect(named([["项目编码", "项目名称", "年初预算", "支出"], ["X1", "设备购置", 1, 1], ["X2", "设备购置", 2, 1], ["X3", "维修", 2, 1]])).toEqual(["设备购置（X1）", "设备购置（X2）", "维修", "合计"]);
  expect(named([["项目名称", "年初预算", "支出"], ["设备购置", 1, 1], ["设备购置", 2, 1], ["维修", 2, 1]])).toEqual(["设备购置", "设备购置", "维修", "合计"]);
});

test("one unit alone is no column", () => {
  const summary = summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["部门", "项目名称", "年初预算", "支出"], ["一科", "甲", 1, 1], ["一科", "乙", 2, 1], ["合计", "", 3, 2]])));
  expect(tableIn(summary, "projects").columns.map(({ key }) => key)).not.toContain("unit");
});

test("in two tables a project is one by its name within its unit, in whatever order these stand", () => {
  const units = ["甲校", "乙校", "丙校"];
  const names = ["设备购置", "维修", "课后服务"];
  const all = units.flatMap((unit) => names.map((name) => ({ unit, name })));
  const lines = fc.shuffledSubarray(all, { minLength: 2 });
  const cents = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 9, maxLength: 9 });
  fc.assert(fc.property(lines, fc.shuffledSubarray(all, { minLength: 2 }), cents, (some, others, amounts) => {
    const of = ({ unit, name }: { unit: string; name: string }): number => (amounts[all.findIndex((one) => one.unit === unit && one.name === name)] ?? 1) / 100;
    const summary = summarise(snapshotOf(
      sheetOf("预算", [["单位：万元"], ["单位", "项目名称", "年初预算"], ...some.map((one) => [one.unit, one.name, of(one)])]),
      sheetOf("执行", [["单位：万元"], ["单位", "项目名称", "调整后预算", "支出"], ...others.map((one) => [one.unit, one.name, of(one) + 1, of(one)])]),
    ));
    const rows = columnsOf(tableIn(summary, "projects"), "name", "unit", "original", "adjusted").slice(0, -1);
    const isIn = (list: readonly { unit: string; name: string }[], one: { unit: string; name: string }): boolean => list.some(({ unit, name }) => unit === one.unit && name === one.name);
    const expected = all.filter((one) => isIn(some, one) || isIn(others, one));
    expect(rows.map(([name, unit]) => `${unit ?? ""} ${(name ?? "").replace(/（.*$/u, "")}`).sort()).toEqual((new Set(expected.map(({ unit }) => unit)).size > 1 ? expected.map(({ unit, name }) => `${unit} ${name}`) : expected.map(({ name }) => ` ${name}`)).sort());
    for (const [name = "", unit = "", original, adjusted] of rows) {
      const one = expected.find((line) => line.name === name.replace(/（.*$/u, "") && (unit === "" || line.unit === unit));
      if (one === undefined) throw new Error(name);
      expect([original, Number(adjusted)]).toEqual([isIn(some, one) ? String(of(one)) : "", isIn(others, one) ? Math.round((of(one) + 1) * 100) / 100 : 0]);
    }
  }), { numRuns: 40 });
});

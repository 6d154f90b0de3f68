/** A whole that no label tells, above or below 基本支出 and 项目支出: counted once, in what is computed and in the summary alike. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import { columnsOf, summarise, tablesIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

type Row = readonly CellValue[];

const WHOLE = (name: string): Row => [name, 1000, 1200, 900];
const BASIC: Row = ["基本支出", 600, 700, 600];
const PROJECT: Row = ["项目支出", 400, 500, 300];
const BASIC_PARTS: readonly Row[] = [["人员经费", 500, 580, 510], ["公用经费", 100, 120, 90]];
const PROJECTS: readonly Row[] = [["绿化养护", 150, 200, 100], ["环境整治", 250, 300, 200]];
const LEFT: Row = ["年末结转和结余", 50, 50, 350];

function read(rows: readonly Row[]) {
  const snapshot = snapshotOf(sheetOf("执行", [["2016年预算执行情况表"], ["单位：万元"], ["项目", "年初预算", "调整后预算", "支出"], ...rows.map((row) => [...row])]));
  const { tables, executions: [execution] } = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  if (execution === undefined) return null;
  const { total, sum } = execution;
  const [keys] = tablesIn(summarise(snapshot));
  return {
    computed: [total ?? sum].map(({ budget, expenditure }) => `${String(expenditure)}/${String(budget)}`).join(),
    summary: keys === undefined ? [] : columnsOf(keys, "total", "basic", "project").map((cells) => cells.join(" ")),
    asked: doubtsOf(execution, tables).map(({ reason: { code } }) => code),
  };
}

const SUMMARY = ["1000 600 400", "200 100 100", "1200 700 500", "900 600 300"];

test.each<[string, readonly Row[], readonly string[]]>([
  ...["本年支出", "部门支出", "全年支出", "总支出", "支出"].flatMap((name): [string, readonly Row[], readonly string[]][] => [
    [`${name} first`, [WHOLE(name), BASIC, PROJECT], []],
    [`${name} last`, [BASIC, PROJECT, WHOLE(name)], []],
    [`${name} first, levels below`, [WHOLE(name), BASIC, ...BASIC_PARTS, PROJECT, ...PROJECTS], ["doubt-outline-by-sums"]],
    [`${name} last, levels above`, [BASIC, ...BASIC_PARTS, PROJECT, ...PROJECTS, WHOLE(name)], ["doubt-outline-by-sums"]],
  ]),
  ["by its figures alone", [WHOLE("天桥街道"), BASIC, PROJECT], ["doubt-total-by-sums"]],
  ["by its figures alone, levels below", [WHOLE("天桥街道"), BASIC, ...BASIC_PARTS, PROJECT, ...PROJECTS], ["doubt-total-by-sums", "doubt-outline-by-sums"]],
  ["其中", [WHOLE("本年支出"), ["其中：基本支出", 600, 700, 600], PROJECT], []],
  ["no whole at all", [BASIC, ...BASIC_PARTS, PROJECT, ...PROJECTS], ["doubt-outline-by-sums"]],
  ["below the income", [["本年收入", 1000, 1200, 950], ["财政拨款收入", 900, 1100, 900], ["其他收入", 100, 100, 50], WHOLE("本年支出"), BASIC, PROJECT], []],
  ["before what is left", [WHOLE("本年支出"), BASIC, PROJECT, LEFT], []],
  ["合计 before what is left", [WHOLE("合计"), BASIC, PROJECT, LEFT], []],
  ["before what is left and the total of both", [WHOLE("一、本年支出"), BASIC, PROJECT, LEFT, ["总计", 1050, 1250, 1250]], []],
])("%s", (_, rows, asked) => {
  const found = read(rows);
  expect(found).toMatchObject({ computed: "900/1200", asked });
  expect(found?.summary.slice(0, 4)).toEqual(SUMMARY);
});

test("a whole that differs from its lines counts as it is printed", () => {
  const found = read([["本年支出", 1000, 1200, 910], BASIC, PROJECT]);
  expect(found).toMatchObject({ computed: "910/1200", asked: [] });
  expect(found?.summary[3]).toBe("910 600 300");
});

test("offices above their own lines count once without a whole", () => {
  expect(read([["机关", 600, 700, 600], ["物业", 500, 580, 510], ["水电", 100, 120, 90], ["社区中心", 400, 500, 300], ["绿化", 150, 200, 100], ["保洁", 250, 300, 200]])).toMatchObject({ computed: "900/1200", asked: ["doubt-outline-by-sums"] });
});

test("项目支出 above its projects is their sum", () => {
  expect(read([PROJECT, ...PROJECTS])).toMatchObject({ computed: "300/500", asked: [] });
});

test("lines of which one column repeats the other are no sums by that alone", () => {
  expect(read([["甲", 20, 20, 0], ["乙", 10, 10, 0], ["丙", 10, 10, 0], ["丁", 40, 40, 0], ["戊", 15, 15, 0], ["己", 25, 25, 0]])).toMatchObject({ computed: "0/120", asked: [] });
});

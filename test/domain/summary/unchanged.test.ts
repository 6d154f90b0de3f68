/** Adjusted budgets that are filled in on adjusted lines alone: the summary has what the lines have, and says so. */

import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const HEAD = ["项目名称", "年初预算", "调整后预算", "支出数"];
const LINES = [["甲项目", 100, 120, 90], ["乙项目", 40, "", 30], ["丙项目", 80, 60, 50]];
const summaryOf = (...lines: readonly (readonly (string | number)[])[]) => summarise(snapshotOf(sheetOf("执行", [["2024年项目支出预算执行情况表"], ["单位：万元"], HEAD, ...lines])));
const lineOf = (name: string, ...lines: readonly (readonly (string | number)[])[]) => columnsOf(tableIn(summaryOf(...lines), "projects"), "name", "original", "adjusted", "spent", "rate").find(([own]) => own === name);
const toldOf = (...lines: readonly (readonly (string | number)[])[]) => notesIn(summaryOf(...lines)).filter((note) => note.includes("没有填写") || note.includes("照原合计"));

test("a total of the adjusted figures alone is none; that of the lines stands there instead, with a note", () => {
  const lines = [...LINES, ["合计", 220, 180, 170]];
  expect(lineOf("乙项目", ...lines)).toEqual(["乙项目", "40", "40", "30", "0.75"]);
  expect(lineOf("合计", ...lines)).toEqual(["合计", "220", "220", "170", "0.7727"]);
  expect(toldOf(...lines)).toEqual(["“执行”的“调整后预算”有 1 行没有填写，按没有调整处理，列示的是“年初预算”；原表合计没有算入这些行，本表的合计是各行之和。"]);
});

test("a total that holds them settles it, and nothing needs to be said", () => {
  const lines = [...LINES, ["合计", 220, 220, 170]];
  expect(lineOf("合计", ...lines)).toEqual(["合计", "220", "220", "170", "0.7727"]);
  expect(toldOf(...lines)).toEqual([]);
});

test("where another line repeats its budget nobody tells what a blank one is, nor what all come to", () => {
  const lines = [...LINES, ["丁项目", 20, 20, 10], ["合计", 240, 200, 180]];
  expect(lineOf("乙项目", ...lines)?.[2]).toBe("");
  expect(lineOf("合计", ...lines)?.slice(1, 4)).toEqual(["240", "", "180"]);
  expect(toldOf(...lines)).toEqual(["“执行”的“调整后预算”有 1 行没有填写（“乙项目”）却有支出，不知道是没有调整还是没有预算，所以没有调整后预算的合计，合计的执行率按年初预算计算。"]);
});

import type { CellValue } from "../../../../src/workbook/snapshot";
import { checkSnapshot, found, settingsFor } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const header = [["分类名称", "年初预算", "其中", ""], ["", "", "基本支出", "项目支出"]];
const sheet = (...rows: CellValue[][]) => sheetOf("表", [["单位：万元"], ...header, ...rows], { merges: ["A2:A3", "B2:B3", "C2:D2"] });

test("a line or total whose parts do not add up", () => {
  const table = sheet(["甲", 100, 60, 40], ["乙", 50, "　", 50], ["丙", 30, 10, 20.01], ["丁", 9, "", ""], ["戊", 10, 5, 9], ["总计", 199, 75, 119.01]);
  expect(found("parts-mismatch", table)).toEqual(["warning 表 B6 30.01 30", "error 表 B8 14 10", "error 表 B9 194.01 199"]);
});

test("parts on either side of the total, and the tolerance as a setting", () => {
  const table = sheetOf("表", [["分类名称", "基本支出", "项目支出", "年初预算"], ["甲", 60, 40, 100], ["乙", 5, 5, 10], ["丙", 5, 5, 10.5]]);
  expect(found("parts-mismatch", table)).toEqual(["error 表 D4 10 10.5"]);
  expect(found("parts-mismatch", table, { settings: settingsFor("parts-mismatch", { tolerance: 0.5 }) })).toEqual(["warning 表 D4 10 10.5"]);
});

test("columns that are no parts at all say nothing, unless the header calls them so", () => {
  const rows = [["甲", 100, 160, 140], ["乙", 50, 70, 150], ["丙", 30, 10, 20]];
  expect(found("parts-mismatch", sheetOf("表", [["分类名称", "年初预算", "基本支出", "项目支出"], ...rows]))).toEqual([]);
  expect(found("parts-mismatch", sheet(...rows))).toEqual(["error 表 B4 300 100", "error 表 B5 220 50"]);
});

test("every line is kept; of a long table the right lines as one, with their sums", () => {
  const short = checkSnapshot(snapshotOf(sheet(["甲", 100, 60, 40], ["乙", 50, "　", 50], ["丙", 30, 10, 20.01]))).reconciliations.filter(({ kind }) => kind === "parts");
  expect(short.map(({ outcome, left, right, difference }) => [outcome, left.label, left.figure, right.figure, difference])).toEqual([
    ["passed", "甲", "100", "100", "0"], ["passed", "乙", "50", "50", "0"], ["failed", "丙", "30", "30.01", "-0.01"],
  ]);
  const many = Array.from({ length: 1_200 }, (_, i): CellValue[] => [`项目甲${i}`, 3, 1, i === 700 ? 1 : 2]);
  const long = checkSnapshot(snapshotOf(sheet(...many))).reconciliations.filter(({ kind }) => kind === "parts");
  expect(long.map(({ outcome, lines, left, right }) => [outcome, lines, left.figure, right.figure])).toEqual([["passed", 1_199, "3597", "3597"], ["failed", 1, "3", "2"]]);
});

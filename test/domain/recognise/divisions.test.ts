/** What divides the total once more, below it, is no line of the table; a total above its parts keeps them. */

import fc from "fast-check";
import { sheetOf } from "../../support/snapshots";
import type { CellValue } from "../../../src/workbook/snapshot";
import { recogniseSheet } from "./summary";

type Line = readonly [string, ...number[]];

const HEAD = ["科目名称", "年初预算数", "调整预算数", "累计支出数"];
const TOTAL: Line = ["合计", 2880, 2895, 2054.9];
const CLASSES: readonly Line[] = [["一般公共服务支出", 1500, 1515, 1110.5], ["城乡社区支出", 1380, 1380, 944.4]];
const PARTS: readonly Line[] = [["基本支出", 1900, 1915, 1410.5], ["项目支出", 980, 980, 644.4]];
const ofWhich = (lines: readonly Line[]): readonly Line[] => lines.map(([name, ...figures], i) => [i === 0 ? `其中：${name}` : name, ...figures]);
const FUNDS: readonly Line[] = [["财政拨款", 2800, 2800, 2000], ["其他资金", 80, 95, 54.9]];

function rowsOf(lines: readonly (readonly CellValue[])[]) {
  const [table] = recogniseSheet(sheetOf("表", [["2025年部门预算执行表"], ["单位：万元"], HEAD, ...lines]));
  return { kinds: table?.rows.map(({ kind }) => kind) ?? [], doubts: table?.doubts.map(({ code }) => code) ?? [] };
}

test.each<[string, readonly (readonly CellValue[])[]]>([
  ["其中： before the first", ofWhich(PARTS)],
  ["without a word", PARTS],
  ["twice over", [...ofWhich(PARTS), ...ofWhich(FUNDS)]],
  ["with a part of nothing", [...ofWhich(PARTS), ["经营支出", 0, 0, 0]]],
  ["in one column alone", ofWhich(PARTS).map(([name, , , spent]) => [name, "", "", spent ?? ""])],
  ["with one wrong figure", ofWhich(PARTS).map(([name, original, ...others], i) => [name, (original ?? 0) + i, ...others])],
])("%s", (_, below) => {
  expect(rowsOf([...CLASSES, TOTAL, ...below])).toEqual({ kinds: ["body", "body", "total", ...below.map(() => "of-which")], doubts: [] });
});

test("a total above its lines has them", () => {
  expect(rowsOf([TOTAL, ...ofWhich(CLASSES)]).kinds).toEqual(["total", "body", "body"]);
  expect(rowsOf([TOTAL, ...CLASSES]).kinds).toEqual(["total", "body", "body"]);
});

test("lines that do not come to it are said to stand below it", () => {
  expect(rowsOf([...CLASSES, TOTAL, ["上级拨款", 10, 10, 5], ["其他", 20, 20, 1]])).toEqual({ kinds: ["body", "body", "total", "body", "body"], doubts: ["doubt-rows-after-total"] });
});

test("whatever lines there are, and however they are divided", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 3, maxLength: 6 });
  fc.assert(fc.property(amounts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (cents, share) => {
    const whole = cents.reduce((sum, one) => sum + one, 0);
    const basic = Math.max(1, Math.floor(whole * share));
    const line = (name: string, of: number): readonly CellValue[] => [name, of / 100, of / 100, of / 200];
    const names = ["一般公共服务支出", "教育支出", "卫生健康支出", "城乡社区支出", "农林水支出", "住房保障支出"];
    const { kinds } = rowsOf([...cents.map((of, i) => line(names[i] ?? "", of)), line("合计", whole), line("其中：基本支出", basic), line("项目支出", whole - basic)]);
    expect(kinds).toEqual([...cents.map(() => "body"), "total", "of-which", "of-which"]);
  }));
});

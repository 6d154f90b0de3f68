/** Several columns for rates: where a person says which spending counts, its own is filled, whether they say so column by column or select them. */

import { computeRanges } from "../../../src/domain/execution/ranges";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import type { Role } from "../../../src/domain/table";
import { columnName } from "../../../src/workbook/address";
import { rangeOf, sheetOf, snapshotOf } from "../../support/snapshots";

const years = sheetOf("两年", [["近两年预算执行对比表"], ["单位：万元"], ["项目", "2022年", "", "", "2023年", "", ""], ["", "预算数", "支出数", "执行率", "预算数", "支出数", "执行率"], ["甲", 100, 50, "", 200, 80, ""], ["乙", 100, 60, "", 200, 90, ""]], { merges: ["A3:A4", "B3:D3", "E3:G3"] });
const parts = sheetOf("三个执行率", [["2024年部门预算执行表"], ["单位：万元"], ["科目", "预算数", "", "", "支出数", "", "", "执行率", "", ""], ["", "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出"], ["教育支出", 71.72, 11.08, 60.64, 55.61, 8.39, 47.22, "", "", ""], ["卫生健康支出", 134.31, 73.65, 60.66, 101.39, 51.02, 50.37, "", "", ""]], { merges: ["A3:A4", "B3:D3", "E3:G3", "H3:J3"] });
const funds = sheetOf("两种资金", [["2024年学校经费执行情况"], ["单位：元"], ["项目", "财政拨款", "", "", "自有资金", "", "", "备注"], ["", "预算", "支出", "执行率", "预算", "支出", "执行率", ""], ["教学", 19640.61, 13489.17, "", 5637.7, 4617.28, "", ""], ["后勤", 85878.51, 80339.35, "", 3779.58, 2575.78, "", ""]], { merges: ["A3:A4", "B3:D3", "E3:G3", "H3:H4"] });
/** One column for rates: it is of whichever spending a person says. */
const plain = sheetOf("一个执行率", [["2024年经费"], ["项目", "预算数", "拨付", "支出数", "执行率"], ["甲", 100, 90, 50, ""], ["乙", 100, 80, 60, ""]]);

const CASES = [
  ["years", years, "C", "B", "D"], ["years", years, "F", "E", "G"],
  ["parts", parts, "E", "B", "H"], ["parts", parts, "F", "C", "I"], ["parts", parts, "G", "D", "J"],
  ["funds", funds, "C", "B", "D"], ["funds", funds, "F", "E", "G"],
  ["plain", plain, "D", "B", "E"], ["plain", plain, "C", "B", "E"],
] as const;

const indexOf = (letter: string): number => letter.charCodeAt(0) - "A".charCodeAt(0);
const lettersOf = (columns: readonly { readonly column: number; readonly role: Role | null }[], wanted: Role): string[] => columns.flatMap(({ column, role }) => (role === wanted ? [columnName(column)] : []));

test.each(CASES)("%s, said column by column", (_, sheet, spent, budget, rate) => {
  const [{ id } = { id: "" }] = recogniseTables(snapshotOf(sheet), []);
  const [table] = recogniseTables(snapshotOf(sheet), [{ tableId: id, columns: { [indexOf(budget)]: "original-budget", [indexOf(spent)]: "expenditure" } }]);
  expect([lettersOf(table?.columns ?? [], "expenditure"), lettersOf(table?.columns ?? [], "rate"), table?.doubts.filter(({ code }) => code === "doubt-rates-left-empty" || code === "doubt-other-pairs")]).toEqual([[spent], [rate], []]);
});

test("who says which of two columns is the rate is asked no more", () => {
  const sheet = sheetOf("投资", [["项目", "年度预算", "年度支出", "项目完成率", "资金支付率"], ["甲", 100, 50, "", ""], ["乙", 200, 150, "", ""]]);
  const [asked] = recogniseTables(snapshotOf(sheet), []);
  expect(asked?.doubts.map(({ code }) => code)).toContain("doubt-rate-beside");
  const [told] = recogniseTables(snapshotOf(sheet), [{ tableId: asked?.id ?? "", columns: { [indexOf("D")]: "rate" } }]);
  expect([lettersOf(told?.columns ?? [], "rate"), told?.doubts.map(({ code }) => code).includes("doubt-rate-beside")]).toEqual([["D"], false]);
});

test.each(CASES)("%s, selected", (_, sheet, spent, budget, rate) => {
  const [table = null] = recogniseTables(snapshotOf(sheet), []);
  const top = (table?.headerBottom ?? 0) + 2;
  const side = (letter: string) => ({ sheet, table, range: rangeOf(`${letter}${top}:${letter}${top + 1}`) });
  const outcome = computeRanges(side(budget), side(spent), { basis: "original", cutOff: null, thresholds: DEFAULT_THRESHOLDS });
  expect(outcome.ok && [lettersOf(outcome.value.table.columns, "rate"), outcome.value.table.doubts.filter(({ code }) => code !== "plain-budget")]).toEqual([[rate], []]);
});

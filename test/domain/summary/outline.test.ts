/** Lines without codes under lines that add them up: 工资福利支出 over 基本工资 | 津贴补贴. */

import fc from "fast-check";
import { columnsOf, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const ECONOMIC = sheetOf("经济分类", [
  ["2025年支出执行表（按经济分类）"], ["截至2025年9月30日", "", "", "单位：万元"], ["科目名称", "年初预算", "调整后预算", "支出"],
  ["工资福利支出", 1000, 1020, 760.5], ["基本工资", 600, 610, 460.5], ["津贴补贴", 400, 410, 300],
  ["商品和服务支出", 200, 190, 120.2], ["办公费", 80, 80, 50.2], ["维修（护）费", 120, 110, 70], ["合计", 1200, 1210, 880.7],
]);

test("what adds lines up stands above them, in the tables of budget and of execution", () => {
  const summary = summarise(snapshotOf(ECONOMIC));
  for (const id of ["budget", "execution"]) {
    expect(tableIn(summary, id).rows.map(({ kind, level }) => `${kind} ${level}`)).toEqual(["subtotal 0", "body 1", "body 1", "subtotal 0", "body 1", "body 1", "total 0"]);
  }
  expect(columnsOf(tableIn(summary, "budget"), "name", "original", "adjusted", "change")).toEqual([
    ["工资福利支出", "1000", "1020", "20"], ["基本工资", "600", "610", "10"], ["津贴补贴", "400", "410", "10"],
    ["商品和服务支出", "200", "190", "-10"], ["办公费", "80", "80", "0"], ["维修（护）费", "120", "110", "-10"], ["合计", "1200", "1210", "10"],
  ]);
  expect(columnsOf(tableIn(summary, "execution"), "name", "spent", "status").slice(0, 2)).toEqual([["工资福利支出", "760.5", "正常"], ["基本工资", "460.5", "正常"]]);
});

test("小计 alone names nothing, and one heading over all lines divides nothing", () => {
  const named = (rows: readonly (readonly (string | number)[])[]): readonly (string | undefined)[] => columnsOf(tableIn(summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["科目名称", "年初预算", "支出"], ...rows]))), "execution"), "name").flat();
  expect(named([["基本工资", 600, 400], ["津贴补贴", 400, 300], ["小计", 1000, 700], ["办公费", 80, 50], ["差旅费", 20, 10], ["小计", 100, 60], ["合计", 1100, 760]])).toEqual(["基本工资", "津贴补贴", "办公费", "差旅费", "合计"]);
  expect(named([["工资福利支出", "", ""], ["基本工资", 600, 400], ["津贴补贴", 400, 300], ["合计", 1000, 700]])).toEqual(["基本工资", "津贴补贴", "合计"]);
});

test("lines below headings come to the total, in their order", () => {
  const group = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 4 });
  fc.assert(fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (groups) => {
    const lines = groups.flatMap((amounts, g) => [[`${"甲乙丙丁戊"[g] ?? ""}处小计`, sumOf(amounts), 0], ...amounts.map((amount, i) => [`${"甲乙丙丁戊"[g] ?? ""}处第${i + 1}项工作`, amount, 0])]);
    const all = sumOf(groups.flat());
    const told = columnsOf(tableIn(summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["科目名称", "年初预算", "支出"], ...lines, ["合计", all, 0]]))), "budget"), "name", "original");
    expect(told.filter(([name]) => name?.endsWith("工作") === true).map(([, amount]) => Number(amount))).toEqual(groups.flat());
    expect(told.at(-1)).toEqual(["合计", String(all)]);
    expect(told.filter(([name]) => name?.endsWith("处") === true)).toEqual(groups.map((amounts, g) => [`${"甲乙丙丁戊"[g] ?? ""}处`, String(sumOf(amounts))]));
  }));
});

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

/** Which table is of the whole is told by what the tables come to, in whatever units they count. */

import { columnsOf, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const YUAN = { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 } as const;
type Named = keyof typeof YUAN;
const UNITS = Object.keys(YUAN) as Named[];

const inUnit = (unit: Named, yuan: number): number => yuan / YUAN[unit];

/** Figures in yuan. */
const whole = (unit: Named) => sheetOf("部门", [
  ["2025年部门预算执行情况表"], ["截至2025年9月30日", "", "", "", `单位：${unit}`], ["科目编码", "科目名称", "年初预算数", "调整后预算数", "累计支出"],
  ...([["201", "一般公共服务支出", 30_000_000, 31_000_000, 22_000_000], ["208", "社会保障和就业支出", 35_000_000, 36_000_000, 23_000_000], ["", "合计", 65_000_000, 67_000_000, 45_000_000]] as const)
    .map(([code, name, ...amounts]) => [code, name, ...amounts.map((yuan) => inUnit(unit, yuan))]),
]);
const communities = (unit: Named) => sheetOf("社区", [
  ["2025年社区经费使用情况表"], ["截至2025年9月30日", "", `单位：${unit}`], ["社区", "年初预算", "累计支出"],
  ...([["红土店社区", 1_000_000, 800_000], ["米市社区", 1_200_000, 700_000], ["合计", 2_200_000, 1_500_000]] as const).map(([name, ...amounts]) => [name, ...amounts.map((yuan) => inUnit(unit, yuan))]),
]);

test.each(UNITS.flatMap((a) => UNITS.map((b) => [a, b] as const)))("a department's table in %s beside one of its communities in %s", (a, b) => {
  for (const sheets of [[whole(a), communities(b)], [communities(b), whole(a)]]) {
    const summary = summarise(snapshotOf(...sheets));
    expect(columnsOf(tableIn(summary, "key"), "item", "total").slice(0, 4)).toEqual([["年初预算", "6500"], ["净调整（调整后 − 年初）", "200"], ["调整后预算", "6700"], ["支出", "4500"]]);
    expect(columnsOf(tableIn(summary, "execution"), "name", "spent")).toEqual([["一般公共服务支出", "2200"], ["社会保障和就业支出", "2300"], ["合计", "4500"]]);
  }
});

/** 全年预计执行数 of the monitoring form: as the tables have it, else for people to fill. */

import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, summarise, tableIn } from "../../support/summary";

const expectedUnder = (...headers: readonly string[]): readonly string[] => {
  const rows = [["项目名称", "年初预算数", "1-8月执行数", ...headers], ["驿站运营", 180, 120, ...headers.map(() => 180)], ["应急抢险", 50, 0, ...headers.map(() => "")], ["合计", 230, 120, ...headers.map(() => 180)]];
  return columnsOf(tableIn(summarise(snapshotOf(sheetOf("监控", [["2025年绩效监控汇总表（1-8月） 单位：万元"], ...rows]))), "monitoring-funds"), "expected").flat();
};

test.each(["全年预计执行数", "预计全年支出", "全年预计支出数", "Forecast outturn"])("%s is that of the form", (header) => {
  expect(expectedUnder(header)).toEqual(["180", "[]"]);
});

test.each([["预计完成时间"], ["备注"], []])("%s leaves it to people", (...headers) => {
  expect(expectedUnder(...headers)).toEqual(["[]", "[]"]);
});

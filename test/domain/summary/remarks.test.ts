/** What may be said of a column: 备注 is no cause, and months that make up a year are no basic and project expenditure. */

import { columnsOf, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

test.each([["备注", "[]"], ["说明", "[]"], ["偏差原因", "[追加]"], ["未完成原因", "[追加]"], ["执行情况说明", "[追加]"]])("what stands under %s is told as the cause: %s", (header, told) => {
  const summary = summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["项目名称", "年初预算", "支出", header], ["课后服务", 55, 60, "追加"], ["维修", 2, 1, ""], ["合计", 57, 61, ""]])));
  expect(columnsOf(tableIn(summary, "projects"), "name", "reason")[0]).toEqual(["课后服务", told]);
});

test("each sum is reconciled under the words of what it is", () => {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const line = (name: string, each: number): (string | number)[] => [name, each * 15, ...months.map(() => each), each * 12];
  const byMonth = summarise(snapshotOf(sheetOf("月度", [["单位：万元"], ["项目", "全年预算", ...months.map((month) => `${month}月`), "累计"], line("道路养护", 10), line("绿化管护", 5), line("合计", 15)])));
  expect(new Set(columnsOf(tableIn(byMonth, "reconciliations"), "relation").flat())).toEqual(new Set(["合计 = 各行之和", "累计 = 各期支出之和"]));
  const byPart = summarise(snapshotOf(sheetOf("预算", [["单位：万元"], ["科目名称", "年初预算", "其中：基本支出", "项目支出"], ["人大事务", 30, 10, 20], ["公安", 50, 20, 30], ["合计", 80, 30, 50]])));
  expect(new Set(columnsOf(tableIn(byPart, "reconciliations"), "relation").flat())).toEqual(new Set(["合计 = 各行之和", "合计 = 基本支出 + 项目支出"]));
});

/** Two tables of projects side by side share rows, and nothing else. */

import { columnsOf, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

test("each project has the amounts of its own table", () => {
  const heads = ["项目名称", "预算金额", "已支付"];
  const summary = summarise(snapshotOf(sheetOf("项目", [["2024年各科室项目执行情况"], ["单位：万元"], [...heads, "", ...heads], ["走访慰问项目", 3, 2.8, "", "装备购置项目", 2, 1.5], ["文体活动项目", 5, 5.1, "", "课桌更新项目", 1, 0.4], ["合计", 8, 7.9, "", "合计", 3, 1.9]])));
  expect(columnsOf(tableIn(summary, "projects"), "name", "original", "spent", "rate")).toEqual([
    ["走访慰问项目", "3", "2.8", "0.9333"], ["文体活动项目", "5", "5.1", "1.02"], ["装备购置项目", "2", "1.5", "0.75"], ["课桌更新项目", "1", "0.4", "0.4"], ["合计", "11", "9.8", "0.8909"],
  ]);
});

/** One project that a list and a ledger call nearly the same. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";

type Cells = readonly (readonly CellValue[])[];
const LEDGER: Cells = [["2025年预算指标台账"], ["单位：万元"], ["指标文号", "项目名称", "指标金额", "已支付"], ["西财1号", "环境整治", 100, 60.5], ["西财2号", "社区服务", 50, 25], ["西财3号", "文体活动", 30, 12.25], ["合计", "", 180, 97.75]];

function projectsWith(...lines: Cells) {
  const list: Cells = [["2025年项目支出预算执行表"], ["单位：万元"], ["项目名称", "预算数", "支出数"], ...lines];
  const summary = summarise(snapshotOf(sheetOf("指标台账", LEDGER), sheetOf("项目清单", list)));
  return { projects: columnsOf(tableIn(summary, "projects"), "name", "original").map((cells) => cells.join(" ")), alike: notesIn(summary).filter((note) => note.includes("名称相近")).length };
}

const ALONE = ["环境整治 100", "社区服务 50", "文体活动 30"];

test("counts once where the budgets are equal, and says so", () => {
  expect(projectsWith(["环境整治项目", 100, 60.5], ["社区服务专项经费", 50, 25])).toEqual({ projects: [...ALONE, "合计 180"], alike: 2 });
});

test("counts twice where they are not", () => {
  expect(projectsWith(["环境整治项目", 100, 60.5], ["社区服务专项经费", 50.01, 25])).toEqual({ projects: [...ALONE, "社区服务专项经费 50.01", "合计 230.01"], alike: 1 });
});

test("never two lines of one table, nor a line whose own name another has", () => {
  expect(projectsWith(["环境整治项目", 100, 60.5], ["环境整治", 100, 60.5])).toEqual({ projects: [...ALONE, "环境整治项目 100", "合计 280"], alike: 0 });
});

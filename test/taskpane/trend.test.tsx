/** The months of a table as the pane shows them. */

import { screen, within } from "@testing-library/react";
import { openPane, violations } from "../support/pane";
import { sheetOf, snapshotOf } from "../support/snapshots";

const MONTHS = snapshotOf(sheetOf("月报", [["项目名称", "年初预算（万元）", "1月（万元）", "2月（万元）", "3月（万元）"], ["甲", 100, 5, 10, 15], ["乙", 100, 10, 0, 20], ["合计", 200, 15, 10, 35]]));

test.each([
  ["zh-CN" as const, "到 3 月累计执行率 30.00%（实线），该月末的序时进度为 25.00%（虚线）", ["截至累计执行率序时进度", "1 月7.50%8.33%", "2 月12.50%16.67%", "3 月30.00%25.00%"]],
  ["en-US" as const, "To the end of month 3: 30.00% executed (solid), where time progress is 25.00% (dotted)", ["To the end ofExecutedTime progress", "Month 17.50%8.33%", "Month 212.50%16.67%", "Month 330.00%25.00%"]],
])("are a picture that has a name, and a table that says the same, in %s", async (locale, name, rows) => {
  await openPane(MONTHS, { locale });
  const figure = await screen.findByRole("figure", { name });
  expect(within(figure).getAllByRole("row", { hidden: true }).map(({ textContent }) => textContent)).toEqual(rows);
  expect(await violations()).toEqual([]);
});

test("of a table without months there is none", async () => {
  await openPane(snapshotOf(sheetOf("表", [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲", 100, 50], ["乙", 200, 50]])));
  expect(screen.queryByRole("figure")).not.toBeInTheDocument();
});

/** Rates as formulas, as the pane tells of them. */

import { screen } from "@testing-library/react";
import { openPane, press, settle, violations } from "../support/pane";
import { sheetOf, snapshotOf } from "../support/snapshots";

const HEADER = ["项目名称", "年初预算（万元）", "支出（万元）"];

test("the preview says which rates will be values and why, and afterwards what Excel calculates is compared", async () => {
  const { memory, user } = await openPane(snapshotOf(sheetOf("表", [HEADER, ["甲", 400, 81.7], ["乙", 600, "117.27"], ["丙", 100, 50]])));
  await press(user, "标记异常");
  await press(user, "检查设置");
  await user.click(screen.getByRole("radio", { name: /^公式/u }));
  await settle();
  await user.click(screen.getByRole("tab", { name: "执行" }));
  await press(user, "预览");
  expect(await screen.findByRole("region", { name: "写成公式的执行率" })).toHaveTextContent("不能写成公式的，写入数值：金额不是数值，而是文本，1 个： 表 D3");
  expect(await violations()).toEqual([]);
  await press(user, "计算执行率");
  expect(memory.value("表", "D3")).toBe(0.1955);
  // This workbook calculates nothing: a formula's value is what is put there.
  expect(await screen.findByRole("region", { name: "写成公式的执行率" })).toHaveTextContent(/^执行率写成公式 2 个，其中 2 个 Excel 算出的与精确值不同，请核对：表 D2 应为 20.43%/u);
  expect(await violations()).toEqual([]);
});

test("the preview is where it is chosen, too, and every rate that will be a value is named", async () => {
  const { user } = await openPane(snapshotOf(sheetOf("表", [HEADER, ["甲", 400, "81.7"], ["乙", 600, "117.27"], ["丙", 100, 50]])));
  await press(user, "预览");
  await user.click(await screen.findByRole("radio", { name: /^公式/u }));
  await settle();
  expect(await screen.findByRole("region", { name: "写成公式的执行率" })).toHaveTextContent("金额不是数值，而是文本，2 个： 表 D2 表 D3");
  expect(await violations()).toEqual([]);
});

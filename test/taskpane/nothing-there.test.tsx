/** Where something was asked for and nothing comes of it, the pane says why. */

import { screen, within } from "@testing-library/react";
import { ribbonRun } from "../../src/commands/lastRun";
import { openPane, press, settle, violations } from "../support/pane";
import { sheetOf, snapshotOf } from "../support/snapshots";

const BOOK = snapshotOf(sheetOf("表", [["单位：万元，截至2025年9月30日"], ["功能分类", "年初预算", "支出"], ["201 一般公共服务支出", 100, 70], ["212 城乡社区支出", 200, 150], ["合计", 300, 220]]));

test("switched on before anything was written, 自动重算 says what it waits for, until that is done", async () => {
  const { user } = await openPane(BOOK);
  await user.click(screen.getByRole("switch", { name: "自动重算" }));
  await settle();
  expect(screen.getByText(/^自动重算更新的是已写入的执行率：先点一次“计算执行率”/u)).toBeVisible();
  expect(await violations()).toEqual([]);
  await press(user, "计算执行率");
  await settle();
  expect(screen.queryByText(/^自动重算更新的是/u)).toBeNull();
});

test("a sheet that will hold nothing is listed with the reason", async () => {
  const { user } = await openPane(BOOK);
  await press(user, "标记异常");
  await user.click(screen.getByRole("tab", { name: "汇总" }));
  await screen.findAllByText(/^新建/u);
  const listed = within(screen.getByRole("list", { name: "要生成的表" })).getAllByRole("listitem").map(({ textContent }) => textContent);
  for (const name of ["项目支出绩效目标执行监控表", "项目支出绩效自评表", "项目绩效跟踪分析表"]) expect(listed).toContain(`${name}新建 · 工作簿里没有项目表，没有项目可以汇总。`);
  expect(listed[0]).toMatch(/^汇总表新建 · \d+ 行/u);
});

test("the ribbon's 标记异常 with nothing to colour says where the findings are", async () => {
  await openPane(BOOK, { run: { ...ribbonRun("flag", BOOK, { kind: "unchanged" }), schema: 3, at: "2026-11-30T08:00:00.000Z" } });
  expect(screen.getByRole("status")).toHaveTextContent(/^功能区标记异常（.*）：已检查，表中没有需要改动的颜色；检查结果在“异常”里$/u);
});

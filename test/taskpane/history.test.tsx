/** 写入记录: runs that can be taken back one by one, also after the pane was closed. */

import { screen, within } from "@testing-library/react";
import { memoryStorage } from "../support/memory-storage";
import { openPane, press, violations } from "../support/pane";
import { reportSnapshot } from "../support/report";

const SHEET = "项目完成情况";

/** The runs as they read, without their times. */
function listed(): string[] {
  return within(screen.getByRole("list", { name: "写入记录，最近的在前" })).getAllByRole("listitem").map((item) => (item.textContent ?? "").replace(/\d+\/\d+\/\d+ \d+:\d+:\d+/u, ""));
}

test("undo outlives the pane: opened again it takes everything back, cell for cell", async () => {
  const { memory, user, reopen } = await openPane(reportSnapshot(SHEET));
  const before = memory.everything();
  await press(user, "计算执行率");
  await reopen();
  expect(screen.getByRole("status")).toHaveTextContent(/^撤销上次写入$/u);
  await press(user, "撤销上次写入");
  expect(memory.everything()).toEqual(before);
  await reopen();
  expect(screen.getByRole("status")).toHaveTextContent(/^$/u);
});

test("runs are listed, the latest first, and taken back one by one or down to one of them", async () => {
  const { memory, user, reopen } = await openPane(reportSnapshot(SHEET));
  const states = [memory.everything()];
  for (const figure of ["81.70 ", 200, 300]) {
    memory.type(SHEET, "B3", figure);
    await press(user, "计算执行率");
    memory.type(SHEET, "B3", "81.70 ");
    states.push(memory.everything());
  }
  await reopen();
  await press(user, "写入记录");
  expect(listed()).toEqual(["计算执行率 · 1 个单元格撤销", "计算执行率 · 1 个单元格撤销到此，共 2 次", "计算执行率 · 54 个单元格撤销到此，共 3 次"]);
  expect(await violations()).toEqual([]);
  await press(user, /^撤销 计算执行率/u);
  expect(memory.everything()).toEqual(states[2]);
  expect(listed()).toEqual(["计算执行率 · 1 个单元格撤销", "计算执行率 · 54 个单元格撤销到此，共 2 次"]);
  await press(user, /^撤销到此，共 2 次/u);
  expect(memory.everything()).toEqual(states[0]);
  expect(screen.getByText("没有可以撤销的写入。")).toBeInTheDocument();
});

test("what was written elsewhere, or is too much to keep, is said", async () => {
  const here = await openPane(reportSnapshot(SHEET), { storage: memoryStorage(100) });
  await press(here.user, "计算执行率");
  expect(screen.getByRole("status")).toHaveTextContent(/^已写入 54 个单元格（项目完成情况） · 撤销 · 写入记录$/u);
  await press(here.user, "写入记录");
  expect(listed()).toEqual(["计算执行率 · 54 个单元格内容太多，浏览器存不下；关闭窗格后不能再撤销。撤销"]);
  await here.reopen();
  expect(screen.getByRole("status")).toHaveTextContent(/^写入记录$/u);
  await press(here.user, "写入记录");
  expect(screen.getByText("更早的写入没有保存在这台电脑上，不能在这里撤销。")).toBeInTheDocument();
});

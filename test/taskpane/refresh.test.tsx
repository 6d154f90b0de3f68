/** The pane stays true to a workbook that people go on editing. */

import { act, screen } from "@testing-library/react";
import { reportSnapshot } from "../support/report";
import { openPane, press, settle, violations } from "../support/pane";

const SHEET = "项目完成情况";
const UP_TO_DATE = "表中已是最新结果，没有需要写入的内容";

async function later(milliseconds: number): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  });
}

/** People pause. */
async function pause(): Promise<void> {
  await later(500);
  await settle();
}

test("an edit is noticed at once and read when people pause; what the last act came to stays told", async () => {
  const { memory, user, tellChange } = await openPane(reportSnapshot(SHEET));
  await press(user, "计算执行率");
  const footer = screen.getByRole("contentinfo");
  expect(footer).toHaveTextContent(UP_TO_DATE);
  memory.type(SHEET, "B3", 0);
  tellChange();
  expect(footer).toHaveTextContent("表格在读取之后有改动。");
  expect(footer).not.toHaveTextContent(UP_TO_DATE);
  expect(await violations()).toEqual([]);
  await pause();
  expect(footer).toHaveTextContent("将写入 2 个单元格：项目完成情况 E3:F3");
  expect(screen.getByRole("status")).toHaveTextContent("已写入 54 个单元格（项目完成情况） · 撤销");
  // Reading wrote nothing.
  expect(memory.value(SHEET, "E3")).toBe(0.2043);
});

test("while somebody is typing nothing fails; it stays marked and can be read by hand", async () => {
  const { memory, user, tellChange } = await openPane(reportSnapshot(SHEET));
  memory.type(SHEET, "B3", 0);
  memory.fail("read", { code: "cell-editing" });
  tellChange();
  await pause();
  expect(screen.getByRole("contentinfo")).toHaveTextContent("表格在读取之后有改动。");
  expect(screen.queryByText("有单元格正在编辑，Excel 暂时不接受写入")).not.toBeInTheDocument();
  await press(user, "再读一次");
  expect(screen.getByRole("contentinfo")).toHaveTextContent("将写入 54 个单元格");
});

test("what is pressed while the pane reads again of its own accord is done as soon as that is read", async () => {
  const { memory, user, tellChange } = await openPane(reportSnapshot(SHEET));
  const before = memory.everything();
  await press(user, "计算执行率");
  const title = memory.value(SHEET, "A1") as string;
  memory.type(SHEET, "A1", "另一个标题");
  const release = memory.holdReading();
  tellChange();
  await pause();
  const undo = screen.getByRole("button", { name: "撤销" });
  expect(undo).toBeEnabled();
  await user.click(undo);
  release();
  await settle();
  expect(screen.getByRole("status")).toHaveTextContent("已撤销，恢复为写入前的内容");
  memory.type(SHEET, "A1", title);
  expect(memory.everything()).toEqual(before);
});

test.each([
  { reading: "that is short is read as well", takes: 0, told: "将写入 2 个单元格：项目完成情况 E3:F3" },
  { reading: "that takes its time stays marked", takes: 1000, told: "表格在读取之后有改动。" },
])("an edit made during a reading $reading", async ({ takes, told }) => {
  const { memory, user, tellChange } = await openPane(reportSnapshot(SHEET));
  await press(user, "计算执行率");
  memory.type(SHEET, "A1", "另一个标题");
  const release = memory.holdReading();
  tellChange();
  await later(500);
  memory.type(SHEET, "B3", 0);
  tellChange();
  await later(takes);
  release();
  await settle();
  await pause();
  expect(screen.getByRole("contentinfo")).toHaveTextContent(told);
});

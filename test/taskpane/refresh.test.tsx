/** The pane stays true to a workbook that people go on editing. */

import { act, screen } from "@testing-library/react";
import { reportSnapshot } from "../support/report";
import { openPane, press, settle, violations } from "../support/pane";

const SHEET = "项目完成情况";
const UP_TO_DATE = "表中已是最新结果，没有需要写入的内容";

/** People pause. */
async function pause(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
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

import { screen } from "@testing-library/react";
import { reportSnapshot } from "../support/report";
import { openPane, press, violations } from "../support/pane";

const SHEET = "项目完成情况";

test("undo puts back contents, formats, looks, widths and what we keep, cell for cell", async () => {
  const { memory, user } = await openPane(reportSnapshot());
  const before = memory.everything();
  await press(user, "计算执行率");
  expect(memory.everything()).not.toEqual(before);
  await press(user, "撤销");
  expect(memory.everything()).toEqual(before);
  expect(screen.getByRole("status")).toHaveTextContent("已撤销，恢复为写入前的内容");
  expect(screen.queryByRole("button", { name: /^撤销/ })).not.toBeInTheDocument();
  expect(screen.getByRole("contentinfo")).toHaveTextContent("将写入 104 个单元格");
});

test("what somebody changed after the writing stays, and is said and shown", async () => {
  const { memory, user } = await openPane(reportSnapshot(SHEET));
  await press(user, "计算执行率");
  memory.type(SHEET, "F23", "已报财政局批准");
  memory.type(SHEET, "E20", "待核");
  await press(user, "撤销");
  expect([memory.value(SHEET, "E20"), memory.value(SHEET, "F23")]).toEqual(["待核", "已报财政局批准"]);
  expect([memory.value(SHEET, "E2"), memory.value(SHEET, "E23"), memory.value(SHEET, "F22"), memory.value(SHEET, "F24")]).toEqual(["", "", "", ""]);
  expect(screen.getByRole("status")).toHaveTextContent("已撤销。有 2 个单元格在写入后又被修改，保持不变： 项目完成情况 E20 项目完成情况 F23");
  expect(await violations()).toEqual([]);
  await press(user, "项目完成情况 F23");
  expect(memory.selected.at(-1)).toEqual({ sheetId: "{项目完成情况}", range: { top: 22, bottom: 22, left: 5, right: 5 } });
});

test("runs are taken back one by one, the latest first", async () => {
  const { memory, user } = await openPane(reportSnapshot(SHEET));
  await press(user, "计算执行率");
  const first = memory.everything();
  memory.type(SHEET, "B3", 400);
  await press(user, "计算执行率");
  expect(memory.value(SHEET, "E3")).toBe(1);
  await press(user, "撤销");
  memory.type(SHEET, "B3", "81.70 ");
  expect(memory.everything()).toEqual(first);
  await press(user, "撤销上次写入");
  expect([memory.value(SHEET, "E2"), memory.value(SHEET, "E3")]).toEqual(["", ""]);
});

test("a sheet deleted since cannot be taken back, which is said", async () => {
  const { memory, user } = await openPane(reportSnapshot("预算执行", SHEET));
  await press(user, "计算执行率");
  memory.removeSheet(SHEET);
  await press(user, "撤销");
  expect(screen.getByText("工作表已被删除")).toBeInTheDocument();
  expect(memory.value("预算执行", "E26")).toBe(0.8414);
});

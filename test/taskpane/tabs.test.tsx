/** The pane's tabs and the acts above them, as a user meets them. */

import { act, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { openPane, press, settle, violations } from "../support/pane";
import { reportSnapshot } from "../support/report";

const SHEET = "项目完成情况";

function tabs(): string[] {
  return screen.getAllByRole("tab").map((tab) => `${tab.getAttribute("aria-selected") === "true" ? "*" : ""}${tab.getAttribute("aria-label")}`);
}

/** Lists only findings that say so: of a long list no more exists than is in view. */
async function search(user: UserEvent, words: string): Promise<void> {
  await user.clear(screen.getByRole("searchbox"));
  await user.type(screen.getByRole("searchbox"), words);
  await settle();
}

const OVERSPEND = /“综合治理经费”支出 182\.14/;

test("flagging shows the findings, their number on the tab and in its name", async () => {
  const { user, memory } = await openPane(reportSnapshot(SHEET));
  expect(tabs()).toEqual(["*执行", "异常", "汇总", "文字", "导出"]);
  await press(user, "标记异常");
  const tab = screen.getByRole("tab", { name: /^异常 \d+ 项待处理$/, selected: true });
  const count = Number(/\d+/.exec(tab.textContent ?? "")?.[0]);
  const chips = within(screen.getByRole("tabpanel")).getAllByRole("button", { name: /^(?:错误|注意) \d+$/ });
  expect(count).toBe(chips.reduce((sum, { textContent }) => sum + Number(/\d+/.exec(textContent ?? "")?.[0]), 0));
  expect(screen.getByRole("tabpanel")).toHaveAccessibleName(tab.getAttribute("aria-label") ?? "");
  await search(user, "综合治理经费 超支");
  expect(screen.getByText(OVERSPEND)).toBeInTheDocument();
  expect(memory.value(SHEET, "E28")).toBe(0.5981);
  expect(screen.getByRole("status")).toHaveTextContent("已写入 54 个单元格（项目完成情况） · 撤销");
  expect(await violations()).toEqual([]);
});

test("tabs are switched by keyboard, one stop for the Tab key", async () => {
  const { user } = await openPane(reportSnapshot(SHEET));
  act(() => screen.getByRole("tab", { name: "执行" }).focus());
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("tab", { name: "异常" })).toHaveFocus();
  await user.keyboard("{Enter}");
  await settle();
  expect(tabs()).toEqual(["执行", "*异常", "汇总", "文字", "导出"]);
  expect(screen.getByRole("tabpanel")).toHaveTextContent("还没有检查");
  expect(screen.getAllByRole("button", { name: "标记异常" })).toHaveLength(1);
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{Enter}");
  await settle();
  expect(tabs()).toEqual(["执行", "异常", "汇总", "文字", "*导出"]);
  await user.keyboard("{ArrowRight}{Enter}");
  await settle();
  expect(tabs()).toEqual(["*执行", "异常", "汇总", "文字", "导出"]);
  expect(await violations()).toEqual([]);
});

test("a finding dismissed with a note leaves the number, is kept, and comes back when restored", async () => {
  const { user, memory } = await openPane(reportSnapshot(SHEET));
  await press(user, "标记异常");
  const open = (): number => Number(/\d+/.exec(screen.getByRole("tab", { selected: true }).textContent ?? "")?.[0]);
  const before = open();
  await search(user, "综合治理经费 超支");
  await press(user, "忽略");
  await user.type(screen.getByRole("textbox", { name: "忽略的理由" }), "已核实{Enter}");
  await settle();
  expect(open()).toBe(before - 1);
  expect(await memory.read()).toMatchObject({ value: { stored: expect.stringContaining("dismissals") } });
  await user.click(screen.getByRole("checkbox", { name: /显示已忽略/ }));
  await press(user, "恢复");
  expect(open()).toBe(before);
  expect(await memory.read()).toMatchObject({ value: { stored: expect.not.stringContaining("dismissals") } });
});

test("settings switch checks off, and what they found goes at once", async () => {
  const { user } = await openPane(reportSnapshot(SHEET));
  await press(user, "标记异常");
  await search(user, "综合治理经费 超支");
  expect(screen.getByText(OVERSPEND)).toBeInTheDocument();
  await press(user, "检查设置");
  expect(tabs()[1]).toMatch(/^\*异常/u);
  await user.click(screen.getByRole("switch", { name: "超支" }));
  await settle();
  await press(user, "返回");
  expect(screen.queryByText(OVERSPEND)).not.toBeInTheDocument();
});

test("what takes longer than a moment shows how far it is, and reading can be stopped", async () => {
  const { user, memory } = await openPane(reportSnapshot(SHEET));
  const release = memory.holdReading();
  await user.click(screen.getByRole("button", { name: "标记异常" }));
  expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
  expect(await screen.findByRole("progressbar", { name: "正在准备，还没有写入…" })).toBeInTheDocument();
  expect(await violations()).toEqual([]);
  await press(user, "取消");
  expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
  release();
  await settle();
  expect(tabs()).toEqual(["*执行", "异常", "汇总", "文字", "导出"]);
  expect(memory.value(SHEET, "E28")).toBe("");
});

test("a text that was pasted is compared, and its findings lead to its words", async () => {
  const { user } = await openPane(reportSnapshot(SHEET));
  await user.click(screen.getByRole("tab", { name: "文字" }));
  await settle();
  await user.click(screen.getByRole("textbox"));
  await user.paste("综合治理经费全年支出182.14万元，全部预算98.81万元。完成全年预算100.00%。");
  await press(user, "核对文字");
  expect(screen.getByRole("tabpanel")).toHaveTextContent("184.33%");
  await user.click(screen.getByRole("tab", { name: /^异常/ }));
  await settle();
  await search(user, "184.33 完成率");
  await press(user, "正文第 1 行");
  expect(tabs()[3]).toBe("*文字");
  expect(await violations()).toEqual([]);
});

test("in English too", async () => {
  const { user } = await openPane(reportSnapshot(SHEET), { locale: "en-US" });
  expect(tabs()).toEqual(["*Execution", "Findings", "Summary", "Text", "Export"]);
  await press(user, "Flag anomalies");
  expect(screen.getByRole("tab", { name: /^Findings \d+ need a look$/, selected: true })).toBeInTheDocument();
  await user.click(screen.getByRole("tab", { name: "Text" }));
  await settle();
  expect(await violations()).toEqual([]);
});

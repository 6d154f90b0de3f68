/** A workbook in which something is missing: the step that helps is the next one, and nothing passes for complete. */

import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { openPane, press, settle, violations } from "../support/pane";
import { reportSnapshot } from "../support/report";
import { sheetOf, snapshotOf } from "../support/snapshots";

/** Each step as it reads, "*" before the one to do now. */
function steps(): string[] {
  return within(screen.getByRole("navigation", { name: "四个步骤" })).getAllByRole("button").map((button) => {
    const state = document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
    const name = [...button.querySelectorAll("span")].at(-1)?.textContent ?? "";
    return `${button.getAttribute("aria-current") === "step" ? "*" : ""}${name}: ${state}`;
  });
}

async function show(user: UserEvent, tab: string): Promise<HTMLElement> {
  await user.click(screen.getByRole("tab", { name: tab }));
  await settle();
  return screen.getByRole("main");
}

describe("a table whose spending is not recognised", () => {
  const spendless = snapshotOf(sheetOf("指标", [["项目名称", "年初预算（万元）", "丙"], ["物业费", 10, 5], ["保安费", 20, 5], ["合计", 30, 10]]));
  const NO_RATES = "没有一张表算出执行率";

  test("leads to its form, and from there on as ever", async () => {
    const { user } = await openPane(spendless);
    expect(steps()).toEqual(["*计算执行率: 先解决问题", "标记异常: 未检查", "生成汇总表: 未生成", "导出: 本次未导出"]);
    await show(user, "导出");
    await press(user, "计算执行率");
    const form = await screen.findByRole("form", { name: "修改表格的识别结果" });
    expect(screen.getByRole("tab", { name: "执行", selected: true })).toBeInTheDocument();
    await user.selectOptions(within(form).getByRole("combobox", { name: "C 列 · 丙" }), "支出");
    await press(user, "确定");
    expect(steps()[0]).toMatch(/^\*计算执行率: 待写 \d+ 格$/u);
    expect(within(await show(user, "导出")).queryByText(new RegExp(NO_RATES, "u"))).not.toBeInTheDocument();
  });

  test("does not pass for one without anomalies, nor its files for complete", async () => {
    const { user } = await openPane(spendless);
    await press(user, "标记异常");
    expect(steps().slice(0, 2)).toEqual(["*计算执行率: 先解决问题", "标记异常: 未查执行率"]);
    expect(screen.getByRole("main")).not.toHaveTextContent("没有发现异常");
    expect(screen.getByRole("main")).toHaveTextContent(NO_RATES);
    expect(await show(user, "汇总")).toHaveTextContent(NO_RATES);
    const main = await show(user, "导出");
    expect(main).toHaveTextContent(NO_RATES);
    expect(await violations()).toEqual([]);
    await press(user, "补上缺的");
    expect(await screen.findByRole("form", { name: "修改表格的识别结果" })).toBeInTheDocument();
  });
});

test("a protected sheet is to be unprotected first, and is shown", async () => {
  const { user, memory } = await openPane(reportSnapshot("项目完成情况"), { prepare: (port) => port.protect("项目完成情况") });
  expect(steps()).toEqual(["*计算执行率: 先解决问题", "标记异常: 未检查", "生成汇总表: 未生成", "导出: 本次未导出"]);
  await press(user, "计算执行率");
  expect(memory.selected.at(-1)?.sheetId).toBe("{项目完成情况}");
  expect(screen.getByText("工作表受保护，不能写入")).toBeInTheDocument();
});

describe.each([
  ["other lists", snapshotOf(sheetOf("名册", [["姓名", "年龄", "部门"], ["甲", 30, "财政"], ["乙", 40, "民政"]]))],
  ["nothing", snapshotOf(sheetOf("Sheet1", [[""]]))],
])("a workbook of %s", (_, snapshot) => {
  test("has nothing to export, and says so", async () => {
    const { user } = await openPane(snapshot);
    const main = await show(user, "导出");
    expect(main).toHaveTextContent("没有可以导出的表格");
    for (const name of ["上报文件（.xlsx）", "报告（.docx）", "数据（CSV）"]) expect(screen.getByRole("button", { name })).toHaveAttribute("aria-disabled", "true");
    await user.click(screen.getByRole("button", { name: "数据（CSV）" }));
    await settle();
    expect(main).not.toHaveTextContent("datapackage.json");
    // What others sent can be looked at from anywhere.
    expect(screen.getByRole("button", { name: "核对文件" })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });

  test("is not called clean", async () => {
    const { user } = await openPane(snapshot);
    await press(user, "标记异常");
    expect(steps()).toEqual(["计算执行率: 没有可写的表", "标记异常: 没有表格", "生成汇总表: 没有表格", "导出: 没有表格"]);
    expect(screen.getByRole("main")).not.toHaveTextContent("没有发现异常");
  });
});

test("where no table is recognised the step leads to selecting the two columns", async () => {
  const { user } = await openPane(snapshotOf(sheetOf("表", [["事项", "盘子", "花了多少"], ["物业费", 10, 5], ["保安费", 20, 5]])));
  await press(user, "计算执行率");
  expect(screen.getByRole("region", { name: "按选区指定预算和支出" })).toBeInTheDocument();
  expect(await violations()).toEqual([]);
});

test("with nothing on any sheet there is nothing to point out", async () => {
  const { user } = await openPane(snapshotOf(sheetOf("表", [])));
  await press(user, "计算执行率");
  expect(screen.queryByRole("region", { name: "按选区指定预算和支出" })).toBeNull();
});

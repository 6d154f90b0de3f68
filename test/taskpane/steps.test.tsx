/** The four acts in their order with how each stands, what is told the first time, and what a workbook without tables offers. */

import { screen, within } from "@testing-library/react";
import { failed } from "../../src/workbook/problem";
import { memoryStorage } from "../support/memory-storage";
import { openPane, press, settle, violations } from "../support/pane";
import { reportSnapshot } from "../support/report";
import { sheetOf, snapshotOf } from "../support/snapshots";

const SHEET = "项目完成情况";

/** Each step as it reads, "*" before the one to do now. */
function steps(label = "四个步骤"): string[] {
  return within(screen.getByRole("navigation", { name: label })).getAllByRole("button").map((button) => {
    const state = document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
    const name = [...button.querySelectorAll("span")].at(-1)?.textContent ?? "";
    return `${button.getAttribute("aria-current") === "step" ? "*" : ""}${name}: ${state}`;
  });
}

describe("the four acts", () => {
  test("stand in their order, and one after the other is the next", async () => {
    const { user, memory } = await openPane(reportSnapshot(SHEET));
    expect(steps()).toEqual(["*计算执行率: 待写 54 格", "标记异常: 未检查", "生成汇总表: 未生成", "导出: 本次未导出"]);
    expect(await violations()).toEqual([]);
    await press(user, "计算执行率");
    expect(steps()).toEqual(["计算执行率: 已是最新", "*标记异常: 未检查", "生成汇总表: 未生成", "导出: 本次未导出"]);
    await press(user, "标记异常");
    expect(steps()).toEqual(["计算执行率: 已是最新", expect.stringMatching(/^标记异常: \d+ 项待处理$/u), "*生成汇总表: 未生成", "导出: 本次未导出"]);
    await press(user, "导出");
    expect(screen.getByRole("tab", { name: "导出", selected: true })).toBeInTheDocument();
    // Half of its budget is still far behind a whole year: the rate alone changes.
    memory.type(SHEET, "B3", 200);
    await press(user, "重新读取");
    expect(steps()).toEqual(["计算执行率: 待更新 1 格", expect.stringMatching(/^标记异常: \d+ 项待处理$/u), "生成汇总表: 未生成", "导出: 本次未导出"]);
    expect(await violations()).toEqual([]);
  });

  test("in English", async () => {
    await openPane(reportSnapshot(SHEET), { locale: "en-US" });
    expect(steps("The four steps")).toEqual(["*Compute execution: 54 cells to write", "Flag anomalies: Not checked", "Build summary: Not made", "Export: Not in this session"]);
  });
});

describe("the guidance", () => {
  test("is there the first time, goes for good when dismissed, and can be called again", async () => {
    const storage = memoryStorage();
    const { user, reopen } = await openPane(reportSnapshot(SHEET), { storage, isNew: true });
    expect(within(await screen.findByRole("region", { name: "第一次使用" })).getAllByRole("listitem").map(({ textContent }) => textContent?.split("：")[0])).toEqual(["计算执行率", "标记异常", "生成汇总表", "导出"]);
    expect(screen.getByRole("link", { name: /^使用手册/u })).toHaveAttribute("href", "assets/guides/manual.zh-CN.html");
    expect(await violations()).toEqual([]);
    await press(user, "知道了");
    expect(screen.queryByRole("region", { name: "第一次使用" })).not.toBeInTheDocument();
    await reopen();
    expect(screen.queryByRole("region", { name: "第一次使用" })).not.toBeInTheDocument();
    await press(user, "使用提示");
    expect(await screen.findByRole("region", { name: "第一次使用" })).toBeInTheDocument();
  });
});

describe("the guidance gives way", () => {
  const card = (): HTMLElement | null => screen.queryByRole("region", { name: "第一次使用" });

  test("to whatever is called for, and is above what the pane opens on again", async () => {
    const { user } = await openPane(reportSnapshot(SHEET), { isNew: true });
    await screen.findByRole("region", { name: "第一次使用" });
    await press(user, "预览");
    expect(await screen.findByRole("heading", { name: /^将写入/u })).toBeInTheDocument();
    expect(card()).toBeNull();
    expect(screen.getByRole("button", { name: "使用提示" })).toHaveAttribute("aria-expanded", "false");
    await press(user, "使用提示");
    expect(card()).toBeInTheDocument();
    expect(screen.queryByRole("heading", { name: /^将写入/u })).toBeNull();
  });

  test("to what an act did", async () => {
    const { user } = await openPane(reportSnapshot(SHEET), { isNew: true });
    await screen.findByRole("region", { name: "第一次使用" });
    await press(user, "计算执行率");
    expect(card()).toBeNull();
  });
});

describe("without a table", () => {
  const empty = snapshotOf(sheetOf("Sheet1", [[""]]));
  const bytes = Uint8Array.from([80, 75, 3, 4]);

  function serve(response: () => Promise<unknown>): void {
    globalThis.fetch = jest.fn(response) as unknown as typeof fetch;
  }

  test("the sample opens as a workbook of its own", async () => {
    serve(() => Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(bytes.buffer) }));
    const opened: string[] = [];
    const { user } = await openPane(empty, {
      openWorkbook: (base64) => {
        opened.push(base64);
        return Promise.resolve({ ok: true, value: null });
      },
    });
    expect(steps()).toEqual(["计算执行率: 没有可写的表", "标记异常: 没有表格", "生成汇总表: 没有表格", "导出: 没有表格"]);
    await user.click(await screen.findByRole("button", { name: "打开示例" }));
    await settle();
    expect(fetch).toHaveBeenCalledWith("assets/samples/budget-execution-2016.xlsx");
    expect(opened).toEqual(["UEsDBA=="]);
    expect(screen.getByRole("main")).toHaveTextContent("示例已在新窗口中打开");
    expect(await violations()).toEqual([]);
  });

  test("where Excel opens none, it is downloaded, and that is said", async () => {
    serve(() => Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(bytes.buffer) }));
    URL.createObjectURL = () => "blob:made";
    const saved: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    const { user } = await openPane(empty, { openWorkbook: () => Promise.resolve(failed({ code: "host-failed" })) });
    await user.click(await screen.findByRole("button", { name: "打开示例" }));
    await settle();
    expect(saved).toEqual(["budget-execution-2016.xlsx"]);
    expect(screen.getByRole("main")).toHaveTextContent("示例已下载：budget-execution-2016.xlsx");
  });

  test.each([
    ["a site without it", () => Promise.resolve({ ok: false })],
    ["a site out of reach", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("%s is said, with whom to ask", async (_, response) => {
    serve(response);
    const { user } = await openPane(empty);
    await user.click(await screen.findByRole("button", { name: "打开示例" }));
    await settle();
    expect(screen.getByRole("main")).toHaveTextContent("没有取到示例文件 请检查网络后再试。仍然不行，请告诉管理员：站点上应有 assets/samples/budget-execution-2016.xlsx。");
  });
});

import { act, screen, waitFor } from "@testing-library/react";
import { flagAnomalies } from "../../src/commands/flagAnomalies";
import { ribbonRun, type SavedRun } from "../../src/commands/lastRun";
import { computeExecution } from "../../src/commands/computeExecution";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { createMemoryPort } from "../support/memory-port";
import { reportSnapshot } from "../support/report";
import { listedLines, openPane, press, settle, violations } from "../support/pane";
import { sheetOf, snapshotOf } from "../support/snapshots";

const SHEET = "项目完成情况";

describe("by keyboard alone", () => {
  test("the line that needs a look is found, and the rates computed and taken back", async () => {
    const { memory, user } = await openPane(reportSnapshot(SHEET));
    const before = memory.everything();
    const reach = async (name: string | RegExp, role: "button" | "listbox"): Promise<void> => {
      const target = screen.getByRole(role, { name });
      for (let i = 0; i < 40 && document.activeElement !== target; i++) await user.tab();
      expect(target).toHaveFocus();
    };
    await reach(/各行执行情况/, "listbox");
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("综合治理经费");
    expect(screen.getByRole("listbox")).toHaveAttribute("aria-activedescendant", screen.getByRole("option", { selected: true }).id);
    expect(memory.selected).toEqual([]);
    await user.keyboard("{Enter}");
    expect(memory.selected).toHaveLength(1);
    await reach("计算执行率", "button");
    await user.keyboard("{Enter}");
    await settle();
    expect(memory.value(SHEET, "E28")).toBe(0.5981);
    await reach("撤销", "button");
    await user.keyboard("{Enter}");
    await settle();
    expect(memory.everything()).toEqual(before);
  });
});

describe("in English", () => {
  test("every state reads in English", async () => {
    const { user } = await openPane(reportSnapshot(SHEET), { locale: "en-US" });
    expect(screen.getByRole("region", { name: "Overall execution rate" })).toHaveTextContent("total row · of the original budget59.81%4,070.45 / 6,805.36 (unit unknown)");
    expect(listedLines("Execution by line, those needing attention first")[0]).toBe("Over综合治理经费184.33%182.14 / 98.81");
    await press(user, "Preview");
    expect(screen.getByRole("heading", { name: "54 cells to be written" })).toBeInTheDocument();
    await press(user, "Compute execution");
    expect(screen.getByRole("status")).toHaveTextContent("54 cells written (项目完成情况) · Undo");
    expect(await violations()).toEqual([]);
    await press(user, "1 table found");
    await press(user, /^Edit 项目完成情况/);
    // Only the workbook's own words are Chinese.
    const own = new Set(createMemoryPortTexts());
    const foreign = document.body.textContent?.match(/\p{Script=Han}+/gu)?.filter((text) => ![...own].some((word) => word.includes(text))) ?? [];
    expect(foreign).toEqual([]);
  });

  function createMemoryPortTexts(): string[] {
    return [SHEET, ...reportSnapshot(SHEET).sheets.flatMap(({ values }) => values.flat().map(String))];
  }
});

test("twenty thousand lines cost no more elements than a few screens", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`项目${i + 1}`, 100, i % 90]);
  const { user, memory } = await openPane(snapshotOf(sheetOf("大表", [["项目名称", "年初预算（万元）", "支出（万元）"], ...rows])));
  expect(screen.getByRole("listbox").querySelectorAll("[role=option]").length).toBeLessThan(60);
  expect(screen.getAllByRole("option")[0]).toHaveAttribute("aria-setsize", "20000");
  act(() => screen.getByRole("listbox").focus());
  await user.keyboard("{Enter}");
  expect(memory.selected).toHaveLength(1);
});

describe("what the ribbon did", () => {
  const at = "2016-12-31T06:32:00.000Z";

  test("is told when the pane opens, and can be taken back there", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const before = await memory.read();
    const run: SavedRun = { ...(await computeExecution(memory, sheetWords(createTranslator("zh-CN")))), schema: 3, at };
    const after = await memory.read();
    if (!before.ok || !after.ok) throw new Error("unreadable");
    // As it comes back from the browser's storage.
    const pane = await openPane(after.value, { run: JSON.parse(JSON.stringify(run)) as SavedRun });
    expect(screen.getByRole("status")).toHaveTextContent(/^功能区计算执行率（.*）：已写入 54 个单元格（项目完成情况） · 撤销$/u);
    await press(pane.user, "撤销");
    const restored = await pane.memory.read();
    expect(restored.ok && restored.value).toEqual(before.value);
  });

  test("is told at once to a pane that is open", async () => {
    const { ribbonRan } = await openPane(reportSnapshot(SHEET));
    await ribbonRan({ ...ribbonRun("compute", reportSnapshot(SHEET), { kind: "failed", problem: { code: "sheet-protected" }, restore: null }), schema: 3, at });
    expect(screen.getByText("工作表受保护，不能写入")).toBeInTheDocument();
    expect(screen.getByRole("status")).toHaveTextContent(/^功能区计算执行率（[^）]+）没有完成$/u);
    expect(await violations()).toEqual([]);
  });

  test("to flag anomalies is shown with what it found, without pressing again", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const words = sheetWords(createTranslator("zh-CN"));
    const first: SavedRun = { ...(await flagAnomalies(memory, words)), schema: 3, at };
    const after = await memory.read();
    if (!after.ok) throw new Error("unreadable");
    await openPane(after.value, { run: JSON.parse(JSON.stringify(first)) as SavedRun });
    expect(screen.getByRole("status")).toHaveTextContent(/^功能区标记异常（.*）：已写入 54 个单元格（项目完成情况） · 撤销$/u);
    await waitFor(() => expect(screen.getByRole("grid", { name: /^异常/u })).toHaveTextContent("社区服务中心装修改造经费"));
    expect(screen.getByRole("tab", { selected: true })).toHaveTextContent(/^异常/u);
  });

  test("in another workbook is not told here", async () => {
    await openPane(reportSnapshot(SHEET), { run: { ...ribbonRun("compute", reportSnapshot("预算执行"), { kind: "unchanged" }), schema: 3, at } });
    expect(screen.getByRole("status")).toHaveTextContent(/^$/u);
  });
});

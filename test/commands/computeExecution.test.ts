import { computeExecution } from "../../src/commands/computeExecution";
import { forgetRun, isRunOf, loadRun, ribbonRun, saveRun } from "../../src/commands/lastRun";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { prepareWriting } from "../../src/pipeline/prepare";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { createMemoryPort } from "../support/memory-port";
import { reportSnapshot } from "../support/report";
import { sheetOf, snapshotOf } from "../support/snapshots";

const SHEET = "项目完成情况";
const words = sheetWords(createTranslator("zh-CN"));

describe("the ribbon's 计算执行率", () => {
  test("writes what the pane would write, and selects the rates of the sheet in front", async () => {
    const memory = createMemoryPort(reportSnapshot());
    const planned = prepareWriting(reportSnapshot(), DEFAULT_OPTIONS, words);
    const byPane = createMemoryPort(reportSnapshot());
    await byPane.apply(planned.plan.edits);
    const run = await computeExecution(memory, words);
    expect(memory.everything()).toEqual(byPane.everything());
    expect(run.outcome.kind).toBe("written");
    expect(memory.selected).toEqual([{ sheetId: "{项目完成情况}", range: { top: 2, bottom: 27, left: 4, right: 4 } }]);
  });

  test("a second time changes nothing", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    await computeExecution(memory, words);
    const after = memory.everything();
    expect((await computeExecution(memory, words)).outcome).toEqual({ kind: "unchanged" });
    expect(memory.everything()).toEqual(after);
  });

  test("keeps to what was chosen in the pane", async () => {
    const memory = createMemoryPort(snapshotOf(sheetOf("表", [["项目名称", "年初预算（万元）", "调整后预算（万元）", "支出（万元）"], ["甲", 10, 20, 5]])));
    const read = await memory.read();
    if (!read.ok) throw new Error(read.problem.code);
    await memory.apply(prepareWriting(read.value, { ...DEFAULT_OPTIONS, basis: "original" }, words).plan.edits);
    memory.type("表", "D2", 8);
    await computeExecution(memory, words);
    expect(memory.value("表", "E2")).toBe(0.8);
  });

  test("where it fails the place is selected and nothing written", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    memory.protect(SHEET);
    const before = memory.everything();
    const { outcome } = await computeExecution(memory, words);
    expect(outcome).toMatchObject({ kind: "failed", problem: { code: "sheet-protected" } });
    expect(memory.everything()).toEqual(before);
    expect(memory.selected).toEqual([{ sheetId: "{项目完成情况}", range: { top: 1, bottom: 27, left: 0, right: 3 } }]);
  });

  test("what would stand beside other lines than it was meant for is taken back", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const swapped = createMemoryPort(reportSnapshot(SHEET));
    const swap = (port: typeof memory): void => ["A", "B", "C"].forEach((column) => {
      const [third, fourth] = [port.value(SHEET, `${column}3`), port.value(SHEET, `${column}4`)];
      port.type(SHEET, `${column}3`, fourth);
      port.type(SHEET, `${column}4`, third);
    });
    swap(swapped);
    memory.beforeApply(() => swap(memory));
    expect((await computeExecution(memory, words)).outcome).toMatchObject({ kind: "failed", problem: { code: "cells-changed" }, restore: null });
    expect(memory.everything()).toEqual(swapped.everything());
  });

  test("an empty workbook and one that cannot be read are failures that are told", async () => {
    const empty = createMemoryPort(snapshotOf(sheetOf("Sheet1", [[""]])));
    expect((await computeExecution(empty, words)).outcome).toMatchObject({ kind: "failed", problem: { code: "empty-workbook" } });
    const busy = createMemoryPort(reportSnapshot(SHEET));
    busy.fail("read", { code: "cell-editing" });
    expect((await computeExecution(busy, words)).outcome).toMatchObject({ kind: "failed", problem: { code: "cell-editing" } });
  });
});

describe("what waits for the pane", () => {
  const at = new Date("2016-12-31T06:32:00Z");

  test("is the whole outcome, once", () => {
    const storage = memoryStorage();
    const run = ribbonRun("compute", reportSnapshot(SHEET), { kind: "written", cells: 3, undo: [{ kind: "stored", expected: "x", stored: null }] });
    saveRun(storage, run, at);
    expect(loadRun(storage)).toEqual({ act: run.act, sheets: run.sheets, outcome: run.outcome, schema: 3, at: "2016-12-31T06:32:00.000Z" });
    forgetRun(storage);
    expect(loadRun(storage)).toBeNull();
  });

  test("belongs to the workbook with these sheets and with the record the run left", () => {
    const snapshot = { ...reportSnapshot(SHEET), stored: "x" };
    const run = ribbonRun("compute", snapshot, { kind: "written", cells: 3, undo: [{ kind: "stored", expected: "x", stored: null }] });
    expect(isRunOf(run, snapshot)).toBe(true);
    expect(isRunOf(run, { ...snapshot, stored: "y" })).toBe(false);
    expect(isRunOf(run, reportSnapshot("预算执行"))).toBe(false);
    expect(isRunOf(ribbonRun("compute", null, { kind: "failed", problem: { code: "cell-editing" }, restore: null }), snapshot)).toBe(true);
  });

  test.each(["", "{", "null", "[]", '{"schema":1,"sheets":[],"outcome":{},"at":""}'])("%p is no run of ours", (text) => {
    const storage = memoryStorage();
    saveRun(storage, ribbonRun("compute", null, { kind: "unchanged" }), at);
    storage.replace(text);
    expect(loadRun(storage)).toBeNull();
  });

  test("is given up where the storage is full, rather than left from an earlier run", () => {
    const storage = memoryStorage();
    saveRun(storage, ribbonRun("compute", null, { kind: "unchanged" }), at);
    const full = { ...storage, setItem: () => { throw new DOMException("full", "QuotaExceededError"); } };
    saveRun(full, ribbonRun("compute", null, { kind: "unchanged" }), at);
    expect(loadRun(storage)).toBeNull();
  });
});

/** One key is all there is. */
function memoryStorage() {
  let text: string | null = null;
  return {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value;
    },
    removeItem: () => {
      text = null;
    },
    replace: (value: string) => {
      text = value;
    },
  };
}

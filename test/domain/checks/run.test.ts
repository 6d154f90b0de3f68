import { prepareChecks } from "../../../src/domain/checks/prepare";
import { checkWorkbook, runChecks, type CheckReport, type Progress } from "../../../src/domain/checks/run";
import { DEFAULT_SETTINGS } from "../../../src/domain/checks/settings";
import { CHECKS } from "../../../src/domain/checks/registry";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import type { CellValue, SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import { checkSnapshot } from "../../support/checks";
import { sampleSnapshot } from "../../support/sample";
import { sheetOf, snapshotOf } from "../../support/snapshots";

function inputOf(snapshot: Snapshot) {
  const { tables, executions, cutOff } = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  return prepareChecks({ snapshot, tables, executions, cutOff });
}

function runThrough(snapshot: Snapshot): { readonly progress: Progress[]; readonly report: CheckReport } {
  const running = runChecks(inputOf(snapshot), DEFAULT_SETTINGS);
  const progress: Progress[] = [];
  for (;;) {
    const step = running.next();
    if (step.done === true) return { progress, report: step.value };
    progress.push(step.value);
  }
}

/** A budget with its changes, expenditure and rate, all right and on track. */
function longSheet(rows: number): SheetSnapshot {
  const lines = Array.from({ length: rows }, (_, i): CellValue[] => [`20162010350269001${i + 100_000}`, `项目甲${i}`, "2010350", "事业运行", 100 + i, 5, 3, 102 + i, 98 + i, `${((100 * (98 + i)) / (102 + i)).toFixed(2)}%`]);
  return sheetOf("项目", [["单位：万元"], ["项目代码", "项目名称", "项目功能代码", "预算功能分类", "年初预算", "调增", "调减", "调整后预算", "支出", "预算完成比例"], ...lines]);
}

test("says which check is at work, and gets on steadily", () => {
  const { progress, report } = runThrough(sampleSnapshot());
  expect([...new Set(progress.map(({ check }) => check))].sort()).toEqual(CHECKS.filter(({ id }) => progress.some(({ check }) => check === id)).map(({ id }) => id).sort());
  expect(progress.every(({ done }, k) => done >= (progress[k - 1]?.done ?? 0) && done <= 1)).toBe(true);
  expect(report).toEqual(checkWorkbook(inputOf(sampleSnapshot()), DEFAULT_SETTINGS));
});

test("long tables are walked in slices, so that whoever runs the checks can stop in between", () => {
  const short = runThrough(snapshotOf(longSheet(100))).progress.length;
  expect(runThrough(snapshotOf(longSheet(20_000))).progress.length).toBeGreaterThan(short + 4);
});

test("a check that is switched off finds nothing, and the others the same as before", () => {
  const all = checkSnapshot(sampleSnapshot());
  for (const rule of ["under-execution", "total-mismatch", "cross-table"]) {
    const without = checkSnapshot(sampleSnapshot(), { settings: { off: [rule], values: {} } });
    expect(without.findings).toEqual(all.findings.filter((finding) => finding.rule !== rule));
  }
});

test("what computing the rates found stands once, and in reading order", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 10, "待定"], ["乙", 10, 5], ["合计", 21, 5]]);
  const { findings } = checkSnapshot(snapshotOf(table));
  expect(findings.map(({ rule, place: { range } }) => [rule, range.top, range.left])).toEqual([["unit-unknown", 0, 0], ["not-a-number", 1, 2], ["total-mismatch", 3, 1]]);
});

test("two tables over the same cells, as after a selection inside one, tell the same once", () => {
  const snapshot = snapshotOf(sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 10, 4], ["乙", 10, 5], ["合计", 21, 9]]));
  const { tables, executions, cutOff } = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const again = tables.map((table) => ({ ...table, id: `${table.id} again` }));
  const totals = checkWorkbook(prepareChecks({ snapshot, tables: [...tables, ...again], executions, cutOff }), DEFAULT_SETTINGS).findings.filter(({ rule }) => rule === "total-mismatch");
  expect(totals).toHaveLength(1);
});

test("a workbook without tables, and tables without figures", () => {
  expect(checkSnapshot(snapshotOf(sheetOf("空", [["通知"]])))).toEqual({ findings: [], reconciliations: [] });
  expect(checkSnapshot(snapshotOf(sheetOf("表", [["项目名称", "年初预算", "支出", "执行率"], ["甲", 1, "", ""], ["乙", 2, "", ""]]))).findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

describe("work grows with the rows, not with their square", () => {
  /** How often cells are looked at. */
  function readsOf(rows: number): number {
    let reads = 0;
    const counted = (sheet: SheetSnapshot): SheetSnapshot => {
      const watch = <T extends object>(cells: T): T => new Proxy(cells, {
        get: (target, key, receiver): unknown => {
          reads++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
      return { ...sheet, values: sheet.values.map(watch), formulas: sheet.formulas.map(watch), numberFormats: sheet.numberFormats.map(watch) };
    };
    const snapshot = snapshotOf(longSheet(rows), { ...longSheet(rows), id: "{二}", name: "二" });
    const { tables, executions, cutOff } = computeWorkbook(snapshot, DEFAULT_OPTIONS);
    checkWorkbook(prepareChecks({ snapshot: { ...snapshot, sheets: snapshot.sheets.map(counted) }, tables, executions, cutOff }), DEFAULT_SETTINGS);
    return reads;
  }

  test("four times the rows are read no more than four and a half times as often", () => {
    const [few, many] = [readsOf(500), readsOf(2_000)];
    expect(many / few).toBeLessThan(4.5);
    expect(many / 2_000).toBeLessThan(400);
  });
});

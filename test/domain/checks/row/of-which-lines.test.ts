/** 其中: lines that another line counts already. What stands beside them, the findings say. */

import fc from "fast-check";
import { parseCutOff } from "../../../../src/domain/execution/cut-off";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../../src/pipeline/compute";
import { checkSnapshot, found } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const CUT_OFF = "2025-09-30";
const OF_STATUS: Readonly<Record<string, string>> = { behind: "under-execution warning", "far-behind": "under-execution error", over: "over-execution", unspent: "no-execution warning" };

test("a part behind time under a line that is not is found", () => {
  const sheet = sheetOf("表", [["科目", "调整后预算（万元）", "支出（万元）"], ["教育支出", 200, 150], ["其中：小学教育", 120, 100], ["初中教育", 80, 50], ["公共安全支出", 100, 90], ["合计", 300, 240]]);
  expect(found("under-execution", sheet, { cutOff: CUT_OFF })).toEqual(["warning 表 C4 75.00 62.50"]);
});

test("a part without a figure of its own is nobody's finding", () => {
  const sheet = sheetOf("表", [["科目", "调整后预算（万元）", "支出（万元）"], ["教育支出", 200, 150], ["其中：小学教育", "", 100], ["公共安全支出", 100, 90], ["其中：消防", 50, ""], ["合计", 300, 240]]);
  expect(checkSnapshot(snapshotOf(sheet), { cutOff: CUT_OFF }).findings).toEqual([]);
});

test("every line's status beside the data has its finding, and no finding is without", () => {
  const part = fc.record({ budget: fc.integer({ min: 1, max: 400 }), spent: fc.integer({ min: 0, max: 500 }) });
  fc.assert(fc.property(fc.array(fc.record({ own: part, parts: fc.array(part, { maxLength: 3 }) }), { minLength: 2, maxLength: 5 }), (lines) => {
    const rows = lines.flatMap(({ own, parts }, i) => {
      const inner = { budget: parts.reduce((sum, { budget }) => sum + budget, 0), spent: parts.reduce((sum, { spent }) => sum + spent, 0) };
      return [[`类别${"甲乙丙丁戊"[i]}支出`, own.budget + inner.budget, own.spent + inner.spent], ...parts.map(({ budget, spent }, p) => [`其中：分项${"甲乙丙丁戊"[i]}${p + 1}`, budget, spent])];
    });
    const snapshot = snapshotOf(sheetOf("表", [["科目", "调整后预算（万元）", "支出（万元）"], ...rows]));
    const { executions } = computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, cutOff: parseCutOff(CUT_OFF) });
    const beside = executions[0]?.rows.flatMap(({ row, kind, status }) => (OF_STATUS[status] === undefined || kind === "subtotal" ? [] : [`${row} ${OF_STATUS[status]}`])) ?? [];
    const told = checkSnapshot(snapshot, { cutOff: CUT_OFF }).findings
      .filter(({ rule }) => ["under-execution", "over-execution", "no-execution"].includes(rule))
      .map(({ rule, severity, place }) => `${place.range.top} ${rule}${rule === "over-execution" ? "" : ` ${severity}`}`);
    expect(told.sort()).toEqual(beside.sort());
  }), { numRuns: 60 });
});

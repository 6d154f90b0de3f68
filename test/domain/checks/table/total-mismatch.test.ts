import type { CellValue } from "../../../../src/workbook/snapshot";
import { checkSnapshot, found, findings, settingsFor } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const sheet = (rows: CellValue[][], header: CellValue[] = ["项目名称", "项目预算", "支出"]) => sheetOf("表", [["单位：万元"], header, ...rows]);

test("a difference of a cent is a warning, a larger one an error, a smaller one information", () => {
  const table = sheet([["甲", 3402.68, 1], ["乙", 3402.69, 2.005], ["合计", 6805.36, 3]]);
  expect(found("total-mismatch", table)).toEqual(["warning 表 B5 6805.37 6805.36", "info 表 C5 3.005 3"]);
  expect(findings("total-mismatch", table)[0]?.values).toMatchObject({ difference: { figure: "0.01", unit: "万元" }, rows: 2 });
  expect(found("total-mismatch", sheet([["甲", 100, 1], ["乙", 10.11, 2], ["合计", 110, 3]]))).toEqual(["error 表 B5 110.11 110"]);
});

test("the tolerance is a setting, in the printed unit", () => {
  const table = sheet([["甲", 100, 1], ["乙", 10.5, 2], ["合计", 110, 3]]);
  expect(found("total-mismatch", table, { settings: settingsFor("total-mismatch", { tolerance: 1 }) })).toEqual(["info 表 B5 110.5 110"]);
});

test("budgets alone, subtotals, and texts", () => {
  const table = sheet([["一、人员", ""], ["甲", "1,000.00"], ["乙", "65.41 "], ["小计", "1,065.42"], ["二、项目", ""], ["丙", 5], ["小计", 5], ["总计", 1070.41]], ["项目名称", "年初预算"]);
  expect(found("total-mismatch", table)).toEqual(["warning 表 B6 1065.41 1065.42"]);
});

test("shares drift by rounding, which is information; more than that is an error", () => {
  const rows = (total: string) => sheet([["甲", 1, "33.33%"], ["乙", 1, "33.33%"], ["丙", 1, "33.33%"], ["合计", 3, total]], ["项目名称", "支出金额", "占比"]);
  expect(found("total-mismatch", rows("100.00%"))).toEqual(["info 表 C6 99.99 100.00"]);
  expect(found("total-mismatch", rows("99.99%"))).toEqual([]);
  expect(found("total-mismatch", rows("99.00%"))).toEqual(["error 表 C6 99.99 99.00"]);
});

test("an unreadable line leaves the sum unknown", () => {
  expect(found("total-mismatch", sheet([["甲", 100, 1], ["乙", "待定", 2], ["合计", 110, 3]]))).toEqual([]);
});

test("every total is kept with both sides, the right ones too", () => {
  const { reconciliations } = checkSnapshot(snapshotOf(sheet([["甲", 100, 1], ["乙", 10, 2], ["合计", 110, 4]])));
  expect(reconciliations).toMatchObject([
    { kind: "total", outcome: "passed", lines: 1, difference: "0", unit: "万元", left: { label: "合计", figure: "110" }, right: { label: "项目预算", figure: "110", places: [{ range: { top: 2, bottom: 3, left: 1, right: 1 } }] } },
    { kind: "total", outcome: "failed", lines: 1, difference: "1", left: { figure: "4" }, right: { figure: "3" } },
  ]);
});

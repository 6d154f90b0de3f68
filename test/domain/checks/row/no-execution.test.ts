import type { CellValue } from "../../../../src/workbook/snapshot";
import { found, findings, settingsFor } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const sheet = (...rows: CellValue[][]) => sheetOf("表", [["项目名称", "项目预算", "支出"], ...rows]);

test("a budget and nothing spent", () => {
  expect(found("no-execution", sheet(["设备购置", 156, 0], ["翻改建", "300.00 ", "0.00 "], ["物业", 10, 9], ["没有预算", 0, 0]))).toEqual(["warning 表 C2 - 0", "warning 表 C3 - 0"]);
  expect(findings("no-execution", sheet(["设备购置", 156, 0], ["物业", 10, 9]))[0]?.values["rate"]).toMatchObject({ figure: "0", unit: "percent" });
});

test("a blank expenditure counts among filled ones", () => {
  const table = sheet(["甲", 10, 9], ["乙", 10, ""], ["丙", 10, 8]);
  expect(found("no-execution", table)).toEqual(["warning 表 C3 - 0"]);
  // Of what is not filled in there is no rate.
  expect(findings("no-execution", table).map(({ values }) => [values["figure"], values["rate"]])).toEqual([["blank", ""]]);
});

test("a dash is zero, however many lines have it", () => {
  const table = sheet(["甲", 10, "-"], ["乙", 10, "——"], ["丙", 10, 8]);
  expect(found("no-execution", table)).toEqual(["warning 表 C2 - 0", "warning 表 C3 - 0"]);
  expect(findings("no-execution", table).map(({ values }) => values["figure"])).toEqual(["zero", "zero"]);
});

test("a column that is mostly blank is not filled in yet; from when on is a setting", () => {
  const table = sheet(["甲", 10, ""], ["乙", 10, ""], ["丙", 10, 8]);
  expect(found("no-execution", table)).toEqual([]);
  expect(found("no-execution", table, { settings: settingsFor("no-execution", { mostBlank: 70 }) })).toHaveLength(2);
});

test("unreadable expenditures are not nothing", () => {
  expect(found("no-execution", sheet(["甲", 10, "待定"], ["乙", 10, 9], ["丙", 10, 8]))).toEqual([]);
});

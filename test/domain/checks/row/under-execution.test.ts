import { PRESETS, withPreset } from "../../../../src/domain/checks/presets";
import { DEFAULT_SETTINGS } from "../../../../src/domain/checks/settings";
import { createTranslator } from "../../../../src/i18n/catalogs";
import { findingWords } from "../../../../src/i18n/describe";
import { found, findings, settingsFor } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const RATES = [20, 30, 35, 40, 45, 49.99, 50, 55, 60, 65, 70, 79.99, 80, 85, 90, 95, 100];
/** A line for each rate; the rate in percent is its name, and its row the index plus two. */
const table = sheetOf("表", [["项目名称", "项目预算", "支出"], ...RATES.map((rate) => [`项目${rate}`, 100, rate])]);

function severities(choices: Parameters<typeof found>[2]): { error: number[]; warning: number[] } {
  const all = findings("under-execution", table, choices);
  const rates = (severity: string): number[] => all.filter((finding) => finding.severity === severity).map(({ actual }) => Number(actual));
  return { error: rates("error"), warning: rates("warning") };
}

function preset(id: string) {
  const chosen = PRESETS.find((one) => one.id === id);
  if (chosen === undefined) throw new Error(id);
  return { settings: withPreset(DEFAULT_SETTINGS, chosen) };
}

test.each([
  ["2016-12-31", 80, 90],
  ["2016-09-30", 55, 65],
  ["2016-06-30", 30, 40],
  ["2016-01-31", -1, -1],
])("up to %s: an error at %s and below, a warning up to %s", (cutOff, error, warning) => {
  expect(severities({ cutOff })).toEqual({ error: RATES.filter((rate) => rate <= error), warning: RATES.filter((rate) => rate > error && rate <= warning) });
});

test.each([["half-year", 30, 40], ["third-quarter", 55, 65], ["year-end", 80, 90]])("the preset %s needs no date", (id, error, warning) => {
  expect(severities(preset(id))).toEqual({ error: RATES.filter((rate) => rate <= error), warning: RATES.filter((rate) => rate > error && rate <= warning) });
});

test("plain bands: below 50 an error, from 50 to below 80 a warning", () => {
  expect(severities(preset("bands"))).toEqual({ error: RATES.filter((rate) => rate < 50), warning: RATES.filter((rate) => rate >= 50 && rate < 80) });
});

test.each<readonly [string, Parameters<typeof found>[2], string]>([
  ["while it runs", { cutOff: "2016-11-30" }, "请说明进度滞后的原因并加快执行；确实用不完的，请申请调减预算。"],
  ["when it is over", { cutOff: "2016-12-31" }, "请说明没有执行完的原因；剩余资金请按规定收回或结转。"],
  ["by the preset of its end", preset("year-end"), "请说明没有执行完的原因；剩余资金请按规定收回或结转。"],
])("what to do about it is another thing when the year is over: %s", (_, choices, remedy) => {
  expect(new Set(findings("under-execution", table, choices).map((finding) => findingWords(createTranslator("zh-CN"), finding).remedy))).toEqual(new Set([remedy]));
});

test("without a cut-off date nothing is behind", () => {
  expect(found("under-execution", table)).toEqual([]);
});

test("points are settings", () => {
  expect(severities({ cutOff: "2016-12-31", settings: settingsFor("under-execution", { behindPoints: 5, farBehindPoints: 50 }) })).toEqual({
    error: RATES.filter((rate) => rate <= 50), warning: RATES.filter((rate) => rate > 50 && rate <= 95),
  });
});

test("says how far behind; unspent lines, totals and lines without a rate are others' business", () => {
  const mixed = sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 100, 0], ["乙", 0, 5], ["丙", 420, 340.27], ["合计", 520, 345.27]]);
  expect(found("under-execution", mixed, { cutOff: "2016-12-31" })).toEqual(["warning 表 C4 100.00 81.02"]);
  expect(findings("under-execution", mixed, { cutOff: "2016-12-31" })[0]?.values).toMatchObject({ points: { figure: "18.98", unit: "points" }, progress: { figure: "100", unit: "percent" }, rate: { figure: "81.02", unit: "percent" } });
});

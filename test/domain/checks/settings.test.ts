import fc from "fast-check";
import { CHECKS, checkOf } from "../../../src/domain/checks/registry";
import { PRESETS, withPreset } from "../../../src/domain/checks/presets";
import { accepts, DEFAULT_SETTINGS, neighboursOf, settingsFromJson, settingsToJson, valuesOf, withSwitch, withValue, type CheckSettings } from "../../../src/domain/checks/settings";
import { thresholdsOf } from "../../../src/domain/checks/thresholds";
import { parseCutOff } from "../../../src/domain/execution/cut-off";
import type { Status } from "../../../src/domain/execution/result";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import type { Check } from "../../../src/domain/checks/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { checkSnapshot } from "../../support/checks";
import { sheetOf, snapshotOf } from "../../support/snapshots";

function check(id: string): Check {
  const found = checkOf(id);
  if (found === null) throw new Error(id);
  return found;
}

const chosen: CheckSettings = { off: ["text-number"], values: { "over-execution": { errorAbove: 120 }, "under-execution": { measure: "bands" } } };

test("ids are unique, and every default is one that its parameter accepts", () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  expect(CHECKS.flatMap(({ id, parameters }) => Object.entries(parameters).filter(([, parameter]) => !accepts(parameter, parameter.default)).map(([name]) => `${id}.${name}`))).toEqual([]);
});

test("the issue's list is complete", () => {
  expect(CHECKS.map(({ id }) => id).sort()).toEqual([
    "adjustment-mismatch", "basis-conflict", "code-mismatch", "cross-table", "damaged-code", "duplicate-code", "duplicate-name", "error-value",
    "large-adjustment", "missing-in-text", "narrative-mismatch", "negative-amount", "no-execution", "not-a-number", "over-execution", "overwritten-formula", "own-column", "parts-mismatch", "rate-mismatch",
    "share-denominator", "share-mismatch", "stale-date", "text-number", "total-mismatch", "unbudgeted", "under-execution", "unit-suspect", "year-end-rush",
  ]);
});

test("values are the chosen ones, else the check's own", () => {
  expect(valuesOf(check("over-execution"), chosen)).toEqual({ limit: 100, errorAbove: 120 });
  expect(valuesOf(check("over-execution"), DEFAULT_SETTINGS)).toEqual({ limit: 100, errorAbove: 110 });
});

test("what is stored reads back, and only what differs is stored", () => {
  expect(settingsFromJson(settingsToJson(chosen))).toEqual(chosen);
  expect(settingsToJson(DEFAULT_SETTINGS)).toBeNull();
  expect(settingsFromJson(null)).toEqual(DEFAULT_SETTINGS);
  expect(withValue(chosen, check("over-execution"), "errorAbove", 110).values).toEqual({ "under-execution": { measure: "bands" } });
});

test("unknown checks, unknown parameters and impossible values are as if never chosen", () => {
  const json = {
    off: ["text-number", "no-such-check", 7],
    values: { "over-execution": { limit: "viel", errorAbove: 1e9, colour: "red" }, "under-execution": { measure: "monthly", behindPoints: -1, farBehindPoints: 30 }, "no-such-check": { limit: 1 }, "year-end-rush": 3 },
  };
  const settings = settingsFromJson(json);
  const differing = CHECKS.flatMap((one) => Object.entries(valuesOf(one, settings)).filter(([name, value]) => value !== valuesOf(one, DEFAULT_SETTINGS)[name]).map(([name, value]) => [one.id, name, value]));
  expect(differing).toEqual([["under-execution", "farBehindPoints", 30]]);
  expect(CHECKS.filter(({ id }) => settings.off.includes(id)).map(({ id }) => id)).toEqual(["text-number"]);
});

test("any JSON gives settings that every check accepts", () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (values, off) => {
    const settings = settingsFromJson({ values, off });
    const broken = CHECKS.flatMap((one) => Object.entries(valuesOf(one, settings)).filter(([name, value]) => {
      const parameter = one.parameters[name];
      return parameter === undefined || !accepts(parameter, value);
    }));
    return broken.length === 0;
  }));
});

test("what a later version chose stays for it", () => {
  const json = { off: ["later-check"], values: { "later-check": { limit: 3 }, "over-execution": { laterParameter: "words" } } };
  expect(settingsToJson(settingsFromJson(json))).toEqual(json);
});

test("a value out of bounds changes nothing", () => {
  expect(withValue(chosen, check("year-end-rush"), "december", -5)).toBe(chosen);
  expect(withValue(chosen, check("year-end-rush"), "colour", 5)).toBe(chosen);
});

test("checks are switched off and on again", () => {
  const off = withSwitch(DEFAULT_SETTINGS, "cross-table", false);
  expect(off.off).toEqual(["cross-table"]);
  expect(withSwitch(withSwitch(off, "cross-table", false), "cross-table", true)).toEqual(DEFAULT_SETTINGS);
});

test("presets change what execution is measured against, and leave other choices", () => {
  const bands = PRESETS.find(({ id }) => id === "bands");
  const back = PRESETS.find(({ id }) => id === "time-progress");
  if (bands === undefined || back === undefined) throw new Error("presets");
  const settings = withPreset({ off: [], values: { "over-execution": { errorAbove: 120 } } }, bands);
  expect(settings.values).toEqual({ "over-execution": { errorAbove: 120 }, "under-execution": { measure: "bands" } });
  expect(withPreset(settings, back).values).toEqual({ "over-execution": { errorAbove: 120 } });
});

test("a warning does not come after the error: such values are refused, and as if never chosen", () => {
  const lag = check("under-execution");
  expect(withValue(DEFAULT_SETTINGS, lag, "behindPoints", 21)).toBe(DEFAULT_SETTINGS);
  expect(withValue(DEFAULT_SETTINGS, lag, "behindPoints", 20).values).toEqual({ "under-execution": { behindPoints: 20 } });
  expect(withValue(DEFAULT_SETTINGS, check("large-adjustment"), "warning", 31)).toBe(DEFAULT_SETTINGS);
  expect(withValue(DEFAULT_SETTINGS, check("over-execution"), "errorAbove", 99)).toBe(DEFAULT_SETTINGS);
  expect(neighboursOf(check("large-adjustment"), DEFAULT_SETTINGS, "warning")).toEqual({ below: { name: "info", value: 10 }, above: { name: "error", value: 30 } });
  expect(neighboursOf(lag, DEFAULT_SETTINGS, "measure")).toEqual({ below: null, above: null });
  const json = { values: { "under-execution": { behindPoints: 30, measure: "bands" }, "over-execution": { errorAbove: 130 } } };
  expect(valuesOf(check("over-execution"), settingsFromJson(json))).toMatchObject({ errorAbove: 130 });
  expect(valuesOf(lag, settingsFromJson(json))).toMatchObject({ behindPoints: 10, measure: "cut-off" });
});

test("statuses go by the same thresholds as the checks, and by none that are switched off", () => {
  expect(thresholdsOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_THRESHOLDS);
  const values = { "over-execution": { limit: 105 }, "under-execution": { measure: "half-year", behindPoints: 5, farBehindPoints: 15 } };
  expect(thresholdsOf({ off: ["unbudgeted"], values })).toEqual({ overPercent: 105, lag: { measure: "half-year", behindPoints: 5, farBehindPoints: 15, below: 80, farBelow: 50 }, unspent: true, unbudgeted: false });
  expect(thresholdsOf({ off: ["over-execution", "under-execution", "no-execution"], values })).toEqual({ overPercent: null, lag: null, unspent: false, unbudgeted: true });
});

/** Any settings of the checks that statuses speak of. */
const anySettings = fc.record({
  off: fc.subarray(["over-execution", "under-execution", "no-execution", "unbudgeted"]),
  limit: fc.integer({ min: 90, max: 120 }), measure: fc.constantFrom("cut-off", "half-year", "third-quarter", "year-end", "bands"),
  behindPoints: fc.integer({ min: 0, max: 20 }), farBehindPoints: fc.integer({ min: 20, max: 60 }), farBelow: fc.integer({ min: 20, max: 60 }), below: fc.integer({ min: 60, max: 90 }),
}).map(({ off, limit, ...lag }): CheckSettings => ({ off, values: { "over-execution": { limit, errorAbove: 130 }, "under-execution": lag } }));

const RULE_OF: Readonly<Partial<Record<Status, string>>> = { over: "over-execution", unspent: "no-execution", "far-behind": "under-execution", behind: "under-execution", unbudgeted: "unbudgeted" };

test("a line's status and what is found about it are the same, whatever the settings", () => {
  const cents = fc.oneof(fc.constantFrom(0, 5_000, 8_000, 9_000, 10_000, 10_500), fc.integer({ min: 0, max: 15_000 }));
  fc.assert(fc.property(anySettings, fc.array(fc.tuple(fc.constantFrom(0, 10_000, 7_700), cents), { minLength: 2, maxLength: 12 }), fc.constantFrom("2016-12-31", "2016-06-30"), (settings, amounts, day) => {
    const snapshot = snapshotOf(sheetOf("表", [["单位：万元"], ["项目名称", "调整后预算", "支出数"], ...amounts.map(([budget, spent], i) => [`第${i}项目`, budget / 100, spent / 100])]));
    const [execution] = computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, cutOff: parseCutOff(day), thresholds: thresholdsOf(settings) }).executions;
    const { findings } = checkSnapshot(snapshot, { settings, cutOff: day });
    const statuses = execution?.rows.map(({ row, status }) => `${row} ${RULE_OF[status] ?? ""} ${status === "far-behind" ? "error" : status === "behind" ? "warning" : ""}`);
    const rules = new Set(Object.values(RULE_OF));
    // A line over a limit below 100 % may be behind, too; its status is what is listed first.
    const byRow = new Map(findings.filter(({ rule }) => rules.has(rule)).reverse().map(({ rule, severity, place: { range: { top } } }) => [top, `${top} ${rule} ${rule === "under-execution" ? severity : ""}`]));
    expect(statuses).toEqual(execution?.rows.map(({ row }) => byRow.get(row) ?? `${row}  `));
  }));
});

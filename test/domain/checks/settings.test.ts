import fc from "fast-check";
import { CHECKS, checkOf } from "../../../src/domain/checks/registry";
import { PRESETS, withPreset } from "../../../src/domain/checks/presets";
import { accepts, DEFAULT_SETTINGS, settingsFromJson, settingsToJson, thresholdsOf, valuesOf, withSwitch, withValue, type CheckSettings } from "../../../src/domain/checks/settings";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import type { Check } from "../../../src/domain/checks/check";

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
    "large-adjustment", "missing-in-text", "narrative-mismatch", "negative-amount", "no-execution", "not-a-number", "over-execution", "overwritten-formula", "parts-mismatch", "rate-mismatch",
    "share-denominator", "share-mismatch", "stale-date", "text-number", "total-mismatch", "unbudgeted", "under-execution", "unit-suspect", "year-end-rush",
  ]);
});

test("values are the chosen ones, else the check's own", () => {
  expect(valuesOf(check("over-execution"), chosen)).toEqual({ limit: 100, errorAbove: 120 });
  expect(valuesOf(check("over-execution"), DEFAULT_SETTINGS)).toEqual({ limit: 100, errorAbove: 110 });
});

test("what is stored reads back, and only what differs is stored", () => {
  expect(settingsFromJson(settingsToJson(chosen), CHECKS)).toEqual(chosen);
  expect(settingsToJson(DEFAULT_SETTINGS)).toBeNull();
  expect(settingsFromJson(null, CHECKS)).toEqual(DEFAULT_SETTINGS);
  expect(withValue(chosen, check("over-execution"), "errorAbove", 110).values).toEqual({ "under-execution": { measure: "bands" } });
});

test("unknown checks, unknown parameters and impossible values are as if never chosen", () => {
  const json = {
    off: ["text-number", "no-such-check", 7],
    values: { "over-execution": { limit: "viel", errorAbove: 1e9, colour: "red" }, "under-execution": { measure: "monthly", behindPoints: -1, farBehindPoints: 30 }, "no-such-check": { limit: 1 }, "year-end-rush": 3 },
  };
  expect(settingsFromJson(json, CHECKS)).toEqual({ off: ["text-number"], values: { "under-execution": { farBehindPoints: 30 } } });
});

test("any JSON gives settings that every check accepts", () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (values, off) => {
    const settings = settingsFromJson({ values, off }, CHECKS);
    const broken = CHECKS.flatMap((one) => Object.entries(valuesOf(one, settings)).filter(([name, value]) => {
      const parameter = one.parameters[name];
      return parameter === undefined || !accepts(parameter, value);
    }));
    return broken.length === 0;
  }));
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

test("statuses go by the same thresholds as the checks", () => {
  expect(thresholdsOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_THRESHOLDS);
  expect(thresholdsOf({ off: [], values: { "over-execution": { limit: 105 }, "under-execution": { behindPoints: 5, farBehindPoints: 15 } } })).toEqual({ overPercent: 105, behindPoints: 5, farBehindPoints: 15 });
});

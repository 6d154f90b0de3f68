/** Checking a text in slices, and with rules switched off. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { checkExecution, checkInSteps } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { sampleSnapshot } from "../support/sample";

const TEXT = readFileSync(path.join(__dirname, "../../assets/samples/report-2016.txt"), "utf8");
const snapshot = sampleSnapshot();
const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);

function progressOf(text: string) {
  const running = checkInSteps(snapshot, execution, { settings: DEFAULT_SETTINGS, text, confirmed: [] });
  const progress: number[] = [];
  for (;;) {
    const step = running.next();
    if (step.done === true) return { progress, outcome: step.value };
    if (step.value.check === "narrative-mismatch") progress.push(step.value.done);
  }
}

test.each([["paragraphs", "\n"], ["one line", ""]])("a long text in %s is read in slices, the more the longer it is", (_name, ending) => {
  const slices = (times: number): number => progressOf(TEXT.replace(/\r?\n/gu, ending).repeat(times)).progress.length;
  // 31,668 characters a copy, some 5,000 between two rests; tables among them take no reading.
  expect(slices(4) - slices(1)).toBeGreaterThanOrEqual(3 * 4);
});

test("progress only grows, and slices change nothing", () => {
  const { progress, outcome } = progressOf(TEXT);
  expect(progress.every((done, k) => done > (progress[k - 1] ?? 0) && done < 1)).toBe(true);
  // Whole tables stand in it with every line told: too much to be shown where it differs.
  expect(isDeepStrictEqual(outcome, checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: TEXT, confirmed: [] }))).toBe(true);
});

test.each(["narrative-mismatch", "missing-in-text", "stale-date"])("%s is switched off in the text, too", (rule) => {
  const all = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: TEXT, confirmed: [] }).findings;
  const without = checkExecution(snapshot, execution, { settings: { off: [rule], values: {} }, text: TEXT, confirmed: [] }).findings;
  expect(all.some((finding) => finding.rule === rule && (finding.text !== undefined || rule === "missing-in-text"))).toBe(true);
  expect(without).toEqual(all.filter((finding) => finding.rule !== rule));
});

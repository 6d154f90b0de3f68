import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { checkExecution } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { budgetBook, snapshotOf, type Spending } from "./budget-book";
import { jsonRoundTrip, ratioNote, timesOf } from "./measure";
import type { Result, Sizes } from "./result";

const SHEETS = [["项目"], ["项目", "项目（二）"]] as const;
const FINDINGS: Readonly<Record<Spending, string>> = { orderly: "a finding in fifty lines", mixed: "a finding in every line" };

/** Every check, over one JSON round trip of the same cells; alone, and with a second table that holds the same lines. */
export async function benchChecks(sizes: Sizes): Promise<Result[]> {
  const [few, many] = sizes === "small" ? [2_500, 10_000] : [25_000, 100_000];
  const results: Result[] = [];
  // What makes one of them slow makes the hardest slow: CI measures that one.
  for (const spending of sizes === "small" ? (["mixed"] as const) : (["orderly", "mixed"] as const)) {
    for (const sheets of sizes === "small" ? SHEETS.slice(-1) : SHEETS) {
      const small = await measure(sizes, few, sheets, spending);
      const large = await measure(sizes, many, sheets, spending);
      const name = `all checks, ${sheets.length === 1 ? "one table" : "two alike tables"}, ${FINDINGS[spending]}`;
      results.push(
        { name: `${name}: ${many} rows`, value: large.checks / large.json, unit: "×", aim: sizes === "full" ? 4 : null, note: ratioNote(large.checks, large.json) },
        { name: `${name}: from ${few} to ${many} rows`, value: large.checks / small.checks, unit: "×", aim: 5, note: ratioNote(large.checks, small.checks) },
      );
    }
  }
  return results;
}

async function measure(sizes: Sizes, rows: number, sheets: readonly string[], spending: Spending): Promise<{ readonly json: number; readonly checks: number }> {
  const snapshot = await snapshotOf(budgetBook(rows / sheets.length, sheets, spending));
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  return timesOf(sizes, {
    json: jsonRoundTrip(snapshot.sheets.map(({ values }) => values)),
    checks: () => checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] }),
  });
}

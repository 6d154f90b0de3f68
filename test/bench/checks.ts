import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { checkExecution } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { budgetBook, snapshotOf, type Spending } from "./budget-book";
import { jsonRoundTrip, milliseconds, timesOf } from "./measure";

/** Every check, over one JSON round trip of the same cells; alone, and with a second table that holds the same lines. */
export async function benchChecks(): Promise<void> {
  console.log("All checks. Aims: at 100,000 rows at most 4 × a JSON round trip of the grid, from 25,000 rows to 100,000 at most 5 × the time.");
  for (const spending of ["orderly", "mixed"] as const) {
    for (const sheets of [["项目"], ["项目", "项目（二）"]]) {
      const small = await measure(25_000 / sheets.length, sheets, spending);
      const large = await measure(100_000 / sheets.length, sheets, spending);
      console.log(`  from 25000 rows to 100000: ${(large / small).toFixed(2)} × the time`);
    }
  }
}

async function measure(rows: number, sheets: readonly string[], spending: Spending): Promise<number> {
  const snapshot = await snapshotOf(budgetBook(rows, sheets, spending));
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const check = (): number => checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: "all" }).findings.length;
  const { json, checks } = timesOf({ json: jsonRoundTrip(snapshot.sheets.map(({ values }) => values)), checks: check });
  console.log(`  ${sheets.length} × ${rows} rows, ${check()} findings: ${(checks / json).toFixed(2)} × (${milliseconds(checks)} / ${milliseconds(json)})`);
  return checks;
}

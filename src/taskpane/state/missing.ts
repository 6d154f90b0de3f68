/** What keeps a workbook from being done with: what it lacks, and where a person can mend that. */

import { canSummarise, type Prepared } from "../../pipeline/prepare";
import type { Place } from "../../workbook/address";
import { lacksRates } from "../../workbook/problem";
import type { OpenForm } from "./session";

/** `tables`: there is none to make anything of. `rates`: there are tables, and no rate of any. */
export type Lack = "tables" | "rates";

export function lackOf(reading: Prepared): Lack | null {
  if (!canSummarise(reading)) return "tables";
  return reading.execution.executions.length === 0 ? "rates" : null;
}

/** Whether there are tables, but none that can be written before something is mended. */
export function isBlocked({ plan, execution, problems }: Prepared): boolean {
  return plan.tables.length === 0 && execution.tables.length > 0 && problems.length > 0;
}

/** Where no table is recognised though something stands there, a person can still point out the columns. */
export function isUnrecognised({ execution, problems }: Prepared): boolean {
  return execution.tables.length === 0 && problems.some(({ code }) => code === "no-table");
}

/** Where the first of what is missing is mended: in the form of its table, by selecting the columns where there is none, or in the sheet. */
export function mendingPlace(reading: Prepared): { readonly form: OpenForm | null; readonly place: Place | null } {
  if (isUnrecognised(reading)) return { form: { kind: "selection", budget: null, expenditure: null }, place: null };
  const { execution, problems: [problem] } = reading;
  const skipped = execution.skipped.find((one) => one.problem === problem);
  if (problem !== undefined && lacksRates(problem) && skipped !== undefined) return { form: { kind: "mapping", tableId: skipped.table.id }, place: null };
  return { form: null, place: problem?.code === "sheet-hidden" ? null : (problem?.place ?? null) };
}

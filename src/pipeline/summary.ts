/** 生成汇总表: from a workbook that was computed and checked to the summary of it. */

import type { Basis } from "../domain/execution/result";
import { buildSummary } from "../domain/summary/build";
import type { Summary } from "../domain/summary/model";
import type { SummaryWords } from "../domain/summary/words";
import type { Snapshot } from "../workbook/snapshot";
import type { CheckOutcome } from "./check";
import type { WorkbookExecution } from "./compute";
import type { ReviewedFinding } from "./review";
import { withoutWritten } from "./written";

/** `basis` is the one that was chosen; a table that does not have it says which it uses. */
export function summaryOf(snapshot: Snapshot, execution: WorkbookExecution, basis: Basis, { reconciliations, text }: CheckOutcome, findings: readonly ReviewedFinding[], words: SummaryWords): Summary {
  return buildSummary({
    snapshot: withoutWritten(snapshot, execution.earlier),
    tables: execution.tables, executions: execution.executions, cutOff: execution.cutOff,
    basis, reconciliations, text,
    findings: findings.map(({ id, finding, reason, dismissal }) => ({ id, finding, reason: reason?.text ?? "", category: reason?.category ?? null, dismissed: dismissal })),
  }, words);
}

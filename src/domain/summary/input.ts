/** What a summary is built from: what computing and checking a workbook gave, and what people decided about it. */

import type { Snapshot } from "../../workbook/snapshot";
import type { Reconciliation } from "../checks/reconciliation";
import type { LineAdjustment } from "../execution/adjustment";
import type { Basis, CutOff, TableExecution } from "../execution/result";
import type { Thresholds } from "../execution/status";
import type { AnyFinding } from "../finding";
import type { Narrative } from "../narrative/claim";
import type { TextCheck } from "../narrative/outcome";
import type { BudgetTable } from "../table";

export interface SummaryInput {
  /** As if we had never written to it. */
  readonly snapshot: Snapshot;
  readonly tables: readonly BudgetTable[];
  readonly executions: readonly TableExecution[];
  readonly basis: Basis;
  readonly cutOff: CutOff | null;
  /** Changes of lines' budgets that the text tells and a person confirmed. Others are named, and count nowhere. */
  readonly adjustments: readonly LineAdjustment[];
  /** What lines were judged by. */
  readonly thresholds: Thresholds;
  readonly findings: readonly SummaryFinding[];
  readonly reconciliations: readonly Reconciliation[];
  /** The report's; null without one. */
  readonly text: { readonly narrative: Narrative; readonly checks: readonly TextCheck[] } | null;
}

export interface SummaryFinding {
  /** The same in the next run. */
  readonly id: string;
  readonly finding: AnyFinding;
  /** 偏差原因 of its line; "" for none. */
  readonly reason: string;
  /** The category of that reason, as the official form has it; null for none. */
  readonly category: DeviationCause | null;
  /** Why and when (YYYY-MM-DD) somebody set it aside; null: open. */
  readonly dismissed: { readonly note: string; readonly on: string } | null;
}

/** 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他: the columns of 偏差原因分析 in the official form. */
export const DEVIATION_CAUSES = ["funds", "institution", "staff", "hardware", "other"] as const;
export type DeviationCause = (typeof DEVIATION_CAUSES)[number];

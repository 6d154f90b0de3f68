/** The summary of a workbook, and its tables as plain texts. */

import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import type { Summary, SummaryCell, TableBlock } from "../../src/domain/summary/model";
import { checkExecution, confirmAll } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { adjustmentsOf, EMPTY_REVIEW, reviewFindings, type Review } from "../../src/pipeline/review";
import { summaryOf } from "../../src/pipeline/summary";
import type { Snapshot } from "../../src/workbook/snapshot";
import { summaryWording } from "./summary-wording";

export interface SummaryOptions {
  readonly text?: string | null;
  /** Whether a person confirmed the changes that the text tells; so unless it says otherwise. */
  readonly confirms?: boolean;
  readonly choices?: Partial<ComputeOptions>;
  readonly review?: Review;
}

export function summarise(snapshot: Snapshot, { text = null, confirms = true, choices = {}, review = EMPTY_REVIEW }: SummaryOptions = {}): Summary {
  const asked = { ...DEFAULT_OPTIONS, ...choices };
  const told = text === null || !confirms ? [] : confirmAll(text, snapshot, computeWorkbook(snapshot, asked));
  const options = { ...asked, adjustments: [...asked.adjustments, ...adjustmentsOf(told)] };
  const execution = computeWorkbook(snapshot, options);
  const checked = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text, confirmed: told });
  const findings = reviewFindings(checked.findings, execution.tables, snapshot, review);
  return summaryOf(snapshot, execution, options.basis, { ...checked, findings }, summaryWording().summary);
}

export function tablesIn(summary: Summary): readonly TableBlock[] {
  return summary.sheets.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
}

export function tableIn(summary: Summary, id: string): TableBlock {
  const table = tablesIn(summary).find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return table;
}

export function notesIn(summary: Summary): readonly string[] {
  return summary.sheets.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "note" ? [block.text] : [])));
}

/** A figure in full, "" where there is none; what stands for people to fill in brackets. */
export function shown(cell: SummaryCell | undefined): string {
  switch (cell?.kind) {
    case "text": case "link": return cell.text;
    case "figure": return cell.figure.value?.toFixed() ?? "";
    case "open": return `[${cell.proposal}]`;
    default: return "";
  }
}

/** The rows' cells in these columns. */
export function columnsOf(table: TableBlock, ...keys: readonly string[]): readonly (readonly string[])[] {
  const at = keys.map((key) => table.columns.findIndex((column) => column.key === key));
  return table.rows.map(({ cells }) => at.map((c) => shown(cells[c])));
}

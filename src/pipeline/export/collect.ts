/** Everything an export is made of, from a workbook that was computed and checked. */

import { name as toolName, version } from "../../../package.json";
import { Decimal } from "../../domain/amounts/decimal";
import type { Severity } from "../../domain/finding";
import type { Basis } from "../../domain/execution/result";
import type { Summary } from "../../domain/summary/model";
import type { SummaryWords } from "../../domain/summary/words";
import type { BudgetTable } from "../../domain/table";
import { formatRange } from "../../workbook/address";
import type { Snapshot } from "../../workbook/snapshot";
import type { ReviewedFinding } from "../review";
import type { ExportFacts } from "./facts";
import { filledSummary } from "./filled";
import { figureIn, tableIn } from "./summary-figures";

export interface Collected {
  /** A filled one. */
  readonly summary: Summary;
  readonly facts: ExportFacts;
  /** What the budgets of the projects are; null where they differ, or where there are none. */
  readonly projectBasis: Basis | null;
}

const BASES: readonly Basis[] = ["original", "adjusted"];

/** `words` are those that the summary was built with; `file` is the workbook's name, "" where it is not known. */
export function collectExport(summary: Summary, snapshot: Snapshot, tables: readonly BudgetTable[], findings: readonly ReviewedFinding[], file: string, { role }: Pick<SummaryWords, "role">): Collected {
  const key = tableIn(summary, "key");
  const projects = tableIn(summary, "projects")?.columns.find((column) => column.key === "budget")?.header.at(-1);
  const open = (severity: Severity): Decimal => new Decimal(findings.filter(({ finding, dismissal }) => finding.severity === severity && dismissal === null).length);
  return {
    summary: filledSummary(summary, snapshot),
    projectBasis: BASES.find((basis) => role(`${basis}-budget`) === projects) ?? null,
    facts: {
      ...summary.facts,
      tool: `${toolName} ${version}`,
      sources: [...(file === "" ? [] : [file]), ...tables.map(({ sheetName, range, title }) => [`${sheetName}!${formatRange(range)}`, title?.text.trim() ?? ""].join(" ").trim())],
      figures: {
        original: figureIn(key, "original", "total"), adjusted: figureIn(key, "adjusted", "total"), expenditure: figureIn(key, "spent", "total"),
        errors: open("error"), warnings: open("warning"), notes: open("info"),
      },
    },
  };
}

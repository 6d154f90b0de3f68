/** Everything an export is made of, from a workbook that was computed and checked. */

import { Decimal } from "../../domain/amounts/decimal";
import { UNITS, type Unit } from "../../domain/amounts/unit";
import type { Severity } from "../../domain/finding";
import type { Summary } from "../../domain/summary/model";
import type { SummaryWords } from "../../domain/summary/words";
import type { BudgetTable } from "../../domain/table";
import { formatRange } from "../../workbook/address";
import type { Snapshot } from "../../workbook/snapshot";
import type { ReviewedFinding } from "../review";
import { TOOL, type ExportFacts } from "./facts";
import { filledSummary } from "./filled";
import { figureIn, tableIn } from "./summary-figures";

export interface Collected {
  /** A filled one. */
  readonly summary: Summary;
  readonly facts: ExportFacts;
}

/** `words` are those that the summary was built with; `named` are the workbook's name and whose it is, "" where nobody said. */
export function collectExport(summary: Summary, snapshot: Snapshot, tables: readonly BudgetTable[], findings: readonly ReviewedFinding[], named: { readonly file: string; readonly organisation: string }, { unit }: Pick<SummaryWords, "unit">): Collected {
  const [key, ofProjects] = [tableIn(summary, "key"), tableIn(summary, "project-key")];
  const open = (severity: Severity): Decimal => new Decimal(findings.filter(({ finding, dismissal }) => finding.severity === severity && dismissal === null).length);
  const filled = filledSummary(summary, snapshot);
  const organisation = named.organisation.trim() || summary.facts.organisation || signedUnit(filled);
  const { year, cutOff, basis, notCounted } = summary.facts;
  return {
    summary: { ...filled, facts: { ...filled.facts, organisation } },
    facts: {
      organisation, year, cutOff, basis, ...(notCounted !== undefined && { notCounted }),
      unit: unitOf(summary, unit),
      tool: TOOL,
      workbook: named.file,
      sources: tables.map(({ sheetName, range, title }) => [`${sheetName}!${formatRange(range)}`, title?.text.trim() ?? ""].join(" ").trim()),
      figures: {
        original: figureIn(key, "original", "total"), adjusted: figureIn(key, "adjusted", "total"), expenditure: figureIn(key, "spent", "total"),
        errors: open("error"), warnings: open("warning"), notes: open("info"),
      },
      ...(ofProjects !== null && { projects: { original: figureIn(ofProjects, "original", "total"), adjusted: figureIn(ofProjects, "adjusted", "total"), expenditure: figureIn(ofProjects, "spent", "total") } }),
    },
  };
}

/** 填报单位 as somebody signed 汇总表 with it; the label of the unit comes first. */
function signedUnit({ sheets }: Summary): string {
  for (const { blocks } of sheets) for (const block of blocks) if (block.kind === "sign-off") return block.proposals?.[block.labels[0] ?? ""]?.trim() ?? "";
  return "";
}

function unitOf({ facts }: Summary, word: SummaryWords["unit"]): Unit | "" {
  return (Object.keys(UNITS) as Unit[]).find((unit) => word(unit) === facts.unit) ?? "";
}

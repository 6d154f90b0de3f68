/** 三(二) 项目绩效跟踪情况: which projects were tracked, what they are for, how far they are, and why. */

import type { Decimal } from "../../../domain/amounts/decimal";
import type { Basis } from "../../../domain/execution/result";
import { writeProject, writeSelection } from "../../../domain/narrative/write-sentences";
import type { FormBlock, SummaryRow, TableBlock } from "../../../domain/summary/model";
import { cellIn, figureIn, figureOf, leavesOf, tableIn, wordsOf } from "../summary-figures";
import { orMissing, paragraph, rounded, unitNote } from "./budget";
import type { ReportContext } from "./build";
import type { ReportBlock } from "./model";
import { reportTable } from "./tables";

export function projectBlocks(context: ReportContext): ReportBlock[] {
  const { summary, unit } = context;
  const projects = tableIn(summary, "projects");
  return [
    { kind: "heading", level: 1, text: "三、绩效跟踪情况" },
    { kind: "heading", level: 2, text: "（二）项目绩效跟踪情况" },
    ...(projects === null ? [{ kind: "remark" as const, text: "工作簿里没有项目表，本节请补充。" }] : [
      { kind: "heading" as const, level: 3 as const, text: "1. 项目选取" },
      ...orMissing(selection(context, projects), unit === null ? NO_UNIT : "项目的预算合计不明，本段请补充。"),
      { kind: "heading" as const, level: 3 as const, text: "2. 按功能分类" },
      ...orMissing(reportTable(tableIn(summary, "tracked"), ["name", "count", "budget", "budget-share", "spent", "rate"], unitNote(unit)), "项目没有注明功能分类，本段请补充。"),
      { kind: "heading" as const, level: 3 as const, text: "3. 项目完成情况" },
      ...reportTable(projects, projects.columns.flatMap(({ key }) => (COMPLETION.has(key) ? [key] : [])), unitNote(unit)),
      { kind: "heading" as const, level: 3 as const, text: "4. 项目分析" },
      ...orMissing(leavesOf(projects).flatMap((row, i) => project(projects, row, i + 1, context)), unit === null ? NO_UNIT : "项目的预算或支出不明，本段请补充。"),
    ]),
  ];
}

/** No sentence tells an amount without its unit. */
const NO_UNIT = "工作簿没有用元、千元、万元或亿元注明金额单位，本段请补充。";

/** In the order of the summary. Classes have a table of their own. */
const COMPLETION: ReadonlySet<string> = new Set(["name", "unit", "original", "adjusted", "spent", "rate", "other-rate", "status"]);
const BUDGET_NAMES: Readonly<Record<Basis, string>> = { original: "年初预算", adjusted: "调整后预算" };

function selection({ summary, unit }: ReportContext, projects: TableBlock): ReportBlock[] {
  const coverage = tableIn(summary, "coverage");
  const [selected, whole] = [figureIn(coverage, "tracked", "value"), figureIn(coverage, "whole", "value")];
  const basis = coverage?.columns.find(({ key }) => key === "value")?.basis;
  return unit === null || selected === null ? [] : [paragraph(writeSelection({ count: leavesOf(projects).length, selected, whole, budgetName: basis === undefined ? "预算" : BUDGET_NAMES[basis], ...rounded(unit) }))];
}

/** One paragraph a project: its figures on both budgets where they differ, what it is for, and why it stands where it does. */
function project(table: TableBlock, row: SummaryRow, number: number, context: ReportContext): ReportBlock[] {
  const { unit, cutOff } = context;
  const figure = (column: string): Decimal | null => figureOf(cellIn(table, row, column));
  const [original, adjusted, expenditure] = [figure("original"), figure("adjusted"), figure("spent")];
  const budget = original ?? adjusted;
  if (unit === null || budget === null || expenditure === null) return [];
  const name = wordsOf(cellIn(table, row, "name"));
  const form = formOf(context, row.key);
  const change = original === null || adjusted === null || adjusted.eq(original) ? null : adjusted.minus(original);
  const text = writeProject({
    number, name, budget, expenditure, cutOff, ...rounded(unit), basis: original === null ? "adjusted-budget" : "original-budget",
    changes: change === null ? [] : [{ change, unit, month: null }], adjusted: change === null ? null : adjusted,
    goal: plain(fieldOf(form, "goal")), cause: plain(wordsOf(cellIn(table, row, "reason")) || fieldOf(form, "cause")),
  });
  const told = TOLD.flatMap(([field, label]) => { const words = plain(fieldOf(form, field)); return words === "" ? [] : [`${words.startsWith(label) ? words : `${label}：${words}`}。`]; });
  return [...text.split("\n"), ...told].map(paragraph);
}

/** What the form has besides goal and cause. */
const TOLD = [["progress", "完成情况"], ["problem", "存在问题"], ["next", "下一步措施"]] as const;

/** Without the full stop that the sentence brings itself. */
function plain(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, "").replace(/[。.；;\s]+$/u, "");
}

function formOf({ summary: { sheets } }: ReportContext, project: string): FormBlock | null {
  for (const { blocks } of sheets) for (const block of blocks) if (block.kind === "form" && block.id === `form ${project}`) return block;
  return null;
}

function fieldOf(form: FormBlock | null, key: string): string {
  const field = form?.fields.find((candidate) => candidate.key === key);
  return field === undefined ? "" : wordsOf(field.cell);
}

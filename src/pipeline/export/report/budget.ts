/** 二、年度预算执行情况: what was approved and adjusted, what was spent of it, and where most of the money went. */

import type { Decimal } from "../../../domain/amounts/decimal";
import type { Unit } from "../../../domain/amounts/unit";
import type { Basis } from "../../../domain/execution/result";
import { writeAdjustment, writeApproval, writeDate, writeLine, writeOverall, writeProgress, writeShare, type WrittenAmounts } from "../../../domain/narrative/write-sentences";
import type { SummaryRow, TableBlock } from "../../../domain/summary/model";
import { cellIn, figureIn, figureOf, leavesOf, nameOf, tableIn } from "../summary-figures";
import type { ReportContext } from "./build";
import type { ReportBlock } from "./model";
import { reportTable } from "./tables";

export function budgetBlocks(context: ReportContext): ReportBlock[] {
  return [
    { kind: "heading", level: 1, text: "二、年度预算执行情况" },
    { kind: "heading", level: 2, text: "（一）预算批复情况" },
    ...orMissing(approvalBlocks(context), "工作簿里没有年初预算表和调整后预算表，本节请补充。"),
    { kind: "heading", level: 2, text: "（二）预算执行情况" },
    ...orMissing(executionBlocks(context), "工作簿里没有单位整体的支出表，本节请补充。"),
    { kind: "heading", level: 2, text: "（三）重点投入情况" },
    ...orMissing(investmentBlocks(context), "工作簿里没有可以分类的支出，本节请补充。"),
  ];
}

export function orMissing(blocks: readonly ReportBlock[], missing: string): readonly ReportBlock[] {
  return blocks.length > 0 ? blocks : [{ kind: "remark", text: missing }];
}

export function paragraph(text: string): ReportBlock {
  return { kind: "paragraph", text };
}

export function unitNote(unit: Unit | null): string {
  return unit === null ? "" : `单位：${unit}`;
}

/** As the tables beside the sentences print them. */
export function rounded(unit: Unit): WrittenAmounts {
  return { unit, isRounded: true };
}

function approvalBlocks(context: ReportContext): ReportBlock[] {
  const { summary, name, unit } = context;
  const [key, budget] = [tableIn(summary, "key"), tableIn(summary, "budget")];
  const of = (row: string, column = "total"): Decimal | null => figureIn(key, row, column);
  const [total, basic, project, adjusted] = [of("original"), of("original", "basic"), of("original", "project"), of("adjusted")];
  const said = unit === null || total === null ? [] : [writeApproval({ name, total, parts: basic === null || project === null ? null : { basic, project }, ...rounded(unit) })];
  const sides = (["original", "adjusted"] as const).map((side) => reportTable(budget, ["name", side, `${side}-basic`, `${side}-project`], unitNote(unit)));
  const [increase, decrease, quotaIncrease] = [of("increase"), of("decrease")?.abs() ?? null, of("quota-change")];
  const isTold = [increase, decrease, quotaIncrease].some((change) => change !== null);
  const net = isTold || total === null || adjusted === null || adjusted.eq(total) ? null : adjusted.minus(total);
  const changed = unit === null || adjusted === null ? [] : [writeAdjustment({ name, increase, decrease, quotaIncrease, net, adjusted, ...rounded(unit) })];
  const [approved = [], after = []] = sides;
  return [...said.map(paragraph), ...approved, ...changed.map(paragraph), ...after];
}

function executionBlocks(context: ReportContext): ReportBlock[] {
  const { summary, unit } = context;
  const table = tableIn(summary, "execution");
  if (table === null) return [];
  const sentences = unit === null ? [] : [overall(table, context, unit), ...leavesOf(table).flatMap((row) => line(table, row, context, unit))];
  const numbered = sentences.flatMap((text, i) => (text === null ? [] : [i === 0 ? text : `（${i}）${text}`]));
  return [...numbered.map(paragraph), ...reportTable(table, ["name", "printed", "budget", "spent", "spent-basic", "spent-project", "printed-rate", "rate", "status"], unitNote(unit))];
}

/** Which budget a table's column is about; the adjusted one where it does not say. */
export function basisOf({ columns }: Pick<TableBlock, "columns">, column: string): Basis {
  return columns.find(({ key }) => key === column)?.basis ?? "adjusted";
}

function overall(table: TableBlock, { name, cutOff, without }: ReportContext, unit: Unit): string | null {
  const [budget, expenditure] = [figureIn(table, "total", "budget"), figureIn(table, "total", "spent")];
  if (budget === null || expenditure === null) return null;
  const basis = basisOf(table, "budget");
  if (isWholeYear(cutOff) && basis === "adjusted") return writeOverall({ name: `部门整体${without}`, budget, expenditure, ...rounded(unit), cutOff, hasLines: true });
  return `${cutOff === null ? "" : `${writeDate(cutOff)}，`}${writeProgress({ name, budget, expenditure, basis, ...rounded(unit) })}`;
}

function line(table: TableBlock, row: SummaryRow, { cutOff }: ReportContext, unit: Unit): string[] {
  const name = nameOf(table, row);
  const [budget, expenditure] = ["budget", "spent"].map((column) => figureOf(cellIn(table, row, column)));
  if (budget === null || budget === undefined || expenditure === null || expenditure === undefined) return [];
  const basis = basisOf(table, "budget");
  return [isWholeYear(cutOff) && basis === "adjusted" ? writeLine({ name, budget, expenditure, ...rounded(unit) }) : writeProgress({ name, budget, expenditure, basis, ...rounded(unit) })];
}

function isWholeYear(cutOff: ReportContext["cutOff"]): cutOff is NonNullable<ReportContext["cutOff"]> {
  return cutOff !== null && cutOff.month === 12 && cutOff.day === 31;
}

function investmentBlocks({ summary, year, unit, without }: ReportContext): ReportBlock[] {
  const [chosen, execution] = [tableIn(summary, "investment"), tableIn(summary, "execution")];
  const table = chosen ?? tableIn(summary, "largest");
  if (table === null) return [];
  const names = leavesOf(table).map((row) => nameOf(table, row));
  const [part, whole] = [figureIn(table, "total", "spent"), figureIn(execution, "total", "spent")];
  // What is all there is is no point of weight.
  const isAll = chosen === null && execution !== null && names.length >= leavesOf(execution).length;
  const name = chosen === null ? `支出金额前${names.length}位的${names.join("、")}` : `重点投入${names.join("、")}等方面`;
  const said = isAll || unit === null || part === null || whole === null || year === null || part.gt(whole) ? [] : [writeShare({ name, part, year, whole, without, ...rounded(unit) })];
  const unchosen: ReportBlock[] = chosen === null ? [{ kind: "remark", text: `工作簿里没有选定重点投入的类别，这里列出支出最多的${names.length}项，请核对后写明重点。` }] : [];
  return [...unchosen, ...said.map(paragraph), ...reportTable(table, ["name", "spent", "share"], unitNote(unit))];
}

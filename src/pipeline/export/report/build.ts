/**
 * The parts of the tracking report that the workbook's figures make: 二、年度预算执行情况, 三(二) 项目绩效跟踪情况, and a
 * draft of 五(一) 存在的问题. The report is in Chinese whatever the pane speaks, as the office it goes to reads it; the
 * summary and the words of its findings must be, too.
 */

import { UNITS, type Unit } from "../../../domain/amounts/unit";
import { parseCutOff } from "../../../domain/execution/cut-off";
import type { CutOff } from "../../../domain/execution/result";
import type { AnyFinding } from "../../../domain/finding";
import { withoutListNumber } from "../../../domain/recognise/normalise";
import type { Summary } from "../../../domain/summary/model";
import { writeDate } from "../../../domain/narrative/write-sentences";
import { budgetBlocks } from "./budget";
import type { Report, ReportBlock } from "./model";
import { problemBlocks } from "./problems";
import { projectBlocks } from "./projects";

export interface ReportInput {
  /** A filled one, in Chinese. */
  readonly summary: Summary;
  /** Those that are open, each with its line's reason. */
  readonly findings: readonly ReportedFinding[];
  readonly describe: (finding: AnyFinding) => { readonly what: string; readonly remedy: string };
}

export interface ReportedFinding {
  /** As 异常清单 knows it. */
  readonly id?: string;
  readonly finding: AnyFinding;
  /** 偏差原因; "" for none. */
  readonly reason: string;
}

/** What sentences are written with. */
export interface ReportContext extends ReportInput {
  /** 本单位 where the workbook does not say; without what tables, where some are not counted. */
  readonly name: string;
  /** The latter alone, "" for none. */
  readonly without: string;
  readonly year: number | null;
  readonly cutOff: CutOff | null;
  /** null: the workbook states none, and only the tables are given. */
  readonly unit: Unit | null;
}

export function buildReport(input: ReportInput): Report {
  const { facts } = input.summary;
  const without = facts.without === undefined ? "" : `（不含${facts.without}）`;
  const context: ReportContext = {
    ...input,
    findings: input.findings.map((one) => ({ ...one, finding: calledPlainly(one.finding) })),
    name: `${facts.organisation || "本单位"}${without}`,
    without,
    year: facts.year,
    cutOff: facts.cutOff === null ? null : parseCutOff(facts.cutOff),
    unit: isUnit(facts.unit) ? facts.unit : null,
  };
  return {
    title: `${facts.organisation}${facts.year === null ? "" : `${facts.year}年`}财政支出绩效跟踪报告（草稿）`,
    blocks: [...head(context), ...budgetBlocks(context), ...projectBlocks(context), ...problemBlocks(context)],
  };
}

/** As the report's tables and sentences call its line: without the number of a list before it. */
function calledPlainly<One extends AnyFinding>(finding: One): One {
  const name = finding.values["name"];
  return typeof name === "string" ? { ...finding, values: { ...finding.values, name: withoutListNumber(name) } } : finding;
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text);
}

function head({ cutOff, unit, summary: { facts } }: ReportContext): ReportBlock[] {
  const [of, other] = facts.basis === "original" ? ["年初预算", "调整后预算"] : ["调整后预算", "年初预算"];
  const basis = facts.hasNoBudget === true ? "表中没有预算数，没有执行率" : `执行率以${of}为基准${facts.hasOtherBasis === true ? `（没有的以${other}为基准）` : ""}`;
  const told = [`${cutOff === null ? "截止日期不明" : writeDate(cutOff)}，${basis}${unit === null ? "" : `，金额单位为${unit}，五（一）引用原表的数，单位与原表相同`}。`, "各表、各句的数都由预算表计算得出，请核对后补充其余各部分。"];
  return [
    { kind: "remark", text: told.join("") },
    ...(facts.isOfProjects === true ? [{ kind: "remark" as const, text: "工作簿里只有项目表，下面的金额都是跟踪项目的；单位整体的预算和支出不明，请补充。" }] : []),
    ...(facts.notCounted ?? []).map((text) => ({ kind: "remark" as const, text })),
    ...(unit === null ? [{ kind: "remark" as const, text: "预算表没有用元、千元、万元或亿元注明金额单位，所以只列表格，没有写成句子。" }] : []),
  ];
}

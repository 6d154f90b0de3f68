/**
 * 五(一) 存在的问题, as a draft: what the findings suggest. Of each problem the worst cases are told in full, the others are
 * counted and named in a table, every one with its evidence. People decide what of it is said.
 */

import type { AnyFinding, Severity } from "../../../domain/finding";
import { formatRange } from "../../../workbook/address";
import type { ReportContext, ReportedFinding } from "./build";
import { cellIn, tableIn, wordsOf } from "../summary-figures";
import { paragraph } from "./budget";
import type { ReportBlock, ReportTable } from "./model";
import { shownText, stakeOf, type Stake } from "./stake";

interface Problem {
  readonly text: string;
  readonly rules: readonly string[];
  /** What the money of its cases is. */
  readonly stake: string;
}

/** What findings of these rules amount to. Any other rule is one of the last problem. */
const PROBLEMS: readonly Problem[] = [
  { text: "部分支出执行进度偏慢", rules: ["under-execution", "no-execution"], stake: "未支出" },
  { text: "部分支出超过预算或没有预算", rules: ["over-execution", "unbudgeted"], stake: "超出预算" },
  { text: "预算调整幅度较大", rules: ["large-adjustment"], stake: "调整额" },
  { text: "支出在年末集中", rules: ["year-end-rush"], stake: "差额" },
  { text: "执行率、占比的口径不一致", rules: ["basis-conflict", "share-denominator", "rate-mismatch", "share-mismatch"], stake: "差额" },
  { text: "表内、表间的数不能勾稽", rules: ["total-mismatch", "parts-mismatch", "adjustment-mismatch", "cross-table"], stake: "差额" },
  { text: "报告文字与表格不一致", rules: ["narrative-mismatch", "missing-in-text", "stale-date"], stake: "差额" },
  { text: "数据填报不规范", rules: [], stake: "差额" },
];

/** The gravest evidence first. What is for information only suggests no problem. */
const ORDER: readonly Severity[] = ["error", "warning"];
/** As many are told in full; one more or two are no table. */
const TOLD = 5;
const LEAST_LISTED = 3;

interface Case {
  readonly told: ReportedFinding;
  readonly stake: Stake | null;
}

export function problemBlocks(context: ReportContext): ReportBlock[] {
  const told = context.findings.filter(({ finding }) => ORDER.includes(finding.severity));
  const known = new Set(PROBLEMS.flatMap(({ rules }) => rules));
  const problems = PROBLEMS.flatMap((problem) => {
    const evidence = told.filter(({ finding: { rule } }) => (problem.rules.length === 0 ? !known.has(rule) : problem.rules.includes(rule)));
    return evidence.length === 0 ? [] : [{ problem, cases: worstFirst(evidence) }];
  });
  return [
    { kind: "heading", level: 1, text: "五、存在的问题及建议" },
    { kind: "heading", level: 2, text: "（一）存在的问题" },
    { kind: "remark", text: problems.length === 0 ? "检查没有发现错误和需要注意的问题。" : "以下各条由检查结果提出，依据列在其后；请逐条核实，决定是否写入报告。" },
    ...problems.flatMap(({ problem, cases }, i) => problemOf(problem, cases, i + 1, context)),
  ];
}

/** By severity, then by the money at stake; where that is not known, in the order of the findings. */
function worstFirst(evidence: readonly ReportedFinding[]): Case[] {
  const cases = evidence.map((told): Case => ({ told, stake: stakeOf(told.finding) }));
  return cases.sort((a, b) => ORDER.indexOf(a.told.finding.severity) - ORDER.indexOf(b.told.finding.severity) || (b.stake?.yuan.cmp(a.stake?.yuan ?? 0) ?? (a.stake === null ? 0 : -1)));
}

function problemOf({ text, stake }: Problem, cases: readonly Case[], number: number, context: ReportContext): ReportBlock[] {
  const isLong = cases.length >= TOLD + LEAST_LISTED;
  const [told, listed] = isLong ? [cases.slice(0, TOLD), cases.slice(TOLD)] : [cases, []];
  return [
    { kind: "heading", level: 3, text: `${number}. ${text}（${cases.length}处）` },
    ...told.map((one, n) => paragraph(`（${n + 1}）${evidenceText(one.told, context)}`)),
    ...(isLong ? [paragraph(`其余${listed.length}处列表如下：`), caseTable(listed, stake, context)] : []),
  ];
}

function caseTable(cases: readonly Case[], stake: string, context: ReportContext): ReportTable {
  const { describe } = context;
  const hasRates = cases.some(({ told }) => rateOf(told.finding) !== "");
  const hasStakes = cases.some((one) => one.stake !== null);
  return {
    kind: "table", unit: "",
    columns: [
      { header: ["序号"], align: "center", weight: 1 }, { header: ["事项"], align: "left", weight: 5 },
      ...(hasStakes ? [{ header: [stake], align: "right" as const, weight: 2.4 }] : []), ...(hasRates ? [{ header: ["比率"], align: "right" as const, weight: 1.8 }] : []),
      { header: ["依据"], align: "left", weight: 4 },
    ],
    rows: cases.map(({ told: { finding, ...told }, stake: own }, i) => ({
      isTotal: false, level: 0,
      cells: [String(TOLD + i + 1), nameOf(finding) || describe(finding).what, ...(hasStakes ? [own?.text ?? ""] : []), ...(hasRates ? [rateOf(finding)] : []), shortPlace(finding) + ofUnit(told, context)],
    })),
  };
}

function nameOf({ values }: AnyFinding): string {
  const name = values["name"];
  return typeof name === "string" ? name : "";
}

function rateOf({ values }: AnyFinding): string {
  const rate = values["rate"];
  return typeof rate === "object" && "figure" in rate ? shownText(rate) : "";
}

/** Whose line it is, as 异常清单 says where there are several units; in brackets. */
function ofUnit({ id }: Pick<ReportedFinding, "id">, { summary }: ReportContext): string {
  const table = id === undefined ? null : tableIn(summary, "findings");
  const row = table?.rows.find(({ key }) => key === id);
  const unit = table === null || row === undefined ? "" : wordsOf(cellIn(table, row, "unit"));
  return unit === "" ? "" : `（${unit}）`;
}

function evidenceText({ id, finding, reason }: ReportedFinding, context: ReportContext): string {
  const where = placeText(finding);
  return `${sentence(context.describe(finding).what)}${where === "" ? "" : `依据：${where}${ofUnit(id === undefined ? {} : { id }, context)}。`}${reason === "" ? "" : `原因：${sentence(reason)}`}`;
}

function placeText({ place, text }: AnyFinding): string {
  const cells = place === null ? [] : [`工作表“${place.sheetName}”${formatRange(place.range)}`];
  const words = text === undefined ? [] : [`报告文字第${text.line + 1}行“${text.quote}”`];
  return [...cells, ...words].join("，");
}

/** As in a formula; words of the text where there is no cell. */
function shortPlace(finding: AnyFinding): string {
  return finding.place === null ? placeText(finding) : `${finding.place.sheetName}!${formatRange(finding.place.range)}`;
}

function sentence(text: string): string {
  const plain = text.trim();
  return /[。！？!?]$/u.test(plain) ? plain : `${plain}。`;
}

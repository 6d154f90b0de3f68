/** 五(一) 存在的问题, as a draft: what the findings suggest, each problem with its evidence. People decide what of it is said. */

import type { AnyFinding, Severity } from "../../../domain/finding";
import { formatRange } from "../../../workbook/address";
import type { ReportContext, ReportedFinding } from "./build";
import { paragraph } from "./budget";
import type { ReportBlock } from "./model";

interface Problem {
  readonly text: string;
  readonly rules: readonly string[];
}

/** What findings of these rules amount to. Any other rule is one of the last problem. */
const PROBLEMS: readonly Problem[] = [
  { text: "部分支出执行进度偏慢", rules: ["under-execution", "no-execution"] },
  { text: "部分支出超过预算或没有预算", rules: ["over-execution", "unbudgeted"] },
  { text: "预算调整幅度较大", rules: ["large-adjustment"] },
  { text: "支出在年末集中", rules: ["year-end-rush"] },
  { text: "执行率、占比的口径不一致", rules: ["basis-conflict", "share-denominator", "rate-mismatch", "share-mismatch"] },
  { text: "表内、表间的数不能勾稽", rules: ["total-mismatch", "parts-mismatch", "adjustment-mismatch", "cross-table"] },
  { text: "报告文字与表格不一致", rules: ["narrative-mismatch", "missing-in-text", "stale-date"] },
  { text: "数据填报不规范", rules: [] },
];

/** The gravest evidence first. What is for information only suggests no problem. */
const ORDER: readonly Severity[] = ["error", "warning"];

export function problemBlocks(context: ReportContext): ReportBlock[] {
  const told = context.findings.filter(({ finding }) => ORDER.includes(finding.severity));
  const known = new Set(PROBLEMS.flatMap(({ rules }) => rules));
  const problems = PROBLEMS.map(({ text, rules }) => ({ text, evidence: told.filter(({ finding: { rule } }) => (rules.length === 0 ? !known.has(rule) : rules.includes(rule))) })).filter(({ evidence }) => evidence.length > 0);
  return [
    { kind: "heading", level: 1, text: "五、存在的问题及建议" },
    { kind: "heading", level: 2, text: "（一）存在的问题" },
    { kind: "remark", text: problems.length === 0 ? "检查没有发现错误和需要注意的问题。" : "以下各条由检查结果提出，依据列在其后；请逐条核实，决定是否写入报告。" },
    ...problems.flatMap(({ text, evidence }, i): ReportBlock[] => [
      { kind: "heading", level: 3, text: `${i + 1}. ${text}（${evidence.length}处）` },
      ...[...evidence].sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity)).map((one, n) => paragraph(`（${n + 1}）${evidenceText(one, context)}`)),
    ]),
  ];
}

function evidenceText({ finding, reason }: ReportedFinding, { describe }: ReportContext): string {
  const where = placeText(finding);
  return `${sentence(describe(finding).what)}${where === "" ? "" : `依据：${where}。`}${reason === "" ? "" : `原因：${sentence(reason)}`}`;
}

function placeText({ place, text }: AnyFinding): string {
  const cells = place === null ? [] : [`工作表“${place.sheetName}”${formatRange(place.range)}`];
  const words = text === undefined ? [] : [`报告文字第${text.line + 1}行“${text.quote}”`];
  return [...cells, ...words].join("，");
}

function sentence(text: string): string {
  const plain = text.trim();
  return /[。！？!?]$/u.test(plain) ? plain : `${plain}。`;
}

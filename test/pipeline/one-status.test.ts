/** A line has one status and one rate, wherever it is told: beside its data, in the findings, on every summary sheet and in the report. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "../../src/domain/amounts/decimal";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import type { Basis } from "../../src/domain/execution/result";
import { openBook } from "../../src/embedded/book/files";
import { createFilePort } from "../../src/files/port";
import { createTranslator } from "../../src/i18n/catalogs";
import { findingWords } from "../../src/i18n/describe";
import { sheetWords } from "../../src/i18n/sheet-words";
import { checkExecution, confirmAll } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { collectExport } from "../../src/pipeline/export/collect";
import { buildReport } from "../../src/pipeline/export/report/build";
import { prepareWriting } from "../../src/pipeline/prepare";
import { adjustmentsOf, EMPTY_REVIEW, reviewFindings, type ReviewedFinding } from "../../src/pipeline/review";
import { summaryOf } from "../../src/pipeline/summary";
import type { CellValue } from "../../src/workbook/snapshot";
import { columnsOf, shown, tableIn } from "../support/summary";
import { summaryWording } from "../support/summary-wording";

const ASSETS = path.join(__dirname, "../../assets/samples");
const TEXT = readFileSync(path.join(ASSETS, "report-2016.txt"), "utf8");
const SHEET = "项目完成情况";
const words = createTranslator("zh-CN");

/** "年初预算 92.27% 正常" by project. */
type Told = Record<string, string>;

/** What a finding of a line's execution says its status is. */
function statusOf({ finding: { rule, severity } }: ReviewedFinding): string | null {
  switch (rule) {
    case "over-execution": return "超支";
    case "no-execution": return "未支出";
    case "under-execution": return severity === "error" ? "严重滞后" : "滞后";
    default: return null;
  }
}

function percent(fraction: string | number | boolean | undefined): string {
  return fraction === "" || fraction === undefined ? "" : `${new Decimal(Number(fraction)).times(100).toFixed(2)}%`;
}

/** Without what the sheet says of it besides: by how much, on which budget. */
function bare(status: string): string {
  return status.replace(/[ （].*/u, "");
}

async function placesOf(basis: Basis, confirms: (name: string) => boolean): Promise<Record<string, Told>> {
  const opened = await openBook(readFileSync(path.join(ASSETS, "budget-execution-2016.xlsx")));
  if (!opened.ok) throw new Error(opened.problem.code);
  const port = createFilePort(opened.value.book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const snapshot = read.value;
  const asked = { ...DEFAULT_OPTIONS, basis };
  const confirmed = confirmAll(TEXT, snapshot, computeWorkbook(snapshot, asked)).filter(({ name }) => confirms(name));
  const { execution, plan } = prepareWriting(snapshot, { ...asked, adjustments: adjustmentsOf(confirmed) }, sheetWords(words));
  const checked = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: TEXT, confirmed });
  const findings = reviewFindings(checked.findings, execution.tables, snapshot, EMPTY_REVIEW);
  const summary = summaryOf(snapshot, execution, basis, { ...checked, findings }, summaryWording().summary);

  await port.apply(plan.edits);
  const after = await port.read();
  const sheet = after.ok ? after.value.sheets.find(({ name }) => name === SHEET) : undefined;
  if (sheet === undefined) throw new Error(SHEET);
  const [header = [], ...lines] = sheet.values.slice(1, 27);
  const cell = (line: readonly CellValue[], name: string): CellValue => line[header.indexOf(name)] ?? "";
  const names = lines.map((line) => String(line[0]));
  expect(names).toHaveLength(25);

  const forms = summary.sheets.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "form");
  const ofForms = forms.map(({ fields }) => {
    const field = (key: string): string => shown(fields.find((one) => one.key === key)?.cell);
    const on = fields.find(({ key }) => key === "status")?.label.includes("年初") === true ? "rate-original" : "rate-adjusted";
    return [field("name"), `${percent(field(on))} ${field("status")}`];
  });
  const { blocks } = buildReport({
    summary: collectExport(summary, snapshot, execution.tables, findings, { file: "", organisation: "" }, summaryWording().summary).summary,
    findings: findings.map(({ finding }) => ({ finding, reason: "" })), describe: (finding) => findingWords(words, finding),
  });
  const completion = blocks.find((block) => block.kind === "table" && block.columns.some(({ header: [head] }) => head === "状态") && block.rows.length === 26);
  if (completion?.kind !== "table") throw new Error("3. 项目完成情况");
  const at = (...heads: readonly string[]): number => heads.map((head) => completion.columns.findIndex(({ header: [own] }) => own === head)).find((found) => found >= 0) ?? -1;
  const judged = /按(.*)预算/u.exec(forms[0]?.fields.find(({ key }) => key === "status")?.label ?? "")?.[1] ?? "";
  const nameOf = (finding: ReviewedFinding["finding"]): string => names[(finding.place?.range.top ?? 0) - 2] ?? "";
  return {
    "beside the data": Object.fromEntries(lines.map((line) => [String(line[0]), `${percent(cell(line, "核算完成比例"))} ${bare(String(cell(line, "状态")))}`])),
    汇总表: Object.fromEntries(columnsOf(tableIn(summary, "projects"), "name", "rate", "status").slice(0, -1).map(([name = "", rate, status = ""]) => [name, `${percent(rate)} ${status}`])),
    跟踪分析表: Object.fromEntries(ofForms),
    report: Object.fromEntries(completion.rows.slice(0, -1).map(({ cells }) => [cells[at("项目名称")] ?? "", `${cells[at(`执行率（${judged}预算）`, "执行率")] ?? ""} ${cells[at("状态")] ?? ""}`])),
    异常清单: Object.fromEntries(findings.flatMap((one) => {
      const status = one.finding.place?.sheetName === SHEET ? statusOf(one) : null;
      const rate = one.finding.values["rate"];
      return status === null ? [] : [[nameOf(one.finding), `${typeof rate === "object" && "figure" in rate ? `${new Decimal(rate.figure).toFixed(2)}%` : "0.00%"} ${status}`]];
    })),
  };
}

test.each<[string, Basis, (name: string) => boolean]>([
  ["on the adjusted budget, with everything that the text tells", "adjusted", () => true],
  ["on the adjusted budget, one change confirmed", "adjusted", (name) => name.startsWith("24号院")],
  ["on the adjusted budget, nothing confirmed", "adjusted", () => false],
  ["on the original budget, everything confirmed", "original", () => true],
])("the sample's 25 projects, %s", async (_, basis, confirms) => {
  const { "beside the data": besideData = {}, 异常清单: found = {}, ...others } = await placesOf(basis, confirms);
  expect(others).toEqual(Object.fromEntries(Object.keys(others).map((place) => [place, besideData])));
  // Findings are of the lines that are not as they should be.
  const wrong = Object.entries(besideData).filter(([, told]) => !told.endsWith("正常") && !told.endsWith("预算内"));
  expect(found).toEqual(Object.fromEntries(wrong));
  expect(besideData["综合治理经费"]).toBe("184.33% 超支");
}, 60_000);

test("what a change does to a status it does everywhere: behind on what the text adds, on track without it", async () => {
  const name = "地区城市保洁队日常管理经费";
  const told = async (confirms: boolean): Promise<readonly (string | undefined)[]> => Object.values(await placesOf("adjusted", () => confirms)).map((place) => place[name]);
  expect(await told(true)).toEqual(Array.from({ length: 5 }, () => "77.66% 严重滞后"));
  expect(await told(false)).toEqual([...Array.from({ length: 4 }, () => "92.27% 正常"), undefined]);
}, 60_000);

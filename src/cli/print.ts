/** The report for reading in a terminal. */

import Table from "cli-table3";
import type { Decimal } from "../domain/amounts/decimal";
import { formatCutOff } from "../domain/execution/cut-off";
import type { ExecutionRow, Rate, TableExecution } from "../domain/execution/result";
import type { Severity } from "../domain/finding";
import { describeFigure } from "../i18n/figures";
import type { Translator } from "../i18n/translate";
import type { WorkbookExecution } from "../pipeline/compute";
import type { FindingReport, Report } from "../pipeline/report";
import { formatRange } from "../workbook/address";

export function printReport(report: Report, { executions }: WorkbookExecution, words: Translator): string {
  return [...executions.map((execution) => printTable(execution, words)), printFindings(report.findings, words)].filter((text) => text !== "").join("\n\n") + "\n";
}

function printTable(execution: TableExecution, words: Translator): string {
  const { table, basis, unit, cutOff, rows, sum, total } = execution;
  const heading = [
    `${table.sheetName} ${formatRange(table.range)}`,
    words("cli.rows", { rows: sum.rows }),
    unit === null ? words("unit.unknown") : words(`unit.${unit}`),
    words(`basis.${basis}`),
    cutOff === null ? words("cli.no-cut-off") : words("cli.cut-off", { date: formatCutOff(cutOff) }),
  ].join(" · ");
  const head = [words("cli.row"), words("role.name"), words("role.expenditure"), words(`role.${basis}-budget`), words("role.rate"), words("role.status")];
  const note = total === null ? `\n${words("cli.sum", { budget: amountWord(sum.budget, words), expenditure: amountWord(sum.expenditure, words), rate: rateWord(sum.rate, words) || "—" })}` : "";
  return `${heading}\n${drawTable(head, rows.map((row) => cells(row, words)))}${note}`;
}

/** The library's time goes by the square of the lines, so long tables are drawn in slices with columns of the same widths. */
const SLICE = 200;

function drawTable(head: readonly string[], lines: readonly string[][]): string {
  const widths = lines.length <= SLICE ? {} : { colWidths: head.map((word, j) => lines.reduce((widest, line) => Math.max(widest, widthOf(line[j] ?? "")), widthOf(word)) + PADDING) };
  const slices: string[] = [];
  for (let from = 0; from === 0 || from < lines.length; from += SLICE) {
    const grid = new Table({
      head: from === 0 ? [...head] : [],
      colAligns: ["right", "left", "right", "right", "right", "left"],
      style: { head: [], border: [], compact: true },
      chars: PLAIN,
      ...widths,
    });
    grid.push(...lines.slice(from, from + SLICE));
    slices.push(grid.toString());
  }
  return slices.join("\n");
}

/** The library's, left and right of a text. */
const PADDING = 2;

/** In a terminal at most: Latin letters and digits take one place, all else one or two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > "~" ? 2 : 1;
  return width;
}

/** Columns apart by two spaces, a line under the header. */
const PLAIN = {
  top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "",
  left: "", "left-mid": "", right: "", "right-mid": "", mid: "─", "mid-mid": "─", middle: " ",
};

function cells({ row, name, expenditure, budget, rate, status, kind }: ExecutionRow, words: Translator): string[] {
  const why = rate.ok ? words(`status.${status}`) : kind === "body" || kind === "total" ? words("sheet.no-rate", { why: words(`no-rate.${rate.why}`) }) : "";
  return [String(row + 1), name, amountWord(expenditure, words), amountWord(budget, words), rateWord(rate, words), status === "unbudgeted" ? words("status.unbudgeted") : why];
}

/** The unit stands above the table. */
function amountWord(amount: Decimal | null, words: Translator): string {
  return amount === null ? "" : describeFigure(words, { figure: amount.toFixed(), unit: null });
}

function rateWord(rate: Rate, words: Translator): string {
  return rate.ok ? describeFigure(words, { figure: rate.percent.toFixed(), unit: "percent" }) : "";
}

/** The gravest first, with a line that counts them. */
function printFindings(findings: readonly FindingReport[], words: Translator): string {
  const groups = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity));
  const [errors, warnings, notes] = groups.map(({ length }) => length);
  const counts = words("cli.findings", { errors: errors ?? 0, warnings: warnings ?? 0, notes: notes ?? 0 });
  return [counts, ...groups.flat().map((finding) => printFinding(finding, words))].join("\n");
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

function printFinding({ severity, sheet, address, text, message }: FindingReport, words: Translator): string {
  const where = [
    ...(sheet === null ? [] : [`${sheet} ${address ?? ""}`]),
    ...(text === null ? [] : [words("cli.text-line", { line: text.line, quote: shortened(text.quote) })]),
  ].join(" · ");
  return `[${words(`severity.${severity}`)}] ${where}: ${message}`;
}

/** Enough of a long sentence to find it. */
function shortened(quote: string): string {
  return quote.length <= 40 ? quote : `${quote.slice(0, 20)}…${quote.slice(-16)}`;
}

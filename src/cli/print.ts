/** The report for reading in a terminal. */

import widthOf from "fast-string-width";
import type { Decimal } from "../domain/amounts/decimal";
import { formatCutOff } from "../domain/execution/cut-off";
import { isToldWhy, type ExecutionRow, type Rate, type TableExecution } from "../domain/execution/result";
import type { BudgetTable } from "../domain/table";
import type { Severity } from "../domain/finding";
import { describeFigure } from "../i18n/figures";
import type { Translator } from "../i18n/translate";
import type { WorkbookExecution } from "../pipeline/compute";
import type { FindingReport, Report } from "../pipeline/report";
import { formatRange } from "../workbook/address";

export function printReport(report: Report, { executions }: WorkbookExecution, words: Translator): string {
  const doubts = new Map(report.tables.map((table) => [`${table.sheet} ${table.address}`, table.doubts]));
  const computed = new Set(executions.map(({ table }) => placeName(table)));
  const leftOut = report.tables.filter((table) => table.doubts.length > 0 && !computed.has(`${table.sheet} ${table.address}`));
  return [
    ...executions.map((execution) => printTable(execution, doubts, words)),
    ...leftOut.map((table) => `${table.sheet} ${table.address}${printDoubts(table.doubts, words)}`),
    printFindings(report.findings, words),
  ].filter((text) => text !== "").join("\n\n") + "\n";
}

/** `doubts` by the table's place. */
function printTable(execution: TableExecution, doubts: ReadonlyMap<string, readonly string[]>, words: Translator): string {
  const { table, basis, unit, cutOff, rows, sum, total } = execution;
  const place = placeName(table);
  const heading = [
    place,
    words("cli.rows", { rows: sum.rows }),
    unit === null ? words("unit.unknown") : words(`unit.${unit}`),
    words(`basis.${basis}`),
    cutOff === null ? words("cli.no-cut-off") : words("cli.cut-off", { date: formatCutOff(cutOff) }),
  ].join(" · ");
  const head = [words("cli.row"), words("role.name"), words("role.expenditure"), words(`role.${basis}-budget`), words("role.rate"), words("role.status")];
  const note = total === null || (!total.rate.ok && sum.rate.ok) ? `\n${words("cli.sum", { budget: amountWord(sum.budget, words) || NOT_KNOWN, expenditure: amountWord(sum.expenditure, words) || NOT_KNOWN, rate: rateWord(sum.rate, words) || NOT_KNOWN })}` : "";
  return `${heading}\n${drawTable(head, rows.map((row) => cells(row, words)))}${note}${printDoubts(doubts.get(place) ?? [], words)}`;
}

/** A sum of figures of which one cannot be read, and its rate. */
const NOT_KNOWN = "—";

function placeName({ sheetName, range }: BudgetTable): string {
  return `${sheetName} ${formatRange(range)}`;
}

function printDoubts(doubts: readonly string[], words: Translator): string {
  return doubts.map((doubt) => `\n${oneLine(words("cli.doubt", { doubt }))}`).join("");
}

/** Columns apart by three spaces, a line under the header; figures to the right. */
function drawTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((word, j) => lines.reduce((widest, line) => Math.max(widest, widthOf(line[j] ?? "")), widthOf(word)));
  const drawn = (line: readonly string[]): string => ` ${line.map((text, j) => padded(text, widths[j] ?? 0, LEFT.has(j))).join("   ")}`.trimEnd();
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 3, -1));
  return [drawn(head), rule, ...lines.map(drawn)].join("\n");
}

/** Names and statuses; see `printTable`. */
const LEFT: ReadonlySet<number> = new Set([1, 5]);

function padded(text: string, width: number, isLeft: boolean): string {
  const spaces = " ".repeat(width - widthOf(text));
  return isLeft ? text + spaces : spaces + text;
}

function cells(line: ExecutionRow, words: Translator): string[] {
  const { row, name, expenditure, budget, rate, status, original } = line;
  const why = rate.ok ? words(`status.${status}`) : isToldWhy(line) ? words("sheet.no-rate", { why: words(`no-rate.${rate.why}`) }) : "";
  const said = status === "unbudgeted" ? words("status.unbudgeted") : why;
  const onAdjusted = original === undefined ? said : words("sheet.on-adjusted", { said, adjusted: amountWord(budget, words), original: amountWord(original.budget, words), unit: "none", rate: rateWord(original.rate, words) || "none" });
  return [String(row + 1), oneLine(name), amountWord(expenditure, words), amountWord(budget, words), rateWord(rate, words), onAdjusted];
}

/** Line breaks, and whatever else would move a terminal's cursor or change its colours, become spaces. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
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
  return oneLine(`[${words(`severity.${severity}`)}] ${where}: ${message}`);
}

/** Enough of a long sentence to find it. */
function shortened(quote: string): string {
  return quote.length <= 40 ? quote : `${quote.slice(0, 20)}…${quote.slice(-16)}`;
}

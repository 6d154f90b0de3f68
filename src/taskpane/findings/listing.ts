/** What the tab of findings lists: which ones, in what groups, and how many of each severity. */

import type { Severity } from "../../domain/finding";
import type { BudgetTable } from "../../domain/table";
import type { ReviewedFinding } from "../../pipeline/review";
import type { FindingFilter } from "../state/session";

/** The gravest first. */
export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** Stands for the report's text among the tables that findings are listed by. */
export const TEXT_ALONE = "";

export type ListRow =
  /** The findings of one severity in one table; all that were dismissed, of whatever severity and table. */
  | { readonly kind: "group"; readonly key: string; readonly of: { readonly severity: Severity; readonly tableId: string } | "dismissed"; readonly count: number }
  | { readonly kind: "finding"; readonly key: string; readonly reviewed: ReviewedFinding };

/** The table's id; the sheet's name for a cell outside all tables. */
export function tableOf({ tableId, finding: { place } }: ReviewedFinding): string {
  return tableId ?? place?.sheetName ?? TEXT_ALONE;
}

/** Those about the chosen table that hold every word searched for; `textOf` is all that a finding says. */
export function matching(findings: readonly ReviewedFinding[], { tableId, search }: FindingFilter, textOf: (at: number) => string): readonly ReviewedFinding[] {
  const terms = plain(search).split(/\s+/u).filter((term) => term !== "");
  if (tableId === null && terms.length === 0) return findings;
  return findings.filter((finding, at) => {
    if (tableId !== null && tableOf(finding) !== tableId) return false;
    if (terms.length === 0) return true;
    const text = plain(textOf(at));
    return terms.every((term) => text.includes(term));
  });
}

/** Full-width letters and digits, and either case, are found alike. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** How many open findings there are of each severity, also of those with none. */
export function countBySeverity(findings: readonly ReviewedFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { finding, dismissal } of findings) if (dismissal === null) counts[finding.severity] += 1;
  return counts;
}

export function countDismissed(findings: readonly ReviewedFinding[]): number {
  return findings.reduce((count, { dismissal }) => count + (dismissal === null ? 0 : 1), 0);
}

/** How many open findings each table has, in the tables' order, the text last; only those with any. */
export function countByTable(findings: readonly ReviewedFinding[], tables: readonly BudgetTable[]): { readonly tableId: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const finding of findings) if (finding.dismissal === null) counts.set(tableOf(finding), (counts.get(tableOf(finding)) ?? 0) + 1);
  const rank = ranksOf(tables);
  return [...counts].map(([tableId, count]) => ({ tableId, count })).sort((a, b) => rank(a.tableId) - rank(b.tableId));
}

/** Open findings under a heading for each severity and table, the gravest first; then the dismissed, if they are to be shown. */
export function listRows(findings: readonly ReviewedFinding[], { severity, dismissed }: FindingFilter, tables: readonly BudgetTable[]): ListRow[] {
  const groups = new Map<string, ReviewedFinding[]>();
  const put = (key: string, finding: ReviewedFinding): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  };
  const wanted = findings.filter(({ finding }) => severity === null || finding.severity === severity);
  for (const finding of wanted) if (finding.dismissal === null) put(`${finding.finding.severity} ${tableOf(finding)}`, finding);
  const rank = ranksOf(tables);
  const order = ([first]: readonly ReviewedFinding[]): number => (first === undefined ? 0 : SEVERITIES.indexOf(first.finding.severity) * (tables.length + 2) + rank(tableOf(first)));
  const open = [...groups].sort(([, a], [, b]) => order(a) - order(b)).flatMap(([key, group]) => {
    const [first] = group;
    return first === undefined ? [] : under({ key, of: { severity: first.finding.severity, tableId: tableOf(first) }, findings: group });
  });
  const taken = dismissed ? wanted.filter(({ dismissal }) => dismissal !== null) : [];
  return taken.length === 0 ? open : [...open, ...under({ key: "dismissed", of: "dismissed", findings: taken })];
}

function under({ key, of, findings }: { readonly key: string; readonly of: Extract<ListRow, { kind: "group" }>["of"]; readonly findings: readonly ReviewedFinding[] }): ListRow[] {
  return [{ kind: "group", key: `group ${key}`, of, count: findings.length }, ...findings.map((reviewed): ListRow => ({ kind: "finding", key: reviewed.id, reviewed }))];
}

/** Where a table stands among all; what is no table of them before the text, which is last. */
function ranksOf(tables: readonly BudgetTable[]): (tableId: string) => number {
  const ranks = new Map(tables.map(({ id }, at) => [id, at]));
  return (tableId) => (tableId === TEXT_ALONE ? tables.length + 1 : (ranks.get(tableId) ?? tables.length));
}

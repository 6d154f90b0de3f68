/** The words of a summary, in the language of whoever builds it. */

import type { Place } from "../../workbook/address";
import type { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
import type { Reconciliation } from "../checks/reconciliation";
import type { NoRate, Status } from "../execution/result";
import type { AnyFinding, Severity } from "../finding";
import type { Role } from "../table";

/** What stands on the sheets besides terms of the trade: catalog keys `summary.<word>`. */
export type SummaryWord =
  // Names of the sheets, and their titles.
  | "name.summary" | "name.findings" | "name.reconciliations" | "name.monitoring" | "name.self-evaluation" | "name.project-forms"
  | "title.summary" | "title.findings" | "title.reconciliations" | "title.monitoring" | "title.self-evaluation" | "title.project-forms" | "title.form"
  // What stands under every title.
  | "fact.organisation" | "fact.cut-off" | "fact.no-cut-off" | "fact.basis" | "fact.no-budget" | "fact.unit" | "fact.projects-only" | "fact.no-unit" | "fact.progress"
  // 汇总表.
  | "heading.numbered" | "key.heading" | "key.project-heading" | "key.item" | "key.total" | "key.project-total" | "key.net-change" | "key.spent" | "key.rate" | "key.progress" | "key.gap" | "key.of-projects"
  | "budget.heading" | "budget.total" | "budget.share" | "budget.change"
  | "execution.heading" | "execution.balance" | "execution.share"
  | "investment.heading" | "investment.category" | "investment.share" | "investment.largest" | "investment.denominator" | "investment.own-total"
  | "tracked.heading" | "coverage.count" | "coverage.tracked" | "coverage.whole" | "coverage.share" | "tracked.by-class" | "tracked.share" | "tracked.no-class" | "tracked.no-whole" | "tracked.alike"
  | "projects.heading" | "project.reason" | "project.budget" | "project.changed"
  | "chart.rates" | "chart.full" | "chart.categories" | "chart.cut"
  | "sign.organisation" | "sign.head" | "sign.author" | "sign.date"
  // Columns of several tables.
  | "column.number" | "column.unit" | "column.group" | "column.class-code" | "column.class" | "column.line" | "column.total-row" | "column.unclassified"
  // What is missing.
  | "missing.whole" | "missing.original" | "missing.adjusted" | "missing.execution" | "missing.expenditure" | "missing.projects" | "missing.findings" | "missing.reconciliations" | "missing.text" | "missing.figure"
  | "missing.unit" | "left-out" | "income-left-out" | "measures-left-out" | "earlier-left-out" | "beside-left-out" | "tables-joined" | "part-only" | "table-named" | "and" | "total-differs" | "unchanged" | "untold" | "pairs-left-out"
  // 异常清单 and 勾稽核对表.
  | "finding.severity" | "finding.place" | "finding.what" | "finding.remedy" | "finding.reason" | "finding.state" | "finding.dismissed" | "finding.counts" | "finding.text-line"
  | "reconciliation.relation" | "reconciliation.left" | "reconciliation.right" | "reconciliation.label" | "reconciliation.figure" | "reconciliation.place" | "reconciliation.difference" | "reconciliation.unit"
  | "reconciliation.outcome" | "reconciliation.note" | "reconciliation.lines" | "reconciliation.counts" | "reconciliation.more-places"
  // The official forms.
  | "form.funds" | "form.original" | "form.adjusted" | "form.year-budget" | "form.spent-to" | "form.rate-to" | "form.expected" | "form.spent-year" | "form.part-of-year" | "form.points" | "form.rate" | "form.score" | "form.source" | "form.note"
  | "form.all-funds" | "form.current-funds" | "form.carried-funds" | "form.other-funds" | "form.score-rule"
  | "form.indicators" | "form.level-1" | "form.level-2" | "form.level-3" | "form.target" | "form.done-to" | "form.expected-done" | "form.causes" | "form.likelihood" | "form.likelihood-options"
  | "form.output" | "form.benefit" | "form.satisfaction" | "form.mark"
  | "cause.funds" | "cause.institution" | "cause.staff" | "cause.hardware" | "cause.other"
  | "form.project" | "form.code" | "form.function" | "form.changes" | "form.told-changes" | "form.unconfirmed-changes" | "form.rate-original" | "form.rate-adjusted" | "form.status" | "form.status-on" | "form.goal" | "form.progress" | "form.cause" | "form.problem" | "form.next" | "form.cut-off";

export interface SummaryWords {
  readonly say: (word: SummaryWord, values?: Readonly<Record<string, string | number>>) => string;
  readonly status: (status: Status) => string;
  /** 无法计算：预算为零. */
  readonly noRate: (why: NoRate) => string;
  readonly role: (role: Role) => string;
  readonly severity: (severity: Severity) => string;
  /** null: not known. */
  readonly unit: (unit: Unit | "percent" | null) => string;
  readonly finding: (finding: AnyFinding) => { readonly what: string; readonly remedy: string };
  readonly reconciliation: (reconciliation: Reconciliation) => { readonly kind: string; readonly outcome: string };
  /** 项目完成情况 B23. */
  readonly place: (place: Place) => string;
  /** As the language writes it, with two decimals or as many as it has. */
  readonly amount: (amount: Decimal) => string;
}

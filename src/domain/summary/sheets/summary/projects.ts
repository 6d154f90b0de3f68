/** The projects with what each was given and spent, its status and why. */

import type { Build } from "../../build";
import { amount, BLANK, column, count, difference, link, open, ratio, sum, text, at, type Known } from "../../cells";
import { Decimal } from "../../../amounts/decimal";
import type { Block, SummaryCell, SummaryRow } from "../../model";
import { totalOf } from "../../sources/choose";
import { adjustedOf, type Project } from "../../sources/projects";
import { differenceNotes } from "./notes";

export const PROJECTS = "projects";

export interface ProjectBlocks {
  readonly blocks: readonly Block[];
  /** Rows with a rate, by key, the highest first. */
  readonly table: { readonly rated: readonly string[] } | null;
}

/** What its rate is of: the budget that its table computes with, else the adjusted one, else the approved one. */
export function budgetOf({ basis, original, adjusted }: Project): Known | null {
  if (basis === "original") return original;
  return adjusted ?? original;
}

export function projectTable(build: Build): ProjectBlocks {
  const { projects, words: { say, role, noRate, status } } = build;
  if (projects.length === 0) return { blocks: [], table: null };
  const hasCodes = projects.some(({ code }) => code !== "");
  const hasClasses = projects.some(({ functionCode, functionName }) => functionCode !== "" || functionName !== "");
  const bases = new Set(projects.map(({ basis, adjusted }) => basis ?? (adjusted === null ? "original" : "adjusted")));
  const [basis] = bases;
  const isChanged = projects.some(({ change }) => change !== null);
  const ref = (project: Project, of: "budget" | "spent"): Known | null => at(of === "budget" ? budgetOf(project) : project.spent, PROJECTS, project.key, of);
  const totals = { budget: projectTotal(build, "budget"), spent: projectTotal(build, "spent") };
  const totalRef = (of: "budget" | "spent"): Known | null => at(totals[of], PROJECTS, "total", of);
  /** The budget after confirmed changes, and the rate on it. */
  const changed = (budget: Known | null, row: string, spent: Known | null): SummaryCell[] => [amount(budget), ratio(spent, at(budget, PROJECTS, row, "changed"), noRate)];
  const rows = projects.map((project, i): SummaryRow => ({
    key: project.key, kind: "body", level: 0,
    cells: [
      hasCodes ? text(project.code) : count(new Decimal(i + 1)), link(project.name, project.place),
      ...(hasClasses ? [text(project.functionCode), text(project.functionName)] : []),
      amount(budgetOf(project)), amount(project.spent), ratio(ref(project, "spent"), ref(project, "budget"), noRate),
      ...(isChanged ? changed(adjustedOf(project) ?? budgetOf(project), project.key, ref(project, "spent")) : []),
      amount(difference(ref(project, "budget"), ref(project, "spent"))), budgetOf(project) === null ? BLANK : ratio(ref(project, "budget"), totalRef("budget"), noRate),
      text(status(project.status)), open(causeOf(project)),
    ],
  }));
  const total: SummaryRow = {
    key: "total", kind: "total", level: 0,
    cells: [text(""), text(say("column.total-row")), ...(hasClasses ? [BLANK, BLANK] : []), amount(totals.budget), amount(totals.spent), ratio(totalRef("spent"), totalRef("budget"), noRate), ...(isChanged ? changed(sum([totalRef("budget"), ...projects.map(({ change }) => change)]), "total", totalRef("spent")) : []), amount(difference(totalRef("budget"), totalRef("spent"))), ratio(totalRef("budget"), totalRef("budget"), noRate), BLANK, BLANK],
  };
  const rated = projects.flatMap((project) => {
    const cell = ratio(project.spent, budgetOf(project), noRate);
    const value = cell.kind === "figure" ? cell.figure.value : null;
    return value === null ? [] : [{ key: project.key, value }];
  });
  return {
    table: { rated: rated.sort((a, b) => b.value.cmp(a.value)).map(({ key }) => key) },
    blocks: [
      { kind: "heading", text: say("projects.heading", { count: projects.length }) },
      {
        kind: "table", id: PROJECTS, title: null, rows: [...rows, total],
        columns: [
          hasCodes ? column("code", role("code"), "code") : column("number", say("column.number"), "number"), column("name", say("form.project"), "name"),
          ...(hasClasses ? [column("class-code", say("column.class-code"), "code"), column("class", say("column.class"), "text")] : []),
          column("budget", bases.size === 1 && basis !== undefined ? role(`${basis}-budget`) : say("project.budget"), "amount"), column("spent", role("expenditure"), "amount"),
          column("rate", role("rate"), "percent"),
          ...(isChanged ? [column("changed", role("adjusted-budget"), "amount"), column("changed-rate", say("form.rate-adjusted"), "percent")] : []),
          column("balance", say("execution.balance"), "amount"), column("share", say("tracked.share"), "percent"), column("status", role("status"), "text"), column("reason", say("project.reason"), "long-text", true),
        ],
      },
      ...(isChanged ? [{ kind: "note" as const, text: say("project.changed") }] : []),
      ...differenceNotes(build, build.sources.projects.flatMap((source) => (["original-budget", "adjusted-budget", "expenditure"] as const).map((of) => ({ source, role: of })))),
    ],
  };
}

/** As recorded, else as the report's text gives it. */
export function causeOf({ reason, record }: Project): string {
  return reason !== "" ? reason : (record?.causes ?? []).map(({ text: words }) => words.replace(/^(?:[^，。：:]{0,4})?原因(?:分析)?\s*[:：]\s*/u, "")).join("");
}

/** As their table prints it where one table has all of them; else the sum of the rows here. */
export function projectTotal({ sources, projects }: Build, of: "budget" | "spent"): Known | null {
  const figureOf = (project: Project): Known | null => (of === "budget" ? budgetOf(project) : project.spent);
  const [only, ...others] = sources.projectExecutions.length > 0 ? sources.projectExecutions.map(({ source }) => source) : sources.projects;
  if (only !== undefined && others.length === 0 && only.total !== null) {
    const roles = of === "spent" ? (["expenditure"] as const) : projects.some(({ basis }) => basis === "original") ? (["original-budget"] as const) : (["adjusted-budget", "original-budget"] as const);
    const printed = roles.map((role) => totalOf(only, role)).find((known) => known !== null);
    if (printed !== undefined && only.lines.filter(({ kind }) => kind === "body").length === projects.length) return printed;
  }
  return sum(projects.map((project) => at(figureOf(project), PROJECTS, project.key, of)));
}

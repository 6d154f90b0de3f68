/** The projects with what each was given and spent, its status and why. */

import type { Basis, ExecutionRow } from "../../../execution/result";
import { Decimal } from "../../../amounts/decimal";
import type { Build } from "../../build";
import { amount, BLANK, column, columnOn, count, difference, link, open, rateOfLine, ratio, sum, text, type Known } from "../../cells";
import type { Block, SummaryCell, SummaryColumn, SummaryRow } from "../../model";
import type { Project } from "../../sources/projects";
import { notesOn } from "./notes";
import { budgetHere, figureHere, projectTotal, PROJECTS, PROJECTS_TOTAL, totalHere } from "./project-figures";

/** A row with its rate. */
export interface Rated {
  readonly key: string;
  readonly value: Decimal;
}

export interface ProjectBlocks {
  readonly blocks: readonly Block[];
  /** Rows with a rate, by key, the highest first. */
  readonly table: { readonly rated: readonly Rated[] } | null;
}

/** Which budgets there are, and what rates and shares are of; null where projects differ. */
interface Bases {
  readonly known: readonly Basis[];
  readonly rate: Basis | null;
  /** Of the second rate, where both budgets are known. */
  readonly other: Basis | null;
}

export function projectTable(build: Build): ProjectBlocks {
  const { projects, words: { say } } = build;
  if (projects.length === 0) return { blocks: [], table: null };
  const bases = basesOf(projects);
  const layout: Layout = {
    bases, planned: totalHere(build, "planned"), told: toldBeside(build),
    hasCodes: projects.some(({ code }) => code !== ""),
  };
  const rows = projects.map((project, i) => projectRow(project, i, layout, build));
  const rated = projects.flatMap(({ key, spent, budget, rate }) => {
    const cell = rateOfLine(rate, spent, budget, build.words.noRate);
    const value = cell.kind === "figure" ? cell.figure.value : null;
    return value === null ? [] : [{ key, value }];
  });
  return {
    table: { rated: rated.sort((a, b) => b.value.cmp(a.value)) },
    blocks: [
      { kind: "heading", text: say("projects.heading", { count: projects.length }) },
      { kind: "table", id: PROJECTS, title: null, rows: [...rows, totalRow(layout, build)], columns: columnsOf(layout, build) },
      ...(projects.some(({ change }) => change !== null) ? [{ kind: "note" as const, text: say("project.changed") }] : []),
      ...notesOn(build, build.sources.projects.flatMap((source) => (["original-budget", "adjusted-budget", "expenditure"] as const).map((of) => ({ source, role: of })))),
    ],
  };
}

interface Layout {
  readonly bases: Bases;
  readonly hasCodes: boolean;
  /** What stands beside names. */
  readonly told: readonly Told[];
  /** What shares are of. */
  readonly planned: Known | null;
}

interface Told {
  readonly column: SummaryColumn;
  readonly of: (project: Project) => string;
}

/** Units and groups where there are several, and what is known of classes. */
function toldBeside({ projects, words: { say } }: Build): readonly Told[] {
  const valuesOf = (of: Told["of"]): ReadonlySet<string> => new Set(projects.map(of));
  const group = ({ group: own, unit, functionName }: Project): string => (own === unit || own === functionName ? "" : own);
  return [
    { column: column("unit", say("column.unit"), "text"), of: ({ unit }: Project) => unit, least: 2 },
    { column: column("group", say("column.group"), "text"), of: group, least: 2 },
    { column: column("class-code", say("column.class-code"), "code"), of: ({ functionCode }: Project) => functionCode, least: 1 },
    { column: column("class", say("column.class"), "text"), of: ({ functionName }: Project) => functionName, least: 1 },
  ].flatMap(({ least, ...told }) => { const values = valuesOf(told.of); return values.size >= least && [...values].some((value) => value !== "") ? [told] : []; });
}

function basesOf(projects: readonly Project[]): Bases {
  const known = (["original", "adjusted"] as const).filter((basis) => projects.some((project) => project[basis] !== null));
  const [first, ...others] = new Set(projects.map(({ basis }) => basis));
  const rate = others.length === 0 ? (first ?? null) : null;
  return { known, rate, other: known.length < 2 ? null : rate === "original" ? "adjusted" : "original" };
}

function columnsOf({ bases, hasCodes, told }: Layout, { words: { say, role } }: Build): SummaryColumn[] {
  const rateHeader = (basis: Basis | null): string => (basis === null || bases.other === null ? role("rate") : say(`form.rate-${basis}`));
  const rates = [columnOn(bases.rate, "rate", rateHeader(bases.rate), "percent"), ...(bases.other === null ? [] : [columnOn(bases.other, "other-rate", rateHeader(bases.other), "percent")])];
  return [
    hasCodes ? column("code", role("code"), "code") : column("number", say("column.number"), "number"), column("name", say("form.project"), "name"),
    ...told.map((one) => one.column),
    ...bases.known.map((basis) => columnOn(basis, basis, role(`${basis}-budget`), "amount")),
    column("spent", role("expenditure"), "amount"), ...inOrder(bases, rates),
    column("balance", say("execution.balance"), "amount"), column("share", say("tracked.share"), "percent"), column("status", role("status"), "text"), column("reason", say("project.reason"), "long-text", true),
  ];
}

/** That of the approved budget first, as of the budgets. */
function inOrder<T>({ other }: Bases, rates: readonly T[]): readonly T[] {
  return other === "original" ? [...rates].reverse() : rates;
}

function projectRow(project: Project, i: number, { bases, hasCodes, told, planned }: Layout, build: Build): SummaryRow {
  const { key, code, name, place, spent, rate, status } = project;
  const { words } = build;
  const spentIn = figureHere(project, "spent");
  const budget = budgetHere(project);
  const share = figureHere(project, "planned");
  const rates = [rateOfLine(rate, spentIn, budget, words.noRate), ...(bases.other === null ? [] : [rateOn(figureHere(project, bases.other), spentIn, build)])];
  return {
    key, kind: "body", level: 0,
    cells: [
      hasCodes ? text(code) : count(new Decimal(i + 1)), link(name, place), ...told.map(({ of }) => text(of(project))),
      ...bases.known.map((basis) => amount(project[basis])), amount(spent), ...inOrder(bases, rates),
      amount(difference(budget, spentIn)), share === null ? BLANK : ratio(share, planned, words.noRate),
      text(words.status(status)), open(causeOf(project)),
    ],
  };
}

/** Of a budget that is not known there is nothing to say. */
function rateOn(budget: Known | null, spent: Known | null, { words: { noRate } }: Build): SummaryCell {
  return budget === null ? BLANK : ratio(spent, budget, noRate);
}

function totalRow({ bases, told, planned }: Layout, build: Build): SummaryRow {
  const { projects, words } = build;
  const line = totalLine(build);
  const spent = totalHere(build, "spent");
  const budget = bases.rate === null ? sum(projects.map(budgetHere)) : totalHere(build, bases.rate);
  const rates = [rateOfLine(line?.rate ?? null, spent, budget, words.noRate), ...(bases.other === null ? [] : [rateOn(totalHere(build, bases.other), spent, build)])];
  return {
    key: PROJECTS_TOTAL, kind: "total", level: 0,
    cells: [
      text(""), text(words.say("column.total-row")), ...told.map(() => BLANK),
      ...bases.known.map((basis) => amount(projectTotal(build, basis))), amount(projectTotal(build, "spent")), ...inOrder(bases, rates),
      amount(difference(budget, spent)), planned === null ? BLANK : ratio(planned, planned, words.noRate), line === null ? BLANK : text(words.status(line.status)), BLANK,
    ],
  };
}

/** As recorded, else as the report's text gives it. */
export function causeOf({ reason, record }: Project): string {
  return reason !== "" ? reason : (record?.causes ?? []).map(({ text: words }) => words.replace(/^(?:[^，。：:]{0,4})?原因(?:分析)?\s*[:：]\s*/u, "")).join("");
}

/** As computed beside their data, where one table has all of them and a total. */
function totalLine({ sources: { projectExecutions }, projects }: Build): ExecutionRow | null {
  const [only, ...others] = projectExecutions;
  const hasAll = others.length === 0 && only?.source.lines.filter(({ kind }) => kind === "body").length === projects.length;
  const total = hasAll ? only?.execution.rows.find(({ row }) => row === only.source.total?.row) : undefined;
  return total === undefined || total.budget === null ? null : total;
}

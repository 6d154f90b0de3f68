/** Tracked projects: how much of the year's project budget they cover, and how they are spread over the functional classes. */

import { Decimal } from "../../../amounts/decimal";
import type { Build } from "../../build";
import { amount, at, BLANK, column, columnOn, count, figure, ratio, sum, text, type Known } from "../../cells";
import type { Block, SummaryRow } from "../../model";
import type { SourceLine } from "../../sources/read";
import { classTable, TOTAL, type ClassColumn, type ClassTable } from "./class-table";
import type { Project } from "../../sources/projects";
import { partOfBudget } from "./key-figures";
import { figureHere, plannedBasis, projectTotal } from "./project-figures";

const COVERAGE = "coverage";
export const TRACKED = "tracked";

export interface TrackedBlocks {
  readonly blocks: readonly Block[];
  /** null where no project says what it is for. */
  readonly table: ClassTable | null;
}

export function trackedTables(build: Build): TrackedBlocks {
  const { projects, words: { say } } = build;
  if (projects.length === 0) return { blocks: [], table: null };
  const table = byClass(build);
  return {
    table,
    blocks: [
      { kind: "heading", text: say("tracked.heading") },
      coverage(build),
      ...projects.flatMap((project) => project.alike.map(({ name, sheetName }) => ({ kind: "note" as const, text: say("tracked.alike", { name: project.name, other: name, sheet: sheetName }) }))),
      ...(wholeProjectBudget(build) === null ? [{ kind: "note" as const, text: say("tracked.no-whole") }] : []),
      ...(table === null
        ? [{ kind: "note" as const, text: say("tracked.no-class") }]
        : [{ kind: "table" as const, id: TRACKED, title: say("tracked.by-class"), columns: table.columns, rows: table.rows }]),
    ],
  };
}

function coverage(build: Build): Block {
  const { projects, words: { say, noRate } } = build;
  const tracked = projectTotal(build, "planned");
  const basis = plannedBasis(build);
  const whole = wholeProjectBudget(build);
  const row = (key: string, n: number, label: string, cell: SummaryRow["cells"][number]): SummaryRow => ({ key, kind: "body", level: 0, cells: [count(new Decimal(n)), text(label), cell] });
  return {
    kind: "table", id: COVERAGE, title: null,
    columns: [column("number", say("column.number"), "number"), column("item", say("key.item"), "name"), columnOn(basis, "value", say("key.total"), "amount")],
    rows: [
      row("count", 1, say("coverage.count"), figure({ value: new Decimal(projects.length), missing: null, formula: null }, "count")),
      row("tracked", 2, say("coverage.tracked", { basis: basis === null ? "none" : build.words.role(`${basis}-budget`) }), amount(tracked, say("missing.figure"))),
      ...(whole === null ? [] : [
        row("whole", 3, say("coverage.whole", { basis: build.words.role(`${whole.basis}-budget`) }), amount(whole.known)),
        row("share", 4, say("coverage.share"), ratio(at(tracked, COVERAGE, "tracked", "value"), at(whole.known, COVERAGE, "whole", "value"), noRate)),
      ]),
    ],
  };
}

/** Of the budget that the projects' own amounts are of. */
function wholeProjectBudget(build: Build): { readonly known: Known; readonly basis: "original" | "adjusted" } | null {
  const { sources } = build;
  const bases = plannedBasis(build) === "adjusted" ? (["adjusted", "original"] as const) : (["original", "adjusted"] as const);
  for (const basis of bases) {
    const known = partOfBudget(sources, basis, "project");
    if (known !== null) return { known, basis };
  }
  return null;
}

/** Projects of one functional class as one line. */
function byClass(build: Build): ClassTable | null {
  const { projects, words: { say, role, noRate } } = build;
  const groups = new Map<string, Project[]>();
  for (const project of projects) {
    const key = project.functionCode || project.functionName;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [project]);
    else group.push(project);
  }
  if (groups.size === 1 && groups.has("")) return null;
  const members = new Map<number, readonly Project[]>();
  const lines = [...groups].map(([key, group], i): SourceLine => {
    members.set(i, group);
    const [{ functionCode = "", functionName = "" } = {}] = group;
    return { tableId: "", row: i, kind: "body", code: "", above: "", name: key === "" ? say("column.unclassified") : functionName, functionCode, functionName, place: group[0]?.place ?? NOWHERE, figures: {}, reason: "", unit: "", part: null };
  });
  const sumOf = (of: "planned" | "spent") => ({ row }: SourceLine): Known | null => sum((members.get(row) ?? []).map((project) => figureHere(project, of)));
  const membersOf = ({ row }: SourceLine): Known => {
    const value = new Decimal(members.get(row)?.length ?? 0);
    return { value, formula: { op: "value", value } };
  };
  const totals: Readonly<Record<string, Known | null>> = { budget: projectTotal(build, "planned"), spent: projectTotal(build, "spent") };
  const basis = plannedBasis(build);
  const hasBoth = (["original", "adjusted"] as const).every((one) => projects.some((project) => project[one] !== null));
  const columns: ClassColumn[] = [
    { key: "count", header: say("coverage.count"), kind: "number", amount: { side: 0, of: membersOf }, cell: ({ figure: of, node }) => {
      const known = node === null ? { value: new Decimal(projects.length), formula: null } : of("count");
      return known === null ? BLANK : figure({ value: known.value, missing: null, formula: node?.parts.length === 0 ? null : known.formula }, "count");
    } },
    { key: "budget", basis, header: basis === null ? say("project.budget") : role(`${basis}-budget`), kind: "amount", amount: { side: 0, of: sumOf("planned") }, cell: ({ figure: of }) => amount(of("budget")) },
    { key: "budget-share", header: say("tracked.share"), kind: "percent", amount: null, cell: ({ reference }) => (reference("budget") === null ? BLANK : ratio(reference("budget"), at(totals["budget"] ?? null, TRACKED, TOTAL, "budget"), noRate)) },
    { key: "spent", header: role("expenditure"), kind: "amount", amount: { side: 0, of: sumOf("spent") }, cell: ({ figure: of }) => amount(of("spent")) },
    { key: "rate", basis, header: basis === null || !hasBoth ? role("rate") : say(`form.rate-${basis}`), kind: "percent", amount: null, cell: ({ reference }) => ratio(reference("spent"), reference("budget"), noRate) },
  ];
  return classTable(TRACKED, [lines], columns, (key) => totals[key] ?? null, build);
}

const NOWHERE = { sheetId: "", sheetName: "", range: { top: 0, left: 0, bottom: 0, right: 0 } };

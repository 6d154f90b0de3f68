/** The projects of a workbook: each once, with what its tables and the report's text say of it. */

import { basisOfRates, changesOfRows, type LineAdjustment } from "../../execution/adjustment";
import type { Basis, Rate, Status } from "../../execution/result";
import { parseProjectCode } from "../../functional-class/project-code";
import { grouped } from "../../grouped";
import type { Quote } from "../../narrative/claim";
import { nameKey } from "../../narrative/against-tables/names";
import type { ToldAdjustment } from "../../narrative/adjustments";
import { readProjects, type ProjectRecord } from "../../narrative/projects";
import type { Place } from "../../../workbook/address";
import type { Known } from "../cells";
import type { SummaryInput } from "../input";
import { tablesOfWhole, type Sources } from "./choose";
import { classNamer, classNames } from "./classes";
import { groupLines, type ProjectLines } from "./project-lines";
import { executionFigures, type LineFigures } from "./figures";
import type { Funding } from "./funding";
import type { SourceLine } from "./read";
import type { Said } from "./said";

export interface Project {
  /** Unique, and the same in the next run. */
  readonly key: string;
  readonly code: string;
  /** With its unit, its code or its tab where another project is called the same. */
  readonly name: string;
  /** Lines that are called only much the same, and count as this project because their budgets are equal. */
  readonly alike: readonly { readonly name: string; readonly sheetName: string }[];
  /** Whose it is, where a table says so line by line; else "". */
  readonly unit: string;
  /** What sums it up, heads it or stands beside it as its kind, but for its class; else "". */
  readonly group: string;
  readonly functionCode: string;
  readonly functionName: string;
  readonly place: Place;
  /** 年初预算, as the tables have it. */
  readonly original: Known | null;
  /** 调整后预算, as the tables have it; else, in a workbook for which changes were confirmed, the original one with what the text changes of it, if anything. */
  readonly adjusted: Known | null;
  readonly spent: Known | null;
  /** What of them comes from which source of money, as far as tables tell it. */
  readonly funding: Funding;
  /** 全年预计执行数, as a table has it. */
  readonly expected: Known | null;
  /** By what the text changes the budget, as a person confirmed it, in the summary's unit; null without any, and where the tables have an adjusted budget. */
  readonly change: Known | null;
  /** What the text tells of changes and nobody confirmed, likewise. */
  readonly unconfirmed: readonly ToldAdjustment[];
  /** The budget that its rate and its status are of, and which of the two that is. */
  readonly budget: Known | null;
  readonly basis: Basis;
  /** Which of the two its table prints, for counting projects as they were chosen. */
  readonly printedBasis: Basis;
  /** As beside its data; null where it is in no computed table. */
  readonly rate: Rate | null;
  readonly status: Status;
  /** Recorded, else of the table's own column; "" for none. */
  readonly reason: string;
  /** Of the tables' own columns, else of its paragraph in the text; "" for none. */
  readonly said: Readonly<Record<Said, string>>;
  readonly record: ProjectRecord | null;
}

/** `year` says by which names classes are called whose codes alone are told. */
export function readProjectLines(sources: Sources, { text, findings, adjustments }: Pick<SummaryInput, "text" | "findings" | "adjustments">, year: number | null): readonly Project[] {
  const beside: Beside = {
    rows: new Map(sources.projectExecutions.flatMap((one) => {
      const { table, basis } = one.execution;
      const of = { printedBasis: basis, basis: basisOfRates(one.execution) };
      return [...executionFigures(one, sources)].map(([row, figures]) => [lineId(table.id, row), { figures, ...of }] as const);
    })),
    reasons: new Map(findings.flatMap(({ finding: { place }, reason }) => (place === null || reason === "" ? [] : [[lineId(tableAt(sources, place), place.range.top), reason] as const]))),
    records: recordsByName(text === null ? [] : readProjects(text.narrative)),
    changes: changesOf(sources, adjustments),
    // Beside the code alone stands a project's name, and no class's.
    classOf: classNamer(classNames([...tablesOfWhole(sources), ...sources.projects.map(({ lines }) => ({ lines: lines.filter(({ functionName }) => functionName !== "") }))].flatMap(({ lines }) => lines)), year),
  };
  const projects = toldApart(groupLines(sources.projects).map((group) => projectOf(group, beside)));
  if (projects.every(({ change }) => change === null)) return projects;
  return projects.map((project) => ({ ...project, adjusted: project.adjusted ?? changedBy(project.original, project.change) }));
}

function toldApart(projects: readonly Project[]): readonly Project[] {
  const alike = grouped(projects, ({ name }) => nameKey(name));
  return projects.map((project) => {
    const others = alike.get(nameKey(project.name)) ?? [];
    const isTold = (pick: (one: Project) => string): boolean => others.length > 1 && new Set(others.map(pick)).size === others.length;
    const by = isTold(({ unit }) => unit) ? project.unit : isTold(({ code }) => code) ? project.code : isTold(({ place }) => place.sheetName) ? project.place.sheetName : others.length > 1 ? project.unit : "";
    return by === "" ? project : { ...project, name: `${project.name}（${by}）` };
  });
}

interface Beside {
  readonly rows: ReadonlyMap<string, { readonly figures: LineFigures; readonly basis: Basis; readonly printedBasis: Basis }>;
  readonly reasons: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, ProjectRecord>;
  /** What was confirmed, by line. */
  readonly changes: ReadonlyMap<string, Known>;
  readonly classOf: (code: string) => string;
}

function projectOf({ key, lines, alike }: ProjectLines, { rows, reasons, records, changes, classOf }: Beside): Project {
  const ids = lines.map(({ tableId, row }) => lineId(tableId, row));
  const found = ids.findIndex((id) => rows.has(id));
  const computed = rows.get(ids[found] ?? "") ?? null;
  const first = lines[Math.max(found, 0)];
  const ofFirst = (pick: (line: SourceLine) => string): string => lines.map(pick).find((said) => said !== "") ?? "";
  const figureOf = (role: "original-budget" | "adjusted-budget" | "expenditure"): Known | null => first?.figures[role] ?? lines.map(({ figures }) => figures[role]).find((known) => known !== undefined) ?? null;
  const printed = (basis: Basis): Known | null => (computed?.printedBasis === basis ? computed.figures.printed : null) ?? figureOf(`${basis}-budget`);
  const [original, adjusted] = [printed("original"), printed("adjusted")];
  const change = adjusted === null ? (changes.get(ids[Math.max(found, 0)] ?? "") ?? null) : null;
  const printedBasis = computed?.printedBasis ?? (adjusted === null ? "original" : "adjusted");
  const name = ofFirst((line) => line.name);
  const code = ofFirst((line) => line.code);
  const record = records.get(nameKey(name)) ?? null;
  const functionCode = ofFirst((line) => line.functionCode) || (parseProjectCode(code)?.functionCode ?? "");
  return {
    key, code, name, alike: alike.map(({ name: called, place }) => ({ name: called, sheetName: place.sheetName })), unit: ofFirst((line) => line.unit), record, original, adjusted, change, printedBasis,
    unconfirmed: adjusted === null && change === null ? (record?.adjustments ?? []) : [],
    functionCode,
    functionName: ofFirst((line) => line.functionName) || classOf(functionCode),
    group: ofFirst(({ above, isWithinClass }) => (isWithinClass === true ? "" : above)),
    place: (first ?? NOWHERE).place,
    spent: computed?.figures.spent ?? figureOf("expenditure"),
    expected: [first, ...lines].find((line) => line?.expected !== undefined)?.expected ?? null,
    funding: [first, ...lines].find((line) => Object.keys(line?.funding ?? {}).length > 0)?.funding ?? {},
    budget: computed === null ? (adjusted ?? original) : computed.figures.budget,
    basis: computed?.basis ?? printedBasis,
    rate: computed?.figures.row.rate ?? null,
    status: computed?.figures.row.status ?? "not-computable",
    reason: ids.map((id) => reasons.get(id)).find((said) => said !== undefined) ?? ofFirst((line) => line.reason),
    said: sayingOf(record, (one) => ofFirst(({ said }) => said?.[one] ?? "")),
  };
}

function sayingOf(record: ProjectRecord | null, inTables: (one: Said) => string): Readonly<Record<Said, string>> {
  const inText = (quotes: readonly Quote[]): string => quotes.map(({ text }) => text.trim()).join("");
  const { goal = null, progress = [], problems = [], next = [] } = record ?? {};
  return {
    goal: inTables("goal") || inText(goal === null ? [] : [goal]), progress: inTables("progress") || inText(progress),
    problem: inTables("problem") || inText(problems), next: inTables("next") || inText(next),
  };
}

const NOWHERE: Pick<SourceLine, "place"> = { place: { sheetId: "", sheetName: "", range: { top: 0, left: 0, bottom: 0, right: 0 } } };

/** By line of all tables of projects what its budget is changed by, as its table computes with it. */
function changesOf({ projects, unit }: Sources, adjustments: readonly LineAdjustment[]): ReadonlyMap<string, Known> {
  if (unit === null || adjustments.length === 0) return new Map();
  return new Map(projects.flatMap(({ table }) => [...changesOfRows(table, adjustments, unit)].flatMap(([i, value]) => {
    const row = table.rows[i];
    return row === undefined ? [] : [[lineId(table.id, row.row), { value, formula: { op: "value", value } }] as const];
  })));
}

function changedBy(original: Known | null, change: Known | null): Known | null {
  return original === null || change === null ? original : { value: original.value.plus(change.value), formula: { op: "sum", terms: [original.formula, change.formula] } };
}

/** Paragraphs add 项目 to a name, or leave it out. */
function recordsByName(records: readonly ProjectRecord[]): ReadonlyMap<string, ProjectRecord> {
  const byName = new Map<string, ProjectRecord>();
  const spell = [(name: string) => name, (name: string) => (name.endsWith("项目") ? name.slice(0, -2) : `${name}项目`)];
  for (const spelling of spell) for (const record of records) {
    const key = spelling(nameKey(record.name));
    if (!byName.has(key)) byName.set(key, record);
  }
  return byName;
}

/** The table that a cell is in, or whose rows it shares; "" for none. */
function tableAt({ tables }: Pick<Sources, "tables">, { sheetId, range: { top, left } }: Place): string {
  const here = tables.map(({ table }) => table).filter((table) => table.sheetId === sheetId && table.range.top <= top && top <= table.range.bottom);
  return (here.find(({ range }) => range.left <= left && left <= range.right) ?? here[0])?.id ?? "";
}

function lineId(tableId: string, row: number): string {
  return `${tableId}\u0000${row}`;
}

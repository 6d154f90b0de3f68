/** The projects of a workbook: each once, with what its tables and the report's text say of it. */

import { Decimal, ZERO } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { LineAdjustment } from "../../execution/adjustment";
import type { Basis, Status } from "../../execution/result";
import { parseProjectCode } from "../../functional-class/project-code";
import { nameKey } from "../../narrative/against-tables/names";
import type { ToldAdjustment } from "../../narrative/adjustments";
import { readProjects, type ProjectRecord } from "../../narrative/projects";
import { grouped } from "../../narrative/grouped";
import { normaliseCode, normaliseName } from "../../recognise/normalise";
import type { Place } from "../../../workbook/address";
import type { Known } from "../cells";
import type { SummaryInput } from "../input";
import { bodyLines, type Sources } from "./choose";
import { executionFigures, type LineFigures } from "./figures";
import type { SourceLine } from "./read";

export interface Project {
  /** Unique, and the same in the next run. */
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly functionCode: string;
  readonly functionName: string;
  readonly place: Place;
  /** As the tables have them. */
  readonly original: Known | null;
  readonly adjusted: Known | null;
  readonly spent: Known | null;
  /** By what the text changes the budget, as a person confirmed it, in the summary's unit; null without any, and where the tables have an adjusted budget. */
  readonly change: Known | null;
  /** What the text tells of changes and nobody confirmed, likewise. */
  readonly unconfirmed: readonly ToldAdjustment[];
  /** The basis its table computes with; null where it is in no computed table. */
  readonly basis: Basis | null;
  readonly status: Status;
  /** Recorded, else of the table's own column; "" for none. */
  readonly reason: string;
  readonly record: ProjectRecord | null;
}

export function readProjectLines(sources: Sources, { text, findings, adjustments }: Pick<SummaryInput, "text" | "findings" | "adjustments">): readonly Project[] {
  const rows = new Map(sources.projectExecutions.flatMap((one) => [...executionFigures(one, sources)].map(([row, figures]) => [lineId(one.execution.table.sheetId, row), { figures, basis: one.execution.basis }] as const)));
  const reasons = new Map(findings.flatMap(({ finding: { place }, reason }) => (place === null || reason === "" ? [] : [[lineId(place.sheetId, place.range.top), reason] as const])));
  const records = recordsByName(text === null ? [] : readProjects(text.narrative));
  return groupLines(sources).map(({ key, lines }) => projectOf(key, lines, { rows, reasons, records, adjustments: grouped(adjustments, ({ name }) => normaliseName(name)), unit: sources.unit }));
}

interface Beside {
  readonly rows: ReadonlyMap<string, { readonly figures: LineFigures; readonly basis: Basis }>;
  readonly reasons: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, ProjectRecord>;
  /** By the line's name. */
  readonly adjustments: ReadonlyMap<string, readonly LineAdjustment[]>;
  readonly unit: Unit | null;
}

function projectOf(key: string, lines: readonly SourceLine[], { rows, reasons, records, adjustments, unit }: Beside): Project {
  const ids = lines.map(({ row, place }) => lineId(place.sheetId, row));
  const computed = ids.map((id) => rows.get(id)).find((found) => found !== undefined) ?? null;
  const first = lines.find(({ place, row }) => computed !== null && rows.get(lineId(place.sheetId, row)) === computed) ?? lines[0];
  const ofFirst = (pick: (line: SourceLine) => string): string => lines.map(pick).find((found) => found !== "") ?? "";
  const figureOf = (role: "original-budget" | "adjusted-budget" | "expenditure"): Known | null => first?.figures[role] ?? lines.map(({ figures }) => figures[role]).find((found) => found !== undefined) ?? null;
  const computedBudget = (basis: Basis): Known | null => (computed?.basis === basis ? computed.figures.budget : null);
  const name = ofFirst((line) => line.name);
  const code = ofFirst((line) => line.code);
  const record = records.get(nameKey(name)) ?? null;
  const adjusted = computedBudget("adjusted") ?? figureOf("adjusted-budget");
  const change = adjusted === null ? changeOf(adjustments.get(normaliseName(name)) ?? [], unit) : null;
  return {
    key, code, name, record, adjusted, change, unconfirmed: adjusted === null && change === null ? (record?.adjustments ?? []) : [],
    functionCode: ofFirst((line) => line.functionCode) || (parseProjectCode(code)?.functionCode ?? ""),
    functionName: ofFirst((line) => line.functionName),
    place: (first ?? NOWHERE).place,
    original: computedBudget("original") ?? figureOf("original-budget"), spent: computed?.figures.spent ?? figureOf("expenditure"),
    basis: computed?.basis ?? null, status: computed?.figures.row.status ?? "not-computable",
    reason: ids.map((id) => reasons.get(id)).find((found) => found !== undefined) ?? ofFirst((line) => line.reason),
  };
}

const NOWHERE: Pick<SourceLine, "place"> = { place: { sheetId: "", sheetName: "", range: { top: 0, left: 0, bottom: 0, right: 0 } } };

/** As the tables have it; else the approved budget with the changes that the text tells and a person confirmed. */
export function adjustedOf({ adjusted, original, change }: Project): Known | null {
  if (adjusted !== null || original === null || change === null) return adjusted;
  return { value: original.value.plus(change.value), formula: { op: "sum", terms: [original.formula, change.formula] } };
}

function changeOf(changes: readonly LineAdjustment[], unit: Unit | null): Known | null {
  if (changes.length === 0 || unit === null) return null;
  const value = changes.reduce((total, { change, unit: own }) => total.plus(convert(change, own, unit)), ZERO);
  return { value: new Decimal(value), formula: { op: "value", value } };
}

interface Group {
  readonly key: string;
  readonly lines: SourceLine[];
}

/**
 * Lines of different tables are one project if they have the same code, or else the same name; two lines of one table
 * never are. In the order of the table that has most of them.
 */
function groupLines({ projects }: Sources): readonly Group[] {
  const groups = new Map<string, Group>();
  const aliases = new Map<string, string>();
  const tables = [...projects].sort((a, b) => bodyLines(b).length - bodyLines(a).length);
  for (const table of tables) {
    const taken = new Set<string>();
    for (const line of bodyLines(table)) {
      const key = keyOf(line, taken, aliases);
      taken.add(key);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { key, lines: [line] });
      else group.lines.push(line);
      for (const alias of namesOf(line)) if (!aliases.has(alias)) aliases.set(alias, key);
    }
  }
  return [...groups.values()];
}

function keyOf(line: SourceLine, taken: ReadonlySet<string>, aliases: ReadonlyMap<string, string>): string {
  const names = namesOf(line);
  const known = names.map((name) => aliases.get(name)).find((key) => key !== undefined && !taken.has(key));
  if (known !== undefined) return known;
  const own = names[0] ?? "";
  for (let n = 1; ; n++) {
    const key = n === 1 ? own : `${own}\u0000${n}`;
    if (!taken.has(key) && (n > 1 || !aliases.has(key))) return key;
  }
}

function namesOf({ code, name }: SourceLine): string[] {
  return [...(code === "" ? [] : [`code ${normaliseCode(code)}`]), ...(name === "" ? [] : [`name ${nameKey(name)}`])];
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

function lineId(sheetId: string, row: number): string {
  return `${sheetId}\u0000${row}`;
}

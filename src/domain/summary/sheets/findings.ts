/** 异常清单: what was found, each finding with the cell that proves it, its reason and what was decided about it. */

import { Decimal } from "../../amounts/decimal";
import type { AnyFinding, Severity } from "../../finding";
import type { Build } from "../build";
import { column, count, identity, link, open, text } from "../cells";
import type { SummaryFinding } from "../input";
import type { Block, SummaryRow, SummarySheet } from "../model";
import type { SummaryWords } from "../words";
import { head } from "./head";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The gravest first, then in the order of the findings; what was set aside at the end. */
export function findingsSheet(build: Build): SummarySheet {
  const { input: { findings }, words } = build;
  const units = unitsOf(build);
  const ordered = [...findings].sort((a, b) => rank(a) - rank(b));
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map((severity) => open.filter(({ finding }) => finding.severity === severity).length);
  const blocks: Block[] = [
    ...head(build, "title.findings"),
    { kind: "note", text: findings.length === 0 ? words.say("missing.findings") : words.say("finding.counts", { errors, warnings, notes, dismissed: findings.length - open.length }) },
  ];
  if (findings.length > 0) blocks.push({ kind: "table", id: "findings", title: null, columns: columnsOf(units, words), rows: ordered.map((one, i) => rowOf(one, i, units, words)) });
  return { key: "findings", name: words.say("name.findings"), orientation: "landscape", blocks };
}

function rank({ finding: { severity }, dismissed }: SummaryFinding): number {
  return SEVERITIES.indexOf(severity) + (dismissed === null ? 0 : SEVERITIES.length);
}

/** Whose each line is; null where all are one unit's, or nobody says whose. */
function unitsOf({ input: { findings }, sources: { tables } }: Build): ((finding: AnyFinding) => string) | null {
  const byLine = new Map(tables.flatMap(({ table, lines }) => lines.flatMap(({ row, kind, unit }) => ((kind !== "body" && kind !== "of-which") || unit === "" ? [] : [[lineId(table.sheetId, row), unit] as const]))));
  const unitOf = ({ place }: AnyFinding): string => (place === null || place.range.top !== place.range.bottom ? "" : (byLine.get(lineId(place.sheetId, place.range.top)) ?? ""));
  return new Set(byLine.values()).size > 1 && findings.some(({ finding }) => unitOf(finding) !== "") ? unitOf : null;
}

function lineId(sheetId: string, row: number): string {
  return `${sheetId}\u0000${row}`;
}

type UnitOf = ReturnType<typeof unitsOf>;

function columnsOf(units: UnitOf, { say }: SummaryWords) {
  return [
    column("number", say("column.number"), "number"),
    column("severity", say("finding.severity"), "text"),
    identity(column("place", say("finding.place"), "text")),
    ...(units === null ? [] : [column("unit", say("column.unit"), "text")]),
    identity(column("what", say("finding.what"), "long-text")),
    column("remedy", say("finding.remedy"), "long-text"),
    column("reason", say("finding.reason"), "long-text", true),
    column("state", say("finding.state"), "text", true),
  ];
}

function rowOf({ id, finding, reason, dismissed }: SummaryFinding, i: number, units: UnitOf, words: SummaryWords): SummaryRow {
  const { what, remedy } = words.finding(finding);
  const { place, text: told } = finding;
  const where = place !== null ? words.place(place) : told === undefined ? "" : words.say("finding.text-line", { line: told.line + 1 });
  return {
    key: id, kind: "body", level: 0,
    cells: [
      count(new Decimal(i + 1)), text(words.severity(finding.severity)), link(where, place), ...(units === null ? [] : [text(units(finding))]), text(what), text(remedy),
      open(reason), open(dismissed === null ? "" : words.say("finding.dismissed", dismissed)),
    ],
  };
}

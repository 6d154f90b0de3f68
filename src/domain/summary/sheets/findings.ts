/** 异常清单: what was found, each finding with the cell that proves it, its reason and what was decided about it. */

import { Decimal } from "../../amounts/decimal";
import type { Severity } from "../../finding";
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
  const ordered = [...findings].sort((a, b) => rank(a) - rank(b));
  const open = findings.filter(({ dismissed }) => dismissed === null);
  const [errors = 0, warnings = 0, notes = 0] = SEVERITIES.map((severity) => open.filter(({ finding }) => finding.severity === severity).length);
  const blocks: Block[] = [
    ...head(build, "title.findings"),
    { kind: "note", text: findings.length === 0 ? words.say("missing.findings") : words.say("finding.counts", { errors, warnings, notes, dismissed: findings.length - open.length }) },
  ];
  if (findings.length > 0) blocks.push({ kind: "table", id: "findings", title: null, columns: columnsOf(words), rows: ordered.map((one, i) => rowOf(one, i, words)) });
  return { key: "findings", name: words.say("name.findings"), orientation: "landscape", blocks };
}

function rank({ finding: { severity }, dismissed }: SummaryFinding): number {
  return SEVERITIES.indexOf(severity) + (dismissed === null ? 0 : SEVERITIES.length);
}

function columnsOf({ say }: SummaryWords) {
  return [
    column("number", say("column.number"), "number"),
    column("severity", say("finding.severity"), "text"),
    identity(column("place", say("finding.place"), "text")),
    identity(column("what", say("finding.what"), "long-text")),
    column("remedy", say("finding.remedy"), "long-text"),
    column("reason", say("finding.reason"), "long-text", true),
    column("state", say("finding.state"), "text", true),
  ];
}

function rowOf({ id, finding, reason, dismissed }: SummaryFinding, i: number, words: SummaryWords): SummaryRow {
  const { what, remedy } = words.finding(finding);
  const { place, text: told } = finding;
  const where = place !== null ? words.place(place) : told === undefined ? "" : words.say("finding.text-line", { line: told.line + 1 });
  return {
    key: id, kind: "body", level: 0,
    cells: [
      count(new Decimal(i + 1)), text(words.severity(finding.severity)), link(where, place), text(what), text(remedy),
      open(reason), open(dismissed === null ? "" : words.say("finding.dismissed", dismissed)),
    ],
  };
}

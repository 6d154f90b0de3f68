/** 项目支出绩效目标执行监控表, in its official columns: funds as the tables have them, indicators for people to fill. */

import { Decimal } from "../../amounts/decimal";
import type { Build } from "../build";
import { amount, at, column, count, identity, link, open, ratio, text, type Known } from "../cells";
import { DEVIATION_CAUSES, type DeviationCause } from "../input";
import type { Block, SummaryColumn, SummaryRow, SummarySheet } from "../model";
import { head } from "./head";
import { causeOf } from "./summary/projects";

const FUNDS = "monitoring-funds";
const INDICATORS = "monitoring-indicators";
const LEVEL_1 = ["output", "benefit", "satisfaction"] as const;

export function monitoringSheet(build: Build): SummarySheet {
  const { projects, words: { say } } = build;
  return {
    key: "monitoring", name: say("name.monitoring"), orientation: "landscape",
    blocks: [
      ...head(build, "title.monitoring"),
      ...(projects.length === 0 ? [{ kind: "note" as const, text: say("missing.projects") }] : [...funds(build), ...indicators(build)]),
    ],
  };
}

function funds({ projects, input: { cutOff }, words: { say, noRate } }: Build): Block[] {
  const month = cutOff === null ? "none" : String(cutOff.month);
  const rows = projects.map((project, i): SummaryRow => {
    const { key, name, place, original, adjusted, spent, expected } = project;
    const ref = (known: Known | null, of: string): Known | null => at(known, FUNDS, key, of);
    const budget = adjusted === null ? ref(original, "original") : ref(adjusted, "adjusted");
    return {
      key, kind: "body", level: 0,
      cells: [count(new Decimal(i + 1)), link(name, place), amount(original), amount(adjusted), amount(spent), ratio(ref(spent, "spent"), budget, noRate), expected === null ? open() : amount(expected), open()],
    };
  });
  return [
    { kind: "heading", text: say("form.funds") },
    {
      kind: "table", id: FUNDS, title: null, rows,
      columns: [
        column("number", say("column.number"), "number"), column("name", say("form.project"), "name"),
        column("original", say("form.original"), "amount"), column("adjusted", say("form.adjusted"), "amount"),
        column("spent", say("form.spent-to", { month }), "amount"), column("rate", say("form.rate-to", { month }), "percent"),
        column("expected", say("form.expected"), "amount", true), column("note", say("form.note"), "text", true),
      ],
    },
  ];
}

function indicators({ projects, input: { cutOff, findings }, words: { say } }: Build): Block[] {
  const month = cutOff === null ? "none" : String(cutOff.month);
  const categories = new Map(findings.flatMap(({ finding: { place }, category }) => (place === null || category === null ? [] : [[`${place.sheetId}\u0000${place.range.top}`, category] as const])));
  const rows = projects.flatMap((project, i) => {
    const category = categories.get(`${project.place.sheetId}\u0000${project.place.range.top}`) ?? null;
    return LEVEL_1.map((level, l): SummaryRow => ({
      key: `${project.key}\u0000${level}`, kind: "body", level: 0, ...(l > 0 && { isPart: true }),
      cells: [
        count(new Decimal(i + 1)), text(project.name), text(say(`form.${level}`)),
        open(), open(), open(), open(), open(),
        ...DEVIATION_CAUSES.map((cause: DeviationCause) => open(l === 0 && cause === category ? say("form.mark") : "")),
        open(), open(l === 0 ? causeOf(project) || project.said.problem : ""),
      ],
    }));
  });
  return [
    { kind: "heading", text: say("form.indicators") },
    { kind: "note", text: say("form.likelihood-options") },
    { kind: "table", id: INDICATORS, title: null, rows, columns: indicatorColumns(month, say) },
  ];
}

function indicatorColumns(month: string, say: Build["words"]["say"]): SummaryColumn[] {
  return [
    column("number", say("column.number"), "number"), column("name", say("form.project"), "name"), identity(column("level-1", say("form.level-1"), "text")),
    column("level-2", say("form.level-2"), "text", true), column("level-3", say("form.level-3"), "text", true), column("target", say("form.target"), "text", true),
    column("done", say("form.done-to", { month }), "text", true), column("expected", say("form.expected-done"), "text", true),
    ...DEVIATION_CAUSES.map((cause) => column(cause, [say("form.causes"), say(`cause.${cause}`)], "number", true)),
    column("likelihood", say("form.likelihood"), "text", true), column("note", say("form.note"), "long-text", true),
  ];
}

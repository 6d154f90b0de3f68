/** 项目支出绩效自评表: the score that execution earns, in the official columns; what people judge is theirs to fill. */

import { Decimal } from "../../amounts/decimal";
import { formatCutOff } from "../../execution/cut-off";
import type { Build } from "../build";
import { amount, at, BLANK, column, count, figure, link, open, ratio, text, type Known } from "../cells";
import type { Block, SummaryCell, SummaryRow, SummarySheet } from "../model";
import { FUNDINGS } from "../sources/funding";
import type { Project } from "../sources/projects";
import type { WholeRole } from "../sources/whole-roles";
import { head } from "./head";

const TABLE = "self-evaluation";
/** 预算执行率 counts 10 of 100 points. */
const POINTS = 10;

export function selfEvaluationSheet(build: Build): SummarySheet {
  const { projects, words: { say } } = build;
  return {
    key: "self-evaluation", name: say("name.self-evaluation"), orientation: "landscape",
    blocks: [
      ...head(build, "title.self-evaluation"),
      ...(projects.length === 0 ? [{ kind: "note" as const, text: say("missing.projects") }] : table(build)),
    ],
  };
}

function table({ projects, input: { cutOff }, words }: Build): Block[] {
  const { say } = words;
  const isPart = cutOff !== null && (cutOff.month < 12 || cutOff.day < 31);
  const upTo = isPart ? { month: String(cutOff.month), day: String(cutOff.day) } : { month: "none", day: "none" };
  return [
    { kind: "note", text: say("form.score-rule", { points: POINTS }) },
    ...(isPart ? [{ kind: "note" as const, text: say("form.part-of-year", { date: formatCutOff(cutOff) }) }] : []),
    {
      kind: "table", id: TABLE, title: null,
      rows: projects.flatMap((project, i) => projectRows(project, i, words)),
      columns: [
        column("number", say("column.number"), "number"), column("name", say("form.project"), "name"), column("source", say("form.source"), "name"),
        column("original", say("form.original"), "amount"), column("budget", say("form.year-budget"), "amount"), column("spent", say("form.spent-year", upTo), "amount"),
        column("points", say("form.points"), "number"), column("rate", say("form.rate"), "percent"), column("score", say("form.score"), "amount"), column("note", say("form.note"), "text", true),
      ],
    },
  ];
}

/** 年度资金总额 is known; of which sources it comes, people know where the tables do not tell it. */
function projectRows(project: Project, i: number, { say, noRate }: Build["words"]): SummaryRow[] {
  const { key, name, place, original, adjusted, spent, funding } = project;
  const budget = adjusted ?? original;
  const ref = (known: Known | null, of: string): Known | null => at(known, TABLE, key, of);
  const rate = ratio(ref(spent, "spent"), ref(budget, "budget"), noRate);
  return [
    {
      key, kind: "subtotal", level: 0,
      cells: [count(new Decimal(i + 1)), link(name, place), text(say("form.all-funds")), amount(original), amount(budget), amount(spent), count(new Decimal(POINTS)), rate, score(rate, key), open()],
    },
    ...FUNDINGS.map((source): SummaryRow => {
      const told = (role: WholeRole): SummaryCell => { const known = funding[source]?.[role]; return known === undefined ? open() : amount(known); };
      return {
        key: `${key}\u0000${source}-funds`, kind: "body", level: 1, isPart: true,
        cells: [BLANK, text(name), text(say(`form.${source}-funds`)), told("original-budget"), told(adjusted === null ? "original-budget" : "adjusted-budget"), told("expenditure"), BLANK, BLANK, BLANK, open()],
      };
    }),
  ];
}

/** Rate × points, at most all of them, and none where more came back than was spent. */
function score(rate: SummaryCell, row: string): SummaryCell {
  if (rate.kind !== "figure" || rate.figure.value === null) return rate.kind === "figure" ? figure({ value: null, missing: rate.figure.missing, formula: null }, "score") : BLANK;
  const earned = Decimal.max(Decimal.min(rate.figure.value.times(POINTS), POINTS), 0);
  return figure({ value: earned, missing: null, formula: { op: "capped", of: { op: "figure", table: TABLE, row, column: "rate" }, times: POINTS, cap: POINTS } }, "score");
}

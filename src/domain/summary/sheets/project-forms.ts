/** 项目绩效跟踪分析表: one form a project on a page of its own, filled from the tables and from what the text says of it. */

import { formatCutOff } from "../../execution/cut-off";
import type { ToldAdjustment } from "../../narrative/adjustments";
import type { Build } from "../build";
import { amount, BLANK, difference, link, open, ratio, text, type Known } from "../cells";
import type { Block, FormField, SummaryCell, SummarySheet } from "../model";
import type { Project } from "../sources/projects";
import type { SummaryWords } from "../words";
import { head } from "./head";
import { causeOf } from "./summary/projects";

export function projectFormsSheet(build: Build): SummarySheet {
  const { projects, input, words: { say } } = build;
  const forms = projects.flatMap((project, i): Block[] => [...(i === 0 ? [] : [{ kind: "page-break" as const }]), formOf(project, i, build)]);
  return {
    key: "project-forms", name: say("name.project-forms"), orientation: "portrait",
    blocks: projects.length === 0
      ? [...head(build, "title.project-forms"), { kind: "note", text: say("missing.projects") }]
      : [...(input.text === null ? [{ kind: "note" as const, text: say("missing.text") }] : []), ...forms],
  };
}

function formOf(project: Project, i: number, { facts, input: { cutOff }, words: { say, noRate, status, role, unit } }: Build): Block {
  const { key, code, name, place, functionCode, functionName, original, adjusted, spent, basis, change, unconfirmed, said } = project;
  const field = (fieldKey: string, label: string, cell: SummaryCell, isWide = false, lines = 1): FormField => ({ key: fieldKey, label, cell, isWide, lines });
  const changesField = (): FormField => {
    if (change !== null) return field("changes", say("form.told-changes"), amount(change));
    if (unconfirmed.length > 0) return field("changes", say("form.unconfirmed-changes"), text(unconfirmed.map((told) => toldChange(told, unit)).join(", ")));
    return field("changes", say("form.changes"), changesOf(original, adjusted));
  };
  return {
    kind: "form", id: `form ${key}`, title: say("title.form", { year: facts.year === null ? "none" : String(facts.year), number: i + 1 }),
    fields: [
      field("name", say("form.project"), link(name, place), true),
      ...(project.unit === "" ? [] : [field("unit", say("column.unit"), text(project.unit), true)]),
      field("code", say("form.code"), text(code), true),
      field("function", say("form.function"), text([functionCode, functionName].filter((part) => part !== "").join(" ")), true),
      field("original", role("original-budget"), amount(original, say("missing.figure"))),
      changesField(),
      field("adjusted", role("adjusted-budget"), amount(adjusted, say("missing.figure"))),
      field("spent", role("expenditure"), amount(spent, say("missing.figure"))),
      field("rate-original", say("form.rate-original"), original === null ? BLANK : ratio(spent, original, noRate)),
      field("rate-adjusted", say("form.rate-adjusted"), adjusted === null ? BLANK : ratio(spent, adjusted, noRate)),
      field("cut-off", say("form.cut-off"), text(cutOff === null ? "" : formatCutOff(cutOff))),
      field("status", project.rate === null ? say("form.status") : say("form.status-on", { basis: role(`${basis}-budget`) }), text(status(project.status))),
      field("goal", say("form.goal"), open(said.goal), true, 5),
      field("progress", say("form.progress"), open(said.progress), true, 5),
      field("cause", say("form.cause"), open(causeOf(project)), true, 4),
      field("problem", say("form.problem"), open(said.problem), true, 4),
      field("next", say("form.next"), open(said.next), true, 4),
      field("head", say("sign.head"), open()),
      field("author", say("sign.author"), open()),
    ],
  };
}

/** "+20 万元", with the digits that the text gives. */
function toldChange({ direction, money }: ToldAdjustment, unit: SummaryWords["unit"]): string {
  return `${direction > 0 ? "+" : "−"}${money.value.toFixed()} ${unit(money.unit)}`;
}

/** Of tables that have both budgets. */
function changesOf(original: Known | null, adjusted: Known | null): SummaryCell {
  return amount(difference(adjusted, original));
}

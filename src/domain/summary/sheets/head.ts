/** What stands at the head of every sheet. */

import { timeProgress } from "../../execution/time-progress";
import type { Build } from "../build";
import type { Block } from "../model";
import type { SummaryWord } from "../words";

export function head(build: Build, title: SummaryWord): Block[] {
  const { facts, words: { say } } = build;
  return [
    { kind: "title", text: say(title, { year: facts.year === null ? "none" : String(facts.year) }) },
    { kind: "note", text: factsLine(build) },
  ];
}

/** 填报单位, 截至, 基准, 单位 and 序时进度 in one line, apart by full-width spaces. */
export function factsLine({ facts, input: { cutOff }, sources, words: { say, role, unit, amount } }: Build): string {
  return [
    ...(facts.organisation === "" ? [] : [say("fact.organisation", { organisation: facts.organisation })]),
    ...(facts.isOfProjects === true ? [say("fact.projects-only")] : []),
    facts.cutOff === null ? say("fact.no-cut-off") : say("fact.cut-off", { date: facts.cutOff }),
    facts.hasNoBudget === true ? say("fact.no-budget") : say("fact.basis", { basis: role(`${facts.basis}-budget`), other: facts.hasOtherBasis === true ? role(`${facts.basis === "original" ? "adjusted" : "original"}-budget`) : "none" }),
    sources.unit === null ? say("fact.no-unit") : say("fact.unit", { unit: unit(sources.unit) }),
    ...(cutOff === null ? [] : [say("fact.progress", { progress: amount(timeProgress(cutOff)) })]),
  ].join("\u3000");
}

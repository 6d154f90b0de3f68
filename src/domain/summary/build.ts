/** 生成汇总表: the summary of a workbook, built once as plain data. */

import { basisOfRates } from "../execution/adjustment";
import { formatCutOff } from "../execution/cut-off";
import { finished } from "../steps";
import type { SummaryInput } from "./input";
import { SHEET_KEYS, type SheetKey, type Summary, type SummaryFacts, type SummarySheet } from "./model";
import { findingsSheet } from "./sheets/findings";
import { monitoringSheet } from "./sheets/monitoring";
import { projectFormsSheet } from "./sheets/project-forms";
import { reconciliationsSheet } from "./sheets/reconciliations";
import { selfEvaluationSheet } from "./sheets/self-evaluation";
import { summarySheet } from "./sheets/summary";
import { sayWithout, sayNotCounted } from "./sheets/summary/missing";
import { basisOfKeyRate } from "./sheets/summary/key-figures";
import { chooseSources, tellWhole, type Sources } from "./sources/choose";
import { organisationOf } from "./sources/organisation";
import { readProjectLines, type Project } from "./sources/projects";
import { yearOf } from "./sources/year";
import type { SummaryWords } from "./words";

/** What the sheets are made of. */
export interface Build {
  readonly input: SummaryInput;
  readonly sources: Sources;
  readonly projects: readonly Project[];
  readonly facts: SummaryFacts;
  readonly words: SummaryWords;
}

const SHEETS: Readonly<Record<SheetKey, (build: Build) => SummarySheet>> = {
  summary: summarySheet,
  findings: findingsSheet,
  reconciliations: reconciliationsSheet,
  monitoring: monitoringSheet,
  "self-evaluation": selfEvaluationSheet,
  "project-forms": projectFormsSheet,
};

/** What the workbook does not have is said where it would stand; nothing makes building fail. */
export function buildSummary(input: SummaryInput, words: SummaryWords): Summary {
  return finished(buildInSteps(input, words));
}

/** Whose figures these are: of several organisations in one workbook the one that the table of the whole is of. */
function nameOver({ whole }: Sources, tables: SummaryInput["tables"]): string {
  const own = whole === null ? "" : organisationOf([whole.source.table]);
  return own === "" ? organisationOf(tables) : own;
}

/** Rests after each sheet. */
export function* buildInSteps(asking: SummaryInput, words: SummaryWords): Generator<void, Summary> {
  const sources = chooseSources(asking);
  const input = { ...asking, cutOff: sources.cutOff };
  const notCounted = sayNotCounted(sources, words);
  const without = sayWithout(sources, words);
  const year = input.cutOff?.year ?? input.text?.narrative.document.year?.year ?? yearOf(sources);
  const projects = readProjectLines(sources, input, year);
  const asked: SummaryFacts = {
    organisation: nameOver(sources, input.tables),
    year,
    cutOff: input.cutOff === null ? null : formatCutOff(input.cutOff),
    basis: input.basis,
    unit: sources.unit === null ? "" : words.unit(sources.unit),
    ...(projects.length > 0 && !tellWhole(sources) && { isOfProjects: true as const }),
    ...(notCounted.length > 0 && { notCounted }),
    ...(without !== "" && { without }),
  };
  const build = withBasis({ input, sources, projects, facts: asked, words });
  const sheets: SummarySheet[] = [];
  for (const key of SHEET_KEYS) {
    sheets.push(SHEETS[key](build));
    yield;
  }
  return { facts: build.facts, sheets };
}

/** On what its rates are, whatever was asked for. */
function withBasis(build: Build): Build {
  const { sources: { whole, projectExecutions }, facts } = build;
  const used = new Set([...(whole === null ? [] : [whole]), ...projectExecutions].map(({ execution }) => basisOfRates(execution)));
  const [only, ...others] = used;
  const ofKey = basisOfKeyRate(build);
  const basis = ofKey ?? (others.length === 0 ? only : undefined) ?? facts.basis;
  const hasNoBudget = ofKey === null && build.projects.every(({ budget }) => budget === null);
  return { ...build, facts: { ...facts, basis, ...([...used].some((one) => one !== basis) && { hasOtherBasis: true as const }), ...(hasNoBudget && { hasNoBudget }) } };
}

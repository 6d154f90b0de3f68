/** Key figures: what was approved, how it was changed, what was spent, and at what rate against the year's time. */

import { Decimal, ZERO } from "../../../amounts/decimal";
import { convert } from "../../../amounts/unit";
import { basisOfRates } from "../../../execution/adjustment";
import { timeProgress } from "../../../execution/time-progress";
import { distinctAdjustments } from "../../../narrative/adjustments";
import { wholeChanges } from "../../../narrative/whole-changes";
import type { Role } from "../../../table";
import type { Build } from "../../build";
import { amount, at, BLANK, column, count, difference, figure, NOTHING, ratio, sum, text, type Known } from "../../cells";
import type { Block, SummaryCell, SummaryRow } from "../../model";
import type { Basis } from "../../../execution/result";
import type { Sources } from "../../sources/choose";
import type { SourceTable } from "../../sources/read";
import { partsOfWhole } from "../../sources/spending-parts";
import { bodyLines, totalOf } from "../../sources/totals";
import { executionFigures, inUnit } from "../../sources/figures";
import type { Part as SpendingPart } from "../../sources/kinds";
import { projectTotal } from "./project-figures";

const WHOLE = "key";
/** So that nobody takes them for the unit's, figures of the projects alone are a table of another name. */
const OF_PROJECTS = "project-key";
type Part = "total" | SpendingPart;
type Parts = Readonly<Record<Part, Known | null>>;

interface KeyRow {
  readonly key: string;
  readonly label: string;
  readonly cells: Readonly<Record<Part, SummaryCell>>;
}

export function keyBlocks(build: Build): Block[] {
  const { facts, words: { say, role } } = build;
  const isOfProjects = facts.isOfProjects === true;
  const parts = isOfProjects ? [] : SPENDING_PARTS;
  return [
    { kind: "heading", text: say(isOfProjects ? "key.project-heading" : "key.heading") },
    {
      kind: "table", id: tableOf(build), title: null,
      columns: [
        column("number", say("column.number"), "number"), column("item", say("key.item"), "name"),
        column("total", say(isOfProjects ? "key.project-total" : "key.total"), "amount"), ...parts.map((part) => column(part, role(part), "amount")),
      ],
      rows: rowsOf(build).map(({ key, label, cells }, i): SummaryRow => ({ key, kind: "body", level: 0, cells: [count(new Decimal(i + 1)), text(label), cells.total, ...parts.map((part) => cells[part])] })),
    },
  ];
}

const HUNDRED = new Decimal(100);
const SPENDING_PARTS = ["basic", "project"] as const;

function tableOf({ facts }: Build): string {
  return facts.isOfProjects === true ? OF_PROJECTS : WHOLE;
}

interface KeyParts {
  readonly original: Parts;
  readonly adjusted: Parts;
  readonly spent: Parts;
}

function partsIn(build: Build): KeyParts {
  const { sources, facts } = build;
  if (facts.isOfProjects === true) return { original: projectsOf(build, "original"), adjusted: projectsOf(build, "adjusted"), spent: projectsOf(build, "spent") };
  return { original: partsOf(sources, "original"), adjusted: adjustedParts(sources), spent: spentOf(sources) };
}

/** Of the budget that was asked for, as far as its total is known; null where neither is. */
export function basisOfKeyRate(build: Build): Basis | null {
  const { original, adjusted } = partsIn(build);
  if (adjusted.total === null) return original.total === null ? null : "original";
  return build.facts.basis === "original" && original.total !== null ? "original" : "adjusted";
}

function rowsOf(build: Build): KeyRow[] {
  const { words: { say, role }, input: { cutOff } } = build;
  const { original, adjusted, spent } = partsIn(build);
  const isOfProjects = build.facts.isOfProjects === true;
  const basis = basisOfKeyRate(build) ?? "original";
  const label = (words: string): string => (isOfProjects ? say("key.of-projects", { item: words }) : words);
  const none = say("missing.figure");
  const reference = (parts: Parts, row: string, part: Part): Known | null => at(parts[part], tableOf(build), row, part);
  const rows: KeyRow[] = [
    { key: "original", label: label(role("original-budget")), cells: amounts(original, none) },
    // What the text tells of changes is of the unit.
    ...(isOfProjects ? [] : changesOf(build)).map(({ key, role: of, known }) => ({ key, label: role(of), cells: amounts({ total: known, basic: null, project: null }, "") })),
  ];
  if (original.total !== null && adjusted.total !== null) {
    const net = (part: Part): Known | null => difference(reference(adjusted, "adjusted", part), reference(original, "original", part));
    rows.push({ key: "net-change", label: label(say("key.net-change")), cells: amounts({ total: net("total"), basic: net("basic"), project: net("project") }, "") });
  }
  rows.push(
    { key: "adjusted", label: label(role("adjusted-budget")), cells: amounts(adjusted, none) },
    { key: "spent", label: label(say("key.spent")), cells: amounts(spent, none) },
  );
  const budget = basis === "original" ? original : adjusted;
  const rateOf = (part: Part): SummaryCell => ratio(reference(spent, "spent", part), reference(budget, basis, part), build.words.noRate);
  const rateOfPart = (part: SpendingPart): SummaryCell => (spent[part] === null || budget[part] === null ? BLANK : rateOf(part));
  const rate = rateOf("total");
  rows.push({ key: "rate", label: label(say("key.rate", { basis: role(`${basis}-budget`) })), cells: { total: rate, basic: rateOfPart("basic"), project: rateOfPart("project") } });
  if (cutOff !== null) rows.push(...againstTime(build, timeProgress(cutOff).div(100), rate, label));
  return rows;
}

function againstTime(build: Build, progress: Decimal, rate: SummaryCell, label: (words: string) => string): KeyRow[] {
  const { words: { say } } = build;
  const table = tableOf(build);
  // A difference of percentages is told in points.
  const points = ({ value, formula }: Known): SummaryCell => figure({ value: value.times(100), missing: null, formula: { op: "sum", terms: [formula], times: HUNDRED } }, "score");
  const passed: KeyRow = { key: "progress", label: say("key.progress"), cells: { total: figure({ value: progress, missing: null, formula: null }, "percent"), basic: BLANK, project: BLANK } };
  const reached = rate.kind === "figure" ? rate.figure.value : null;
  const gap = difference(reached === null ? null : at({ value: reached, formula: { op: "value", value: reached } }, table, "rate", "total"), at({ value: progress, formula: { op: "value", value: progress } }, table, "progress", "total"));
  return gap === null ? [passed] : [passed, { key: "gap", label: label(say("key.gap")), cells: { total: points(gap), basic: BLANK, project: BLANK } }];
}

function amounts(parts: Parts, missing: string): Readonly<Record<Part, SummaryCell>> {
  return { total: amount(parts.total, missing), basic: amount(parts.basic), project: amount(parts.project) };
}

function partsOf(sources: Sources, basis: Basis): Parts {
  const source = sources[basis];
  const total = source === null ? null : totalOf(source, `${basis}-budget`);
  return { total, ...partsOfWhole(source, sources.tables, `${basis}-budget`, total) };
}

/** 基本支出 or 项目支出 of that budget; null where the tables do not tell it. */
export function partOfBudget(sources: Sources, basis: Basis, part: SpendingPart): Known | null {
  return partsOf(sources, basis)[part];
}

function spentOf(sources: Sources): Parts {
  const total = wholeSpent(sources);
  return { total, ...partsOfWhole(sources.whole?.source ?? sources.spentOnly, sources.tables, "expenditure", total) };
}

/** 部门整体支出: as its table prints it, else the sum of its lines. */
export function wholeSpent(sources: Sources): Known | null {
  const { whole, spentOnly } = sources;
  if (whole === null) return spentOnly === null ? null : totalOf(spentOnly, "expenditure");
  const total = whole.execution.total;
  return (total === null ? null : executionFigures(whole, sources).get(total.row)?.spent) ?? totalOf(whole.source, "expenditure");
}

/** 部门整体预算, likewise: after confirmed changes, or as the table has it. */
export function wholeBudget(sources: Sources, of: "budget" | "printed"): Known | null {
  const { whole } = sources;
  if (whole === null) return null;
  const { total, sum: added } = whole.execution;
  const figures = total === null ? undefined : executionFigures(whole, sources).get(total.row);
  const value = inUnit(of === "printed" ? (added.original?.budget ?? added.budget) : added.budget, whole.execution, sources.unit);
  return figures?.[of] ?? (value === null ? null : { value, formula: { op: "value", value } });
}

/** Where no column prints it, as the rates are computed with it: of the approved budget and its changes, the table's or those that a person confirmed. */
function adjustedParts(sources: Sources): Parts {
  return sources.adjusted === null && isWholeAdjusted(sources) ? { total: wholeBudget(sources, "budget"), basic: null, project: null } : partsOf(sources, "adjusted");
}

/** Whether the rates of the whole are of the adjusted budget. */
export function isWholeAdjusted({ whole }: Pick<Sources, "whole">): boolean {
  return whole !== null && basisOfRates(whole.execution) === "adjusted";
}

function projectsOf(build: Build, what: "original" | "adjusted" | "spent"): Parts {
  return { total: projectTotal(build, what), basic: null, project: null };
}

interface ToldChange {
  readonly key: string;
  readonly role: Role;
  readonly known: Known;
}

const CHANGES = ["increase", "decrease", "quota-change"] as const;

/** 调增 and 调减 of a column 追加 or 追加追减 with cuts in it are what its lines come to on either side; where they are not its total, none is told. */
function changesIn(source: SourceTable): readonly ToldChange[] {
  const told = (role: (typeof CHANGES)[number], known: Known | null): ToldChange[] => (known === null ? [] : [{ key: role, role, known }]);
  const [all, taken, quota] = [totalOf(source, "increase"), totalOf(source, "decrease"), totalOf(source, "quota-change")];
  if (all === null && taken === null && isOfBoth(source)) {
    const { raised, cuts } = sidesOf(source, "quota-change");
    const isAll = quota !== null && sum([raised, cuts])?.value.eq(quota.value) === true;
    return raised === null || cuts === null || !isAll ? told("quota-change", quota) : [...told("increase", raised), ...told("decrease", difference(NOTHING, cuts))];
  }
  const { raised, cuts } = sidesOf(source, "increase");
  if (all === null || cuts === null) return [...told("increase", all), ...told("decrease", taken), ...told("quota-change", quota)];
  if (sum([raised, cuts])?.value.eq(all.value) !== true) return told("quota-change", quota);
  const cut = taken?.value.isNegative() === true ? sum([taken, cuts]) : difference(taken ?? NOTHING, cuts);
  return [...told("increase", raised), ...told("decrease", cut), ...told("quota-change", quota)];
}

/** 追加追减 holds what was given and what was taken; 指标调整 is told as one. */
function isOfBoth({ table }: SourceTable): boolean {
  return table.columns.some(({ role, header }) => role === "quota-change" && !/指标|quota/iu.test(header.at(-1) ?? ""));
}

function sidesOf(source: SourceTable, role: (typeof CHANGES)[number]): { readonly raised: Known | null; readonly cuts: Known | null } {
  const lines = bodyLines(source).flatMap(({ figures: { [role]: change } }) => change ?? []);
  return { raised: sum(lines.filter(({ value }) => value.gt(0))), cuts: sum(lines.filter(({ value }) => value.lt(0))) };
}

/** 调增, 调减, 指标调整: of a table's columns, else as the text tells them. */
function changesOf({ sources, input: { text: told } }: Build): readonly ToldChange[] {
  const source = sources.adjusted ?? sources.original;
  const ofTable = source === null ? [] : changesIn(source);
  const { unit } = sources;
  if (ofTable.length > 0 || told === null || unit === null) return ofTable;
  const changes = distinctAdjustments(wholeChanges(told.checks));
  return CHANGES.flatMap((role) => {
    const own = changes.filter(({ direction, tellings: [first] }) => role === (first?.isQuota === true ? "quota-change" : direction > 0 ? "increase" : "decrease"));
    const value = own.reduce((sum, { direction, money }) => sum.plus(convert(money.value, money.unit, unit).times(direction)), ZERO);
    return own.length === 0 ? [] : [{ key: role, role, known: { value, formula: { op: "value" as const, value } } }];
  });
}

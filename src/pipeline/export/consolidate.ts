/** 区级汇总: what several units exported, put together. Of every file only its facts are kept, so that any number of them can be read one after another. */

import { Decimal, ZERO } from "../../domain/amounts/decimal";
import { executionRate } from "../../domain/execution/rate";
import type { Basis } from "../../domain/execution/result";
import type { BlockSheet, FigureFormat, SummaryCell, SummaryColumn, SummaryRow } from "../../domain/summary/model";
import type { Problem } from "../../workbook/problem";
import type { SheetLayout } from "../../workbook/sheet-layout";
import { layoutBlocks } from "../layout/layout";
import { sealedSheets } from "./bureau";
import { TOOL, UNIT_FIGURES, type ExportFacts, type UnitFigure, type UnitFigures } from "./facts";
import type { ExportWords } from "./words";

/** An exported file that was verified. */
export interface UnitFile {
  /** As people know it. */
  readonly file: string;
  readonly facts: ExportFacts;
}

/** So many units are told by name in a note. */
const MOST_NAMED = 10;

/**
 * Why a file cannot stand beside those before it: `merge-no-unit` where it names no unit, `merge-repeated` where its unit is there
 * already, `merge-other-period` and `merge-other-unit` where its figures are not comparable with the first's.
 */
export function refusalOf({ file, facts }: UnitFile, accepted: readonly UnitFile[]): Problem | null {
  const unit = unitName(facts);
  if (unit === "") return { code: "merge-no-unit", values: { file } };
  const same = accepted.find((other) => isSameUnit(unitName(other.facts), unit));
  if (same !== undefined) return { code: "merge-repeated", values: { file, unit, other: same.file } };
  const [first] = accepted;
  if (first === undefined) return null;
  const differs = (code: "merge-other-period" | "merge-other-unit", of: (told: ExportFacts) => string): Problem | null =>
    (of(facts) === of(first.facts) ? null : { code, values: { file, own: of(facts) || "—", other: first.file, others: of(first.facts) || "—" } });
  return differs("merge-other-period", ({ year, cutOff }) => cutOff ?? String(year ?? "")) ?? differs("merge-other-unit", ({ unit: amounts }) => amounts);
}

/** Spaces, and half or full width of characters, make no other unit. */
function unitName({ organisation }: ExportFacts): string {
  return organisation.normalize("NFKC").replaceAll(/\s/gu, "");
}

/** 月坛街道, 月坛街道办事处 and 西城区月坛街道 are one. */
function isSameUnit(first: string, second: string): boolean {
  const [short = "", long = ""] = [first, second].map((name) => name.replace(/(?<=街道|地区)办事处$|(?<=[镇乡])人民政府$/u, "")).sort((a, b) => a.length - b.length);
  return long === short || (long.endsWith(short) && /[省市区县]$/u.test(long.slice(0, -short.length)));
}

/** One line a unit, the highest rate first, under it the whole; sealed as any exported file. `files` is not empty. */
export function consolidationSheets(files: readonly UnitFile[], organisation: string, words: ExportWords): readonly SheetLayout[] {
  const figures = Object.fromEntries(UNIT_FIGURES.map((figure) => [figure, total(files, figure)])) as UnitFigures;
  const [first] = files;
  const { year = null, cutOff = null, unit = "" } = first?.facts ?? {};
  const basis = files.some(({ facts: { basis: own, projects } }) => own === "adjusted" && projects === undefined) ? "adjusted" : "original";
  const facts: ExportFacts = { organisation, year, cutOff, basis, unit, tool: TOOL, workbook: null, sources: files.map(({ file, facts: { organisation: own } }) => `${own} ${file}`), figures };
  return sealedSheets(layoutBlocks([unitsSheet(files, facts, words)]), facts, words);
}

/** null where a unit does not tell it: a sum of the others would look like one of all, and rates would set budgets of some against expenditure of all. */
function total(files: readonly UnitFile[], figure: UnitFigure): Decimal | null {
  const known = files.flatMap(({ facts: { figures } }) => figures[figure] ?? []);
  return known.length < files.length ? null : known.reduce((sum, value) => sum.plus(value), ZERO);
}

/** What a projects' file tells is no unit's: whose that is. */
function projectNotes(files: readonly UnitFile[], words: ExportWords): { readonly kind: "note"; readonly text: string }[] {
  const units = files.flatMap(({ facts: { organisation, projects } }) => (projects === undefined ? [] : [organisation]));
  return units.length === 0 ? [] : [{ kind: "note", text: words("merge.projects-only", named(units, words)) }];
}

function named(units: readonly string[], words: ExportWords): Readonly<Record<"units" | "count" | "cut", string | number>> {
  return { units: units.slice(0, MOST_NAMED).join(words("merge.and")), count: units.length, cut: units.length > MOST_NAMED ? "yes" : "no" };
}

/** The units that do not tell what all others do. */
function untoldNotes(files: readonly UnitFile[], words: ExportWords): { readonly kind: "note"; readonly text: string }[] {
  return UNIT_FIGURES.flatMap((figure) => {
    const units = files.flatMap(({ facts: { organisation, figures } }) => (figures[figure] === null ? [organisation] : []));
    return units.length === 0 ? [] : [{ kind: "note" as const, text: words("merge.untold", { figure: words(`figure.${figure}`), ...named(units, words) }) }];
  });
}

/** What a unit's rate is of: the budget that all rates are of, or the other one where it does not tell that. */
function basisOf({ facts: { figures } }: UnitFile, wanted: Basis): Basis {
  const other = otherThan(wanted);
  return figures[wanted] === null && figures[other] !== null ? other : wanted;
}

function otherThan(basis: Basis): Basis {
  return basis === "original" ? "adjusted" : "original";
}

function unitsSheet(files: readonly UnitFile[], facts: ExportFacts, words: ExportWords): BlockSheet {
  const { basis } = facts;
  const ranked = rank(files, basis);
  const whole = facts.figures.expenditure;
  const isMixed = ranked.some((one) => one.basis !== basis);
  const basisCell = (of: Basis | null): SummaryCell[] => (isMixed ? [text(of === null ? "" : words(`figure.${of}`))] : []);
  const rows = ranked.map(({ file, place, basis: own }, i): SummaryRow => ({
    key: file.facts.organisation, kind: "body", level: 0,
    cells: [
      count(new Decimal(i + 1)), text(file.facts.organisation), ...amountCells(file.facts.figures, words), ...basisCell(own), ...ratioCells(file.facts.figures, own, whole, words),
      place === null ? text("") : count(new Decimal(place)), text(file.file),
    ],
  }));
  // Expenditure of all by budgets of two kinds is no rate.
  const rateOfAll = isMixed ? null : basis;
  const totalRow: SummaryRow = {
    key: "total", kind: "total", level: 0,
    cells: [text(""), text(words("merge.total", { count: files.length })), ...amountCells(facts.figures, words), ...basisCell(null), ...ratioCells(facts.figures, rateOfAll, whole, words), text(""), text("")],
  };
  const bases = { basis: words(`figure.${basis}`), other: isMixed ? words(`figure.${otherThan(basis)}`) : "none" };
  return {
    name: words("merge.sheet"), orientation: "landscape",
    blocks: [
      { kind: "title", text: words("merge.title", { year: facts.year === null ? "none" : String(facts.year), organisation: facts.organisation }) },
      { kind: "note", text: words("merge.facts", { cutOff: facts.cutOff ?? "none", unit: facts.unit === "" ? "none" : facts.unit, ...bases }) },
      { kind: "table", id: "units", title: null, columns: columnsOf(words, isMixed ? null : basis), rows: [...rows, totalRow] },
      ...projectNotes(files, words),
      ...untoldNotes(files, words),
      { kind: "note", text: words("merge.note", bases) },
    ],
  };
}

/** `basis` is what all rates are of; null: each unit's own stands beside its rate. */
function columnsOf(words: ExportWords, basis: Basis | null): SummaryColumn[] {
  const column = (key: string, header: readonly string[], kind: SummaryColumn["kind"]): SummaryColumn => ({ key, header, kind, isOpen: false });
  return [
    column("number", [words("merge.number")], "number"), column("organisation", [words("merge.unit")], "name"),
    ...(["original", "adjusted", "expenditure"] as const).map((key) => column(key, [words(`figure.${key}`)], "amount")),
    ...(basis === null ? [column("basis", [words("merge.basis")], "text")] : []),
    column("rate", [words("merge.rate", { basis: basis === null ? "none" : words(`figure.${basis}`) })], "percent"), column("share", [words("merge.share")], "percent"),
    ...(["errors", "warnings", "notes"] as const).map((key) => column(key, [words("merge.findings"), words(`merge.${key}`)], "number")),
    column("rank", [words("merge.rank")], "number"), column("file", [words("merge.file")], "text"),
  ];
}

function amountCells(figures: UnitFigures, words: ExportWords): SummaryCell[] {
  return (["original", "adjusted", "expenditure"] as const).map((key) => figure(figures[key], "amount", words("merge.unknown")));
}

/** `basis` is null where there is no one budget to divide by. */
function ratioCells(figures: UnitFigures, basis: Basis | null, whole: Decimal | null, words: ExportWords): SummaryCell[] {
  const unknown = words("merge.unknown");
  const rate = basis === null ? null : rateOf(figures, basis);
  const share = figures.expenditure === null || whole === null ? null : fraction(figures.expenditure, whole);
  const why = basis === null ? words("merge.bases-differ") : figures.expenditure === null || figures[basis] === null ? unknown : words("merge.no-rate");
  return [figure(rate, "percent", why), figure(share, "percent", unknown), ...(["errors", "warnings", "notes"] as const).map((key) => figure(figures[key], "count", unknown))];
}

function rateOf(figures: UnitFigures, basis: Basis): Decimal | null {
  const budget = figures[basis];
  return figures.expenditure === null || budget === null ? null : fraction(figures.expenditure, budget);
}

/** Half up at 0.01 %; null where there is nothing to divide by. */
function fraction(part: Decimal, of: Decimal): Decimal | null {
  const rate = executionRate(part, of);
  return rate.ok ? rate.percent.div(100) : null;
}

/** By rate; equal rates share a place, and units without one come last and have none. */
function rank(files: readonly UnitFile[], wanted: Basis): { readonly file: UnitFile; readonly basis: Basis; readonly place: number | null }[] {
  const rated = files.map((file) => {
    const basis = basisOf(file, wanted);
    return { file, basis, rate: rateOf(file.facts.figures, basis) };
  });
  const sorted = rated.sort((a, b) => (a.rate === null || b.rate === null ? Number(a.rate === null) - Number(b.rate === null) : b.rate.cmp(a.rate)));
  return sorted.map(({ file, basis, rate }) => ({ file, basis, place: rate === null ? null : sorted.findIndex((other) => other.rate?.eq(rate) === true) + 1 }));
}

function text(value: string): SummaryCell {
  return value === "" ? { kind: "blank" } : { kind: "text", text: value };
}

function figure(value: Decimal | null, format: FigureFormat, missing: string): SummaryCell {
  return { kind: "figure", format, figure: { value, missing: value === null ? missing : null, formula: null } };
}

function count(value: Decimal): SummaryCell {
  return figure(value, "count", "");
}

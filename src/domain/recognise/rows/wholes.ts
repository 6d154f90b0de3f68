/** The total that no label tells for certain: its figures do, with what it and the lines beside it are called. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Reason } from "../../table";
import { because } from "../reason";
import { markHeadsOfAll, markNestedSums, markSumsByFigures } from "./by-sums";
import type { LineFigures } from "./figures";
import { budgetPartOf, isClosingBalance, mayBeAllLines, sideOf } from "./labels";
import { areParts, isSpending, mark, sumOfBody, type Line } from "./line";

/**
 * 本年支出 or 部门支出, first or last of a table, is labelled as its total where 基本支出 and 项目支出 are among the other lines,
 * whatever the figures, or where the others come to it in one column of amounts: another may hold a mistake. So is 项目支出
 * where all its figures are what the others come to. Not beside another total, unless of it and what is left over.
 */
export function labelWhole(lines: readonly Line[], all: LineFigures["all"]): void {
  const closing = new Set(lines.filter(({ name }) => isClosingBalance(name)));
  const ofSpending = lines.filter((line) => line.hasFigures && !closing.has(line) && !(line.rank > 1 && sideOf(line.name) === "income"));
  const rests = [...closing].filter(({ rank }) => rank === 0);
  const isOfAll = (total: Line): boolean => ofSpending.some((line) => mayBeAllLines(line.name) && rests.length > 0 && areParts([line, ...rests], total, all));
  const totals = ofSpending.filter(({ rank }) => rank > 1);
  if (!totals.every(isOfAll)) return;
  const judged = ofSpending.filter((line) => !totals.includes(line));
  const [whole, ...others] = judged.filter(({ name, rank }) => rank === 0 && mayBeAllLines(name));
  if (whole === undefined) labelPart(judged, all);
  else if (others.length === 0) {
    const parts = othersThan(whole, judged);
    if (parts.length > 1 && (areDivided(parts) || comeTo(parts, whole, all).some(Boolean))) whole.rank = 2;
  }
}

/** 项目支出 above or below all its projects, or 基本支出. */
function labelPart(lines: readonly Line[], all: LineFigures["all"]): void {
  const [whole, ...others] = lines.filter(({ name, rank, kind }) => rank === 0 && kind === "body" && budgetPartOf(name) !== null);
  if (whole === undefined || others.length > 0) return;
  const parts = othersThan(whole, lines);
  const told = parts.length > 1 ? comeTo(parts, whole, all) : [];
  if (told.length > 0 && told.every(Boolean)) whole.rank = 2;
}

/** The lines of spending below the first line, or above the last one; none of a line among others. */
function othersThan(whole: Line, ofLines: readonly Line[]): readonly Line[] {
  const at = ofLines.indexOf(whole);
  const [above, below] = [ofLines.slice(0, at), ofLines.slice(at + 1)];
  const isFirst = above[0] === undefined || sideOf(above[0].name) === "income";
  return isFirst ? below : below.length === 0 ? above : [];
}

/** Into the two parts of every budget. */
function areDivided(lines: readonly Line[]): boolean {
  return (["basic", "project"] as const).every((part) => lines.some(({ name }) => budgetPartOf(name) === part));
}

/** By column in which the line has a figure: whether the others come to it. */
function comeTo(parts: readonly Line[], whole: Line, all: LineFigures["all"]): readonly boolean[] {
  const own = parts.filter(({ kind, rank }) => kind === "body" && rank === 0).map(all);
  return all(whole).flatMap((figure, column) => (figure.isZero() ? [] : [own.reduce((sum, figures) => sum.plus(figures[column] ?? ZERO), ZERO).equals(figure)]));
}

/** A last row without a name whose figure is the sum of the rows above, else one that all its figures show to be the total. */
export function markUnlabelled(lines: readonly Line[], figures: LineFigures): readonly Reason[] {
  const last = lines.at(-1);
  if (last === undefined || lines.length < 3) return [];
  const isNameless = last.kind === "body" && last.name === "" && last.code === "";
  if (!isNameless || !figures.main(last).equals(sumOfBody(lines.slice(0, -1), figures.main))) return markSumOfAll(lines, figures);
  mark(last, "total", because("row-sum-without-label"));
  return [because("doubt-total-without-label", { row: last.row + 1 })];
}

/** Of fewer lines, or in a single column, one may be the sum of the others by chance. */
const FEWEST_PARTS = 3;
const FEWEST_SUMS = 2;
/** In longer lists sums that no label tells would be looked for in vain, at the price of reading all their figures. */
const MOST_LINES = 500;

/** Whatever it is called, the last or the first line is the total where each of its figures is the sum of all the others', or of the sums among these: Net cost of services, 天桥街道. */
export function markSumOfAll(lines: readonly Line[], figures: LineFigures): readonly Reason[] {
  const body = lines.filter((line) => line.kind === "body" && isSpending(line));
  const [first, last] = [body[0], body.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ends = [{ sum: last, parts: body.slice(0, -1) }, { sum: first, parts: body.slice(1) }];
  for (const { sum, parts } of ends) if (isSumOf(sum, parts, figures)) return asTotal(sum, []);
  for (const { sum, parts } of ends) {
    const nested = body.length <= MOST_LINES && isShown(sum, parts, figures) ? markNestedSums(parts, sum, figures) : [];
    if (nested.length > 0) return asTotal(sum, nested);
  }
  const ofParts = markSumsOfParts(body, figures);
  return ofParts.length > 0 ? ofParts : doubtWhole(body, figures.main);
}

/** Called as all of the spending, and more than any other, but in no column what these come to: a total of other lines, or a line. */
function doubtWhole(body: readonly Line[], amountOf: LineFigures["main"]): readonly Reason[] {
  const [whole, ...others] = body.filter(({ name }) => mayBeAllLines(name));
  if (whole === undefined || others.length > 0) return [];
  const parts = othersThan(whole, body);
  if (parts.length < 2 || parts.some((part) => amountOf(part).gt(amountOf(whole)))) return [];
  return [because("doubt-whole-differs", { label: whole.name, row: whole.row + 1 })];
}

function asTotal(line: Line, others: readonly Reason[]): readonly Reason[] {
  mark(line, "total", because("row-sum-of-all"));
  return [because("doubt-total-by-sums", { label: line.name || line.code, row: line.row + 1 }), ...others];
}

function isSumOf(line: Line, parts: readonly Line[], figures: LineFigures): boolean {
  return figures.areAboutTotal(parts, line) && isShown(line, parts, figures) && areParts(parts, line, figures.all);
}

/** Enough of them are told for their sums to be no chance; where the lines are divided as every budget is, two in one column are. */
function isShown(line: Line, parts: readonly Line[], { all }: LineFigures): boolean {
  const told = all(line).filter((figure) => !figure.isZero()).length;
  return areDivided(parts) ? told > 0 : parts.length >= FEWEST_PARTS && told >= FEWEST_SUMS;
}

/** 基本支出 and 项目支出, each above its own lines, without a line that adds them up: the budget is what both come to. Likewise whatever lines they are, where all are sums or parts of these. */
function markSumsOfParts(body: readonly Line[], figures: LineFigures): readonly Reason[] {
  const parts = body.filter(({ name }) => budgetPartOf(name) !== null);
  const [first] = parts;
  if (first === undefined || parts.length !== 2 || body.length === 2 || !areDivided(parts)) return body.length <= MOST_LINES && areNoChance(body, figures) ? markHeadsOfAll(body, figures) : [];
  const both: Line = { ...first };
  const sumOf = (columns: readonly (readonly Decimal[])[]): readonly Decimal[] => figures.all(first).map((_, column) => columns.reduce((sum, own) => sum.plus(own[column] ?? ZERO), ZERO));
  const of = { main: (line: Line) => (line === both ? sumOfBody(parts, figures.main) : figures.main(line)), all: (line: Line) => (line === both ? sumOf(parts.map(figures.all)) : figures.all(line)) };
  return markSumsByFigures(body, both, of).filter(({ code }) => code !== "doubt-lines-counted-twice");
}

/** Two columns at least that do not repeat each other. */
function areNoChance(body: readonly Line[], { all }: LineFigures): boolean {
  const rows = body.map(all);
  const columns = (rows[0] ?? []).map((_, column) => rows.map((figures) => String(figures[column] ?? ZERO)).join(" "));
  return new Set(columns.filter((column) => /[1-9]/u.test(column))).size >= FEWEST_SUMS;
}

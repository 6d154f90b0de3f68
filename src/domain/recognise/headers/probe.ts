/** Looking below a header to see whether its columns hold what it says. */

import type { CellRange } from "../../../workbook/address";
import { AMOUNT_ROLES, type Role } from "../../table";
import type { Meaning } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";
import { headerPaths } from "./cells";
import { withoutUnitRow, type HeaderReader } from "./text";

const SAMPLE_ROWS = 30;

const IDENTIFIERS: ReadonlySet<Meaning> = new Set<Meaning>(["name", "code", "function-code", "function-name"]);

export function isIdentifier(meaning: Meaning | null): boolean {
  return meaning !== null && IDENTIFIERS.has(meaning);
}

/** A role of money, or an amount of which the header does not say what. */
export function isAmount(meaning: Meaning | null): boolean {
  return meaning === "amount" || meaning === "named-budget" || meaning === "named-expenditure" || meaning === "budget-of-now" || meaning === "spending-of-now" || AMOUNT_ROLES.has(meaning as Role);
}

export interface Sample {
  readonly inks: number;
  readonly texts: number;
  readonly numbers: number;
}

/** What stands in a column in the first rows below a header. */
export function sampleBelow(grid: Grid, headerBottom: number, column: number): Sample {
  const sample = { inks: 0, texts: 0, numbers: 0 };
  const last = Math.min(grid.range.bottom, headerBottom + SAMPLE_ROWS);
  for (let row = headerBottom + 1; row <= last; row += 1) {
    const kind = grid.kind(row, column);
    if (kind !== KIND.blank) sample.inks += 1;
    if (kind === KIND.text) sample.texts += 1;
    if (kind === KIND.number) sample.numbers += 1;
  }
  return sample;
}

/** A column that the header, or a heading over it, calls an amount, with figures below. */
export function hasAmounts(grid: Grid, read: HeaderReader, header: CellRange): boolean {
  const isOfAmounts = (path: readonly string[]): boolean => isAmount(meaningOf(read, path)) || path.slice(0, -1).some((text) => isAmount(read(text)?.meaning ?? null));
  return headerPaths(grid, header).some((path, at) => isOfAmounts(path) && sampleBelow(grid, header.bottom, header.left + at).numbers > 0);
}

/** A column that the header calls names or codes, or that holds mostly texts left of the amounts. */
export function hasIdentifier(grid: Grid, read: HeaderReader, header: CellRange): boolean {
  const meanings = headerPaths(grid, header).map((path) => meaningOf(read, path));
  if (meanings.some(isIdentifier)) return true;
  const firstAmount = meanings.findIndex((meaning, at) => isAmount(meaning) && sampleBelow(grid, header.bottom, header.left + at).numbers > 0);
  return meanings.slice(0, Math.max(firstAmount, 0)).some((_, at) => {
    const { texts, inks } = sampleBelow(grid, header.bottom, header.left + at);
    return texts * 2 > inks || (meanings[at] === null && areYears(figuresBelow(grid, header.bottom, header.left + at)));
  });
}

/** 2021, 2022, 2023: different years, one a line, name these. */
export function areYears(figures: readonly number[]): boolean {
  const years = figures.filter((figure) => !Number.isNaN(figure));
  return years.length > 1 && new Set(years).size === years.length && years.every((year) => Number.isInteger(year) && year >= 1990 && year < 2100);
}

function figuresBelow(grid: Grid, headerBottom: number, column: number): readonly number[] {
  const rows = Array.from({ length: Math.min(grid.range.bottom - headerBottom, SAMPLE_ROWS) }, (_, at) => headerBottom + 1 + at);
  return rows.filter((row) => grid.kind(row, column) === KIND.number).map((row) => Number(grid.value(row, column)));
}

function meaningOf(read: HeaderReader, texts: readonly string[]): Meaning | null {
  const path = withoutUnitRow(texts, read);
  const leaf = path.at(-1);
  if (leaf === undefined) return null;
  return read(leaf)?.meaning ?? (path.length > 1 ? (read(path.slice(-2).join(""))?.meaning ?? null) : null);
}

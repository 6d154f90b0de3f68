/** Where the tables of a sheet stand: its Excel tables, what people declared, and the headers found among the rest. */

import { formatRange, intersects, type CellRange } from "../../../workbook/address";
import type { ExcelTable } from "../../../workbook/snapshot";
import { findHeaders } from "../headers/find";
import { KIND, type Grid } from "../grid";
import { totalRank } from "../rows/labels";
import { headerPaths, isHeaderNumber } from "../headers/cells";
import type { HeaderReader } from "../headers/text";
import type { AppliedOverride } from "../override";

export interface Section {
  /** Of the table as recognised, whatever an override makes of it. */
  readonly id: string;
  readonly header: CellRange;
  /** The table's last row where that is given, by an Excel table or a person. */
  readonly end: number | null;
  /** The total row where that is given; null for none. */
  readonly totalRow?: number | null;
  readonly excelTable: string | null;
  readonly override: AppliedOverride | null;
  /** The section below that shares columns with this one. */
  readonly next: Section | null;
}

type Unlinked = Omit<Section, "next">;

/** In reading order. Sections that a person called no table are left out. */
export function findSections(grid: Grid, read: HeaderReader, overrides: readonly AppliedOverride[]): readonly Section[] {
  const byId = new Map(overrides.map((override) => [override.tableId, override]));
  const declared = overrides.flatMap((override) => (override.range === undefined ? [] : [declaredSection(grid, override, override.range)]));
  const isTaken = (range: CellRange): boolean => overrides.some((override) => override.range !== undefined && intersects(override.range, range));
  const listed = grid.sheet.tables.filter(({ hasHeaders, range }) => hasHeaders && range.bottom > range.top && !isTaken(range)).map((table) => listedSection(grid, table, byId));
  const found = findHeaders(grid, read)
    .filter((header) => !isTaken(header) && !grid.sheet.tables.some(({ range }) => intersects(range, header)))
    .map((header): Unlinked => ({ id: idOf(grid, header), header, end: null, excelTable: null, override: null }))
    .map((section) => overridden(section, byId));
  const changed = found.filter(({ override }) => override !== null);
  const undisturbed = found.filter(({ header, override }) => override !== null || !changed.some((other) => intersects(other.header, header)));
  const sections = [...declared, ...listed, ...undisturbed].filter(({ override }) => override?.ignored !== true);
  return linked(grid, sections.sort((a, b) => a.header.top - b.header.top || a.header.left - b.header.left));
}

/** From the bottom up, so that each column knows the nearest section below. */
function linked(grid: Grid, sections: readonly Unlinked[]): readonly Section[] {
  const nearest = new Array<Section | undefined>(grid.range.right - grid.range.left + 1).fill(undefined);
  const result: Section[] = [];
  for (const section of [...sections].reverse()) {
    let next: Section | null = null;
    for (let column = section.header.left; column <= section.header.right; column += 1) {
      const below = nearest[column - grid.range.left];
      if (below !== undefined && below.header.top > section.header.bottom && (next === null || below.header.top < next.header.top)) next = below;
    }
    const whole: Section = { ...section, next };
    nearest.fill(whole, section.header.left - grid.range.left, section.header.right - grid.range.left + 1);
    result.push(whole);
  }
  return result.reverse();
}

function idOf(grid: Grid, { top, left }: CellRange): string {
  return `${grid.sheet.id}!${formatRange({ top, left, bottom: top, right: left })}`;
}

function overridden(section: Unlinked, byId: ReadonlyMap<string, AppliedOverride>): Unlinked {
  const override = byId.get(section.id);
  if (override === undefined) return section;
  const top = override.headerTop ?? section.header.top;
  const bottom = Math.max(top, override.headerBottom ?? section.header.bottom);
  return {
    ...section, override, header: { ...section.header, top, bottom },
    end: override.lastRow ?? section.end,
    ...(override.totalRow === undefined ? {} : { totalRow: override.totalRow }),
  };
}

function listedSection(grid: Grid, { name, range, hasTotals }: ExcelTable, byId: ReadonlyMap<string, AppliedOverride>): Unlinked {
  const header = { ...range, bottom: range.top };
  // Without a total row of the Excel table's own, people type one under it.
  const end = !hasTotals && isTotalRow(grid, range.bottom + 1, range) ? range.bottom + 1 : range.bottom;
  const section: Unlinked = { id: idOf(grid, header), header, end, excelTable: name, override: null, ...(hasTotals ? { totalRow: range.bottom } : {}) };
  return overridden(section, byId);
}

function isTotalRow(grid: Grid, row: number, range: CellRange): boolean {
  if (row > grid.range.bottom) return false;
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, at) => range.left + at);
  return columns.some((column) => totalRank(grid.text(row, column)) >= 2) && columns.some((column) => grid.kind(row, column) === KIND.number);
}

/** Header rows of a declared range are given, or reach down to the first row with figures. */
function declaredSection(grid: Grid, override: AppliedOverride, range: CellRange): Unlinked {
  const top = override.headerTop ?? range.top;
  let bottom = override.headerBottom ?? top;
  if (override.headerBottom === undefined) while (bottom < range.bottom - 1 && !hasFigures(grid, bottom + 1, range)) bottom += 1;
  const section: Unlinked = { id: override.tableId, header: { ...range, top, bottom: Math.max(top, bottom) }, end: override.lastRow ?? range.bottom, excelTable: null, override };
  return override.totalRow === undefined ? section : { ...section, totalRow: override.totalRow };
}

function hasFigures(grid: Grid, row: number, { left, right }: CellRange): boolean {
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(row, column) === KIND.number && !isHeaderNumber(grid, row, column)) return true;
  }
  return false;
}

/**
 * The same header once more, as print layouts repeat it on each page. Columns added to the first one, as rates
 * and states are, need not come again.
 */
export function isRepetition(grid: Grid, header: CellRange, below: Section): boolean {
  if (below.excelTable !== null || below.override !== null || header.left !== below.header.left || header.right < below.header.right) return false;
  const paths = headerPaths(grid, header);
  return headerPaths(grid, below.header).every((path, at) => path.length === 0 || JSON.stringify(path) === JSON.stringify(paths[at]));
}

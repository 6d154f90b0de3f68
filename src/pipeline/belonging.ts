/** Which table a column that we wrote belongs to, where tables stand side by side. */

import type { BudgetTable } from "../domain/table";
import type { CellRange } from "../workbook/address";
import type { WrittenColumn } from "../workbook/ledger";
import type { FoundColumn } from "./written";

/** Of each kind one that we headed at most, of statuses one beside each rates, and those of the table's own that we filled; the one nearest to where it stood first. */
export type OwnColumns = Readonly<Partial<Record<WrittenColumn["kind"], readonly FoundColumn[]>>>;

interface Match {
  readonly table: BudgetTable;
  readonly found: FoundColumn;
  /** By how many columns it is off from where it should stand. */
  readonly distance: number;
}

/**
 * Of the columns found in these tables' rows, each goes to one table, the nearest to where it stood first: people
 * insert and delete columns between a table and what we wrote for it. `neighbours` are all tables, Excel's own too.
 */
export function columnsOfTables(tables: readonly BudgetTable[], ours: readonly FoundColumn[], neighbours: readonly CellRange[]): ReadonlyMap<BudgetTable, OwnColumns> {
  const matches = tables.flatMap((table) => ours.flatMap((found): Match[] => {
    const distance = distanceFrom(table, found, neighbours);
    return distance === null ? [] : [{ table, found, distance }];
  }));
  matches.sort((a, b) => a.distance - b.distance || a.found.headerRow - b.found.headerRow || a.found.column - b.found.column);
  const columns = new Map<BudgetTable, OwnColumns>();
  const taken = new Set<FoundColumn>();
  for (const { table, found } of matches) {
    if (taken.has(found)) continue;
    const { kind } = found.written;
    const own = columns.get(table) ?? {};
    const known = own[kind] ?? [];
    const same = known.find(({ column }) => column === found.column);
    if (same === undefined && found.written.ownHeader && known.some(({ written }) => written.ownHeader && written.ratesIn === found.written.ratesIn)) continue;
    // Two tables may have grown together; then what we wrote for either is ours in the one column they share.
    const grown = same === undefined ? null : { ...same, records: [...same.records, ...found.records], lastRow: Math.max(same.lastRow, found.lastRow) };
    columns.set(table, { ...own, [kind]: grown === null ? [...known, found] : known.map((one) => (one === same ? grown : one)) });
    taken.add(found);
  }
  return columns;
}

/** null if it cannot be this table's: in other rows, or on the wrong side. What somebody else headed stands inside. */
function distanceFrom({ range }: BudgetTable, { column, headerRow, written }: FoundColumn, neighbours: readonly CellRange[]): number | null {
  if (headerRow < range.top || headerRow > range.bottom) return null;
  if (!written.ownHeader) return column >= range.left && column <= range.right ? 0 : null;
  // A note that somebody put below our column may stretch the table over it.
  if (column <= range.left) return null;
  if (written.fromTable !== null) return Math.abs(column - written.fromTable - range.left);
  const isNext = !neighbours.some(({ left, top, bottom }) => left > range.right && left <= column && top <= headerRow && headerRow <= bottom);
  return isNext ? 0 : null;
}

/** What one column gets: contents cell by cell, and the blocks in which they are written. */

import type { BudgetTable, TableRow } from "../domain/table";
import type { Content, WriteContents } from "../workbook/edits";
import { sameContent } from "../workbook/contents";
import { mark } from "../workbook/ledger";
import type { SheetSnapshot } from "../workbook/snapshot";
import { BLANK, contentAt, keyOf } from "./cells";
import type { Target } from "./target";

export interface Filling {
  readonly writes: readonly WriteContents[];
  /** Rows whose cell somebody else filled; they stay. */
  readonly kept: readonly number[];
  /** For the ledger: the marks of what will be ours, and the last row of the column as we leave it; null if it holds nothing. */
  readonly marks: string;
  readonly last: TableRow | null;
}

/** A row of one cell, as it is written; lines of one content may share theirs. */
export type OneCell = readonly [Content];

export const BLANK_CELL: OneCell = [BLANK];

/** Blocks run on over this many cells that stay as they are, so that scattered changes do not make thousands of writes. */
const BRIDGE = 64;

/** `wanted` by index of the table's rows. Only cells that are blank or still hold what we wrote are touched. */
export function fillColumn(sheet: SheetSnapshot, table: BudgetTable, { column, ours }: Target, wanted: readonly OneCell[]): Filling {
  const top = table.headerBottom + 1;
  const height = table.range.bottom - top + 1;
  const cells: Cells = { wanted: new Array<OneCell | null>(height).fill(null), now: new Array<OneCell>(height).fill(BLANK_CELL) };
  const kept: number[] = [];
  const marks: string[] = [];
  let last: TableRow | null = null;
  table.rows.forEach((row, i) => {
    const cell = wanted[i] ?? BLANK_CELL;
    const [next] = cell;
    const now = contentAt(sheet, row.row, column);
    const isOurs = now.kind === "blank" || sameContent(now, next) || ours?.marks.has(mark(keyOf(row), now)) === true;
    if (!isOurs) {
      kept.push(row.row);
      if (ours !== null && row.row <= ours.lastRow) last = row;
      return;
    }
    if (next.kind !== "blank") {
      marks.push(mark(keyOf(row), next));
      last = row;
    }
    cells.wanted[row.row - top] = cell;
    if (now.kind !== "blank") cells.now[row.row - top] = [now];
  });
  const writes = blocksOf(cells).map(({ from, to }): WriteContents => ({
    kind: "contents",
    sheetId: sheet.id,
    range: { top: top + from, bottom: top + to, left: column, right: column },
    contents: cells.wanted.slice(from, to + 1).map((cell) => cell ?? BLANK_CELL),
    expected: cells.now.slice(from, to + 1),
  }));
  return { writes, kept, marks: marks.join(""), last };
}

/** The column below the header, cell by cell. */
interface Cells {
  /** null where the cell is not ours to touch. */
  readonly wanted: (OneCell | null)[];
  readonly now: OneCell[];
}

/** From the first to the last changing cell of each run; cells that are not ours to touch end a run. */
function blocksOf({ wanted, now }: Cells): { readonly from: number; readonly to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  wanted.forEach((cell, i) => {
    if (cell === null) open = null;
    else if (!sameContent(cell[0], now[i]?.[0] ?? BLANK)) {
      if (open === null || i - open.to > BRIDGE) blocks.push((open = { from: i, to: i }));
      open.to = i;
    }
  });
  return blocks;
}

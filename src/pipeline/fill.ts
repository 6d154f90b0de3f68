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

interface Cell {
  readonly wanted: Content;
  readonly now: Content;
}

const BLANK_ROW: readonly Content[] = [BLANK];

/** Blocks run on over this many cells that stay as they are, so that scattered changes do not make thousands of writes. */
const BRIDGE = 64;

/** `wanted` by index of the table's rows. Only cells that are blank or still hold what we wrote are touched. */
export function fillColumn(sheet: SheetSnapshot, table: BudgetTable, { column, ours }: Target, wanted: readonly Content[]): Filling {
  const top = table.headerBottom + 1;
  const cells = new Array<Cell | null>(table.range.bottom - top + 1).fill(null);
  const kept: number[] = [];
  const marks: string[] = [];
  let last: TableRow | null = null;
  table.rows.forEach((row, i) => {
    const next = wanted[i] ?? BLANK;
    const now = contentAt(sheet, row.row, column);
    const nextMark = mark(keyOf(row), next);
    const isOurs = now.kind === "blank" || sameContent(now, next) || ours?.marks.has(mark(keyOf(row), now)) === true;
    if (!isOurs) {
      kept.push(row.row);
      if (ours !== null && row.row <= ours.lastRow) last = row;
      return;
    }
    marks.push(nextMark);
    if (nextMark !== "") last = row;
    cells[row.row - top] = { wanted: next, now };
  });
  const writes = blocksOf(cells).map(({ from, to }): WriteContents => {
    const block = cells.slice(from, to + 1);
    return {
      kind: "contents",
      sheetId: sheet.id,
      range: { top: top + from, bottom: top + to, left: column, right: column },
      contents: block.map((cell) => [cell?.wanted ?? BLANK]),
      expected: block.map((cell) => (cell === null || cell.now.kind === "blank" ? BLANK_ROW : [cell.now])),
    };
  });
  return { writes, kept, marks: marks.join(""), last };
}

/** From the first to the last changing cell of each run; null cells are not ours to touch and end a run. */
function blocksOf(cells: readonly (Cell | null)[]): { readonly from: number; readonly to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  cells.forEach((cell, i) => {
    if (cell === null) open = null;
    else if (!sameContent(cell.wanted, cell.now)) {
      if (open === null || i - open.to > BRIDGE) blocks.push((open = { from: i, to: i }));
      open.to = i;
    }
  });
  return blocks;
}

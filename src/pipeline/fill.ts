/** What one column gets: contents cell by cell, and the blocks in which they are written. */

import type { BudgetTable } from "../domain/table";
import type { Content, WriteContents } from "../workbook/edits";
import { sameContent } from "../workbook/contents";
import { contentPart, NO_ROW, rowMark } from "../workbook/ledger";
import type { SheetSnapshot } from "../workbook/snapshot";
import { BLANK, contentAt } from "./cells";
import { ownCells } from "./ownership";
import type { Target } from "./target";

export interface Filling {
  readonly writes: readonly WriteContents[];
  /** Cells that hold what we never wrote, and not what we would write; they stay. */
  readonly kept: readonly KeptCell[];
  /** For the ledger: the marks of the rows below the column's header. */
  readonly marks: string;
}

/** A cell somebody filled where we would write. */
export interface KeptCell {
  readonly row: number;
  readonly stands: Content;
  readonly computed: Content;
}

/** A row of one cell, as it is written; lines of one content may share theirs. */
export type OneCell = readonly [Content];

export const BLANK_CELL: OneCell = [BLANK];

/** Blocks run on over this many cells that stay as they are, so that scattered changes do not make thousands of writes. */
const BRIDGE = 64;

/** What is known of the lines that a column is filled for. */
export interface Lines {
  /** What each of the table's rows gets, by index. */
  readonly wanted: readonly OneCell[];
  /** `linePart` of each of the table's rows, by index. */
  readonly marks: readonly string[];
  /** Below which the column's rows are recorded. */
  readonly headerRow: number;
}

/**
 * Only cells that are blank, are still as we wrote them, or hold already what they are to hold are touched. What we wrote
 * beside lines that are gone is taken away.
 */
export function fillColumn(sheet: SheetSnapshot, table: BudgetTable, { column, isNew, ours }: Target, { wanted, marks, headerRow }: Lines): Filling {
  const top = table.headerBottom + 1;
  const bottom = Math.max(table.range.bottom, ours?.lastRow ?? 0);
  const cells: Cells = { wanted: new Array<OneCell | null>(bottom - top + 1).fill(null), now: new Array<OneCell>(bottom - top + 1).fill(BLANK_CELL) };
  const lineAt = new Int32Array(bottom - top + 1).fill(NO_LINE);
  table.rows.forEach(({ row }, i) => (lineAt[row - top] = i));
  const own = ours === null ? NONE : ownCells(sheet, column, ours.records, bottom, (row) => marks[lineAt[row - top] ?? NO_LINE] ?? "");
  const partOf = createContentPart();
  const kept: KeptCell[] = [];
  let recorded = NO_ROW.repeat(Math.max(top - headerRow - 1, 0));
  // A column that we headed is ours down to the last line, whatever we wrote there: what people put into it is a remark, and no figure of the table.
  const isHeaded = isNew || ours?.written.ownHeader === true;
  let last = headerRow;
  for (let row = top; row <= bottom; row++) {
    const i = lineAt[row - top] ?? NO_LINE;
    const isLine = i !== NO_LINE;
    const cell = (isLine ? wanted[i] : undefined) ?? BLANK_CELL;
    const [next] = cell;
    const now = contentAt(sheet, row, column);
    const isTouchable = !isLine ? own.has(row) : now.kind === "blank" || own.has(row) || sameContent(now, next);
    if (isTouchable) cells.wanted[row - top] = cell;
    else if (isLine) kept.push({ row, stands: now, computed: next });
    if (now.kind !== "blank") cells.now[row - top] = [now];
    if (row <= headerRow) continue;
    recorded += isLine ? rowMark(marks[i] ?? "", isTouchable ? partOf(cell) : "") : NO_ROW;
    const isFilled = isTouchable ? next.kind !== "blank" : isLine && row <= (ours?.lastRow ?? 0);
    if (isFilled || (isHeaded && isLine)) last = row;
  }
  const writes = blocksOf(cells).map(({ from, to }): WriteContents => ({
    kind: "contents",
    sheetId: sheet.id,
    range: { top: top + from, bottom: top + to, left: column, right: column },
    contents: cells.wanted.slice(from, to + 1).map((cell) => cell ?? BLANK_CELL),
    expected: cells.now.slice(from, to + 1),
  }));
  return { writes, kept, marks: recorded.slice(0, (last - headerRow) * NO_ROW.length) };
}

const NONE: ReadonlySet<number> = new Set();

/** Of a row that is no line of the table. */
const NO_LINE = -1;

/** Lines of one content share their cell, and the part that stands for it is made once. */
function createContentPart(): (cell: OneCell) => string {
  const known = new Map<OneCell, string>();
  return (cell) => {
    let part = known.get(cell);
    if (part === undefined) known.set(cell, (part = contentPart(cell[0])));
    return part;
  };
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

/** Which cells of a column that we wrote are still ours, whatever people did to the lines beside them. */

import { contentPart, type RecordedRows } from "../workbook/ledger";
import type { SheetSnapshot } from "../workbook/snapshot";
import { contentAt } from "./cells";

/** What we wrote below one header, and where that header stands now. */
export interface Record {
  readonly headerRow: number;
  readonly rows: RecordedRows;
}

/**
 * The rows of a column, down to `bottom`, in which the cell is ours. `lineOf` is the `linePart` of the line in a row, "" if
 * there is none. Where tables grew together, their records follow one another in one column.
 */
export function ownCells(sheet: SheetSnapshot, column: number, records: readonly Record[], bottom: number, lineOf: (row: number) => string): ReadonlySet<number> {
  const own = new Set<number>();
  const inOrder = [...records].sort((a, b) => a.headerRow - b.headerRow);
  inOrder.forEach(({ headerRow, rows }, at) => {
    const first = headerRow + 1;
    const end = (inOrder[at + 1]?.headerRow ?? bottom + 1) - 1;
    const here = Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => first + i);
    const present = { lines: here.map(lineOf), contents: here.map((row) => contentPart(contentAt(sheet, row, column))) };
    ownRows(present, rows).forEach((isOurs, i) => {
      if (isOurs) own.add(first + i);
    });
  });
  return own;
}

/** A column now, told like the record of it. */
export type PresentRows = RecordedRows;

/**
 * By row below the header, whether the cell holds what we wrote last and nobody touched it. It is ours
 * - where its line stands beside it, wherever the two went together (sorted rows, inserted rows);
 * - where it stayed in its place and the line beside it is another now: renamed, pasted over, or moved without it. That lines
 *   moved without their cells is only believed where it explains more of the column than that they moved with them;
 * - where its line was renamed and moved with it.
 * Anything else was typed by somebody, though it may be a word that we write on other lines.
 */
export function ownRows(present: PresentRows, recorded: RecordedRows): readonly boolean[] {
  const placeOf = alignment(present, recorded);
  const places = present.contents.map((content, i) => {
    const place = placeOf(i);
    return place !== null && content !== "" && recorded.contents[place] === content ? place : null;
  });
  const [standing, known] = [new Set(present.lines), new Set(recorded.lines)];
  const written = new Set(recorded.contents.map((content, i) => (recorded.lines[i] ?? "") + content));
  const isWithLine = (i: number): boolean => present.lines[i] !== "" && written.has((present.lines[i] ?? "") + (present.contents[i] ?? ""));
  const isNew = (i: number): boolean => present.lines[i] === "" || !known.has(present.lines[i] ?? "");

  let [moved, stayed] = [0, 0];
  const ours = present.contents.map((content, i) => content !== "" && isWithLine(i));
  ours.forEach((isOurs, i) => {
    if (isOurs && places[i] === null) moved++;
    else if (!isOurs && places[i] !== null && !isNew(i)) stayed++;
  });
  const haveStayed = stayed > moved;
  const taken = new Set<number>();
  places.forEach((place, i) => {
    if (place === null) return;
    const wasReplaced = isNew(i) && !standing.has(recorded.lines[place] ?? "");
    if (ours[i] === true || haveStayed || wasReplaced) {
      ours[i] = true;
      taken.add(place);
    }
  });

  // Renamed and moved: what is left of lines that are gone stands beside lines that are new.
  const left = new Map<string, number>();
  recorded.contents.forEach((content, at) => {
    if (content !== "" && !taken.has(at) && !standing.has(recorded.lines[at] ?? "")) left.set(content, (left.get(content) ?? 0) + 1);
  });
  return ours.map((isOurs, i) => {
    const content = present.contents[i] ?? "";
    const count = left.get(content) ?? 0;
    if (isOurs || count === 0 || present.lines[i] === "" || !isNew(i)) return isOurs;
    left.set(content, count - 1);
    return true;
  });
}

/** A line in its place tells more than a content does: words for a status are few. */
const SAME_LINE = 3;
const SAME_CONTENT = 2;

/**
 * Which recorded row stands in a row now, as far as places go: row by row, with at most one block of rows inserted or
 * deleted in between, where that fits best.
 */
export function alignment(present: PresentRows, recorded: RecordedRows): (i: number) => number | null {
  const shift = extentOf(present.contents) - extentOf(recorded.contents);
  if (shift === 0) return (i) => i;
  const likeness = (i: number, at: number): number =>
    (isSame(present.contents[i], recorded.contents[at]) ? SAME_CONTENT : 0) + (isSame(present.lines[i], recorded.lines[at]) ? SAME_LINE : 0);
  const rows = present.contents.length;
  const inserted = Math.max(0, shift);
  let [above, below] = [0, 0];
  for (let i = inserted; i < rows; i++) below += likeness(i, i - shift);
  let [best, from] = [-1, rows];
  for (let i = inserted; i <= rows; i++) {
    if (above + below > best) [best, from] = [above + below, i];
    if (i === rows) break;
    above += likeness(i - inserted, i - inserted);
    below -= likeness(i, i - shift);
  }
  for (let i = Math.max(0, rows - inserted); i < rows; i++) above += likeness(i, i);
  if (above >= best) return (i) => i;
  return (i) => (i >= from ? i - shift : i >= from - inserted ? null : i);
}

/** Down to the last cell that holds anything. */
function extentOf(contents: readonly string[]): number {
  let extent = contents.length;
  while (extent > 0 && contents[extent - 1] === "") extent--;
  return extent;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a !== "" && a === b;
}

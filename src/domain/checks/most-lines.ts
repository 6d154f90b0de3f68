/** What of a table's lines a relation between its columns may fail in, and still be proven by the others. */

/** Lines looked at first: what fails in two of them is nothing. */
const FIRST_LINES = 8;
/** One line in so many may be wrong. */
const LINES_A_MISS = 10;

/** `holds` by index of the rows; null where a line shows nothing. */
export function mayHold(rows: number, holds: (i: number) => boolean | null): boolean {
  let [seen, failing] = [0, 0];
  for (let i = 0; i < rows && seen < FIRST_LINES; i += 1) {
    const isSo = holds(i);
    if (isSo === null) continue;
    seen += 1;
    if (!isSo) failing += 1;
  }
  return seen > 0 && failing < 2;
}

/** One at least. */
export function mayMiss(misses: number, lines: number): boolean {
  return misses <= Math.max(1, lines / LINES_A_MISS);
}

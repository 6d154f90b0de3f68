/** Codes that stand in one column, or in a column each for 类, 款 and 项. */

/** By line. A part that stands only where it begins, as budget systems print their trees, holds for the lines below it: 201, then 03 in the next column, then 01. */
export function codesOf(lines: readonly number[], columns: readonly number[], textAt: (row: number, column: number) => string): readonly string[] {
  const [only, ...others] = columns;
  if (only !== undefined && others.length === 0) return lines.map((row) => textAt(row, only));
  let open: readonly string[] = [];
  return lines.map((row) => {
    const own = columns.map((column) => textAt(row, column));
    const first = own.findIndex((part) => part !== "");
    if (first < 0) return "";
    open = [...open.slice(0, first), ...own.slice(first)];
    return open.map((part, i) => (i > 0 && /^\d$/u.test(part) ? `0${part}` : part)).join("");
  });
}

/** Border lines as the grid component takes them: cell by cell, and whole blocks at once where all lines are alike. */

import type { Sheet } from "../../embedded/book/book";
import { usedRange } from "../../embedded/book/cells";
import { readCellLines } from "../../embedded/book/borders";
import type { CellLines } from "../../embedded/book/borders";
import type { Line } from "../../embedded/book/styles/words";

interface GridLine {
  /** The component's number of a line style. */
  readonly style: string;
  readonly color: string;
}

export interface CellBorders {
  readonly rangeType: "cell";
  readonly value: { readonly row_index: number; readonly col_index: number; readonly l?: GridLine; readonly r?: GridLine; readonly t?: GridLine; readonly b?: GridLine };
}

export interface BlockBorders {
  readonly rangeType: "range";
  readonly borderType: "border-all";
  readonly style: string;
  readonly color: string;
  readonly range: readonly { readonly row: readonly [number, number]; readonly column: readonly [number, number] }[];
}

const SIDES = [["l", "left"], ["r", "right"], ["t", "top"], ["b", "bottom"]] as const;
type Sides = Readonly<Partial<Record<(typeof SIDES)[number][0], GridLine>>>;

export function bordersOf(sheet: Sheet): (CellBorders | BlockBorders)[] {
  const used = usedRange(sheet, false);
  if (used === null) return [];
  const cells: CellBorders[] = [];
  const blocks = blockCollector();
  readCellLines(sheet, used).forEach((line, y) => {
    const row = used.top + y;
    line.forEach((lines, x) => {
      const column = used.left + x;
      const sides = sidesOf(lines);
      const all = alike(sides);
      if (all !== null) blocks.add(row, column, all);
      else if (Object.keys(sides).length > 0) cells.push({ rangeType: "cell", value: { row_index: row, col_index: column, ...sides } });
    });
    blocks.endRow(row);
  });
  return [...blocks.done(), ...cells];
}

function sidesOf(lines: CellLines): Sides {
  const sides: Partial<Record<keyof Sides, GridLine>> = {};
  for (const [short, side] of SIDES) {
    const line = gridLine(lines[side]);
    if (line !== null) sides[short] = line;
  }
  return sides;
}

function alike({ l, r, t, b }: Sides): GridLine | null {
  if (l === undefined) return null;
  return [r, t, b].every((line) => line?.style === l.style && line.color === l.color) ? l : null;
}

/** Joins neighbouring cells with one line all around into rows, and equal rows into blocks. */
function blockCollector(): { add: (row: number, column: number, line: GridLine) => void; endRow: (row: number) => void; done: () => BlockBorders[] } {
  interface Run { readonly line: GridLine; readonly top: number; readonly left: number; right: number; bottom: number }
  const finished: Run[] = [];
  let above: Run[] = [];
  let current: Run[] = [];
  const sameLine = (a: Run, b: GridLine): boolean => a.line.style === b.style && a.line.color === b.color;
  return {
    add: (row, column, line) => {
      const last = current.at(-1);
      if (last !== undefined && last.right === column - 1 && sameLine(last, line)) last.right = column;
      else current.push({ line, top: row, left: column, right: column, bottom: row });
    },
    endRow: (row) => {
      const grown = current.map((run) => {
        const index = above.findIndex((upper) => upper.left === run.left && upper.right === run.right && sameLine(upper, run.line));
        if (index < 0) return run;
        const [upper] = above.splice(index, 1);
        return upper === undefined ? run : Object.assign(upper, { bottom: row });
      });
      finished.push(...above);
      above = grown;
      current = [];
    },
    done: () => [...finished, ...above].map(({ line, top, left, bottom, right }) => ({ rangeType: "range", borderType: "border-all", ...line, range: [{ row: [top, bottom], column: [left, right] }] })),
  };
}

function gridLine({ style, weight, color }: Line): GridLine | null {
  return style === "None" ? null : { style: String(styleNumber(style, weight)), color };
}

function styleNumber(style: Exclude<Line["style"], "None">, weight: Line["weight"]): number {
  const heavy = weight === "Medium" || weight === "Thick";
  switch (style) {
    case "Continuous":
      return { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 }[weight];
    case "Dot":
      return 3;
    case "Dash":
      return heavy ? 9 : 4;
    case "DashDot":
      return heavy ? 10 : 5;
    case "DashDotDot":
      return heavy ? 11 : 6;
    case "Double":
      return 7;
    case "SlantDashDot":
      return 12;
  }
}

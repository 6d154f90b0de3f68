/** Lines of ranges. Neighbouring cells share them, and who draws one takes it from the other. */

import type { CellRange } from "./address";
import { BORDER_EDGES, type BorderEdge, type BorderLook, type CellLook, type CopyLook, type SetLook } from "./edits";
import type { LookRun } from "./inverse";

/** One row has no lines between rows, one column none between columns. */
export function edgesOf({ top, bottom, left, right }: CellRange): BorderEdge[] {
  return BORDER_EDGES.filter((edge) => (edge !== "horizontal" || bottom > top) && (edge !== "vertical" || right > left));
}

/**
 * What must be drawn so that a range gets the lines of `look`, `before` being what stood there before any edit.
 * Lines that are there already are not drawn again. A copied look leaves those around the range as they are.
 */
export function linesToDraw({ kind, range }: CopyLook | SetLook, look: CellLook, before: readonly LookRun[]): (readonly [BorderEdge, BorderLook])[] {
  return edgesOf(range).flatMap((edge) => {
    const wanted = look.borders[edge];
    const here = before.flatMap((run) => linesAt(range, run, edge));
    if (here.every((line) => sameLine(line, wanted))) return [];
    const isShared = edge !== "horizontal" && edge !== "vertical" && here.some(({ style }) => style !== "None");
    return kind === "copy-look" && isShared ? [] : [[edge, wanted] as const];
  });
}

/** The lines of a part of a range that lie on one edge of the range, or between its rows or columns. */
function linesAt(place: CellRange, { range, look: { borders } }: LookRun, edge: BorderEdge): BorderLook[] {
  switch (edge) {
    case "horizontal":
      return [...(range.top > place.top ? [borders.top] : []), ...(range.bottom > range.top ? [borders.horizontal] : []), ...(range.bottom < place.bottom ? [borders.bottom] : [])];
    case "vertical":
      return [...(range.left > place.left ? [borders.left] : []), ...(range.right > range.left ? [borders.vertical] : []), ...(range.right < place.right ? [borders.right] : [])];
    default:
      return range[edge] === place[edge] ? [borders[edge]] : [];
  }
}

function sameLine(a: BorderLook, b: BorderLook): boolean {
  return a.style === b.style && (a.style === "None" || (a.weight === b.weight && a.color === b.color));
}

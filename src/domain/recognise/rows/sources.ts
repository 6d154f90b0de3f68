/** 小计 | 当年财政拨款 | 上年结转 beside one project's name: the project, and what single sources gave of it. */

import type { Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import { areParts, type Line } from "./line";

interface Sum {
  readonly head: Line;
  readonly parts: readonly Line[];
}

/**
 * Lines with 小计 in another column than the name, told by that name, and the lines of the same name below as parts of
 * them; as they were unless nearly all such sums are what their parts come to, in every column.
 */
export function takeSourcesTogether(lines: readonly Line[], allOf: (line: Line) => readonly Decimal[], textAt: (line: Line, column: number) => string): readonly Line[] {
  const sums = lines.flatMap((line, at): Sum[] => (line.rank === 1 && line.beside !== undefined ? [{ head: line, parts: partsOf(line.beside.name, line, lines, at) }] : []));
  const proven = sums.filter(({ head, parts }) => parts.length > 0 && areParts(parts, head, allOf));
  if (proven.length * 4 < sums.length * 3 || !proven.some(({ parts }) => parts.length > 1)) return lines;
  const heads = new Set(sums.map(({ head }) => head));
  const columnOf = new Map(sums.flatMap(({ head, parts }) => parts.map((part) => [part, head.beside?.column ?? 0] as const)));
  return lines.map((line): Line => {
    const column = columnOf.get(line);
    if (heads.has(line)) return { ...line, name: line.beside?.name ?? "", rank: 0 };
    return column === undefined ? line : { ...line, name: textAt(line, column), code: "", kind: "of-which", reason: because("row-of-which") };
  });
}

/** Down to the next sum or another name. */
function partsOf(name: string, head: Line, lines: readonly Line[], at: number): readonly Line[] {
  const isPart = (line: Line | undefined): boolean => line !== undefined && line.rank === 0 && line.hasFigures && (line.name === "" || line.name === name) && (line.code === "" || line.code === head.code);
  let end = at + 1;
  while (isPart(lines[end])) end += 1;
  return lines.slice(at + 1, end);
}

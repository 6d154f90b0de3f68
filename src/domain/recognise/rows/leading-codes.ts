/** Codes that stand before the names, in one cell. */

import { codedName } from "../../functional-class/leading-code";
import type { Line } from "./line";

/** Taken apart where most of the lines have one: among others such digits are the number of a line, or part of its name. */
export function takeCodesApart(lines: readonly Line[]): readonly Line[] {
  const plain = lines.filter(({ code, name, rank }) => code === "" && name !== "" && rank === 0);
  const coded = new Map(plain.flatMap((line) => {
    const found = codedName(line.name);
    return found === null ? [] : [[line, found] as const];
  }));
  return coded.size * 2 <= plain.length ? lines : lines.map((line) => ({ ...line, ...coded.get(line) }));
}

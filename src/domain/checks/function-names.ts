/** What the workbook itself calls each functional code; it counts more than any dictionary. */

import { classKey, isFunctionCode } from "../functional-class/dictionary";
import { normaliseCode } from "../recognise/normalise";
import { columnOf } from "../table";
import { cellAt, type TableInput } from "./input";

export interface CodeNames {
  /** The name most lines give the code; null where two names are equally frequent. */
  readonly usual: { readonly name: string; readonly lines: number } | null;
  /** The name that stands first. */
  readonly first: string;
}

/** By functional code. */
export function readFunctionNames(tables: readonly TableInput[]): ReadonlyMap<string, CodeNames> {
  const counted = new Map<string, Map<string, number>>();
  for (const input of tables) {
    const [code, name] = [columnOf(input.table, "function-code"), columnOf(input.table, "function-name")];
    if (code === null || name === null) continue;
    for (const { row, kind } of input.table.rows) {
      const key = kind === "total" ? "" : normaliseCode(String(cellAt(input, row, code.column)));
      const printed = className(String(cellAt(input, row, name.column)));
      if (!isFunctionCode(key) || printed === "") continue;
      const names = counted.get(key) ?? new Map<string, number>();
      counted.set(key, names);
      names.set(printed, (names.get(printed) ?? 0) + 1);
    }
  }
  return new Map([...counted].map(([code, names]) => [code, { usual: usualOf(names), first: [...names.keys()][0] ?? "" }]));
}

/** What a line calls its class: the line that adds it up may say so behind the name, or have no other. */
export function className(printed: string): string {
  return printed.trim().replace(/[(（]?(?:小计|合计|总计)[)）]?$/u, "").trim();
}

/** Names that differ only in how they are typed count as one, under the first of them. */
function usualOf(printed: ReadonlyMap<string, number>): CodeNames["usual"] {
  const names = new Map<string, { readonly name: string; readonly lines: number }>();
  for (const [name, lines] of printed) {
    const known = names.get(classKey(name));
    names.set(classKey(name), { name: known?.name ?? name, lines: (known?.lines ?? 0) + lines });
  }
  const [first, second] = [...names.values()].sort((a, b) => b.lines - a.lines);
  return first === undefined || first.lines === second?.lines ? null : first;
}

/** What the workbook itself calls each functional code; it counts more than any dictionary. */

import { classKey, isFunctionCode } from "../functional-class/dictionary";
import { normaliseCode } from "../recognise/normalise";
import { columnOf } from "../table";
import { cellAt, type TableInput } from "./input";

export interface CodeNames {
  /** The name most lines give the code; null where two names are equally frequent. */
  readonly usual: { readonly name: string; readonly lines: number } | null;
}

/** By functional code. */
export function readFunctionNames(tables: readonly TableInput[]): ReadonlyMap<string, CodeNames> {
  const counted = new Map<string, Map<string, { readonly name: string; lines: number }>>();
  for (const input of tables) {
    const [code, name] = [columnOf(input.table, "function-code"), columnOf(input.table, "function-name")];
    if (code === null || name === null) continue;
    for (const { row, kind } of input.table.rows) {
      const key = kind === "body" ? normaliseCode(String(cellAt(input, row, code.column))) : "";
      const printed = String(cellAt(input, row, name.column)).trim();
      if (!isFunctionCode(key) || printed === "") continue;
      const names = counted.get(key) ?? new Map<string, { readonly name: string; lines: number }>();
      counted.set(key, names);
      const known = names.get(classKey(printed));
      if (known === undefined) names.set(classKey(printed), { name: printed, lines: 1 });
      else known.lines++;
    }
  }
  return new Map([...counted].map(([code, names]) => [code, { usual: usualOf([...names.values()]) }]));
}

function usualOf(names: readonly { readonly name: string; readonly lines: number }[]): CodeNames["usual"] {
  const [first, second] = [...names].sort((a, b) => b.lines - a.lines);
  return first === undefined || first.lines === second?.lines ? null : first;
}

/** Under which keys the lines of a table may be known to other tables. */

import { CLASS_LEVELS, isFunctionCode } from "../../functional-class/dictionary";
import { normaliseCode, normaliseName } from "../../recognise/normalise";
import { columnOf, type TableColumn } from "../../table";
import { cellAt, type TableInput } from "../input";

/** Rows by key. A line's key has one row, unless the name or code stands more than once; a group's has those of its function. */
export type RowsByKey = ReadonlyMap<string, readonly number[]>;

/** Body rows by name and by code; what is not picked is left out. */
export function linesByKey({ table, keyed }: TableInput, isPicked: (key: string) => boolean): RowsByKey {
  const rows = new Map<string, number[]>();
  const put = (kind: string, key: string, i: number): void => {
    if (key === "" || !isPicked(key)) return;
    const known = rows.get(kind + key);
    if (known === undefined) rows.set(kind + key, [i]);
    else known.push(i);
  };
  const { names, codes } = keyed();
  table.rows.forEach(({ kind }, i) => {
    if (kind !== "body") return;
    put(NAME, names[i] ?? "", i);
    put(CODE, codes[i] ?? "", i);
  });
  return rows;
}

/** Marks of what kind a key is, so that a code is never taken for a name. */
export const NAME = "name ";
export const CODE = "code ";

/**
 * Body rows by the functional class beside them: by its name, and by its code's class, division and item. Only in
 * tables whose lines are something else, projects say.
 */
export function groupsByKey(input: TableInput): RowsByKey {
  const { table } = input;
  const [name, code] = [columnOf(table, "function-name"), columnOf(table, "function-code")];
  const groups = new Map<string, number[]>();
  if (columnOf(table, "name") === null && columnOf(table, "code") === null) return groups;
  const put = (key: string, rows: readonly number[]): void => {
    const known = groups.get(key) ?? [];
    groups.set(key, known);
    for (const i of rows) known.push(i);
  };
  for (const [printed, rows] of bodyRowsBy(input, name)) put(NAME + normaliseName(printed), rows);
  for (const [printed, rows] of bodyRowsBy(input, code)) {
    const digits = normaliseCode(printed);
    if (isFunctionCode(digits)) for (const level of CLASS_LEVELS) if (level <= digits.length) put(CODE + digits.slice(0, level), rows);
  }
  return new Map([...groups].map(([key, rows]) => [key, rows.sort((a, b) => a - b)]));
}

/** By what their cell of a column says; blank ones are left out. */
function bodyRowsBy(input: TableInput, column: TableColumn | null): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  input.table.rows.forEach(({ kind, row }, i) => {
    const printed = kind !== "body" || column === null ? "" : String(cellAt(input, row, column.column)).trim();
    if (printed === "") return;
    const known = rows.get(printed);
    if (known === undefined) rows.set(printed, [i]);
    else known.push(i);
  });
  return rows;
}

/** Keys to look at for evidence; in a long table a few thousand say as much as all. */
const ENOUGH_KEYS = 4_000;

/** Picks the same keys in every table, whatever else the tables hold. */
export function createKeyPicker(rows: number): (key: string) => boolean {
  const step = Math.floor(rows / ENOUGH_KEYS);
  return step <= 1 ? () => true : (key) => hashOf(key) % step === 0;
}

function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  // The low bits of a sum say little; mixing spreads them.
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8) & 0xffff;
}

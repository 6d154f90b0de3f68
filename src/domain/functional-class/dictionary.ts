/** Looking up functional classes: the official names of a year, and the parts of a code. */

import { normaliseName } from "../recognise/normalise";
import { NAMES } from "./names";

const DIVISION_DIGITS = 5;

/** Before this year names were others (城乡社区事务 for 城乡社区支出), and nothing is known here. */
const FIRST_YEAR = 2014;

/** The official name of a class (3 digits), division (5) or item (7) in a year; null where it is not known. */
export function officialName(code: string, year: number): string | null {
  const entry = Object.hasOwn(NAMES, code) && year >= FIRST_YEAR ? NAMES[code] : undefined;
  if (entry === undefined) return null;
  if (typeof entry === "string") return entry;
  return entry.find(({ from, to }) => (from === null || year >= from) && (to === null || year <= to))?.name ?? null;
}

/** The names of all divisions (5 digits) of a year. */
export function divisionNames(year: number): ReadonlyMap<string, string> {
  return new Map(Object.keys(NAMES).flatMap((code): [string, string][] => {
    const name = code.length === DIVISION_DIGITS ? officialName(code, year) : null;
    return name === null ? [] : [[code, name]];
  }));
}

/** All names a code ever had here. */
export function namesEver(code: string): readonly string[] {
  const entry = Object.hasOwn(NAMES, code) ? NAMES[code] : undefined;
  if (entry === undefined) return [];
  return typeof entry === "string" ? [entry] : entry.map(({ name }) => name);
}

/** The codes that have this name in some year. 行政运行 and its like stand under every division, so a name may have many that are not here. */
export function codesNamed(name: string): readonly string[] {
  return CODES_BY_NAME.get(classKey(name)) ?? [];
}

/** Names that differ only in how they are typed, or in an ending that says what they are (支出, 事务, 类, 款, 项), are one. */
export function classKey(name: string): string {
  const plain = normaliseName(name).replace(/\((?:类|款|项)\)$/u, "");
  return plain.replace(/(?<=.{2})(?:支出|事务)$/u, "");
}

const CODES_BY_NAME: ReadonlyMap<string, readonly string[]> = (() => {
  const codes = new Map<string, string[]>();
  for (const code of Object.keys(NAMES)) {
    for (const name of new Set(namesEver(code).map(classKey))) codes.set(name, [...(codes.get(name) ?? []), code]);
  }
  return codes;
})();

/** 2010350 belongs to 20103 and 201: the first 3, 5 and 7 digits. */
export const CLASS_LEVELS = [3, 5, 7] as const;

export function isFunctionCode(code: string): boolean {
  return /^2\d{2}(?:\d{2}){0,2}$/u.test(code);
}

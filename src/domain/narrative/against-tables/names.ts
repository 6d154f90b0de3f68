/** Names of lines as texts and tables write them. */

import { normaliseName } from "../../recognise/normalise";
import { grouped } from "../grouped";
import type { KnownLine } from "./known";
import type { Statement } from "./statements";

const UNCHANGED = /^[\u4e00-\u9fff\d]*$/u;

/** `normaliseName`, which changes nothing in names of Chinese characters and digits alone. */
export function nameKey(name: string): string {
  return UNCHANGED.test(name) ? name : normaliseName(name);
}

/** Lines by name; a name may stand twice. */
export type LinesByName = ReadonlyMap<string, readonly number[]>;

export function linesByName(lines: readonly KnownLine[]): LinesByName {
  return grouped(lines.keys(), (at) => nameKey(lines[at]?.name ?? ""));
}

/** The lines a statement names: by exactly its words, else with the label they ran into (住房保障+支出), else with or without 项目 or the year. */
export function namedLines(statement: Statement, byName: LinesByName): readonly number[] {
  for (const name of spellings(statement)) {
    const lines = byName.get(name);
    if (lines !== undefined) return lines;
  }
  return [];
}

/** Keys under which tables may have the line a statement is about, the most literal first. */
export function spellings({ subject, budget, expenditure }: Statement): readonly string[] {
  const name = nameKey(subject.text);
  const labels = [expenditure?.label ?? "", budget?.label ?? ""].filter((label) => label !== "").map((label) => name + normaliseName(label));
  return [name, ...labels, name.endsWith("项目") ? name.slice(0, -2) : `${name}项目`, name.replace(/^(?:19|20)\d{2}年度?/u, "")];
}

/** Which lines of which tables are one project. */

import { normaliseCode } from "../../recognise/normalise";
import { nameKey } from "../../narrative/against-tables/names";
import type { Known } from "../cells";
import type { SourceLine, SourceTable } from "./read";
import { bodyLines } from "./totals";

export interface ProjectLines {
  readonly key: string;
  readonly lines: SourceLine[];
  /** Those of them that are called only much the same as the others. */
  readonly alike: SourceLine[];
}

/**
 * Lines of different tables are one project if they have the same code, or else the same name, no other unit and no
 * other budget beside spending of their own; or names that only end in other words (环境整治 and 环境整治经费) and the same
 * budget to the cent. Two lines of one table never are. In the order of the table that has most of them.
 */
export function groupLines(projects: readonly SourceTable[]): readonly ProjectLines[] {
  const groups = new Map<string, ProjectLines>();
  const aliases = new Map<string, string>();
  const stems = new Map<string, string>();
  const tables = [...projects].sort((a, b) => bodyLines(b).length - bodyLines(a).length);
  for (const table of tables) {
    const taken = new Set<string>();
    const lines = bodyLines(table);
    const named = new Set(lines.flatMap(namesOf).map((name) => aliases.get(name)));
    const ownStems = new Map<string, string>();
    for (const line of lines) {
      const stem = stemOf(line);
      const alike = namesOf(line).some((name) => aliases.has(name)) ? undefined : groups.get(stems.get(stem) ?? "");
      const isAlike = alike !== undefined && !taken.has(alike.key) && !named.has(alike.key) && alike.lines.every((other) => isSameBudget(line, other));
      const key = isAlike ? alike.key : keyOf(line, taken, aliases, (known) => groups.get(known)?.lines.some((other) => isAnother(line, other)) === true);
      taken.add(key);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { key, lines: [line], alike: [] });
      else group.lines.push(line);
      if (isAlike) alike.alike.push(line);
      ownStems.set(stem, ownStems.has(stem) ? SEVERAL : key);
      for (const alias of namesOf(line)) if (!aliases.has(alias)) aliases.set(alias, key);
      // By name alone it is known only as long as one unit has it.
      if (line.unit !== "") aliases.set(ofAnyUnit(line), [key, undefined].includes(aliases.get(ofAnyUnit(line))) ? key : SEVERAL);
    }
    for (const [stem, key] of ownStems) stems.set(stem, [key, undefined].includes(stems.get(stem)) ? key : SEVERAL);
  }
  return [...groups.values()];
}

/** Whether a line of the same name is another project: both are told in full, without a common code, and with other budgets. */
function isAnother(line: SourceLine, other: SourceLine): boolean {
  if (line.code !== "" && normaliseCode(line.code) === normaliseCode(other.code)) return false;
  const isWhole = ({ figures }: SourceLine): boolean => figures.expenditure !== undefined && BUDGETS.some((role) => figures[role] !== undefined);
  const areApart = (a: Known | undefined, b: Known | undefined): boolean => a !== undefined && b !== undefined && a.value.minus(b.value).abs().gt(a.value.abs().times(ROUNDING));
  return isWhole(line) && isWhole(other) && BUDGETS.some((role) => areApart(line.figures[role], other.figures[role]));
}

/** Of one of the two budgets at least, and no other unit or code. */
function isSameBudget(line: SourceLine, other: SourceLine): boolean {
  const areOfTwo = (a: string, b: string): boolean => a !== "" && b !== "" && a !== b;
  if (areOfTwo(nameKey(line.unit), nameKey(other.unit)) || areOfTwo(normaliseCode(line.code), normaliseCode(other.code))) return false;
  const told = BUDGETS.flatMap((role) => { const [a, b] = [line.figures[role]?.value, other.figures[role]?.value]; return a === undefined || b === undefined ? [] : [!a.isZero() && a.eq(b)]; });
  return told.length > 0 && told.every(Boolean);
}

/** A name without the words that one table adds to it and another leaves out. */
function stemOf({ name }: SourceLine): string {
  const key = nameKey(name);
  return /^(.{2,}?)(?:(?:专项|工作|项目)*(?:项目|经费|资金|费用|工程))$/u.exec(key)?.[1] ?? key;
}

const BUDGETS = ["original-budget", "adjusted-budget"] as const;
/** Another table may print fewer digits. */
const ROUNDING = 0.01;

function keyOf(line: SourceLine, taken: ReadonlySet<string>, aliases: ReadonlyMap<string, string>, isOfAnother: (key: string) => boolean): string {
  const names = namesOf(line);
  const known = [...names, line.unit === "" ? ofAnyUnit(line) : named(line)].map((name) => aliases.get(name)).find((key) => key !== undefined && key !== SEVERAL && !taken.has(key) && !isOfAnother(key));
  if (known !== undefined) return known;
  const own = names[0] ?? "";
  for (let n = 1; ; n++) {
    const key = n === 1 ? own : `${own}\u0000${n}`;
    if (!taken.has(key) && (n > 1 || !aliases.has(key)) && !isOfAnother(key)) return key;
  }
}

/** By its code, else by its name within its unit. */
function namesOf({ code, name, unit }: SourceLine): string[] {
  return [...(code === "" ? [] : [`code ${normaliseCode(code)}`]), ...(name === "" ? [] : [unit === "" ? named({ name }) : `unit ${nameKey(unit)}\u0000${nameKey(name)}`])];
}

function named({ name }: Pick<SourceLine, "name">): string {
  return `name ${nameKey(name)}`;
}

function ofAnyUnit({ name }: Pick<SourceLine, "name">): string {
  return `any ${nameKey(name)}`;
}

/** No key of a project. */
const SEVERAL = "several";

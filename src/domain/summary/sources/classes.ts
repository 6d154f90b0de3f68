/** Lines of tables by functional class: 类, 款 and 项 by the first 3, 5 and 7 digits of their codes. */

import { classKey, codesNamed, isFunctionCode, namesEver, officialName } from "../../functional-class/dictionary";
import { grouped } from "../../grouped";
import { sum, type Known } from "../cells";
import { isNamedLine } from "./kinds";
import type { SourceLine } from "./read";

/** Lines of one table: one side of what stands side by side. */
export type ClassSide = readonly SourceLine[];

export interface ClassNode {
  /** Unique in the tree, and the same in the next run. */
  readonly key: string;
  /** "" where it is of no known class. */
  readonly code: string;
  readonly name: string;
  /** 类, 款 and 项; 3 is what stands without a code of its own below one of them. Of lines of no class, 1 is below a heading. */
  readonly level: 0 | 1 | 2 | 3;
  /** By side: the line itself; null in a class that sums up its lines, and where the side has none. */
  readonly lines: readonly (SourceLine | null)[];
  /** What stands directly below, by key; empty for a leaf. */
  readonly parts: readonly string[];
}

/**
 * In the order of the codes, each class before what belongs to it; at the end lines of no known class, in their own
 * order. Codes come from the lines, else from official names (of a name that several levels share: of the level that
 * most lines are of). Lines of one code are never merged. `year` says by which names classes above them are called, `known` what the
 * workbook calls those that their lines do not name; a class that nothing names is told by its code.
 */
export function classTree(sides: readonly ClassSide[], year: number | null, known: ReadonlyMap<string, string> = NONE): readonly ClassNode[] {
  const names = new Map(known);
  const leaves = new Map<string, Leaf>();
  sides.forEach((side, s) => {
    const prevailing = prevailingLevel(side);
    const seen = new Map<string, number>();
    side.forEach((line) => {
      const code = codeOf(line, prevailing);
      if (line.kind !== "body") {
        if (code !== "" && line.name !== "") names.set(code, line.name);
        return;
      }
      const inside = line.isWithinClass === true ? code : code === "" ? (namedAbove(line) ?? null) : null;
      const subject = inside !== null ? `${inside} ${classKey(line.name)}` : code === "" ? classKey(line.name) : code;
      const nth = seen.get(subject) ?? 0;
      seen.set(subject, nth + 1);
      const key = `${inside !== null ? "within" : code === "" ? "name" : "class"} ${subject}${nth === 0 ? "" : ` ${nth + 1}`}`;
      const leaf = leaves.get(key) ?? { key, code: inside ?? code, isInside: inside !== null, name: line.name, lines: sides.map(() => null) };
      leaf.lines[s] = line;
      leaves.set(key, leaf);
    });
  });
  const coded = [...leaves.values()].filter(({ code }) => code !== "").sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const others = [...leaves.values()].filter(({ code }) => code === "");
  const named = (one: ClassNode): ClassNode => (one.name !== "" ? one : { ...one, name: names.get(one.code) ?? calledIn(year, one.code) ?? one.code });
  return [...branches(coded, 3, names, year).map(named), ...outline(others)];
}

const NONE: ReadonlyMap<string, string> = new Map();

/** By code what tables of the workbook call their classes. */
export function classNames(lines: Iterable<SourceLine>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of lines) {
    const code = givenCode(line);
    // Beside a class of its own the name is that of what is done for it.
    const name = line.functionName || (line.functionCode === "" || line.functionCode === line.code ? line.name : "");
    if (code !== undefined && name !== "" && !/^\d+$/u.test(name) && !names.has(code)) names.set(code, name);
  }
  return names;
}

/** What the class of a code is called: in `known`, else in that year; "" where nothing tells it. */
export function classNamer(known: ReadonlyMap<string, string>, year: number | null): (code: string) => string {
  return (code) => known.get(code) ?? calledIn(year, code) ?? "";
}

function calledIn(year: number | null, code: string): string | null {
  return year === null ? onlyName(code) : officialName(code, year);
}

interface Leaf {
  readonly key: string;
  /** Its own, or that of the class it stands in. */
  readonly code: string;
  /** It has no code of its own. */
  readonly isInside: boolean;
  readonly name: string;
  readonly lines: (SourceLine | null)[];
}

/** Lines of no known class, in their order, those of one heading below it; one that stands over all of them divides nothing. */
function outline(leaves: readonly Leaf[]): ClassNode[] {
  const aboveOf = ({ lines }: Leaf): string => lines.find((line) => line !== null)?.above ?? "";
  const groups = grouped(leaves, aboveOf);
  if (groups.size < 2) return leaves.map((leaf) => node(leaf, 0));
  return leaves.flatMap((leaf): ClassNode[] => {
    const above = aboveOf(leaf);
    if (above === "") return [node(leaf, 0)];
    const group = groups.get(above) ?? [];
    if (group[0] !== leaf) return [];
    return [{ key: `above ${above}`, code: "", name: above, level: 0, lines: leaf.lines.map(() => null), parts: group.map(({ key }) => key) }, ...group.map((one) => node(one, 1))];
  });
}

const LEVELS: Readonly<Record<3 | 5 | 7, 0 | 1 | 2>> = { 3: 0, 5: 1, 7: 2 };

function branches(leaves: readonly Leaf[], digits: 3 | 5 | 7, names: ReadonlyMap<string, string>, year: number | null): ClassNode[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const prefix = leaf.code.slice(0, digits);
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, [leaf]);
    else group.push(leaf);
  }
  return [...groups].flatMap(([code, group]): ClassNode[] => {
    const level = LEVELS[digits];
    const below = group.filter((leaf) => leaf.code.length > digits);
    const same = group.filter((leaf) => leaf.code.length === digits);
    if (below.length === 0 && !same.some(({ isInside }) => isInside)) return group.map((leaf) => node(leaf, level));
    // A line of the class itself stands in its row, unless another of the same side belongs to it.
    const own = same.find(({ isInside }) => !isInside);
    const isAlone = own !== undefined && own.lines.every((line, s) => line === null || group.every((leaf) => leaf === own || leaf.lines[s] === null));
    const deeper: 5 | 7 = digits === 3 ? 5 : 7;
    const levelInside = below.length === 0 ? 3 : LEVELS[deeper];
    const inner = [...same.filter((leaf) => leaf !== own || !isAlone).map((leaf) => node(leaf, levelInside)), ...branches(below, deeper, names, year)];
    return [{
      key: `sum ${code}`, code, level,
      name: names.get(code) ?? (isAlone ? own.name : null) ?? calledIn(year, code) ?? "",
      lines: isAlone ? own.lines : group[0]?.lines.map(() => null) ?? [],
      parts: inner.flatMap((one) => (one.level === levelInside ? [one.key] : [])),
    }, ...inner];
  });
}

/** Where the year is not known: the name that it always had. */
function onlyName(code: string): string | null {
  const [only, ...others] = namesEver(code);
  return others.length === 0 ? (only ?? null) : null;
}

function node({ key, code, isInside, name, lines }: Leaf, level: ClassNode["level"]): ClassNode {
  return { key, code: isInside ? "" : code, name, level, lines, parts: [] };
}

/** Of lines that are called as others of theirs: the name with the line's own code where these differ, else with what stands above it: one class of several funds. */
export function namesApart(lines: readonly SourceLine[]): ReadonlyMap<SourceLine, string> {
  const alike = grouped(lines.filter(isNamedLine), ({ name }) => classKey(name));
  return new Map([...alike.values()].filter(({ length }) => length > 1).flatMap((same) => {
    const codes = new Set(same.flatMap((line) => givenCode(line) ?? []));
    return same.flatMap((line) => {
      const by = (codes.size > 1 ? givenCode(line) : undefined) ?? (line.above || givenCode(line)) ?? "";
      return by === "" ? [] : [[line, `${line.name}（${by}）`] as const];
    });
  }));
}

function codeOf(line: SourceLine, prevailing: number): string {
  const given = givenCode(line);
  if (given !== undefined) return given;
  const [above, named] = [namedAbove(line), codesOfName(line)];
  // 民政管理事务 beside 208: of one name the code that is of that class.
  const [only, ...others] = above === undefined ? [] : named.filter((code) => code.startsWith(above) && code !== above);
  return only !== undefined && others.length === 0 ? only : namedCode(named, prevailing);
}

/** The class that the line above it names, which heads it or adds it up, or that stands beside it: 行政运行 under 一般公共服务支出. */
function namedAbove({ above, name, functionName }: Pick<SourceLine, "above" | "name" | "functionName">): string | undefined {
  const [only, ...others] = [above, name === "" ? "" : functionName].map(codesNamed).find(({ length }) => length > 0) ?? [];
  return others.length === 0 ? only : undefined;
}

function givenCode({ functionCode, code }: Pick<SourceLine, "functionCode" | "code">): string | undefined {
  return [functionCode, code.replace(/\D/gu, "")].find(isFunctionCode);
}

/** The codes of what it is called. */
function codesOfName({ name, functionName }: Pick<SourceLine, "name" | "functionName">): readonly string[] {
  const called = name || functionName;
  return [called, called.replace("和", "与"), called.replace("与", "和")].map(codesNamed).find((codes) => codes.length > 0) ?? [];
}

function namedCode(candidates: readonly string[], prevailing: number): string {
  if (candidates.length === 1) return candidates[0] ?? "";
  // 城乡社区环境卫生 is 21205 and 2120501: one thing at two levels.
  const [shortest = ""] = [...candidates].sort((a, b) => a.length - b.length);
  const isOne = candidates.every((code) => code.startsWith(shortest));
  return isOne ? (candidates.find((code) => code.length === prevailing) ?? shortest) : "";
}

function prevailingLevel(side: ClassSide): number {
  const counts = new Map<number, number>();
  for (const { name, functionName } of side) {
    const codes = codesNamed(name || functionName);
    const [only] = codes;
    if (codes.length === 1 && only !== undefined) counts.set(only.length, (counts.get(only.length) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 5;
}

/** The node's figure of one side: its line's own, or the sum of its parts', which have been found before. */
export function nodeFigure(node: ClassNode, side: number, of: (line: SourceLine) => Known | null, partFigure: (key: string) => Known | null): Known | null {
  const own = node.lines[side] ?? null;
  if (own !== null) return of(own);
  return node.parts.length === 0 ? null : sum(node.parts.map(partFigure));
}

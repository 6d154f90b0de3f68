/** Names of lines as texts and tables write them. */

import { normaliseName } from "../../recognise/normalise";
import type { BudgetTable } from "../../table";
import type { Subject } from "../claim";
import { grouped } from "../../grouped";
import type { KnownLine, KnownTable } from "./known";

const UNCHANGED = /^[\u4e00-\u9fff\d]*$/u;

/** `normaliseName`, which changes nothing in names of Chinese characters and digits alone. */
export function nameKey(name: string): string {
  return UNCHANGED.test(name) ? name : normaliseName(name);
}

/** A table's lines by name: the lines themselves, and behind them the sums that stand above some of them. */
export interface NamedTable {
  readonly all: readonly KnownLine[];
  /** Indices into `all`; a name may stand twice. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly isOfUnits: boolean;
}

export function byNames({ lines, parents, isOfUnits }: KnownTable): NamedTable {
  const all = [...lines, ...parents];
  const byName = grouped(all.keys(), (at) => nameKey(all[at]?.name ?? ""));
  const bare = grouped([...all.keys()].filter((at) => withoutCode(all[at]?.name ?? "") !== null), (at) => nameKey(withoutCode(all[at]?.name ?? "") ?? ""));
  return { all, isOfUnits, byName: bare.size === 0 ? byName : new Map([...bare, ...byName]) };
}

/** 30101 基本工资; null where no code stands before the name. 12316热线 is a name. */
function withoutCode(name: string): string | null {
  const length = CODE.exec(name)?.[0].length ?? 0;
  return length === 0 ? null : name.slice(length);
}

const CODE = /^\d{3,7}[\s\-—_.、]+(?=[\p{Script=Han}A-Za-z])/u;

/** Under which a table has a line: its whole name, and without the code before it. */
export function keysOf(name: string): readonly string[] {
  const bare = withoutCode(name);
  return bare === null ? [nameKey(name)] : [nameKey(name), nameKey(bare)];
}

/** Whether a line of one of the tables is called so, as `spellings` allow. Totals are no lines. */
export function lineNames(tables: readonly BudgetTable[]): (name: string) => boolean {
  let names: ReadonlySet<string> | null = null;
  return (name) => {
    names ??= new Set(tables.flatMap(({ rows }) => rows.filter((row) => row.kind !== "total" && row.name.length >= SHORTEST_NAME).flatMap((row) => keysOf(row.name))));
    const known = names;
    return name.length >= SHORTEST_NAME && spellings({ subject: { text: name, span: null, origin: "own" }, labels: [] }).some((key) => known.has(key));
  };
}

const SHORTEST_NAME = 2;

/** What a text calls a line. `labels` are words the name may have run into: 住房保障 and 支出. */
export interface Called {
  readonly subject: Subject;
  readonly labels: readonly string[];
}

/**
 * The lines a text names: by exactly its words, else with the label they ran into, else with or without 项目, 支出 or
 * the year. Of a class's name as final accounts write it (…（类）…（款）…（项）) the last part is the line, and the
 * others tell which of several of that name.
 */
export function namedLines(called: Called, { all, byName, isOfUnits }: NamedTable): readonly number[] {
  const above = classPath(called.subject.text).slice(0, -1).map(withoutSpending);
  for (const name of spellings(called)) {
    const lines = byName.get(name);
    if (lines === undefined || (isOfUnits && name === halfOf(called.subject.text))) continue;
    const ofPath = lines.filter((at) => above.every((parent) => all[at]?.above.some((other) => withoutSpending(other) === parent) === true));
    return ofPath.length > 0 ? ofPath : lines;
  }
  return [];
}

/** 市公安局 of 市公安局项目支出: a department's projects are a part of what it spent. */
function halfOf(subject: string): string | null {
  const name = nameKey(subject);
  return name.endsWith("项目") ? name.slice(0, -"项目".length) : null;
}

/** Keys under which tables may have the line, the most literal first. */
export function spellings({ subject, labels }: Called): readonly string[] {
  const whole = nameKey(subject.text);
  const path = classPath(subject.text);
  const name = nameKey(path.at(-1) ?? subject.text);
  const withLabels = (bare: string): readonly string[] => [bare, ...labels.filter((label) => label !== "").flatMap((label) => [bare + nameKey(label), `${bare}的${nameKey(label)}`])];
  return [
    ...(name === whole ? [] : [whole]), ...withLabels(name),
    name.endsWith("项目") ? name.slice(0, -2) : `${name}项目`, name.endsWith("project") ? name.slice(0, -"project".length) : `${name}project`,
    ...(path.length > 0 ? [name.endsWith("支出") ? name.slice(0, -2) : `${name}支出`] : []),
    ...withLabels(name.replace(/^(?:19|20)\d{2}年度?/u, "")), ...(OF_MONEY.test(name) ? [name.replace(/(?:项目)?(?:专项)?资金$/u, "")] : []),
  ];
}

/** 高标准农田资金. */
const OF_MONEY = /^.{3,}?资金$/u;

const CLASS = /([^（()）]+)[（(][类款项][)）]/gu;

/** 类, 款 and 项 of "社会福利（款）老年福利（项）"; empty for other names. */
function classPath(text: string): readonly string[] {
  return Array.from(text.matchAll(CLASS), ([, name = ""]) => name);
}

/** 一般公共服务 and 一般公共服务支出. */
function withoutSpending(name: string): string {
  return nameKey(name).replace(/支出$/u, "");
}

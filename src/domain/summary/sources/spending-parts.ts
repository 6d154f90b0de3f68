/** 基本支出 and 项目支出: in tables of their own each is a part of the unit's budget, and no more; together they tell what the whole is divided into. */

import type { BudgetRole, BudgetTable } from "../../table";
import { sum, type Known } from "../cells";
import { joinTables, type JoinedTables } from "./joined-tables";
import type { Part } from "./kinds";
import type { SourceTable } from "./read";
import { partOf, totalOf } from "./totals";

const PARTS: Readonly<Record<Part, RegExp>> = {
  basic: /基本支出|basic expenditure/iu,
  // Some projects are not all of them.
  project: /(?<!重点|重大|主要|部分|跟踪|监控|专项|大额|其他)项目支出|(?<!key |major |selected |tracked )project expenditure/iu,
};

const NUMBERED = /^(?:附?表|table)\s*[\d一二三四五六七八九十]/iu;

/** null unless one table is of 基本支出, one of 项目支出, and none of `whole` tells as much: then the unit has the sum of both. */
export function joinParts(tables: readonly SourceTable[], whole: readonly SourceTable[]): JoinedTables | null {
  const parts = new Map(tables.flatMap((source) => { const named = partNamedBy(source); return named === null ? [] : [[source, named] as const]; }));
  if (parts.size !== 2 || new Set([...parts.values()].map(({ part }) => part)).size !== 2) return null;
  return joinTables([...parts.keys()], whole, (line, member) => {
    const { part = null, name = "" } = parts.get(member) ?? {};
    return { ...line, part, above: line.above || name };
  });
}

type Parts = Readonly<Record<Part, Known | null>>;

/** What one amount of the whole is divided into: as its own table says, else one that comes to the same, or two, of one part each. */
export function partsOfWhole(own: SourceTable | null, tables: readonly SourceTable[], role: BudgetRole | "expenditure", total: Known | null): Parts {
  const partsIn = (source: SourceTable): Parts => ({ basic: partOf(source, "basic", role), project: partOf(source, "project", role) });
  const isTold = (parts: Parts): boolean => parts.basic !== null || parts.project !== null;
  const isAll = (known: Known | null): boolean => total !== null && known?.value.eq(total.value) === true;
  const ofOwn = own === null ? NO_PARTS : partsIn(own);
  if (own === null || total === null || isTold(ofOwn)) return ofOwn;
  const dividing = tables.filter((source) => isAll(totalOf(source, role))).map(partsIn).find(({ basic, project }) => isAll(sum([basic, project])));
  return dividing ?? partsInTwo(tables, role, total);
}

const NO_PARTS: Parts = { basic: null, project: null };

function partsInTwo(tables: readonly SourceTable[], role: BudgetRole | "expenditure", whole: Known): Parts {
  const of = (part: Part): readonly Known[] => tables.flatMap((source) => (partOfTable(source) === part ? (totalOf(source, role) ?? []) : []));
  const projects = new Map(of("project").map((known) => [known.value.toString(), known]));
  const basic = of("basic").find(({ value }) => projects.has(whole.value.minus(value).toString()));
  return basic === undefined ? NO_PARTS : { basic, project: projects.get(whole.value.minus(basic.value).toString()) ?? null };
}

/** The part that a table is of; null for neither, or both. */
export function partOfTable(source: SourceTable): Part | null {
  return partNamedBy(source)?.part ?? null;
}

interface NamedPart {
  readonly part: Part;
  readonly name: string;
}

/** As title, number (表一：基本支出) or tab call it, where nothing in the table is of the other part. */
function partNamedBy({ table, lines }: SourceTable): NamedPart | null {
  const numbers = table.captions.flatMap(({ text }) => (NUMBERED.test(text) ? [text] : []));
  const [only, ...others] = [table.title?.text ?? "", ...numbers, table.sheetName].map(partsIn).find((named) => named.length > 0) ?? [];
  if (only === undefined || others.length > 0) return null;
  return table.columns.some(isOfPart) || lines.some(({ part }) => part !== null && part !== only.part) ? null : only;
}

function partsIn(text: string): readonly NamedPart[] {
  return (["basic", "project"] as const).flatMap((part) => { const [name] = PARTS[part].exec(text) ?? []; return name === undefined ? [] : [{ part, name }]; });
}

function isOfPart({ role }: BudgetTable["columns"][number]): boolean {
  return role === "basic" || role === "project";
}

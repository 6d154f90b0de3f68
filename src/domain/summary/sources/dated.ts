/** One table of each of several dates, as offices keep a sheet a month: each has all that was spent so far, and one of them counts. */

import { findCutOff, formatCutOff } from "../../execution/cut-off";
import type { CutOff } from "../../execution/result";
import type { BudgetTable } from "../../table";
import type { SourceLine, SourceTable } from "./read";
import { haveSameAmounts } from "./totals";
import { onlyYear } from "./year";

/** What is not counted, and what is instead. */
export interface EarlierTables {
  readonly counted: BudgetTable;
  readonly others: readonly BudgetTable[];
}

/** The latest of each; where a date is asked for, the latest that is not after it. */
export function latestTables(tables: readonly SourceTable[], asked: CutOff | null): { readonly counted: readonly SourceTable[]; readonly earlier: readonly EarlierTables[] } {
  const groups: SourceTable[][] = [];
  for (const source of tables) {
    const group = groups.find(([first]) => first !== undefined && areOfOneForm(first, source));
    if (group === undefined) groups.push([source]);
    else group.push(source);
  }
  const dropped = new Map<SourceTable, SourceTable>();
  for (const group of groups) {
    const inTime = asked === null ? group : group.filter(({ table }) => !isAfter(table, asked));
    const last = (inTime.length > 0 ? inTime : group).reduce((best, one) => (compare(periodOf(one.table), periodOf(best.table)) > 0 ? one : best));
    for (const one of group) if (compare(periodOf(one.table), periodOf(last.table)) !== 0) dropped.set(one, last);
  }
  const kept = new Set(dropped.values());
  return {
    counted: tables.filter((source) => !dropped.has(source)),
    earlier: [...kept].map((last) => ({ counted: last.table, others: [...dropped].flatMap(([{ table }, by]) => (by === last ? [table] : [])) })),
  };
}

/** By which tables of one form are in order; null where the table does not tell. */
export interface Period {
  readonly day: string | null;
  readonly year: number | null;
  /** Of the tab: 3月. */
  readonly month: number | null;
}

export function periodOf(table: BudgetTable): Period {
  const found = findCutOff(table)?.cutOff ?? null;
  const month = Number(/^(?:.*年)?(?<month>\d{1,2})月份?$/u.exec(table.sheetName.normalize("NFKC").trim())?.groups?.["month"] ?? "0");
  return {
    day: found === null ? null : formatCutOff(found),
    year: found?.year ?? onlyYear(table.title?.text ?? "") ?? onlyYear(table.sheetName),
    month: month >= 1 && month <= 12 ? month : null,
  };
}

/** 0 where nothing tells which is later. */
export function compare(a: Period, b: Period): number {
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.year !== null && b.year !== null && a.year !== b.year) return a.year - b.year;
  return a.month === null || b.month === null ? 0 : a.month - b.month;
}

function isAfter(table: BudgetTable, asked: CutOff): boolean {
  const { day } = periodOf(table);
  return day !== null && day > formatCutOff(asked);
}

const BUDGETS = ["original-budget", "adjusted-budget"] as const;

/** The same lines in the same columns, under the same title or with the same budgets: a table of a part has others. */
function areOfOneForm(a: SourceTable, b: SourceTable): boolean {
  if (!haveSameAmounts(a, b)) return false;
  const [own, others] = [new Map(named(a)), named(b)];
  const common = others.flatMap(([key, line]) => {
    const other = own.get(key);
    return other === undefined ? [] : [[other, line] as const];
  });
  if (common.length === 0 || common.length * 2 < Math.min(own.size, others.length)) return false;
  return isSameTitle(a.table, b.table) || BUDGETS.some((role) => {
    const both = common.flatMap(([x, y]) => (x.figures[role] === undefined || y.figures[role] === undefined ? [] : [x.figures[role].value.eq(y.figures[role].value)]));
    return both.length > 1 && both.filter((isSame) => isSame).length * 2 > both.length;
  });
}

function named({ lines }: SourceTable): (readonly [string, SourceLine])[] {
  return lines.flatMap((line) => (line.kind === "body" && line.name !== "" ? [[`${line.code} ${line.name}`, line] as const] : []));
}

/** But for what tells the date. */
export function isSameTitle(a: BudgetTable, b: BudgetTable): boolean {
  const [x, y] = [a, b].map(({ title, sheetName }) => wordsOf(title?.text ?? sheetName));
  return x === y;
}

function wordsOf(text: string): string {
  return text.normalize("NFKC").replace(/[\d\s()（）~\-—–.:：/]|[年月日度份底末至到]|截[止至]|[一二三四]季度|上半年/gu, "");
}

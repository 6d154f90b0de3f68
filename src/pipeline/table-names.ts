/** What to call tables that stand side by side, so that a column apart from its table can say whose it is. */

import { columnOf, type BudgetTable } from "../domain/table";

export type TableName =
  | { readonly kind: "text"; readonly text: string }
  /** Nothing but its columns tells it from its neighbours. */
  | { readonly kind: "columns"; readonly left: number; readonly right: number };

/** Longer titles would not fit into the header of a column. */
const LONGEST = 24;

/**
 * By their titles if each has its own, without the unit in brackets behind it where that is enough, else by the headers
 * of their names (收入项目, 支出项目), else by their columns: the first that tells apart all tables that share rows.
 * A title over all of them names none.
 */
export function namesOf(tables: readonly BudgetTable[]): ReadonlyMap<BudgetTable, TableName> {
  const titles = tables.map(({ title }) => inOneLine(title?.text ?? ""));
  const headers = tables.map((table) => inOneLine(columnOf(table, "name")?.header.at(-1) ?? ""));
  const texts = [titles.map(withoutBrackets), titles, headers].find((candidates) => tellApart(tables, candidates));
  return new Map(tables.map((table, i) => {
    const { left, right } = table.range;
    return [table, texts === undefined ? { kind: "columns", left, right } : { kind: "text", text: texts[i] ?? "" }];
  }));
}

function tellApart(tables: readonly BudgetTable[], texts: readonly string[]): boolean {
  if (texts.some((text) => text === "" || text.length > LONGEST)) return false;
  return tables.every(({ range }, i) => tables.every((other, j) =>
    j <= i || texts[i] !== texts[j] || other.range.top > range.bottom || other.range.bottom < range.top));
}

/** Without what stands in brackets at the end: 预算执行表（单位：万元）. */
function withoutBrackets(title: string): string {
  return title.replace(/\s*[（(][^（()）]*[）)]$/u, "");
}

/** Chinese words are spaced out to fill a cell; that means nothing elsewhere. */
function inOneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ").replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/gu, "");
}

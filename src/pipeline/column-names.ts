/** What the columns that we write are called by, where more than one of a kind stands on a sheet. */

import type { TableExecution } from "../domain/execution/result";
import { columnOf, type BudgetTable } from "../domain/table";
import { shareRows } from "../workbook/address";

export type ColumnsName =
  | { readonly kind: "text"; readonly text: string }
  /** Nothing but its columns tells it from others. */
  | { readonly kind: "columns"; readonly left: number; readonly right: number };

/** Longer titles would not fit into the header of a column. */
const LONGEST = 24;

/**
 * Tables that stand side by side, so that a column apart from its table can say whose it is: by their titles if each has its own, without the unit in brackets behind it where that is enough, else by the headers
 * of their names (收入项目, 支出项目), else by their columns: the first that tells apart all tables that share rows.
 * A title over all of them names none.
 */
export function namesOf(tables: readonly BudgetTable[]): ReadonlyMap<BudgetTable, ColumnsName> {
  const titles = tables.map(({ title }) => inOneLine(title?.text ?? ""));
  const headers = tables.map((table) => inOneLine(columnOf(table, "name")?.header.at(-1) ?? ""));
  const texts = [titles.map(withoutBrackets), titles, headers].find((candidates) => tellApart(tables, candidates));
  return new Map(tables.map((table, i) => {
    const { left, right } = table.range;
    return [table, texts === undefined ? { kind: "columns", left, right } : { kind: "text", text: texts[i] ?? "" }];
  }));
}

/** What the rates of one table are of, among several: by the headers over its spending (自有资金 支出), else by the columns. */
export function nameOfSpending({ table, budgetFrom, expenditureFrom }: Pick<TableExecution, "table" | "budgetFrom" | "expenditureFrom">): ColumnsName {
  const nameAt = (column: number | undefined): string => withoutBrackets(table.columns.find((own) => own.column === column)?.header.map(inOneLine).join(" ") ?? "");
  const text = nameAt(expenditureFrom.columns[0]);
  const tells = expenditureFrom.sheetId === table.sheetId && text !== "" && text.length <= LONGEST && table.columns.filter(({ column }) => nameAt(column) === text).length === 1;
  const columns = [...budgetFrom.columns, ...expenditureFrom.columns];
  return tells ? { kind: "text", text } : { kind: "columns", left: Math.min(...columns), right: Math.max(...columns) };
}

function tellApart(tables: readonly BudgetTable[], texts: readonly string[]): boolean {
  if (texts.some((text) => text === "" || text.length > LONGEST)) return false;
  return tables.every(({ range }, i) => tables.every((other, j) => j <= i || texts[i] !== texts[j] || !shareRows(range, other.range)));
}

/** Without what stands in brackets at the end: 预算执行表（单位：万元）. */
function withoutBrackets(title: string): string {
  return title.replace(/\s*[（(][^（()）]*[）)]$/u, "");
}

/** Chinese words are spaced out to fill a cell; that means nothing elsewhere. */
function inOneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ").replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/gu, "");
}

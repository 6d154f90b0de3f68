/** Tables of parts of the year: whose budgets are of a month or quarter each, so that no time of the year says how much of them should be spent; and whose spending is. */

import { isCounted, partNamed, periodAlone, type Period } from "../recognise/headers/dates";
import { createHeaderReader, isOfNow, tidy } from "../recognise/headers/text";
import { monthsOf, type BudgetTable } from "../table";

/** 本月预算 | 本月支出, or 1月, 2月, 3月 line by line. */
export function budgetsPartsOfYear({ columns, rows }: BudgetTable): boolean {
  const budgets = columns.filter(({ role }) => role === "original-budget" || role === "adjusted-budget");
  return budgets.some(({ header }) => isOfNow(header.at(-1) ?? "")) || areMonths(rows);
}

function areMonths(rows: BudgetTable["rows"]): boolean {
  const read = createHeaderReader();
  const isMonth = ({ name }: BudgetTable["rows"][number]): boolean => {
    const meaning = read(name)?.meaning ?? null;
    return meaning !== null && monthsOf(meaning) !== null;
  };
  const isBody = ({ kind }: BudgetTable["rows"][number]): boolean => kind === "body";
  return rows.every((row) => !isBody(row) || isMonth(row)) && rows.filter(isBody).length > 1;
}

/**
 * Tables of one year's budget (1月, 2月 or 一季度, 二季度 by the names of their sheets or their titles), each of another month or quarter, that say nowhere
 * that they count from January: what was spent in one of them is no execution of that budget. Empty for any others.
 */
export function spendingOfParts(budget: BudgetTable, spendings: readonly BudgetTable[]): readonly BudgetTable[] {
  if (partOf(budget) !== null) return [];
  const parts = spendings.flatMap((table) => {
    const part = partOf(table);
    return part === null || isSinceJanuary(table) ? [] : [{ table, part }];
  });
  return new Set(parts.map(({ part }) => part.to)).size > 1 ? parts.map(({ table }) => table) : [];
}

function partOf({ sheetName, title }: BudgetTable): Period | null {
  const read = createHeaderReader();
  for (const text of [title?.text ?? "", sheetName].map(tidy)) {
    const meaning = read(text)?.meaning ?? null;
    const part = (meaning === null ? null : monthsOf(meaning)) ?? partNamed(text) ?? periodAlone(text);
    if (part !== null) return part;
  }
  return null;
}

function isSinceJanuary({ sheetName, title, captions, notes, columns }: BudgetTable): boolean {
  const headers = columns.filter(({ role }) => role === "expenditure").flatMap(({ header }) => header);
  return [sheetName, title?.text ?? "", ...headers, ...[...captions, ...notes].map(({ text }) => text)].some((text) => isCounted(tidy(text)));
}

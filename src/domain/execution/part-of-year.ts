/** Tables whose budgets are of a month or quarter each, so that no time of the year says how much of them should be spent. */

import { createHeaderReader, isOfNow } from "../recognise/headers/text";
import { monthsOf, type BudgetTable } from "../table";

/** 本月预算 | 本月支出, or 1月, 2月, 3月 line by line. */
export function budgetsPartsOfYear({ columns, rows }: BudgetTable): boolean {
  const budgets = columns.filter(({ role }) => role === "original-budget" || role === "adjusted-budget");
  return budgets.some(({ header }) => isOfNow(header.at(-1) ?? "")) || areMonths(rows.filter(({ kind }) => kind === "body"));
}

function areMonths(lines: BudgetTable["rows"]): boolean {
  const read = createHeaderReader();
  const isMonth = ({ name }: BudgetTable["rows"][number]): boolean => {
    const meaning = read(name)?.meaning ?? null;
    return meaning !== null && monthsOf(meaning) !== null;
  };
  return lines.length > 1 && lines.every(isMonth);
}

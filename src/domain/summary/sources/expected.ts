/** 全年预计执行数: what a table expects to have been spent by the end of the year, line by line. */

import type { BudgetTable } from "../../table";
import type { Known } from "../cells";
import type { AmountAt } from "./amounts";

const EXPECTED = /^(?:预计|预测)(?:全年|年底|年末|本年|年度)*(?:累计)?(?:执行|支出|完成|支付)(?:数|额|金额)?$|^(?:全年|年底|年末|本年|年度|至年底)+(?:累计)?(?:预计|预测)(?:累计)?(?:执行|支出|完成|支付)(?:数|额|金额)?$|^(?:forecast|projected|expected)(?: (?:outturn|spend(?:ing)?|expenditure|out-?turn))?$/iu;

/** By row of the sheet; null where no column, or several, say so. What counts as something else is none. */
export function createExpectedOf({ columns }: Pick<BudgetTable, "columns">, amountAt: AmountAt): ((row: number) => Known | null) | null {
  const [only, ...others] = columns.filter(({ role, header }) => role === null && EXPECTED.test((header.at(-1) ?? "").replace(/[（(].*[)）]$/u, "").replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, "").trim()));
  if (only === undefined || others.length > 0) return null;
  return (row) => { const known = amountAt(row, only); return known === "unreadable" ? null : known; };
}

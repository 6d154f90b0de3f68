/** 一般公共预算 and 政府性基金 in tables of their own: different money by law, so that a unit without a table of both has the sum of them. */

import type { BudgetTable } from "../../table";
import { joinTables, type JoinedTables } from "./joined-tables";
import type { SourceTable } from "./read";

const FUND = /一般公共(?:服务)?预算|公共财政预算|政府性基金|国有资本经营/gu;

/** null unless each of several tables names another fund. */
export function joinFunds(tables: readonly SourceTable[]): JoinedTables | null {
  const members = tables.filter(({ table }) => fundOf(table) !== null);
  return new Set(members.map(({ table }) => fundOf(table))).size < members.length ? null : joinTables(members, tables);
}

/** As title or tab call it; null for none, or several. */
function fundOf({ title, sheetName }: BudgetTable): string | null {
  for (const text of [title?.text ?? "", sheetName]) {
    const named = new Set([...text.matchAll(FUND)].map(([word]) => (word.includes("公共") ? "general" : word)));
    if (named.size > 0) return named.size === 1 ? ([...named][0] ?? null) : null;
  }
  return null;
}

/** 一般公共预算, 政府性基金 and 国有资本经营预算: different money by law, often in tables of their own. */

import type { BudgetTable } from "./table";

const FUND = /一般公共(?:服务)?预算|公共财政预算|政府性基金|国有资本经营/gu;

/** The fund that a table is of, as title or tab call it; null for none, or several. */
export function fundNamedBy({ title, sheetName }: Pick<BudgetTable, "title" | "sheetName">): string | null {
  for (const text of [title?.text ?? "", sheetName]) {
    const named = new Set([...text.matchAll(FUND)].map(([word]) => (word.includes("公共") ? "general" : word)));
    if (named.size > 0) return named.size === 1 ? ([...named][0] ?? null) : null;
  }
  return null;
}

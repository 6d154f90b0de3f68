/** Whose budget it is, as the lines above and below the tables say. */

import type { BudgetTable } from "../../table";

const LABEL = /(?:填报|编报|编制|申报|预算|主管|项目)(?:单位|部门)(?:名称)?(?:[(（]盖章[)）])?\s*[:：]\s*(?<name>[^\s:：，。;；]{2,40})/u;
const ENGLISH = /(?:reporting (?:unit|entity)|organi[sz]ation|department|prepared by)\s*:\s*(?<name>[^;\n]{2,60})/iu;

/** "" where no table says. */
export function organisationOf(tables: readonly Pick<BudgetTable, "title" | "captions" | "notes">[]): string {
  for (const { title, captions, notes } of tables) {
    for (const found of [title, ...captions, ...notes]) {
      const name = found === null ? undefined : (LABEL.exec(found.text) ?? ENGLISH.exec(found.text))?.groups?.["name"];
      if (name !== undefined) return name.trim();
    }
  }
  return "";
}

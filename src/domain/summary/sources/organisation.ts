/** Whose budget it is, as the lines above and below the tables say, or a column of theirs line by line. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import type { BudgetTable } from "../../table";
import { createCellTexts } from "./cell-texts";

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

export const UNIT_HEADER = /^(?:(?:预算|主管|实施|执行|责任|承办|承担|牵头|用款|使用|项目|填报|所属|申报)?(?:单位|部门|科室|处室|学校)(?:名称)?|unit|department|organi[sz]ation|division)$/iu;

/** By row of the sheet the unit whose line it is; null where no column says. Numbers are none. */
export function createUnitOf({ columns }: Pick<BudgetTable, "columns">, sheet: SheetSnapshot): ((row: number) => string) | null {
  const column = columns.find(({ role, header }) => role === null && UNIT_HEADER.test((header.at(-1) ?? "").replace(/\s/gu, "")))?.column;
  if (column === undefined) return null;
  const textAt = createCellTexts(sheet);
  return (row) => {
    const text = textAt(row, column);
    return /\p{L}/u.test(text) ? text : "";
  };
}

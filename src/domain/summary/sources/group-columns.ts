/** A column that says which kind each line is of: 项目类别, or before the names whatever else divides them, as 一级项目 merged over what belongs to it. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { DIALECTS } from "../../recognise/dialects/dialect";
import { columnOf, type BudgetTable, type TableColumn } from "../../table";
import { createCellTexts } from "./cell-texts";
import { UNIT_HEADER } from "./organisation";

const GROUP_HEADER = /类别|类型|分类|大类|性质|领域|板块|一级|^(?:category|group|type)$/iu;
const UNTOLD: ReadonlySet<string> = new Set(["header-unknown", "role-taken"]);

/** By row of the sheet; null where there is no such column. */
export function createGroupOf(table: BudgetTable, sheet: SheetSnapshot): ((row: number) => string) | null {
  const name = columnOf(table, "name");
  if (name === null) return null;
  const textAt = createCellTexts(sheet);
  const rows = table.rows.filter(({ kind }) => kind === "body").map(({ row }) => row);
  const isMerged = ({ column }: TableColumn): boolean => sheet.merges.some(({ top, bottom, left, right }) => left === column && right === column && bottom > top && rows.filter((row) => row >= top && row <= bottom).length > 1);
  const isGroup = (column: TableColumn): boolean => {
    const header = (column.header.at(-1) ?? "").replace(/\s/gu, "");
    const texts = rows.map((row) => textAt(row, column.column)).filter((text) => text !== "");
    const isHeaded = column.column < name.column ? GROUP_HEADER.test(header) || isMerged(column) : DIALECTS.some(({ lineClass }) => lineClass.test(header.toLowerCase()));
    return column.role === null && UNTOLD.has(column.reason.code) && !UNIT_HEADER.test(header) && isHeaded
      && texts.length * 2 > rows.length && texts.every((text) => /\p{L}/u.test(text)) && new Set(texts).size < texts.length;
  };
  const found = table.columns.find(isGroup)?.column;
  return found === undefined ? null : (row) => textAt(row, found);
}

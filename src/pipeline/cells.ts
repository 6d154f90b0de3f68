/** Cells of a snapshot as planning looks at them. */

import type { BudgetTable, TableRow } from "../domain/table";
import { contentOf, type Content } from "../workbook/edits";
import type { SheetSnapshot } from "../workbook/snapshot";

export const BLANK: Content = { kind: "blank" };

/** Names a row however it moves: by code, else by name. Lines of one name share what we wrote for any of them. */
export function keyOf({ code, name }: Pick<TableRow, "code" | "name">): string {
  return code === "" ? `n${name}` : `c${code}`;
}

export function contentAt(sheet: SheetSnapshot, row: number, column: number): Content {
  const formula = sheet.formulas[row - sheet.top]?.[column - sheet.left] ?? "";
  return formula === "" ? BLANK : contentOf(formula, sheet.values[row - sheet.top]?.[column - sheet.left] ?? "");
}

/** The lowest text in the header rows of a column, as it stands, and its row; "" in the lowest row if there is none. */
export function headerAt(sheet: SheetSnapshot, { headerTop, headerBottom }: BudgetTable, column: number): { readonly row: number; readonly text: string } {
  for (let row = headerBottom; row >= headerTop; row--) {
    const content = contentAt(sheet, row, column);
    if (content.kind === "text" && content.value.trim() !== "") return { row, text: content.value };
  }
  return { row: headerBottom, text: "" };
}

export function isHidden({ hiddenColumns }: SheetSnapshot, column: number): boolean {
  return hiddenColumns.some(({ left, right }) => left <= column && column <= right);
}

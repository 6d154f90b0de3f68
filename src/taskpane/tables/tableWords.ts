/** Facts about a table as the pane says them. */

import type { Unit } from "../../domain/amounts/unit";
import { placeOf, type BudgetTable, type TableColumn } from "../../domain/table";
import type { Translator } from "../../i18n/translate";
import type { Place } from "../../workbook/address";

export function unitWord(words: Translator, unit: Unit | null): string {
  return words(`unit.${unit ?? "unknown"}`);
}

/** Body rows: what people call the table's lines. */
export function lineCount(table: BudgetTable): number {
  return table.rows.reduce((count, row) => count + (row.kind === "body" ? 1 : 0), 0);
}

/** "其中 / 基本支出"; a merged header's repeated text stands once. */
export function headerText(column: TableColumn): string {
  return column.header.filter((text, i) => text !== "" && text !== column.header[i - 1]).join(" / ");
}

/** The column's cells within the table, header included. */
export function columnPlace(table: BudgetTable, { column }: Pick<TableColumn, "column">): Place {
  return placeOf(table, { top: table.headerTop, bottom: table.range.bottom, left: column, right: column });
}

/** 4, 7, 8 → "5, 8-9". */
export function formatRows(rows: readonly number[]): string {
  const runs: { readonly first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs.map(({ first, last }) => (first === last ? String(first + 1) : `${String(first + 1)}-${String(last + 1)}`)).join(", ");
}

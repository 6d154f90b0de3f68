/** What writing into cells does to tables: a header cell names its column. */

import { intersects } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { valueAt } from "./cells";
import { setContent } from "./writing";
import type { Sheet } from "./model";
import { ensureCell } from "./store";

/** Headers are texts, none is blank, none occurs twice; called after cells were written. */
export function afterTableEdit(sheet: Sheet, range: CellRange): void {
  for (const table of sheet.tables) {
    const header = { ...table.range, bottom: table.range.top };
    if (!table.showHeaders || !intersects(header, range)) continue;
    table.columns.forEach((column, index) => {
      const cell = ensureCell(sheet, table.range.top, table.range.left + index);
      const written = String(valueAt(sheet, table.range.top, table.range.left + index));
      const name = written === column.name ? written : uniqueName(written, index, table.columns.filter((other) => other !== column).map((other) => other.name));
      column.name = name;
      setContent(cell, name, null);
    });
  }
}

/** "Column3" for a blank header, "Sum2" for a second "Sum". */
export function uniqueName(wanted: string, index: number, others: readonly string[]): string {
  const taken = new Set(others.map((other) => other.toLowerCase()));
  const base = wanted === "" ? "Column" : wanted;
  if (wanted !== "" && !taken.has(wanted.toLowerCase())) return wanted;
  for (let n = wanted === "" ? index + 1 : 2; ; n++) if (!taken.has(`${base}${n}`.toLowerCase())) return `${base}${n}`;
}

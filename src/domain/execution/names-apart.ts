/** Lines of one name that a column of both tables tells apart: 运维 of one department and of another. */

import { createMergedValues } from "../../workbook/merged-values";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { tidy } from "../recognise/headers/text";
import { normaliseName } from "../recognise/normalise";
import type { BudgetTable, TableColumn } from "../table";
import type { KeyedRows } from "./match";

interface Side {
  readonly table: BudgetTable;
  readonly sheet: SheetSnapshot;
  readonly keyed: KeyedRows;
}

/** Adds that column's words to names that several lines have, where these are one line each then; else nothing. */
export function tellNamesApart(left: Side, right: Side): readonly [KeyedRows, KeyedRows] {
  const several = new Set([...severalIn(left.keyed), ...severalIn(right.keyed)]);
  if (several.size > 0) {
    for (const [ofLeft, ofRight] of sharedColumns(left.table, right.table)) {
      const told = [withWords(left, ofLeft, several), withWords(right, ofRight, several)] as const;
      if (told.every((keyed) => severalIn(keyed).size === 0)) return told;
    }
  }
  return [left.keyed, right.keyed];
}

function severalIn({ rows, names }: KeyedRows): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  rows.forEach(({ kind }, i) => {
    const name = kind === "body" ? (names[i] ?? "") : "";
    if (name !== "") (seen.has(name) ? several : seen).add(name);
  });
  return several;
}

/** Columns without a role that have one header in both tables. */
function sharedColumns(left: BudgetTable, right: BudgetTable): readonly (readonly [TableColumn, TableColumn])[] {
  const headerOf = ({ header }: TableColumn): string => tidy(header.join(" "));
  const isOpen = (column: TableColumn): boolean => column.role === null && headerOf(column) !== "";
  return left.columns.filter(isOpen).flatMap((column) => {
    const other = right.columns.find((one) => isOpen(one) && headerOf(one) === headerOf(column));
    return other === undefined ? [] : [[column, other] as const];
  });
}

function withWords({ sheet, keyed }: Side, { column }: TableColumn, several: ReadonlySet<string>): KeyedRows {
  const valueAt = createMergedValues(sheet);
  const wordAt = (row: number): string => {
    const value = valueAt(row, column);
    return typeof value === "string" ? normaliseName(value) : "";
  };
  return { ...keyed, names: keyed.names.map((name, i) => (several.has(name) ? `${name} ${wordAt(keyed.rows[i]?.row ?? 0)}` : name)) };
}

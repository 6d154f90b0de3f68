/** The totals that tables print: what shares may be of, and what must agree from table to table. */

import type { Place } from "../../workbook/address";
import type { Decimal } from "../amounts/decimal";
import { figureIn, type AmountColumn } from "../execution/columns";
import type { Shown } from "../finding";
import { placeAt, type TableInput } from "./input";
import { cellAmount } from "./shown";

export interface PrintedTotal {
  readonly table: TableInput;
  readonly column: AmountColumn;
  /** In the column's unit. */
  readonly figure: Decimal;
  readonly place: Place;
}

export function readTotals(tables: readonly TableInput[]): PrintedTotal[] {
  return tables.flatMap((table) => {
    const i = table.totalRow();
    return i === null ? [] : [...table.amounts().values()].flatMap((column): PrintedTotal[] => {
      const figure = figureIn(column, i);
      return typeof figure === "string" ? [] : [{ table, column, figure, place: placeAt(table, i, column.column.column) }];
    });
  });
}

export function showTotal({ table, column, figure }: PrintedTotal): Shown {
  return cellAmount(table, table.totalRow() ?? 0, column, figure);
}

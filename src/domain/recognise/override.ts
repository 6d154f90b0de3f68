/** What a person decided differently about a recognised table. Everything not set stays as recognised. */

import type { CellRange } from "../../workbook/address";
import type { Unit } from "../amounts/unit";
import type { Role } from "../table";

/** `isReused`: it was decided about another table of the same headers. */
export type AppliedOverride = TableOverride & { readonly isReused?: true };

export interface TableOverride {
  /** The id of the table as recognised without overrides, or of its place where `range` declares one. */
  readonly tableId: string;
  /** Not a budget table after all. */
  readonly ignored?: true;
  /** Here is a table, header included, whether or not one was recognised. */
  readonly range?: CellRange;
  /** Rows of the sheet, from zero, inclusive. */
  readonly headerTop?: number;
  readonly headerBottom?: number;
  readonly lastRow?: number;
  /** null: unknown, whatever the sheet says. */
  readonly unit?: Unit | null;
  /** By column of the sheet, from zero; null takes the role away. */
  readonly columns?: Readonly<Record<number, Role | null>>;
  /** Of these columns those whose role nobody said, as their headers do not: a person is asked. */
  readonly unconfirmed?: readonly number[];
  /** null: the table prints no total. */
  readonly totalRow?: number | null;
  /** Rows that are not lines of the table. */
  readonly ignoredRows?: readonly number[];
  /** What each of them says (table/named-rows.ts), by which it is found where lines moved, and in tables with the same headers. */
  readonly ignoredLines?: readonly string[];
  /** Lines that add up others, besides the total; all there are. */
  readonly subtotalRows?: readonly number[];
  /** What each of them says, likewise. */
  readonly subtotalLines?: readonly string[];
  /** The table's headers as they were (reuse.ts), by which tables like it are known. */
  readonly headers?: readonly string[];
}

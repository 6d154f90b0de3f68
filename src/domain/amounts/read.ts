/** Reading an amount cell of a table into the table's unit. */

import type { CellValue } from "../../workbook/snapshot";
import type { CellAmount } from "../table";
import { ZERO } from "./decimal";
import { parseAmount, parseCell } from "./parse";
import { convert, type Unit } from "./unit";

const BLANK: CellAmount = { kind: "blank" };
const NOTHING: CellAmount = { kind: "amount", value: ZERO };

/** Why a cell that is no amount of its table is none: it states a unit where the table has none to count it in, or is no amount at all. */
export function whyUnreadable(content: string): "unit" | "content" {
  const parsed = parseAmount(content);
  return parsed.kind === "amount" && parsed.unit !== null ? "unit" : "content";
}

/**
 * The cell's amount in the table's unit. The unit written in the cell counts first, then its column's,
 * then the table's; what is in another unit than the table is converted exactly.
 *
 * Where the table's unit is unknown (null) amounts come in their column's unit, so two columns may be put
 * into one rate or sum only if their units are the same, or both unknown. A cell with its own unit in a
 * column without any has no place in it and is unreadable, as are percentages and numbers that show as dates.
 *
 * What stands with the sign of another currency is no amount in yuan. "$" alone is: many write it for any money;
 * whether it meets another currency, `currency` tells.
 *
 * A dash alone is zero: Excel's accounting format (会计专用, `"-"??` as its section for zero) shows 0 as "-", and
 * people copy and type what they see there. An empty cell is no figure.
 */
export function readAmount(value: CellValue, numberFormat: string, columnUnit: Unit | null, tableUnit: Unit | null): CellAmount {
  const parsed = parseCell(value, numberFormat);
  if (parsed.kind === "blank") return BLANK;
  if (parsed.kind === "dash") return NOTHING;
  if (parsed.kind === "unreadable") return parsed;
  if (parsed.percent) return { kind: "unreadable", content: String(value) };
  const own = parsed.unit ?? columnUnit;
  const wanted = tableUnit ?? columnUnit;
  const { currency } = parsed;
  const named = currency === undefined ? {} : { currency };
  if (own === null) return { kind: "amount", value: parsed.value, ...named };
  if (wanted === null || (currency !== undefined && currency !== "CNY" && currency !== "$")) return { kind: "unreadable", content: String(value) };
  return { kind: "amount", value: convert(parsed.value, own, wanted), ...named };
}

/** What a plan leaves standing in our own columns, for checks to tell. */

import { Decimal } from "../domain/amounts/decimal";
import { lineName, type OwnColumns } from "../domain/checks/input";
import { percentage } from "../domain/checks/shown";
import type { Shown } from "../domain/finding";
import type { Content } from "../workbook/edits";
import { rateColumns, type PlannedColumn, type WritePlan } from "./plan";

export function ownColumnsOf({ tables, left }: Pick<WritePlan, "tables" | "left">): OwnColumns {
  const changed = tables.flatMap(({ execution: { table }, status, ...rates }) => {
    const changedIn = ({ kept, header }: PlannedColumn, isRate: boolean): OwnColumns["changed"] => kept.map(({ place, stands, computed }) => ({
      place, header, isRate,
      name: lineName(table.rows.find(({ row }) => row === place.range.top)),
      stands: shownContent(stands, isRate) ?? "",
      computed: shownContent(computed, isRate),
    }));
    return [...rateColumns(rates).flatMap((rate) => changedIn(rate, true)), ...changedIn(status, false)];
  });
  return { changed, left };
}

/** A rate as a percentage, anything else as it stands in the cell; null for a blank cell. */
export function shownContent(content: Content, isRate: boolean): string | Shown | null {
  if (content.kind === "blank") return null;
  if (content.kind === "number" && isRate) return percentage(new Decimal(content.value).times(100));
  return content.kind === "boolean" ? String(content.value).toUpperCase() : String(content.value);
}

/** What stands above the lines of a table and sums them up, or merely heads them. */

import { coverages } from "../../execution/totals";
import type { TableRow } from "../../table";

/** By index of the rows the name of the nearest line that sums it up, else of the heading above it; "" for none. */
export function headingsOf(rows: readonly TableRow[]): readonly string[] {
  const headings: string[] = [];
  let heading = "";
  for (const { kind, name } of rows) {
    if (kind === "group" || kind === "total") heading = kind === "group" ? name : "";
    headings.push(kind === "group" ? "" : heading);
  }
  const sums = coverages(rows).filter(({ at }) => rows[at]?.kind === "subtotal").sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { at, from, to } of sums) for (let i = from; i <= to; i++) if (i !== at) headings[i] = rows[at]?.name ?? "";
  return headings;
}

/** What stands above the lines of a table and sums them up, or merely heads them. */

import { coverages } from "../../execution/totals";
import { isFunctionCode } from "../../functional-class/dictionary";
import { withoutSumWord } from "../../recognise/rows/labels";
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
  for (const { at, from, to } of sums) {
    const name = withoutSumWord(rows[at]?.name ?? "");
    for (let i = from; i <= to; i++) if (i !== at && name !== "") headings[i] = name;
  }
  return headings;
}

/** By index of the lines without a code the class that adds them up, where it has one: 办公楼维修项目 under 2010302 一般行政管理事务. */
export function classesAbove(rows: readonly TableRow[]): ReadonlyMap<number, TableRow> {
  const above = new Map<number, TableRow>();
  const sums = coverages(rows).filter(({ at }) => rows[at]?.kind === "subtotal").sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { at, from, to } of sums) {
    const row = rows[at];
    for (let i = from; i <= to; i++) {
      const isPlain = i !== at && rows[i]?.kind === "body" && rows[i]?.code === "";
      if (row !== undefined && isPlain && isFunctionCode(row.code.replace(/\D/gu, ""))) above.set(i, row);
      else above.delete(i);
    }
  }
  return above;
}

/** Notes under tables: where a printed total is not the sum of its lines, both are said; where budgets are left blank, which ones count. */

import { ZERO } from "../../../amounts/decimal";
import { headerOf } from "../../../execution/basis";
import { columnOf, type BudgetRole } from "../../../table";
import type { Build } from "../../build";
import type { Block } from "../../model";
import { bodyLines } from "../../sources/totals";
import type { SourceTable } from "../../sources/read";

interface Shown {
  readonly source: SourceTable;
  readonly role: BudgetRole | "expenditure";
}

export function notesOn(build: Build, columns: readonly Shown[]): Block[] {
  return columns.flatMap((shown) => [...unchangedNote(build, shown), ...untoldNote(build, shown), ...differenceNote(build, shown)]);
}

/** Where nothing but a question tells that these budgets were not adjusted. */
function unchangedNote({ words: { say } }: Build, { source: { table }, role }: Shown): Block[] {
  const [column, original] = [columnOf(table, "adjusted-budget"), columnOf(table, "original-budget")];
  if (role !== "adjusted-budget" || column === null || original === null || !table.doubts.some(({ code }) => code === "doubt-unchanged")) return [];
  const isPartial = table.rows.some((row) => row.isPartial === true);
  return [{ kind: "note", text: say("unchanged", { table: table.sheetName, column: headerOf(column), original: headerOf(original), count: table.rows.filter(({ isUnchanged }) => isUnchanged).length, total: isPartial ? "partial" : "none" }) }];
}

/** Where nothing tells whether these budgets were not adjusted or are none, all together have none. */
function untoldNote({ words: { say } }: Build, { source: { table }, role }: Shown): Block[] {
  const column = columnOf(table, "adjusted-budget");
  const lines = table.rows.filter(({ isUntold }) => isUntold);
  return role !== "adjusted-budget" || column === null || lines.length === 0 ? [] : [{ kind: "note", text: say("untold", { table: table.sheetName, column: headerOf(column), count: lines.length, name: lines[0]?.name ?? "" }) }];
}

function differenceNote({ words: { say, amount } }: Build, { source, role }: Shown): Block[] {
  const printed = source.total?.figures[role]?.value;
  const column = columnOf(source.table, role);
  // What no column prints is computed.
  if (printed === undefined || column === null) return [];
  const added = bodyLines(source).reduce((sum, { figures }) => sum.plus(figures[role]?.value ?? ZERO), ZERO);
  if (added.eq(printed)) return [];
  return [{ kind: "note", text: say("total-differs", { table: source.table.sheetName, column: column.header.at(-1) ?? "", printed: amount(printed), sum: amount(added), difference: amount(printed.minus(added)) }) }];
}

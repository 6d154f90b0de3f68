/** Notes under tables: where a printed total is not the sum of its lines, both are said. */

import { ZERO } from "../../../amounts/decimal";
import { columnOf, type BudgetRole } from "../../../table";
import type { Build } from "../../build";
import type { Block } from "../../model";
import { bodyLines } from "../../sources/totals";
import type { SourceTable } from "../../sources/read";

export function differenceNotes({ words: { say, amount } }: Build, columns: readonly { readonly source: SourceTable; readonly role: BudgetRole | "expenditure" }[]): Block[] {
  return columns.flatMap(({ source, role }): Block[] => {
    const printed = source.total?.figures[role]?.value;
    const column = columnOf(source.table, role);
    // What no column prints is computed.
    if (printed === undefined || column === null) return [];
    const added = bodyLines(source).reduce((sum, { figures }) => sum.plus(figures[role]?.value ?? ZERO), ZERO);
    if (added.eq(printed)) return [];
    return [{ kind: "note", text: say("total-differs", { table: source.table.sheetName, column: column.header.at(-1) ?? "", printed: amount(printed), sum: amount(added), difference: amount(printed.minus(added)) }) }];
  });
}

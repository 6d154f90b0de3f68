/** Notes under tables: where a printed total is not the sum of its lines, both are said. */

import { ZERO } from "../../../amounts/decimal";
import type { BudgetRole } from "../../../table";
import type { Build } from "../../build";
import type { Block } from "../../model";
import { bodyLines } from "../../sources/totals";
import type { SourceTable } from "../../sources/read";

export function differenceNotes({ words: { say, amount } }: Build, columns: readonly { readonly source: SourceTable; readonly role: BudgetRole | "expenditure" }[]): Block[] {
  return columns.flatMap(({ source, role }): Block[] => {
    const printed = source.total?.figures[role]?.value;
    if (printed === undefined) return [];
    const added = bodyLines(source).reduce((sum, { figures }) => sum.plus(figures[role]?.value ?? ZERO), ZERO);
    if (added.eq(printed)) return [];
    const header = source.table.columns.find((column) => column.role === role)?.header.at(-1) ?? "";
    return [{ kind: "note", text: say("total-differs", { table: source.table.sheetName, column: header, printed: amount(printed), sum: amount(added), difference: amount(printed.minus(added)) }) }];
  });
}

/** Finding the columns that we wrote earlier, wherever rows, sheets and columns have moved since. */

import type { TableExecution } from "../domain/execution/result";
import type { BudgetTable, TableRow } from "../domain/table";
import type { CellRange } from "../workbook/address";
import { contentOf, type Content } from "../workbook/edits";
import { mark, marksOf, type Ledger, type WrittenColumn } from "../workbook/ledger";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";

/** A column of a table that is ours: cells whose mark is in `marks` may be overwritten, others not. */
export interface Claim {
  readonly written: WrittenColumn;
  readonly column: number;
  readonly marks: ReadonlySet<string>;
}

export interface Claims {
  readonly rate: Claim | null;
  readonly status: Claim | null;
}

/** Names a row however it moves: by code, else by name. Lines of one name share what we wrote for any of them. */
export function rowKey({ code, name }: TableRow): string {
  return code === "" ? `n${name}` : `c${code}`;
}

export function contentAt(sheet: SheetSnapshot, row: number, column: number): Content {
  const formula = sheet.formulas[row - sheet.top]?.[column - sheet.left] ?? "";
  return formula === "" ? BLANK : contentOf(formula, sheet.values[row - sheet.top]?.[column - sheet.left] ?? "");
}

export const BLANK: Content = { kind: "blank" };

/** The lowest header row in which a column has a text. */
export function headerRow(sheet: SheetSnapshot, { headerTop, headerBottom }: BudgetTable, column: number): number | null {
  for (let row = headerBottom; row >= headerTop; row--) {
    const content = contentAt(sheet, row, column);
    if (content.kind === "text" && content.value.trim() !== "") return row;
  }
  return null;
}

/** That text, as it stands; "" if there is none. */
export function headerAt(sheet: SheetSnapshot, table: BudgetTable, column: number): string {
  const row = headerRow(sheet, table, column);
  const content = row === null ? BLANK : contentAt(sheet, row, column);
  return content.kind === "text" ? content.value : "";
}

/** What the ledger has on a sheet, by its id, or by its name if no sheet has that id. */
export function writtenOn(sheet: SheetSnapshot, { written }: Ledger, sheets: Snapshot["sheets"]): readonly WrittenColumn[] {
  const ids = new Set(sheets.map(({ id }) => id));
  return written.filter(({ sheetId, sheetName }) => sheetId === sheet.id || (!ids.has(sheetId) && sheetName === sheet.name));
}

/**
 * Each column that we wrote goes to the one column of this sheet with its header that still holds most of it; a
 * column that was emptied since is taken again. On a sheet we never wrote to (a copy of one we did), a column
 * counts as ours only if all it holds is.
 */
export function claimColumns(sheet: SheetSnapshot, executions: readonly TableExecution[], ledger: Ledger, sheets: Snapshot["sheets"]): ReadonlyMap<TableExecution, Claims> {
  const own = writtenOn(sheet, ledger, sheets);
  const isCopy = own.length === 0;
  const known = isCopy ? ledger.written : own;
  const headers = new Set(known.map(({ header }) => header));
  const tables = executions.map(({ table }) => table);
  const candidates = known.length === 0 ? [] : executions.flatMap((execution) => candidatesOf(sheet, execution, headers, tables));
  const taken = new Set<Candidate>();
  const claims = new Map<TableExecution, Claims>(executions.map((execution) => [execution, { rate: null, status: null }]));
  for (const written of known) {
    const marks = marksOf(written);
    let best: { readonly candidate: Candidate; readonly held: number } | null = null;
    for (const candidate of candidates) {
      if (candidate.header !== written.header || taken.has(candidate) || claims.get(candidate.execution)?.[written.kind] !== null) continue;
      const { held, others } = countHeld(sheet, candidate, marks);
      const isOurs = held > 0 ? !isCopy || others === 0 : others === 0 && !isCopy;
      if (isOurs && (best === null || held > best.held)) best = { candidate, held };
    }
    if (best === null) continue;
    const { candidate } = best;
    taken.add(candidate);
    const before = claims.get(candidate.execution) ?? { rate: null, status: null };
    claims.set(candidate.execution, { ...before, [written.kind]: { written, column: candidate.column, marks } });
  }
  return claims;
}

interface Candidate {
  readonly execution: TableExecution;
  readonly column: number;
  readonly header: string;
}

/** Columns of the table, or between it and the next one on its right, under a header that we wrote under. */
function candidatesOf(sheet: SheetSnapshot, execution: TableExecution, headers: ReadonlySet<string>, tables: readonly BudgetTable[]): Candidate[] {
  const { range } = execution.table;
  const isBeside = (other: CellRange): boolean => other.left > range.right && other.top <= range.bottom && range.top <= other.bottom;
  const end = tables.reduce((left, table) => (isBeside(table.range) ? Math.min(left, table.range.left) : left), sheet.left + (sheet.values[0]?.length ?? 0));
  const found: Candidate[] = [];
  for (let column = range.left; column < end; column++) {
    const header = headerAt(sheet, execution.table, column);
    if (headers.has(header)) found.push({ execution, column, header });
  }
  return found;
}

function countHeld(sheet: SheetSnapshot, { execution, column }: Candidate, marks: ReadonlySet<string>): { readonly held: number; readonly others: number } {
  let held = 0;
  let others = 0;
  for (const row of execution.table.rows) {
    const content = contentAt(sheet, row.row, column);
    if (content.kind === "blank") continue;
    if (marks.has(mark(rowKey(row), content))) held++;
    else others++;
  }
  return { held, others };
}

/** 自动重算: rates and statuses that stand beside the data follow its amounts. */

import type { SheetWords } from "../domain/execution/sheet-words";
import type { TableExecution } from "../domain/execution/result";
import type { BudgetTable } from "../domain/table";
import { writesContents, type Edit } from "../workbook/edits";
import { done, type Outcome } from "../workbook/problem";
import { columnsOfTables } from "./belonging";
import { choicesToJson } from "./choices";
import type { ComputeOptions } from "./compute";
import { planWriting } from "./plan";
import { storedChoices, type Prepared } from "./prepare";

/** What each table comes to, by its id. */
export type Figures = ReadonlyMap<string, string>;

export function figuresOf({ execution: { executions } }: Pick<Prepared, "execution">): Figures {
  return new Map(executions.map((execution) => [execution.table.id, figuresIn(execution)]));
}

function figuresIn({ rows }: TableExecution): string {
  return JSON.stringify(rows.map(({ budget, expenditure, rate, status }) => [budget, expenditure, rate.ok ? rate.percent : rate.why, status]));
}

/**
 * What brings the tables up to date that come to something else than before: those in whose columns we have written
 * already, with what was chosen then. No column is begun, and what somebody chose but did not compute yet waits for that.
 */
export function followingEdits(reading: Prepared, before: Figures, choices: ComputeOptions, words: SheetWords): Outcome<readonly Edit[]> {
  const { snapshot, execution } = reading;
  const now = figuresOf(reading);
  if (JSON.stringify(choicesToJson(choices)) !== JSON.stringify(choicesToJson(storedChoices(snapshot)))) return done([]);
  const touched = execution.executions.filter(({ table: { id } }) => before.get(id) !== now.get(id));
  const followed = touched.filter(({ table }) => isWritten(reading, table));
  if (followed.length === 0) return done([]);
  const planned = planWriting(snapshot, { ...execution, executions: followed }, choicesToJson(choices), words, choices.rates);
  if (!planned.ok) return planned;
  const [problem] = planned.value.problems;
  if (problem !== undefined) return { ok: false, problem };
  const { edits } = planned.value;
  return done(writesContents(edits) ? edits : []);
}

/** Whether both of our columns stand beside the table. */
function isWritten({ snapshot, execution: { tables, earlier } }: Prepared, table: BudgetTable): boolean {
  const isHere = ({ sheetId }: { readonly sheetId: string }): boolean => sheetId === table.sheetId;
  const here = tables.filter(isHere);
  const neighbours = [...here, ...snapshot.sheets.filter(({ id }) => id === table.sheetId).flatMap((sheet) => sheet.tables)];
  const own = columnsOfTables(here, earlier.found.filter(isHere), neighbours.map(({ range }) => range)).get(table);
  return own?.rate !== undefined && own.status !== undefined;
}

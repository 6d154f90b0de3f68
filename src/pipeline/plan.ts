/** What 计算执行率 writes into the workbook, as edits. Planning changes nothing. */

import type { Decimal } from "../domain/amounts/decimal";
import { formatAmount } from "../domain/amounts/format";
import type { ExecutionRow, NoRate, Rate, Status, TableExecution } from "../domain/execution/result";
import type { SheetWords } from "../domain/execution/sheet-words";
import { placeOf, type BudgetTable } from "../domain/table";
import { rangeOfCell, type CellRange, type Place } from "../workbook/address";
import type { Content, Edit } from "../workbook/edits";
import { countDifferent } from "../workbook/contents";
import { serialiseLedger, type Ledger, type WrittenColumn } from "../workbook/ledger";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { BLANK, claimColumns, contentAt, headerAt, headerRow, writtenOn, type Claims } from "./claims";
import { fillColumn, type Filling } from "./fill";
import { lookEdits, widthEdits } from "./look";
import { chooseTargets, type Target } from "./target";

export interface PlannedColumn {
  /** The cells below the header. */
  readonly place: Place;
  readonly header: string;
  /** A new column right of the table, or one that was there. */
  readonly isNew: boolean;
  /** How many cells get another content, the header not counted. */
  readonly changes: number;
  /** Cells that somebody else filled; they stay as they are. */
  readonly kept: readonly Place[];
}

export interface PlannedTable {
  readonly execution: TableExecution;
  readonly rate: PlannedColumn;
  readonly status: PlannedColumn;
}

export interface WritePlan {
  /** None if everything stands there already. */
  readonly edits: readonly Edit[];
  readonly tables: readonly PlannedTable[];
  /** Tables that cannot be written, while others can. */
  readonly problems: readonly Problem[];
}

/**
 * Rates and statuses of every table, beside its data. Each table is planned on its own; one that cannot be
 * written (a protected sheet, no free columns) is a problem and leaves the others as they are. Fails if that
 * holds for all of them, or with `too-large` if what we must remember does not fit into the workbook.
 * The ledger that goes in brings what we wrote before, and the choices to keep.
 */
export function planWriting(snapshot: Snapshot, { tables, executions }: { readonly tables: readonly BudgetTable[]; readonly executions: readonly TableExecution[] }, ledger: Ledger, words: SheetWords): Outcome<WritePlan> {
  const planned: Planned[] = [];
  const problems: Problem[] = [];
  for (const sheet of snapshot.sheets) {
    const here = executions.filter(({ table }) => table.sheetId === sheet.id);
    const claims = claimColumns(sheet, here, ledger, snapshot.sheets);
    const obstacles = obstaclesOn(sheet, tables, writtenOn(sheet, ledger, snapshot.sheets));
    for (const execution of here) {
      const outcome = planTable(sheet, execution, claims.get(execution) ?? NO_CLAIMS, obstacles.filter(({ table }) => table?.id !== execution.table.id).map(({ range }) => range), words);
      if (outcome.ok) planned.push(outcome.value);
      else problems.push(outcome.problem);
    }
  }
  const [problem] = problems;
  if (planned.length === 0 && problem !== undefined) return failed(problem);
  const stored = serialiseLedger({ choices: ledger.choices, written: writtenAfter(snapshot, ledger, executions, planned) });
  if (!stored.ok) return stored;
  const storing: Edit[] = stored.value === snapshot.stored ? [] : [{ kind: "stored", expected: snapshot.stored, stored: stored.value }];
  return done({ edits: [...planned.flatMap(({ edits }) => edits), ...storing], tables: planned.map(({ table }) => table), problems });
}

interface Planned {
  readonly table: PlannedTable;
  readonly edits: readonly Edit[];
  readonly claims: Claims;
  readonly written: readonly WrittenColumn[];
}

const NO_CLAIMS: Claims = { rate: null, status: null };

interface Obstacle {
  /** The recognised table, or null for an Excel table. */
  readonly table: BudgetTable | null;
  readonly range: CellRange;
}

/** Where new columns may not go: other tables. What looks like one but holds only columns we wrote is none. */
function obstaclesOn(sheet: SheetSnapshot, tables: readonly BudgetTable[], written: readonly WrittenColumn[]): Obstacle[] {
  const headers = new Set(written.map(({ header }) => header));
  const isOurs = (table: BudgetTable): boolean => table.columns.every(({ column }) => headers.has(headerAt(sheet, table, column)));
  const others = tables.filter((table) => table.sheetId === sheet.id && !isOurs(table)).map((table) => ({ table, range: table.range }));
  return [...others, ...sheet.tables.map(({ range }) => ({ table: null, range }))];
}

function planTable(sheet: SheetSnapshot, execution: TableExecution, claims: Claims, obstacles: readonly CellRange[], words: SheetWords): Outcome<Planned> {
  const { table } = execution;
  const targets = chooseTargets(sheet, execution, claims, obstacles);
  if (!targets.ok) return targets;
  const { rate, status } = targets.value;
  const wanted = { rate: rateContents(execution), status: statusContents(execution, words) };
  const rates = fillColumn(sheet, table, rate, wanted.rate);
  const statuses = fillColumn(sheet, table, status, wanted.status);
  const headers = { rate: headerOf(sheet, table, rate, words.rateHeader), status: headerOf(sheet, table, status, words.statusHeader) };
  const edits = [
    ...lookEdits(sheet, table, targets.value, rates.writes),
    ...widthEdits(sheet, table, [
      { ...rate, texts: [words.rateHeader, "100.00%"] },
      { ...status, texts: [words.statusHeader, ...new Set(wanted.status.flatMap((content) => (content.kind === "text" ? [content.value] : [])))] },
    ]),
    ...headers.rate.edits, ...headers.status.edits,
    ...rates.writes, ...statuses.writes,
  ];
  if (edits.length > 0 && sheet.protected) return failed({ code: "sheet-protected", place: placeOf(table, table.range) });
  return done({
    edits, claims,
    table: { execution, rate: plannedColumn(table, rate, headers.rate.text, rates), status: plannedColumn(table, status, headers.status.text, statuses) },
    written: [writtenColumn(sheet, "rate", rate, headers.rate.text, rates), writtenColumn(sheet, "status", status, headers.status.text, statuses)],
  });
}

function rateContents({ rows }: TableExecution): Content[] {
  const contents = new Map<Rate, Content>();
  return rows.map(({ rate }) => {
    if (!rate.ok) return BLANK;
    const content = contents.get(rate) ?? { kind: "number", value: fraction(rate.percent) };
    contents.set(rate, content);
    return content;
  });
}

/** 1.8433 for 184.33 %: the nearest double, since both numbers of the division are whole. */
function fraction(percent: Decimal): number {
  const hundredths = Math.round(percent.toNumber() * 100);
  return Number.isSafeInteger(hundredths) ? hundredths / 10_000 : percent.div(100).toNumber();
}

function statusContents({ rows, unit }: TableExecution, words: SheetWords): Content[] {
  const contents = new Map<string, Content>();
  return rows.map((row) => {
    const said = saidOf(row);
    if (said === null) return BLANK;
    if (said.kind === "over") return { kind: "text", value: words.over(formatAmount(said.by), unit) };
    const key = said.kind === "status" ? said.status : said.why;
    const content = contents.get(key) ?? { kind: "text", value: said.kind === "status" ? words.status(said.status) : words.noRate(said.why) };
    contents.set(key, content);
    return content;
  });
}

type Said = { readonly kind: "over"; readonly by: Decimal } | { readonly kind: "status"; readonly status: Status } | { readonly kind: "no-rate"; readonly why: NoRate };

/** By how much a line is over, its status, or why there is no rate; nothing on rows that carry no figures of their own. */
function saidOf({ kind, rate, status, budget, expenditure }: ExecutionRow): Said | null {
  if (status === "over" && budget !== null && expenditure !== null) return { kind: "over", by: expenditure.minus(budget) };
  if (rate.ok || status === "unbudgeted") return { kind: "status", status };
  return kind === "body" || kind === "total" ? { kind: "no-rate", why: rate.why } : null;
}

interface Header {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** New columns are headed just above the data; ours follow the language; others keep their header. */
function headerOf(sheet: SheetSnapshot, table: BudgetTable, { column, isNew, claim }: Target, word: string): Header {
  const { headerTop, headerBottom } = table;
  if (isNew) return headerBottom < headerTop ? { text: "", edits: [] } : { text: word, edits: [writeHeader(sheet, headerBottom, column, word)] };
  const text = headerAt(sheet, table, column);
  if (claim?.written.ownHeader !== true || text === word) return { text, edits: [] };
  const row = headerRow(sheet, table, column);
  return row === null ? { text, edits: [] } : { text: word, edits: [writeHeader(sheet, row, column, word)] };
}

function writeHeader(sheet: SheetSnapshot, row: number, column: number, word: string): Edit {
  return { kind: "contents", sheetId: sheet.id, range: rangeOfCell(row, column), contents: [[{ kind: "text", value: word }]], expected: [[contentAt(sheet, row, column)]] };
}

function plannedColumn(table: BudgetTable, { column, isNew }: Target, header: string, { writes, kept }: Filling): PlannedColumn {
  const changes = writes.reduce((count, { contents, expected }) => count + countDifferent(expected, contents), 0);
  const place = placeOf(table, { top: table.headerBottom + 1, bottom: table.range.bottom, left: column, right: column });
  return { place, header, isNew, changes, kept: kept.map((row) => placeOf(table, rangeOfCell(row, column))) };
}

function writtenColumn(sheet: SheetSnapshot, kind: WrittenColumn["kind"], { isNew, claim }: Target, header: string, { marks }: Filling): WrittenColumn {
  return { sheetId: sheet.id, sheetName: sheet.name, kind, header, ownHeader: isNew || claim?.written.ownHeader === true, marks };
}

/** What was planned replaces what was written there before. Columns that are gone are forgotten, on sheets all of whose tables were planned. */
function writtenAfter(snapshot: Snapshot, ledger: Ledger, executions: readonly TableExecution[], planned: readonly Planned[]): WrittenColumn[] {
  const replaced = new Set(planned.flatMap(({ claims }) => [claims.rate?.written, claims.status?.written]));
  const done = new Set(planned.map(({ table }) => table.execution));
  const forgotten = new Set(snapshot.sheets.flatMap((sheet) => {
    const here = executions.filter(({ table }) => table.sheetId === sheet.id);
    return here.length > 0 && here.every((execution) => done.has(execution)) ? writtenOn(sheet, ledger, snapshot.sheets) : [];
  }));
  const present = new Set(snapshot.sheets.flatMap((sheet) => writtenOn(sheet, ledger, snapshot.sheets)));
  const stays = ledger.written.filter((column) => present.has(column) && !replaced.has(column) && !forgotten.has(column));
  return [...stays, ...planned.flatMap(({ written }) => written)];
}

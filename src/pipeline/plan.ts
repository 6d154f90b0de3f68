/** What 计算执行率 writes into the workbook, as edits. Planning changes nothing. */

import type { Decimal } from "../domain/amounts/decimal";
import { formatAmount, formatPercent } from "../domain/amounts/format";
import { isToldWhy, ratesOn, type Basis, type ExecutionRow, type NoRate, type OriginalBudget, type Rate, type Status, type TableExecution } from "../domain/execution/result";
import { difference } from "../domain/execution/scaled";
import type { AdjustedFigures, SheetWords } from "../domain/execution/sheet-words";
import { placeOf, type BudgetTable } from "../domain/table";
import { columnName, rangeOfCell, type Place } from "../workbook/address";
import type { Content, Edit } from "../workbook/edits";
import { countDifferent } from "../workbook/contents";
import { linePart, serialiseLedger, type Json, type WrittenColumn } from "../workbook/ledger";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { contentAt, headerAt, keyOf } from "./cells";
import type { WorkbookExecution } from "./compute";
import { BLANK_CELL, fillColumn, type Filling, type OneCell } from "./fill";
import { lookEdits, widthEdits } from "./look";
import { rateFormulas, type FormulaColumn, type RateCells, type RateContents } from "./rate-formulas";
import type { ColumnsName } from "./column-names";
import { chooseTargets, type Target, type Targets } from "./target";
import { writtenOn, type EarlierWriting, type FoundColumn } from "./written";

export interface PlannedColumn {
  /** The cells below the header. */
  readonly place: Place;
  readonly header: string;
  readonly headerRow: number;
  /** A new column right of the table, or one that was there. */
  readonly isNew: boolean;
  /** How many cells get another content, the header not counted. */
  readonly changes: number;
  /** Cells that somebody else filled; they stay as they are. */
  readonly kept: readonly KeptPlace[];
}

/** A cell of ours in which somebody put something else, and what we would write there. */
export interface KeptPlace {
  readonly place: Place;
  readonly stands: Content;
  readonly computed: Content;
}

/** A column that we wrote, its header included. */
export interface LeftColumn {
  readonly place: Place;
  readonly header: string;
}

export interface PlannedTable {
  readonly execution: TableExecution;
  /** On the basis in force. */
  readonly rate: PlannedColumn;
  readonly status: PlannedColumn;
  /** The table's own columns for rates on a budget that their headers name. */
  readonly named: readonly PlannedColumn[];
  /** Where formulas were asked for: of each column of rates which are formulas, and which are not. */
  readonly formulas: readonly FormulaColumn[];
}

/** The table's columns into which anything is to be written. */
export function writtenColumns(table: PlannedTable): readonly PlannedColumn[] {
  return [...rateColumns(table), table.status].filter(({ isNew, changes }) => isNew || changes > 0);
}

/** Every column of a table that gets rates. */
export function rateColumns({ rate, named }: Pick<PlannedTable, "rate" | "named">): readonly PlannedColumn[] {
  return [rate, ...named];
}

export interface WritePlan {
  /** None if everything stands there already. */
  readonly edits: readonly Edit[];
  readonly tables: readonly PlannedTable[];
  /** Columns of ours whose table is not computed any more; they stay as they are. */
  readonly left: readonly LeftColumn[];
  /** Tables that cannot be written, while others can. */
  readonly problems: readonly Problem[];
}

/**
 * Rates and statuses of every table, beside its data. Each table is planned on its own; one that cannot be
 * written (a protected sheet, no free columns) is a problem and leaves the others as they are. Fails if that
 * holds for all of them, with `record-full` or `decisions-full` if what we must remember does not fit into the workbook, or with
 * `stored-newer` where a newer version keeps the record: without knowing which cells are ours, every run would write others.
 * With `rates` as formulas, those that a formula does not come to are values (rate-formulas.ts).
 * `choices` are kept in the workbook beside the record of what we wrote, and what was decided there stays.
 */
export function planWriting(snapshot: Snapshot, { tables, executions, earlier }: Pick<WorkbookExecution, "tables" | "executions" | "earlier">, choices: Json, words: SheetWords, rates: RateContents = "values"): Outcome<WritePlan> {
  if (earlier.problem?.code === "stored-newer") return failed(earlier.problem);
  const planned: Planned[] = [];
  const problems: Problem[] = [];
  const left: LeftColumn[] = [];
  for (const sheet of snapshot.sheets) {
    const here = executions.filter(({ table }) => table.sheetId === sheet.id);
    const ours = earlier.found.filter(({ sheetId }) => sheetId === sheet.id);
    const targets = chooseTargets(sheet, here, { tables: tables.filter(({ sheetId }) => sheetId === sheet.id), ours });
    left.push(...leftOn(sheet, ours, [...targets.values()]));
    for (const execution of here) {
      const chosen = targets.get(execution.table);
      if (chosen === undefined) continue;
      const outcome = chosen.ok ? planTable(sheet, execution, chosen.value, words, rates) : chosen;
      if (outcome.ok) planned.push(outcome.value);
      else problems.push(outcome.problem);
    }
  }
  const [problem] = problems;
  if (planned.length === 0 && problem !== undefined) return failed(problem);
  const stored = serialiseLedger({ ...earlier.ledger, choices, written: writtenAfter(snapshot, earlier, executions, planned) });
  if (!stored.ok) return stored;
  const storing: Edit[] = stored.value === snapshot.stored ? [] : [{ kind: "stored", expected: snapshot.stored, stored: stored.value }];
  return done({ edits: [...planned.flatMap(({ edits }) => edits), ...storing], tables: planned.map(({ table }) => table), left, problems });
}

function leftOn(sheet: SheetSnapshot, ours: readonly FoundColumn[], targets: readonly Outcome<Targets>[]): LeftColumn[] {
  const used = new Set(targets.flatMap((target) => (target.ok ? [target.value.rate, target.value.status, ...target.value.named] : [])).flatMap(({ ours: own }) => own?.records ?? []));
  const left = ours.filter(({ records, headerRow, lastRow }) => lastRow > headerRow && !records.some((record) => used.has(record)));
  return left.map(({ column, headerRow, lastRow, written: { header } }) => ({ header, place: { sheetId: sheet.id, sheetName: sheet.name, range: { top: headerRow, bottom: lastRow, left: column, right: column } } }));
}

interface Planned {
  readonly table: PlannedTable;
  readonly edits: readonly Edit[];
  readonly replaced: readonly WrittenColumn[];
  readonly written: readonly WrittenColumn[];
}

function planTable(sheet: SheetSnapshot, execution: TableExecution, targets: Targets, words: SheetWords, contents: RateContents): Outcome<Planned> {
  const { table } = execution;
  const { rate, status } = targets;
  const ratesIn = ({ column }: Target, rates: readonly Rate[], basis: Basis): RateCells => {
    const values = rateContents(rates);
    return contents === "formulas" ? rateFormulas(sheet, execution, { column, rates, basis }, values) : { cells: values, formulas: null };
  };
  const main = ratesIn(rate, execution.rows.map((row) => row.rate), execution.basis);
  const wanted = { rate: main.cells, status: statusContents(execution, words) };
  const headers = { rate: headerOf(sheet, table, rate, headingFor(words.rateHeader, rate.of, words)), status: headerOf(sheet, table, status, headingFor(words.statusHeader, status.of, words)) };
  const marks = table.rows.map((row) => linePart(keyOf(row)));
  const rates = fillColumn(sheet, table, rate, { wanted: wanted.rate, marks, headerRow: headers.rate.row });
  const statuses = fillColumn(sheet, table, status, { wanted: wanted.status, marks, headerRow: headers.status.row });
  const others = targets.named.map((target) => {
    const header = { ...headerAt(sheet, table, target.column), edits: [] };
    const { cells, formulas } = ratesIn(target, ratesOn(execution, target.basis) ?? [], target.basis);
    return { target, header, formulas, filling: fillColumn(sheet, table, target, { wanted: cells, marks, headerRow: header.row }) };
  });
  const named = others.flatMap(({ filling }) => filling.writes);
  const edits = [
    ...lookEdits(sheet, table, targets, { rates: rates.writes, named }),
    ...widthEdits(sheet, table, [
      { ...rate, texts: [headers.rate.text, "100.00%"] },
      { ...status, texts: textsIn(headers.status.text, wanted.status) },
    ]),
    ...headers.rate.edits, ...headers.status.edits,
    ...rates.writes, ...named, ...statuses.writes,
  ];
  if (edits.length > 0 && sheet.protected) return failed({ code: "sheet-protected", place: placeOf(table, table.range) });
  return done({
    edits,
    replaced: [rate, status, ...targets.named].flatMap((target) => target.ours?.written ?? []),
    table: {
      execution,
      rate: plannedColumn(table, rate, headers.rate, rates), status: plannedColumn(table, status, headers.status, statuses),
      named: others.map(({ target, header, filling }) => plannedColumn(table, target, header, filling)),
      formulas: [main, ...others].flatMap(({ formulas }) => formulas ?? []),
    },
    written: [...writtenColumn(table, "rate", rate, headers.rate, rates), ...others.flatMap(({ target, header, filling }) => writtenColumn(table, "rate", target, header, filling)), ...writtenColumn(table, "status", status, headers.status, statuses, rate.column)],
  });
}

/** What the column has to be wide enough for; lines of one content share theirs. */
function* textsIn(header: string, cells: readonly OneCell[]): Iterable<string> {
  yield header;
  for (const [content] of new Set(cells)) if (content.kind === "text") yield content.value;
}

function rateContents(rates: readonly Rate[]): OneCell[] {
  const contents = new Map<Rate, OneCell>();
  return rates.map((rate) => {
    if (!rate.ok) return BLANK_CELL;
    const known = contents.get(rate);
    if (known !== undefined) return known;
    const content: OneCell = [{ kind: "number", value: fraction(rate.percent) }];
    contents.set(rate, content);
    return content;
  });
}

/** 1.8433 for 184.33 %: the nearest double, since both numbers of the division are whole. */
function fraction(percent: Decimal): number {
  const hundredths = Math.round(percent.toNumber() * 100);
  return Number.isSafeInteger(hundredths) ? hundredths / 10_000 : percent.div(100).toNumber();
}

function statusContents({ rows, unit }: TableExecution, words: SheetWords): OneCell[] {
  const contents = new Map<string, OneCell>();
  return rows.map((row) => {
    const said = saidOf(row);
    if (said === null) return BLANK_CELL;
    const text = said.kind === "over" ? words.over(formatAmount(said.by), unit) : said.kind === "status" ? words.status(said.status) : words.noRate(said.why);
    const { original, budget } = row;
    if (original !== undefined && budget !== null) return [{ kind: "text", value: words.onAdjusted(text, adjustedFigures(budget, original, unit)) }];
    const known = contents.get(text);
    if (known !== undefined) return known;
    const content: OneCell = [{ kind: "text", value: text }];
    if (said.kind !== "over") contents.set(text, content);
    return content;
  });
}

function adjustedFigures(budget: Decimal, original: OriginalBudget, unit: TableExecution["unit"]): AdjustedFigures {
  return { adjusted: formatAmount(budget), original: formatAmount(original.budget), unit, rate: original.rate.ok ? formatPercent(original.rate.percent) : "" };
}

type Said = { readonly kind: "over"; readonly by: Decimal } | { readonly kind: "status"; readonly status: Status } | { readonly kind: "no-rate"; readonly why: NoRate };

/** By how much a line is over, its status, or why there is no rate. */
function saidOf(row: ExecutionRow): Said | null {
  const { rate, status, budget, expenditure } = row;
  if (status === "over" && budget !== null && expenditure !== null) return { kind: "over", by: difference(expenditure, budget) };
  if (rate.ok || status === "unbudgeted") return { kind: "status", status };
  return isToldWhy(row) ? { kind: "no-rate", why: rate.why } : null;
}

interface Header {
  readonly row: number;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** A column apart from its table, or of one spending among several, says whose it is: 核算完成比例（收入项目）. */
export function headingFor(header: string, of: ColumnsName | null, words: SheetWords): string {
  return of === null ? header : words.headerOf(header, nameIn(words, of));
}

function nameIn(words: SheetWords, name: ColumnsName): string {
  return name.kind === "text" ? name.text : words.columns(columnName(name.left), columnName(name.right));
}

/** New columns are headed just above the data; ours follow the language; others keep their header. */
function headerOf(sheet: SheetSnapshot, table: BudgetTable, { column, isNew, ours }: Target, word: string): Header {
  const { headerTop, headerBottom } = table;
  const heading = (row: number): Header => ({ row, text: word, edits: [writeHeader(sheet, row, column, word)] });
  if (isNew) return headerBottom < headerTop ? { row: headerBottom, text: "", edits: [] } : heading(headerBottom);
  if (ours === null) return { ...headerAt(sheet, table, column), edits: [] };
  const { header, ownHeader } = ours.written;
  return ownHeader && header !== word ? heading(ours.headerRow) : { row: ours.headerRow, text: header, edits: [] };
}

function writeHeader(sheet: SheetSnapshot, row: number, column: number, word: string): Edit {
  return { kind: "contents", sheetId: sheet.id, range: rangeOfCell(row, column), contents: [[{ kind: "text", value: word }]], expected: [[contentAt(sheet, row, column)]] };
}

function plannedColumn(table: BudgetTable, { column, isNew }: Target, header: Header, { writes, kept }: Filling): PlannedColumn {
  const changes = writes.reduce((count, { contents, expected }) => count + countDifferent(expected, contents), 0);
  const place = placeOf(table, { top: table.headerBottom + 1, bottom: table.range.bottom, left: column, right: column });
  return { place, header: header.text, headerRow: header.row, isNew, changes, kept: kept.map(({ row, stands, computed }) => ({ place: placeOf(table, rangeOfCell(row, column)), stands, computed })) };
}

/** For the ledger; nothing for a column of somebody else's that we have never had anything to write into. */
function writtenColumn(table: BudgetTable, kind: WrittenColumn["kind"], { column, isNew, ours }: Target, { row, text }: Header, { marks }: Filling, ratesIn?: number): WrittenColumn[] {
  if (!isNew && ours === null && marks === "") return [];
  return [{
    sheetId: table.sheetId, sheetName: table.sheetName, kind, header: text, ownHeader: isNew || ours?.written.ownHeader === true,
    headerRow: row, column, fromTable: column - table.range.left, ...(ratesIn === undefined ? {} : { ratesIn }), marks,
  }];
}

/** What was planned replaces what was written there before. Columns that are gone are forgotten, on sheets all of whose tables were planned. */
function writtenAfter({ sheets }: Snapshot, { ledger, found }: EarlierWriting, executions: readonly TableExecution[], planned: readonly Planned[]): WrittenColumn[] {
  const replaced = new Set(planned.flatMap((table) => table.replaced));
  const kept = new Set(found.map(({ written }) => written));
  const written = new Set(planned.map(({ table }) => table.execution));
  for (const sheet of sheets) {
    const here = executions.filter(({ table }) => table.sheetId === sheet.id);
    const isComplete = here.length > 0 && here.every((execution) => written.has(execution));
    if (!isComplete) for (const column of writtenOn(sheet, ledger, sheets)) kept.add(column);
  }
  const all = [...ledger.written.filter((column) => kept.has(column) && !replaced.has(column)), ...planned.flatMap((table) => table.written)];
  // In one order whatever was planned when, so that the same record is the same text.
  return all.sort((a, b) => compareTexts(a.sheetId, b.sheetId) || a.headerRow - b.headerRow || a.column - b.column);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

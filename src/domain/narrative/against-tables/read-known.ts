/** Recognised tables as tables to compare a text with. */

import { columnName, rangeOfCell } from "../../../workbook/address";
import type { SheetSnapshot, Snapshot } from "../../../workbook/snapshot";
import { parseAmount } from "../../amounts/parse";
import { readAmount } from "../../amounts/read";
import { mayHoldFigures } from "../../checks/numeric-columns";
import { createHalfDigitAt, type HalfDigitAt } from "../../checks/precision";
import { createFormatReader, type FormatReader } from "../../checks/printed";
import { halfDigitOfPercent, percentAt, readRatioColumns } from "../../checks/ratios";
import { headerOf } from "../../execution/basis";
import { totalRank } from "../../recognise/rows/labels";
import { CHANGE_ROLES, columnAt, columnOf, placeOf, type BudgetTable, type TableColumn, type TableRow } from "../../table";
import type { Narrative } from "../claim";
import { moneyOf } from "./currency";
import { CARRIED_OVER, MONEY_ROLES, MOST_LINES, PERIOD_ROLES, type FigureRole, type KnownFigure, type KnownLine, type KnownTable } from "./known";
import { keysOf, spellings } from "./names";
import { allCalled } from "./statements";

const AMOUNTS: readonly FigureRole[] = [...MONEY_ROLES, ...CHANGE_ROLES, CARRIED_OVER, ...PERIOD_ROLES];
const PERCENTAGES = ["rate", "share"] as const;

/**
 * The tables as far as this text may speak of them. Nobody tells a table of more than `MOST_LINES` line by line,
 * so of larger ones only the lines that the text names are read.
 */
export function knownTables(snapshot: Snapshot, tables: readonly BudgetTable[], narrative: Narrative): readonly KnownTable[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  const told = new Set(allCalled(narrative).flatMap(spellings));
  const formatOf = createFormatReader();
  return tables.flatMap((table) => {
    const sheet = sheets.get(table.sheetId);
    return sheet === undefined ? [] : [knownTable(table, sheet, formatOf, told)];
  });
}

function knownTable(table: BudgetTable, sheet: SheetSnapshot, formatOf: FormatReader, told: ReadonlySet<string>): KnownTable {
  const isLarge = table.rows.length > MOST_LINES;
  const isKnown = ({ name }: TableRow): boolean => name !== "" && (!isLarge || keysOf(name).some((key) => told.has(key)));
  const { currency, unit, scale } = moneyOf(table, sheet);
  const rows = isLarge ? someOf(table.rows, (row) => row.kind === "total" || isKnown(row)) : table.rows;
  const lineOf = createLineOf({ ...table, rows }, sheet, formatOf, { above: namesAbove(table.rows), scale });
  const total = rows.findLastIndex(({ kind, isBalance }) => kind === "total" && isBalance !== true);
  const linesThat = (are: (row: TableRow) => boolean): KnownLine[] => rows.flatMap((row, i) => (are(row) && isKnown(row) ? [lineOf(i)] : []));
  return {
    id: table.id, currency, unit,
    names: table.title === null ? [table.sheetName] : [table.sheetName, table.title.text],
    isWhole: !isLarge,
    isOfUnits: table.columns.some((column) => column.role === "name" && NAMES_UNITS.test(headerOf(column))),
    lines: linesThat(({ kind }) => kind === "body"),
    parents: linesThat(({ kind, through }) => kind === "subtotal" && typeof through === "number"),
    sums: rows.flatMap(({ kind, name }, i) => (kind === "total" || kind === "subtotal" || (kind === "body" && totalRank(name) > 0) ? [lineOf(i)] : [])),
    total: total < 0 ? null : lineOf(total),
  };
}

/** Those that are needed, and of the others as many as show how the columns are printed. */
function someOf(rows: readonly TableRow[], isNeeded: (row: TableRow) => boolean): readonly TableRow[] {
  const step = Math.ceil(rows.length / MOST_LINES);
  return rows.filter((row, i) => i % step === 0 || isNeeded(row));
}

interface About {
  readonly above: ReadonlyMap<number, readonly string[]>;
  /** Of `TableMoney`. */
  readonly scale: number;
}

/** By index of the table's rows. */
function createLineOf(table: BudgetTable, sheet: SheetSnapshot, formatOf: FormatReader, { above, scale }: About): (i: number) => KnownLine {
  const figures = [...amountReaders(table, sheet, formatOf, scale), ...percentReaders(table, sheet, formatOf)];
  const codes = columnOf(table, "function-code");
  const othersAt = readerOfOthers(table, sheet, formatOf, scale);
  return (i) => {
    const { row = 0, name = "" } = table.rows[i] ?? {};
    const read = figures.flatMap(({ role, at }) => {
      const figure = at(i);
      return figure === null ? [] : [[role, figure] as const];
    });
    const code = codes === null ? "" : sheet.values[row - sheet.top]?.[codes.column - sheet.left] ?? "";
    return { name, functionCode: String(code).replace(/\D/gu, ""), figures: Object.fromEntries(read), above: above.get(row) ?? [], others: othersAt(i) };
  };
}

/** Amounts of all columns that no figure is read from, by index of the table's rows. */
function readerOfOthers(table: BudgetTable, sheet: SheetSnapshot, formatOf: FormatReader, scale: number): (i: number) => readonly KnownFigure[] {
  const read = new Set(columnsOfFigures(table).map(([, { column }]) => column));
  const columns = table.columns.filter((column) => !read.has(column.column) && mayHoldFigures(column)).map((column) => ({
    column, halfDigitAt: createHalfDigitAt({ table, sheet, formatOf }, { column, unit: table.unit, printedUnit: column.unit ?? table.unit }),
  }));
  return (i) => columns.flatMap(({ column, halfDigitAt }): readonly KnownFigure[] => {
    const figure = scaled(amountAt(table, sheet, column, i, halfDigitAt), scale);
    return figure === null || figure.value.isZero() ? [] : [figure];
  });
}

interface FigureReader {
  readonly role: FigureRole;
  /** By index of the table's rows; null where the cell has no such figure. */
  readonly at: (i: number) => KnownFigure | null;
}

function amountReaders(table: BudgetTable, sheet: SheetSnapshot, formatOf: FormatReader, scale: number): FigureReader[] {
  return columnsOfFigures(table).map(([role, column]) => {
    const halfDigitAt = createHalfDigitAt({ table, sheet, formatOf }, { column, unit: table.unit, printedUnit: column.unit ?? table.unit });
    return { role, at: (i) => scaled(amountAt(table, sheet, column, i, halfDigitAt), scale) };
  });
}

function columnsOfFigures(table: BudgetTable): readonly (readonly [FigureRole, TableColumn])[] {
  const lastYear = table.columns.filter((column) => column.role === null && IS_LAST_YEAR.test(headerOf(column)));
  const ofRole = (role: FigureRole): readonly TableColumn[] => table.columns.filter((one) => one.role === role);
  const apart = budgetsApart(table);
  const columns = [...AMOUNTS.map((role) => [role, apart?.[role] ?? ofRole(role)] as const), ["last-year", lastYear] as const];
  return columns.flatMap(([role, [column, ...others]]) => {
    // 基本支出 of the budget and of the spending are two figures, and a text does not say which of them it tells.
    if (column === undefined || others.length > 0 || (role === "last-year" && !isYearBefore(table, headerOf(column)))) return [];
    return [[role, column] as const];
  });
}

/** 上年结转 | 当年预算 | 资金合计: what the rates are of is the sum, but 当年预算 of a text is the column of that name. */
function budgetsApart({ columns }: BudgetTable): Partial<Record<FigureRole, readonly TableColumn[]>> | null {
  const budgets = columns.filter(({ role }) => role === "original-budget" || role === "adjusted-budget");
  const parts = columns.filter(({ role, reason }) => role === null && reason.code === "part-of-amount");
  const [whole] = budgets;
  const ofWhole = whole === undefined ? "" : columnName(whole.column);
  const [budget] = parts.filter((part) => IS_BUDGET.test(headerOf(part)));
  const isCarried = columns.some((column) => column.role === "carried-over" || (parts.includes(column) && /结转|carr(?:y|ied)/iu.test(headerOf(column))));
  return budgets.length === 1 && whole !== undefined && budget?.reason.values?.["column"] === ofWhole && parts.length === 1 && isCarried ? { "original-budget": [budget], "adjusted-budget": [whole] } : null;
}

const NAMES_UNITS = /^(?:预算|主管|所属)?(?:部门|单位|街道|乡镇|镇街|科室|机构)(?:名称|全称)?$|^(?:departments?|agency|agencies|units?)$/iu;

const IS_BUDGET = /预算|指标|budget|appropriation/iu;

const IS_LAST_YEAR = /^(?:(?:上年|去年|上年同期|去年同期|20\d{2}年(?:度)?)(?:同期)?(?:实际)?(?:累计)?(?:决算|支出|执行|完成)(?:支出)?(?:数|额|金额)?)$/u;

/** 2023年决算数 beside figures of 2024. */
function isYearBefore({ title, sheetName, columns }: BudgetTable, header: string): boolean {
  const [, named] = /(20\d{2})年/u.exec(header) ?? [];
  if (named === undefined) return true;
  const texts = [title?.text ?? sheetName, ...columns.filter(({ role }) => role === "expenditure").map(headerOf)];
  return texts.some((text) => text.includes(`${String(Number(named) + 1)}年`));
}

function scaled(figure: KnownFigure | null, scale: number): KnownFigure | null {
  return figure === null || scale === 1 ? figure : { ...figure, value: figure.value.times(scale), halfDigit: figure.halfDigit.times(scale) };
}

function amountAt(table: BudgetTable, sheet: SheetSnapshot, printed: TableColumn, i: number, halfDigitAt: HalfDigitAt): KnownFigure | null {
  const line = table.rows[i];
  if (line === undefined) return null;
  const { row } = line;
  const column = columnAt(table, line, printed);
  if (column === null) return null;
  const value = sheet.values[row - sheet.top]?.[column.column - sheet.left] ?? "";
  const amount = readAmount(value, sheet.numberFormats[row - sheet.top]?.[column.column - sheet.left] ?? "General", column.unit, table.unit);
  if (amount.kind !== "amount") return null;
  const parsed = typeof value === "string" ? parseAmount(value) : null;
  const own = parsed?.kind === "amount" ? parsed.unit : null;
  return { value: amount.value, printedUnit: own ?? column.unit ?? table.unit, isNamed: column.confidence === "sure", place: placeOf(table, rangeOfCell(row, column.column)), halfDigit: halfDigitAt(i) };
}

/** As the checks of the tables read them; of several columns of one role the first. */
function percentReaders(table: BudgetTable, sheet: SheetSnapshot, formatOf: FormatReader): FigureReader[] {
  const columns = readRatioColumns(table, sheet, formatOf);
  return PERCENTAGES.flatMap((role) => {
    const ratio = columns.find((column) => column.role === role);
    return ratio === undefined ? [] : [{
      role, at: (i) => (Number.isNaN(ratio.scaled[i]) ? null : {
        value: percentAt(ratio, i), printedUnit: null, isNamed: true, place: placeOf(table, rangeOfCell(table.rows[i]?.row ?? 0, ratio.column.column)), halfDigit: halfDigitOfPercent(ratio, i),
      }),
    }];
  });
}

/** Of each row that is part of others, their names from the topmost down. */
function namesAbove(rows: readonly TableRow[]): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, readonly string[]>();
  let open: readonly TableRow[] = [];
  for (const row of rows) {
    open = open.filter(({ through }) => typeof through === "number" && through >= row.row);
    if (open.length > 0) names.set(row.row, open.map(({ name }) => name));
    if (row.kind === "subtotal" && typeof row.through === "number") open = [...open, row];
  }
  return names;
}

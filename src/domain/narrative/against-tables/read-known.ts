/** Recognised tables as tables to compare a text with. */

import { rangeOfCell } from "../../../workbook/address";
import type { SheetSnapshot, Snapshot } from "../../../workbook/snapshot";
import { parseAmount } from "../../amounts/parse";
import { readAmount } from "../../amounts/read";
import { columnOf, placeOf, type BudgetTable, type TableColumn, type TableRow } from "../../table";
import type { Narrative } from "../claim";
import { CHANGE_ROLES, MONEY_ROLES, MOST_LINES, type FigureRole, type KnownFigure, type KnownLine, type KnownTable } from "./known";
import { nameKey, spellings } from "./names";
import { allCalled } from "./statements";

const ROLES: readonly FigureRole[] = [...MONEY_ROLES, ...CHANGE_ROLES, "rate", "share"];

/**
 * The tables as far as this text may speak of them. Nobody tells a table of more than `MOST_LINES` line by line,
 * so of larger ones only the lines that the text names are read.
 */
export function knownTables(snapshot: Snapshot, tables: readonly BudgetTable[], narrative: Narrative): readonly KnownTable[] {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  const told = new Set(allCalled(narrative).flatMap(spellings));
  return tables.flatMap((table) => {
    const sheet = sheets.get(table.sheetId);
    return sheet === undefined ? [] : [knownTable(table, sheet, told)];
  });
}

function knownTable(table: BudgetTable, sheet: SheetSnapshot, told: ReadonlySet<string>): KnownTable {
  const isLarge = table.rows.length > MOST_LINES;
  const lineOf = createLineOf(table, sheet);
  const total = table.rows.findLast(({ kind }) => kind === "total");
  const isKnown = ({ name }: TableRow): boolean => name !== "" && (!isLarge || told.has(nameKey(name)));
  return {
    id: table.id, unit: table.unit,
    names: table.title === null ? [table.sheetName] : [table.sheetName, table.title.text],
    isWhole: !isLarge,
    lines: table.rows.filter((row) => row.kind === "body" && isKnown(row)).map(lineOf),
    parents: table.rows.filter((row) => row.kind === "subtotal" && typeof row.through === "number" && isKnown(row)).map(lineOf),
    total: total === undefined ? null : lineOf(total),
  };
}

function createLineOf(table: BudgetTable, sheet: SheetSnapshot): (row: TableRow) => KnownLine {
  const columns = ROLES.flatMap((role) => {
    const column = columnOf(table, role);
    return column === null ? [] : [{ role, column }];
  });
  const codes = columnOf(table, "function-code");
  const cell = (row: number, column: TableColumn): string | number | boolean => sheet.values[row - sheet.top]?.[column.column - sheet.left] ?? "";
  const figureOf = (row: number, role: FigureRole, column: TableColumn): KnownFigure | null => {
    const value = cell(row, column);
    const place = placeOf(table, rangeOfCell(row, column.column));
    if (role === "rate" || role === "share") return percentIn(value, place);
    const amount = readAmount(value, sheet.numberFormats[row - sheet.top]?.[column.column - sheet.left] ?? "General", column.unit, table.unit);
    const parsed = typeof value === "string" ? parseAmount(value) : null;
    const own = parsed?.kind === "amount" ? parsed.unit : null;
    return amount.kind === "amount" ? { value: amount.value, printedUnit: own ?? column.unit ?? table.unit, place } : null;
  };
  const above = namesAbove(table.rows);
  return ({ row, name }) => {
    const figures: Partial<Record<FigureRole, KnownFigure>> = {};
    for (const { role, column } of columns) {
      const figure = figureOf(row, role, column);
      if (figure !== null) figures[role] = figure;
    }
    return { name, functionCode: codes === null ? "" : String(cell(row, codes)).replace(/\D/gu, ""), figures, above: above.get(row) ?? [] };
  };
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

/** A number is a fraction, as Excel keeps percentages; a text is percent where it says so. */
function percentIn(value: string | number | boolean, place: KnownFigure["place"]): KnownFigure | null {
  const parsed = parseAmount(value);
  if (parsed.kind !== "amount" || parsed.unit !== null) return null;
  if (parsed.percent) return { value: parsed.value, printedUnit: null, place };
  return typeof value === "number" ? { value: parsed.value.times(100), printedUnit: null, place } : null;
}

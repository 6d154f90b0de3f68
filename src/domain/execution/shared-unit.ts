/** The unit of a table that states none, from a table that does and holds the same figures. */

import type { SheetSnapshot } from "../../workbook/snapshot";
import { readAmount } from "../amounts/read";
import type { Unit } from "../amounts/unit";
import { normaliseName } from "../recognise/normalise";
import { AMOUNT_ROLES, type BudgetTable, type TableColumn, type TableRow } from "../table";

/** So many equal figures on lines of the same name are no coincidence. */
const FEWEST_EQUAL = 3;

type Sheets = ReadonlyMap<string, SheetSnapshot>;

/**
 * A report prints one figure in several tables (a project's budget in the list of projects and again beside
 * its expenditure), and not every table repeats the unit. Where at least three lines, and more than half of those
 * with a common name, hold an equal figure in a table with a unit, that unit is taken and marked as a doubt for a
 * person to confirm; where such tables have different units, none is. What a person chose stays.
 */
export function inferUnits(tables: readonly BudgetTable[], sheets: Sheets): readonly BudgetTable[] {
  const isUnknown = (table: BudgetTable): boolean => table.unit === null && table.unitReason.code === "unit-unknown" && amountColumns(table).every(({ unit }) => unit === null);
  if (!tables.some(isUnknown)) return tables;
  const known = tables.filter(({ unit }) => unit !== null).map(withLines);
  return tables.map((table) => (isUnknown(table) ? withUnitOf(withLines(table), known, sheets) : table));
}

interface NamedLines {
  readonly table: BudgetTable;
  /** null for a name that stands more than once. */
  readonly lines: ReadonlyMap<string, TableRow | null>;
}

function withUnitOf({ table, lines }: NamedLines, known: readonly NamedLines[], sheets: Sheets): BudgetTable {
  const agreeing = known.filter((other) => agree({ table, lines }, other, sheets)).map((other) => other.table);
  const [first] = agreeing;
  const unit = first?.unit ?? null;
  if (first === undefined || unit === null || agreeing.some((other) => other.unit !== unit)) return table;
  const reason = { code: "unit-of-same-figures", values: { unit, other: first.sheetName } };
  return { ...table, unit, unitReason: reason, doubts: [...table.doubts, reason] };
}

function agree(one: NamedLines, other: NamedLines, sheets: Sheets): boolean {
  let common = 0;
  let equal = 0;
  for (const [name, row] of other.lines) {
    const own = one.lines.get(name) ?? null;
    if (own === null || row === null) continue;
    common++;
    const figures = figuresOf(one.table, own, sheets, null);
    if (figuresOf(other.table, row, sheets, other.table.unit).some((figure) => figures.includes(figure))) equal++;
  }
  return equal >= FEWEST_EQUAL && equal * 2 > common;
}

function withLines(table: BudgetTable): NamedLines {
  const lines = new Map<string, TableRow | null>();
  for (const row of table.rows) {
    const name = row.kind === "body" ? normaliseName(row.name) : "";
    if (name !== "") lines.set(name, lines.has(name) ? null : row);
  }
  return { table, lines };
}

/** The amounts of one row other than zero, as text. */
function figuresOf(table: BudgetTable, { row }: TableRow, sheets: Sheets, unit: Unit | null): string[] {
  const sheet = sheets.get(table.sheetId);
  return amountColumns(table).flatMap(({ column, unit: own }) => {
    if (sheet === undefined) return [];
    const [r, c] = [row - sheet.top, column - sheet.left];
    const amount = readAmount(sheet.values[r]?.[c] ?? "", sheet.numberFormats[r]?.[c] ?? "General", own ?? table.unit, unit);
    return amount.kind === "amount" && !amount.value.isZero() ? [amount.value.toFixed()] : [];
  });
}

function amountColumns(table: BudgetTable): TableColumn[] {
  return table.columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role));
}

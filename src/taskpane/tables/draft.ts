/** The mapping editor's fields, and the override they come to. */

import type { Unit } from "../../domain/amounts/unit";
import type { TableOverride } from "../../domain/recognise/override";
import { headersOf, isReusable } from "../../domain/recognise/reuse";
import { isChangeRole, type BudgetTable, type Role } from "../../domain/table";
import { formatRows } from "./tableWords";

/** Rows as people type them: counted from one; an empty total row means that the table prints none. */
export interface Draft {
  readonly columns: Readonly<Record<number, Role | null>>;
  readonly unit: Unit | null;
  readonly headerTop: string;
  readonly headerBottom: string;
  readonly lastRow: string;
  readonly totalRow: string;
  /** "7, 10"; lines above or below what they add up. */
  readonly subtotalRows: string;
  /** "5, 8-9". */
  readonly ignoredRows: string;
}

/** A row's field, or the column of the sheet whose role is. */
export type WrongField = RowField | number;

export type RowField = "headerTop" | "headerBottom" | "lastRow" | "totalRow" | "subtotalRows" | "ignoredRows";

export function draftOf(table: BudgetTable): Draft {
  const total = totalRowOf(table);
  return {
    columns: Object.fromEntries(table.columns.map(({ column, role }) => [column, role])),
    unit: table.unit,
    headerTop: String(table.headerTop + 1),
    headerBottom: String(table.headerBottom + 1),
    lastRow: String(table.range.bottom + 1),
    totalRow: total === null ? "" : String(total + 1),
    subtotalRows: formatRows(subtotalRowsOf(table)),
    ignoredRows: formatRows(table.ignoredRows ?? []),
  };
}

/**
 * What the draft changes in the table as it stands, on top of what was decided before, and what it confirms where
 * recognition was in doubt. Only that is stored, so that everything else keeps following the sheet. Fails with the
 * fields that name no sensible row, or the columns that a person gave one role that only one of them can have. `bottom` is the sheet's last row that holds anything.
 */
export function overrideOf(table: BudgetTable, before: TableOverride | null, draft: Draft, bottom: number): { readonly ok: true; readonly override: TableOverride } | { readonly ok: false; readonly wrong: ReadonlySet<WrongField> } {
  const twice = takenTwice(table, before, draft);
  if (twice.length > 0) return { ok: false, wrong: new Set(twice) };
  const rows = rowsOf(table, draft, bottom);
  if (!rows.ok) return rows;
  const { headerTop, headerBottom, lastRow, total, subtotals, ignored } = rows;
  const isGiven = (role: Role, from: number): boolean => !isChangeRole(role) && table.columns.some((other) => other.column !== from && other.role !== role && draft.columns[other.column] === role);
  const columns = Object.fromEntries(table.columns.flatMap(({ column, role, confidence, reason }) => {
    const chosen = draft.columns[column] ?? null;
    // What an earlier choice took from a column comes back with another choice, unless it is kept that the form showed it so.
    const isShownSo = before?.columns !== undefined && reason.code === "role-taken";
    // A role that was given to another column is confirmed of this one no more.
    const isConfirmed = confidence === "likely" && (role === null || !isGiven(role, column));
    return chosen === role && !isConfirmed && !isShownSo ? [] : [[column, chosen]];
  }));
  const override: TableOverride = {
    tableId: table.id,
    ...confirmed(before),
    ...(Object.keys(columns).length === 0 ? {} : { columns: { ...before?.columns, ...columns } }),
    ...(draft.unit === table.unit ? {} : { unit: draft.unit }),
    ...(headerTop === table.headerTop ? {} : { headerTop }),
    ...(headerBottom === table.headerBottom ? {} : { headerBottom }),
    ...(lastRow === table.range.bottom ? {} : { lastRow }),
    ...(total === totalRowOf(table) && table.doubts.length === 0 ? {} : { totalRow: total }),
    ...(subtotals.join() === subtotalRowsOf(table).join() && table.doubts.length === 0 ? {} : { subtotalRows: subtotals }),
    ...(ignored.join() === (table.ignoredRows ?? []).join() ? {} : { ignoredRows: ignored }),
  };
  return { ok: true, override: isReusable(override) || ignored.length > 0 || (override.subtotalRows ?? []).length > 0 ? { ...override, headers: before?.headers ?? headersOf(table) } : override };
}

/** Who saves the form has seen the columns that nobody had confirmed. */
function confirmed(before: TableOverride | null): Partial<TableOverride> {
  return before === null ? {} : Object.fromEntries(Object.entries(before).filter(([key]) => key !== "unconfirmed"));
}

/** Of changes several columns count, and of 基本支出 and 项目支出 each amount may have its own; rates of two budgets are two. */
function takenTwice(table: BudgetTable, before: TableOverride | null, draft: Draft): readonly number[] {
  const chosen = table.columns.flatMap(({ column, role: found, ofBudget }) => {
    const role = draft.columns[column] ?? null;
    const isChosen = role !== found || before?.columns?.[column] === role;
    return role === null || !isChosen || isChangeRole(role) || role === "basic" || role === "project" ? [] : [{ column, claim: role === "rate" ? `rate ${ofBudget ?? ""}` : role }];
  });
  return chosen.filter(({ column, claim }) => chosen.some((other) => other.column !== column && other.claim === claim)).map(({ column }) => column);
}

function totalRowOf(table: BudgetTable): number | null {
  return table.rows.findLast((row) => row.kind === "total")?.row ?? null;
}

/** Of several totals the last is the table's. */
function subtotalRowsOf(table: BudgetTable): readonly number[] {
  const total = totalRowOf(table);
  return table.rows.flatMap(({ kind, row }) => (kind === "subtotal" || (kind === "total" && row !== total) ? [row] : []));
}

type Rows = { readonly ok: true; readonly headerTop: number; readonly headerBottom: number; readonly lastRow: number; readonly total: number | null; readonly subtotals: readonly number[]; readonly ignored: readonly number[] };

/** The rows that the draft names; of two that do not go together the one that was typed is wrong. */
function rowsOf(table: BudgetTable, draft: Draft, bottom: number): Rows | { readonly ok: false; readonly wrong: ReadonlySet<RowField> } {
  const headerTop = parseRow(draft.headerTop, bottom);
  const headerBottom = parseRow(draft.headerBottom, bottom);
  const lastRow = parseRow(draft.lastRow, bottom);
  const hasTotal = draft.totalRow.trim() !== "";
  const total = hasTotal ? parseRow(draft.totalRow, bottom) : null;
  const subtotals = parseRows(draft.subtotalRows, bottom);
  const ignored = parseRows(draft.ignoredRows, bottom);
  const wrong = new Set<RowField>();
  for (const [field, row] of Object.entries({ headerTop, headerBottom, lastRow, ...(hasTotal ? { totalRow: total } : {}), subtotalRows: subtotals, ignoredRows: ignored })) if (row === null) wrong.add(field as RowField);

  const asFound = draftOf(table);
  const isTyped = (field: RowField): boolean => draft[field].trim() !== asFound[field];
  const blame = (isRight: boolean, upper: RowField, lower: RowField): void => {
    if (!isRight) wrong.add(isTyped(upper) && !isTyped(lower) ? upper : lower);
  };
  if (headerTop !== null && headerBottom !== null) blame(headerTop <= headerBottom, "headerTop", "headerBottom");
  if (headerBottom !== null && lastRow !== null) blame(headerBottom < lastRow, "headerBottom", "lastRow");
  if (total !== null && headerBottom !== null && lastRow !== null && wrong.size === 0) {
    blame(headerBottom < total, "headerBottom", "totalRow");
    if (total > lastRow) wrong.add(isTyped("lastRow") && !isTyped("totalRow") ? "lastRow" : "totalRow");
  }
  const isOutside = (row: number): boolean => headerBottom !== null && lastRow !== null && (row <= headerBottom || row > lastRow);
  if (wrong.size === 0 && subtotals?.some((row) => isOutside(row) || row === total) === true) wrong.add("subtotalRows");
  if (wrong.size === 0 && ignored?.some((row) => isOutside(row) || row === total || subtotals?.includes(row) === true) === true) wrong.add("ignoredRows");
  return wrong.size > 0 || headerTop === null || headerBottom === null || lastRow === null || subtotals === null || ignored === null ? { ok: false, wrong } : { ok: true, headerTop, headerBottom, lastRow, total, subtotals, ignored };
}

/** "5" → 4; null for anything that is no row of the sheet. */
function parseRow(text: string, bottom: number): number | null {
  const digits = text.normalize("NFKC").trim();
  if (!/^[1-9]\d{0,6}$/u.test(digits)) return null;
  const row = Number(digits) - 1;
  return row <= bottom ? row : null;
}

/** "5, 8-9" → 4, 7, 8, however people part them; null where something in it is no row, or no run of rows. */
function parseRows(text: string, bottom: number): readonly number[] | null {
  const parts = text.normalize("NFKC").replaceAll(/\s*[-‐-―~〜至到]\s*/gu, "-").split(/[\s,、;]+/u).filter((part) => part !== "");
  const rows = new Set<number>();
  for (const part of parts) {
    const [first, last, ...more] = part.split("-").map((row) => parseRow(row, bottom));
    if (first === null || first === undefined || last === null || (last !== undefined && last < first) || more.length > 0) return null;
    for (let row = first; row <= (last ?? first); row += 1) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

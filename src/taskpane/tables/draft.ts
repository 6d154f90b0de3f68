/** The mapping editor's fields, and the override they come to. */

import type { Unit } from "../../domain/amounts/unit";
import type { TableOverride } from "../../domain/recognise/override";
import { headersOf, isReusable } from "../../domain/recognise/reuse";
import type { BudgetTable, Role } from "../../domain/table";
import { LAST_ROW } from "../../workbook/address";

/** Rows as people type them: counted from one; an empty total row means that the table prints none. */
export interface Draft {
  readonly columns: Readonly<Record<number, Role | null>>;
  readonly unit: Unit | null;
  readonly headerTop: string;
  readonly headerBottom: string;
  readonly lastRow: string;
  readonly totalRow: string;
}

export type RowField = "headerTop" | "headerBottom" | "lastRow" | "totalRow";

export function draftOf(table: BudgetTable): Draft {
  const total = totalRowOf(table);
  return {
    columns: Object.fromEntries(table.columns.map(({ column, role }) => [column, role])),
    unit: table.unit,
    headerTop: String(table.headerTop + 1),
    headerBottom: String(table.headerBottom + 1),
    lastRow: String(table.range.bottom + 1),
    totalRow: total === null ? "" : String(total + 1),
  };
}

/**
 * What the draft changes in the table as it stands, on top of what was decided before, and what it confirms where
 * recognition was in doubt. Only that is stored, so that everything else keeps following the sheet. Fails with the
 * fields that name no sensible row.
 */
export function overrideOf(table: BudgetTable, before: TableOverride | null, draft: Draft): { readonly ok: true; readonly override: TableOverride } | { readonly ok: false; readonly wrong: ReadonlySet<RowField> } {
  const headerTop = parseRow(draft.headerTop);
  const headerBottom = parseRow(draft.headerBottom);
  const lastRow = parseRow(draft.lastRow);
  const totalRow = draft.totalRow.trim() === "" ? "none" : parseRow(draft.totalRow);
  const wrong = new Set<RowField>();
  if (headerTop === null) wrong.add("headerTop");
  if (headerBottom === null || (headerTop !== null && headerBottom < headerTop)) wrong.add("headerBottom");
  if (lastRow === null || (headerBottom !== null && lastRow <= headerBottom)) wrong.add("lastRow");
  if (totalRow === null || (totalRow !== "none" && headerBottom !== null && lastRow !== null && (totalRow <= headerBottom || totalRow > lastRow))) wrong.add("totalRow");
  if (wrong.size > 0 || headerTop === null || headerBottom === null || lastRow === null || totalRow === null) return { ok: false, wrong };

  const total = totalRow === "none" ? null : totalRow;
  const columns = Object.fromEntries(table.columns.flatMap(({ column, role, confidence }) => {
    const chosen = draft.columns[column] ?? null;
    return chosen === role && confidence !== "likely" ? [] : [[column, chosen]];
  }));
  const override: TableOverride = {
    tableId: table.id,
    ...before,
    ...(Object.keys(columns).length === 0 ? {} : { columns: { ...before?.columns, ...columns } }),
    ...(draft.unit === table.unit ? {} : { unit: draft.unit }),
    ...(headerTop === table.headerTop ? {} : { headerTop }),
    ...(headerBottom === table.headerBottom ? {} : { headerBottom }),
    ...(lastRow === table.range.bottom ? {} : { lastRow }),
    ...(total === totalRowOf(table) && table.doubts.length === 0 ? {} : { totalRow: total }),
  };
  return { ok: true, override: isReusable(override) ? { ...override, headers: before?.headers ?? headersOf(table) } : override };
}

function totalRowOf(table: BudgetTable): number | null {
  return table.rows.findLast((row) => row.kind === "total")?.row ?? null;
}

/** "5" → 4; null for anything that is no row of a sheet. */
function parseRow(text: string): number | null {
  const digits = text.normalize("NFKC").trim();
  if (!/^[1-9]\d{0,6}$/.test(digits)) return null;
  const row = Number(digits) - 1;
  return row <= LAST_ROW ? row : null;
}

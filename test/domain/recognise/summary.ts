/** Recognised tables in few words, so that tests can state the whole of what is expected. */

import { formatRange } from "../../../src/workbook/address";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import type { TableOverride } from "../../../src/domain/recognise/override";
import type { BudgetTable } from "../../../src/domain/table";
import { snapshotOf } from "../../support/snapshots";

export interface Summary {
  /** The whole table and its header rows as Excel counts them: "A2:D45 2-3". */
  readonly at: string;
  readonly title: string | null;
  /** Unit and the reason's code: "万元 unit-above". */
  readonly unit: string;
  /** Role by column in order; "?" marks a likely one, "-" none; a unit of the column's own follows: "expenditure/元". */
  readonly roles: string;
  /** Names; with the kind behind every row that is no body row: "合计 total". */
  readonly rows: readonly string[];
}

export function summaryOf(table: BudgetTable): Summary {
  return {
    at: `${formatRange(table.range)} ${table.headerTop + 1}-${table.headerBottom + 1}`,
    title: table.title?.text ?? null,
    unit: `${table.unit ?? "unknown"} ${table.unitReason.code}`,
    roles: rolesOf(table),
    rows: table.rows.map(({ name, kind }) => (kind === "body" ? name : `${name} ${kind}`)),
  };
}

export function rolesOf(table: BudgetTable): string {
  return table.columns.map(({ role, confidence, unit }) => (role ?? "-") + (role !== null && confidence === "likely" ? "?" : "") + (unit === null ? "" : `/${unit}`)).join(" ");
}

export function recogniseSheet(sheet: SheetSnapshot, overrides: readonly TableOverride[] = []): readonly BudgetTable[] {
  return recogniseTables(snapshotOf(sheet), overrides);
}

export function summariesOf(sheet: SheetSnapshot, overrides: readonly TableOverride[] = []): readonly Summary[] {
  return recogniseSheet(sheet, overrides).map(summaryOf);
}

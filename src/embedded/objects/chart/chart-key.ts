/** A chart by its id, since every change makes a new one of it. */

import type { Sheet } from "../../book/book";
import { type Chart, chartsOf } from "../../book/charts";
import { ExcelError } from "../../protocol/errors";

export interface ChartKey {
  readonly sheet: Sheet;
  readonly id: string;
}

export function sheetAlive(sheet: Sheet): boolean {
  return sheet.book.sheets.includes(sheet);
}

export function findChart({ sheet, id }: ChartKey): Chart | null {
  return sheetAlive(sheet) ? (chartsOf(sheet).find((chart) => chart.id === id) ?? null) : null;
}

/** @throws ExcelError ItemNotFound */
export function chartAt(key: ChartKey): Chart {
  const chart = findChart(key);
  if (chart === null) throw new ExcelError("ItemNotFound");
  return chart;
}

/** Tables of a summary as tables of a report: fewer columns, figures as they are printed. */

import type { Decimal } from "../../../domain/amounts/decimal";
import type { FigureFormat, SummaryCell, SummaryColumn, TableBlock } from "../../../domain/summary/model";
import { figureOf, nameOf, wordsOf } from "../summary-figures";
import type { ReportBlock, ReportColumn, ReportTable } from "./model";

/** The columns of these keys, in this order, as far as they hold anything; lines without a figure in any of them are left out. */
export function reportTable(table: TableBlock | null, keys: readonly string[], unit: string): ReportBlock[] {
  if (table === null) return [];
  const shown = keys.flatMap((key) => {
    const at = table.columns.findIndex((column) => column.key === key);
    const column = table.columns[at];
    return column === undefined || table.rows.every(({ cells }) => cellText(cells[at]) === "") ? [] : [{ at, column }];
  });
  const rows = table.rows.filter(({ cells }) => shown.some(({ at }) => cells[at]?.kind === "figure"));
  if (rows.length === 0) return [];
  const made: ReportTable = {
    kind: "table", unit,
    columns: shown.map(({ column }) => columnOf(column)),
    rows: rows.map((row) => ({ isTotal: row.kind !== "body", level: row.level, cells: shown.map(({ at, column }) => (column.key === "name" ? nameOf(table, row) : cellText(row.cells[at]))) })),
  };
  return [made];
}

const WEIGHTS: Readonly<Record<SummaryColumn["kind"], number>> = { number: 1, code: 3, name: 4, amount: 2.4, percent: 2, text: 2, "long-text": 5 };

function columnOf({ header, kind }: SummaryColumn): ReportColumn {
  const align = kind === "amount" || kind === "percent" ? "right" : kind === "name" || kind === "code" || kind === "long-text" ? "left" : "center";
  return { header, align, weight: WEIGHTS[kind] };
}

function cellText(cell: SummaryCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.kind !== "figure") return wordsOf(cell);
  const value = figureOf(cell);
  return value === null ? (cell.figure.missing ?? "") : figureText(value, cell.format);
}

/** As the sheets show it: never more or fewer digits than the format has. */
export function figureText(value: Decimal, format: FigureFormat): string {
  switch (format) {
    case "amount": return grouped(value.toFixed(2));
    case "percent": return `${value.times(100).toFixed(2)}%`;
    case "score": return value.toFixed(2);
    case "count": return value.toFixed(0);
  }
}

/** "1234567.50" → "1,234,567.50". */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ",");
}

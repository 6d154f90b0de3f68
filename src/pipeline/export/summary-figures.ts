/** Tables and figures of a summary by their ids. */

import type { Decimal } from "../../domain/amounts/decimal";
import type { Summary, SummaryCell, SummaryRow, TableBlock } from "../../domain/summary/model";

/** null where the workbook had nothing to make it of. */
export function tableIn({ sheets }: Pick<Summary, "sheets">, id: string): TableBlock | null {
  for (const { blocks } of sheets) for (const block of blocks) if (block.kind === "table" && block.id === id) return block;
  return null;
}

export function cellIn({ columns }: Pick<TableBlock, "columns">, row: SummaryRow, column: string): SummaryCell {
  return row.cells[columns.findIndex(({ key }) => key === column)] ?? { kind: "blank" };
}

export function figureIn(table: TableBlock | null, row: string, column: string): Decimal | null {
  const line = table?.rows.find(({ key }) => key === row);
  return table === null || line === undefined ? null : figureOf(cellIn(table, line, column));
}

export function figureOf(cell: SummaryCell): Decimal | null {
  return cell.kind === "figure" ? cell.figure.value : null;
}

/** What stands in a cell of words; "" for anything else. */
export function wordsOf(cell: SummaryCell): string {
  return cell.kind === "text" || cell.kind === "link" ? cell.text : cell.kind === "open" ? cell.proposal : "";
}

/** What a line is called where nothing around it tells it from another of its name. */
export function nameOf(table: Pick<TableBlock, "columns">, row: SummaryRow): string {
  return row.label ?? wordsOf(cellIn(table, row, "name"));
}

/** Lines that no line below them divides further, without totals. */
export function leavesOf({ rows }: TableBlock): readonly SummaryRow[] {
  return rows.filter(({ kind, level }, i) => kind !== "total" && (rows[i + 1]?.level ?? 0) <= level);
}

/** Lines that tell a column's figures: those with one under which no line has another. In one column that may be a class, in the next its parts. */
export function tellingRows({ columns, rows }: Pick<TableBlock, "columns" | "rows">, column: string): readonly SummaryRow[] {
  const has = (row: SummaryRow): boolean => figureOf(cellIn({ columns }, row, column)) !== null;
  return rows.filter((row, i) => {
    if (row.kind === "total" || !has(row)) return false;
    for (let below = i + 1; (rows[below]?.level ?? 0) > row.level; below++) if (rows[below] !== undefined && has(rows[below] as SummaryRow)) return false;
    return true;
  });
}

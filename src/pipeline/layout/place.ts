/** Where each block of a sheet stands: one below the other, and a chart beside a table where that leaves room. */

import type { Block, BlockSheet, ChartBlock } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import { chartRows } from "./charts";
import type { EntriesBySlot } from "./entries";
import { formHeight, signOffHeight } from "./forms";
import { NOT_AGAIN, tableHeight, type HeadedAgain } from "./tables";

export type PlacedBlock = PlacedText | PlacedChart;

interface PlacedText {
  readonly block: Exclude<Block, ChartBlock>;
  readonly top: number;
  /** Rows that it has for itself. */
  readonly height: number;
  /** Of a table. */
  readonly again: HeadedAgain;
}

export interface PlacedChart {
  readonly block: ChartBlock;
  readonly top: number;
  /** None where it stands beside a table. */
  readonly height: number;
  /** The cells it covers. */
  readonly area: CellRange;
}

export interface PlacedSheet<S extends BlockSheet> {
  readonly sheet: S;
  readonly blocks: readonly PlacedBlock[];
  readonly columns: number;
  readonly height: number;
}

const FEWEST_COLUMNS = 4;
const CHART_COLUMNS = 6;
/** A chart beside a table is as high as it, and not to be read if that is less. */
const LEAST_BESIDE = 8;

/** `again` are the lines of tables, by id, that their header stands above once more. */
export function placeSheet<S extends BlockSheet>(sheet: S, entries: EntriesBySlot, again: ReadonlyMap<string, HeadedAgain>): PlacedSheet<S> {
  const againIn = (block: Block | undefined): HeadedAgain => (block?.kind === "table" ? (again.get(block.id) ?? NOT_AGAIN) : NOT_AGAIN);
  const columns = sheet.blocks.reduce((most, block) => Math.max(most, block.kind === "table" ? tableColumns(block, entries) : block.kind === "chart" ? CHART_COLUMNS : FEWEST_COLUMNS), FEWEST_COLUMNS);
  let top = 0;
  const blocks = sheet.blocks.map((block, i): PlacedBlock => {
    const placed = block.kind === "chart" ? placeChart(block, top, columns, { block: sheet.blocks[i - 1], again: againIn(sheet.blocks[i - 1]) }, entries) : { block, top, height: blockHeight(block, columns, againIn(block)), again: againIn(block) };
    top += placed.height;
    return placed;
  });
  return { sheet, blocks, columns, height: top };
}

function tableColumns(table: Extract<Block, { kind: "table" }>, entries: EntriesBySlot): number {
  return table.columns.length + entries.columnsBeside(table.id);
}

/** A chart that has rows for itself stands between two blank ones: its frame, too, is on the page that begins with them. */
function placeChart(block: ChartBlock, top: number, columns: number, { block: previous, again }: { readonly block: Block | undefined; readonly again: HeadedAgain }, entries: EntriesBySlot): PlacedChart {
  const rows = chartRows(block);
  if (block.isBeside === true && previous?.kind === "table" && tableHeight(previous, again) > LEAST_BESIDE) {
    // A column apart from the table, and from what people wrote beside it.
    const left = tableColumns(previous, entries) + 1;
    if (columns - left >= CHART_COLUMNS) return { block, top, height: 0, area: { top: top - tableHeight(previous, again), bottom: top - 2, left, right: columns - 1 } };
  }
  return { block, top, height: rows + 2, area: { top: top + 1, bottom: top + rows, left: 0, right: columns - 1 } };
}

function blockHeight(block: Exclude<Block, ChartBlock>, columns: number, again: HeadedAgain): number {
  switch (block.kind) {
    case "title":
    case "heading":
    case "note": return 1;
    case "table": return tableHeight(block, again);
    case "form": return formHeight(block);
    case "sign-off": return signOffHeight(block.labels, columns);
    case "page-break": return 0;
  }
}

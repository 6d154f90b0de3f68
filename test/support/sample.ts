/** The printed tables of the 2016 report as a workbook, cell for cell what `npm run sample` makes of them. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { cellOf, type PrintedSheet } from "../../assets/samples/printed";
import { parseRange } from "../../src/workbook/address";
import type { SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";

export function printedSheets(): readonly PrintedSheet[] {
  const file = path.join(__dirname, "../../assets/samples/report-2016.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly sheets: readonly PrintedSheet[] }).sheets;
}

export function sampleSnapshot(): Snapshot {
  const sheets = printedSheets().map(sheetOfPrinted);
  return { sheets, activeSheetId: sheets[0]?.id ?? "", stored: null };
}

export function sheetOfPrinted({ name, merges, rows }: PrintedSheet): SheetSnapshot {
  const cells = rows.map((row) => row.map(cellOf));
  const values = cells.map((row) => row.map(({ content }) => (content.kind === "blank" ? "" : content.value)));
  return {
    id: `{${name}}`, name, visible: true, protected: false, top: 0, left: 0, values, formulas: values,
    numberFormats: cells.map((row) => row.map(({ numberFormat }) => numberFormat)),
    merges: merges.flatMap((address) => parseRange(address) ?? []), tables: [], hiddenColumns: [],
  };
}

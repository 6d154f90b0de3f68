/** The summary as it leaves the workbook: what people filled in on its sheets stands in it, and nothing is open or leads anywhere any more. */

import { Decimal } from "../../domain/amounts/decimal";
import type { Block, FigureFormat, FormBlock, SignOffBlock, Summary, SummaryCell, SummaryColumn, SummarySheet, TableBlock } from "../../domain/summary/model";
import { finished } from "../../domain/steps";
import { EMPTY_LEDGER, readLedger } from "../../workbook/ledger";
import { dateText, isDateFormat } from "../../workbook/number-format";
import type { CellValue, SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import { adoptInSteps } from "../layout/adopted";
import { isFree, SIGN_OFF, slotKey, type Entry } from "../layout/entries";
import { ownSheets, type OwnSheet } from "../layout/own";

/** What stands beside our tables is for those who wrote it there, and stays in the workbook. */
export function filledSummary(summary: Summary, snapshot: Snapshot): Summary {
  const ledger = readLedger(snapshot.stored);
  const own = finished(adoptInSteps(summary, snapshot.sheets, ownSheets(ledger.ok ? ledger.value : EMPTY_LEDGER, snapshot.sheets)));
  return { ...summary, sheets: summary.sheets.map((sheet) => fillSheet(sheet, own.get(sheet.key))) };
}

/** What people wrote in a slot; null where they wrote nothing. */
type Filled = (table: string, row: string, column: string) => { readonly entry: Entry; readonly value: CellValue } | null;

function fillSheet(sheet: SummarySheet, own: OwnSheet | undefined): SummarySheet {
  const filled: Filled = (table, row, column) => {
    const entry = own?.read.entries.get(slotKey({ table, row, column }));
    return entry === undefined || own === undefined ? null : { entry, value: valueOf(entry, own.sheet) };
  };
  return { ...sheet, blocks: sheet.blocks.map((block) => fillBlock(block, filled)) };
}

/** Of a formula, what it comes to. */
function valueOf({ content, from }: Entry, { values, top, left }: SheetSnapshot): CellValue {
  if (content.kind === "blank") return "";
  return content.kind === "formula" ? (values[from.row - top]?.[from.column - left] ?? "") : content.value;
}

function fillBlock(block: Block, filled: Filled): Block {
  switch (block.kind) {
    case "table": return fillTable(block, filled);
    case "form": return fillForm(block, filled);
    case "sign-off": return fillSignOff(block, filled);
    case "title":
    case "heading":
    case "note":
    case "chart":
    case "page-break": return block;
  }
}

function fillTable(table: TableBlock, filled: Filled): TableBlock {
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, isOpen: false })),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell, c) => {
      const column = table.columns[c];
      return column === undefined ? cell : fillCell(cell, column.kind, filled(table.id, row.key, column.key));
    }) })),
  };
}

function fillForm(form: FormBlock, filled: Filled): FormBlock {
  return { ...form, fields: form.fields.map((field) => ({ ...field, cell: fillCell(field.cell, "text", filled(form.id, "", field.key)) })) };
}

function fillSignOff(block: SignOffBlock, filled: Filled): SignOffBlock {
  const proposals = { ...block.proposals };
  for (const label of block.labels) {
    const written = filled(SIGN_OFF, "", label);
    if (written !== null) proposals[label] = textOf(written.value, written.entry.numberFormat);
  }
  return { ...block, proposals };
}

function fillCell(cell: SummaryCell, kind: SummaryColumn["kind"], written: ReturnType<Filled>): SummaryCell {
  if (cell.kind === "link") return { kind: "text", text: cell.text };
  if (written === null || !isFree(cell)) return cell.kind === "open" ? { kind: "text", text: cell.proposal } : cell;
  const { value, entry: { numberFormat } } = written;
  const format = FORMAT_OF[kind];
  if (typeof value !== "number" || format === undefined) return { kind: "text", text: textOf(value, numberFormat) };
  return { kind: "figure", figure: { value: new Decimal(value), missing: null, formula: null }, format };
}

const FORMAT_OF: Readonly<Partial<Record<SummaryColumn["kind"], FigureFormat>>> = { amount: "amount", percent: "percent" };

function textOf(value: CellValue, numberFormat: string): string {
  if (typeof value !== "number") return String(value);
  return isDateFormat(numberFormat) ? dateText(value, numberFormat) : new Decimal(value).toFixed();
}

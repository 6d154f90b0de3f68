/** Forms and lines to be signed: labels, and beside each what is filled in. */

import type { FormBlock, FormField, SignOffBlock } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import { BLANK_CELL, cellOf, HEIGHT, shownText, textCell, type DraftBlock, type DraftCell, type DraftContext, type DraftRow } from "./draft";
import { SIGN_OFF } from "./entries";
import { linesHeight, textHeight } from "./measure";
import { roleStyle } from "./styles";
import type { ColumnWidth } from "./pages";
import { row } from "./tables";

export const FORM_WIDTHS: readonly ColumnWidth[] = [84, 172, 84, 172].map((width) => ({ wanted: width, least: width }));
const COLUMNS = FORM_WIDTHS.length;

/** Fields line by line: a wide one alone, others two together. */
export function formLines({ fields }: FormBlock): readonly (readonly FormField[])[] {
  const lines: FormField[][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    if (last !== undefined && last.length === 1 && !field.isWide && last[0]?.isWide === false) last.push(field);
    else lines.push([field]);
  }
  return lines;
}

/** A blank row follows. */
export function formHeight(form: FormBlock): number {
  return 1 + formLines(form).length + 1;
}

export function drawForm(form: FormBlock, top: number, context: DraftContext): DraftBlock {
  const merges: CellRange[] = [{ top, bottom: top, left: 0, right: COLUMNS - 1 }];
  const lines = formLines(form).map((fields, i): DraftRow => {
    const at = top + 1 + i;
    const isWhole = fields.length === 1;
    if (isWhole) merges.push({ top: at, bottom: at, left: 1, right: COLUMNS - 1 });
    const cells = fields.flatMap((field, f) => [textCell(field.label, roleStyle("label")), fieldCell(form, field, { row: at, column: f * 2 + 1 }, context)]);
    const filled = isWhole ? [...cells, ...Array.from({ length: COLUMNS - 2 }, (): DraftCell => ({ ...BLANK_CELL, style: cells[1]?.style ?? roleStyle("body") }))] : cells;
    return row(filled, lineHeight(fields, cells, context), "never");
  });
  return { rows: [row([textCell(form.title, roleStyle("title"))], 36, "freely"), ...lines, row([], HEIGHT - 8, "never")], merges };
}

function fieldCell(form: FormBlock, { key, cell }: FormField, at: { readonly row: number; readonly column: number }, context: DraftContext): DraftCell {
  return cellOf(cell, roleStyle("body"), "long-text", 0, { table: form.id, row: "", column: key }, at, context);
}

function lineHeight(fields: readonly FormField[], cells: readonly DraftCell[], { widths }: DraftContext): number {
  const valueWidth = fields.length === 1 ? widths.slice(1, COLUMNS).reduce((sum, width) => sum + width, 0) : (widths[1] ?? 0);
  return fields.reduce((height, field, f) => {
    const [label, value] = [cells[f * 2], cells[f * 2 + 1]];
    const [labelText, valueText] = [label, value].map((cell) => (cell === undefined ? "" : shownText(cell)));
    return Math.max(height, linesHeight(field.lines), textHeight(labelText ?? "", widths[0] ?? 0, 1.05), textHeight(valueText ?? "", valueWidth));
  }, HEIGHT + 4);
}

/** Labels share a line where there is room for something to be written beside each. */
export function signOffPlaces(labels: readonly string[], columns: number): readonly { readonly label: string; readonly line: number; readonly column: number; readonly right: number }[] {
  const span = Math.floor(columns / Math.max(1, labels.length));
  if (span < 2) return labels.map((label, line) => ({ label, line, column: 0, right: Math.max(1, columns - 1) }));
  return labels.map((label, i) => ({ label, line: 0, column: i * span, right: (i + 1) * span - 1 }));
}

/** A blank row comes before. */
export function signOffHeight(labels: readonly string[], columns: number): number {
  return 1 + signOffPlaces(labels, columns).reduce((most, { line }) => Math.max(most, line + 1), 0);
}

export function drawSignOff({ labels, proposals }: SignOffBlock, top: number, context: DraftContext): DraftBlock {
  const columns = context.widths.length;
  const merges: CellRange[] = [];
  const lines: DraftCell[][] = Array.from({ length: signOffHeight(labels, columns) - 1 }, () => Array.from({ length: columns }, () => BLANK_CELL));
  const places = signOffPlaces(labels, columns);
  for (const { label, line, column, right } of places) {
    const cells = lines[line];
    if (cells === undefined) continue;
    const at = top + 1 + line;
    cells[column] = textCell(label, { ...roleStyle("sign-off"), horizontalAlignment: "Right", wrapText: true });
    for (let c = column + 1; c <= right; c++) cells[c] = { ...BLANK_CELL, style: SIGNED };
    cells[column + 1] = { ...cellOf({ kind: "open", proposal: proposals?.[label] ?? "" }, roleStyle("sign-off"), "text", 0, { table: SIGN_OFF, row: "", column: label }, { row: at, column: column + 1 }, context), style: SIGNED };
    if (right > column + 1) merges.push({ top: at, bottom: at, left: column + 1, right });
  }
  return { rows: [row([], HEIGHT - 8, "hardly"), ...lines.map((cells, i) => row(cells, signedHeight(places.filter(({ line }) => line === i), context), "never"))], merges };
}

/** Labels stand in columns that may be as narrow as numbers of lines. */
function signedHeight(places: readonly { readonly label: string; readonly column: number }[], { widths }: DraftContext): number {
  return Math.max(HEIGHT + 6, ...places.map(({ label, column }) => textHeight(label, widths[column] ?? 0)));
}

const SIGNED = { ...roleStyle("sign-off"), horizontalAlignment: "Left", lines: { top: null, bottom: { style: "Continuous", weight: "Thin", color: "#000000" }, left: null, right: null } };

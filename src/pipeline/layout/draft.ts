/** A sheet as it is being laid out: rows of cells with their whole style. */

import type { SummaryCell, SummaryColumn } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { BLANK, type CellStyle, type SheetPlace } from "../../workbook/sheet-layout";
import { slotKey, type Entry, type EntriesBySlot } from "./entries";
import { formulaOf, type FindFigure } from "./formulas";
import { shiftFormula } from "./shift-formula";
import { centredStyle, figureStyle, linkStyle, openStyle, roleStyle, textStyle } from "./styles";

export interface DraftCell {
  readonly content: Content;
  readonly style: CellStyle;
  readonly figure: string | null;
  readonly link: SheetPlace | null;
  /** People write there: what it contains is never ours. */
  readonly isOpen?: true;
}

export interface DraftRow {
  readonly height: number;
  readonly outline: number;
  readonly cells: readonly DraftCell[];
  readonly begins: PageBegin;
}

/** Whether a page may begin with a row, and what that costs the reader: "hardly" tears apart what is read at a glance. */
export type PageBegin = "freely" | "hardly" | "never";

/** A block in its place. */
export interface DraftBlock {
  readonly rows: readonly DraftRow[];
  readonly merges: readonly CellRange[];
}

export interface DraftContext {
  /** Of the sheet being laid out. */
  readonly sheetName: string;
  readonly figures: "formulas" | "values";
  readonly find: FindFigure;
  readonly entries: EntriesBySlot;
  /** Of all columns. */
  readonly widths: readonly number[];
}

export const HEIGHT = 20;

export const BLANK_CELL: DraftCell = { content: BLANK, style: roleStyle("blank"), figure: null, link: null };

export function textCell(text: string, style: CellStyle): DraftCell {
  return { content: text === "" ? BLANK : { kind: "text", value: text }, style, figure: null, link: null };
}

/** What stands in a slot for people: what they wrote, else the proposal. */
export interface Slot {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export function cellOf(cell: SummaryCell, base: CellStyle, kind: SummaryColumn["kind"], level: number, slot: Slot, at: { readonly row: number; readonly column: number }, context: DraftContext): DraftCell {
  switch (cell.kind) {
    case "blank": return freeCell(slot, textStyle(base, kind, level), at, context);
    case "text": return cell.text === "" ? freeCell(slot, textStyle(base, kind, level), at, context) : textCell(cell.text, textStyle(base, kind, level));
    case "link": return { ...textCell(cell.text, linkStyle(textStyle(base, kind, level))), link: { sheetName: cell.place.sheetName, range: cell.place.range } };
    case "open": {
      const entry = context.entries.get(slotKey(slot));
      const style = openStyle(base);
      return entry === undefined ? { ...textCell(cell.proposal, style), isOpen: true } : enteredCell(entry, { ...style, numberFormat: entry.numberFormat }, at);
    }
    case "figure": {
      const { figure, format } = cell;
      if (figure.value === null) return textCell(figure.missing ?? "", textStyle(base, "text", 0));
      const formula = context.figures === "values" || figure.formula === null ? null : formulaOf(figure.formula, context.sheetName, context.find);
      const content: Content = formula === null ? { kind: "number", value: figure.value.toNumber() } : { kind: "formula", value: formula };
      return { content, style: kind === "number" ? centredStyle(figureStyle(base, format)) : figureStyle(base, format), figure: figure.value.toFixed(), link: null };
    }
  }
}

/** Not meant for people, who may write there all the same. */
function freeCell(slot: Slot, style: CellStyle, at: { readonly row: number; readonly column: number }, { entries }: DraftContext): DraftCell {
  const entry = entries.get(slotKey(slot));
  return entry === undefined ? { ...BLANK_CELL, style } : enteredCell(entry, { ...style, numberFormat: entry.numberFormat }, at);
}

/** Formulas that people wrote go on naming the cells beside them. */
export function enteredCell({ content, from }: Entry, style: CellStyle, at: { readonly row: number; readonly column: number }): DraftCell {
  const moved: Content = content.kind === "formula" ? { kind: "formula", value: shiftFormula(content.value, at.row - from.row, at.column - from.column) } : content;
  return { content: moved, style, figure: null, link: null, isOpen: true };
}

/** What a cell will show, for measuring. */
export function shownText({ content, figure, style }: DraftCell): string {
  if (figure !== null) return shownFigure(Number(figure), style.numberFormat);
  return content.kind === "blank" || content.kind === "formula" ? "" : String(content.value);
}

/** Made once: making one takes longer than a thousand figures. */
const AMOUNT = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function shownFigure(value: number, format: string): string {
  if (format.endsWith("%")) return `${(value * 100).toFixed(2)}%`;
  return format === "0" ? String(value) : AMOUNT.format(value);
}

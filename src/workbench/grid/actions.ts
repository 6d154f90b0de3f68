/** What a person does to the selected cells other than typing into one. */

import type { Book, Sheet } from "../../embedded/book/book";
import { readTexts, usedRange } from "../../embedded/book/cells";
import { enterValues } from "../../embedded/book/entering";
import { copyCells, moveCells } from "../../embedded/book/copying";
import { lookAt, setLook } from "../../embedded/book/formats";
import { clear } from "../../embedded/book/clearing";
import { deleteColumns, deleteRows, insertColumns, insertRows } from "../../embedded/book/structure";
import type { Look } from "../../embedded/book/styles/words";
import { activeSheet, select, selectionOf } from "../../embedded/book/view";
import { LAST_COLUMN, LAST_ROW, overlap } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { History } from "../history";
import { fromClipboardText, toClipboardText } from "./clipboard";

/** What was copied here, so that pasting it brings formulas and looks along and not only the text. */
interface Copied {
  readonly sheet: Sheet;
  readonly range: CellRange;
  readonly text: string;
  readonly cut: boolean;
}

export interface GridActions {
  readonly clearContents: () => void;
  /** The clipboard's text of the selection; null when several ranges or nothing filled is selected. */
  readonly copy: (cut: boolean) => string | null;
  readonly paste: (text: string) => void;
  readonly toggle: (attribute: "bold" | "italic" | "underline") => void;
  /** As many as the first selected range has rows or columns, before it. */
  readonly insertRows: () => void;
  readonly insertColumns: () => void;
  readonly deleteRows: () => void;
  readonly deleteColumns: () => void;
}

export function createActions(book: Book, history: History): GridActions {
  let copied: Copied | null = null;

  /** The selected ranges of the active sheet, cut to what is used. */
  function selectedAndUsed(): CellRange[] {
    const sheet = activeSheet(book);
    const used = usedRange(sheet, false);
    return used === null ? [] : selectionOf(sheet).ranges.flatMap((range) => overlap(range, used) ?? []);
  }

  /** Shifts whole rows or columns, by the first selected range. */
  function shift(along: "rows" | "columns", work: (sheet: Sheet, first: number, count: number) => void): void {
    const sheet = activeSheet(book);
    const [range] = selectionOf(sheet).ranges;
    if (range === undefined) return;
    const [first, last] = along === "rows" ? [range.top, range.bottom] : [range.left, range.right];
    history.change(() => work(sheet, first, last - first + 1));
  }

  return {
    insertRows: () => shift("rows", insertRows),
    insertColumns: () => shift("columns", insertColumns),
    deleteRows: () => shift("rows", deleteRows),
    deleteColumns: () => shift("columns", deleteColumns),

    clearContents: () => {
      const sheet = activeSheet(book);
      for (const range of selectedAndUsed()) history.edit(range, () => clear(sheet, range, "Contents"));
    },

    copy: (cut) => {
      const sheet = activeSheet(book);
      const [range, ...others] = selectedAndUsed();
      if (range === undefined || others.length > 0) return null;
      const text = toClipboardText(readTexts(sheet, range));
      copied = { sheet, range, text, cut };
      return text;
    },

    paste: (text) => {
      const sheet = activeSheet(book);
      const { row, column } = selectionOf(sheet).active;
      if (copied !== null && sameText(copied.text, text)) {
        const { range } = copied;
        const target = { top: row, left: column, bottom: row + range.bottom - range.top, right: column + range.right - range.left };
        const { cut, sheet: from } = copied;
        const areas = [...(cut ? [{ sheet: from, range }] : []), { sheet, range: target }];
        history.editAreas(areas, () => (cut ? moveCells : copyCells)({ sheet: from, range }, { sheet, range: target }), cut);
        if (cut) copied = null;
        select(sheet, [target]);
        return;
      }
      const cells = fromClipboardText(text);
      const width = cells[0]?.length ?? 0;
      if (width === 0) return;
      const target = { top: row, left: column, bottom: row + cells.length - 1, right: column + width - 1 };
      history.edit(target, () => enterValues(sheet, target, cells));
      select(sheet, [target]);
    },

    toggle: (attribute) => {
      const sheet = activeSheet(book);
      const { ranges, active } = selectionOf(sheet);
      const look = toggled(lookAt(sheet, active.row, active.column), attribute);
      const work = (): void => {
        for (const range of ranges) setLook(sheet, range, look);
      };
      // Whole rows and columns have looks of their own.
      if (ranges.some(isWhole)) history.change(work);
      else history.editAreas(ranges.map((range) => ({ sheet, range })), work);
    },
  };
}

function isWhole({ top, bottom, left, right }: CellRange): boolean {
  return (top === 0 && bottom === LAST_ROW) || (left === 0 && right === LAST_COLUMN);
}

function toggled(look: Look, attribute: "bold" | "italic" | "underline"): Partial<Look> {
  if (attribute === "underline") return { underline: look.underline === "None" ? "Single" : "None" };
  return { [attribute]: !look[attribute] };
}

/** Clipboards change line ends. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  return plain(a) === plain(b);
}

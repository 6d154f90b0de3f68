/** What the person typed, so that Ctrl+Z can take it back. As in Excel, an add-in's writes empty the list. */

import { activeSheet } from "../embedded/book/view";
import { onChange, sheetById } from "../embedded/book/book";
import type { Book, Change } from "../embedded/book/book";
import { contentAt, numberFormatAt, putContents } from "../embedded/book/cells";
import { setNumberFormats } from "../embedded/book/formats";
import { select } from "../embedded/book/view";
import type { CellRange } from "../workbook/address";
import type { Content } from "../workbook/edits";

interface Step {
  readonly sheetId: string;
  readonly range: CellRange;
  readonly contents: readonly (readonly Content[])[];
  readonly formats: readonly (readonly string[])[];
}

export interface History {
  /** Does `work`, which writes cells of the active sheet only inside `range`, as one step that can be undone. */
  readonly edit: (range: CellRange, work: () => void) => void;
  /** Does work that cannot be undone; the list begins anew. */
  readonly change: (work: () => void) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly close: () => void;
}

const MOST_STEPS = 100;
/** Changes after which a remembered step would no longer fit. */
const HARMLESS: ReadonlySet<Change["kind"]> = new Set(["selection", "sheet-activated", "sheet-deactivated", "calculated", "view", "saved", "page-layout"]);

export function createHistory(book: Book): History {
  let done: Step[] = [];
  let undone: Step[] = [];
  let ours = false;

  const stop = onChange(book, (change) => {
    if (ours || HARMLESS.has(change.kind)) return;
    done = [];
    undone = [];
  });

  function asOurs(work: () => void): void {
    ours = true;
    try {
      work();
    } finally {
      ours = false;
    }
  }

  function step(sheetId: string, range: CellRange): Step {
    const sheet = sheetById(book, sheetId);
    return { sheetId, range, contents: grid(range, (row, column) => contentAt(sheet, row, column)), formats: grid(range, (row, column) => numberFormatAt(sheet, row, column)) };
  }

  /** Puts a step's cells back, and returns the step that would put them back again. */
  function putBack(past: Step): Step {
    const now = step(past.sheetId, past.range);
    const sheet = sheetById(book, past.sheetId);
    asOurs(() => {
      setNumberFormats(sheet, past.range, past.formats);
      putContents(sheet, past.range, past.contents);
      select(sheet, [past.range]);
    });
    return now;
  }

  return {
    edit: (range, work) => {
      const before = step(activeSheet(book).id, range);
      asOurs(work);
      done = [...done, before].slice(-MOST_STEPS);
      undone = [];
    },
    change: (work) => {
      work();
      done = [];
      undone = [];
    },
    undo: () => {
      const last = done.pop();
      if (last !== undefined) undone.push(putBack(last));
    },
    redo: () => {
      const last = undone.pop();
      if (last !== undefined) done.push(putBack(last));
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    close: stop,
  };
}

function grid<T>(range: CellRange, cell: (row: number, column: number) => T): T[][] {
  const lines: T[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const line: T[] = [];
    for (let column = range.left; column <= range.right; column++) line.push(cell(row, column));
    lines.push(line);
  }
  return lines;
}

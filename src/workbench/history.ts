/**
 * What the person did to cells, so that Ctrl+Z can take it back. An add-in's writes empty the list, as they do in Excel
 * below ExcelApi 1.20; that set brought "undo support for Excel JavaScript APIs" (learn.microsoft.com, "Undo support with
 * the Excel JavaScript API": most calls then join the list, and some, as custom XML parts, are in none).
 */

import { onChange } from "../embedded/book/book";
import type { Book, Change } from "../embedded/book/book";
import type { Area } from "../embedded/book/copying";
import { takeCells } from "../embedded/book/taking-back";
import type { PutBack } from "../embedded/book/taking-back";
import { activeSheet, select } from "../embedded/book/view";
import type { CellRange } from "../workbook/address";

interface Step {
  readonly areas: readonly Area[];
  readonly moves: boolean;
  readonly putBack: PutBack;
}

export interface History {
  /** Does `work`, which writes cells of the active sheet only inside `range`, as one step that can be undone. */
  readonly edit: (range: CellRange, work: () => void) => void;
  /** The same for cells anywhere; `moves`: formulas elsewhere follow what is moved. The last area is where undo leads. */
  readonly editAreas: (areas: readonly Area[], work: () => void, moves?: boolean) => void;
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

  function take(areas: readonly Area[], moves: boolean): Step {
    return { areas, moves, putBack: takeCells(book, areas, moves) };
  }

  /** Puts a step's cells back, and returns the step that would put them back again. */
  function putBack({ areas, moves, putBack: put }: Step): Step {
    const now = take(areas, moves);
    const shown = areas.at(-1);
    asOurs(() => {
      put();
      if (shown !== undefined) select(shown.sheet, [shown.range]);
    });
    return now;
  }

  function editAreas(areas: readonly Area[], work: () => void, moves = false): void {
    const before = take(areas, moves);
    asOurs(work);
    done = [...done, before].slice(-MOST_STEPS);
    undone = [];
  }

  return {
    edit: (range, work) => editAreas([{ sheet: activeSheet(book), range }], work),
    editAreas,
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

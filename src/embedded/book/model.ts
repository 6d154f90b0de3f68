/** The workbook in memory. Others read ids, names and flags; everything else belongs to this folder's functions. */

import type { Change, ChangeSource, SheetVisibility } from "./changes";

export interface Book {
  readonly sheets: Sheet[];
  /** Grows with every change. */
  revision: number;
  source: ChangeSource;
  readonly listeners: Set<(change: Change) => void>;
  /** The name Excel would show in its title bar. */
  fileName: string;
}

export interface Sheet {
  readonly book: Book;
  /** Stays when the sheet is renamed or moved: "{00000000-0001-0000-0000-000000000000}". */
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  protected: boolean;
}

export function notYet(...given: readonly unknown[]): never {
  throw new Error(`not written yet (${given.length} arguments)`);
}

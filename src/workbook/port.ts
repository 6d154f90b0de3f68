/** The one way to a workbook, whether it is open in Excel or a file. Every call returns plain data. */

import type { CellRange, Place } from "./address";
import type { Content, Edit } from "./edits";
import type { Outcome, Problem } from "./problem";
import type { Snapshot } from "./snapshot";

/** What an application changed: the edits that undo it. */
export interface Receipt {
  /** Applying these puts back contents, formats, widths and store. */
  readonly inverse: readonly Edit[];
  readonly cellsWritten: number;
  /** Ranges whose colour rules are others than before. */
  readonly coloured: number;
}

/** If writing failed half-way, `restore` is what puts everything back as it was; null where nothing was written or all was put back. */
export type Applied =
  | { readonly ok: true; readonly value: Receipt }
  | { readonly ok: false; readonly problem: Problem; readonly restore: readonly Edit[] | null };

/** Whoever asked for the writing: hears how far it is, and may change their mind until it is done. */
export interface Watcher {
  /** So many of all cells are written. */
  written(cells: number, all: number): void;
  /** Asked after each request; where it is not, what was written is taken back. */
  isWanted(): Promise<boolean>;
}

export interface WorkbookPort {
  /**
   * All of it, merged areas too: without them figures could be put down to the wrong lines. Some versions of Excel
   * lose their own undo list over reading them (https://github.com/OfficeDev/office-js/issues/5918).
   */
  read(): Promise<Outcome<Snapshot>>;
  /** What the cells contain now; used before an undo to see what others have written since. */
  readContents(places: readonly Pick<Place, "sheetId" | "range">[]): Promise<Outcome<readonly (readonly (readonly Content[])[])[]>>;
  /**
   * Targets are read again first: every cell must hold what the edit expects, or already what it writes,
   * else nothing is written. A failure half-way is rolled back, and so is what is no longer wanted: problem `cancelled`.
   */
  apply(edits: readonly Edit[], watcher?: Watcher): Promise<Applied>;
  select(place: { readonly sheetId: string; readonly range: CellRange }): Promise<Outcome<null>>;
  /** The selected ranges of the active sheet. */
  selection(): Promise<Outcome<Place>>;
}

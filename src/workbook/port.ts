/** The one way to a workbook, whether it is open in Excel or a file. Every call returns plain data. */

import type { CellRange, Place } from "./address";
import type { Content, Edit } from "./edits";
import type { Outcome } from "./problem";
import type { Snapshot } from "./snapshot";

export interface ReadOptions {
  /** Merged areas too. Reading them empties Excel's undo list on some versions, so do it only when a person asked for work. */
  readonly merges: boolean;
}

/** What an application changed: the edits that undo it, and how many cells got new contents. */
export interface Receipt {
  /** Applying these puts back contents, formats, widths and store. */
  readonly inverse: readonly Edit[];
  readonly cellsWritten: number;
}

export interface WorkbookPort {
  read(options: ReadOptions): Promise<Outcome<Snapshot>>;
  /** What the cells contain now; used before an undo to see what others have written since. */
  readContents(places: readonly Pick<Place, "sheetId" | "range">[]): Promise<Outcome<readonly (readonly (readonly Content[])[])[]>>;
  /** All or nothing as far as the host allows: targets are read again and compared with `expected` first. */
  apply(edits: readonly Edit[]): Promise<Outcome<Receipt>>;
  select(place: { readonly sheetId: string; readonly range: CellRange }): Promise<Outcome<null>>;
  /** The selected ranges of the active sheet. */
  selection(): Promise<Outcome<Place>>;
}

/** Hyperlinks of cells. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

export interface Hyperlink {
  /** A web or mail address, or a file; absent for places in this workbook. */
  readonly address?: string;
  /** "Sheet1!A1", for places in this workbook. */
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export function hyperlinkAt(sheet: Sheet, row: number, column: number): Hyperlink | null { return notYet(sheet, row, column); }
/** Sets it on the range; `textToDisplay` becomes the value of its cells, which get the look of a link. null removes. */
export function setHyperlink(sheet: Sheet, range: CellRange, link: (Hyperlink & { readonly textToDisplay?: string }) | null): void { notYet(sheet, range, link); }

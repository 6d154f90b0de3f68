/** Copying a sheet. */

import { notYet } from "./model";
import type { Sheet } from "./model";

/** A copy with contents, formats, sizes, merges, tables, names of its own, charts and settings of the page. */
export function copySheet(sheet: Sheet, where: { readonly position: "None" | "Before" | "After" | "Beginning" | "End"; readonly relativeTo?: Sheet }): Sheet { return notYet(sheet, where); }

/** Finding the budget tables of a workbook. */

import type { Snapshot } from "../../workbook/snapshot";
import type { BudgetTable } from "../table";
import type { TableOverride } from "./override";

/** The budget tables of every sheet, in reading order: by sheet, then top to bottom, left to right. */
export function recogniseTables(_snapshot: Snapshot, _overrides: readonly TableOverride[]): readonly BudgetTable[] {
  return [];
}

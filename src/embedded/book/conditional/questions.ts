/**
 * Formulas that rules ask about their cells. All are asked first and calculated together when the first answer is wanted:
 * a calculation looks over the whole workbook, so one a rule or a cell would make drawing a sheet quadratic.
 */

import type { CellValue } from "../../../workbook/snapshot";
import type { Sheet } from "../model";
import { evaluateAll } from "../recalculate";

export interface Questions {
  /** @param formula "=…" @returns its value, once everything has been asked */
  readonly ask: (formula: string) => () => CellValue;
}

export function createQuestions(sheet: Sheet): Questions {
  /** A formula that moves with no cell is the same for all of them. */
  const places = new Map<string, number>();
  let values: readonly CellValue[] | null = null;
  return {
    ask: (formula) => {
      const place = places.get(formula) ?? places.size;
      places.set(formula, place);
      values = null;
      return () => (values ??= evaluateAll(sheet, [...places.keys()]))[place] ?? 0;
    },
  };
}

/** What Excel calculates, against what the figures come to exactly. */

import { Decimal, ZERO } from "../../domain/amounts/decimal";
import { rangeOfCell, type Place } from "../../workbook/address";
import type { SheetLayout } from "../../workbook/sheet-layout";
import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";

export interface FigureDifference {
  readonly place: Place;
  /** A decimal; a percentage as a fraction. */
  readonly expected: string;
  /** A number, an error such as "#REF!", a text, "" for nothing. */
  readonly found: CellValue;
}

/** Doubles carry 15 digits; sums of many lose the last of them. */
const TOLERANCE = new Decimal("1e-9");
/** Of the largest figure in the row: what is left of two amounts of eight digits is as uncertain as they are. A percentage is no rest of them. */
const LOST = new Decimal("1e-14");

/** Every figure that is another on its sheet, read after writing; on a sheet that is not there, every figure. In the layouts' order. */
export function compareFigures(layouts: readonly Pick<SheetLayout, "name" | "rows" | "styles">[], sheets: readonly SheetSnapshot[]): FigureDifference[] {
  return layouts.flatMap(({ name, rows, styles }) => {
    const sheet = sheets.find((candidate) => candidate.name === name);
    return rows.flatMap(({ cells }, row) => {
      const largest = Decimal.max(1, ...cells.flatMap(({ figure }) => (figure === null ? [] : [new Decimal(figure).abs()])));
      return cells.flatMap(({ figure, style }, column): FigureDifference[] => {
        if (figure === null) return [];
        const found = sheet?.values[row - sheet.top]?.[column - sheet.left] ?? "";
        const lost = styles[style]?.numberFormat.includes("%") === true ? ZERO : LOST.times(largest);
        return isSame(found, figure, lost) ? [] : [{ place: { sheetId: sheet?.id ?? "", sheetName: name, range: rangeOfCell(row, column) }, expected: figure, found }];
      });
    });
  });
}

/** How many figures there are to compare. */
export function figuresIn(layouts: readonly SheetLayout[]): number {
  return layouts.reduce((count, { rows }) => rows.reduce((sum, { cells }) => sum + cells.filter(({ figure }) => figure !== null).length, count), 0);
}

function isSame(found: CellValue, figure: string, lost: Decimal): boolean {
  if (typeof found !== "number") return false;
  const expected = new Decimal(figure);
  return expected.minus(found).abs().lte(Decimal.max(TOLERANCE, TOLERANCE.times(expected.abs()), lost));
}

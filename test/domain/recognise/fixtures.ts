/** The seven tables of the 2016 report, cell by cell as printed: every figure a text, hazards included. */

import report from "../../../assets/samples/report-2016.json";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";

export interface PrintedTable {
  readonly sheet: SheetSnapshot;
  /** All rows as printed, titles and headers included. */
  readonly rows: readonly (readonly string[])[];
}

export function printedTable(name: string): PrintedTable {
  const printed = report.sheets.find((sheet) => sheet.name === name);
  if (printed === undefined) throw new Error(`no sheet ${name}`);
  return { sheet: sheetOf(name, printed.rows, { merges: printed.merges }), rows: printed.rows };
}

/** The same sheet with its plain figures typed as numbers, as clerks' workbooks mix them. */
export function withNumbers({ sheet }: PrintedTable): SheetSnapshot {
  const values = sheet.values.map((row) => row.map((value) => (/^\d{1,6}(?:\.\d+)?$/u.test(String(value)) ? Number(value) : value)));
  return { ...sheet, values, formulas: values };
}

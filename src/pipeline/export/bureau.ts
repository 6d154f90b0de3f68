/** The file for the bureau: the summary's sheets as values, and 数据校验, which shows whether it is still as it was made. */

import type { Summary } from "../../domain/summary/model";
import type { CellRange } from "../../workbook/address";
import { contentsOf, type SheetLayout } from "../../workbook/sheet-layout";
import { layoutBlocks } from "../layout/layout";
import { freeSheetName } from "../layout/names";
import { fingerprint, type NamedContents } from "./canonical";
import type { ExportFacts } from "./facts";
import { verificationSheet, withoutWhole } from "./verification-sheet";
import type { ExportWords } from "./words";

/** Everything a layout needs is in it: no formula, link or name leads out. `summary` is a filled one. */
export function bureauSheets(summary: Summary, facts: ExportFacts, words: ExportWords): readonly SheetLayout[] {
  return sealedSheets(layoutBlocks(summary.sheets), facts, words);
}

/** With 数据校验 behind them. */
export function sealedSheets(layouts: readonly SheetLayout[], facts: ExportFacts, words: ExportWords): readonly SheetLayout[] {
  const sheets = layouts.map(namedContents);
  const prints = layouts.map((layout) => ({ name: layout.name, fingerprint: fingerprint([namedContents(layout)]), area: printedArea(layout) }));
  const taken = new Set(layouts.map(({ name }) => name.toLowerCase()));
  const draw = (whole: string): SheetLayout[] => {
    const sheet = verificationSheet(facts, prints, whole, words);
    return [...layoutBlocks([{ ...sheet, name: freeSheetName(sheet.name, taken) }])];
  };
  const unsealed = draw("").map((layout): NamedContents => ({ name: layout.name, contents: withoutWhole(contentsOf(layout)) }));
  return [...layouts, ...draw(fingerprint([...sheets, ...unsealed]))];
}

function printedArea({ page: { area }, rows, widths }: SheetLayout): CellRange {
  return area ?? { top: 0, left: 0, bottom: rows.length - 1, right: widths.length - 1 };
}

function namedContents(layout: SheetLayout): NamedContents {
  return { name: layout.name, contents: contentsOf(layout) };
}

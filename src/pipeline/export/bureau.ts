/** The file for the bureau: the summary's sheets as values, and 数据校验, which shows whether it is still as it was made. */

import type { Summary } from "../../domain/summary/model";
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
  const prints = sheets.map((sheet) => ({ name: sheet.name, fingerprint: fingerprint([sheet]) }));
  const taken = new Set(layouts.map(({ name }) => name.toLowerCase()));
  const draw = (whole: string): SheetLayout[] => {
    const sheet = verificationSheet(facts, prints, whole, words);
    return [...layoutBlocks([{ ...sheet, name: freeSheetName(sheet.name, taken) }])];
  };
  const unsealed = draw("").map((layout): NamedContents => ({ name: layout.name, contents: withoutWhole(contentsOf(layout)) }));
  return [...layouts, ...draw(fingerprint([...sheets, ...unsealed]))];
}

function namedContents(layout: SheetLayout): NamedContents {
  return { name: layout.name, contents: contentsOf(layout) };
}

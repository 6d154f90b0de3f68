/** The small summary as it is exported: filled from a workbook in which nobody wrote anything yet, with everything an exported file says. */

import { Decimal } from "../../../src/domain/amounts/decimal";
import type { Summary } from "../../../src/domain/summary/model";
import { createTranslator } from "../../../src/i18n/catalogs";
import { exportWords } from "../../../src/i18n/export-words";
import type { ExportFacts } from "../../../src/pipeline/export/facts";
import { filledSummary } from "../../../src/pipeline/export/filled";
import { createFilePort } from "../../../src/files/port";
import { smallSummary, sourceBook } from "../layout/small-summary";

export const WORDS = exportWords(createTranslator("zh-CN"));

export const FACTS: ExportFacts = {
  organisation: "长沟街道", year: 2016, cutOff: "2016-12-31", basis: "adjusted", unit: "万元",
  tool: "budget-execution 0.0.0",
  workbook: "预算.xlsx",
  sources: ["2016 预算!A1:D5"],
  figures: { original: null, adjusted: new Decimal("1308.77"), expenditure: new Decimal("1370.19"), errors: new Decimal(2), warnings: new Decimal(0), notes: new Decimal(1) },
};

export async function smallExport(): Promise<Summary> {
  const read = await createFilePort(sourceBook().book).read();
  if (!read.ok) throw new Error(read.problem.code);
  return filledSummary(smallSummary(), read.value);
}

/** The report's workbook with its text as the pane knows it once it was checked. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { checkExecution } from "../../src/pipeline/check";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { reviewFindings, type Review } from "../../src/pipeline/review";
import type { Checked } from "../../src/taskpane/state/session";
import type { Snapshot } from "../../src/workbook/snapshot";

export const REPORT_TEXT = readFileSync(path.join(__dirname, "../../assets/samples/report-2016.txt"), "utf8");

/** What 标记异常 comes to on a workbook, under these decisions. */
export function checkedOf(snapshot: Snapshot, review: Review): Checked {
  const { settings, text, confirmed } = review;
  const reading = prepareWriting(snapshot, DEFAULT_OPTIONS, sheetWords(createTranslator("zh-CN")));
  const { execution } = reading;
  const outcome = checkExecution(snapshot, execution, { settings, text: text?.text ?? null, confirmed });
  return { reading, asked: { settings, text, confirmed }, ...outcome, findings: reviewFindings(outcome.findings, execution.tables, snapshot, review) };
}

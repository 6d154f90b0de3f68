/** The ribbon's page: no display, only the functions that the manifest's buttons name. */

import { onOfficeReady, onRibbonCommand } from "../excel/office";
import { createExcelPort } from "../excel/port";
import { keptWords, sheetWords } from "../i18n/sheet-words";
import { summaryWords } from "../i18n/summary-words";
import { loadTranslator } from "../i18n/load";
import { localeFor } from "../i18n/translate";
import { buildSummary } from "./buildSummary";
import { computeExecution } from "./computeExecution";
import { flagAnomalies } from "./flagAnomalies";
import { createRunStore } from "./keptRuns";
import { saveRun } from "./lastRun";

const ready = onOfficeReady();

async function run(act: typeof buildSummary): Promise<void> {
  const { displayLanguage } = await ready;
  const words = await loadTranslator(localeFor(displayLanguage));
  const ran = await act(createExcelPort(), sheetWords(words), { summary: summaryWords(words), kept: keptWords(words) });
  const at = new Date();
  // First, so that a pane that hears of the run finds it.
  if (ran.outcome.kind === "written") createRunStore(window.localStorage).add(ran.stored, { at: at.toISOString(), act: ran.act, cells: ran.outcome.cells, undo: ran.outcome.undo });
  saveRun(window.localStorage, ran, at);
}

onRibbonCommand("computeExecution", () => run(computeExecution));
onRibbonCommand("flagAnomalies", () => run(flagAnomalies));
onRibbonCommand("buildSummary", () => run(buildSummary));

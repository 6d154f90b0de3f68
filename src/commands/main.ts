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
import { saveRun } from "./lastRun";

const ready = onOfficeReady();

async function run(act: typeof buildSummary): Promise<void> {
  const { displayLanguage } = await ready;
  const words = await loadTranslator(localeFor(displayLanguage));
  saveRun(window.localStorage, await act(createExcelPort(), sheetWords(words), { summary: summaryWords(words), kept: keptWords(words) }), new Date());
}

onRibbonCommand("computeExecution", () => run(computeExecution));
onRibbonCommand("flagAnomalies", () => run(flagAnomalies));
onRibbonCommand("buildSummary", () => run(buildSummary));

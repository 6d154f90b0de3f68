/** The ribbon's page: no display, only the functions that the manifest's buttons name. */

import { onOfficeReady, onRibbonCommand } from "../excel/office";
import { createExcelPort } from "../excel/port";
import { sheetWords } from "../i18n/sheet-words";
import { createTranslator, localeFor } from "../i18n/translate";
import { computeExecution } from "./computeExecution";
import { flagAnomalies } from "./flagAnomalies";
import { saveRun } from "./lastRun";

const ready = onOfficeReady();

async function run(act: typeof computeExecution): Promise<void> {
  const { displayLanguage } = await ready;
  const words = sheetWords(createTranslator(localeFor(displayLanguage)));
  saveRun(window.localStorage, await act(createExcelPort(), words), new Date());
}

onRibbonCommand("computeExecution", () => run(computeExecution));
onRibbonCommand("flagAnomalies", () => run(flagAnomalies));

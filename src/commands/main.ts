/** The ribbon's page: no display, only the functions that the manifest's buttons name. */

import { onOfficeReady, onRibbonCommand } from "../excel/office";
import { createExcelPort } from "../excel/port";
import { sheetWords } from "../i18n/sheet-words";
import { createTranslator, localeFor } from "../i18n/translate";
import { computeExecution } from "./computeExecution";
import { saveRun } from "./lastRun";

const ready = onOfficeReady();

onRibbonCommand("computeExecution", async () => {
  const { displayLanguage } = await ready;
  const words = sheetWords(createTranslator(localeFor(displayLanguage)));
  saveRun(window.localStorage, await computeExecution(createExcelPort(), words), new Date());
});

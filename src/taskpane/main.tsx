/** The task pane's page: waits for Office, then shows the workbook that is open. */

import { useEffect, useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { createRunStore } from "../commands/keptRuns";
import { forgetRun, loadRun, onRunSaved } from "../commands/lastRun";
import { onOfficeReady, onThemeChanged, workbookName, type OfficeInfo } from "../excel/office";
import { openNewWorkbook } from "../excel/new-workbook";
import { createExcelPort } from "../excel/port";
import { onEditingOver, onWorkbookChanged } from "../excel/watch";
import { loadTranslator } from "../i18n/load";
import { localeFor, type Translator } from "../i18n/translate";
import { App } from "./App";
import { createGuidanceStore } from "./guidance/seen";
import { usePrefersDark } from "./shell/theme";
import { Unsupported } from "./shell/Unsupported";
import "./taskpane.css";

const port = createExcelPort();
const history = createRunStore(window.localStorage);
const guidance = createGuidanceStore(window.localStorage);
const ribbon = {
  load: () => loadRun(window.localStorage),
  forget: () => forgetRun(window.localStorage),
  onRun: (listener: () => void) => onRunSaved(window, listener),
};

function Root({ office, words }: { readonly office: OfficeInfo; readonly words: Translator }): ReactNode {
  const [theme, setTheme] = useState(office.theme);
  const prefersDark = usePrefersDark();
  useEffect(() => onThemeChanged(setTheme), []);
  return <App port={port} openWorkbook={openNewWorkbook} workbookName={workbookName} words={words} isDark={theme?.isDark ?? prefersDark} ribbon={ribbon} history={history} onChanged={onWorkbookChanged} onEditingOver={onEditingOver} guidance={guidance} />;
}

async function start(container: HTMLElement): Promise<void> {
  const office = await onOfficeReady();
  const words = await loadTranslator(localeFor(office.displayLanguage || navigator.language));
  document.documentElement.lang = words.locale;
  document.title = words("pane.title");
  createRoot(container).render(office.isNewEnough ? <Root office={office} words={words} /> : <Unsupported words={words} isExcel={office.isExcel} />);
}

const container = document.getElementById("pane");
if (container !== null) void start(container);

import { FluentProvider } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { RunStore } from "../commands/keptRuns";
import { keptWords, sheetWords } from "../i18n/sheet-words";
import { summaryWords } from "../i18n/summary-words";
import type { Translator } from "../i18n/translate";
import type { WorkbookPort } from "../workbook/port";
import type { Outcome } from "../workbook/problem";
import { createActs, type RibbonRuns } from "./effects/acts";
import type { GuidanceStore } from "./guidance/seen";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Pane } from "./shell/Pane";
import { fluentTheme } from "./shell/theme";
import { reduce } from "./state/reducer";
import { EMPTY_SESSION } from "./state/session";
import { createStore } from "./state/store";
import { WordsProvider } from "./words/WordsContext";

interface Props {
  readonly port: WorkbookPort;
  /** Opens an .xlsx file as a new workbook. */
  readonly openWorkbook: (base64: string) => Promise<Outcome<null>>;
  /** Of the workbook that is open; "" where nobody tells. */
  readonly workbookName: () => string;
  readonly words: Translator;
  readonly isDark: boolean;
  readonly ribbon: RibbonRuns & {
    /** Calls back when the ribbon ran; the answer stops that. */
    onRun(listener: () => void): () => void;
  };
  /** The runs of earlier panes and of the ribbon. */
  readonly history: RunStore;
  /** Calls back when the workbook was changed; the answer stops that. */
  readonly onChanged: (listener: () => void) => () => void;
  /** Calls back once nobody edits a cell; the answer stops that. */
  readonly onEditingOver: (listener: () => void) => () => void;
  readonly guidance: GuidanceStore;
}

/** The task pane on a workbook. The session outlives a failure of its display. */
export function App({ port, openWorkbook, workbookName, words, isDark, ribbon, history, onChanged, onEditingOver, guidance }: Props): ReactNode {
  const [store] = useState(() => createStore(reduce, EMPTY_SESSION));
  const [acts] = useState(() => createActs(port, store, sheetWords(words), { summary: summaryWords(words), kept: keptWords(words) }, ribbon, history));
  return (
    <FluentProvider theme={fluentTheme(isDark)} style={{ colorScheme: isDark ? "dark" : "light" }}>
      <WordsProvider words={words}>
        <ErrorBoundary>
          <Pane store={store} acts={acts} openWorkbook={openWorkbook} workbookName={workbookName} onRibbonRun={ribbon.onRun} onChanged={onChanged} onEditingOver={onEditingOver} guidance={guidance} />
        </ErrorBoundary>
      </WordsProvider>
    </FluentProvider>
  );
}

/** One open workbook: title bar, ribbon, grid with its tabs, the add-in's pane, status line. */

import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Dispatch, KeyboardEvent, SetStateAction } from "react";
import { HostRefusal } from "../embedded/book/book";
import type { Book, Change } from "../embedded/book/book";
import { activeSheet } from "../embedded/book/view";
import type { Translator } from "../i18n/translate";
import { download } from "./files";
import { createActions } from "./grid/actions";
import { SheetGrid } from "./grid/SheetGrid";
import { createHistory } from "./history";
import { KeptBook } from "./KeptBook";
import { Pane } from "./pane/Pane";
import { useEmbeddedExcel } from "./pane/useEmbeddedExcel";
import type { AddIn, RibbonCommand } from "./ribbon/manifest";
import { Ribbon } from "./ribbon/Ribbon";
import type { Settings } from "./settings";
import { SheetTabs } from "./SheetTabs";
import { StatusBar } from "./StatusBar";
import { TitleBar } from "./TitleBar";
import { useChanges } from "./useChanges";
import { useWords } from "./words";

/** Something the person must be told. */
export interface Notice {
  readonly intent: "error" | "warning" | "info";
  readonly text: string;
  /** What can be done about it. */
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

export interface BookPageProps {
  readonly book: Book;
  readonly addIn: AddIn;
  readonly settings: Settings;
  readonly onSettings: (settings: Settings) => void;
  readonly notice: Notice | null;
  readonly onNotice: Dispatch<SetStateAction<Notice | null>>;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
  /** The add-in opened a new workbook: its file, or null for an empty one. */
  readonly onOpenWorkbook: (base64: string | null) => void;
}

/** Changes after which another sheet is active, or undo became possible or impossible. */
const PAGE_CHANGES: ReadonlySet<Change["kind"]> = new Set(["sheet-activated", "sheet-added", "sheet-deleted", "edited", "format", "merges", "sizes"]);

export function BookPage({ book, addIn, settings, onSettings, notice, onNotice, onFile, onSample, onOpenWorkbook }: BookPageProps) {
  const t = useWords();
  useChanges(book, PAGE_CHANGES);
  const history = useMemo(() => createHistory(book), [book]);
  useEffect(() => history.close, [history]);
  const gridActions = useMemo(() => createActions(book, history), [book, history]);
  const excel = useEmbeddedExcel({ book, addIn, settings, onOpenWorkbook });
  const chooser = useRef<HTMLInputElement>(null);
  const [paneShown, setPaneShown] = useState(true);
  const [editing, setEditing] = useState(false);
  const [running, setRunning] = useState<RibbonCommand | null>(null);

  const attempt = useCallback(
    (work: () => void) => {
      try {
        work();
        onNotice((shown) => (shown?.intent === "error" ? null : shown));
      } catch (error) {
        if (!(error instanceof HostRefusal)) throw error;
        onNotice({ intent: "error", text: refusalText(error, t) });
      }
    },
    [onNotice, t],
  );

  const onEditing = useCallback(
    (now: boolean) => {
      setEditing(now);
      if (now) excel.host.editing.begin();
      else excel.host.editing.end();
    },
    [excel.host],
  );

  useEffect(() => {
    document.title = t("workbench.title", { file: book.fileName });
  }, [t, book]);

  const save = (): void => void download(book);
  const open = (): void => chooser.current?.click();

  const onCommand = (command: RibbonCommand): void => {
    if (command.action.kind === "show-pane") {
      setPaneShown((shown) => !shown);
      return;
    }
    setRunning(command);
    void excel.run(command.action.functionName, command.id).then((done) => {
      setRunning(null);
      if (!done) onNotice({ intent: "error", text: t("workbench.command-failed", { command: command.label }) });
    });
  };

  const undo = (): void => attempt(history.undo);
  const redo = (): void => attempt(history.redo);

  /** Keys that mean the same wherever they are pressed; text fields keep their own undo. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const actions: Readonly<Record<string, () => void>> = { s: save, o: open, ...(event.target instanceof HTMLInputElement ? {} : { z: undo, y: redo }) };
    const act = actions[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const sheet = activeSheet(book);
  const state = running !== null ? t("workbench.status.running", { command: running.label }) : t(editing ? "workbench.status.editing" : "workbench.status.ready");
  return (
    <div className="book" onKeyDown={onKeyDown}>
      <TitleBar
        fileName={book.fileName}
        settings={settings}
        onSettings={onSettings}
        onSave={save}
        onUndo={history.canUndo() ? undo : null}
        onRedo={history.canRedo() ? redo : null}
      />
      <Ribbon addIn={addIn} paneShown={paneShown} running={running?.id ?? null} onCommand={onCommand} onOpen={open} onSave={save} onSample={onSample} />
      {notice !== null && (
        <MessageBar intent={notice.intent} className="notice">
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" aria-label={t("workbench.dismiss")} icon={<Dismiss16Regular />} onClick={() => onNotice(null)} />}>
            {notice.actions?.map(({ label, run }) => <Button key={label} size="small" onClick={run}>{label}</Button>)}
          </MessageBarActions>
        </MessageBar>
      )}
      <div className="body">
        <div className="sheet">
          <KeptBook key={`${sheet.id} ${settings.locale}`} onSave={save}>
            <SheetGrid sheet={sheet} history={history} actions={gridActions} locale={settings.locale} attempt={attempt} onEditing={onEditing} commands={addIn.cellMenu} onCommand={onCommand} />
          </KeptBook>
          <SheetTabs book={book} attempt={attempt} />
        </div>
        <Pane addIn={addIn} excel={excel} theme={settings.theme} shown={paneShown} onClose={() => setPaneShown(false)} />
      </div>
      <StatusBar book={book} state={state} readTraffic={excel.host.traffic} resetTraffic={excel.host.resetTraffic} />
      <input
        ref={chooser}
        type="file"
        accept=".xlsx,.xlsm,.xltx,.xltm"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          event.target.value = "";
        }}
      />
    </div>
  );
}

function refusalText(refusal: HostRefusal, t: Translator): string {
  switch (refusal.code) {
    case "AccessDenied":
      return t("workbench.refused.protected");
    case "InvalidArgument":
      return t("workbench.refused.content", { reason: refusal.message });
    default:
      return t("workbench.refused", { reason: refusal.message });
  }
}

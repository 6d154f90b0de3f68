/** The page around whichever workbook is open: language, theme, opening another one, what the person must be told. */

import { FluentProvider } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { DragEvent } from "react";
import type { Book } from "../embedded/book/book";
import type { OpenedBook } from "../embedded/book/files";
import { createTranslator } from "../i18n/catalogs";
import type { Outcome } from "../workbook/problem";
import { BookPage } from "./BookPage";
import type { Notice } from "./BookPage";
import { download, downloadBase64, openBase64, openFile, openSample } from "./files";
import { KeptBook } from "./KeptBook";
import { notOpened } from "./not-opened";
import { readAddIn } from "./ribbon/manifest";
import { writeSettings } from "./settings";
import type { Settings } from "./settings";
import { fluentTheme } from "./theme";
import { Words } from "./words";

export interface WorkbenchProps {
  readonly first: OpenedBook;
  /** The add-in's manifest.xml. */
  readonly manifest: string;
  readonly settings: Settings;
}

export function Workbench({ first, manifest, settings: firstSettings }: WorkbenchProps) {
  const [settings, setSettings] = useState(firstSettings);
  // The number keeps one workbook's page apart from the next one's.
  const [open, setOpen] = useState<{ readonly book: Book; readonly number: number }>({ book: first.book, number: 0 });
  const [notice, setNotice] = useState<Notice | null>(null);
  const [dropping, setDropping] = useState(false);
  const words = useMemo(() => createTranslator(settings.locale), [settings.locale]);
  const addIn = useMemo(() => readAddIn(manifest, settings.locale), [manifest, settings.locale]);

  const show = useCallback(
    (opened: Outcome<OpenedBook>, fileName: string | null) => {
      if (!opened.ok) {
        setNotice({ intent: "error", text: notOpened(words, opened.problem, fileName) });
        return;
      }
      const { book, notCarried } = opened.value;
      setNotice(notCarried.length === 0 ? null : { intent: "warning", text: words("workbench.not-carried", { parts: notCarried.join(", ") }) });
      setOpen(({ number }) => ({ book, number: number + 1 }));
    },
    [words],
  );
  const onFile = useCallback((file: File) => void openFile(file).then((opened) => show(opened, file.name)), [show]);
  const onSample = useCallback(() => void openSample().then((opened) => show(opened, null)), [show]);
  /** Excel opens another window; here there is one, whose workbook is not given up unasked. */
  const onOpenWorkbook = useCallback(
    (base64: string | null) => setNotice({
      intent: "info", text: words("workbench.new-workbook"),
      actions: [
        { label: words("workbench.new-workbook.open"), run: () => void openBase64(base64).then((opened) => show(opened, null)) },
        ...(base64 === null ? [] : [{ label: words("workbench.new-workbook.save"), run: () => downloadBase64(base64, words("workbench.new-workbook.name")) }]),
      ],
    }),
    [show, words],
  );

  useEffect(() => {
    window.history.replaceState(null, "", writeSettings(settings));
    document.documentElement.lang = settings.locale;
    document.documentElement.dataset.theme = settings.theme;
  }, [settings]);

  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setDropping(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };

  return (
    <FluentProvider theme={fluentTheme(settings.theme)}>
      <Words value={words}>
        <div
          className="page"
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes("Files")) return;
            event.preventDefault();
            setDropping(true);
          }}
          onDragLeave={(event) => {
            if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setDropping(false);
          }}
          onDrop={onDrop}
        >
          <KeptBook key={open.number} onSave={() => void download(open.book)}>
            <BookPage
              book={open.book}
              addIn={addIn}
              settings={settings}
              onSettings={setSettings}
              notice={notice}
              onNotice={setNotice}
              onFile={onFile}
              onSample={onSample}
              onOpenWorkbook={onOpenWorkbook}
            />
          </KeptBook>
          {dropping && <div className="drop-target">{words("workbench.drop")}</div>}
        </div>
      </Words>
    </FluentProvider>
  );
}

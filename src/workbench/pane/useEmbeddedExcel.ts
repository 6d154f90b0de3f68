/** The embedded Excel around one workbook, as the add-in's pages meet it. */

import { useEffect, useMemo } from "react";
import type { Book } from "../../embedded/book/book";
import { openPane } from "../../embedded/hosts/frame";
import type { Pane } from "../../embedded/hosts/frame";
import { createHost } from "../../embedded/protocol/host";
import type { ExcelHost } from "../../embedded/protocol/host";
import type { AddIn } from "../ribbon/manifest";
import type { Settings } from "../settings";

export interface EmbeddedExcel {
  readonly host: ExcelHost;
  /** Loads the pane's page into the frame; the returned function ends it. */
  readonly openTaskPane: (frame: HTMLIFrameElement) => () => void;
  /** Runs a function of the add-in's commands page, as a ribbon button does. Fulfilled when it says that it is done; false if it failed. */
  readonly run: (functionName: string, controlId: string) => Promise<boolean>;
}

interface EmbeddedExcelOptions {
  readonly book: Book;
  readonly addIn: Pick<AddIn, "panePage" | "commandsPage">;
  readonly settings: Settings;
  /** The add-in opened a new workbook: its file, or null for an empty one. */
  readonly onOpenWorkbook: (base64: string | null) => void;
}

/** Another language or API level is another Excel: its pages load anew. */
export function useEmbeddedExcel({ book, addIn: { panePage, commandsPage }, settings: { level, locale }, onOpenWorkbook }: EmbeddedExcelOptions): EmbeddedExcel {
  const parts = useMemo(() => {
    const host = createHost(book, { apiLevel: level, locale, onOpenWorkbook });
    const commands = commandsFrame(host, commandsPage);
    const excel: EmbeddedExcel = {
      host,
      openTaskPane: (frame) => openPane(frame, panePage, host, { onOpenWindow: (url) => window.open(url, "_blank", "noopener") }).close,
      run: async (functionName, controlId) => (await commands.page().runCommand(functionName, controlId)).isDone,
    };
    return { excel, close: () => { commands.close(); host.close(); } };
  }, [book, panePage, commandsPage, level, locale, onOpenWorkbook]);
  useEffect(() => parts.close, [parts]);
  return parts.excel;
}

/** The commands page has no display and is loaded when its first command runs. */
function commandsFrame(host: ExcelHost, commandsPage: string): { readonly page: () => Pane; readonly close: () => void } {
  let open: { readonly frame: HTMLIFrameElement; readonly pane: Pane } | null = null;
  return {
    page: () => {
      if (open === null) {
        const frame = document.createElement("iframe");
        frame.hidden = true;
        document.body.append(frame);
        open = { frame, pane: openPane(frame, commandsPage, host) };
      }
      return open.pane;
    },
    close: () => {
      open?.pane.close();
      open?.frame.remove();
      open = null;
    },
  };
}

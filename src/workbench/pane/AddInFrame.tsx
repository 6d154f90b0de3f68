import { useEffect, useRef } from "react";
import type { EmbeddedExcel } from "./useEmbeddedExcel";

/** The add-in's unmodified pane in a frame, with the embedded Excel around it. */
export function AddInFrame({ title, excel }: { readonly title: string; readonly excel: EmbeddedExcel }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => (frame.current === null ? undefined : excel.openTaskPane(frame.current)), [excel]);
  return <iframe ref={frame} title={title} allow="clipboard-read; clipboard-write" />;
}

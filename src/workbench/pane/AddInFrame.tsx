import { useEffect, useRef } from "react";
import type { ThemeName } from "../settings";
import type { EmbeddedExcel } from "./useEmbeddedExcel";

export interface AddInFrameProps {
  readonly title: string;
  readonly excel: EmbeddedExcel;
  readonly theme: ThemeName;
}

/**
 * The add-in's unmodified pane in a frame, with the embedded Excel around it. Excel on the web tells a pane nothing of
 * its theme; the page inside sees dark or light as its preferred colour scheme.
 */
export function AddInFrame({ title, excel, theme }: AddInFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => (frame.current === null ? undefined : excel.openTaskPane(frame.current)), [excel]);
  return <iframe ref={frame} title={title} style={{ colorScheme: theme === "light" || theme === "colorful" ? "light" : "dark" }} allow="clipboard-read; clipboard-write" />;
}

/** Files out of the pane. */

import { done, failed, type Outcome } from "../../workbook/problem";
import type { MadeFile } from "./make-files";

export const FILE_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv;charset=utf-8",
  json: "application/json;charset=utf-8",
} as const;

/** As a download. Fails with `download-refused` where the page may not; whether it arrives the browser does not tell. */
export function saveFile({ name, type, bytes }: MadeFile): Outcome<null> {
  try {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return done(null);
  } catch {
    return failed({ code: "download-refused", values: { file: name } });
  }
}

export function toBase64(bytes: Uint8Array): string {
  const SLICE = 0x8000;
  let binary = "";
  for (let from = 0; from < bytes.length; from += SLICE) binary += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  return btoa(binary);
}

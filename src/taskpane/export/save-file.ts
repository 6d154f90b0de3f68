/** Files out of the pane. */

import type { MadeFile } from "./make-files";

/** As a download; whether it arrives the browser does not tell. */
export function saveFile({ name, type, bytes }: MadeFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function toBase64(bytes: Uint8Array): string {
  const SLICE = 0x8000;
  let binary = "";
  for (let from = 0; from < bytes.length; from += SLICE) binary += String.fromCharCode(...bytes.subarray(from, from + SLICE));
  return btoa(binary);
}

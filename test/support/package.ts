/** Workbooks taken apart and put together otherwise, as no well-behaved program would. */

import JSZip from "jszip";

/** The package with these parts added or replaced; null takes one away. */
export async function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string | Uint8Array | null>>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [path, content] of Object.entries(parts)) {
    if (content === null) zip.remove(path);
    else zip.file(path, content, { createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** The text of a part. */
export async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  const part = (await JSZip.loadAsync(bytes)).file(path);
  if (part === null) throw new Error(`no part ${path}`);
  return part.async("string");
}

export async function partNames(bytes: Uint8Array): Promise<string[]> {
  return Object.keys((await JSZip.loadAsync(bytes)).files);
}

/** The package for an administrator: the site, the manifest for its address, the server's settings, guides, and what proves that all is as built. */

import { createHash } from "node:crypto";
import JSZip from "jszip";
import { DEVELOPMENT_ADDRESS, EXAMPLE_ADDRESS, readdress } from "./address";
import { nginxSnippet, webConfig } from "./server";

export interface ReleaseFile {
  /** With slashes, from the package's root. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ReleaseParts {
  /** As built, by their paths in the site. */
  readonly site: readonly ReleaseFile[];
  /** As in the sources: they name the development address. */
  readonly manifest: string;
  /** Guides for administrators, which name the example address. */
  readonly guides: readonly { readonly path: string; readonly text: string }[];
  /** The project's own, and those of files that the site holds unmodified, by their paths. */
  readonly licences: readonly { readonly path: string; readonly text: string }[];
  /** Which libraries the site holds, as CycloneDX JSON. */
  readonly sbom: string;
}

export interface ReleaseTarget {
  readonly base: URL;
  /** Origins that may show the pane in a frame, besides Microsoft's. */
  readonly frameAncestors: readonly string[];
}

/** In the order of their paths; the last is SHA256SUMS, in the form that `sha256sum -c` checks, over all others. */
export function releaseFiles({ site, manifest, guides, licences, sbom }: ReleaseParts, { base, frameAncestors }: ReleaseTarget): ReleaseFile[] {
  const written: [string, string][] = [
    ["manifest.xml", readdress(manifest, DEVELOPMENT_ADDRESS, base)],
    ["nginx.conf", nginxSnippet(base, frameAncestors)],
    ["site/web.config", webConfig(frameAncestors)],
    ["sbom.cdx.json", sbom],
    ...licences.map(({ path, text }): [string, string] => [path, text]),
    ...guides.map(({ path, text }): [string, string] => [path, readdress(text, EXAMPLE_ADDRESS, base)]),
  ];
  const files = [
    ...site.map(({ path, bytes }) => ({ path: `site/${path}`, bytes })),
    ...written.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const sums = files.map(({ path, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`).join("");
  return [...files, { path: "SHA256SUMS", bytes: new TextEncoder().encode(sums) }];
}

/** The same files give the same zip, byte for byte: they carry one date. */
export function zipFiles(files: readonly ReleaseFile[]): Promise<Uint8Array> {
  const zip = new JSZip();
  // The first that a zip can tell, which has no time zone.
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const { path, bytes } of files) zip.file(path, bytes, { date, createFolders: false });
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 9 } });
}

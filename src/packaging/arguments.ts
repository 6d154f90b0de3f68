/** The packaging's command line. */

import { parseArgs } from "node:util";
import { EXAMPLE_ADDRESS, parseBaseAddress } from "./address";

export const OFFICE_JS_SOURCES = ["local", "cdn", "cdn-china"] as const;
export type OfficeJsSource = (typeof OFFICE_JS_SOURCES)[number];

export interface PackageArguments {
  readonly base: URL;
  readonly officeJs: OfficeJsSource;
  readonly frameAncestors: readonly string[];
}

export type ParsedArguments = { readonly ok: true; readonly given: PackageArguments } | { readonly ok: false; readonly why: string };

export const USAGE = `npm run package -- --base-url ${EXAMPLE_ADDRESS} [--office-js ${OFFICE_JS_SOURCES.join("|")}] [--frame-ancestor https://office.example …]`;

export function parsePackageArguments(argv: readonly string[]): ParsedArguments {
  const options = { "base-url": { type: "string" }, "office-js": { type: "string", default: "local" }, "frame-ancestor": { type: "string", multiple: true } } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options });
    const { "base-url": address, "office-js": source, "frame-ancestor": ancestors = [] } = values;
    if (address === undefined) return refused("--base-url is missing");
    const base = parseBaseAddress(address);
    if (!base.ok) return refused(base.why);
    const officeJs = OFFICE_JS_SOURCES.find((known) => known === source);
    if (officeJs === undefined) return refused(`--office-js ${source}`);
    const stray = ancestors.find((ancestor) => !isOrigin(ancestor));
    if (stray !== undefined) return refused(`--frame-ancestor ${stray} is no origin such as https://office.example`);
    return { ok: true, given: { base: base.url, officeJs, frameAncestors: ancestors } };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(why: string): ParsedArguments {
  return { ok: false, why: `${why}\n${USAGE}` };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && text.startsWith("https:");
}

/** Where the add-in will be served from: what everything in a package is written for. */

/** The address that the sources name; a package names its own in its place. */
export const DEVELOPMENT_ADDRESS = "https://localhost:3000/";
export const EXAMPLE_ADDRESS = "https://intranet.example/exec/";

export type BaseAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly why: string };

/** With a slash at its end. Excel loads add-ins over https only; a query or a fragment would get lost in front of a file's name. */
export function parseBaseAddress(text: string): BaseAddress {
  if (!URL.canParse(text)) return { ok: false, why: `--base-url ${text} is no address; one looks like ${EXAMPLE_ADDRESS}` };
  const url = new URL(text);
  if (url.protocol !== "https:") return { ok: false, why: `--base-url ${text}: Excel loads add-ins over https only` };
  if (url.search !== "" || url.hash !== "" || url.username !== "") return { ok: false, why: `--base-url ${text}: the folder's address only, without a user, ? or #` };
  // Written into server configurations, where blanks, quotes and variables have a meaning of their own.
  if (!/^[\w.~/%-]*$/.test(url.pathname)) return { ok: false, why: `--base-url ${text}: a folder of letters, digits and . _ ~ - only` };
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { ok: true, url };
}

/** The same text with another address in it, wherever it stood. */
export function readdress(text: string, from: string, to: URL): string {
  return text.replaceAll(from, to.href);
}

/** Names of tabs that Excel takes. */

const LONGEST = 31;
const FORBIDDEN = /[:\\/?*[\]]/gu;

/** The name, or with (2), (3) … behind it, cut to fit. `taken` are names in lower case: Excel tells them apart in no other way. */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replaceAll(FORBIDDEN, " ").replaceAll(/^[\s']+|[\s']+$/gu, "") || "Sheet";
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` (${n})`;
    const name = clean.slice(0, LONGEST - suffix.length).replace(/[\s']+$/u, "") + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Statements of Excel's documented behaviour, each with the members it is about, run on the real office.js against the host. */

const stated = new Set<string>();

/** The members that statements were made about so far. */
export const statedApis: ReadonlySet<string> = stated;

/**
 * @param apis "Range.values Range.formulas": each must appear in the statement's own source
 * @param behaviour what the documentation says of them
 */
export function states(apis: string, behaviour: string, run: () => Promise<void>): void {
  const names = apis.trim().split(/\s+/u);
  const source = run.toString();
  const idle = names.filter((name) => !new RegExp(`\\b${name.slice(name.indexOf(".") + 1)}\\b`, "u").test(source));
  if (idle.length > 0) throw new Error(`${behaviour}: does nothing with ${idle.join(", ")}`);
  for (const name of names) stated.add(name);
  test(behaviour, async () => {
    try {
      await run();
    } catch (error) {
      if (error instanceof Error) error.message += `\n\nDocumentation:\n${names.map(documentation).join("\n")}`;
      throw error;
    }
  });
}

/** Where Microsoft says so. */
export function documentation(api: string): string {
  const [owner = "", member = ""] = api.toLowerCase().split(".");
  return `https://learn.microsoft.com/javascript/api/excel/excel.${owner}#excel-excel-${owner}-${member}-member`;
}

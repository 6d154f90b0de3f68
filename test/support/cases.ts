/** How many cases a property tries: few in every run, many in the nightly one (NIGHTLY=1 npx jest …). */

export const IS_NIGHTLY = process.env["NIGHTLY"] === "1";

export function cases(everyRun: number, nightly: number): number {
  return IS_NIGHTLY ? nightly : everyRun;
}

/** A problem as one line: file, where in it, what, and what to do about it at a command line. */

import { describePlace, describeProblem } from "../i18n/describe";
import type { Translator } from "../i18n/translate";
import type { Problem } from "../workbook/problem";

/** @param file the workbook the problem is about, unless the problem names its own file; null for the command line itself */
export function problemLine(problem: Problem, words: Translator, file: string | null = null): string {
  const { place, values } = problem;
  const where = [values?.["file"] ?? file, place === undefined ? null : describePlace(place)].filter((part) => part !== null && part !== "");
  const { what, remedy } = describeProblem(words, problem);
  // In the pane the remedy is a button to press; here there are none.
  const atPrompt = `cli.remedy.${problem.code}`;
  const line = words("cli.problem", { what, remedy: words.has(atPrompt) ? words(atPrompt, { ...problem.values }) : remedy });
  return [...where, line].join(": ").replace(/\s*[\n\r\u2028\u2029]\s*/gu, " ");
}

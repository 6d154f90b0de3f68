/** A problem as one line: where, what, and what to do. */

import { describePlace, describeProblem } from "../i18n/describe";
import type { Translator } from "../i18n/translate";
import type { Problem } from "../workbook/problem";

export function problemLine(problem: Problem, words: Translator): string {
  const { place, values } = problem;
  const file = values?.["file"];
  const where = place !== undefined ? `${describePlace(place)}: ` : file !== undefined ? `${file}: ` : "";
  return where + words("cli.problem", describeProblem(words, problem)).replace(/\s*\n\s*/g, " ");
}

import { describeProblem } from "../i18n/describe";
import type { Translator } from "../i18n/translate";
import type { Problem } from "../workbook/problem";

/** Why a workbook was not opened, and what to do, in sentences; `fileName` is null where it is no file that a person chose. */
export function notOpened(words: Translator, problem: Problem, fileName: string | null): string {
  return words("workbench.not-opened", { ...describeProblem(words, problem), isNamed: fileName === null ? "no" : "yes", file: fileName ?? "" });
}

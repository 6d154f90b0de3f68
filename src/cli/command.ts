/** One command line from its words to what it prints and answers the shell. */

import { createTranslator } from "../i18n/catalogs";
import type { Translator } from "../i18n/translate";
import type { Outcome } from "../workbook/problem";
import { languagesFor, parseArguments, USAGE, type Command } from "./arguments";
import { mergeFiles } from "./merge";
import { problemLine } from "./problem-line";
import { run, type RunResult } from "./run";
import { verifyFile } from "./verify";

export interface CommandResult {
  /** 0 done; 2 bad input; 3 done, and with `--strict` errors were found. */
  readonly code: 0 | 2 | 3;
  /** For stdout. */
  readonly output: string;
  /** For stderr, a line each. */
  readonly told: readonly string[];
}

export async function command(argv: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) return { code: 2, output: "", told: languagesFor(argv).map((locale) => problemLine(parsed.problem, createTranslator(locale))) };
  const asked = parsed.value;
  if (asked.kind === "help") return { code: 0, output: `${createTranslator(asked.locale)("cli.usage", { usage: USAGE })}\n`, told: [] };
  const words = createTranslator(asked.kind === "run" ? asked.given.locale : asked.locale);
  const outcome = await carryOut(asked, words);
  if (!outcome.ok) return { code: 2, output: "", told: [problemLine(outcome.problem, words, asked.kind === "run" ? asked.given.input : null)] };
  const { output, notes, hasErrors, isRefused } = outcome.value;
  return { code: isRefused === true ? 2 : asked.kind === "run" && asked.given.strict && hasErrors ? 3 : 0, output, told: notes };
}

function carryOut(asked: Exclude<Command, { kind: "help" }>, words: Translator): Promise<Outcome<RunResult>> {
  switch (asked.kind) {
    case "run": return run(asked.given, words);
    case "verify": return verifyFile(asked.file, words);
    case "merge": return mergeFiles(asked.files, asked.output, words);
  }
}

/** One command line from its words to what it prints and answers the shell. */

import { createTranslator } from "../i18n/translate";
import { languagesFor, parseArguments, USAGE } from "./arguments";
import { problemLine } from "./problem-line";
import { run } from "./run";

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
  const words = createTranslator(asked.given.locale);
  const outcome = await run(asked.given, words);
  if (!outcome.ok) return { code: 2, output: "", told: [problemLine(outcome.problem, words, asked.given.input)] };
  const { output, notes, hasErrors } = outcome.value;
  return { code: asked.given.strict && hasErrors ? 3 : 0, output, told: notes };
}

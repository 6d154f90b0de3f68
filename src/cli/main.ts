/** The command line: the add-in's pipeline on files. Prints to stdout, problems to stderr. */

import { createTranslator } from "../i18n/translate";
import { languagesFor, parseArguments, USAGE } from "./arguments";
import { problemLine } from "./problem-line";
import { systemCode } from "./read-bytes";
import { run } from "./run";

async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv);
  if (!parsed.ok) {
    for (const locale of languagesFor(argv)) process.stderr.write(`${problemLine(parsed.problem, createTranslator(locale))}\n`);
    return 2;
  }
  const command = parsed.value;
  const words = createTranslator(command.kind === "help" ? command.locale : command.given.locale);
  if (command.kind === "help") {
    process.stdout.write(`${words("cli.usage", { usage: USAGE })}\n`);
    return 0;
  }
  const outcome = await run(command.given, words);
  if (!outcome.ok) {
    process.stderr.write(`${problemLine(outcome.problem, words)}\n`);
    return 2;
  }
  process.stdout.write(outcome.value.output);
  for (const note of outcome.value.notes) process.stderr.write(`${note}\n`);
  return command.given.strict && outcome.value.hasErrors ? 3 : 0;
}

/** Whoever reads may stop early, as `head` does: the run is none the worse for it. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (systemCode(error) !== "EPIPE") throw error;
  });
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

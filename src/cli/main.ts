/** The command line: the add-in's pipeline on files. Prints to stdout, problems to stderr. */

import { createTranslator } from "../i18n/translate";
import { parseArguments } from "./arguments";
import { problemLine } from "./problem-line";
import { run } from "./run";

async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv);
  const words = createTranslator(parsed.ok ? parsed.value.locale : "zh-CN");
  const isStrict = parsed.ok && parsed.value.strict;
  const outcome = parsed.ok ? await run(parsed.value, words) : parsed;
  if (outcome.ok) {
    process.stdout.write(outcome.value.output);
    for (const note of outcome.value.notes) process.stderr.write(`${note}\n`);
    return isStrict && outcome.value.hasErrors ? 3 : 0;
  }
  process.stderr.write(`${problemLine(outcome.problem, words)}\n`);
  return 2;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/** The command line: the add-in's pipeline on files. Prints to stdout, problems to stderr. */

import { createTranslator } from "../i18n/translate";
import { describePlace, describeProblem } from "../i18n/describe";
import { parseArguments } from "./arguments";
import { run } from "./run";

async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv);
  const words = createTranslator(parsed.ok ? parsed.value.locale : "zh-CN");
  const outcome = parsed.ok ? await run(parsed.value, words) : parsed;
  if (outcome.ok) {
    process.stdout.write(outcome.value.output);
    for (const note of outcome.value.notes) process.stderr.write(`${note}\n`);
    return 0;
  }
  const { problem } = outcome;
  const { what, remedy } = describeProblem(words, problem);
  const place = problem.place === undefined ? "" : `${describePlace(problem.place)}: `;
  process.stderr.write(`${place}${what}。${remedy}\n`.replaceAll("\n", " ").trimEnd() + "\n");
  return 2;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/** The command line: the add-in's pipeline on files. Prints to stdout, problems to stderr. */

import { command } from "./command";
import { systemCode } from "./read-bytes";

/** Whoever reads may stop early, as `head` does: the run is none the worse for it. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (systemCode(error) !== "EPIPE") throw error;
  });
}

void command(process.argv.slice(2)).then(({ code, output, told }) => {
  process.stdout.write(output);
  for (const line of told) process.stderr.write(`${line}\n`);
  process.exitCode = code;
});

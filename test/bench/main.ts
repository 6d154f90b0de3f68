/**
 * `npm run bench`: ratios measured in one run, so that they mean the same on every machine. `npm run bench -- checks`
 * measures one part only, `--keep` writes test/bench/RESULTS.md, and `--ci` measures small sizes and fails where a
 * ratio is twice as bad as the kept one.
 */

import { benchAct } from "./act";
import { benchChecks } from "./checks";
import { benchCli } from "./cli";
import { benchMemory } from "./memory";
import { benchMerge } from "./merge";
import { benchPane } from "./pane";
import { benchPipeline } from "./pipeline";
import { doubled, keepResults, printedTable, type Result } from "./result";

const PARTS = { pipeline: benchPipeline, checks: benchChecks, memory: benchMemory, merge: benchMerge, cli: benchCli, act: benchAct, pane: benchPane };

async function main(given: readonly string[]): Promise<number> {
  const wanted = given.filter((word) => !word.startsWith("--"));
  const sizes = given.includes("--ci") ? "small" : "full";
  const results: Result[] = [];
  for (const [name, bench] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) results.push(...(await bench(sizes)));
  console.log(printedTable(results));
  if (given.includes("--keep")) keepResults(results);
  const worse = given.includes("--ci") ? doubled(results) : [];
  for (const { name, value, unit } of worse) console.error(`${name}: ${value.toFixed(2)} ${unit} is twice as bad as the kept result`);
  return worse.length > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/**
 * `npm run bench`: ratios measured in one run, so that they mean the same on every machine.
 * Figures are medians; nothing here passes or fails. `npm run bench -- checks` measures one part only.
 */

import { benchAct } from "./act";
import { benchChecks } from "./checks";
import { benchPipeline } from "./pipeline";

const PARTS = { pipeline: benchPipeline, checks: benchChecks, act: benchAct };

async function main(wanted: readonly string[]): Promise<void> {
  for (const [name, bench] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await bench();
}

void main(process.argv.slice(2));

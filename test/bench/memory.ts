import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import type { Result, Sizes } from "./result";

/** What a process of its own takes at most for recognising, computing, checking and planning, Node itself and the cells included. */
export function benchMemory(sizes: Sizes): Promise<Result[]> {
  const rows = sizes === "small" ? 10_000 : 100_000;
  const folder = mkdtempSync(path.join(tmpdir(), "budget-execution-bench-"));
  const bundle = path.join(folder, "memory.cjs");
  buildSync({ entryPoints: [path.join(__dirname, "memory-process.ts")], bundle: true, platform: "node", target: "node20", outfile: bundle });
  const { stdout, stderr } = spawnSync(process.execPath, [bundle, String(rows)], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  if (stdout === "") throw new Error(stderr);
  const { atStart, atMost } = JSON.parse(stdout) as { readonly atStart: number; readonly atMost: number };
  return Promise.resolve([{
    name: `peak memory of recognise, compute, plan, check: ${rows} rows`, value: atMost, unit: "MB", aim: 300,
    note: `${atStart.toFixed(0)} MB before the cells were there`,
  }]);
}

/** What a bench found, and how it is printed, kept and held against what was kept. */

import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";

export interface Result {
  /** Says what was measured, at which size; the same in every run. */
  readonly name: string;
  /** NaN where it could not be measured. */
  readonly value: number;
  /** "×" for ratios within one run: those mean the same on every machine. */
  readonly unit: "×" | "syncs" | "MB" | "ms";
  /** At most this, or for `atLeast` at least; null where there is no aim. */
  readonly aim: number | null;
  readonly atLeast?: true;
  /** What the figures were, or why there is none. */
  readonly note: string;
}

/** "small" for CI: the same bench in a minute. */
export type Sizes = "full" | "small";

const KEPT = path.join(__dirname, "RESULTS.md");

export function printedTable(results: readonly Result[]): string {
  const line = ({ name, value, unit, aim, atLeast, note }: Result): string =>
    `| ${name} | ${Number.isNaN(value) ? "not measured" : `${shown(value)} ${unit}`} | ${aim === null ? "" : `${atLeast === true ? "≥" : "≤"} ${aim} ${unit}`} | ${isMet(value, aim, atLeast)} | ${note} |`;
  return ["| measured | result | aim | met | figures |", "|---|---|---|---|---|", ...results.map(line)].join("\n");
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function isMet(value: number, aim: number | null, atLeast = false): string {
  if (aim === null || Number.isNaN(value)) return "";
  return (atLeast ? value >= aim : value <= aim) ? "yes" : "no";
}

/** Writes RESULTS.md: the table, and the machine it comes from. Names that this run did not measure stay as they were. */
export function keepResults(results: readonly Result[]): void {
  const fresh = new Set(results.map(({ name }) => name));
  const others = keptLines().filter((line) => !fresh.has(nameIn(line)));
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  writeFileSync(KEPT, `${INTRODUCTION}\nMachine: ${machine}.\n\n${printedTable(results)}\n${others.map((line) => `${line}\n`).join("")}`);
}

const INTRODUCTION = `# Results of \`npm run bench\`

Each ratio is of one run, each time a median of processor time: the clock would count what other programs of the machine do.
One JSON round trip of the same cells is the unit for work in memory: the price of crossing a process boundary with them.
Small sizes vary with the few milliseconds of their round trips: of several runs the worst is worth keeping.
\`npm run bench -- --keep\` writes this file anew; \`npm run bench -- --ci\` measures small sizes, and fails where a ratio is twice as bad as here.
`;

/** Ratios that are twice as bad as those kept. */
export function doubled(results: readonly Result[]): Result[] {
  const kept = new Map(keptLines().map((line) => [nameIn(line), Number.parseFloat(line.split("|")[2] ?? "")]));
  return results.filter(({ name, value, unit, atLeast }) => {
    const before = kept.get(name) ?? NaN;
    return unit === "×" && (atLeast === true ? value * 2 < before : value > before * 2);
  });
}

function keptLines(): string[] {
  try {
    return readFileSync(KEPT, "utf8").split("\n").filter((line) => /^\| (?!measured)/u.test(line));
  } catch {
    return [];
  }
}

function nameIn(line: string): string {
  return line.split("|")[1]?.trim() ?? "";
}

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { workbookFile } from "../../src/export/workbook-file";
import { createTranslator } from "../../src/i18n/catalogs";
import { exportWords } from "../../src/i18n/export-words";
import { sealedSheets } from "../../src/pipeline/export/bureau";
import type { ExportFacts } from "../../src/pipeline/export/facts";
import { layoutBlocks } from "../../src/pipeline/layout/layout";
import { Decimal } from "../../src/domain/amounts/decimal";
import { reportSnapshot } from "../support/report";
import { summarise } from "../support/summary";
import type { Result, Sizes } from "./result";

/** What a process of its own takes at most for merging the exported files of many units, over what it takes for a tenth of them. */
export async function benchMerge(sizes: Sizes): Promise<Result[]> {
  const [few, many] = sizes === "small" ? [5, 50] : [50, 500];
  const folder = mkdtempSync(path.join(tmpdir(), "budget-execution-bench-"));
  const units = path.join(folder, "units");
  mkdirSync(units);
  await writeUnits(units, many);
  const bundle = path.join(folder, "merge.cjs");
  buildSync({ entryPoints: [path.join(__dirname, "merge-process.ts")], bundle: true, platform: "node", target: "node20", outfile: bundle });
  const [least, most] = [few, many].map((count) => peakOf(bundle, units, count)) as [number, number];
  rmSync(folder, { recursive: true });
  return [{ name: `peak memory of merging ${many} files over merging ${few}`, value: most / least, unit: "×", aim: 1.5, note: `${most.toFixed(0)} / ${least.toFixed(0)} MB` }];
}

/** The sheets of the sample's year, with figures of their own. */
async function writeUnits(folder: string, count: number): Promise<void> {
  const words = exportWords(createTranslator("zh-CN"));
  const { facts, sheets } = summarise(reportSnapshot());
  const layouts = layoutBlocks(sheets.filter(({ key }) => key === "summary" || key === "self-evaluation"));
  for (let unit = 1; unit <= count; unit++) {
    const figures: ExportFacts["figures"] = { original: new Decimal(28_265), adjusted: new Decimal(27_752), expenditure: new Decimal(20_000 + unit), errors: new Decimal(1), warnings: new Decimal(2), notes: new Decimal(3) };
    const told: ExportFacts = { ...facts, organisation: `第 ${unit} 街道`, unit: "万元", tool: "bench", workbook: "预算.xlsx", sources: [], figures };
    writeFileSync(path.join(folder, `${String(unit).padStart(3, "0")}.xlsx`), await workbookFile(sealedSheets(layouts, told, words)));
  }
}

function peakOf(bundle: string, folder: string, count: number): number {
  const { stdout, stderr } = spawnSync(process.execPath, [bundle, folder, String(count)], { encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as { readonly atMost: number }).atMost;
}

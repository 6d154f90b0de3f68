/** Merges the files of a folder as the command line does; prints how many units there were, and what the process took at most, in megabytes. */

import { readdirSync } from "node:fs";
import path from "node:path";
import { mergeFiles } from "../../src/cli/merge";
import { createTranslator } from "../../src/i18n/catalogs";

const [folder = "", count = ""] = process.argv.slice(2);

async function merge(): Promise<void> {
  const files = readdirSync(folder).sort().slice(0, Number(count)).map((name) => path.join(folder, name));
  const merged = await mergeFiles(files, path.join(folder, "..", `district-${count}.xlsx`), createTranslator("zh-CN"));
  if (!merged.ok || merged.value.isRefused === true) throw new Error(JSON.stringify(merged));
  process.stdout.write(JSON.stringify({ atMost: process.resourceUsage().maxRSS / 1024 }));
}

void merge();

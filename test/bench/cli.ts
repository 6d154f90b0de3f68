import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { saveBook } from "../../src/embedded/book/files";
import { budgetBook } from "./budget-book";
import { ratioNote } from "./measure";
import { timeOfProcess } from "./process";
import type { Result, Sizes } from "./result";

const START = path.join(__dirname, "../../src/cli/start.js");
const OPENPYXL = path.join(__dirname, "openpyxl-rates.py");

/**
 * The command line as a process, from a file read to a file written, every check made and the report printed: over a
 * plain script on openpyxl that writes the same two columns, and over LibreOffice, which loads, calculates and saves.
 */
export async function benchCli(sizes: Sizes): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "budget-execution-bench-"));
  const results: Result[] = [];
  for (const rows of sizes === "small" ? [1_000] : [1_000, 10_000]) {
    const file = path.join(folder, `${rows}.xlsx`);
    writeFileSync(file, await saveBook(budgetBook(rows, ["项目"], "orderly")));
    const ours = timeOfProcess(sizes, [process.execPath, START, file, "--out", path.join(folder, "ours.xlsx")]);
    const openpyxl = timeOfProcess(sizes, [process.env["PYTHON"] ?? "/usr/bin/python3", OPENPYXL, file, path.join(folder, "openpyxl.xlsx")]);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
    const office = timeOfProcess(sizes, ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", path.join(folder, "office"), file]);
    results.push(compared(`command line over openpyxl: ${rows} rows`, ours, openpyxl, 0.5), compared(`command line over LibreOffice: ${rows} rows`, ours, office, rows === 10_000 ? 1 : null));
  }
  rmSync(folder, { recursive: true });
  return results;
}

function compared(name: string, ours: number | null, theirs: number | null, aim: number | null): Result {
  if (ours === null) throw new Error("the command line fails");
  return { name, value: theirs === null ? NaN : ours / theirs, unit: "×", aim, note: theirs === null ? "not installed here" : ratioNote(ours, theirs) };
}

/** The 2016 report's tables as a workbook holds them: plain figures as numbers, everything else as printed. */

import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "./snapshots";

interface PrintedSheet {
  readonly name: string;
  readonly merges: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const PRINTED = JSON.parse(readFileSync(path.join(__dirname, "../../assets/samples/report-2016.json"), "utf8")) as { readonly sheets: readonly PrintedSheet[] };

/** All its sheets, or those of these names, in the report's order; the last one is in front. */
export function reportSnapshot(...names: readonly string[]): Snapshot {
  const sheets = PRINTED.sheets
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(({ name, merges, rows }) => sheetOf(name, rows.map((row) => row.map(cellValue)), { merges }));
  return { ...snapshotOf(...sheets), activeSheetId: sheets.at(-1)?.id ?? "" };
}

function cellValue(printed: string): CellValue {
  if (/^\d{1,6}(?:\.\d+)?$/u.test(printed)) return Number(printed);
  return /^\d+\.\d+%$/u.test(printed) ? Number(`${printed.slice(0, -1)}e-2`) : printed;
}

/** A row of 项目完成情况 as printed: name, spent, budget; rows from 3 to 28, the last one the total. */
export function completionRows(): readonly { readonly row: number; readonly name: string; readonly spent: string; readonly budget: string }[] {
  const rows = PRINTED.sheets.find(({ name }) => name === "项目完成情况")?.rows.slice(2) ?? [];
  return rows.map(([name = "", spent = "", budget = ""], i) => ({ row: 3 + i, name, spent, budget }));
}

/** Spent ÷ budget in hundredths of a percent, half up, in whole numbers only. */
export function expectedHundredths(spent: string, budget: string): number {
  const [numerator, denominator] = [cents(spent) * 10_000n, cents(budget)];
  return Number((2n * numerator + denominator) / (2n * denominator));
}

function cents(printed: string): bigint {
  const [whole = "", fraction = ""] = printed.trim().replaceAll(",", "").split(".");
  return BigInt(whole + fraction.padEnd(2, "0"));
}

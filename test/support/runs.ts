/** Running 计算执行率 on a workbook in memory, and what people do to it between two runs. */

import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { prepareWriting, type Prepared } from "../../src/pipeline/prepare";
import { formatRange } from "../../src/workbook/address";
import type { Receipt } from "../../src/workbook/port";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "./memory-port";

export async function read(port: MemoryPort): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

export async function prepare(port: MemoryPort, locale: Locale = "zh-CN", choices: ComputeOptions = DEFAULT_OPTIONS): Promise<Prepared> {
  return prepareWriting(await read(port), choices, sheetWords(createTranslator(locale)));
}

export async function run(port: MemoryPort, locale?: Locale, choices?: ComputeOptions): Promise<Receipt> {
  const { plan } = await prepare(port, locale, choices);
  const applied = await port.apply(plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

/** A fresh workbook with what another one holds: reopened, sorted, its sheets renamed. */
export async function reopened(port: MemoryPort, change: (sheet: SheetSnapshot) => SheetSnapshot = (sheet) => sheet): Promise<MemoryPort> {
  const snapshot = await read(port);
  return createMemoryPort({ ...snapshot, sheets: snapshot.sheets.map(change) });
}

/** The rows of a sheet in another order or number; rows of `undefined` are blank. */
export function rearranged(sheet: SheetSnapshot, order: readonly (number | undefined)[]): SheetSnapshot {
  const pick = <T>(rows: readonly (readonly T[])[], blank: T): T[][] => order.map((at) => [...(at === undefined ? [] : (rows[at] ?? []))].concat(at === undefined ? Array<T>(rows[0]?.length ?? 0).fill(blank) : []));
  return { ...sheet, values: pick(sheet.values, ""), formulas: pick(sheet.formulas, ""), numberFormats: pick(sheet.numberFormats, "General") };
}

export function column(port: MemoryPort, sheet: string, letter: string, ...rows: number[]): CellValue[] {
  return rows.map((row) => port.value(sheet, `${letter}${row}`));
}

/** What a plan writes: "E3 0.5". */
export function writes({ plan }: Prepared): string[] {
  return plan.edits.flatMap((edit) => (edit.kind === "contents" ? edit.contents.map(([content], i) =>
    `${formatRange({ ...edit.range, top: edit.range.top + i, bottom: edit.range.top + i })} ${content === undefined || content.kind === "blank" ? "" : content.value}`) : []));
}

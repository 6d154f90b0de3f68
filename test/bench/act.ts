import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { awaitedSyncs, excelOn } from "../support/excel";
import { budgetBook, HEADER } from "./budget-book";
import { ratioNote } from "./measure";
import type { Result, Sizes } from "./result";

const WORDS = sheetWords(createTranslator("zh-CN"));

/** Through the real office.js: requests, bytes, and what waiting for each of them costs. */
export async function benchAct(sizes: Sizes): Promise<Result[]> {
  const results: Result[] = [];
  for (const rows of sizes === "small" ? [25, 5_000] : [25, 5_000, 100_000]) results.push(await syncsOfAct(rows));
  for (const delay of sizes === "small" ? [20] : [20, 200]) results.push(await naiveRatio(sizes === "small" ? 25 : 100, delay));
  return results;
}

/** Requests and bytes of the whole act: read, compute, re-read targets, write. Three below 4 MB, one more a chunk. */
async function syncsOfAct(rows: number): Promise<Result> {
  const book = budgetBook(rows);
  const { port, office } = excelOn(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const toRead = awaitedSyncs(office);
  const { plan } = prepareWriting(read.value, DEFAULT_OPTIONS, WORDS);
  const applied = await port.apply(plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  const { bytesIn, bytesOut } = office.host.traffic();
  const syncs = awaitedSyncs(office);
  office.close();
  return { name: `syncs of computing and writing: ${rows} rows`, value: syncs, unit: "syncs", aim: rows <= 5_000 ? 3 : null, note: `${toRead} to read; ${(bytesOut / 1e6).toFixed(2)} MB read, ${(bytesIn / 1e6).toFixed(2)} MB written` };
}

/** A sync a cell, as add-ins are often written, against ours, with the same delay on every sync. */
async function naiveRatio(rows: number, delay: number): Promise<Result> {
  const naive = budgetBook(rows);
  const slow = excelOn(naive);
  slow.office.host.faults.add("every", { kind: "delay", milliseconds: delay });
  const naiveStart = performance.now();
  await slow.office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (let row = 0; row < rows; row++) {
      const cells = sheet.getRangeByIndexes(row + 2, 6, 1, 2).load("values");
      await context.sync();
      const [budget, spent] = cells.values[0] as [number, number];
      sheet.getCell(row + 2, HEADER.length).values = [[spent / budget]];
      await context.sync();
    }
  });
  const naiveTime = performance.now() - naiveStart;
  slow.office.close();

  const { port, office } = excelOn(budgetBook(rows));
  office.host.faults.add("every", { kind: "delay", milliseconds: delay });
  const start = performance.now();
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  await port.apply(prepareWriting(read.value, DEFAULT_OPTIONS, WORDS).plan.edits);
  const ours = performance.now() - start;
  office.close();
  // By the clock: it is waiting that is measured.
  return { name: `cell by cell over ours: ${rows} rows at ${delay} ms a sync`, value: naiveTime / ours, unit: "×", aim: 1, atLeast: true, note: ratioNote(naiveTime, ours) };
}

import { createTranslator } from "../../src/i18n/translate";
import { sheetWords } from "../../src/i18n/sheet-words";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { awaitedSyncs, excelOn } from "../support/excel";
import { budgetBook, HEADER } from "./budget-book";

const WORDS = sheetWords(createTranslator("zh-CN"));

/** Through the real office.js: requests, bytes, and what waiting for each of them costs. */
export async function benchAct(): Promise<void> {
  console.log("The act in Excel. Aims: 3 syncs below 4 MB, one more a chunk; far sooner than a sync a cell.");
  for (const rows of [25, 5_000, 100_000]) await syncsOfAct(rows);
  await naiveRatio(100, 20);
}

/** Requests and bytes of the whole act: read, compute, re-read targets, write. */
async function syncsOfAct(rows: number): Promise<void> {
  const book = budgetBook(rows);
  const { port, office } = excelOn(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const toRead = awaitedSyncs(office);
  const { plan } = prepareWriting(read.value, DEFAULT_OPTIONS, WORDS);
  const applied = await port.apply(plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  const { bytesIn, bytesOut } = office.host.traffic();
  console.log(`  act, ${rows} rows: ${awaitedSyncs(office)} syncs (${toRead} to read), ${(bytesOut / 1e6).toFixed(2)} MB read, ${(bytesIn / 1e6).toFixed(2)} MB written`);
  office.close();
}

/** A sync a cell, as add-ins are often written, against ours, with the same delay on every sync. */
async function naiveRatio(rows: number, delay: number): Promise<void> {
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
  console.log(`  cell by cell, ${rows} rows at ${delay} ms a sync: ${(naiveTime / ours).toFixed(0)} × ours (${naiveTime.toFixed(0)} ms / ${ours.toFixed(0)} ms)`);
}

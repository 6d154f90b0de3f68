/**
 * `npm run bench`: ratios measured in one run, so that they mean the same on every machine.
 * Figures are medians; nothing here passes or fails.
 */

import { createBook, type Book, type Sheet } from "../../src/embedded/book/book";
import { enterValues, putContents } from "../../src/embedded/book/cells";
import { createTranslator } from "../../src/i18n/translate";
import { sheetWords } from "../../src/i18n/sheet-words";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import type { Content } from "../../src/workbook/edits";
import { createFilePort } from "../../src/files/port";
import type { Snapshot } from "../../src/workbook/snapshot";
import { awaitedSyncs, excelOn } from "../support/excel";

const WORDS = sheetWords(createTranslator("zh-CN"));
const HEADER = ["项目代码", "项目名称", "功能分类", "年初预算", "调增", "调减", "调整后预算", "支出", "备注"];

/** A table of `rows` projects with nine columns, the amounts of ordinary sizes. */
function budgetBook(rows: number): { book: Book; sheet: Sheet } {
  const book = createBook(["项目"]);
  const sheet = book.sheets[0] as Sheet;
  enterValues(sheet, { top: 0, left: 0, bottom: 1, right: HEADER.length - 1 }, [["截至2016年12月31日项目支出（单位：万元）", ...HEADER.slice(1).map(() => "")], HEADER]);
  const text = (value: string): Content => ({ kind: "text", value });
  const number = (value: number): Content => ({ kind: "number", value });
  const body = Array.from({ length: rows }, (_, i): Content[] => {
    const original = (i % 997) + 0.25;
    return [text(`20162010350269001${String(i).padStart(6, "0")}`), text(`项目${i}`), text("事业运行"), number(original), number(i % 7), number(i % 3), number(original + (i % 7) - (i % 3)), number(((i * 37) % 1000) / 4), text("")];
  });
  putContents(sheet, { top: 2, left: 0, bottom: rows + 1, right: HEADER.length - 1 }, body);
  return { book, sheet };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function timed(work: () => unknown, runs: number): number {
  work();
  return median(Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));
}

async function snapshotWith(rows: number): Promise<Snapshot> {
  const read = await createFilePort(budgetBook(rows).book).read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

/** Recognise, compute and plan, over one JSON round trip of the same cells. */
async function pipelineRatio(rows: number): Promise<void> {
  const snapshot = await snapshotWith(rows);
  const grid = snapshot.sheets[0]?.values;
  const json = timed(() => JSON.parse(JSON.stringify(grid)), 7);
  const pipeline = timed(() => prepareWriting(snapshot, DEFAULT_OPTIONS, WORDS), 7);
  console.log(`pipeline, ${rows} rows × ${HEADER.length}: ${(pipeline / json).toFixed(2)} × a JSON round trip (${pipeline.toFixed(0)} ms / ${json.toFixed(0)} ms)`);
}

/** Requests and bytes of the whole act: read, compute, re-read targets, write. */
async function syncsOfAct(rows: number): Promise<void> {
  const { book } = budgetBook(rows);
  const { port, office } = excelOn(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const toRead = awaitedSyncs(office);
  const { plan } = prepareWriting(read.value, DEFAULT_OPTIONS, WORDS);
  const applied = await port.apply(plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  const { bytesIn, bytesOut } = office.host.traffic();
  console.log(`act, ${rows} rows: ${awaitedSyncs(office)} syncs (${toRead} to read), ${(bytesOut / 1e6).toFixed(2)} MB read, ${(bytesIn / 1e6).toFixed(2)} MB written`);
  office.close();
}

/** A sync a cell, as add-ins are often written, against ours, with the same delay on every sync. */
async function naiveRatio(rows: number, delay: number): Promise<void> {
  const naive = budgetBook(rows);
  const slow = excelOn(naive.book);
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

  const { port, office } = excelOn(budgetBook(rows).book);
  office.host.faults.add("every", { kind: "delay", milliseconds: delay });
  const start = performance.now();
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  await port.apply(prepareWriting(read.value, DEFAULT_OPTIONS, WORDS).plan.edits);
  const ours = performance.now() - start;
  office.close();
  console.log(`cell by cell, ${rows} rows at ${delay} ms a sync: ${(naiveTime / ours).toFixed(0)} × ours (${naiveTime.toFixed(0)} ms / ${ours.toFixed(0)} ms)`);
}

async function main(): Promise<void> {
  for (const rows of [1_000, 10_000, 100_000]) await pipelineRatio(rows);
  for (const rows of [25, 5_000, 100_000]) await syncsOfAct(rows);
  await naiveRatio(100, 20);
}

void main();

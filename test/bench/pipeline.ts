import { createTranslator } from "../../src/i18n/translate";
import { sheetWords } from "../../src/i18n/sheet-words";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { budgetBook, HEADER, snapshotOf } from "./budget-book";
import { jsonRoundTrip, milliseconds, timesOf } from "./measure";

/** Recognise, compute and plan, over one JSON round trip of the same cells. */
export async function benchPipeline(): Promise<void> {
  console.log("Recognise, compute and plan. Aim: at 100,000 rows at most 4 × a JSON round trip of the grid.");
  const words = sheetWords(createTranslator("zh-CN"));
  for (const rows of [10_000, 100_000]) {
    const snapshot = await snapshotOf(budgetBook(rows));
    const { json, pipeline } = timesOf({
      json: jsonRoundTrip(snapshot.sheets.map(({ values }) => values)),
      pipeline: () => prepareWriting(snapshot, DEFAULT_OPTIONS, words),
    });
    console.log(`  ${rows} rows × ${HEADER.length}: ${(pipeline / json).toFixed(2)} × (${milliseconds(pipeline)} / ${milliseconds(json)})`);
  }
}

import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { checkExecution } from "../../src/pipeline/check";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { budgetBook, snapshotOf } from "./budget-book";
import { jsonRoundTrip, ratioNote, timesOf } from "./measure";
import type { Result, Sizes } from "./result";

/** Recognise, compute and plan, and the same with every check, over one JSON round trip of the same cells. */
export async function benchPipeline(sizes: Sizes): Promise<Result[]> {
  const words = sheetWords(createTranslator("zh-CN"));
  const results: Result[] = [];
  const measured: { readonly rows: number; readonly time: number }[] = [];
  for (const rows of sizes === "small" ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
    const snapshot = await snapshotOf(budgetBook(rows, ["项目"], "orderly"));
    const { json, planning, whole } = timesOf(sizes, {
      json: jsonRoundTrip(snapshot.sheets.map(({ values }) => values)),
      planning: () => prepareWriting(snapshot, DEFAULT_OPTIONS, words),
      whole: () => checkExecution(snapshot, prepareWriting(snapshot, DEFAULT_OPTIONS, words).execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] }),
    });
    results.push(
      { name: `recognise, compute, plan: ${rows} rows`, value: planning / json, unit: "×", aim: rows === 100_000 ? 4 : null, note: ratioNote(planning, json) },
      { name: `recognise, compute, plan, check: ${rows} rows`, value: whole / json, unit: "×", aim: 2, note: ratioNote(whole, json) },
    );
    measured.push({ rows, time: whole });
  }
  const [less, more] = measured.slice(-2);
  if (less === undefined || more === undefined) return results;
  return [...results, { name: `recognise, compute, plan, check: from ${less.rows} to ${more.rows} rows`, value: more.time / less.time, unit: "×", aim: more.rows / less.rows, note: ratioNote(more.time, less.time) }];
}

/** Rates that are written as formulas, on sheets that calculate: through office.js, and in files. */

import fc from "fast-check";
import { createBook, type Book } from "../../src/embedded/book/book";
import { readFormulas, readValues } from "../../src/embedded/book/cells";
import { enterValues } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { sortRange } from "../../src/embedded/book/sorting";
import { insertColumns, insertRows } from "../../src/embedded/book/structure";
import { createFilePort } from "../../src/files/port";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { figuresOf, followingEdits } from "../../src/pipeline/follow";
import { DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { prepareWriting, type Prepared } from "../../src/pipeline/prepare";
import { compareRates } from "../../src/pipeline/rate-formulas";
import { takeBack } from "../../src/taskpane/effects/take-back";
import { formatRange } from "../../src/workbook/address";
import type { Edit } from "../../src/workbook/edits";
import type { WorkbookPort } from "../../src/workbook/port";
import { runs } from "../support/nightly";
import { excelOn } from "../support/excel";
import { rangeOf } from "../support/snapshots";

jest.setTimeout(60_000);

const WORDS = sheetWords(createTranslator("zh-CN"));
const FORMULAS: ComputeOptions = { ...DEFAULT_OPTIONS, cutOff: { year: 2016, month: 12, day: 31 }, rates: "formulas" };
const PORTS: [string, (book: Book) => WorkbookPort][] = [["office.js", (book) => excelOn(book).port], ["file", createFilePort]];
const HEADER = ["项目名称", "年初预算（万元）", "支出数（万元）"];
type Cell = string | number;

function bookOf(rows: readonly (readonly Cell[])[], header: readonly Cell[] = HEADER): Book {
  const book = createBook(["执行"]);
  const range = { top: 0, left: 0, bottom: rows.length, right: header.length - 1 };
  enterValues(sheetIn(book), range, [header, ...rows]);
  return book;
}

function sheetIn({ sheets: [sheet] }: Book): Book["sheets"][number] {
  if (sheet === undefined) throw new Error("a workbook has a sheet");
  return sheet;
}

async function prepare(port: WorkbookPort, options: ComputeOptions): Promise<Prepared> {
  const snapshot = await port.read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  return prepareWriting(snapshot.value, options, WORDS);
}

async function run(port: WorkbookPort, options: ComputeOptions = FORMULAS): Promise<readonly Edit[]> {
  const applied = await port.apply((await prepare(port, options)).plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value.inverse;
}

async function compared(port: WorkbookPort): Promise<ReturnType<typeof compareRates>> {
  const { snapshot, plan } = await prepare(port, FORMULAS);
  return compareRates(snapshot, plan.tables);
}

/** Cells with what they contain, and with what they come to. */
function column(book: Book, range: string): [unknown[], unknown[]] {
  return [readFormulas(sheetIn(book), rangeOf(range)).flat(), readValues(sheetIn(book), rangeOf(range)).flat()];
}

const FOUR = [["甲", 600, 117.27], ["乙", 0, 0], ["丙", 98.81, 182.14], ["合计", 698.81, 299.41]];

describe.each(PORTS)("by %s", (_, portOn) => {
  test("each rate divides the two cells of its line, and comes to the exact figure", async () => {
    const book = bookOf(FOUR);
    const port = portOn(book);
    await run(port);
    expect(column(book, "D1:D5")).toEqual([
      ["核算完成比例", '=IF(B2=0,"",ROUND(C2/B2,4))', '=IF(B3=0,"",ROUND(C3/B3,4))', '=IF(B4=0,"",ROUND(C4/B4,4))', '=IF(B5=0,"",ROUND(C5/B5,4))'],
      ["核算完成比例", 0.1955, "", 1.8433, 0.4285],
    ]);
    expect(await compared(port)).toEqual({ formulas: 4, differences: [] });
    expect((await prepare(port, FORMULAS)).plan.edits).toEqual([]);
  });

  test("where an amount is no number, or none is there, the value is written and named", async () => {
    const book = bookOf([["甲", 600, "'117.27"], ["乙", 400, 100], ["丙", "", 5], ["丁", -3, 1], ["合计", 1000, 217.27]]);
    const port = portOn(book);
    const { plan } = await prepare(port, FORMULAS);
    expect(plan.tables.flatMap(({ formulas }) => formulas.map(({ asValues }) => asValues))).toEqual([[{ row: 1, why: "no-number" }]]);
    await run(port);
    expect(column(book, "D2:D6")[0]).toEqual([0.1955, '=IF(B3=0,"",ROUND(C3/B3,4))', "", "", '=IF(B6=0,"",ROUND(C6/B6,4))']);
  });

  test("rows that were inserted and columns in between do no harm: nothing is written anew, and all of it can be taken back", async () => {
    const book = bookOf(FOUR);
    const port = portOn(book);
    const before = column(book, "A1:F5");
    const undo = await run(port);
    insertRows(sheetIn(book), 0, 3);
    insertColumns(sheetIn(book), 0, 1);
    expect((await prepare(port, FORMULAS)).plan.edits.filter(({ kind }) => kind === "contents")).toEqual([]);
    expect(await takeBack(port, { undo }, [])).toEqual({ ok: true, value: [] });
    expect(column(book, "B4:G8")).toEqual(before);
  });

  test("sorted lines keep their rates, and what somebody typed stays theirs", async () => {
    const book = bookOf(FOUR.slice(0, 3));
    const port = portOn(book);
    await run(port);
    sortRange(sheetIn(book), rangeOf("A2:E4"), [{ key: 1, ascending: true }]);
    expect(column(book, "D2:D4")[1]).toEqual(["", 1.8433, 0.1955]);
    expect((await prepare(port, FORMULAS)).plan.edits.filter(({ kind }) => kind === "contents")).toEqual([]);
    enterValues(sheetIn(book), rangeOf("D3"), [["=C3/B3*2"]]);
    expect((await prepare(port, FORMULAS)).plan.tables[0]?.rate.kept.map(({ place, stands }) => [formatRange(place.range), stands])).toEqual([["D3", { kind: "formula", value: "=C3/B3*2" }]]);
  });

  test("values take the place of formulas, and formulas that of values", async () => {
    const book = bookOf(FOUR);
    const port = portOn(book);
    await run(port);
    await run(port, { ...FORMULAS, rates: "values" });
    expect(column(book, "D2:D5")[0]).toEqual([0.1955, "", 1.8433, 0.4285]);
    await run(port);
    expect(column(book, "D3:D4")[0]).toEqual(['=IF(B3=0,"",ROUND(C3/B3,4))', '=IF(B4=0,"",ROUND(C4/B4,4))']);
  });

  test("on another basis the formulas divide by its column", async () => {
    const book = bookOf([["甲", 100, 200, 50], ["合计", 100, 200, 50]], ["项目名称", "年初预算（万元）", "调整后预算（万元）", "支出数（万元）"]);
    const port = portOn(book);
    await run(port);
    expect(column(book, "E2:E3")[0]).toEqual(['=IF(C2=0,"",ROUND(D2/C2,4))', '=IF(C3=0,"",ROUND(D3/C3,4))']);
    await run(port, { ...FORMULAS, basis: "original" });
    expect(column(book, "E2:E3")[0]).toEqual(['=IF(B2=0,"",ROUND(D2/B2,4))', '=IF(B3=0,"",ROUND(D3/B3,4))']);
  });

  test("columns for rates on either budget have formulas of their own", async () => {
    const header = ["项目名称", "年初预算（万元）", "调整后预算（万元）", "支出数（万元）", "完成年初预算%", "完成调整预算%"];
    const book = bookOf([["甲", 100, 200, 50, "", ""], ["乙", 80, 80, 40, "", ""], ["合计", 180, 280, 90, "", ""]], header);
    const port = portOn(book);
    await run(port);
    expect(column(book, "E2:F2")).toEqual([['=IF(B2=0,"",ROUND(D2/B2,4))', '=IF(C2=0,"",ROUND(D2/C2,4))'], [0.5, 0.25]]);
    expect(await compared(port)).toEqual({ formulas: 6, differences: [] });
  });

  test("with 自动重算 the formulas stay, and the statuses follow", async () => {
    const book = bookOf(FOUR.slice(0, 3));
    const port = portOn(book);
    await run(port);
    const before = figuresOf(await prepare(port, FORMULAS));
    enterValues(sheetIn(book), rangeOf("C2"), [[650]]);
    const edits = followingEdits(await prepare(port, FORMULAS), before, { ...FORMULAS }, WORDS);
    expect(edits.ok && edits.value.flatMap((edit) => (edit.kind === "contents" ? [[formatRange(edit.range), edit.contents]] : []))).toEqual([["E2", [[{ kind: "text", value: "超支 50.00万元" }]]]]);
  });

  test("every formula comes to the exact rate, whatever the amounts", async () => {
    const amount = (places: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 99_999_999 }).map((whole) => whole / 10 ** places);
    const line = fc.oneof(fc.tuple(amount(2), amount(2)), fc.tuple(amount(4), amount(2)), fc.tuple(fc.integer({ min: 1, max: 400 }).map((whole) => whole * 4), amount(2)), fc.tuple(fc.constant(0), amount(2)));
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 20, maxLength: 40 }), async (lines) => {
      const book = bookOf(lines.map(([budget, spent], i) => [`项目${i + 1}`, budget, spent]));
      const port = portOn(book);
      await run(port);
      expect(await compared(port)).toEqual({ formulas: lines.length, differences: [] });
      // By whole numbers alone: half a hundredth of a percent is rounded away from zero.
      const exact = lines.map(([budget, spent]) => {
        const [part, whole] = [spent, budget].map((value) => BigInt(Math.round(value * 10_000)));
        return whole === 0n || whole === undefined || part === undefined ? "" : Number((part * 20_000n + whole) / (2n * whole)) / 10_000;
      });
      expect(column(book, `D2:D${lines.length + 1}`)[1]).toEqual(exact);
    }), { numRuns: runs(10, 500) });
  });
});

test("a budget in another table, in another unit, or of several columns leaves no formula", async () => {
  const reasons = async (header: readonly Cell[], rows: readonly (readonly Cell[])[]): Promise<unknown> => {
    const { plan } = await prepare(createFilePort(bookOf(rows, header)), FORMULAS);
    return [...new Set(plan.tables.flatMap(({ formulas }) => formulas).flatMap(({ asValues }) => asValues.map(({ why }) => why)))];
  };
  expect(await reasons(["项目名称", "年初预算（万元）", "支出数（元）"], [["甲", 10, 50_000], ["乙", 20, 100_000]])).toEqual(["units"]);
  expect(await reasons(["项目名称", "年初预算（万元）", "调增（万元）", "调减（万元）", "支出数（万元）"], [["甲", 10, 1, 0, 5], ["乙", 20, 0, 2, 10]])).toEqual(["summed"]);
});

test("a file keeps the formulas, and what Excel calculates otherwise is told with its cell", async () => {
  const book = bookOf(FOUR);
  await run(createFilePort(book));
  const saved = await openBook(await saveBook(book));
  if (!saved.ok) throw new Error(saved.problem.code);
  const reading = await prepare(createFilePort(saved.value.book), FORMULAS);
  expect(reading.plan.edits).toEqual([]);
  const wrong = { sheets: reading.snapshot.sheets.map((sheet) => ({ ...sheet, values: sheet.values.map((row, i) => row.map((value, j) => (i === 1 && j === 3 ? 0.1954 : i === 2 && j === 3 ? 0 : value))) })) };
  const { formulas, differences } = compareRates(wrong, reading.plan.tables);
  expect([formulas, differences.map(({ place, expected, found }) => [formatRange(place.range), expected?.toNumber() ?? null, found])]).toEqual([4, [["D2", 0.1955, 0.1954], ["D3", null, 0]]]);
});

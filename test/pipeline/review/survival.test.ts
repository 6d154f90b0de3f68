/** What people decided about findings is found again on the same line, and nowhere else, however the workbook moved. */

import fc from "fast-check";
import { createBook, type Book, type Sheet } from "../../../src/embedded/book/book";
import { enterValues } from "../../../src/embedded/book/entering";
import { openBook, saveBook } from "../../../src/embedded/book/files";
import { renameSheet } from "../../../src/embedded/book/sheets";
import { sortRange } from "../../../src/embedded/book/sorting";
import { insertColumns, insertRows } from "../../../src/embedded/book/structure";
import { createFilePort } from "../../../src/files/port";
import { checkExecution, confirmAll } from "../../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { EMPTY_REVIEW, keepReview, reviewFindings, storedReview, withDismissal, withReason, type Review, type ReviewedFinding } from "../../../src/pipeline/review";
import type { WorkbookPort } from "../../../src/workbook/port";
import type { CellRange } from "../../../src/workbook/address";
import type { SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import { REPORT_TEXT } from "../../support/checked";
import { excelOn } from "../../support/excel";
import { sampleSnapshot } from "../../support/sample";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const HEADERS = ["项目名称", "年初预算（万元）", "支出（万元）", "备注"];
/** Of the row that tells a test which line it was; no check looks at it. */
const TAG = "备注";

type Cells = readonly (string | number)[];

/** Lines that share three names, with amounts of their own: overspent, unspent, on time. */
const line = (i: number, name: string, kind: number): Cells => [name, 100 + i, kind === 0 ? 0 : kind === 1 ? 200 + i : 100 + i, `标记${i}`];
const lines = fc.array(fc.tuple(fc.constantFrom("培训费", "设备费", "修缮费"), fc.nat(2)), { minLength: 3, maxLength: 9 }).map((drawn) => drawn.map(([name, kind], i) => line(i, name, kind)));
const inserted = fc.array(fc.tuple(fc.constantFrom("培训费", "新项目"), fc.nat(2), fc.nat(20)), { maxLength: 3 }).map((drawn) => drawn.map(([name, kind, at], i) => ({ at, cells: line(50 + i, name, kind) })));

function sheetWith(rows: readonly Cells[], name = "执行"): Snapshot {
  return snapshotOf(sheetOf(name, [HEADERS, ...rows]));
}

function found(snapshot: Snapshot, review: Review): readonly ReviewedFinding[] {
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const { findings } = checkExecution(snapshot, execution, { settings: review.settings, text: null, confirmed: [] });
  return reviewFindings(findings, execution.tables, snapshot, review);
}

/** "标记3 over-execution 103 203": line, rule and figures, wherever they stand. */
function matter(snapshot: Snapshot, { finding: { place, rule, expected, actual } }: ReviewedFinding): string {
  const sheet = snapshot.sheets.find(({ id }) => id === place?.sheetId);
  const cells = sheet?.values[(place?.range.top ?? 0) - sheet.top] ?? [];
  return [cells.find((cell) => String(cell).startsWith("标记")) ?? "-", rule, expected, actual].join(" ");
}

function dismissedIn(snapshot: Snapshot, findings: readonly ReviewedFinding[]): string[] {
  return findings.filter(({ dismissal }) => dismissal !== null).map((finding) => matter(snapshot, finding));
}

interface Decided {
  readonly review: Review;
  /** What is dismissed, and the line with a reason. */
  readonly dismissed: string;
  readonly reasoned: string;
}

/** One finding dismissed and its line given a reason; null where nothing was found. */
function decideOn(snapshot: Snapshot, pick: number): Decided | null {
  const open = found(snapshot, EMPTY_REVIEW);
  const chosen = open[pick % Math.max(1, open.length)];
  if (chosen === undefined || chosen.line === null) return null;
  const review = withReason(withDismissal(EMPTY_REVIEW, chosen.mark, "已核实", "2016-12-31"), chosen.line, "staff", "缺两人");
  const dismissed = matter(snapshot, chosen);
  return { review, dismissed, reasoned: dismissed.split(" ")[0] ?? "" };
}

function expectSame(snapshot: Snapshot, review: Review, { dismissed, reasoned }: Decided): void {
  const now = found(snapshot, review);
  const all = now.map((finding) => matter(snapshot, finding));
  expect(dismissedIn(snapshot, now)).toEqual(all.filter((one) => one === dismissed));
  const withReasons = now.filter(({ reason }) => reason !== null).map((finding) => matter(snapshot, finding).split(" ")[0]);
  expect([...new Set(withReasons)]).toEqual(all.some((one) => one.startsWith(`${reasoned} `)) ? [reasoned] : []);
}

test("lines sorted and inserted, columns inserted, sheets renamed or given another id", () => {
  let survived = 0;
  fc.assert(fc.property(lines, fc.nat(), inserted, fc.infiniteStream(fc.nat(1000)), fc.constantFrom("same", "renamed", "other id"), fc.nat(4), (rows, pick, more, keys, change, column) => {
    const decided = decideOn(sheetWith(rows), pick);
    if (decided === null) return;
    const sorted = rows.map((cells) => ({ cells, key: keys.next().value })).sort((a, b) => a.key - b.key).map(({ cells }) => cells);
    for (const { at, cells } of more) sorted.splice(at % (sorted.length + 1), 0, cells);
    const widened = [HEADERS, ...sorted].map((cells, i) => [...cells.slice(0, column), i === 0 ? "说明" : "无", ...cells.slice(column)]);
    const [sheet] = snapshotOf(sheetOf(change === "renamed" ? "改名" : "执行", widened)).sheets;
    if (sheet === undefined) throw new Error("one sheet");
    const now = { sheets: [{ ...sheet, id: change === "other id" ? "{new}" : "{执行}" }], activeSheetId: "", stored: null };
    expectSame(now, decided.review, decided);
    survived += dismissedIn(now, found(now, decided.review)).length;
  }), { numRuns: 200 });
  expect(survived).toBeGreaterThan(50);
});

describe("of all that is wrong with the report, every third dismissed", () => {
  const report = sampleSnapshot();
  const look = (snapshot: Snapshot, review: Review): readonly ReviewedFinding[] => {
    const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
    const { findings } = checkExecution(snapshot, execution, { settings: review.settings, text: REPORT_TEXT, confirmed: confirmAll(REPORT_TEXT, snapshot, execution) });
    return reviewFindings(findings, execution.tables, snapshot, review);
  };
  const open = look(report, EMPTY_REVIEW);
  const isThird = (_: ReviewedFinding, i: number): boolean => i % 3 === 0;
  const review = open.filter(isThird).reduce((all, { mark }) => withDismissal(all, mark, "", "2016-12-31"), EMPTY_REVIEW);

  test("there is something to tell apart", () => {
    expect(open.length).toBeGreaterThan(100);
    expect(new Set(open.map(({ id }) => id)).size).toBe(open.length);
    expect(review.dismissals).toHaveLength(open.filter(isThird).length);
  });

  const down = (range: CellRange): CellRange => ({ ...range, top: range.top + 2, bottom: range.bottom + 2 });
  test.each<[string, (sheet: SheetSnapshot) => SheetSnapshot, "as before" | "numbered anew"]>([
    ["read again", (sheet) => sheet, "as before"],
    ["with its sheets renamed", (sheet) => ({ ...sheet, name: `${sheet.name}（定稿）` }), "as before"],
    ["saved by a program that numbers sheets anew", (sheet) => ({ ...sheet, id: `{new ${sheet.name}}` }), "numbered anew"],
    ["with rows inserted above", (sheet) => ({ ...sheet, top: sheet.top + 2, merges: sheet.merges.map(down) }), "as before"],
  ])("the same ones are, %s", (_, change, sheets) => {
    const now = look({ ...report, sheets: report.sheets.map(change) }, review);
    expect(now.map(({ finding: { rule, expected, actual } }) => [rule, expected, actual])).toEqual(open.map(({ finding: { rule, expected, actual } }) => [rule, expected, actual]));
    expect(now.flatMap(({ dismissal }, i) => (dismissal === null ? [] : [i]))).toEqual(open.flatMap((_found, i) => (i % 3 === 0 ? [i] : [])));
    expect(now.filter(({ earlier }) => earlier !== null)).toEqual([]);
    if (sheets === "as before") expect(now.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
  });
});

describe.each<[string, (book: Book) => WorkbookPort]>([
  ["the file", createFilePort],
  ["office.js", (book) => excelOn(book).port],
])("kept in the workbook through %s", (_, portOf) => {
  const firstSheet = ({ sheets: [sheet] }: Book): Sheet => {
    if (sheet === undefined) throw new Error("a workbook has a sheet");
    return sheet;
  };
  const read = async (book: Book): Promise<Snapshot> => {
    const snapshot = await portOf(book).read();
    if (!snapshot.ok) throw new Error(snapshot.problem.code);
    return snapshot.value;
  };

  test("it is there after people worked on, saved and opened again", async () => {
    await fc.assert(fc.asyncProperty(lines, fc.nat(), fc.nat(8), fc.boolean(), fc.boolean(), async (rows, pick, at, isSorted, isRenamed) => {
      const book = createBook(["执行"]);
      const sheet = firstSheet(book);
      [HEADERS, ...rows].forEach((cells, i) => enterValues(sheet, { top: i, bottom: i, left: 0, right: 3 }, [[...cells]]));
      const before = await read(book);
      const decided = decideOn(before, pick);
      if (decided === null) return;
      const edit = keepReview(before, decided.review);
      if (!edit.ok || edit.value === null) throw new Error("a decision is kept");
      expect(await portOf(book).apply([edit.value])).toMatchObject({ ok: true });

      if (isSorted) sortRange(sheet, { top: 1, bottom: rows.length, left: 0, right: 3 }, [{ key: 2, ascending: false }]);
      insertRows(sheet, 1 + (at % rows.length), 1);
      enterValues(sheet, { top: 1 + (at % rows.length), bottom: 1 + (at % rows.length), left: 0, right: 3 }, [["培训费", 500, 0, "标记99"]]);
      insertColumns(sheet, at % 4, 1);
      if (isRenamed) renameSheet(sheet, "改名");
      const reopened = await openBook(await saveBook(book));
      if (!reopened.ok) throw new Error(reopened.problem.code);

      const now = await read(reopened.value.book);
      expect(storedReview(now)).toEqual(decided.review);
      expectSame(now, storedReview(now), decided);
    }), { numRuns: 12 });
  });
});

describe("a dismissed finding", () => {
  const rows = [line(0, "培训费", 1), line(1, "设备费", 2)];

  test("comes back with the note once its figures are others, and is dismissed again when they are as before", () => {
    const before = sheetWith(rows);
    const decided = decideOn(before, 0);
    if (decided === null) throw new Error("an overspend is found");
    expect(decided.dismissed).toBe("标记0 over-execution 100 200");
    const changed = sheetWith([["培训费", 100, 250, "标记0"], line(1, "设备费", 2)]);
    const [now] = found(changed, decided.review);
    expect(now).toMatchObject({ finding: { rule: "over-execution", actual: "250" }, dismissal: null, earlier: { note: "已核实", on: "2016-12-31" }, reason: { text: "缺两人" } });
    expect(found(before, decided.review)).toMatchObject([{ dismissal: { note: "已核实" }, earlier: null }]);
  });

  test("that nothing was spent comes back once the budget is another", () => {
    const before = sheetWith([line(0, "培训费", 0), line(1, "设备费", 2)]);
    const decided = decideOn(before, 0);
    if (decided === null) throw new Error("a line without spending is found");
    expect(decided.dismissed).toBe("标记0 no-execution  0");
    expect(found(sheetWith([["培训费", 90, 0, "标记0"], line(1, "设备费", 2)]), decided.review)).toMatchObject([{ finding: { rule: "no-execution" }, dismissal: null, earlier: { note: "已核实" } }]);
    expect(found(before, decided.review)).toMatchObject([{ dismissal: { note: "已核实" }, earlier: null }]);
  });

  test("of a line whose name is corrected is known by its code", () => {
    const coded = (name: string): Snapshot => snapshotOf(sheetOf("执行", [["项目编码", ...HEADERS], ["20161", name, 100, 200, "标记0"], ["20162", "设备费", 101, 101, "标记1"]]));
    const decided = decideOn(coded("培迅费"), 0);
    if (decided === null) throw new Error("an overspend is found");
    expect(found(coded("培训费"), decided.review)).toMatchObject([{ lineName: "培训费", dismissal: { note: "已核实" }, reason: { category: "staff" } }]);
  });

  test("of two wholly alike is the one it was, as long as both are there", () => {
    const twin: Cells = ["培训费", 100, 200, TAG];
    const snapshot = sheetWith([twin, twin]);
    const overspends = found(snapshot, EMPTY_REVIEW).filter(({ finding }) => finding.rule === "over-execution");
    expect(overspends).toHaveLength(2);
    const [, second] = overspends;
    if (second === undefined) throw new Error("two");
    const review = withDismissal(EMPTY_REVIEW, second.mark, "", "2016-12-31");
    const dismissedRows = (now: Snapshot): number[] => found(now, review).flatMap(({ finding, dismissal }) => (dismissal === null ? [] : [finding.place?.range.top ?? -1]));
    expect(dismissedRows(snapshot)).toEqual([2]);
    expect(dismissedRows(sheetWith([twin, line(7, "设备费", 0), twin]))).toEqual([3]);
    expect(dismissedRows(sheetWith([["培训费", 100, 300, TAG], twin]))).toEqual([2]);
  });
});

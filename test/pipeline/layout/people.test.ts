/** 生成汇总表 on a workbook that changes between the runs: what people wrote stands beside the same line in the same column, on every sheet. */

import fc from "fast-check";
import type { Block, FormBlock, Summary, SummaryCell, SummarySheet, TableBlock } from "../../../src/domain/summary/model";
import { findSheet, type Book, type Sheet } from "../../../src/embedded/book/book";
import { textAt, usedRange } from "../../../src/embedded/book/cells";
import { enterValues, putContent } from "../../../src/embedded/book/entering";
import { renameSheet } from "../../../src/embedded/book/sheets";
import { deleteRows, insertColumns, insertRows } from "../../../src/embedded/book/structure";
import { createFilePort } from "../../../src/files/port";
import { checkExecution } from "../../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { EMPTY_REVIEW, reviewFindings } from "../../../src/pipeline/review";
import { filledSummary } from "../../../src/pipeline/export/filled";
import { prepareSummary, summaryOf } from "../../../src/pipeline/summary";
import { rangeOfCell } from "../../../src/workbook/address";
import type { Edit } from "../../../src/workbook/edits";
import type { WorkbookPort } from "../../../src/workbook/port";
import { excelOn } from "../../support/excel";
import { runs } from "../../support/nightly";
import { bookOf } from "../../support/office";
import { summaryWording } from "../../support/summary-wording";

const WORDING = summaryWording();
const PROJECTS = ["道路养护", "路灯改造", "绿化提升", "社区服务", "老旧小区改造", "宣传培训"];

/** A whole with two budgets and a list of projects; some rates and totals are wrong, so that there are findings and failed comparisons. */
function workbook(): Book {
  return bookOf({
    预算批复: [["单位：万元"], ["功能分类科目", "年初预算", "基本支出", "项目支出"], ["人大事务", 118.3, 60, 58.3], ["公安", 20, 5, 15], ["城乡社区管理事务", 300, 100, 190], ["合计", 438.3, 165, 263.3]],
    预算执行: [["单位：万元，截至2024年6月30日"], ["功能分类科目", "调整后预算", "支出", "执行率"], ["人大事务", 118.3, 71.16, 0.6015], ["公安", 25, 30, 0.9], ["城乡社区管理事务", 300, 20, 0.0667], ["合计", 443.3, 121, 0.2]],
    项目完成: [["单位：万元，截至2024年6月30日"], ["项目名称", "年初预算", "调整后预算", "支出", "执行率"], ...PROJECTS.map((name, i) => [name, 50 + i * 7, 60 + i * 5, i * 11.5, 0.5]), ["合计", 400, 435, 172.5, 0.4]],
  });
}

interface Made {
  readonly summary: Summary;
  readonly edits: readonly Edit[];
}

async function plan(port: WorkbookPort): Promise<Made> {
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const execution = computeWorkbook(read.value, DEFAULT_OPTIONS);
  const checked = checkExecution(read.value, execution, { settings: EMPTY_REVIEW.settings, text: null, confirmed: [] });
  const findings = reviewFindings(checked.findings, execution.tables, read.value, EMPTY_REVIEW);
  const planned = prepareSummary(read.value, execution, "adjusted", { ...checked, findings }, WORDING);
  if (!planned.ok) throw new Error(planned.problem.code);
  return { summary: summaryOf(read.value, execution, "adjusted", { ...checked, findings }, WORDING.summary), edits: planned.value.edits };
}

async function build(port: WorkbookPort): Promise<Summary> {
  const { summary, edits } = await plan(port);
  const applied = await port.apply(edits);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
  return summary;
}

interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function shown(cell: SummaryCell | undefined): string | null {
  return cell?.kind === "text" || cell?.kind === "link" ? cell.text : null;
}

function isEmpty(cell: SummaryCell): boolean {
  return cell.kind === "open" || cell.kind === "blank" || shown(cell) === "";
}

/** Where the rows of texts stand on the sheet, one below the other but for headers that stand again, from a row on; null is any text. */
function findRows(sheet: Sheet, rows: readonly (readonly (string | null)[])[], from: number, headings: readonly string[] = []): number[] {
  const bottom = usedRange(sheet, true)?.bottom ?? 0;
  const isAt = (row: number, texts: readonly (string | null)[] = []): boolean => texts.every((text, c) => text === null || text === "" || textAt(sheet, row, c) === text);
  // The lower row of two has nothing below headings of one.
  const isHeader = (row: number): boolean => headings.length > 0 && [0, 1, 2].every((c) => ["", ...headings].includes(textAt(sheet, row, c)));
  for (let top = from; top <= bottom; top++) {
    const found: number[] = [];
    for (let row = top; row <= bottom && found.length < rows.length && (isAt(row, rows[found.length]) || isHeader(row)); row++) if (isAt(row, rows[found.length])) found.push(row);
    if (found.length === rows.length && found[0] === top) return found;
  }
  throw new Error(`no rows ${JSON.stringify(rows[0])} in ${sheet.name}`);
}

/** Every place for people on a sheet, by what it is for: a column of a line, a field, a signature, or beside a line. Also how many columns beside tables count. */
function spotsOf(book: Book, { blocks, name }: SummarySheet): Map<string, Spot> {
  const sheet = findSheet(book, name);
  if (sheet === null) throw new Error(name);
  const spots = new Map<string, Spot>();
  let from = 0;
  for (const block of blocks) from = spotsOfBlock(sheet, block, from, spots);
  return spots;
}

const BESIDE = 2;

function spotsOfBlock(sheet: Sheet, block: Block, from: number, spots: Map<string, Spot>): number {
  const add = (what: readonly string[], row: number, column: number): unknown => spots.set([sheet.name, ...what].join("|"), { sheet: sheet.name, row, column });
  if (block.kind === "table") return spotsOfTable(sheet, block, from, add);
  if (block.kind === "form") return spotsOfForm(sheet, block, from, add);
  if (block.kind === "sign-off") {
    for (const label of block.labels) {
      const row = from + 1;
      const column = Array.from({ length: 30 }, (_, c) => c).find((c) => textAt(sheet, row, c) === label);
      if (column !== undefined) add(["sign-off", label], row, column + 1);
    }
  }
  return from;
}

function spotsOfTable(sheet: Sheet, { id, columns, rows }: TableBlock, from: number, add: (what: readonly string[], row: number, column: number) => unknown): number {
  const found = findRows(sheet, rows.map(({ cells }) => cells.map(shown)), from, columns.slice(0, 3).map(({ header }) => header.at(-1) ?? ""));
  rows.forEach(({ key, cells }, r) => {
    const row = found[r] ?? 0;
    cells.forEach((cell, c) => {
      if (isEmpty(cell)) add([id, key, columns[c]?.key ?? ""], row, c);
    });
    for (let offset = 1; offset <= BESIDE; offset++) add([id, key, `beside ${offset}`], row, columns.length - 1 + offset);
  });
  add([id, "header", "beside 1"], (found[0] ?? 0) - 1, columns.length);
  return (found.at(-1) ?? 0) + 1;
}

function spotsOfForm(sheet: Sheet, { id, title, fields }: FormBlock, from: number, add: (what: readonly string[], row: number, column: number) => unknown): number {
  let [row = 0] = findRows(sheet, [[title]], from);
  let column = 2;
  let wasWide = true;
  for (const { key, cell, isWide } of fields) {
    if (isWide || wasWide || column === 2) [row, column] = [row + 1, 0];
    else column = 2;
    wasWide = isWide;
    if (isEmpty(cell)) add([id, key], row, column + 1);
  }
  return row;
}

function allSpots(book: Book, { sheets }: Summary): Map<string, Spot> {
  return new Map(sheets.flatMap((sheet) => [...spotsOf(book, sheet)]));
}

/** Every text on our sheets with its cells, and whether these are in the list of what has no place any more. */
function standing(book: Book, { sheets }: Summary): ReadonlyMap<string, readonly (Spot & { readonly isKept: boolean })[]> {
  const all = new Map<string, (Spot & { readonly isKept: boolean })[]>();
  for (const { name } of sheets) {
    const sheet = findSheet(book, name) as Sheet;
    const used = usedRange(sheet, true) ?? rangeOfCell(0, 0);
    let isKept = false;
    for (let row = 0; row <= used.bottom; row++) for (let column = 0; column <= used.right; column++) {
      const text = textAt(sheet, row, column);
      if (text === WORDING.kept.heading) isKept = true;
      all.set(text, [...(all.get(text) ?? []), { sheet: name, row, column, isKept }]);
    }
  }
  return all;
}

/** What happens to the data between two runs. */
const change = fc.oneof(
  fc.record({ kind: fc.constant("amount" as const), sheet: fc.constantFrom("预算执行", "项目完成"), row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 1, max: 3 }), value: fc.constantFrom(0, 3, 55.5, 200) }),
  fc.record({ kind: fc.constant("gone" as const), row: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ kind: fc.constant("new" as const), row: fc.integer({ min: 0, max: 5 }), spent: fc.constantFrom(0, 10, 99) }),
  fc.record({ kind: fc.constant("rows-above" as const), sheet: fc.constantFrom("预算执行", "项目完成"), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant("renamed" as const), sheet: fc.constantFrom("预算执行", "项目完成") }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(book: Book, changes: readonly Change[]): void {
  const [budget, execution, projects] = book.sheets as [Sheet, Sheet, Sheet];
  const sheetOf = (name: string): Sheet => (name === "预算执行" ? execution : name === "项目完成" ? projects : budget);
  const firstLine = (sheet: Sheet): number => Array.from({ length: 20 }, (_, row) => row).find((row) => /^(?:功能分类科目|项目名称)$/u.test(textAt(sheet, row, 0))) as number + 1;
  changes.forEach((one, i) => {
    if (one.kind === "rows-above") insertRows(sheetOf(one.sheet), 0, one.count);
    else if (one.kind === "renamed") renameSheet(sheetOf(one.sheet), `${one.sheet}（${i}）`);
    else if (one.kind === "amount") {
      const sheet = sheetOf(one.sheet);
      const row = firstLine(sheet) + one.row % 3;
      if (textAt(sheet, row, 0) !== "合计") enterValues(sheet, rangeOfCell(row, one.column), [[one.value]]);
    } else if (one.kind === "gone") {
      const row = firstLine(projects) + one.row % 3;
      // A table of one line is none.
      if (textAt(projects, row, 0) !== "合计" && textAt(projects, row + 2, 0) !== "") deleteRows(projects, row, 1);
    } else {
      const row = firstLine(projects) + one.row % 3;
      insertRows(projects, row, 1);
      enterValues(projects, { top: row, left: 0, bottom: row, right: 4 }, [[`新增项目${i}`, 40, 40, one.spent, 0.5]]);
    }
  });
}

const typing = fc.record({
  /** Of each sheet's places, as parts of their number. */
  places: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 8, maxLength: 40 }),
  changes: fc.array(change, { maxLength: 4 }),
});

const PORTS = [["file", createFilePort, 8, 100], ["office.js", (book: Book): WorkbookPort => excelOn(book).port, 1, 10]] as const;

/** The first run, typing, what happens to the data, and the second run: where everything typed must stand. */
async function runTwice(portOf: (book: Book) => WorkbookPort, choose: (bySheet: readonly (readonly [string, Spot])[][]) => readonly (readonly [string, Spot])[], changes: readonly Change[]): Promise<{ readonly gone: number }> {
  const book = workbook();
  const port = portOf(book);
  const first = await build(port);
  const typed = new Map(choose(first.sheets.map((sheet) => [...spotsOf(book, sheet)])).map(([what, spot], i) => {
    const text = `手写${i}号`;
    putContent(findSheet(book, spot.sheet) as Sheet, spot.row, spot.column, { kind: "text", value: text });
    return [what, text] as const;
  }));
  apply(book, changes);
  const second = await build(port);
  const now = allSpots(book, second);
  const stands = standing(book, second);
  for (const [what, text] of typed) {
    const spot = now.get(what);
    expect([what, stands.get(text)]).toEqual([what, spot === undefined ? [expect.objectContaining({ isKept: true })] : [{ ...spot, isKept: false }]]);
  }
  expect((await plan(port)).edits).toEqual([]);
  return { gone: [...typed.keys()].filter((what) => !now.has(what)).length };
}

test.each(PORTS)("stands where it stood, or is listed where its line is gone: %s", async (_, portOf, usual, nightly) => {
  await fc.assert(fc.asyncProperty(typing, async ({ places, changes }) => {
    await runTwice(portOf, (bySheet) => places.flatMap(([s, n]) => {
      const spots = bySheet[s % bySheet.length] ?? [];
      return spots.slice(n % spots.length).slice(0, 1);
    }), changes);
  }), { numRuns: runs(usual, nightly), endOnFailure: true });
}, 300_000);

test("in every place of all six sheets at once, with findings that come and go, a project more and one less", async () => {
  const { gone } = await runTwice(createFilePort, (bySheet) => bySheet.flat(), [
    { kind: "amount", sheet: "预算执行", row: 0, column: 2, value: 200 }, { kind: "gone", row: 1 }, { kind: "new", row: 1, spent: 99 }, { kind: "rows-above", sheet: "项目完成", count: 2 }, { kind: "renamed", sheet: "预算执行" },
  ]);
  expect(gone).toBeGreaterThan(30);
});

test("stays with its unit's project where several units have one of that name, in whatever order they come", async () => {
  const [first, second, third] = [["甲校", "设备购置", 10, 6, 0.6], ["乙校", "设备购置", 20, 19, 0.95], ["丙校", "设备购置", 30, 3, 0.1]];
  const book = bookOf({ 项目完成: [["单位：万元，截至2024年6月30日"], ["单位", "项目名称", "年初预算", "支出", "执行率"], first, second, third, ["合计", "", 60, 28, 0.4667]] });
  const port = createFilePort(book);
  const before = [...allSpots(book, await build(port))].filter(([what]) => /[甲乙丙]校/u.test(what));
  expect(new Set(before.map(([what]) => /[甲乙丙]校/u.exec(what)?.[0]))).toEqual(new Set(["甲校", "乙校", "丙校"]));
  before.forEach(([, spot], i) => putContent(findSheet(book, spot.sheet) as Sheet, spot.row, spot.column, { kind: "text", value: `手写${i}号` }));
  enterValues(book.sheets[0] as Sheet, { top: 2, left: 0, bottom: 4, right: 4 }, [third, first, second]);
  const again = await build(port);
  const [now, stands] = [allSpots(book, again), standing(book, again)];
  expect(before.map(([what], i) => [what, stands.get(`手写${i}号`)])).toEqual(before.map(([what]) => [what, [{ ...now.get(what), isKept: false }]]));
  expect(before.some(([what, spot]) => now.get(what)?.row !== spot.row)).toBe(true);
});

test("is exported where it stands in our tables and forms, and not where it stands beside", async () => {
  const book = workbook();
  const port = createFilePort(book);
  const summary = await build(port);
  const spots = [...allSpots(book, summary)];
  spots.forEach(([, spot], i) => putContent(findSheet(book, spot.sheet) as Sheet, spot.row, spot.column, { kind: "text", value: `手写${i}号` }));
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const exported = JSON.stringify(filledSummary(summary, read.value));
  for (const [i, [what]] of spots.entries()) expect([what, exported.includes(`"手写${i}号"`)]).toEqual([what, !what.includes("|beside ")]);
});

describe("on a sheet that people changed", () => {
  const FINDINGS = "异常清单";
  const find = (sheet: Sheet, text: string): Spot => {
    const used = usedRange(sheet, true) ?? rangeOfCell(0, 0);
    for (let row = 0; row <= used.bottom; row++) for (let column = 0; column <= used.right; column++) if (textAt(sheet, row, column) === text) return { sheet: sheet.name, row, column };
    throw new Error(`no ${text}`);
  };

  test("a column of theirs between ours goes beside the table, line by line", async () => {
    const book = workbook();
    const port = createFilePort(book);
    await build(port);
    const sheet = findSheet(book, FINDINGS) as Sheet;
    const { row: header, column } = find(sheet, "处理建议");
    insertColumns(sheet, column, 1);
    const type = (row: number, text: string): void => putContent(sheet, row, column, { kind: "text", value: text });
    const lineOf = (row: number): string => [textAt(sheet, row, column - 2), textAt(sheet, row, column - 1)].join();
    const lines = [lineOf(header + 1), lineOf(header + 3)];
    type(header, "责任人");
    type(header + 1, "张三");
    type(header + 3, "李四");
    await build(port);
    const [own, zhang, li] = [find(sheet, "责任人"), find(sheet, "张三"), find(sheet, "李四")];
    expect([own.row, own.column === zhang.column && own.column === li.column, own.column]).toEqual([header, true, find(sheet, "处理情况").column + 1]);
    expect([zhang, li].map(({ row }) => lineOf(row))).toEqual(lines);
    expect(() => find(sheet, WORDING.kept.heading)).toThrow();
  });

  test("a line whose words they rewrote is still that line, and what they rewrote is listed", async () => {
    const book = workbook();
    const port = createFilePort(book);
    await build(port);
    const sheet = findSheet(book, FINDINGS) as Sheet;
    const { row: header, column } = find(sheet, "问题");
    const words = textAt(sheet, header + 2, column);
    putContent(sheet, header + 2, column, { kind: "text", value: "我们的说法" });
    putContent(sheet, header + 2, find(sheet, "偏差原因").column, { kind: "text", value: "合同期延长" });
    await build(port);
    const { row } = find(sheet, "合同期延长");
    expect([textAt(sheet, row, column), row < find(sheet, WORDING.kept.heading).row, find(sheet, "我们的说法").row > find(sheet, WORDING.kept.heading).row]).toEqual([words, true, true]);
  });
});

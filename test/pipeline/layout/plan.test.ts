/** 生成汇总表 again and again: people's own entries, foreign sheets, names, and taking back. */

import fc from "fast-check";
import { createBook, findSheet, type Book, type Sheet } from "../../../src/embedded/book/book";
import { contentAt, textAt, usedRange } from "../../../src/embedded/book/cells";
import { enterValues, putContent } from "../../../src/embedded/book/entering";
import { openBook, saveBook } from "../../../src/embedded/book/files";
import { addSheet, renameSheet } from "../../../src/embedded/book/sheets";
import { copySheet } from "../../../src/embedded/book/sheet-copy";
import { insertCells, insertColumns, insertRows } from "../../../src/embedded/book/structure";
import type { Summary } from "../../../src/domain/summary/model";
import { createFilePort } from "../../../src/files/port";
import { keptWords } from "../../../src/i18n/sheet-words";
import { createTranslator } from "../../../src/i18n/catalogs";
import { compareFigures } from "../../../src/pipeline/layout/compare";
import type { KeptWords } from "../../../src/pipeline/layout/kept";
import { planSummary, type SummaryPlan } from "../../../src/pipeline/layout/plan";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { formatRange, parseRange, rangeOfCell, type CellRange } from "../../../src/workbook/address";
import type { Edit } from "../../../src/workbook/edits";
import { undoable } from "../../../src/workbook/inverse";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { stateOf } from "../../support/book-state";
import { runs } from "../../support/nightly";
import { formOf, PROJECTS, projectTable, smallSummary, SOURCE, sourceBook, type Project } from "./small-summary";

const WORDS: KeptWords = keptWords(createTranslator("zh-CN"));
const SHEET = "汇总表";
const FORMS = "项目绩效跟踪分析表";

async function read(book: Book): Promise<Snapshot> {
  const snapshot = await createFilePort(book).read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  return snapshot.value;
}

async function plan(book: Book, summary: Summary): Promise<SummaryPlan> {
  const planned = planSummary(await read(book), summary, WORDS);
  if (!planned.ok) throw new Error(planned.problem.code);
  return planned.value;
}

async function build(book: Book, summary: Summary): Promise<readonly Edit[]> {
  const { edits } = await plan(book, summary);
  const applied = await createFilePort(book).apply(edits);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
  return applied.value.inverse;
}

function sheetOf(book: Book, name: string): Sheet {
  const sheet = findSheet(book, name);
  if (sheet === null) throw new Error(`no sheet ${name} among ${book.sheets.map((one) => one.name).join()}`);
  return sheet;
}

/** The cell whose text is this; `nth` counts from zero in reading order. */
function cellWith(sheet: Sheet, text: string, nth = 0): CellRange {
  const used = usedRange(sheet, true);
  const found: CellRange[] = [];
  for (let row = 0; row <= (used?.bottom ?? -1); row++) for (let column = 0; column <= (used?.right ?? -1); column++) if (textAt(sheet, row, column) === text) found.push(rangeOfCell(row, column));
  const cell = found[nth];
  if (cell === undefined) throw new Error(`no cell ${text} in ${sheet.name}`);
  return cell;
}

function type(sheet: Sheet, row: number, column: number, text: string | number): void {
  enterValues(sheet, rangeOfCell(row, column), [[text]]);
}

const REASON = 5;

/** "项目 reason | what stands right of the table", for every line of the project table. */
function reasons(book: Book, projects: readonly Project[]): Record<string, string> {
  const sheet = sheetOf(book, SHEET);
  return Object.fromEntries(projects.map(({ name }) => {
    const { top } = cellWith(sheet, name);
    return [name, [textAt(sheet, top, REASON), textAt(sheet, top, REASON + 1)].join("|")];
  }));
}

describe("what people wrote", () => {
  const project = fc.record({ budget: fc.integer({ min: 0, max: 99_999 }), spent: fc.integer({ min: 0, max: 99_999 }), reason: fc.constantFrom("", "已整改", "跨年支付", "=1+1", "12.5%"), beside: fc.constantFrom("", "张三", "合计", "正常") });
  const projects = fc.array(project, { minLength: 2, maxLength: 8 });

  test("goes along with its line into any order", async () => {
    await fc.assert(fc.asyncProperty(projects.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list.map((_, i) => i), { minLength: list.length }))), async ([list, order]) => {
      const all = list.map(({ budget, spent }, i): Project => ({ code: String(i), name: `第${i}个项目`, budget: String(budget / 100), spent: String(spent / 100) }));
      const { book } = sourceBook(all);
      await build(book, smallSummary(all));
      const sheet = sheetOf(book, SHEET);
      list.forEach(({ reason, beside }, i) => {
        const { top } = cellWith(sheet, `第${i}个项目`);
        if (reason !== "") putContent(sheet, top, REASON, { kind: "text", value: reason });
        if (beside !== "") putContent(sheet, top, REASON + 1, { kind: "text", value: beside });
      });
      const before = reasons(book, all);
      await build(book, smallSummary(all, order.map(String)));
      expect(cellWith(sheetOf(book, SHEET), `第${order[0] ?? 0}个项目`).top).toBeLessThan(cellWith(sheetOf(book, SHEET), `第${order[1] ?? 0}个项目`).top);
      expect(reasons(book, all)).toEqual(before);
      expect((await plan(book, smallSummary(all, order.map(String)))).edits).toEqual([]);
    }), { numRuns: runs(10, 200) });
  });

  test("is found after rows and columns were inserted and lines sorted, in forms and beside signatures, too", async () => {
    const { book } = sourceBook();
    await build(book, smallSummary());
    const sheet = sheetOf(book, SHEET);
    const forms = sheetOf(book, FORMS);
    const reasonAt = cellWith(sheet, "物业管理费").top;
    type(sheet, reasonAt, REASON, "合同期延长");
    type(sheet, cellWith(sheet, "负责人").top, cellWith(sheet, "负责人").left + 1, "李四");
    type(forms, cellWith(forms, "绩效目标", 1).top, 1, "绿化养护达标");
    insertRows(sheet, 0, 2);
    insertColumns(sheet, 0, 1);
    insertColumns(sheet, 4, 1);
    insertRows(forms, 3, 1);
    await build(book, smallSummary());
    const again = sheetOf(book, SHEET);
    expect(textAt(again, cellWith(again, "物业管理费").top, REASON)).toBe("合同期延长");
    expect(textAt(again, cellWith(again, "负责人").top, cellWith(again, "负责人").left + 1)).toBe("李四");
    expect(textAt(forms, cellWith(forms, "绩效目标", 1).top, 1)).toBe("绿化养护达标");
    expect(() => cellWith(again, WORDS.heading)).toThrow();
  });

  test("is kept under a note where it has no place any more, for good, and until they delete it", async () => {
    const { book } = sourceBook();
    await build(book, smallSummary());
    const sheet = sheetOf(book, SHEET);
    type(sheet, cellWith(sheet, "社区服务").top, REASON, "项目取消");
    type(sheet, cellWith(sheet, "合计").top, 2, 999);
    type(sheet, (usedRange(sheet, true)?.bottom ?? 0) + 2, 0, "以上已核对");
    const fewer = smallSummary(PROJECTS.slice(0, 2));
    const keptLines = (): string[][] => {
      const { top } = cellWith(sheet, WORDS.content);
      return Array.from({ length: (usedRange(sheet, true)?.bottom ?? 0) - top }, (_, i) => [textAt(sheet, top + 1 + i, 0), textAt(sheet, top + 1 + i, 1)]);
    };
    await build(book, fewer);
    const kept = keptLines();
    expect(kept.map(([, content]) => content).sort()).toEqual(["999.00", "以上已核对", "项目取消"].sort());
    expect(kept.find(([, content]) => content === "项目取消")?.[0]).toBe("03 社区服务 · 原因");
    await build(book, fewer);
    await build(book, smallSummary(PROJECTS.slice(0, 2), ["02", "01"]));
    expect(keptLines()).toEqual(kept);
    const own = cellWith(sheet, "999.00");
    type(sheet, own.top, own.left, "");
    await build(book, fewer);
    expect(keptLines().map(([, content]) => content).sort()).toEqual(["以上已核对", "项目取消"].sort());
  });

  test("formulas beside a line go on naming the cells of their line", async () => {
    const { book } = sourceBook(PROJECTS.slice(0, 2));
    await build(book, smallSummary(PROJECTS.slice(0, 2)));
    const sheet = sheetOf(book, SHEET);
    const { top } = cellWith(sheet, "城市维护（含绿化）");
    type(sheet, top, REASON + 1, `=D${top + 1}-C${top + 1}`);
    await build(book, smallSummary(PROJECTS.slice(0, 2), ["02", "01"]));
    const moved = cellWith(sheet, "城市维护（含绿化）").top;
    expect(moved).toBe(top - 1);
    expect(contentAt(sheet, moved, REASON + 1)).toEqual({ kind: "formula", value: `=D${moved + 1}-C${moved + 1}` });
  });

  test("a proposal gives way to what they wrote, and to the next proposal where they wrote nothing", async () => {
    const { book } = sourceBook();
    await build(book, smallSummary());
    const sheet = sheetOf(book, SHEET);
    type(sheet, cellWith(sheet, "社区服务").top, REASON, "年中追加");
    const paid: readonly Project[] = PROJECTS.map((one) => (one.code === "02" ? { ...one, spent: "1000" } : one));
    await build(book, smallSummary(paid));
    expect([textAt(sheet, cellWith(sheet, "城市维护（含绿化）").top, REASON), textAt(sheet, cellWith(sheet, "社区服务").top, REASON)]).toEqual(["", "年中追加"]);
  });
});

describe("whose sheet it is", () => {
  test("a foreign sheet of that name is left alone, and ours is found again under its other name", async () => {
    const { book } = sourceBook();
    const foreign = addSheet(book, SHEET);
    type(foreign, 0, 0, "我们自己的");
    await build(book, smallSummary());
    expect(book.sheets.map(({ name }) => name)).toEqual([SOURCE, SHEET, `${SHEET} (2)`, FORMS]);
    expect(contentAt(sheetOf(book, FORMS), 1, 3)).toMatchObject({ value: `='${SHEET} (2)'!C10` });
    type(sheetOf(book, `${SHEET} (2)`), 9, REASON, "原因");
    await build(book, smallSummary());
    expect(book.sheets).toHaveLength(4);
    expect([textAt(foreign, 0, 0), usedRange(foreign, true), textAt(sheetOf(book, `${SHEET} (2)`), 9, REASON)]).toEqual(["我们自己的", rangeOfCell(0, 0), "原因"]);
  });

  test("one that was deleted and made anew by somebody is theirs, so are renamed ones and copies", async () => {
    const { book } = sourceBook();
    await build(book, smallSummary());
    const copy = copySheet(sheetOf(book, SHEET), { position: "End" });
    renameSheet(sheetOf(book, SHEET), "上报稿");
    const theirs = addSheet(book, SHEET);
    type(theirs, 0, 0, "备忘");
    const before = stateOf(book);
    await build(book, smallSummary());
    const after = stateOf(book);
    for (const { name } of [copy, theirs, sheetOf(book, "上报稿")]) expect(after[name]).toEqual(before[name]);
    expect(findSheet(book, `${SHEET} (3)`) ?? findSheet(book, `${SHEET} (2)`)).not.toBeNull();
  });

  test("ours are known in a file that was saved and opened again", async () => {
    const { book } = sourceBook();
    await build(book, smallSummary());
    const opened = await openBook(await saveBook(book));
    if (!opened.ok) throw new Error(opened.problem.code);
    expect((await plan(opened.value.book, smallSummary())).edits).toEqual([]);
  });

  test("what stands on ours is no data: recognition sees what it saw before", async () => {
    const { book } = sourceBook();
    const tablesOf = async (): Promise<unknown> => computeWorkbook(await read(book), DEFAULT_OPTIONS).executions.map(({ table }) => [table.sheetName, formatRange(table.range)]);
    const before = await tablesOf();
    expect(before).toEqual([[SOURCE, "A2:D5"]]);
    await build(book, smallSummary());
    expect(await tablesOf()).toEqual(before);
  });

  test("names of 31 characters and more, twice the same, and characters that Excel refuses", async () => {
    const { book } = sourceBook();
    const long = "长".repeat(31);
    addSheet(book, long);
    const base = smallSummary();
    const [first, second] = base.sheets;
    if (first === undefined || second === undefined) throw new Error("two sheets");
    const summary: Summary = { ...base, sheets: [{ ...first, name: long }, { ...second, name: "2016/12:[表]?*" }] };
    await build(book, summary);
    expect(book.sheets.map(({ name }) => name)).toEqual([SOURCE, long, `${"长".repeat(27)} (2)`, "2016 12  表"]);
    expect((await plan(book, summary)).edits).toEqual([]);
  });
});

describe("taking back", () => {
  test("leaves nothing, not even the record", async () => {
    const { book } = sourceBook();
    const before = stateOf(book);
    const inverse = await build(book, smallSummary());
    const { edits, kept } = undoable(inverse, { contents: [], stored: (await read(book)).stored, sheets: (await read(book)).sheets });
    expect(kept).toEqual([]);
    expect(await createFilePort(book).apply(edits)).toMatchObject({ ok: true });
    expect(stateOf(book)).toEqual(before);
  });

  test("a sheet that somebody wrote on since stays, is named, and is still ours", async () => {
    const { book } = sourceBook();
    const inverse = await build(book, smallSummary());
    const sheet = sheetOf(book, SHEET);
    type(sheet, 9, REASON, "原因");
    const now = await read(book);
    const { edits, kept } = undoable(inverse, { contents: [], stored: now.stored, sheets: now.sheets });
    expect(kept.map(({ sheetId, changed }) => [sheetId, changed])).toEqual([[sheet.id, 1]]);
    expect(await createFilePort(book).apply(edits)).toMatchObject({ ok: true });
    expect(book.sheets.map(({ name }) => name)).toEqual([SOURCE, SHEET]);
    await build(book, smallSummary());
    expect([book.sheets.length, textAt(sheetOf(book, SHEET), 9, REASON)]).toEqual([3, "原因"]);
  });

  test("rows inserted in the sources since are no reason to keep a sheet", async () => {
    const { book, source } = sourceBook();
    const inverse = await build(book, smallSummary());
    insertCells(source, parseRange("A2:XFD2") as CellRange, "Down");
    const now = await read(book);
    const { edits, kept } = undoable(inverse, { contents: [], stored: now.stored, sheets: now.sheets });
    expect(kept).toEqual([]);
    expect(await createFilePort(book).apply(edits)).toMatchObject({ ok: true });
    expect(book.sheets.map(({ name }) => name)).toEqual([SOURCE]);
  });
});

test("what Excel calculates agrees with every figure, and every figure that does not is told with its place", async () => {
  const { book, source } = sourceBook();
  const { layouts } = await plan(book, smallSummary());
  await build(book, smallSummary());
  expect(compareFigures(layouts, (await read(book)).sheets)).toEqual([]);
  type(source, 2, 3, 185.06);
  const differences = compareFigures(layouts, (await read(book)).sheets);
  // 185.06 / 210.27 = 0.88010… as before, so neither rate nor score changes; the total of 1370.20 is 104.69 %, as before.
  expect(differences.map(({ place, expected, found }) => [place.sheetName, formatRange(place.range), expected, found])).toEqual([
    [SHEET, "D10", "185.05", 185.06], [SHEET, "D13", "1370.19", 1370.2],
  ]);
  expect(compareFigures(layouts, [])).toHaveLength(layouts.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ figure }) => figure !== null))).length);
});

test("a thousand projects and more: every one has its line, its form and its page as far as Excel has pages", async () => {
  const many = Array.from({ length: 1200 }, (_, i): Project => ({ code: String(i), name: `第${i}个项目`, budget: "10", spent: "5" }));
  const base = smallSummary(many.slice(0, 1));
  const summary: Summary = { ...base, sheets: [{ key: "summary", name: SHEET, orientation: "portrait", blocks: [projectTable(many)] }, { key: "project-forms", name: FORMS, orientation: "portrait", blocks: many.flatMap((one) => [formOf(one), { kind: "page-break" as const }]) }] };
  const { book } = sourceBook(many);
  const { layouts } = await plan(book, summary);
  await build(book, summary);
  expect(compareFigures(layouts, (await read(book)).sheets)).toEqual([]);
  expect(layouts[1]?.page.breaks.length).toBeLessThanOrEqual(1000);
  expect((await plan(book, summary)).edits).toEqual([]);
});

test("an empty workbook takes a summary, too", async () => {
  const book = createBook(["空"]);
  await build(book, { ...smallSummary(), sheets: [{ key: "findings", name: "异常清单", orientation: "landscape", blocks: [{ kind: "title", text: "异常清单" }, { kind: "note", text: "没有找到预算表" }] }] });
  expect(textAt(sheetOf(book, "异常清单"), 1, 0)).toBe("没有找到预算表");
});

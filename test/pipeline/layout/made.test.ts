/** Sheets of ours are known without a record, whatever language they are in and wherever they were carried; nobody else's are. */

import { textAt, usedRange } from "../../../src/embedded/book/cells";
import { enterValues } from "../../../src/embedded/book/entering";
import { renameSheet } from "../../../src/embedded/book/sheets";
import { copySheet } from "../../../src/embedded/book/sheet-copy";
import { deleteRows, insertRows } from "../../../src/embedded/book/structure";
import { createBook, findSheet, type Book, type Sheet } from "../../../src/embedded/book/book";
import { createFilePort } from "../../../src/files/port";
import { DEFAULT_SETTINGS } from "../../../src/domain/checks/settings";
import { createTranslator } from "../../../src/i18n/catalogs";
import { exportWords } from "../../../src/i18n/export-words";
import type { Locale } from "../../../src/i18n/translate";
import { checkExecution } from "../../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS, type ComputeOptions } from "../../../src/pipeline/compute";
import { bureauSheets } from "../../../src/pipeline/export/bureau";
import { consolidationSheets } from "../../../src/pipeline/export/consolidate";
import { isMadeByUs } from "../../../src/pipeline/layout/made";
import { layoutBlocks } from "../../../src/pipeline/layout/layout";
import type { SummaryPlan } from "../../../src/pipeline/layout/plan";
import { EMPTY_REVIEW, reviewFindings } from "../../../src/pipeline/review";
import { prepareSummary, summaryOf } from "../../../src/pipeline/summary";
import { rangeOfCell } from "../../../src/workbook/address";
import { contentsOf, type SheetLayout } from "../../../src/workbook/sheet-layout";
import type { CellValue, SheetSnapshot, Snapshot } from "../../../src/workbook/snapshot";
import { stateOf } from "../../support/book-state";
import { rangeOf, sheetOf, snapshotOf } from "../../support/snapshots";
import { summaryWording } from "../../support/summary-wording";
import { columnsOf, summarise, tableIn } from "../../support/summary";
import { FACTS } from "../export/small-export";

const CLASSES: readonly (readonly (string | number)[])[] = [["2024年部门预算执行表"], ["单位：万元", "", "", "截至2024年9月30日"], ["科目编码", "科目名称", "年初预算", "调整后预算", "支出"], ["201", "一般公共服务支出", 300, 320, 210], ["205", "教育支出", 100, 90, 80], ["", "合计", 400, 410, 290]];
const PROJECTS: readonly (readonly (string | number)[])[] = [["单位：万元"], ["项目名称", "年初预算", "支出"], ["道路养护", 120, 60], ["路灯改造", 30, 31], ["合计", 150, 91]];
const BARE: readonly (readonly (string | number)[])[] = [["科目名称", "年初预算", "支出"], ["教育支出", 100, 80], ["卫生健康支出", 40, 10]];

function summaryIn(locale: Locale, snapshot: Snapshot, choices: Partial<ComputeOptions> = {}) {
  const options = { ...DEFAULT_OPTIONS, ...choices };
  const execution = computeWorkbook(snapshot, options);
  const checked = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] });
  return { execution, options, checked: { ...checked, findings: reviewFindings(checked.findings, execution.tables, snapshot, EMPTY_REVIEW) }, wording: summaryWording(locale) };
}

function laid(locale: Locale, snapshot: Snapshot, choices: Partial<ComputeOptions> = {}): readonly SheetLayout[] {
  const { execution, options, checked, wording } = summaryIn(locale, snapshot, choices);
  return layoutBlocks(summaryOf(snapshot, execution, options.basis, checked, wording.summary).sheets);
}

function seen({ name, ...layout }: SheetLayout): Pick<SheetSnapshot, "name" | "values"> {
  return { name, values: contentsOf({ name, ...layout }).map((cells) => cells.map((content): CellValue => (content.kind === "number" || content.kind === "text" ? content.value : ""))) };
}

const anyName = ({ values }: Pick<SheetSnapshot, "values">) => ({ name: "Sheet1", values });
const inserted = ({ name, values }: Pick<SheetSnapshot, "name" | "values">) => ({ name, values: [["上报稿"], [""], ...values.map((row) => ["", ...row])] });

describe.each<Locale>(["zh-CN", "en-US"])("in %s", (locale) => {
  const WORKBOOKS: readonly (readonly [string, Snapshot, Partial<ComputeOptions>])[] = [
    ["classes and projects", snapshotOf(sheetOf("支出表", CLASSES), sheetOf("项目", PROJECTS)), {}],
    ["classes alone", snapshotOf(sheetOf("支出表", CLASSES)), {}],
    ["projects alone", snapshotOf(sheetOf("项目", PROJECTS)), {}],
    ["no unit, year or date", snapshotOf(sheetOf("表", BARE)), {}],
    ["on the original budget", snapshotOf(sheetOf("支出表", CLASSES), sheetOf("项目", PROJECTS)), { basis: "original" }],
  ];

  test.each(WORKBOOKS)("all six sheets are ours, renamed and moved down, too: %s", (_, snapshot, choices) => {
    const sheets = laid(locale, snapshot, choices).map(seen);
    expect(sheets.map((sheet) => [sheet.name, isMadeByUs(sheet), isMadeByUs(anyName(sheet)), isMadeByUs(inserted(sheet))])).toEqual(sheets.map(({ name }) => [name, true, true, true]));
    expect(sheets).toHaveLength(6);
  });

  test("so are the sheets of an exported file and of several put together", () => {
    const snapshot = snapshotOf(sheetOf("支出表", CLASSES));
    const { execution, options, checked, wording } = summaryIn(locale, snapshot);
    const words = exportWords(createTranslator(locale));
    const exported = bureauSheets(summaryOf(snapshot, execution, options.basis, checked, wording.summary), FACTS, words);
    expect(exported.map((layout) => isMadeByUs(anyName(seen(layout))))).toEqual(exported.map(() => true));
    for (const facts of [FACTS, { ...FACTS, cutOff: null, year: null, unit: "" as const }]) {
      const merged = consolidationSheets([{ file: "a.xlsx", facts }, { file: "b.xlsx", facts: { ...facts, organisation: "乙街道", basis: "original" } }], "某区", words);
      expect(merged.map((layout) => isMadeByUs(anyName(seen(layout))))).toEqual([true, true]);
    }
  });
});

test.each<[string, string, readonly (readonly (string | number)[])[]]>([
  ["of the same name", "汇总表", CLASSES],
  ["of the same name and title", "汇总表", [["2024年度预算执行汇总表"], ...CLASSES.slice(1)]],
  ["that states date, basis and unit in its own way", "汇总表", [["2024年度预算执行汇总表"], ["截至：2024-09-30", "基准：调整后预算", "单位：万元"], ...CLASSES.slice(2)]],
  ["with our line under another title, in another name", "支出", [["某局支出"], ["截至：2024-09-30\u3000基准：调整后预算\u3000单位：万元"], ...CLASSES.slice(2)]],
  ["of self-evaluation", "项目支出绩效自评表", [["2024年度项目支出绩效自评表"], ["项目名称", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], ["道路养护", 120, 120, 60, 10, 0.5, 5]]],
  ["that tracks one project", "项目绩效跟踪分析表", [["2024年度项目绩效跟踪分析表（1）"], ["项目名称", "道路养护"], ["年初预算", 120], ["支出", 60], ["绩效目标", "养护到位"], ["偏差原因", ""]]],
  ["in English", "Summary", [["Budget execution summary 2024"], ["Project", "Original budget", "Expenditure"], ["Roads", 120, 60]]],
])("a person's own sheet is theirs: %s", (_, name, rows) => {
  expect(isMadeByUs(sheetOf(name, rows))).toBe(false);
});

async function read(book: Book): Promise<Snapshot> {
  const snapshot = await createFilePort(book).read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  return snapshot.value;
}

function planned(snapshot: Snapshot): SummaryPlan {
  const { execution, checked, wording } = summaryIn("zh-CN", snapshot);
  const plan = prepareSummary(snapshot, execution, "adjusted", checked, wording);
  if (!plan.ok) throw new Error(plan.problem.code);
  return plan.value;
}

/** The names of sheets that were left as they are. */
async function build(book: Book): Promise<readonly string[]> {
  const { edits, leftBehind } = planned(await read(book));
  const applied = await createFilePort(book).apply(edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return leftBehind;
}

describe("a workbook with our sheets in it", () => {
  async function summarised(): Promise<Book> {
    const book = createBook(["支出表", "项目"]);
    for (const [name, rows] of [["支出表", CLASSES], ["项目", PROJECTS]] as const) {
      const sheet = findSheet(book, name);
      const width = Math.max(...rows.map(({ length }) => length));
      if (sheet !== null) enterValues(sheet, { ...rangeOf("A1"), bottom: rows.length - 1, right: width - 1 }, rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? "")));
    }
    await build(book);
    return book;
  }
  const placesOf = (snapshot: Snapshot): readonly string[] => computeWorkbook(snapshot, DEFAULT_OPTIONS).tables.map(({ sheetName }) => sheetName);

  test("says the same without its record, with copies of them and under other names", async () => {
    const book = await summarised();
    const copied = findSheet(book, "汇总表");
    if (copied === null) throw new Error("no sheet");
    copySheet(copied, { position: "End" });
    insertRows(copied, 0, 2);
    renameSheet(copied, "上半年");
    const alone = snapshotOf(sheetOf("支出表", CLASSES), sheetOf("项目", PROJECTS));
    const withRecord = await read(book);
    expect(withRecord.stored).not.toBeNull();
    for (const snapshot of [withRecord, { ...withRecord, stored: null }]) {
      expect(placesOf(snapshot)).toEqual(["支出表", "项目"]);
      expect(columnsOf(tableIn(summarise(snapshot), "key"), "item", "total")).toEqual(columnsOf(tableIn(summarise(alone), "key"), "item", "total"));
    }
  });

  test("says which of them nobody can tell to be renamed or kept, and leaves them", async () => {
    const book = await summarised();
    renameSheet(sheetIn(book, "汇总表"), "2025汇总");
    renameSheet(sheetIn(book, "项目绩效跟踪分析表"), "跟踪");
    const before = (await read(book)).sheets.find(({ name }) => name === "2025汇总");
    for (const snapshot of [await read(book), { ...await read(book), stored: null }]) {
      expect(planned(snapshot)).toMatchObject({ renamed: ["2025汇总", "跟踪"], leftBehind: [] });
    }
    await build(book);
    const after = await read(book);
    expect(after.sheets.find(({ name }) => name === "2025汇总")).toEqual(before);
    expect(after.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["汇总表", "项目绩效跟踪分析表"]));
    // From then on they are copies beside sheets of ours.
    expect(planned(after)).toMatchObject({ renamed: [], edits: [] });
  });

  test("keeps what was written on the form of a project that is gone, and says whose it was", async () => {
    const book = await summarised();
    const forms = sheetIn(book, "项目绩效跟踪分析表");
    const goal = cellIn(forms, "绩效目标");
    enterValues(forms, rangeOfCell(goal.row, goal.column + 1), [["养护到位"]]);
    deleteRows(sheetIn(book, "项目"), cellIn(sheetIn(book, "项目"), "道路养护").row, 1);
    await build(book);
    const kept = cellIn(forms, "养护到位");
    expect(textAt(forms, kept.row, kept.column - 1)).toBe("2024年度项目绩效跟踪分析表（1） · 道路养护 · 绩效目标");
    await build(book);
    expect(textAt(forms, kept.row, kept.column - 1)).toBe("2024年度项目绩效跟踪分析表（1） · 道路养护 · 绩效目标");
  });

  test("of ours alone has no table, and says why", async () => {
    const snapshot = await read(await summarised());
    const { problems } = computeWorkbook({ ...snapshot, stored: null, sheets: snapshot.sheets.filter(({ name }) => name !== "支出表" && name !== "项目") }, DEFAULT_OPTIONS);
    expect(problems.map(({ code }) => code)).toEqual(["only-made-sheets"]);
  });

  const NAMES = ["支出表", "项目", "汇总表", "异常清单", "勾稽核对表", "项目支出绩效目标执行监控表", "项目支出绩效自评表", "项目绩效跟踪分析表"];
  const sheetIn = (book: Book, name: string): Sheet => {
    const sheet = findSheet(book, name);
    if (sheet === null) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const cellIn = (sheet: Sheet, text: string): { readonly row: number; readonly column: number } => {
    const used = usedRange(sheet, true);
    for (let row = 0; row <= (used?.bottom ?? -1); row++) for (let column = 0; column <= (used?.right ?? -1); column++) if (textAt(sheet, row, column) === text) return { row, column };
    throw new Error(`no cell ${text}`);
  };
  const write = (sheet: Sheet, { row, column }: { readonly row: number; readonly column: number }, text: string): void => enterValues(sheet, rangeOfCell(row, column), [[text]]);
  const loseRecord = async (book: Book): Promise<void> => {
    const { stored } = await read(book);
    const applied = await createFilePort(book).apply([{ kind: "stored", expected: stored, stored: null }]);
    if (!applied.ok) throw new Error(applied.problem.code);
  };

  test("has them rebuilt in place without the record while they hold all that is written now, with what people wrote", async () => {
    const book = await summarised();
    const [findings, forms, summary] = ["异常清单", "项目绩效跟踪分析表", "汇总表"].map((name) => sheetIn(book, name));
    if (findings === undefined || forms === undefined || summary === undefined) throw new Error("three sheets");
    const reason = cellIn(findings, "偏差原因");
    write(findings, { row: reason.row + 1, column: reason.column }, "招标推迟");
    write(forms, { row: cellIn(forms, "绩效目标").row, column: 1 }, "养护到位");
    write(summary, { row: (usedRange(summary, true)?.bottom ?? 0) + 2, column: 0 }, "领导已阅");
    await loseRecord(book);
    expect(await build(book)).toEqual([]);
    expect(book.sheets.map(({ name }) => name)).toEqual(NAMES);
    expect((await read(book)).stored).not.toBeNull();
    expect([textAt(findings, reason.row + 1, reason.column), textAt(forms, cellIn(forms, "绩效目标").row, 1), cellIn(summary, "领导已阅").row > cellIn(summary, "以下为原有填写").row]).toEqual(["招标推迟", "养护到位", true]);
    expect(await build(book)).toEqual([]);
    expect(book.sheets.map(({ name }) => name)).toEqual(NAMES);
  });

  test.each<[string, (book: Book) => void]>([
    ["of ours is changed", (book) => write(sheetIn(book, "汇总表"), cellIn(sheetIn(book, "汇总表"), "执行率（支出 ÷ 调整后预算）"), "执行率")],
    ["of ours is gone", (book) => write(sheetIn(book, "汇总表"), cellIn(sheetIn(book, "汇总表"), "2024年度预算执行汇总表"), "某局汇总表")],
    ["with a formula is not ours, and may be a line that has gone", (book) => write(sheetIn(book, "汇总表"), { row: (usedRange(sheetIn(book, "汇总表"), true)?.bottom ?? 0) + 1, column: 0 }, "=1+1")],
  ])("has another one made, and says so, where the record is lost and a cell %s", async (_, change) => {
    const book = await summarised();
    change(book);
    await loseRecord(book);
    const before = stateOf(book)["汇总表"];
    expect(await build(book)).toEqual(["汇总表"]);
    expect(book.sheets.map(({ name }) => name)).toEqual([...NAMES, "汇总表 (2)"]);
    expect(stateOf(book)["汇总表"]).toEqual(before);
    expect(placesOf(await read(book))).toEqual(["支出表", "项目"]);
  });
});

/** 标记异常 and what people decide about what it finds, as acts on a workbook. */

import { createRunStore } from "../../src/commands/keptRuns";
import { createBook } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { storedReview, withDismissal, withReason, type Review, type ReviewedFinding } from "../../src/pipeline/review";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { inSlices } from "../../src/taskpane/effects/slices";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, isOutdated, openFindings, type Session } from "../../src/taskpane/state/session";
import { nextStep } from "../../src/taskpane/state/steps";
import { createStore, type Store } from "../../src/taskpane/state/store";
import { toXml } from "../../src/workbook/ledger";
import type { WorkbookPort } from "../../src/workbook/port";
import type { Snapshot } from "../../src/workbook/snapshot";
import { excelOn } from "../support/excel";
import { createMemoryPort } from "../support/memory-port";
import { memoryStorage } from "../support/memory-storage";
import { completionRows, reportSnapshot } from "../support/report";
import { rangeOf, sheetOf, snapshotOf } from "../support/snapshots";
import { summaryWording } from "../support/summary-wording";

const SHEET = "项目完成情况";
const words = sheetWords(createTranslator("zh-CN"));

interface Pane {
  readonly acts: Acts;
  readonly store: Store<Session, Action>;
  readonly happened: Action["type"][];
}

/** On a machine that is busy a test takes many times what it takes alone. */
jest.setTimeout(60_000);

async function open(port: WorkbookPort): Promise<Pane> {
  const happened: Action["type"][] = [];
  const store = createStore<Session, Action>((session, action) => {
    happened.push(action.type);
    return reduce(session, action);
  }, EMPTY_SESSION);
  const acts = createActs(port, store, words, summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
  await acts.read();
  happened.length = 0;
  return { acts, store, happened };
}

function findingsIn({ store }: Pane): readonly ReviewedFinding[] {
  return store.getState().checked?.findings ?? [];
}

/** The overspend of 综合治理经费, 182.14 of 98.81. */
function overspend(pane: Pane): ReviewedFinding {
  const found = findingsIn(pane).find(({ finding }) => finding.rule === "over-execution");
  if (found === undefined) throw new Error("the report has an overspend");
  return found;
}

function dismiss(pane: Pane, { mark }: ReviewedFinding, note: string): Promise<void> {
  return pane.acts.review(withDismissal(pane.store.getState().review, mark, note, "2016-12-31"));
}

async function kept(port: WorkbookPort): Promise<Review> {
  const snapshot = await port.read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  return storedReview(snapshot.value);
}

/** Enough lines for checks to take their turns with others. */
function longTable(): Snapshot {
  const rows = Array.from({ length: 4_000 }, (_, i) => [`项目${i + 1}`, 100, i % 90 === 0 ? 120 : 100]);
  return snapshotOf(sheetOf("大表", [["项目名称", "年初预算（万元）", "支出（万元）"], ...rows]));
}

/** Until the checks are at work. */
async function underWay({ store }: Pane): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      if (store.getState().checking === null) return;
      stop();
      resolve();
    });
  });
}

describe("flagging", () => {
  test("shows what was found, writes rates, statuses and colours, and all of it can be taken back", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const before = memory.everything();
    const pane = await open(memory);
    await pane.acts.flag();
    const session = pane.store.getState();
    expect(session).toMatchObject({ view: "findings", activity: null, checking: null, failure: null, outcome: { kind: "written", cells: 54 } });
    expect(isOutdated(session)).toBe(false);
    expect(overspend(pane)).toMatchObject({ lineName: "综合治理经费", dismissal: null, finding: { severity: "error", expected: "98.81", actual: "182.14" } });
    expect(memory.value(SHEET, "E28")).toBe(0.5981);
    await pane.acts.undo();
    expect(memory.everything()).toEqual(before);
  });

  test("goes by the workbook as it is when the button is pressed", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    const { row = 0 } = completionRows().find(({ name }) => name.startsWith("综合治理经费")) ?? {};
    memory.type(SHEET, `B${row}`, 300);
    await pane.acts.flag();
    expect(overspend(pane).finding.actual).toBe("300");
  });

  test("says that nothing is to be changed where nothing is, wherever the preview would have written", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    memory.type(SHEET, "E10", "别人的备注");
    await (await open(memory)).acts.compute();
    await pane.acts.compute();
    expect(pane.store.getState().outcome).toEqual({ kind: "unchanged" });
  });

  test("writes nothing where the preview said other cells, but shows what was found", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    memory.type(SHEET, "E10", "别人的备注");
    await pane.acts.flag();
    expect(pane.store.getState()).toMatchObject({ view: "findings", outcome: { kind: "preview-outdated" } });
    expect(memory.value(SHEET, "E3")).toBe("");
  });

  test("checking alone writes nothing and stays where one is", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    const before = memory.everything();
    await pane.acts.check();
    expect(findingsIn(pane)).not.toEqual([]);
    expect(pane.store.getState().view).toBe("execution");
    expect(memory.everything()).toEqual(before);
  });
});

test("of the four acts the one that makes sense comes next, unless the view itself offers it", async () => {
  const pane = await open(createMemoryPort(reportSnapshot(SHEET)));
  const nextIn = (view: Session["view"]): ReturnType<typeof nextStep> => nextStep({ ...pane.store.getState(), view });
  const views = ["execution", "preview", "findings", "text", "settings"] as const;
  expect(views.map(nextIn)).toEqual(["compute", "compute", "compute", null, "compute"]);
  await pane.acts.compute();
  expect(views.map(nextIn)).toEqual(["flag", "flag", "flag", null, "flag"]);
  await pane.acts.review({ text: { text: "综合治理经费全年支出182.14万元。", source: "", cells: null } });
  expect(views.map(nextIn)).toEqual(["summarise", "summarise", "summarise", "summarise", "summarise"]);
});

describe("while checks run", () => {
  test("cancelling leaves the session and the workbook as they were", async () => {
    const memory = createMemoryPort(longTable());
    const pane = await open(memory);
    const [session, workbook] = [pane.store.getState(), memory.everything()];
    const flagging = pane.acts.flag();
    await underWay(pane);
    pane.acts.cancel();
    expect(pane.store.getState().checking).toBeNull();
    await flagging;
    // Read again it is the same; only the data are new.
    expect(pane.store.getState().outcome).toEqual({ kind: "cancelled" });
    expect({ ...pane.store.getState(), outcome: null, reading: session.reading, choices: session.choices, review: session.review }).toEqual(session);
    expect(memory.everything()).toEqual(workbook);
  });

  test("results from before stay, and hold on", async () => {
    const pane = await open(createMemoryPort(longTable()));
    await pane.acts.check();
    const before = findingsIn(pane);
    const checking = pane.acts.check();
    await underWay(pane);
    pane.acts.cancel();
    await checking;
    expect(findingsIn(pane)).toBe(before);
    expect(isOutdated(pane.store.getState())).toBe(false);
  });

  test("the user may switch and filter; another act ends them", async () => {
    const memory = createMemoryPort(longTable());
    const pane = await open(memory);
    const flagging = pane.acts.flag();
    await underWay(pane);
    pane.store.dispatch({ type: "view-chosen", view: "text" });
    expect(pane.store.getState()).toMatchObject({ activity: null, view: "text" });
    await pane.acts.compute();
    await flagging;
    expect(pane.store.getState()).toMatchObject({ checked: null, checking: null, outcome: { kind: "written" } });
  });

  test("reading can be cancelled too: then nothing is checked", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    const release = memory.holdReading();
    const flagging = pane.acts.flag();
    pane.acts.cancel();
    expect(pane.store.getState().activity).toBeNull();
    release();
    await flagging;
    expect(pane.store.getState()).toMatchObject({ checked: null, activity: null, view: "execution" });
    expect(memory.value(SHEET, "E3")).toBe("");
  });
});

describe("slices", () => {
  afterEach(() => jest.restoreAllMocks());

  function* steps(count: number): Generator<number, string> {
    for (let i = 1; i <= count; i++) yield i;
    return "done";
  }

  /** Each look at the clock finds it four milliseconds later. */
  function slowClock(): void {
    let now = 0;
    jest.spyOn(performance, "now").mockImplementation(() => (now += 4));
  }

  test("let others have their turn after a frame's work, and tell a few times a second how far they are", async () => {
    slowClock();
    const told: number[] = [];
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    expect(await inSlices(steps(300), { isWanted: () => true, onProgress: (step) => told.push(step) })).toBe("done");
    clearInterval(ticking);
    // Two looks at the clock a step: no slice holds more than two steps, and a quarter of a second passes in some thirty.
    expect(turns).toBeGreaterThan(50);
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(15);
  });

  test("stop at once when nobody wants them any more", async () => {
    slowClock();
    let asked = 0;
    expect(await inSlices(steps(300), { isWanted: () => ++asked < 4 })).toBeNull();
    expect(asked).toBe(4);
  });
});

describe("what was found before", () => {
  test("holds on for a workbook that is the same, also after our own writing", async () => {
    const pane = await open(createMemoryPort(reportSnapshot(SHEET)));
    await pane.acts.check();
    pane.happened.length = 0;
    await pane.acts.read();
    await pane.acts.compute();
    expect(isOutdated(pane.store.getState())).toBe(false);
    expect(pane.happened).not.toContain("checked");
  });

  test("is found anew when figures, cut-off date or thresholds are others", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    await pane.acts.check();
    const { finding: { place } } = overspend(pane);
    memory.type(SHEET, "B" + String((place?.range.top ?? 0) + 1), 90);
    await pane.acts.read();
    expect(findingsIn(pane).filter(({ finding }) => finding.rule === "over-execution")).toEqual([]);
    const behind = (): number => findingsIn(pane).filter(({ finding }) => finding.rule === "under-execution").length;
    const atYearEnd = behind();
    await pane.acts.choose({ cutOff: { year: 2016, month: 6, day: 30 } });
    const atHalfYear = behind();
    expect(atHalfYear).toBeLessThan(atYearEnd);
    await pane.acts.review({ settings: { off: ["under-execution"], values: {} } });
    expect(behind()).toBe(0);
    expect(isOutdated(pane.store.getState())).toBe(false);
  });

  test("a threshold moves the statuses too", async () => {
    const pane = await open(createMemoryPort(reportSnapshot(SHEET)));
    const over = (): number => pane.store.getState().reading?.execution.executions[0]?.rows.filter(({ status }) => status === "over").length ?? 0;
    expect(over()).toBe(1);
    await pane.acts.review({ settings: { off: [], values: { "over-execution": { limit: 200, errorAbove: 200 } } } });
    expect(over()).toBe(0);
  });
});

describe("a text", () => {
  const sentence = "综合治理经费全年支出182.14万元，全部预算98.81万元。完成全年预算100.00%。";

  test("that is given is checked at once, and findings of it are among the others", async () => {
    const pane = await open(createMemoryPort(reportSnapshot(SHEET)));
    await pane.acts.review({ text: { text: sentence, source: "", cells: null } });
    const { checked } = pane.store.getState();
    expect(checked?.text?.narrative.document.text).toBe(sentence);
    expect(findingsIn(pane).find(({ finding }) => finding.kind === "rate")).toMatchObject({ finding: { rule: "narrative-mismatch", expected: "184.33", text: { quote: "完成全年预算100.00%" } }, tableId: null });
    await pane.acts.review({ text: null });
    expect(pane.store.getState().checked?.text).toBeNull();
  });

  test("is taken from the selected cells, each line with its own", async () => {
    const memory = createMemoryPort(snapshotOf(...reportSnapshot(SHEET).sheets, sheetOf("说明", [[sentence]])));
    const pane = await open(memory);
    memory.point("说明", "A1");
    await pane.acts.pickText();
    expect(pane.store.getState().review.text).toMatchObject({ text: sentence, cells: [{ sheetName: "说明", range: rangeOf("A1") }] });
    expect((await kept(memory)).text?.text).toBe(sentence);
  });
});

describe("decisions", () => {
  test("are in the workbook at once, count for the number of open findings, and can be taken back", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    await pane.acts.check();
    const open1 = openFindings({ findings: findingsIn(pane) });
    await dismiss(pane, overspend(pane), "已补办调整");
    expect(overspend(pane)).toMatchObject({ dismissal: { note: "已补办调整" } });
    expect(openFindings({ findings: findingsIn(pane) })).toBe(open1 - 1);
    const next = await open(memory);
    await next.acts.check();
    expect(findingsIn(next).filter(({ dismissal }) => dismissal !== null)).toMatchObject([{ lineName: "综合治理经费", finding: { rule: "over-execution" } }]);
    await next.acts.review({ dismissals: [] });
    expect((await kept(memory)).dismissals).toEqual([]);
  });

  test("survive computing and its undo", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    await pane.acts.flag();
    await dismiss(pane, overspend(pane), "已补办调整");
    await pane.acts.compute();
    expect((await kept(memory)).dismissals).toHaveLength(1);
    await pane.acts.undo();
    expect(memory.value(SHEET, "E28")).toBe("");
    expect((await kept(memory)).dismissals).toHaveLength(1);
    expect(overspend(pane).dismissal).not.toBeNull();
  });

  test("of two people at once are both kept, and each sees the other's", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const [mine, theirs] = [await open(memory), await open(memory)];
    await mine.acts.check();
    await theirs.acts.check();
    const other = findingsIn(theirs).find(({ finding }) => finding.rule === "no-execution");
    if (other?.line === null || other === undefined) throw new Error("a project spent nothing");
    await dismiss(mine, overspend(mine), "一");
    await theirs.acts.review(withReason(withDismissal(theirs.store.getState().review, other.mark, "二", "2016-12-31"), other.line, "hardware", ""));
    const { dismissals, reasons } = await kept(memory);
    expect(dismissals.map(({ note }) => note)).toEqual(["一", "二"]);
    expect(reasons).toHaveLength(1);
    expect(theirs.store.getState().failure).toBeNull();
    expect(overspend(theirs).dismissal).toMatchObject({ note: "一" });
  });

  test("that Excel refuses are told, stay in the pane, and are kept with the next act", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const pane = await open(memory);
    await pane.acts.check();
    memory.fail("apply", { code: "cell-editing" });
    await dismiss(pane, overspend(pane), "已补办调整");
    expect(pane.store.getState().failure?.problem.code).toBe("cell-editing");
    expect((await kept(memory)).dismissals).toEqual([]);
    expect(overspend(pane).dismissal).not.toBeNull();
    await pane.acts.read();
    expect((await kept(memory)).dismissals).toHaveLength(1);
    expect(overspend(pane).dismissal).not.toBeNull();
  });

  test("never replace the record of a later version, but a damaged one", async () => {
    const newer = toXml(JSON.stringify({ schema: 99, written: [], choices: null }));
    const memory = createMemoryPort({ ...reportSnapshot(SHEET), stored: newer });
    const pane = await open(memory);
    await pane.acts.check();
    await dismiss(pane, overspend(pane), "已补办调整");
    expect(pane.store.getState().failure?.problem.code).toBe("stored-newer");
    expect(await memory.read()).toMatchObject({ value: { stored: newer } });

    const damaged = createMemoryPort({ ...reportSnapshot(SHEET), stored: "<ledger>" });
    const next = await open(damaged);
    await next.acts.check();
    await dismiss(next, overspend(next), "已补办调整");
    expect((await kept(damaged)).dismissals).toHaveLength(1);
  });

  test("through office.js: flagged, dismissed, saved and opened again", async () => {
    const book = createBook([SHEET]);
    const [sheet] = book.sheets;
    if (sheet === undefined) throw new Error("a workbook has a sheet");
    enterValues(sheet, rangeOf("A1:C4"), [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲", 100, 150], ["乙", 100, 100], ["丙", 100, 150]]);
    const pane = await open(excelOn(book).port);
    await pane.acts.flag();
    expect(pane.store.getState()).toMatchObject({ failure: null, outcome: { kind: "written" } });
    await dismiss(pane, overspend(pane), "已补办调整");
    expect(pane.store.getState().failure).toBeNull();
    const saved = await openBook(await saveBook(book));
    if (!saved.ok) throw new Error(saved.problem.code);
    const next = await open(excelOn(saved.value.book).port);
    await next.acts.check();
    expect(findingsIn(next).filter(({ finding }) => finding.rule === "over-execution").map(({ lineName, dismissal }) => [lineName, dismissal?.note])).toEqual([["甲", "已补办调整"], ["丙", undefined]]);
  });
});

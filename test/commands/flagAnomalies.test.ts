import { flagAnomalies } from "../../src/commands/flagAnomalies";
import { computeExecution } from "../../src/commands/computeExecution";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { checkExecution } from "../../src/pipeline/check";
import { prepareWriting, storedChoices } from "../../src/pipeline/prepare";
import { EMPTY_REVIEW, reviewFindings, reviewToJson, withDismissal } from "../../src/pipeline/review";
import { readLedger, serialiseLedger } from "../../src/workbook/ledger";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { reportSnapshot } from "../support/report";
import { sheetOf, snapshotOf } from "../support/snapshots";

const SHEET = "项目完成情况";
const words = sheetWords(createTranslator("zh-CN"));

async function snapshotIn(memory: MemoryPort) {
  const read = await memory.read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

describe("the ribbon's 标记异常", () => {
  test("writes rates and statuses, colours them, and selects the line that is 184.33 %", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const run = await flagAnomalies(memory, words);
    expect([run.act, run.outcome.kind, memory.value(SHEET, "F23")]).toEqual(["flag", "written", "超支 83.33"]);
    expect(memory.selected.map(({ range }) => range.top)).toEqual([22]);
  });

  test("only colours what 计算执行率 wrote already, and a second time changes nothing", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    await computeExecution(memory, words);
    expect((await flagAnomalies(memory, words)).outcome).toMatchObject({ kind: "written", cells: 0 });
    const after = memory.everything();
    expect((await flagAnomalies(memory, words)).outcome).toEqual({ kind: "unchanged" });
    expect(memory.everything()).toEqual(after);
  });

  test("is taken back as a whole", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    const before = memory.everything();
    const { outcome } = await flagAnomalies(memory, words);
    if (outcome.kind !== "written") throw new Error(outcome.kind);
    await memory.apply(outcome.undo);
    expect(memory.everything()).toEqual(before);
  });

  test("what was dismissed is not what it shows", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    await computeExecution(memory, words);
    const snapshot = await snapshotIn(memory);
    const { execution } = prepareWriting(snapshot, storedChoices(snapshot), words);
    const { findings } = checkExecution(snapshot, execution, { settings: EMPTY_REVIEW.settings, text: null, confirmed: [] });
    const errors = reviewFindings(findings, execution.tables, snapshot, EMPTY_REVIEW).filter(({ finding }) => finding.severity === "error");
    const review = errors.reduce((sofar, { mark }) => withDismissal(sofar, mark, "已说明", "2016-12-31"), EMPTY_REVIEW);
    const ledger = readLedger(snapshot.stored);
    const stored = ledger.ok ? serialiseLedger({ ...ledger.value, review: reviewToJson(review) }) : null;
    if (stored?.ok !== true) throw new Error("not stored");
    await memory.apply([{ kind: "stored", expected: snapshot.stored, stored: stored.value }]);
    await flagAnomalies(memory, words);
    const [place] = memory.selected.slice(-1);
    const shown = findings.filter((finding) => finding.place?.range.top === place?.range.top && finding.place?.range.left === place?.range.left);
    expect(errors.length).toBeGreaterThan(0);
    expect(shown.map(({ severity }) => severity)).toContain("warning");
  });

  test("a protected sheet stays as it is, and so does an empty workbook: both are told", async () => {
    const memory = createMemoryPort(reportSnapshot(SHEET));
    memory.protect(SHEET);
    const before = memory.everything();
    expect((await flagAnomalies(memory, words)).outcome.kind).not.toBe("written");
    expect(memory.everything()).toEqual(before);
    const empty = createMemoryPort(snapshotOf(sheetOf("Sheet1", [[""]])));
    expect((await flagAnomalies(empty, words)).outcome).toMatchObject({ kind: "failed", problem: { code: "empty-workbook" } });
  });
});

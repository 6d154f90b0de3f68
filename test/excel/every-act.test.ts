/**
 * Every act of the pane through the real office.js, with each of its requests failing in turn in every way that Excel
 * knows: afterwards the workbook is as it was, or complete, or the pane offers what makes it as it was.
 */

import { createRunStore } from "../../src/commands/keptRuns";
import type { Book } from "../../src/embedded/book/book";
import type { NodeOffice } from "../../src/embedded/hosts/node";
import type { Fault } from "../../src/embedded/protocol/faults";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { withDismissal } from "../../src/pipeline/review";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore } from "../../src/taskpane/state/store";
import { stateOf } from "../support/book-state";
import { excelOn } from "../support/excel";
import { memoryStorage } from "../support/memory-storage";
import { IS_NIGHTLY } from "../support/nightly";
import { bookOf } from "../support/office";
import { summaryWording } from "../support/summary-wording";

const CODES = ["GeneralException", "InvalidOperationInCellEditMode", "AccessDenied", "RequestPayloadSizeLimitExceeded", "ItemNotFound", "RequestAborted"] as const;

/** How a request can fail: refused, broken off at one of its actions, lost before or after Excel did it. */
const FAULTS: readonly (readonly [string, Fault])[] = [
  ...CODES.flatMap((code) => [undefined, 2, 7].map((atAction): [string, Fault] => [`${code}${atAction === undefined ? "" : ` at action ${atAction}`}`, { kind: "error", code, ...(atAction === undefined ? {} : { atAction }) }])),
  ["no answer, nothing done", { kind: "silence", runs: false }],
  ["no answer, all done", { kind: "silence", runs: true }],
];

/** Of Excel's silence, in milliseconds. */
const PATIENCE = 50;

/** A usual run tries one in so many. */
const SAMPLE = 41;

jest.setTimeout(1_800_000);

interface OnBook {
  readonly book: Book;
  readonly office: NodeOffice;
  readonly acts: Acts;
  readonly session: () => Session;
}

function projects(): Book {
  return bookOf({
    项目: [
      ["截至2016年12月31日项目支出（单位：万元）"],
      ["项目编码", "项目名称", "年初预算", "支出"],
      ["01", "综合治理经费", 98.81, 182.14],
      ["02", "24号院", 1638, 320.25],
      ["03", "社区服务", 210.27, 0],
      ["", "合计", 1947.08, 502.4],
    ],
    说明: [["别人的表，谁也不碰", "=项目!C3*2"]],
  });
}

async function open(before?: (acts: Acts, session: () => Session) => Promise<void>): Promise<OnBook> {
  const book = projects();
  const { port, office } = excelOn(book, {}, PATIENCE);
  const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
  const words = sheetWords(createTranslator("zh-CN"));
  const acts = createActs(port, store, words, summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
  await acts.read();
  await before?.(acts, store.getState);
  return { book, office, acts, session: store.getState };
}

interface Act {
  readonly before?: (acts: Acts, session: () => Session) => Promise<void>;
  readonly run: (acts: Acts, session: () => Session) => Promise<void>;
}

const ACTS: Readonly<Record<string, Act>> = {
  "计算执行率": { run: (acts) => acts.compute() },
  "标记异常": { run: (acts) => acts.flag() },
  "生成汇总表": { run: (acts) => acts.summarise() },
  "撤销计算": { before: (acts) => acts.compute(), run: (acts) => acts.undo() },
  ...(IS_NIGHTLY ? { "撤销汇总表": { before: (acts: Acts) => acts.summarise(), run: (acts: Acts) => acts.undo() } } : {}),
  "忽略异常": {
    before: (acts) => acts.check(),
    run: async (acts, session) => {
      const [found] = session().checked?.findings ?? [];
      if (found === undefined) throw new Error("a finding");
      await acts.review(withDismissal(session().review, found.mark, "已核实", "2016-12-31"));
    },
  },
};

/** The requests that an act makes where nothing fails, and what the workbook then is. */
async function undisturbed({ before, run }: Act): Promise<{ readonly requests: number; readonly complete: unknown }> {
  const { book, office, acts, session } = await open(before);
  const earlier = office.host.traffic().log.length;
  await run(acts, session);
  return { requests: office.host.traffic().log.length - earlier, complete: stateOf(book) };
}

type Ending = "as before" | "complete" | "restored" | "lost";

async function disturbed({ before, run }: Act, request: number, fault: Fault, complete: unknown): Promise<Ending> {
  const { book, office, acts, session } = await open(before);
  const asBefore = JSON.stringify(stateOf(book));
  office.host.faults.add(request, fault);
  await run(acts, session);
  office.host.faults.clear();
  if (JSON.stringify(stateOf(book)) === asBefore) return "as before";
  if (JSON.stringify(stateOf(book)) === JSON.stringify(complete)) return "complete";
  if (session().failure?.restore === null || session().failure === null) return "lost";
  await acts.restore();
  return JSON.stringify(stateOf(book)) === asBefore ? "restored" : "lost";
}

describe.each(Object.entries(ACTS))("%s", (_, act) => {
  test("loses nothing, whichever request fails and however", async () => {
    const { requests, complete } = await undisturbed(act);
    expect(requests).toBeGreaterThan(1);
    const losses: string[] = [];
    const endings: Record<Ending, number> = { "as before": 0, complete: 0, restored: 0, lost: 0 };
    for (let request = 0; request < requests; request++) {
      for (const [i, [name, fault]] of FAULTS.entries()) {
        if (!IS_NIGHTLY && (request * FAULTS.length + i) % SAMPLE !== 0) continue;
        const ending = await disturbed(act, request, fault, complete);
        endings[ending]++;
        if (ending === "lost") losses.push(`request ${request}: ${name}`);
      }
    }
    expect({ losses, ...endings }).toMatchObject({ losses: [], lost: 0 });
    expect(endings["as before"]).toBeGreaterThan(0);
    if (IS_NIGHTLY) process.stdout.write(`${JSON.stringify({ requests, ...endings })}\n`);
  });
});

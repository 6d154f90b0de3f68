/**
 * People go on working while an act reads and writes: before any of its requests somebody changes the workbook. What is
 * written then stands in the right rows, or nothing of it does; and what others did stays as they did it.
 */

import { createRunStore } from "../../src/commands/keptRuns";
import type { Book, Sheet } from "../../src/embedded/book/book";
import { contentAt, usedRange, valueAt } from "../../src/embedded/book/cells";
import { enterValues } from "../../src/embedded/book/entering";
import { addSheet, deleteSheet, moveSheet, renameSheet } from "../../src/embedded/book/sheets";
import { sortRange } from "../../src/embedded/book/sorting";
import { deleteColumns, deleteRows, insertColumns, insertRows } from "../../src/embedded/book/structure";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore } from "../../src/taskpane/state/store";
import { excelOn } from "../support/excel";
import { memoryStorage } from "../support/memory-storage";
import { IS_NIGHTLY } from "../support/nightly";
import { bookOf } from "../support/office";
import { summaryWording } from "../support/summary-wording";

jest.setTimeout(120_000);

const AMOUNTS: readonly (readonly [string, number, number])[] = [["综合治理经费", 98.81, 182.14], ["24号院", 1638, 320.25], ["社区服务", 210.27, 200.5], ["物业管理费", 50, 49.5]];
const CHANGED = 77.77;

function projects(): Book {
  return bookOf({
    项目: [["截至2016年12月31日项目支出（单位：万元）"], ["项目名称", "年初预算", "支出"], ...AMOUNTS],
    说明: [["别人的表"]],
  });
}

/** What somebody does; each can happen at any time, whatever stands beside the table by then. */
const DEEDS: Readonly<Record<string, (book: Book, sheet: Sheet) => void>> = {
  "changes an amount": (_, sheet) => enterValues(sheet, { top: 3, left: 2, bottom: 3, right: 2 }, [[CHANGED]]),
  "inserts a row": (_, sheet) => insertRows(sheet, 3, 1),
  "inserts a row above the table": (_, sheet) => insertRows(sheet, 0, 1),
  "deletes a row": (_, sheet) => deleteRows(sheet, 3, 1),
  "inserts a column": (_, sheet) => insertColumns(sheet, 0, 1),
  "inserts a column right of the table": (_, sheet) => insertColumns(sheet, 3, 1),
  "deletes a column": (_, sheet) => deleteColumns(sheet, 3, 1),
  "sorts the whole sheet": (_, sheet) => {
    const used = usedRange(sheet, true);
    if (used !== null) sortRange(sheet, { ...used, top: 2 }, [{ key: 2, ascending: false }]);
  },
  "writes beside the table": (_, sheet) => enterValues(sheet, { top: 2, left: 3, bottom: 2, right: 3 }, [["已核"]]),
  "renames the sheet": (_, sheet) => renameSheet(sheet, "新名"),
  "moves the sheet": (_, sheet) => moveSheet(sheet, 1),
  "deletes the sheet": (_, sheet) => deleteSheet(sheet),
  "adds a sheet": (book) => void addSheet(book, "又一张"),
};

interface Act {
  readonly before: (acts: Acts) => Promise<void>;
  readonly run: (acts: Acts) => Promise<void>;
}

const ACTS: Readonly<Record<string, Act>> = {
  "计算执行率": { before: () => Promise.resolve(), run: (acts) => acts.compute() },
  ...(IS_NIGHTLY ? { "标记异常": { before: () => Promise.resolve(), run: (acts: Acts) => acts.flag() }, "撤销": { before: (acts: Acts) => acts.compute(), run: (acts: Acts) => acts.undo() } } : {}),
};

/** Each rate that stands in the workbook, with what it should be by the amounts of its own row, before or after somebody changed one. */
function wrongRates(book: Book): string[] {
  return book.sheets.flatMap((sheet) => {
    const used = usedRange(sheet, true);
    if (used === null) return [];
    const rows = Array.from({ length: used.bottom + 1 }, (_, row) => Array.from({ length: used.right + 1 }, (__, column) => valueAt(sheet, row, column)));
    return rows.flatMap((cells, row) => {
      const rate = cells.find((value) => typeof value === "number" && value > 0 && value < 2);
      const name = cells.find((value) => AMOUNTS.some(([known]) => known === value));
      if (rate === undefined) return [];
      const [, budget = 0, spent = 0] = AMOUNTS.find(([known]) => known === name) ?? [];
      const allowed = [spent, CHANGED].map((amount) => Math.round((amount / budget) * 10_000 + 1e-9) / 10_000);
      return allowed.includes(rate as number) ? [] : [`${sheet.name} row ${row + 1}: ${String(name)} ${String(rate)}`];
    });
  });
}

/** Everything but what an act of ours writes: rates, statuses, and their headers. */
function others(book: Book): unknown {
  const isOurs = (value: unknown): boolean => (typeof value === "number" && value > 0 && value < 2) || (typeof value === "string" && /^(?:核算完成比例|状态|超支.*|正常|.*滞后|已完成|未执行)$/u.test(value));
  return book.sheets.map((sheet) => {
    const used = usedRange(sheet, true);
    const cells = used === null ? [] : Array.from({ length: used.bottom + 1 }, (_, row) => Array.from({ length: used.right + 1 }, (__, column) => contentAt(sheet, row, column)));
    return [sheet.name, cells.map((row) => row.flatMap((content, column) => (content.kind === "blank" || isOurs(content.value) ? [] : [[column, content]])))];
  });
}

describe.each(Object.entries(ACTS))("%s", (_, { before, run }) => {
  test.each(Object.entries(DEEDS))("somebody %s before any request", async (__, deed) => {
    const alone = projects();
    const [aloneSheet] = alone.sheets;
    if (aloneSheet !== undefined) deed(alone, aloneSheet);
    for (let request = 0; ; request++) {
      const book = projects();
      const [sheet] = book.sheets;
      const { port, office } = excelOn(book);
      const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
      const acts = createActs(port, store, sheetWords(createTranslator("zh-CN")), summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
      await acts.read();
      await before(acts);
      const first = office.host.traffic().log.length;
      let isDone = false;
      office.host.faults.add(({ index }) => {
        if (index === first + request && sheet !== undefined) {
          deed(book, sheet);
          isDone = true;
        }
        return false;
      }, { kind: "delay", milliseconds: 0 });
      await run(acts);
      if (!isDone) break;
      expect({ request, wrong: wrongRates(book) }).toEqual({ request, wrong: [] });
      expect({ request, others: others(book) }).toEqual({ request, others: others(alone) });
    }
  });
});

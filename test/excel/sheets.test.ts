/** Whole sheets of ours through both ports: the same sheet, put back without a trace. */

import { findSheet, type Book, type Sheet } from "../../src/embedded/book/book";
import { contentAt, textAt, usedRange, valueAt } from "../../src/embedded/book/cells";
import { putContent } from "../../src/embedded/book/entering";
import { axisOf, seriesColor } from "../../src/embedded/book/chart-looks";
import { addChart, chartsOf, deleteChart } from "../../src/embedded/book/charts";
import { hyperlinkAt } from "../../src/embedded/book/hyperlinks";
import { rowOutline } from "../../src/embedded/book/outline";
import { pageBreaks, pageLayout, printArea, printTitles } from "../../src/embedded/book/page-layout";
import { protectBook, protectSheet } from "../../src/embedded/book/protection";
import { addSheet } from "../../src/embedded/book/sheets";
import { columnWidth, rowHeight } from "../../src/embedded/book/sizes";
import { frozenPanes } from "../../src/embedded/book/view";
import { createFilePort } from "../../src/files/port";
import { compareFigures } from "../../src/pipeline/layout/compare";
import { layoutSummary } from "../../src/pipeline/layout/layout";
import { keptWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { planSummary } from "../../src/pipeline/layout/plan";
import type { Edit, WriteSheet } from "../../src/workbook/edits";
import type { WorkbookPort } from "../../src/workbook/port";
import { contentsOf, NOTHING_UNTOLD, untoldOf, type SheetLayout } from "../../src/workbook/sheet-layout";
import { smallSummary, sourceBook, type Project } from "../pipeline/layout/small-summary";
import { stateOf } from "../support/book-state";
import { excelOn } from "../support/excel";
import { IS_NIGHTLY } from "../support/nightly";
import { rangeOf } from "../support/snapshots";

const PORTS = [["office.js", (book: Book): WorkbookPort => excelOn(book).port], ["file", createFilePort]] as const;
const WORDS = keptWords(createTranslator("zh-CN"));
const FORMULAS = { figures: "formulas" } as const;

function make(layouts: readonly SheetLayout[]): WriteSheet[] {
  return layouts.map((layout) => ({ kind: "sheet", name: layout.name, expected: null, layout, untold: NOTHING_UNTOLD }));
}

function replace(before: SheetLayout, after: SheetLayout): WriteSheet {
  return { kind: "sheet", name: before.name, expected: contentsOf(before), layout: after, untold: untoldOf(before) };
}

/** What cells, merges, widths and rules do not tell: pages, panes, links, charts, heights. */
function sheetState(sheet: Sheet): unknown {
  const used = usedRange(sheet, false);
  const rows = Array.from({ length: (used?.bottom ?? -1) + 1 }, (_, row) => row);
  return {
    page: pageLayout(sheet), titles: printTitles(sheet), area: printArea(sheet).filter((area) => used !== null && !(area.bottom >= used.bottom && area.right >= used.right)), breaks: pageBreaks(sheet), frozen: frozenPanes(sheet),
    heights: rows.map((row) => rowHeight(sheet, row)), outline: rows.map((row) => rowOutline(sheet, row)), links: rows.map((row) => hyperlinkAt(sheet, row, 1)),
    
    charts: chartsOf(sheet).map((chart) => [chart.name, chart.type, chart.title, chart.legend, chart.series, chart.position, axisOf(chart, "category"), axisOf(chart, "value"), seriesColor(chart, 0)]),
     width: columnWidth(sheet, 0),
  };
}

function allState(book: Book): unknown {
  return [stateOf(book), book.sheets.map((sheet) => [sheet.name, sheetState(sheet)])];
}

async function applied(port: WorkbookPort, edits: readonly Edit[]): Promise<readonly Edit[]> {
  const outcome = await port.apply(edits);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.inverse;
}

test("both ports make the same sheets", async () => {
  const states = [];
  for (const [, portOn] of PORTS) {
    const { book } = sourceBook();
    await applied(portOn(book), make(layoutSummary(smallSummary(), FORMULAS)));
    states.push(allState(book));
  }
  expect(states[0]).toEqual(states[1]);
});

describe.each(PORTS)("%s", (_, portOn) => {
  test("figures are formulas into their sources, and show what they are to", async () => {
    const { book } = sourceBook();
    await applied(portOn(book), make(layoutSummary(smallSummary(), FORMULAS)));
    const sheet = findSheet(book, "汇总表") as Sheet;
    const used = usedRange(sheet, true);
    const shown = Array.from({ length: (used?.bottom ?? 0) + 1 }, (__, row) => Array.from({ length: 6 }, (___, column) => textAt(sheet, row, column)).join("|"));
    expect(shown.slice(0, 14)).toEqual([
      "2016 年预算执行汇总表|||||", "单位：万元|||||",
      "指标|数值||||", "城市维护超支|83.64||||", "物业管理费得分|8.80||||", "|||||",
      "项目执行情况|||||", "编码|项目|金额||执行率|原因", "||预算|支出||",
      "01|物业管理费|210.27|185.05|88.01%|", "02|城市维护（含绿化）|1,098.50|1,182.14|107.61%|超支待查", "03|社区服务|0.00|3.00|无预算|超支待查",
      "|合计|1,308.77|1,370.19|104.69%|", "|||||",
    ]);
    const formula = (row: number, column: number): unknown => contentAt(sheet, row, column);
    expect([formula(9, 2), formula(9, 4), formula(12, 2), formula(3, 1), formula(4, 1)]).toEqual([
      { kind: "formula", value: "='2016 预算'!C3" }, { kind: "formula", value: '=IF(C10=0,"",ROUND(D10/C10,4))' }, { kind: "formula", value: "=SUM(C10:C12)" },
      { kind: "formula", value: "=D11-C11" }, { kind: "formula", value: '=IF(ISNUMBER(E10),MAX(0,MIN(E10*10,10)),"")' },
    ]);
    const form = findSheet(book, "项目绩效跟踪分析表") as Sheet;
    expect([contentAt(form, 1, 3), valueAt(form, 1, 3)]).toEqual([{ kind: "formula", value: "=汇总表!C10" }, 210.27]);
  });

  test("undo takes away every sheet that was made", async () => {
    const { book } = sourceBook();
    const before = allState(book);
    const port = portOn(book);
    const inverse = await applied(port, make(layoutSummary(smallSummary(), FORMULAS)));
    expect(book.sheets).toHaveLength(3);
    await applied(port, inverse);
    expect(allState(book)).toEqual(before);
  });

  test("a second time nothing changes, neither looks that people changed", async () => {
    const { book } = sourceBook();
    const port = portOn(book);
    const [first, second] = [make(layoutSummary(smallSummary(), FORMULAS)), layoutSummary(smallSummary(), FORMULAS).map((layout) => replace(layout, layout))];
    await applied(port, first);
    const before = allState(book);
    const outcome = await port.apply(second);
    expect(outcome).toMatchObject({ ok: true, value: { cellsWritten: 0, inverse: [] } });
    expect(allState(book)).toEqual(before);
  });

  test("another layout takes its place, and undo brings back the earlier one", async () => {
    const { book } = sourceBook();
    const port = portOn(book);
    const [earlier] = layoutSummary(smallSummary(), FORMULAS);
    const [later] = layoutSummary(smallSummary(undefined, ["03", "02"], "总表"), FORMULAS);
    if (earlier === undefined || later === undefined) throw new Error("a layout");
    await applied(port, make([earlier]));
    const before = allState(book);
    const inverse = await applied(port, [replace(earlier, later)]);
    const { book: fresh } = sourceBook();
    await applied(createFilePort(fresh), make([later]));
    expect(allState(book)).toEqual(allState(fresh));
    await applied(port, inverse);
    expect(allState(book)).toEqual(before);
  });

  test("a chart that somebody deleted is no obstacle, and theirs stay", async () => {
    const { book } = sourceBook();
    const port = portOn(book);
    const [earlier] = layoutSummary(smallSummary(), FORMULAS);
    const [later] = layoutSummary(smallSummary(undefined, ["03", "02"]), FORMULAS);
    if (earlier === undefined || later === undefined) throw new Error("a layout");
    await applied(port, make([earlier]));
    const sheet = findSheet(book, "汇总表") as Sheet;
    for (const chart of chartsOf(sheet)) deleteChart(chart);
    const theirs = addChart(sheet, "Pie", { sheet, range: rangeOf("B10:C12") }, "Auto");
    await applied(port, [replace(earlier, later)]);
    expect(chartsOf(sheet).map(({ name, type }) => [name, type])).toEqual([[theirs.name, "Pie"], ["rates", "BarClustered"]]);
  });

  test("people's entries go along when the summary is built again, and undo puts them back", async () => {
    const { book } = sourceBook();
    const port = portOn(book);
    const build = async (order?: readonly string[]): Promise<readonly Edit[]> => {
      const snapshot = await port.read();
      const planned = snapshot.ok ? planSummary(snapshot.value, smallSummary(undefined, order), WORDS) : snapshot;
      if (!planned.ok) throw new Error(planned.problem.code);
      return applied(port, planned.value.edits);
    };
    await build();
    const sheet = findSheet(book, "汇总表") as Sheet;
    putContent(sheet, 9, 5, { kind: "text", value: "合同期延长" });
    putContent(sheet, 9, 6, { kind: "text", value: "张三" });
    const before = allState(book);
    const inverse = await build(["03", "02", "01"]);
    expect([textAt(sheet, 11, 1), textAt(sheet, 11, 5), textAt(sheet, 11, 6), textAt(sheet, 9, 5)]).toEqual(["物业管理费", "合同期延长", "张三", "超支待查"]);
    expect(await build(["03", "02", "01"])).toEqual([]);
    await applied(port, inverse);
    expect(allState(book)).toEqual(before);
  });

  test("refusals: a sheet of that name that is not what is expected, a protected sheet, a protected workbook", async () => {
    const layouts = layoutSummary(smallSummary(), FORMULAS);
    const refused = async (prepare: (book: Book) => unknown, edits: readonly Edit[]): Promise<unknown> => {
      const { book } = sourceBook();
      prepare(book);
      const before = allState(book);
      const outcome = await portOn(book).apply(edits);
      expect(allState(book)).toEqual(before);
      return outcome.ok ? null : [outcome.problem.code, outcome.restore];
    };
    expect(await refused((book) => protectBook(book), make(layouts))).toEqual(["workbook-protected", null]);
    const [layout] = layouts;
    if (layout === undefined) throw new Error("a layout");
    const foreign = (book: Book): Sheet => {
      const sheet = addSheet(book, "汇总表");
      putContent(sheet, 0, 0, { kind: "text", value: "我们自己的" });
      return sheet;
    };
    expect(await refused(foreign, make(layouts))).toEqual(["cells-changed", null]);
    expect(await refused(foreign, [replace(layout, layout)])).toEqual(["cells-changed", null]);
    expect(await refused((book) => protectSheet(foreign(book)), [replace(layout, layout)])).toEqual(["sheet-protected", null]);
    expect(await refused(() => undefined, [replace(layout, layout)])).toEqual(["sheet-missing", null]);
  });
});

describe("when a request fails", () => {
  const CODES = ["GeneralException", "AccessDenied", "InvalidOperationInCellEditMode", "RequestPayloadSizeLimitExceeded"] as const;
  /** Actions of the request before the fault; the codes differ in nothing but what they are called. */
  const actionsFor = (code: string): readonly (number | undefined)[] => (IS_NIGHTLY ? [undefined, 40, 600] : code === CODES[0] ? [undefined, 40] : [undefined]);

  test.each(CODES)("%s: the workbook is as before, or the answer carries what restores it", async (code) => {
    let [failures, restored] = [0, 0];
    for (const isMade of [false, true]) {
      for (const request of [0, 1, 2, 3, 4]) {
        for (const atAction of actionsFor(code)) {
          const { book } = sourceBook();
          const [earlier] = layoutSummary(smallSummary(), FORMULAS);
          const later = layoutSummary(smallSummary(undefined, ["03", "02"]), FORMULAS);
          if (earlier === undefined) throw new Error("a layout");
          if (isMade) await applied(createFilePort(book), make([earlier]));
          const before = allState(book);
          const { port, office } = excelOn(book);
          office.host.faults.add(request, { kind: "error", code, ...(atAction === undefined ? {} : { atAction }) });
          const outcome = await port.apply(isMade ? later.flatMap((layout, i) => (i === 0 ? [replace(earlier, layout)] : make([layout]))) : make(later));
          office.host.faults.clear();
          if (outcome.ok) continue;
          failures++;
          if (outcome.restore !== null) {
            restored++;
            expect(await port.apply(outcome.restore)).toMatchObject({ ok: true });
          }
          expect(allState(book)).toEqual(before);
        }
      }
    }
    expect(failures).toBeGreaterThan(4);
    expect(restored).toBeLessThan(failures);
  });
});

test("sheets larger than one request are written in several, each below Excel's limit", async () => {
  const many = Array.from({ length: 600 }, (_, i): Project => ({ code: String(i), name: `第${i}个项目`, budget: "10", spent: "5" }));
  const { book } = sourceBook(many);
  const { port, office } = excelOn(book);
  const layouts = layoutSummary(smallSummary(many), FORMULAS);
  await applied(port, make(layouts));
  const large = office.host.traffic().log.filter(({ bytesIn }) => bytesIn > 100_000);
  expect(large.length).toBeGreaterThan(1);
  expect(large.every(({ bytesIn, error }) => bytesIn < 5_000_000 && error === null)).toBe(true);
  const snapshot = await port.read();
  expect(snapshot.ok && compareFigures(layouts, snapshot.value.sheets)).toEqual([]);
});

/** The colours of 标记异常 through both ports: what they are, that they follow, and that they go without a trace. */

import fc from "fast-check";
import { createBook, type Book, type Sheet } from "../../src/embedded/book/book";
import { textAt } from "../../src/embedded/book/cells";
import { enterValues, putContent } from "../../src/embedded/book/entering";
import { addConditionalFormat, conditionalFormatsOf, ruleLookAt } from "../../src/embedded/book/conditional-formats";
import { insertCells } from "../../src/embedded/book/structure";
import { createFilePort } from "../../src/files/port";
import { sheetWords } from "../../src/i18n/sheet-words";
import { Decimal } from "../../src/domain/amounts/decimal";
import type { LineAdjustment } from "../../src/domain/execution/adjustment";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import { DEFAULT_LAG, LAG_MEASURES } from "../../src/domain/execution/lag";
import { DEFAULT_THRESHOLDS, type Thresholds } from "../../src/domain/execution/status";
import { planColours, type ColourMode } from "../../src/pipeline/colours";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { columnName, formatRange, parseRange, type CellRange } from "../../src/workbook/address";
import type { Receipt, WorkbookPort } from "../../src/workbook/port";
import { stateOf } from "../support/book-state";
import { excelOn } from "../support/excel";

const CUT_OFF = { year: 2016, month: 12, day: 31 };
const RED = "#FFC7CE";
const AMBER = "#FFEB9C";
const NONE = "";

const at = (address: string): CellRange => parseRange(address) as CellRange;

/** One line for each status, then the total. */
const LINES: readonly (readonly [string, string | number, string | number, string])[] = [
  ["超支项目", 98.81, 182.14, RED],
  ["刚好用完", 100, 100, NONE],
  ["没有支出", 50, 0, RED],
  ["严重滞后", 100, 79.99, RED],
  ["正好差二十", 100, 80, RED],
  ["滞后", 100, 85, AMBER],
  ["正好差十", 100, 90, AMBER],
  ["正常", 100, 90.01, NONE],
  ["没有预算", 0, 3, RED],
  ["看不懂", "待定", 3, NONE],
  ["合计", 748.81, 713.14, NONE],
];

function bookOf(lines: readonly (readonly [string, string | number, string | number])[]): { book: Book; sheet: Sheet } {
  const book = createBook(["执行"]);
  const sheet = book.sheets[0] as Sheet;
  enterValues(sheet, at(`A1:C${lines.length + 2}`), [["单位：万元", "", ""], ["项目名称", "调整后预算", "支出数"], ...lines.map((line) => [...line])]);
  return { book, sheet };
}

async function flag(port: WorkbookPort, mode: ColourMode, locale: Locale = "zh-CN", thresholds: Thresholds = DEFAULT_THRESHOLDS, adjustments: readonly LineAdjustment[] = []): Promise<Receipt> {
  const words = sheetWords(createTranslator(locale));
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const { plan } = prepareWriting(read.value, { ...DEFAULT_OPTIONS, cutOff: CUT_OFF, thresholds, adjustments }, words);
  const applied = await port.apply([...plan.edits, ...planColours(plan.tables, mode, thresholds, words)]);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

function fills(sheet: Sheet, top: number, bottom: number, column: string): string[] {
  const { left } = at(`${column}1`);
  return Array.from({ length: bottom - top + 1 }, (_, i) => ruleLookAt(sheet, top - 1 + i, left).fillColor ?? NONE);
}

const PORTS = [["office.js", (book: Book): WorkbookPort => excelOn(book).port], ["file", createFilePort]] as const;

describe.each(PORTS)("%s", (_, portOn) => {
  test.each(["fixed", "following"] as const)("%s: every status has its colour, in both columns and both languages; a second time nothing changes", async (mode) => {
    for (const locale of ["zh-CN", "en-US"] as const) {
      const { book, sheet } = bookOf(LINES.map(([name, budget, spent]) => [name, budget, spent] as const));
      const port = portOn(book);
      expect(await flag(port, mode, locale)).toMatchObject({ coloured: 1 });
      const expected = LINES.map(([, , , fill]) => fill);
      expect([fills(sheet, 3, 13, "D"), fills(sheet, 3, 13, "E"), fills(sheet, 3, 13, "C")]).toEqual([expected, expected, expected.map(() => NONE)]);
      const state = stateOf(book);
      expect(await flag(port, mode, locale)).toMatchObject({ cellsWritten: 0, coloured: 0 });
      expect(stateOf(book)).toEqual(state);
    }
  });

  test("taking back leaves no rule of ours and every rule of others", async () => {
    const { book, sheet } = bookOf(LINES.map(([name, budget, spent]) => [name, budget, spent] as const));
    addConditionalFormat(sheet, [at("B3:E13")], { type: "Custom", formula: "=$B3>90", look: { fillColor: "#00FF00" } });
    const before = stateOf(book);
    const port = portOn(book);
    const { inverse } = await flag(port, "fixed");
    expect(conditionalFormatsOf(sheet)).toHaveLength(3);
    expect(await port.apply(inverse)).toMatchObject({ ok: true });
    expect(stateOf(book)).toEqual(before);
  });

  test("another mode replaces the rules, taking that back restores them, and none takes them away", async () => {
    const { book, sheet } = bookOf(LINES.map(([name, budget, spent]) => [name, budget, spent] as const));
    const port = portOn(book);
    await flag(port, "fixed");
    const fixed = stateOf(book);
    const { inverse } = await flag(port, "following");
    expect(conditionalFormatsOf(sheet)).toHaveLength(5);
    await port.apply(inverse);
    expect(stateOf(book)).toEqual(fixed);
    expect(await flag(port, "none")).toMatchObject({ coloured: 1 });
    expect(conditionalFormatsOf(sheet)).toEqual([]);
  });

  test("inserted rows and columns take the rules along, and marking again leaves one set", async () => {
    const { book, sheet } = bookOf(LINES.map(([name, budget, spent]) => [name, budget, spent] as const));
    const port = portOn(book);
    await flag(port, "fixed");
    insertCells(sheet, at("A5:XFD5"), "Down");
    insertCells(sheet, at("A1:A1048576"), "Right");
    enterValues(sheet, at("B5:D5"), [["新增", 10, 30]]);
    await flag(port, "fixed");
    expect(conditionalFormatsOf(sheet).map(({ ranges }) => ranges.map(formatRange))).toEqual([["E3:F14"], ["E3:F14"]]);
    expect(fills(sheet, 3, 6, "F")).toEqual([RED, NONE, RED, RED]);
  });
});

function struck(sheet: Sheet, top: number, bottom: number, column: string): boolean[] {
  const { left } = at(`${column}1`);
  return Array.from({ length: bottom - top + 1 }, (_, i) => ruleLookAt(sheet, top - 1 + i, left).strikethrough ?? false);
}

describe.each(PORTS)("following, %s", (_, portOn) => {
  test("an amount that is edited changes the colour at once, and strikes through what it no longer bears out until that is computed again", async () => {
    const { book, sheet } = bookOf([["甲", 100, 95], ["乙", 100, 95], ["丙", 100, 120], ["丁", 100, 95], ["合计", 400, 405]]);
    const port = portOn(book);
    await flag(port, "following");
    expect([fills(sheet, 3, 7, "D"), struck(sheet, 3, 7, "E")]).toEqual([[NONE, NONE, RED, NONE, RED], Array(5).fill(false)]);
    putContent(sheet, 2, 2, { kind: "number", value: 101 });
    putContent(sheet, 3, 2, { kind: "number", value: 85 });
    putContent(sheet, 4, 2, { kind: "number", value: 95 });
    // The rate that stands there is still right.
    putContent(sheet, 5, 2, { kind: "number", value: 95.004 });
    expect([fills(sheet, 3, 6, "D"), fills(sheet, 3, 6, "E")]).toEqual(Array(2).fill([RED, AMBER, NONE, NONE]));
    expect([struck(sheet, 3, 6, "D"), struck(sheet, 3, 6, "E")]).toEqual(Array(2).fill([true, true, true, false]));
    await flag(port, "following");
    expect([fills(sheet, 3, 6, "E"), struck(sheet, 3, 6, "E")]).toEqual([[RED, AMBER, NONE, NONE], Array(4).fill(false)]);
  });
});

test.each(["fixed", "following"] as const)("%s: lines on an adjusted budget are coloured by it, and none is outdated", async (mode) => {
  for (const locale of ["zh-CN", "en-US"] as const) {
    const { book, sheet } = bookOf([["甲", 100, 60], ["乙", 100, 95], ["丙", 100, 95], ["合计", 300, 250]]);
    enterValues(sheet, at("B2"), [["年初预算"]]);
    const told = (name: string, change: number): LineAdjustment => ({ name, change: new Decimal(change), unit: "万元", quote: "" });
    await flag(createFilePort(book), mode, locale, DEFAULT_THRESHOLDS, [told("甲", -38), told("乙", 90), told("丙", -10)]);
    // 60 of 62, 95 of 190, 95 of 90, 250 of 342.
    expect([fills(sheet, 3, 6, "D"), fills(sheet, 3, 6, "E"), struck(sheet, 3, 6, "E")]).toEqual([[NONE, RED, RED, RED], [NONE, RED, RED, RED], Array(4).fill(false)]);
  }
});

const anyThresholds: fc.Arbitrary<Thresholds> = fc.record({
  overPercent: fc.constantFrom(100, 105, 110.5, null),
  lag: fc.oneof(fc.constant(null), fc.constantFrom(...LAG_MEASURES).map((measure) => ({ ...DEFAULT_LAG, measure }))),
  unspent: fc.boolean(), unbudgeted: fc.boolean(),
});

test("both modes say the same of any amounts right after computing, whatever is asked for, and nothing is outdated", async () => {
  const cents = fc.oneof(fc.constantFrom(0, 1, 10_000, 10_500, 5_000), fc.integer({ min: 0, max: 20_000 }));
  const line = fc.tuple(cents, cents);
  await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 12 }), anyThresholds, async (amounts, thresholds) => {
    const lines = amounts.map(([budget, spent], i) => [`第${i}项目`, budget / 100, spent / 100] as const);
    const seen: string[][] = [];
    for (const mode of ["fixed", "following"] as const) {
      const { book, sheet } = bookOf(lines);
      await flag(createFilePort(book), mode, "zh-CN", thresholds);
      seen.push(fills(sheet, 3, lines.length + 2, columnName(3)));
      expect(textAt(sheet, 1, 4)).toBe("状态");
      expect(struck(sheet, 3, lines.length + 2, "E")).not.toContain(true);
    }
    expect(seen[0]).toEqual(seen[1]);
  }), { numRuns: 100 });
});

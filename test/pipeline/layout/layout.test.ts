/** Blocks to grid: pages, copies for charts, formulas and names. */

import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import type { Block, Expression, Summary, SummaryCell, SummaryColumn, SummaryRow } from "../../../src/domain/summary/model";
import { NO_ENTRIES } from "../../../src/pipeline/layout/entries";
import { drawSignOff } from "../../../src/pipeline/layout/forms";
import { formulaOf } from "../../../src/pipeline/layout/formulas";
import { layoutSummary } from "../../../src/pipeline/layout/layout";
import { freeSheetName } from "../../../src/pipeline/layout/names";
import { shiftFormula } from "../../../src/pipeline/layout/shift-formula";
import { formulaShape, styleAreas, type SheetLayout } from "../../../src/workbook/sheet-layout";
import { rangeOf } from "../../support/snapshots";
import { CHART, formOf, PROJECTS, projectTable, smallSummary, type Project } from "./small-summary";

const VALUES = { figures: "values" } as const;

function first(layouts: readonly SheetLayout[]): SheetLayout {
  const [layout] = layouts;
  if (layout === undefined) throw new Error("a layout");
  return layout;
}

function sheetOf(blocks: readonly Block[]): Summary {
  return { ...smallSummary(), sheets: [{ key: "summary", name: "汇总表", orientation: "portrait", blocks }] };
}

function textIn({ rows }: SheetLayout, row: number, column: number): string {
  const content = rows[row]?.cells[column]?.content;
  return content === undefined || content.kind === "blank" ? "" : String(content.value);
}

test("what stands before a signature is to be read in a column as narrow as numbers of lines, too", () => {
  const context = { sheetName: "汇总表", figures: "values" as const, find: () => null, entries: NO_ENTRIES, widths: [40, 120, 80, 80] };
  const { rows: [, signed] } = drawSignOff({ kind: "sign-off", labels: ["填报单位（盖章）", "负责人"] }, 0, context);
  expect(signed?.cells[0]?.style).toMatchObject({ wrapText: true });
  // Eight characters of 11 points, three in a line.
  expect(signed?.height).toBeGreaterThan(3 * 13);
  const { rows: [, wide] } = drawSignOff({ kind: "sign-off", labels: ["填报单位（盖章）", "负责人"] }, 0, { ...context, widths: [120, 120, 80, 80] });
  expect(wide?.height).toBeLessThan(3 * 13);
});

describe("pages", () => {
  /** A4, less margins of 54 points above and below. */
  const ROOM = { Portrait: 841.9 - 108, Landscape: 595.3 - 108 };
  const ACROSS = { Portrait: 595.3 - 72, Landscape: 841.9 - 72 };

  test("beyond the breaks that Excel takes, each form begins a page on whatever paper comes near to A4", () => {
    const count = 1030;
    const many = Array.from({ length: count }, (_, i): Project => ({ code: String(i), name: `第${i}个项目`, budget: "10", spent: "5" }));
    const forms = many.flatMap((one, i) => [...(i === 0 ? [] : [{ kind: "page-break" as const }]), formOf(one)]);
    const { rows, page } = first(layoutSummary(sheetOf(forms), VALUES));
    const titles = rows.flatMap(({ cells: [cell] }, row) => (cell?.content.kind === "text" && cell.content.value.includes("项目绩效跟踪") ? [row] : []));
    expect([titles.length, page.breaks.length]).toEqual([count, 1000]);
    expect(page.breaks).toEqual(titles.slice(1, 1001));
    expect(rows.every(({ height }) => (height ?? 0) <= 409)).toBe(true);
    for (const paper of [ROOM.Portrait, ROOM.Portrait - 12, ROOM.Portrait + 12]) {
      const breaks = new Set(page.breaks);
      const begins: number[] = [];
      let used = 0;
      rows.forEach(({ height }, row) => {
        if (breaks.has(row) || used + (height ?? 0) > paper) begins.push(row);
        used = begins.at(-1) === row ? (height ?? 0) : used + (height ?? 0);
      });
      expect(begins).toEqual(titles.slice(1));
    }
  });

  test("no page is fuller than its paper, and the total never stands at the head of one", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 160 }), fc.integer({ min: 1, max: 40 }), (count, length) => {
      const many = Array.from({ length: count }, (_, i): Project => ({ code: String(i), name: "长".repeat(length) + i, budget: "10", spent: "5" }));
      const layout = first(layoutSummary(smallSummary(many), VALUES));
      const { rows, page, widths } = layout;
      const scale = Math.min(1, ACROSS[page.orientation] / widths.reduce((sum, width) => sum + width, 0));
      const repeated = page.titleRows === null ? 0 : rows.slice(page.titleRows.top, page.titleRows.bottom + 1).reduce((sum, { height }) => sum + (height ?? 0), 0);
      const starts = [0, ...page.breaks];
      starts.forEach((start, i) => {
        const height = rows.slice(start, starts[i + 1]).reduce((sum, row) => sum + (row.height ?? 0), i === 0 ? 0 : repeated);
        expect(height * scale).toBeLessThanOrEqual(ROOM[page.orientation]);
      });
      const total = rows.findIndex((_, row) => textIn(layout, row, 1) === "合计");
      expect(total).toBeGreaterThan(0);
      expect(page.breaks).not.toContain(total);
    }), { numRuns: 40 });
  });

  test("signatures stand on the page of what they sign: the last lines of a table, or a short table whole, go with them", () => {
    const room = ROOM.Portrait * 0.95;
    fc.assert(fc.property(fc.integer({ min: 3, max: 90 }), (count) => {
      const many = Array.from({ length: count }, (_, i): Project => ({ code: String(i), name: `第${i}个项目`, budget: "10", spent: "5" }));
      const { rows, page } = first(layoutSummary(sheetOf([{ kind: "title", text: "表" }, projectTable(many), { kind: "sign-off", labels: ["负责人", "日期"] }]), VALUES));
      const heights = rows.map(({ height }) => height ?? 0);
      const last = page.breaks.at(-1) ?? 0;
      const total = rows.findIndex(({ cells }) => cells[1]?.content.kind === "text" && cells[1].content.value === "合计");
      expect(total).toBeGreaterThanOrEqual(last);
      expect(heights.slice(last).reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(room + 1);
    }));
  });

  test("a code as wide as its column is written in one line", () => {
    const long = Array.from({ length: 3 }, (_, i): Project => ({ code: `201030${i}`, name: `项目${i}`, budget: "10", spent: "5" }));
    const { rows } = first(layoutSummary(sheetOf([projectTable(long)]), VALUES));
    const coded = rows.filter(({ cells: [code] }) => code?.content.kind === "text" && /^20103/u.test(code.content.value));
    expect(coded.map(({ height }) => height)).toEqual([20, 20, 20]);
  });

  test("a note below a table begins no page", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 160 }), (count) => {
      const many = Array.from({ length: count }, (_, i): Project => ({ code: String(i), name: `项目${i}`, budget: "10", spent: "5" }));
      const { facts, sheets: [sheet, ...others] } = smallSummary(many);
      if (sheet === undefined) throw new Error("a sheet");
      const note = { kind: "note", text: "比例的分母" } as const;
      const layout = first(layoutSummary({ facts, sheets: [{ ...sheet, blocks: sheet.blocks.flatMap((block): readonly Block[] => (block.kind === "table" ? [block, note, note] : [block])) }, ...others] }, VALUES));
      expect(layout.page.breaks.map((row) => textIn(layout, row, 0))).not.toContain("比例的分母");
    }), { numRuns: 40 });
  });

  test("nor does one between two tables, where the lower has a title of its own", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 80 }), (count) => {
      const many = Array.from({ length: count }, (_, i): Project => ({ code: String(i), name: `项目${i}`, budget: "10", spent: "5" }));
      const table = projectTable(many);
      const layout = first(layoutSummary(sheetOf([table, { kind: "note", text: "不能计算比例" }, { ...projectTable(many.slice(0, 6)), id: "lower", title: "按功能分类" }]), VALUES));
      expect(layout.page.breaks.map((row) => textIn(layout, row, 0))).not.toContain("不能计算比例");
    }), { numRuns: 40 });
  });

  test("texts wrap until the sheet can be read on paper; figures keep their room", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 }), (texts, length) => {
      const columns = [
        ...Array.from({ length: texts }, (_, i): SummaryColumn => ({ key: `t${i}`, header: ["功能分类科目"], kind: "text", isOpen: false })),
        ...Array.from({ length: 6 }, (_, i): SummaryColumn => ({ key: `a${i}`, header: ["金额"], kind: "amount", isOpen: false })),
        { key: "reason", header: ["偏差原因"], kind: "long-text", isOpen: false } as const,
      ];
      const cells = columns.map(({ kind }): SummaryCell => (kind === "amount" ? { kind: "figure", figure: { value: new Decimal("22512.34"), missing: null, formula: null }, format: "amount" } : { kind: "text", text: "因".repeat(length) }));
      const { widths, page } = first(layoutSummary(sheetOf([{ kind: "table", id: "t", title: null, columns, rows: [{ key: "r", kind: "body", level: 0, cells }] }]), VALUES));
      expect(11 * ACROSS[page.orientation] / widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThanOrEqual(9);
      // "22,512.34" in 11 points.
      columns.forEach(({ kind }, i) => expect(widths[i]).toBeGreaterThan(kind === "amount" ? 9 * 5.6 : 11 * 4));
    }));
  });

  test("what belongs together stays on one page: a project with its parts, a sum with the first of its parts, a short table", () => {
    const cells = (text: string): SummaryCell[] => [{ kind: "text", text }];
    const columns: readonly SummaryColumn[] = [{ key: "name", header: ["项目"], kind: "name", isOpen: false }];
    const table = (id: string, rows: readonly SummaryRow[]): Block => ({ kind: "table", id, title: null, columns, rows });
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 30 }), (before, short, projects) => {
      const line = (name: string, level: SummaryRow["level"] = 0): SummaryRow => ({ key: name, kind: "body", level, cells: cells(name) });
      const layout = first(layoutSummary(sheetOf([
        table("classes", Array.from({ length: before }, (_, i) => [line(`类${i}`), line(`款${i}`, 1), line(`项${i}`, 2), line(`又一项${i}`, 2)]).flat()),
        table("short", Array.from({ length: short }, (_, i) => line(`短${i}`))),
        table("projects", Array.from({ length: projects }, (_, i) => [line(`项目${i}`), ...["财政", "结转", "其他"].map((of): SummaryRow => ({ ...line(`其中${of}${i}`, 1), isPart: true }))]).flat()),
      ]), VALUES));
      const begins = layout.page.breaks.map((row) => textIn(layout, row, 0));
      expect(begins.filter((text) => /^(?:款|项\d|短[1-9]|其中)/u.test(text))).toEqual([]);
    }));
  });

  test("every form has a page of its own, as far as Excel has breaks", () => {
    const [, forms] = layoutSummary(smallSummary(), VALUES);
    expect(forms?.page.breaks.map((row) => textIn(forms, row, 0))).toEqual(["城市维护（含绿化）绩效跟踪分析表", "社区服务绩效跟踪分析表"]);
  });
});

test("style areas cover every cell exactly once", () => {
  for (const layout of layoutSummary(smallSummary(), VALUES)) {
    const covered = new Map<string, number[]>();
    styleAreas(layout).forEach((areas, style) => areas.forEach(({ top, left, bottom, right }) => {
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) covered.set(`${row},${column}`, [...(covered.get(`${row},${column}`) ?? []), style]);
    }));
    layout.rows.forEach(({ cells }, row) => cells.forEach(({ style }, column) => expect(covered.get(`${row},${column}`)).toEqual([style])));
    expect(covered.size).toBe(layout.rows.length * layout.widths.length);
  }
});

describe("charts", () => {
  const chartOf = (rows: readonly string[]): SheetLayout => first(layoutSummary({ ...smallSummary(), sheets: [{ key: "summary", name: "汇总表", orientation: "portrait", blocks: [projectTable(PROJECTS), { ...CHART, rows }] }] }, { figures: "formulas" }));

  test("show the table's own cells where they follow each other", () => {
    const { charts, page } = chartOf(["01", "02"]);
    expect([charts[0]?.categories, charts[0]?.series.map(({ values }) => values), page.area]).toEqual([
      { sheetName: "汇总表", range: rangeOf("B4:B5") }, [{ sheetName: "汇总表", range: rangeOf("E4:E5") }], null,
    ]);
  });

  test("stand beside the table before them where that leaves room, else below it", () => {
    const wide = Array.from({ length: 12 }, (_, i): SummaryColumn => ({ key: `w${i}`, header: ["数值"], kind: "amount", isOpen: false }));
    const rows = Array.from({ length: 12 }, (_, i): SummaryRow => ({ key: String(i), kind: "body", level: 0, cells: [{ kind: "text", text: `指标${i}` }] }));
    const areas = [4, 6].map((columns) => first(layoutSummary(sheetOf([
      { kind: "table", id: "key", title: null, columns: wide.slice(0, columns), rows }, { ...CHART, shape: "column", isBeside: true, table: "wide", rows: ["0", "1"] },
      { kind: "table", id: "wide", title: null, columns: wide, rows },
    ]), VALUES)).charts[0]?.area);
    // The table and its header fill rows 1 to 13; a page that begins below them, in row 15, has all of the chart's frame.
    expect(areas).toEqual([rangeOf("F1:L13"), rangeOf("A16:L23")]);
  });

  test("else cells that are linked to them, in the chart's order, which are not printed", () => {
    const layout = chartOf(["02", "01"]);
    const { top, bottom } = layout.charts[0]?.categories.range ?? rangeOf("A1");
    const cells = [top, bottom].map((row) => [textIn(layout, row, 0), textIn(layout, row, 1)]);
    expect(cells).toEqual([["=B5", "=E5"], ["=B4", "=E4"]]);
    expect(layout.page.area?.bottom).toBeLessThan(top);
  });
});

describe("formulas", () => {
  const cell = (address: string, times: string | null = null): Expression => ({ op: "cell", place: { sheetId: "s", sheetName: "2016 预算", range: rangeOf(address) }, times: times === null ? null : new Decimal(times) });
  const cases: [string, Expression, string | null][] = [
    ["a unit of another size", cell("C5", "0.0001"), "='2016 预算'!C5*0.0001"],
    ["cells below each other", { op: "sum", terms: [cell("C5"), cell("C6"), cell("C7"), cell("C9"), cell("D10")] }, "=SUM('2016 预算'!C5:C7,'2016 预算'!C9,'2016 预算'!D10)"],
    ["a difference taken from a difference", { op: "difference", from: cell("A1"), take: { op: "difference", from: cell("A2"), take: { op: "value", value: new Decimal("-0.5") } } }, "='2016 预算'!A1-('2016 预算'!A2-(-0.5))"],
    ["a ratio", { op: "ratio", numerator: cell("A1", "10"), denominator: { op: "sum", terms: [cell("B1"), cell("D1")] }, places: 4 }, "=IF(SUM('2016 预算'!B1,'2016 预算'!D1)=0,\"\",ROUND(('2016 预算'!A1*10)/SUM('2016 预算'!B1,'2016 预算'!D1),4))"],
    ["nothing to add up", { op: "sum", terms: [] }, "=0"],
    ["a figure that is nowhere", { op: "sum", terms: [cell("A1"), { op: "figure", table: "t", row: "r", column: "c" }] }, null],
  ];
  test.each(cases)("%s", (_, expression, formula) => expect(formulaOf(expression, "汇总表", () => null)).toBe(formula));

  test("more terms than a function takes become several; more than a cell takes become none", () => {
    const terms = (count: number): Expression => ({ op: "sum", terms: Array.from({ length: count }, (_, i): Expression => ({ op: "figure", table: "t", row: String(i), column: "c" })) });
    const find = (_: string, row: string): { sheetName: string; row: number; column: number } => ({ sheetName: "汇总表", row: Number(row) * 2, column: 0 });
    expect(formulaOf(terms(300), "汇总表", find)?.match(/SUM\(/gu)).toHaveLength(2);
    expect(formulaOf(terms(3000), "汇总表", find)).toBeNull();
  });

  test.each([
    ["=D5-C5", 2, 0, "=D7-C7"], ["=$D5-C$5", -1, 1, "=$D4-D$5"], ["=SUM(C5:C9)*\"C5\"", 1, 0, "=SUM(C6:C10)*\"C5\""], ["='表 C5'!C5+Sheet2!A1+A1", 3, 0, "='表 C5'!C5+Sheet2!A1+A4"],
    ["=LOG10(A1)", 1, 0, "=LOG10(A2)"], ["=A1", -1, 0, "=#REF!"], ["=RATE1", 1, 1, "=RATE1"], ["=SUM(Sheet2!A1:B2,A1:B2)", 1, 0, "=SUM(Sheet2!A1:B2,A2:B3)"],
  ])("%s moved by %d rows and %d columns", (formula, rows, columns, moved) => expect(shiftFormula(formula, rows, columns)).toBe(moved));

  test("the shape of a formula is what it calculates", () => {
    const shapes = ["=ROUND('2016 预算'!C5/D5,4)", "=ROUND(预算!$C$105 / #REF!, 4)", "=ROUND(汇总表!AB1/D5,4)"].map(formulaShape);
    expect(new Set(shapes)).toEqual(new Set(["=ROUND(§/§,4)"]));
    expect(formulaShape('=IF(C5=0,"C5",LOG10(C5))')).toBe('=IF(§=0,"C5",LOG10(§))');
    expect(formulaShape("=C5*0.0001")).not.toBe(formulaShape("=C5*0.01"));
  });
});

test("names of tabs: free, short and as Excel takes them", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 0, max: 12 }), (wanted, others) => {
    const taken = new Set<string>();
    for (let i = 0; i <= others; i++) {
      const name = freeSheetName(wanted, taken);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^(?!')[^:\\/?*[\]]+(?<!')$/u);
      expect(taken.has(name.toLowerCase())).toBe(false);
      taken.add(name.toLowerCase());
    }
  }), { numRuns: 100, examples: [[" ' ", 0], [`${"a".repeat(30)}'b`, 0]] });
});

/** On paper every page of a table begins with its header, whichever table of the sheet it is. */

import fc from "fast-check";
import type { Block, Summary, TableBlock } from "../../../src/domain/summary/model";
import { findSheet } from "../../../src/embedded/book/book";
import { textAt } from "../../../src/embedded/book/cells";
import { putContent } from "../../../src/embedded/book/entering";
import { createFilePort } from "../../../src/files/port";
import { createTranslator } from "../../../src/i18n/catalogs";
import { keptWords } from "../../../src/i18n/sheet-words";
import { compareFigures } from "../../../src/pipeline/layout/compare";
import { layoutSummary } from "../../../src/pipeline/layout/layout";
import { planSummary } from "../../../src/pipeline/layout/plan";
import type { SheetLayout } from "../../../src/workbook/sheet-layout";
import { smallSummary, sourceBook, type Project } from "./small-summary";

const LAST: TableBlock = {
  kind: "table", id: "last", title: null, columns: [{ key: "item", header: ["指标"], kind: "name", isOpen: false }],
  rows: ["甲", "乙"].map((text) => ({ key: text, kind: "body", level: 0, cells: [{ kind: "text", text }] })),
};

/** The projects' table, whose header has two rows, with another behind it; forms that take their figures from it. */
function summaryOf(projects: readonly Project[]): Summary {
  const { facts, sheets: [first, ...others] } = smallSummary(projects);
  if (first === undefined) throw new Error("a sheet");
  return { facts, sheets: [{ ...first, blocks: first.blocks.flatMap((block): readonly Block[] => (block.kind === "table" ? [block, LAST] : [block])) }, ...others] };
}

const projectsOf = (count: number, length = 1): Project[] => Array.from({ length: count }, (_, i) => ({ code: `P${i}`, name: "项".repeat(length) + i, budget: String(10 + i), spent: "5" }));

function textsIn({ rows }: SheetLayout, row: number): (string | null)[] {
  return (rows[row]?.cells ?? []).map(({ content }) => (content.kind === "text" ? content.value : null));
}

test("no page begins with a line of a table: its header stands above, both rows of it", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 30 }), (count, length) => {
    const [layout] = layoutSummary(summaryOf(projectsOf(count, length)), { figures: "values" });
    if (layout === undefined) throw new Error("a layout");
    const begins = layout.page.breaks.map((row) => textsIn(layout, row));
    expect(begins.filter(([first]) => /^P\d+$/u.test(first ?? ""))).toEqual([]);
    const headers = layout.rows.flatMap((_, row) => (textsIn(layout, row)[0] === "编码" ? [row] : []));
    // Each but the first begins a page, and a line follows.
    expect(headers.slice(1).filter((row) => !layout.page.breaks.includes(row) || !/^P\d+$/u.test(textsIn(layout, row + 2)[0] ?? ""))).toEqual([]);
    for (const row of headers) expect([textsIn(layout, row)[2], textsIn(layout, row + 1).slice(2, 4), layout.merges.some(({ top, left, right }) => top === row && left === 2 && right === 3)]).toEqual(["金额", ["预算", "支出"], true]);
    expect(layout.rows.flatMap((_, row) => textsIn(layout, row)[0] ?? []).filter((text) => /^P\d+$/u.test(text))).toEqual(projectsOf(count).map(({ code }) => code));
  }), { numRuns: 25 });
});

test("figures are found below headers that stand again, and what people wrote stays in its line", async () => {
  const projects = projectsOf(90);
  const { book } = sourceBook(projects);
  const port = createFilePort(book);
  const summary = summaryOf(projects);
  const run = async (): Promise<readonly SheetLayout[]> => {
    const read = await port.read();
    const planned = read.ok ? planSummary(read.value, summary, keptWords(createTranslator("zh-CN"))) : read;
    if (!planned.ok) throw new Error(planned.problem.code);
    const applied = await port.apply(planned.value.edits);
    if (!applied.ok) throw new Error(applied.problem.code);
    const after = await port.read();
    expect(compareFigures(planned.value.layouts, after.ok ? after.value.sheets : [])).toEqual([]);
    return planned.value.layouts;
  };
  const [layout] = await run();
  const sheet = findSheet(book, "汇总表");
  if (layout === undefined || sheet === null) throw new Error("a sheet");
  expect(layout.rows.filter((_, row) => textsIn(layout, row)[0] === "编码").length).toBeGreaterThan(2);
  const lines = (): number[] => Array.from({ length: 150 }, (_, row) => row).filter((row) => /^P\d+$/u.test(textAt(sheet, row, 0)));
  for (const row of lines()) for (const column of [5, 6]) putContent(sheet, row, column, { kind: "text", value: `${textAt(sheet, row, 0)} 第${column}列` });
  // A column more makes other pages.
  await run();
  expect(lines().map((row) => [0, 5, 6].map((column) => textAt(sheet, row, column)))).toEqual(projects.map(({ code }) => [code, `${code} 第5列`, `${code} 第6列`]));
});

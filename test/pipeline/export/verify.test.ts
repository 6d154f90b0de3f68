import fc from "fast-check";
import { bureauSheets } from "../../../src/pipeline/export/bureau";
import { canonicalLines, fingerprint } from "../../../src/pipeline/export/canonical";
import { verifyExport } from "../../../src/pipeline/export/verify";
import type { Content } from "../../../src/workbook/edits";
import { contentsOf, type SheetContents } from "../../../src/workbook/sheet-layout";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { FACTS, smallExport, WORDS } from "./small-export";

async function exported(): Promise<SheetSnapshot[]> {
  return bureauSheets(await smallExport(), FACTS, WORDS).map((layout) => snapshotOf(layout.name, contentsOf(layout)));
}

function snapshotOf(name: string, contents: SheetContents): SheetSnapshot {
  const values = contents.map((cells) => cells.map((content): CellValue => (content.kind === "blank" ? "" : content.value)));
  return { id: name, name, visible: true, protected: false, top: 0, left: 0, values, formulas: values, numberFormats: values.map((cells) => cells.map(() => "General")), merges: [], tables: [], hiddenColumns: [] };
}

function withCell(sheets: readonly SheetSnapshot[], at: number, row: number, column: number, value: CellValue): SheetSnapshot[] {
  return sheets.map((sheet, s) => {
    if (s !== at) return sheet;
    const values = sheet.values.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell)));
    return { ...sheet, values, formulas: values };
  });
}

/** Every cell there is, by its place. */
function cells(sheets: readonly SheetSnapshot[]): { readonly sheet: number; readonly row: number; readonly column: number; readonly value: CellValue }[] {
  return sheets.flatMap(({ values }, sheet) => values.flatMap((line, row) => line.map((value, column) => ({ sheet, row, column, value }))));
}

test("an exported file says what it was made from", async () => {
  expect(verifyExport(await exported())).toEqual({ ok: true, value: FACTS });
});

test.each([["预算.xlsx", "workbook"], ["", "workbook.unknown"], [null, undefined]])("the workbook it was made from is told, or said to be unknown: %s", async (workbook, key) => {
  const sheets = bureauSheets(await smallExport(), { ...FACTS, workbook }, WORDS).map((layout) => snapshotOf(layout.name, contentsOf(layout)));
  expect(verifyExport(sheets)).toMatchObject({ ok: true, value: { workbook } });
  const line = sheets.at(-1)?.values.find(([, , own]) => String(own).startsWith("workbook"));
  expect(line?.slice(0, 3)).toEqual(key === undefined ? undefined : ["数据来源工作簿", workbook === "" ? "不明（Excel 没有给出文件名，可能还没有保存）" : workbook, key]);
});

test("it says what was not counted", async () => {
  const facts = { ...FACTS, notCounted: ["没有计入“1月”。", "没有计入“2月”。"] };
  const sheets = bureauSheets(await smallExport(), facts, WORDS).map((layout) => snapshotOf(layout.name, contentsOf(layout)));
  expect(sheets.at(-1)?.values.filter(([, , key]) => String(key).startsWith("not-counted")).map((line) => line.slice(0, 2))).toEqual([["没有计入的表", "没有计入“1月”。"], ["没有计入的表", "没有计入“2月”。"]]);
  expect(verifyExport(sheets)).toEqual({ ok: true, value: facts });
});

test("the order of its tabs does not matter", async () => {
  expect(verifyExport([...(await exported())].reverse()).ok).toBe(true);
});

test("any digit changed in any cell is caught, and the sheet is named", async () => {
  const sheets = await exported();
  const digits = cells(sheets).flatMap((cell) => [...String(cell.value)].flatMap((character, at) => (/\d/u.test(character) ? [{ ...cell, at }] : [])));
  expect(digits.length).toBeGreaterThan(250);
  fc.assert(fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), ({ sheet, row, column, value, at }, step) => {
    const text = String(value);
    const other = text.slice(0, at) + String((Number(text[at]) + step) % 10) + text.slice(at + 1);
    const answer = verifyExport(withCell(sheets, sheet, row, column, typeof value === "number" ? Number(other) : other));
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    // Where a sheet's fingerprint was changed on 数据校验, it is that sheet which does not agree with it.
    if (sheet < sheets.length - 1) expect(answer.problem).toEqual({ code: "export-changed", values: { sheets: sheets[sheet]?.name } });
  }), { numRuns: 150 });
});

test("any other change of a cell is caught: blank, text for number, a formula of the same value", async () => {
  const sheets = await exported();
  const filled = cells(sheets).filter(({ value }) => value !== "");
  fc.assert(fc.property(fc.constantFrom(...filled), fc.oneof(fc.constant(""), fc.string(), fc.double({ noNaN: true })), ({ sheet, row, column, value }, other) => {
    fc.pre(!Object.is(other, value) && !(other === 0 && value === 0));
    expect(verifyExport(withCell(sheets, sheet, row, column, other)).ok).toBe(false);
    expect(verifyExport(withCell(sheets, sheet, row, column, String(value))).ok).toBe(typeof value === "string");
  }), { numRuns: 100 });
});

test("formulas, sheets added, removed or renamed are changes", async () => {
  const sheets = await exported();
  const [first] = sheets;
  if (first === undefined) throw new Error("no sheet");
  const { row, column, value } = cells(sheets).find((cell) => typeof cell.value === "number") ?? { row: -1, column: -1, value: "" };
  const formulas = first.formulas.map((line, r) => line.map((cell, c) => (r === row && c === column ? `=${value}` : cell)));
  expect(verifyExport([{ ...first, formulas }, ...sheets.slice(1)])).toMatchObject({ problem: { code: "export-changed", values: { sheets: "汇总表" } } });
  expect(verifyExport([...sheets, { ...first, name: "另一张" }])).toMatchObject({ problem: { code: "export-changed" } });
  expect(verifyExport(sheets.slice(1))).toMatchObject({ problem: { code: "export-incomplete", values: { sheets: "汇总表" } } });
  expect(verifyExport([{ ...first, name: "汇总" }, ...sheets.slice(1)])).toMatchObject({ problem: { code: "export-changed" } });
});

test("a figure or a text that its format prints otherwise is a change; another look of the same is none", async () => {
  const sheets = await exported();
  const formatted = (kind: "number" | "string", format: string): ReturnType<typeof verifyExport> => verifyExport(sheets.map((sheet, s) => (s > 0 ? sheet : { ...sheet, numberFormats: sheet.values.map((cells) => cells.map((value) => (typeof value === kind ? format : "General"))) })));
  for (const format of ['"9"0.00', ";;;", '"1 234.50"', "0.00,", '0.00"5"', "yyyy-mm-dd", "_-"]) expect([format, formatted("number", format)]).toMatchObject([format, { problem: { code: "export-changed", values: { sheets: "汇总表" } } }]);
  for (const format of ['"改"@', ";;;", '0;0;0;"合计"']) expect([format, formatted("string", format)]).toMatchObject([format, { problem: { code: "export-changed", values: { sheets: "汇总表" } } }]);
  for (const format of ["0.0", "#,##0.0000", "¥#,##0.00", "0.00%", "#,##0.00_ ", "#,##0.00_);(#,##0.00)"]) expect([format, formatted("number", format).ok]).toEqual([format, true]);
  for (const format of ["@", "0.00", "General;General;General;@"]) expect([format, formatted("string", format).ok]).toEqual([format, true]);
});

test("what is no exported file is said to be none, a later form is not judged", async () => {
  const sheets = await exported();
  expect(verifyExport(sheets.slice(0, -1))).toMatchObject({ problem: { code: "not-exported" } });
  expect(verifyExport([])).toMatchObject({ problem: { code: "not-exported" } });
  const { sheet, row, column } = cells(sheets).find(({ value }) => value === "budget-execution-summary/1") ?? { sheet: -1, row: -1, column: -1 };
  expect(verifyExport(withCell(sheets, sheet, row, column, "budget-execution-summary/2"))).toMatchObject({ problem: { code: "export-newer", values: { format: "budget-execution-summary/2" } } });
});

test("the canonical form as it is documented", () => {
  const line = (...contents: Content[]): Content[] => contents;
  const sheets = [
    { name: "乙", contents: [line({ kind: "blank" }, { kind: "number", value: 182.14 }, { kind: "number", value: 1e21 }), [], line({ kind: "text", value: "甲\t\"乙\"\r\n丙" })] },
    { name: "丙", contents: [line({ kind: "boolean", value: true }, { kind: "error", value: "#REF!" }, { kind: "formula", value: "=A1" }, { kind: "text", value: "" })] },
  ];
  expect([...canonicalLines(sheets)]).toEqual([
    "sheet\t\"丙\"", "A1\tb\ttrue", "B1\te\t\"#REF!\"", "C1\tf\t\"=A1\"",
    "sheet\t\"乙\"", "B1\tn\t182.14", "C1\tn\t1000000000000000000000", "A3\ts\t\"甲\\t\\\"乙\\\"\\n丙\"",
  ]);
  // printf 'sheet\t"A"\nA1\tn\t1\n' | sha256sum
  expect(fingerprint([{ name: "A", contents: [line({ kind: "number", value: 1 })] }])).toBe(SUM);
});

const SUM = "9f9841cc551aedf9820fd7af87d6ca814d6b741cf84e62e494382884438f522a";

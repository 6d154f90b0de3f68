import fc from "fast-check";
import type { Content } from "../../src/workbook/edits";
import { contentPart, EMPTY_LEDGER, fromXml, LEDGER_NAMESPACE, linePart, mark, MAX_STORED_LENGTH, NO_ROW, readLedger, rowMark, rowsOf, serialiseLedger, toXml, type Json, type Ledger, type WrittenColumn } from "../../src/workbook/ledger";

const column: WrittenColumn = { sheetId: "{1}", sheetName: "项目完成情况", kind: "rate", header: "核算完成比例", ownHeader: true, headerRow: 1, column: 4, fromTable: 4, marks: "" };

function stored(ledger: Ledger): string {
  const text = serialiseLedger(ledger);
  if (!text.ok || text.value === null) throw new Error("nothing to store");
  return text.value;
}

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("]]>", "</ledger>", "<!--", "&quot;", "\\u003c", "\ud800", "\uffff", "__proto__", "a\u0000b"));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie("value")), fc.dictionary(anyText, tie("value"))),
})).value.filter((value) => value !== null);

test("what was stored is read back, whatever characters it holds", () => {
  const columns = fc.array(fc.record({ sheetId: anyText, sheetName: anyText, kind: fc.constantFrom("rate" as const, "status" as const), header: anyText, ownHeader: fc.boolean(), headerRow: fc.nat(), column: fc.nat(), fromTable: fc.option(fc.nat()), marks: fc.constantFrom("", "abcdefgh", "abcdefghAB-_0123") }));
  fc.assert(fc.property(columns, json, json, json, (written, choices, review, sheets) => {
    expect(readLedger(stored({ written, choices, review, sheets }))).toEqual({ ok: true, value: { written, choices, review, sheets } });
  }));
});

test("the stored text is XML in plain ASCII with nothing to escape inside", () => {
  fc.assert(fc.property(json, json, (choices, review) => {
    const text = stored({ written: [], choices, review, sheets: null });
    expect(text).toMatch(/^<ledger xmlns="urn:budget-execution:ledger:1">[^<>&]*<\/ledger>$/);
    expect(text).toMatch(/^[\u0020-\u007e]*$/);
  }));
});

test("a host may add a declaration, escape quotes, or quote attributes differently", () => {
  const text = stored({ written: [column], choices: { basis: "original" }, review: { confirmed: ["甲"] }, sheets: null });
  const escaped = text.replace(/>(.*)</u, (_, inner: string) => `>${inner.replaceAll('"', "&quot;")}<`);
  const read = [`<?xml version="1.0" encoding="UTF-8"?>\r\n${text}\n`, `\ufeff${text}`, text.replace(`"${LEDGER_NAMESPACE}"`, `'${LEDGER_NAMESPACE}'`), escaped].map(readLedger);
  expect(read).toEqual(Array(4).fill({ ok: true, value: { written: [column], choices: { basis: "original" }, review: { confirmed: ["甲"] }, sheets: null } }));
});

test("nothing stored is an empty ledger, and an empty ledger stores nothing", () => {
  expect(readLedger(null)).toEqual({ ok: true, value: EMPTY_LEDGER });
  expect(serialiseLedger(EMPTY_LEDGER)).toEqual({ ok: true, value: null });
});

test("a text cut off anywhere, or not ours, is damaged", () => {
  const text = stored({ written: [{ ...column, marks: "abcdefgh" }], choices: null, review: null, sheets: null });
  const cut = Array.from({ length: text.length }, (_, length) => text.slice(0, length));
  const foreign = [text.replace("ledger:1", "ledger:2"), `${text}x`, toXml("[]"), toXml("{"), toXml("null"), `<ledger xmlns="${LEDGER_NAMESPACE}"/>`];
  for (const damaged of [...cut, ...foreign]) expect(readLedger(damaged)).toEqual({ ok: false, problem: { code: "stored-damaged" } });
  expect(fromXml("<other>{}</other>")).toBeNull();
});

test.each<[string, Record<string, unknown>]>([
  ["a schema that never was", { schema: 0 }],
  ["no list", { written: {} }],
  ["a kind we do not know", { written: [{ ...column, kind: "share" }] }],
  ["half a mark", { written: [{ ...column, marks: "abcd" }] }],
  ["a field missing", { written: [{ sheetId: "1" }] }],
  ["no choices", { choices: undefined }],
])("%s is damage", (_, change) => {
  expect(readLedger(toXml(JSON.stringify({ schema: 4, written: [column], choices: null, ...change })))).toMatchObject({ ok: false });
  expect(readLedger(toXml(JSON.stringify({ schema: 4, written: [column], choices: null })))).toMatchObject({ ok: true });
});

test("a record of an earlier schema is read; which cells of its columns are ours it does not say", () => {
  const { fromTable, ...said } = column;
  const earlier = (schema: number, more: Json): unknown => readLedger(toXml(JSON.stringify({ schema, written: [{ ...said, rows: 2, lastKey: "abcdefgh", marks: "abcdefgh", ...(more as object) }], choices: { basis: "original" } })));
  const read = { ...said, fromTable: null, marks: NO_ROW + NO_ROW };
  expect(earlier(1, {})).toEqual({ ok: true, value: { ...EMPTY_LEDGER, written: [read], choices: { basis: "original" } } });
  expect(earlier(3, { fromTable })).toEqual({ ok: true, value: { ...EMPTY_LEDGER, written: [{ ...read, fromTable }], choices: { basis: "original" } } });
  expect(earlier(3, { rows: -1 })).toMatchObject({ ok: false });
});

test.each([5, 17, 1_000_000])("schema %d is a newer version's, whatever else it holds", (schema) => {
  for (const rest of [{ written: [column], choices: null }, { columns: [] }, {}]) {
    expect(readLedger(toXml(JSON.stringify({ schema, ...rest })))).toEqual({ ok: false, problem: { code: "stored-newer" } });
  }
});

test.each([["a word", "3"], ["a fraction", 3.5], ["nothing", null], ["less than any", -1]])("a schema that is %s is damage", (_, schema) => {
  expect(readLedger(toXml(JSON.stringify({ schema, written: [column], choices: null })))).toEqual({ ok: false, problem: { code: "stored-damaged" } });
});

test("100,000 rows with two columns fit into 2 MB", () => {
  const marks = Array.from({ length: 100_000 }, (_, i) => rowMark(linePart(`c20162010350269${i}`), contentPart({ kind: "number", value: i / 10_000 }))).join("");
  const text = stored({ written: [{ ...column, marks }, { ...column, kind: "status", marks }], choices: null, review: null, sheets: null });
  expect(text.length).toBeLessThan(2_000_000);
  expect(serialiseLedger({ written: [{ ...column, marks: "x".repeat(MAX_STORED_LENGTH) }], choices: null, review: null, sheets: null })).toEqual({ ok: false, problem: { code: "too-large" } });
});

test("marks tell apart rows, kinds and contents, and blank cells have none", () => {
  const contents: Content[] = [
    { kind: "number", value: 1 }, { kind: "text", value: "1" }, { kind: "number", value: 0.1 }, { kind: "boolean", value: true }, { kind: "text", value: "true" },
    { kind: "text", value: "" }, { kind: "error", value: "#N/A" }, { kind: "formula", value: "=1" }, { kind: "text", value: "=1" },
  ];
  const all = ["a", "b", ""].flatMap((key) => contents.map((content) => mark(key, content)));
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((text) => /^[\w-]{8}$/.test(text))).toBe(true);
  expect(mark("a", { kind: "blank" })).toBe("");
});

test("300,000 marks of similar rows hold no chance hit", () => {
  const marks = new Set<string>();
  for (let i = 0; i < 100_000; i++) {
    marks.add(mark(`n项目${i}经费`, { kind: "number", value: 0.5 }));
    marks.add(mark("n合计", { kind: "number", value: i / 10_000 }));
    marks.add(mark(`c${i}`, { kind: "text", value: "超支 83.33万元" }));
  }
  expect(marks.size).toBe(300_000);
});

test("a column's rows are read back line by line, blank ones and rows that are no lines too", () => {
  const part = fc.oneof(fc.constant(""), fc.string().map(linePart));
  fc.assert(fc.property(fc.array(fc.record({ line: part, content: part })), (rows) => {
    const marks = rows.map(({ line, content }) => (line === "" ? NO_ROW : rowMark(line, content))).join("");
    expect(rowsOf({ ...column, marks })).toEqual({ lines: rows.map(({ line }) => line), contents: rows.map(({ line, content }) => (line === "" ? "" : content)) });
  }));
});

test("the parts of a row's mark tell apart lines, kinds and contents", () => {
  const lines = Array.from({ length: 1000 }, (_, i) => linePart(`n项目${i}经费`));
  const contents = Array.from({ length: 1000 }, (_, i): Content => ({ kind: "number", value: i / 10_000 })).map(contentPart);
  expect([new Set(lines).size, new Set(contents).size]).toEqual([1000, 1000]);
  expect(contentPart({ kind: "text", value: "1" })).not.toBe(contentPart({ kind: "number", value: 1 }));
  expect([contentPart({ kind: "blank" }), contentPart({ kind: "text", value: "正常" }).length, linePart("").length]).toEqual(["", 4, 4]);
});

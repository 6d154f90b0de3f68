import fc from "fast-check";
import type { Content } from "../../src/workbook/edits";
import { contentPart, EMPTY_LEDGER, fromXml, LEDGER_NAMESPACE, joinParts, linePart, mark, MOST_BYTES, MOST_OWN_BYTES, NO_ROW, partsIn, readLedger, rowMark, rowsOf, serialiseLedger, storedProblem, toXml, type Json, type Ledger, type WrittenColumn } from "../../src/workbook/ledger";

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
  const columns = fc.array(fc.record({ sheetId: anyText, sheetName: anyText, kind: fc.constantFrom("rate" as const, "status" as const), header: anyText, ownHeader: fc.boolean(), headerRow: fc.nat(1000), column: fc.nat(16_383), fromTable: fc.option(fc.nat(16_383)), ratesIn: fc.nat(16_383), marks: fc.constantFrom("", "abcdefgh", "abcdefghAB-_0123") }, { requiredKeys: ["sheetId", "sheetName", "kind", "header", "ownHeader", "headerRow", "column", "fromTable", "marks"] }));
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
  ["a row beyond every sheet", { written: [{ ...column, headerRow: 1e300 }] }],
  ["a column beyond every sheet", { written: [{ ...column, column: 16_384 }] }],
  ["a row that is no whole number", { written: [{ ...column, headerRow: 1.5 }] }],
  ["a row above the first", { written: [{ ...column, headerRow: -1 }] }],
  ["a distance beyond every sheet", { written: [{ ...column, fromTable: 1e9 }] }],
  ["rates beyond every sheet", { written: [{ ...column, ratesIn: -1 }] }],
  ["rows beyond every sheet", { written: [{ ...column, headerRow: 1_048_575, marks: "abcdefgh" }] }],
])("%s is damage", (_, change) => {
  expect(readLedger(toXml(JSON.stringify({ schema: 5, written: [column], choices: null, ...change })))).toMatchObject({ ok: false });
  expect(readLedger(toXml(JSON.stringify({ schema: 5, written: [column], choices: null })))).toMatchObject({ ok: true });
});

test("a record of an earlier schema is read; which cells of its columns are ours it does not say", () => {
  const { fromTable, ...said } = column;
  const earlier = (schema: number, more: Json): unknown => readLedger(toXml(JSON.stringify({ schema, written: [{ ...said, rows: 2, lastKey: "abcdefgh", marks: "abcdefgh", ...(more as object) }], choices: { basis: "original" } })));
  const read = { ...said, fromTable: null, marks: NO_ROW + NO_ROW };
  expect(earlier(1, {})).toEqual({ ok: true, value: { ...EMPTY_LEDGER, written: [read], choices: { basis: "original" } } });
  expect(earlier(3, { fromTable })).toEqual({ ok: true, value: { ...EMPTY_LEDGER, written: [{ ...read, fromTable }], choices: { basis: "original" } } });
  expect(earlier(3, { rows: -1 })).toMatchObject({ ok: false });
});

test("a record of schema 4 tells its cells, but not which rates its statuses belong to", () => {
  const status: Json = { ...column, kind: "status" };
  expect(readLedger(toXml(JSON.stringify({ schema: 4, written: [status], choices: null })))).toEqual({ ok: true, value: { ...EMPTY_LEDGER, written: [status] } });
});

test("what is stored is called schema 5, which versions that know no ratesIn leave as it is", () => {
  expect(fromXml(stored({ ...EMPTY_LEDGER, written: [column] }))).toMatch(/^\{"schema":5,/);
});

test.each([6, 17, 1_000_000])("schema %d is a newer version's, whatever else it holds", (schema) => {
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
});

test("a record is as large as a request of Excel's takes, counted as it is sent; what does not fit is refused, with what it is", () => {
  const notes = (count: number): Json => ({ dismissals: Array.from({ length: count }, () => "已核实\"".repeat(10)) });
  const sent = (ledger: Ledger): number => JSON.stringify(stored(ledger)).length;
  const refusal = (ledger: Ledger): unknown => {
    const text = serialiseLedger(ledger);
    return text.ok ? null : text.problem;
  };
  const full = { ...EMPTY_LEDGER, written: [{ ...column, marks: "x".repeat(MOST_OWN_BYTES) }] };
  expect(refusal(full)).toEqual({ code: "record-full", values: { most: 4 } });
  expect(refusal({ ...full, review: notes(1) })).toEqual({ code: "record-full", values: { most: 4 } });
  const [fits, beyond] = [17_500, 17_800].map((count) => ({ ...EMPTY_LEDGER, review: notes(count) })) as [Ledger, Ledger];
  expect(sent(fits)).toBeGreaterThan(0.95 * MOST_BYTES);
  expect(sent(fits)).toBeLessThanOrEqual(MOST_BYTES);
  expect(refusal(beyond)).toEqual({ code: "decisions-full", values: { most: 4.5 } });
  // However much we wrote, there is room for some decisions.
  expect(refusal({ ...EMPTY_LEDGER, written: [{ ...column, marks: "abcdefgh".repeat(490_000) }], review: notes(1500) })).toBeNull();
});

test("several records count together, and where they contradict, the first; it is said", () => {
  const first: Ledger = { written: [column], choices: { basis: "original" }, review: { dismissals: ["甲", "乙"], colours: "none" }, sheets: null };
  const second: Ledger = { written: [column, { ...column, kind: "status" }], choices: { basis: "adjusted" }, review: { dismissals: ["乙", "丙"], colours: "status", live: true }, sheets: [{ key: "summary" }] };
  const both = joinParts([stored(first), stored(second)]);
  expect(partsIn(both)).toEqual([stored(first), stored(second)]);
  expect(readLedger(both)).toEqual({ ok: true, value: { written: second.written, choices: { basis: "original" }, review: { dismissals: ["甲", "乙", "丙"], colours: "none", live: true }, sheets: [{ key: "summary" }] } });
  expect([storedProblem(both), storedProblem(stored(first)), storedProblem(null)]).toEqual([{ code: "stored-several" }, null, null]);
  expect(readLedger(joinParts(["<ledger", stored(second)]))).toEqual({ ok: true, value: second });
  expect(storedProblem(joinParts(["<ledger", "x"]))).toEqual({ code: "stored-damaged" });
  expect(storedProblem(joinParts([stored(first), toXml('{"schema":99}')]))).toEqual({ code: "stored-newer" });
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

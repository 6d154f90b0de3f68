/** Lines by class: whatever codes they have and however they repeat, each amount counts once. */

import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import type { Build } from "../../../src/domain/summary/build";
import { amount } from "../../../src/domain/summary/cells";
import type { TableBlock } from "../../../src/domain/summary/model";
import { classTable } from "../../../src/domain/summary/sheets/summary/class-table";
import type { ClassSide } from "../../../src/domain/summary/sources/classes";
import type { SourceLine } from "../../../src/domain/summary/sources/read";
import { figureOf, cellIn, tellingRows } from "../../../src/pipeline/export/summary-figures";

const BUILD = { sources: { original: null, adjusted: null, whole: null, spentOnly: null }, facts: { year: 2016 }, words: { say: (word: string) => word } } as unknown as Build;

interface Given {
  readonly code: string;
  readonly cents: number;
}

function sideOf(lines: readonly Given[]): ClassSide {
  return lines.map(({ code, cents }, row): SourceLine => {
    const place = { sheetId: "1", sheetName: "表", range: { top: row, left: 0, bottom: row, right: 0 } };
    const value = new Decimal(cents).div(100);
    return { tableId: "1", row, kind: "body", code, name: `甲乙丙${code}`, functionCode: code, functionName: "", above: "", place, reason: "", unit: "", part: null, figures: { "original-budget": { value, formula: { op: "value", value } } } };
  });
}

function blockOf(sides: readonly ClassSide[]): TableBlock {
  const { columns, rows } = classTable("t", sides, sides.map((_, side) => {
    const key = `side${side}`;
    return { key, header: key, kind: "amount", amount: { side, of: ({ figures }) => figures["original-budget"] ?? null }, cell: ({ figure }) => amount(figure(key)) };
  }), null, BUILD);
  return { kind: "table", id: "t", title: null, columns, rows };
}

const CODES = ["201", "20101", "20102", "2010101", "2010102", "203", "20399", "2039901", ""];
const side = fc.array(fc.record({ code: fc.constantFrom(...CODES), cents: fc.integer({ min: -100, max: 10_000 }) }), { maxLength: 12 });

test("of each side the lines that tell its figures add up to its lines, and so do the classes on top", () => {
  fc.assert(fc.property(fc.array(side, { minLength: 1, maxLength: 3 }), (given) => {
    const block = blockOf(given.map(sideOf));
    given.forEach((lines, s) => {
      const added = (rows: TableBlock["rows"]): number => rows.reduce((sum, row) => sum.plus(figureOf(cellIn(block, row, `side${s}`)) ?? 0), new Decimal(0)).times(100).toNumber();
      const expected = lines.reduce((sum, { cents }) => sum + cents, 0);
      expect(added(tellingRows(block, `side${s}`))).toBe(expected);
      expect(added(block.rows.filter(({ level }) => level === 0))).toBe(expected);
    });
  }), { numRuns: 1000 });
});

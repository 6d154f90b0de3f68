/** Excel counts in doubles: what these lose of a difference is no other figure. */

import fc from "fast-check";
import { compareFigures } from "../../../src/pipeline/layout/compare";
import { figureStyle, roleStyle } from "../../../src/pipeline/layout/styles";
import { sheetOf } from "../../support/snapshots";

type Layout = Parameters<typeof compareFigures>[0][number];

const STYLES = [figureStyle(roleStyle("body"), "amount"), figureStyle(roleStyle("body"), "percent")];

/** One row of amounts, then of rates as fractions. */
function rowOf(amounts: readonly string[], rates: readonly string[] = []): Layout {
  const cells = [...amounts, ...rates].map((figure, i) => ({ content: { kind: "blank" as const }, style: i < amounts.length ? 0 : 1, figure, link: null }));
  return { name: "表", styles: STYLES, rows: [{ height: null, outline: 0, cells }] };
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

test("the rest of two amounts in 元 and 分 agrees, and one that is a fen off does not", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 9_999_999_999 }), { minLength: 2, maxLength: 40 });
  fc.assert(fc.property(amounts, fc.constantFrom(-0.01, 0.01), (fen, off) => {
    const [sum, parts] = [fen.reduce((all, one) => all + one, 0), fen.map((one) => one / 100)];
    const rest = parts.reduce((all, one) => all - one, sum / 100);
    const layout = rowOf([yuan(sum), yuan(sum), "0"]);
    const found = (last: number) => compareFigures([layout], [sheetOf(layout.name, [[sum / 100, sum / 100, last]])]).map(({ expected, found: value }) => [expected, value]);
    expect(found(rest)).toEqual([]);
    expect(found(rest + off)).toEqual([["0", rest + off]]);
  }));
});

test("a rate beside large amounts is compared to its last digit", () => {
  const layout = rowOf(["99999999.99"], ["0.5"]);
  const found = (rate: number): number => compareFigures([layout], [sheetOf(layout.name, [[99999999.99, rate]])]).length;
  expect([found(0.5), found(0.50000001)]).toEqual([0, 1]);
});

/** The first or last line is the total where each of its figures is the sum of all others', whatever it is called. */

import fc from "fast-check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const NAMES = ["天桥街道", "Net cost of services", "一般公共预算支出", "商务局", "General Fund"];

interface Case {
  readonly name: string;
  readonly isFirst: boolean;
  /** Original budget, adjusted budget and expenditure of each line. */
  readonly lines: readonly (readonly [number, number, number])[];
}

/** Names that mean all spending where the figures bear it out. */
const WHOLES = ["本年支出", "部门支出", "全年支出", "总支出", "支出", "2016年支出", "Department spending"];

/** Each figure is its own, so that no line is the sum of others by itself. */
const CASE: fc.Arbitrary<Case> = fc.record({
  name: fc.constantFrom(...NAMES),
  isFirst: fc.boolean(),
  lines: fc.array(fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 999 })), { minLength: 3, maxLength: 8 }),
});

function sums(lines: Case["lines"]): [number, number, number] {
  return lines.reduce<[number, number, number]>(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);
}

function read({ name, isFirst, lines }: Case, figures: readonly number[]): { readonly total: string | null; readonly kinds: string; readonly asked: readonly string[] } | null {
  const body = lines.map((line, i) => [`事项${"甲乙丙丁戊己庚辛"[i]}`, ...line]);
  const rows = isFirst ? [[name, ...figures], ...body] : [...body, [name, ...figures]];
  const { tables, executions } = computeWorkbook(snapshotOf(sheetOf("表", [["预算执行情况表"], ["单位：元"], ["名称", "年初预算", "调整后预算", "支出"], ...rows])), DEFAULT_OPTIONS);
  const [execution] = executions;
  if (execution === undefined) return null;
  const total = execution.rows.find(({ kind }) => kind === "total");
  return { total: total === undefined ? null : `${total.name} ${String(total.expenditure)}/${String(total.budget)}`, kinds: execution.rows.map(({ kind }) => kind).join(" "), asked: doubtsOf(execution, tables).map(({ reason: { code } }) => code) };
}

test("all its figures prove it, and a person is asked", () => {
  fc.assert(fc.property(CASE, (one) => {
    const [, adjusted, spent] = sums(one.lines);
    const others = one.lines.map(() => "body");
    expect(read(one, sums(one.lines))).toEqual({
      total: `${one.name} ${spent}/${adjusted}`,
      kinds: (one.isFirst ? ["total", ...others] : [...others, "total"]).join(" "),
      asked: ["doubt-total-by-sums"],
    });
  }), { numRuns: 100 });
});

test("a figure that is another leaves it a line", () => {
  fc.assert(fc.property(CASE, fc.nat(2), fc.integer({ min: 1, max: 99 }), (one, at, off) => {
    const wrong = sums(one.lines).map((figure, i) => (i === at ? figure + off : figure));
    expect(read(one, wrong)).toMatchObject({ total: null, kinds: [...one.lines, wrong].map(() => "body").join(" ") });
  }), { numRuns: 100 });
});

test("one of three lines may be the sum of the others by chance", () => {
  expect(read({ name: "丙处", isFirst: false, lines: [[100, 100, 50], [200, 200, 80]] }, [300, 300, 130])).toMatchObject({ total: null });
});

test("what is called all spending is the total where one column proves it, and no question", () => {
  fc.assert(fc.property(CASE, fc.constantFrom(...WHOLES), fc.nat(2), fc.integer({ min: 1, max: 99 }), (one, name, at, off) => {
    const wrong = sums(one.lines).map((figure, i) => (i === at ? figure + off : figure));
    const others = one.lines.map(() => "body");
    const [, adjusted = 0, spent = 0] = wrong;
    expect(read({ ...one, name }, wrong)).toEqual({ total: `${name} ${spent}/${adjusted}`, kinds: (one.isFirst ? ["total", ...others] : [...others, "total"]).join(" "), asked: [] });
  }), { numRuns: 100 });
});

test("where none does, a person is asked", () => {
  fc.assert(fc.property(CASE, fc.integer({ min: 1, max: 99 }), (one, off) => {
    expect(read({ ...one, name: "本年支出" }, sums(one.lines).map((figure) => figure + off))).toMatchObject({ total: null, asked: ["doubt-whole-differs"] });
  }), { numRuns: 50 });
});

test("but not of a line that is less than others", () => {
  expect(read({ name: "财政支出", isFirst: true, lines: [[300, 310, 200], [600, 700, 500]] }, [290, 300, 190])).toMatchObject({ total: null, asked: [] });
});

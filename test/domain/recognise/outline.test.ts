/** Tables whose sums stand above their parts, however that is shown: which lines add up which, and no sum counted twice. */

import fc from "fast-check";
import type { CellValue } from "../../../src/workbook/snapshot";
import { found } from "../../support/checks";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet } from "./summary";

/** A line at its level: 0 is the topmost. Parents hold the sum of what stands below them. */
interface Item {
  readonly level: number;
  readonly name: string;
  readonly budget: number;
  readonly spent: number;
}

/** Two classes with one division each, one with two, one line without parts. */
const ITEMS: readonly Item[] = [
  { level: 0, name: "一般公共服务支出", budget: 61.5, spent: 30.1 },
  { level: 1, name: "人大事务", budget: 20.25, spent: 10.05 },
  { level: 1, name: "政府办公厅事务", budget: 41.25, spent: 20.05 },
  { level: 2, name: "行政运行", budget: 30, spent: 15 },
  { level: 2, name: "机关服务", budget: 11.25, spent: 5.05 },
  { level: 0, name: "教育支出", budget: 48, spent: 25.65 },
  { level: 1, name: "普通教育", budget: 48, spent: 25.65 },
  { level: 0, name: "科学技术支出", budget: 7.77, spent: 7 },
];
const KINDS = ["subtotal", "body", "subtotal", "body", "body", "subtotal", "body", "body"];

const HAN = ["一", "二", "三", "四", "五"];
type Layout = "numbered-names" | "han-serial" | "dotted-serial" | "numbered-codes" | "roman-serial" | "blanks" | "full-width-blanks" | "nothing";
const LAYOUTS: readonly Layout[] = ["numbered-names", "han-serial", "dotted-serial", "numbered-codes", "roman-serial", "blanks", "full-width-blanks", "nothing"];

function sheetIn(layout: Layout, items: readonly Item[], total: { readonly budget: number; readonly spent: number } | null, at: "above" | "below" = "below") {
  const counts = [0, 0, 0];
  const rows = items.map(({ level, name, budget, spent }): CellValue[] => {
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    const [a = 0, b = 0, c = 0] = counts;
    const han = HAN[a - 1] ?? "";
    switch (layout) {
      case "numbered-names": return ["", [`${han}、`, `（${HAN[b - 1] ?? ""}）`, `${String(c)}.`][level] + name, budget, spent];
      case "han-serial": return [[han, `（${HAN[b - 1] ?? ""}）`, c][level] ?? "", name, budget, spent];
      case "dotted-serial":
      case "numbered-codes": return [[a, b, c].slice(0, level + 1).join("."), name, budget, spent];
      case "roman-serial": return [[["I", "II", "III", "IV", "V"][a - 1] ?? "", b, ""][level] ?? "", name, budget, spent];
      case "blanks": return ["", "  ".repeat(level) + name, budget, spent];
      case "full-width-blanks": return ["", "\u3000".repeat(level) + name, budget, spent];
      case "nothing": return ["", name, budget, spent];
    }
  });
  const sum: CellValue[][] = total === null ? [] : [["", "合计", total.budget, total.spent]];
  return sheetOf("表", [[layout === "numbered-codes" ? "编号" : "序号", "项目名称", "调整后预算", "全年支出"], ...(at === "above" ? [...sum, ...rows] : [...rows, ...sum])]);
}

const TOTAL = { budget: 117.27, spent: 62.75 };
const kindsIn = (...sheet: Parameters<typeof sheetIn>) => recogniseSheet(sheetIn(...sheet))[0]?.rows.filter(({ kind }) => kind !== "total").map(({ kind }) => kind);

describe.each(LAYOUTS)("shown by %s", (layout) => {
  test.each(["above", "below"] as const)("every parent is a subtotal, those of one line too, with the total %s", (at) => {
    expect(kindsIn(layout, ITEMS, TOTAL, at)).toEqual(KINDS);
    expect(found("total-mismatch", sheetIn(layout, ITEMS, TOTAL, at))).toEqual([]);
  });

  const isShown = layout !== "nothing";
  test.each(["budget", "spent"].flatMap((column) => [0, 1, 2, 3, 4, 5, 6, 7].map((line) => [column, line] as const)))("a wrong %s in line %i is told where it shows, and no sum is counted twice", (column, wrong) => {
    const items = ITEMS.map((item, i) => (i === wrong ? { ...item, [column]: item[column as "budget" | "spent"] + 3 } : item));
    const findings = found("total-mismatch", sheetIn(layout, items, TOTAL));
    const sums = { 1: [0], 3: [2, 0], 4: [2, 0], 6: [5] }[wrong] ?? [wrong];
    const cells = [...sums, 8].map((line) => `${column === "budget" ? "C" : "D"}${String(line + 2)}`);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter((text) => !cells.includes(text.split(" ")[2] ?? ""))).toEqual([]);
    for (const finding of findings) {
      const [, , , expected, actual] = finding.split(" ");
      expect(Math.abs(Number(expected) - Number(actual))).toBeCloseTo(3);
    }
  });

  test("a wrong total is told once, by what it is wrong", () => {
    const wrong = { budget: TOTAL.budget + 1, spent: TOTAL.spent };
    if (isShown) expect(found("total-mismatch", sheetIn(layout, ITEMS, wrong))).toEqual(["error 表 C10 117.27 118.27"]);
  });

  test("without a total, what the layout shows and the sums prove", () => {
    if (isShown) expect(kindsIn(layout, ITEMS, null)).toEqual(KINDS);
    else expect(kindsIn(layout, ITEMS, null)).toEqual(ITEMS.map(() => "body"));
  });
});

describe("shown by nothing", () => {
  test("the sums alone tell, and a person is asked to confirm", () => {
    expect(recogniseSheet(sheetIn("nothing", ITEMS, TOTAL))[0]?.doubts).toEqual([{ code: "doubt-outline-by-sums", values: { rows: "2, 4, 7" } }]);
  });

  test("lines that add up to exactly twice the total, in no order that tells, are no error but a question", () => {
    const sheet = sheetOf("表", [["项目名称", "项目预算", "支出"], ["物业", 10, 3], ["保安", 20, 5], ["后勤类", 40, 12], ["餐费", 10, 4], ["合计", 40, 12]]);
    expect(found("total-mismatch", sheet)).toEqual([]);
    expect(recogniseSheet(sheet)[0]?.doubts).toEqual([{ code: "doubt-lines-counted-twice", values: { label: "合计", times: 2 } }]);
  });

  test("a total that leaves out a line stays an error, though one line happens to be the sum of others in one column", () => {
    const sheet = sheetOf("表", [["项目名称", "项目预算", "支出"], ["物业", 10, 3], ["保安", 4, 1], ["餐费", 6, 5], ["绿化", 5, 2], ["合计", 15, 11]]);
    expect(found("total-mismatch", sheet)).toEqual(["error 表 B6 25 15"]);
    expect(recogniseSheet(sheet)[0]?.rows.map(({ kind }) => kind)).toEqual(["body", "body", "body", "body", "total"]);
  });
});

test("lines indented below one that they are only some of the parts of are of-which", () => {
  const sheet = sheetOf("表", [["项目名称", "项目预算", "支出"], ["物业", 10, 3], ["  保洁", 4, 1], ["餐费", 6, 5], ["合计", 16, 8]]);
  expect(recogniseSheet(sheet)[0]?.rows.map(({ kind }) => kind)).toEqual(["body", "of-which", "body", "total"]);
  expect(found("total-mismatch", sheet)).toEqual([]);
});

test("stray blanks before names change nothing", () => {
  const sheet = sheetOf("表", [["项目名称", "项目预算", "支出"], ["物业", 10, 3], [" 保洁", 10, 3], ["餐费", 6, 5], ["合计", 26, 11]]);
  expect(recogniseSheet(sheet)[0]?.rows.map(({ kind }) => kind)).toEqual(["body", "body", "body", "total"]);
});

/** Trees of amounts in cents, each parent the sum of its parts. */
const tree = fc.array(fc.array(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 0, maxLength: 3 }), { minLength: 0, maxLength: 4 }), { minLength: 1, maxLength: 5 });

test.each(LAYOUTS)("any outline shown by %s: no false error, and leaves that add up to the total", (layout) => {
  fc.assert(fc.property(tree, fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 80, maxLength: 80 }), (classes, spendings) => {
    let leaf = 0;
    const sumOf = (items: readonly Item[], key: "budget" | "spent"): number => items.reduce((sum, item) => sum + Math.round(item[key] * 100), 0) / 100;
    const leafOf = (level: number, cents: number): Item => ({ level, name: `项目${String((leaf += 1))}号`, budget: cents / 100, spent: (spendings[leaf - 1] ?? 1) / 100 });
    const parentOf = (level: number, below: readonly Item[]): Item[] => {
      const parts = below.filter((item) => item.level === level + 1);
      return [{ level, name: `类${String((leaf += 1))}款`, budget: sumOf(parts, "budget"), spent: sumOf(parts, "spent") }, ...below];
    };
    const items = classes.flatMap((divisions, c): Item[] => (divisions.length === 0 ? [leafOf(0, 1_000_003 + c)] : parentOf(0, divisions.flatMap((amounts, d) => (amounts.length === 0 ? [leafOf(1, 2_000_003 + d)] : parentOf(1, amounts.map((cents) => leafOf(2, cents))))))));
    const tops = items.filter(({ level }) => level === 0);
    const sheet = sheetIn(layout, items, { budget: sumOf(tops, "budget"), spent: sumOf(tops, "spent") });
    expect(found("total-mismatch", sheet)).toEqual([]);
  }), { numRuns: 60 });
});

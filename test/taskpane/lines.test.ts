import fc from "fast-check";
import { Decimal } from "../../src/domain/amounts/decimal";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { sheetOf, snapshotOf } from "../support/snapshots";
import type { ExecutionRow, Status } from "../../src/domain/execution/result";
import { countByStatus, oneSided, overall, positionOnScale, scaleEnd, sortedLines, STATUSES } from "../../src/taskpane/execution/lines";

const rows: fc.Arbitrary<ExecutionRow[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("body", "body", "body", "group", "subtotal", "total"),
    status: fc.constantFrom(...STATUSES),
    percent: fc.integer({ min: 0, max: 50_000 }),
    money: fc.integer({ min: 0, max: 1_000 }),
  }),
  { maxLength: 40 },
).map((all) => all.map(({ kind, status, percent, money }, row): ExecutionRow => ({
  row, kind, code: "", name: `项目${row}`, status,
  budget: new Decimal(money), expenditure: new Decimal(money),
  rate: status === "unbudgeted" || status === "not-computable" ? { ok: false, why: "no-budget" } : { ok: true, percent: new Decimal(percent).div(100) },
})));

const percentOf = ({ rate }: ExecutionRow): number => (rate.ok ? rate.percent.toNumber() : NaN);

test("lists every body row once, and nothing else", () => {
  fc.assert(fc.property(rows, (all) => {
    expect(sortedLines(all).map(({ row }) => row).sort((a, b) => a - b)).toEqual(all.filter(({ kind }) => kind === "body").map(({ row }) => row));
  }));
});

test("what needs a look more never stands below what needs it less", () => {
  const order: readonly Status[] = ["over", "unbudgeted", "not-computable", "unspent", "far-behind", "behind", "unjudged", "within-budget", "on-track"];
  fc.assert(fc.property(rows, (all) => {
    const lines = sortedLines(all);
    lines.slice(1).forEach((line, i) => {
      const above = lines[i] as ExecutionRow;
      expect(order.indexOf(above.status)).toBeLessThanOrEqual(order.indexOf(line.status));
      if (above.status !== line.status) return;
      if (line.status === "over" || line.status === "unjudged") expect(percentOf(above)).toBeGreaterThanOrEqual(percentOf(line));
      else if (line.rate.ok && line.status !== "unspent") expect(percentOf(above)).toBeLessThanOrEqual(percentOf(line));
      else expect(above.budget?.gte(line.budget ?? 0)).toBe(true);
    });
  }));
});

test("the counts add up to the lines", () => {
  fc.assert(fc.property(rows, (all) => {
    const lines = sortedLines(all);
    const counts = countByStatus(lines);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
    expect(counts.every(({ status, count }) => count === lines.filter((line) => line.status === status).length)).toBe(true);
  }));
});

test("the scale reaches from 100 to 200 %, and keeps every bar on its track", () => {
  fc.assert(fc.property(rows, (all) => {
    const lines = sortedLines(all);
    const end = scaleEnd(lines);
    const largest = Math.max(100, ...lines.flatMap((line) => (line.rate.ok ? [percentOf(line)] : [])));
    expect(end).toBe(Math.min(200, largest));
    for (const line of lines) {
      if (!line.rate.ok) continue;
      const position = positionOnScale(percentOf(line), end);
      expect(position).toBeGreaterThanOrEqual(0);
      expect(position).toBeLessThanOrEqual(100);
    }
  }));
});

describe("the whole table in one rate", () => {
  const ofTable = (...lines: (string | number)[][]): string[] => {
    const [execution] = computeWorkbook(snapshotOf(sheetOf("表", [["项目名称", "预算数", "支出数"], ...lines])), DEFAULT_OPTIONS).executions;
    if (execution === undefined) throw new Error("no table");
    const { source, rate, budget, expenditure } = overall(execution);
    return [source, rate.ok ? rate.percent.toFixed(2) : rate.why, budget?.toFixed() ?? "—", expenditure?.toFixed() ?? "—"];
  };

  test("is the printed total's, else the lines' sum", () => {
    expect(ofTable(["甲", 100, 50], ["乙", 300, 70], ["合计", 410, 120])).toEqual(["total", "29.27", "410", "120"]);
    expect(ofTable(["甲", 100, 50], ["乙", 300, 70])).toEqual(["sum", "30.00", "400", "120"]);
    expect(ofTable(["甲", 100, 50], ["乙", 300, 70], ["合计", 400, "#REF!"])).toEqual(["sum", "30.00", "400", "120"]);
  });

  test("takes no unreadable amount for nothing", () => {
    expect(ofTable(["甲", "#N/A", 50], ["乙", 200, "#REF!"], ["丙", 100, 10], ["合计", 300, "#REF!"])).toEqual(["total", "unreadable-expenditure", "300", "—"]);
    expect(ofTable(["甲", "#N/A", 50], ["乙", 200, "#REF!"], ["丙", 100, 10])).toEqual(["sum", "unreadable-budget", "—", "—"]);
    expect(ofTable(["甲", 100, 50], ["乙", 200, "待定"])).toEqual(["sum", "unreadable-expenditure", "300", "—"]);
    // A blank cell is nothing spent yet, and no figure that cannot be read.
    expect(ofTable(["甲", 100, 50], ["乙", 200, ""])).toEqual(["sum", "16.67", "300", "50"]);
  });
});

test("payments that share one budget of another sheet lack nothing, a line without one does", () => {
  const budgets = sheetOf("预算", [["项目编码", "项目名称", "预算金额"], ["P1", "绿化", 100], ["P2", "安保", 80]]);
  const counted = (...payments: (string | number)[][]): number[] => computeWorkbook(snapshotOf(budgets, sheetOf("支付", [["项目编码", "项目名称", "支出数"], ...payments])), DEFAULT_OPTIONS).executions.map(({ rows }) => oneSided(rows));
  expect(counted(["P1", "绿化", 30], ["P1", "绿化", 20], ["P2", "安保", 60])).toEqual([0]);
  expect(counted(["P1", "绿化", 30], ["P2", "安保", 60], ["P3", "宣传", 5])).toEqual([1]);
});

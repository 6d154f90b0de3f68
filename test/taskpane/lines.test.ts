import fc from "fast-check";
import { Decimal } from "../../src/domain/amounts/decimal";
import type { ExecutionRow, Status } from "../../src/domain/execution/result";
import { countByStatus, positionOnScale, scaleEnd, sortedLines, STATUSES } from "../../src/taskpane/execution/lines";

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

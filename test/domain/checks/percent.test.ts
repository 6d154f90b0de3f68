import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { isPercentOf, roundedPercent, scaledPercent } from "../../../src/domain/checks/percent";
import { percentInterval } from "../../../src/domain/checks/precision";

/** part ÷ whole in percent at `places` decimals, half up, by long division in whole numbers. */
function byHand(part: bigint, whole: bigint, places: number): bigint {
  const scale = 10n ** BigInt(places + 2);
  const [p, w] = [part < 0n ? -part : part, whole < 0n ? -whole : whole];
  const rounded = (2n * p * scale + w) / (2n * w);
  return part < 0n === whole < 0n ? rounded : -rounded;
}

const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).filter((n) => n !== 0);
const places = fc.integer({ min: 0, max: 4 });

test("rounds half up at any number of decimals, quickly or on decimals", () => {
  fc.assert(fc.property(amount, amount, places, (part, whole, at) => {
    const expected = byHand(BigInt(part), BigInt(whole), at);
    const fast = scaledPercent(part, whole, at);
    if (fast !== null) expect(fast).toBeCloseTo(Number(expected) * 10 ** (4 - at), 3);
    expect(roundedPercent(new Decimal(part).div(10_000), new Decimal(whole).div(10_000), at).times(10 ** at).toFixed()).toBe(String(expected));
  }));
});

test("exact ties go up, whatever a double would say", () => {
  for (const [part, whole, percent] of [[81.7, 400, 20.43], [117.27, 600, 19.55], [138, 192, 71.88]] as const) {
    expect(isPercentOf(percent * 10_000, 2, new Decimal(part), new Decimal(whole))).toBe(true);
    expect(isPercentOf(Math.round(percent * 10_000) - 100, 2, new Decimal(part), new Decimal(whole))).toBe(false);
  }
  expect(isPercentOf(130_000, 0, new Decimal("12.5"), new Decimal(100))).toBe(true);
  expect(isPercentOf(125_000, 1, new Decimal("12.45"), new Decimal(100))).toBe(true);
});

test("near a tie the quick way leaves it to decimals", () => {
  expect(scaledPercent(125_000, 1_000_000, 0)).toBeNull();
  expect(scaledPercent(124_500, 1_000_000, 1)).toBeNull();
  expect(scaledPercent(124_600, 1_000_000, 1)).toBe(125_000);
});

test("the interval holds every quotient of amounts that round to the printed ones, and no more", () => {
  const cents = fc.integer({ min: 100, max: 10_000_000 });
  const share = fc.double({ min: -0.0049999, max: 0.0049999, noNaN: true });
  const half = new Decimal("0.005");
  fc.assert(fc.property(cents, cents, share, share, (part, whole, a, b) => {
    const [p, w] = [new Decimal(part).div(100), new Decimal(whole).div(100)];
    const interval = percentInterval(p, half, w, half);
    const quotient = p.plus(a).div(w.plus(b)).times(100);
    return interval !== null && quotient.gte(interval.low) && quotient.lte(interval.high);
  }));
  expect(percentInterval(new Decimal(1), half, new Decimal("0.004"), half)).toBeNull();
});

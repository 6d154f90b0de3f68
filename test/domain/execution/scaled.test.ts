import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { createSum, difference, fromScaled, ratioInHundredthsOfPercent, scaledDecimal, scaledNumber } from "../../../src/domain/execution/scaled";

/** Amounts as clerks have them, with the digits that do not fit the fast way among them. */
const amounts = fc.oneof(
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 8 })).map(([digits, places]) => new Decimal(digits).div(new Decimal(10).pow(places))),
  fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 10 })).map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places))),
);

test("a number's ten-thousandths are those of its shortest decimal form in 15 digits, or there are none", () => {
  fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => Number(`${digits}e-${places}`)), fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 9 }).map((cents) => cents.reduce((sum, cent) => sum + cent / 100, 0))), (value) => {
    const scaled = scaledNumber(value);
    // The double itself is rounded, not the 16 digits it is written with: -326098.9399999995 is nearer to …939999999.
    const exact = Math.abs(value) < 5e-11 ? new Decimal(0) : new Decimal(value.toPrecision(15)).times(10_000);
    if (scaled !== null) expect(exact.eq(scaled)).toBe(true);
    else expect(exact.isInteger() && exact.abs().lt(1e15)).toBe(false);
  }), { examples: [[83_629_817_143.84634]] });
});

test("a decimal's ten-thousandths are exact, or there are none", () => {
  fc.assert(fc.property(amounts, (amount) => {
    const scaled = scaledDecimal(amount);
    const exact = amount.times(10_000);
    if (scaled !== null) expect(exact.eq(scaled)).toBe(true);
    else expect(exact.isInteger() && exact.abs().lte(Number.MAX_SAFE_INTEGER)).toBe(false);
  }));
});

test("the decimal of ten-thousandths is what decimal.js would make of the text", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (scaled) => {
    const written = new Decimal(scaled).div(10_000);
    const built = fromScaled(scaled);
    expect(built).toBeInstanceOf(Decimal);
    expect(Object.entries(built)).toEqual(Object.entries(written));
    expect(built.plus(1).toFixed()).toBe(written.plus(1).toFixed());
  }), { examples: [[0], [1], [-1], [9], [10], [10_000], [99_999_999_999], [100_000_000_000], [1_000_000_000_001], [-123_456_789_012_345]] });
});

test("a difference is the one of decimals", () => {
  fc.assert(fc.property(amounts, amounts, (a, b) => {
    expect(difference(a, b).toFixed()).toBe(a.minus(b).toFixed());
  }), { examples: [[new Decimal(0), new Decimal(0)], [new Decimal("-0.0001"), new Decimal("0.0001")], [new Decimal("900719925474.0991"), new Decimal("-900719925474.0991")]] });
});

test("a fast ratio is the exact one, rounded half up", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (part, whole) => {
    const fast = ratioInHundredthsOfPercent(part, whole);
    fc.pre(fast !== null);
    const [a, b] = [BigInt(Math.abs(part)), BigInt(Math.abs(whole))];
    const size = (a * 20_000n + b) / (2n * b);
    const isNegative = part < 0 !== whole < 0;
    expect(BigInt(fast)).toBe(isNegative ? -size : size);
  }), { examples: [[817_000, 4_000_000], [1_172_700, 6_000_000], [1_380_000, 1_920_000], [-1, 200]] });
});

test("a sum does not depend on the order and loses nothing", () => {
  fc.assert(fc.property(fc.array(amounts, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (list, random) => {
    const shuffled = list.map((amount) => ({ amount, at: random.next().value as number })).sort((a, b) => a.at - b.at).map(({ amount }) => amount);
    const [sum, other] = [createSum(), createSum()];
    for (const amount of list) sum.add(amount);
    for (const amount of shuffled) other.add(amount);
    expect(sum.total().toFixed()).toBe(other.total().toFixed());
    const places = 10;
    const digits = list.reduce((total, amount) => total + BigInt(amount.toFixed(places).replace(".", "")), 0n);
    expect(BigInt(sum.total().toFixed(places).replace(".", ""))).toBe(digits);
  }));
});

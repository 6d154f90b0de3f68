/**
 * The fast way for ordinary amounts, and the only place where money is a binary number: as a whole
 * number of ten-thousandths of the unit. Whole numbers up to 2^53 are exact in a double, and so is
 * every step here; what does not fit goes through decimals. Results are the same, five times sooner.
 */

import { Decimal, withoutResidue, ZERO } from "../amounts/decimal";

const SCALE = 10_000;
/** Decimals of up to 15 digits survive the way through a double and back. */
const FIFTEEN_DIGITS = 1e15;

/** Ten-thousandths of the shortest decimal form of a cell's number; null if that has more than four places or 15 digits. */
export function scaledNumber(value: number): number | null {
  const exact = scaledExactly(value);
  if (exact !== null) return exact;
  const nearest = Math.round(value * SCALE) / SCALE;
  const isNear = nearest === 0 || Math.abs(nearest - value) < RESIDUE * Math.abs(value);
  return isNear ? scaledExactly(withoutResidue(value)) : null;
}

/**
 * Dividing two whole numbers gives the double nearest to the true quotient. If that is the number, then scaled/10000 is
 * a decimal of at most 15 digits that reads as it; there is only one such decimal.
 */
function scaledExactly(value: number): number | null {
  const scaled = Math.round(value * SCALE);
  return Math.abs(scaled) < FIFTEEN_DIGITS && scaled / SCALE === value ? scaled : null;
}

/** Above any difference beyond 15 digits: what is farther from four places needs no look at its digits. */
const RESIDUE = 1e-14;

/** Ten-thousandths of a decimal; null if it has more than four places or is too large. */
export function scaledDecimal(amount: Decimal): number | null {
  const first = Math.floor(amount.e / 7);
  if (!amount.isFinite() || first > 1) return null;
  let scaled = 0;
  for (let i = 0; i < amount.d.length; i++) {
    const word = amount.d[i] ?? 0;
    const power = first - i;
    if (power === 1) scaled += word * 1e11;
    else if (power === 0) scaled += word * SCALE;
    else if (power === -1 && word % 1000 === 0) scaled += word / 1000;
    else return null;
  }
  return scaled <= Number.MAX_SAFE_INTEGER ? scaled * amount.s : null;
}

/** The decimal of a whole number of ten-thousandths. */
export function fromScaled(scaled: number): Decimal {
  if (scaled === 0) return ZERO;
  const size = Math.abs(scaled);
  if (size >= FIFTEEN_DIGITS) return new Decimal(scaled).div(SCALE);
  const whole = Math.floor(size / SCALE);
  const high = Math.floor(whole / WORD);
  const low = whole - high * WORD;
  const places = (size - whole * SCALE) * (WORD / SCALE);
  const sign = scaled < 0 ? -1 : 1;
  if (high > 0) return fromWords(sign, 7, places > 0 ? [high, low, places] : low > 0 ? [high, low] : [high]);
  if (low > 0) return fromWords(sign, 0, places > 0 ? [low, places] : [low]);
  return fromWords(sign, -7, [places]);
}

/** a − b. */
export function difference(a: Decimal, b: Decimal): Decimal {
  const [from, take] = [scaledDecimal(a), scaledDecimal(b)];
  const scaled = from === null || take === null ? NaN : from - take;
  return Number.isSafeInteger(scaled) ? fromScaled(scaled) : a.minus(b);
}

/** decimal.js keeps its digits as words of seven: d[0] · 10^7k + d[1] · 10^7(k−1) + …, without zero words at either end. */
const WORD = 1e7;

/** `exponent` is the first word's, 7k. */
function fromWords(sign: 1 | -1, exponent: number, words: number[]): Decimal {
  return new DecimalOfParts(sign, exponent + digitCount(words[0] ?? 0) - 1, words);
}

/** Sets what the constructor of decimals would set, without looking at it again: a decimal like any other, three times sooner. */
const DecimalOfParts = function (this: Record<string, unknown>, sign: number, exponent: number, words: number[]): void {
  this["constructor"] = Decimal;
  this["s"] = sign;
  this["e"] = exponent;
  this["d"] = words;
} as unknown as new (sign: number, exponent: number, words: number[]) => Decimal;
DecimalOfParts.prototype = Decimal.prototype;

function digitCount(word: number): number {
  let digits = 1;
  for (let power = 10; power <= word; power *= 10) digits++;
  return digits;
}

/** part ÷ whole in hundredths of a percent, half up (away from zero); null where an exact step would not fit. */
export function ratioInHundredthsOfPercent(part: number, whole: number): number | null {
  const divisor = Math.abs(whole);
  const dividend = Math.abs(part);
  if (divisor === 0 || divisor * 100 > Number.MAX_SAFE_INTEGER) return null;
  let rest = dividend % divisor;
  let quotient = (dividend - rest) / divisor;
  for (let step = 0; step < 2; step++) {
    const next = rest * 100;
    rest = next % divisor;
    quotient = quotient * 100 + (next - rest) / divisor;
  }
  if (rest * 2 >= divisor) quotient++;
  if (quotient > Number.MAX_SAFE_INTEGER) return null;
  return part < 0 === whole < 0 || quotient === 0 ? quotient : -quotient;
}

export interface Sum {
  add(amount: Decimal): void;
  addScaled(scaled: number): void;
  total(): Decimal;
}

/** A running sum, exact as long as its digits from first to last fit the 40 of a decimal. */
export function createSum(): Sum {
  let exact = ZERO;
  let scaled = 0;
  const addScaled = (amount: number): void => {
    const next = scaled + amount;
    if (Number.isSafeInteger(next)) {
      scaled = next;
      return;
    }
    exact = exact.plus(fromScaled(scaled)).plus(fromScaled(amount));
    scaled = 0;
  };
  return {
    addScaled,
    add: (amount) => {
      const fast = scaledDecimal(amount);
      if (fast === null) exact = exact.plus(amount);
      else addScaled(fast);
    },
    total: () => exact.plus(fromScaled(scaled)),
  };
}

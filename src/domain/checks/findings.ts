/** Putting findings together: the figures as machines read them, and as messages show them. */

import type { Place } from "../../workbook/address";
import { formatAmount } from "../amounts/format";
import type { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
import { fromScaled, scaledDecimal } from "../execution/scaled";
import type { Finding, Severity } from "../finding";

export interface Evidence {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly expected?: Decimal | string | null;
  readonly actual?: Decimal | string | null;
  /** Decimals are shown as amounts: "6,805.37". */
  readonly values: Readonly<Record<string, Decimal | string | number>>;
}

export function findingOf({ rule, severity, place, expected = null, actual = null, values }: Evidence): Finding {
  return {
    rule, severity, place,
    expected: plain(expected),
    actual: plain(actual),
    values: wordsOf(values),
  };
}

function wordsOf(values: Evidence["values"]): Finding["values"] {
  const words: Record<string, string | number> = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) words[name] = typeof value === "object" ? amountWord(value) : value;
  }
  return words;
}

/** `formatAmount`, sooner for amounts of no more than two decimals. */
function amountWord(amount: Decimal): string {
  const scaled = scaledDecimal(amount);
  if (scaled === null || scaled % 100 !== 0) return formatAmount(amount);
  const hundredths = Math.abs(scaled) / 100;
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths - whole * 100;
  return `${scaled < 0 ? "-" : ""}${grouped(whole)}.${rest < 10 ? "0" : ""}${rest}`;
}

/** 12345 → "12,345". */
function grouped(whole: number): string {
  if (whole < 1_000) return String(whole);
  return `${grouped(Math.floor(whole / 1_000))},${String(whole % 1_000).padStart(3, "0")}`;
}

function plain(figure: Decimal | string | null): string | null {
  return figure === null || typeof figure === "string" ? figure : decimalText(figure);
}

/** `toFixed()`, sooner for ordinary amounts: the shortest form of a double is that of its decimal. */
export function decimalText(amount: Decimal): string {
  const scaled = scaledDecimal(amount);
  return scaled === null ? amount.toFixed() : scaledText(scaled);
}

/** The decimal text of a whole number of ten-thousandths. */
export function scaledText(scaled: number): string {
  return Math.abs(scaled) < 1e15 ? String(scaled / 10_000) : fromScaled(scaled).toFixed();
}

/** For messages that choose their words by the unit. */
export function unitWord(unit: Unit | null): string {
  return unit ?? "none";
}

/** "79.20": two decimals, more only where it has more. */
export function percentFigure(percent: Decimal): string {
  const scaled = scaledDecimal(percent);
  if (scaled === null || scaled % 100 !== 0) return percent.toFixed(Math.max(2, percent.decimalPlaces()));
  const hundredths = Math.abs(scaled) / 100;
  const rest = hundredths % 100;
  return `${scaled < 0 ? "-" : ""}${(hundredths - rest) / 100}.${rest < 10 ? "0" : ""}${rest}`;
}

/** The same for messages: "79.20%". */
export function percentWord(percent: Decimal): string {
  return `${amountWord(percent)}%`;
}

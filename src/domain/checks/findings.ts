/** Putting findings together: the figures as machines read them, and as messages show them. */

import type { Place } from "../../workbook/address";
import type { Decimal } from "../amounts/decimal";
import { fromScaled, scaledDecimal } from "../execution/scaled";
import type { Finding, MessageValue, Severity, Shown } from "../finding";

export interface Evidence {
  readonly rule: string;
  readonly kind?: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly expected?: Decimal | string | null;
  readonly actual?: Decimal | string | null;
  readonly values: Readonly<Record<string, MessageValue>>;
}

export function findingOf({ rule, kind, severity, place, expected = null, actual = null, values }: Evidence): Finding {
  return { rule, ...(kind === undefined ? {} : { kind }), severity, place, expected: plain(expected), actual: plain(actual), values };
}

function plain(figure: Decimal | string | null): string | null {
  return figure === null || typeof figure === "string" ? figure : decimalText(figure);
}

/** `toFixed()`, sooner for ordinary amounts. */
export function decimalText(amount: Decimal): string {
  const scaled = scaledDecimal(amount);
  return scaled === null ? amount.toFixed() : scaledText(scaled);
}

/** What a machine reads of a figure or word that a message shows; null for none. */
export function figureText(shown: string | Shown | null): string | null {
  return shown === null || typeof shown === "string" ? shown : shown.figure;
}

/** The decimal text of a whole number of ten-thousandths, put together from whole numbers: the text of a fraction takes three times as long. */
export function scaledText(scaled: number): string {
  const size = Math.abs(scaled);
  if (size >= 1e15) return fromScaled(scaled).toFixed();
  const places = size % 10_000;
  const whole = `${scaled < 0 ? "-" : ""}${(size - places) / 10_000}`;
  if (places === 0) return whole;
  const low = places % 100;
  const high = (places - low) / 100;
  return `${whole}.${low === 0 ? (SHORT_PAIRS[high] ?? "") : (PAIRS[high] ?? "") + (SHORT_PAIRS[low] ?? "")}`;
}

/** "07" and "70"; without a zero at the end "07" and "7". */
const PAIRS = Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, "0"));
const SHORT_PAIRS = PAIRS.map((pair) => pair.replace(/0$/u, ""));

/** "79.20": two decimals, more only where it has more. */
export function percentFigure(percent: Decimal): string {
  const scaled = scaledDecimal(percent);
  if (scaled === null || scaled % 100 !== 0) return percent.toFixed(Math.max(2, percent.decimalPlaces()));
  const hundredths = Math.abs(scaled) / 100;
  const rest = hundredths % 100;
  return `${scaled < 0 ? "-" : ""}${(hundredths - rest) / 100}.${rest < 10 ? "0" : ""}${rest}`;
}

/** Putting findings together: the figures as machines read them, and as messages show them. */

import type { Place } from "../../workbook/address";
import { formatAmount, formatPercent } from "../amounts/format";
import type { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
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
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? formatAmount(value) : value])),
  };
}

function plain(figure: Decimal | string | null): string | null {
  return figure === null || typeof figure === "string" ? figure : figure.toFixed();
}

/** For messages that choose their words by the unit. */
export function unitWord(unit: Unit | null): string {
  return unit ?? "none";
}

/** "79.20": two decimals, more only where it has more. */
export function percentFigure(percent: Decimal): string {
  return percent.toFixed(Math.max(2, percent.decimalPlaces()));
}

/** The same for messages: "79.20%". */
export function percentWord(percent: Decimal): string {
  return formatPercent(percent);
}

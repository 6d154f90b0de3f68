/** How much money a finding is about: what was not spent, what was spent too much, how far two figures are apart. */

import { Decimal } from "../../../domain/amounts/decimal";
import { convert, UNITS, type Unit } from "../../../domain/amounts/unit";
import type { AnyFinding, MessageValue, Shown } from "../../../domain/finding";
import { figureText } from "./tables";

export interface Stake {
  /** For comparing those in several units. */
  readonly yuan: Decimal;
  /** "318.30 万元": in the unit of its cells. What was taken off a budget is "-7.50 万元". */
  readonly text: string;
}

interface Money {
  readonly amount: Decimal;
  readonly unit: Unit;
}

/** null where no money is told, or in no known unit. */
export function stakeOf({ values }: AnyFinding): Stake | null {
  const [over, difference, budget, spent, original, adjusted, carriedOver] = ["over", "difference", "budget", "expenditure", "original", "adjusted", "carriedOver"].map((key) => moneyIn(values[key]));
  const unsigned = over ?? difference;
  const change = unsigned === null ? apart(apart(adjusted, carriedOver) ?? adjusted, original) : null;
  const stake = unsigned ?? change ?? apart(budget, spent) ?? spent ?? budget ?? null;
  if (stake === null) return null;
  const size = stake.amount.abs();
  return { yuan: convert(size, stake.unit, "元"), text: `${figureText(stake === change ? stake.amount : size, "amount")} ${stake.unit}` };
}

/** "19.55%", "22.28 个百分点": as messages show it. */
export function shownText({ figure, unit }: Shown): string {
  return `${new Decimal(figure).toFixed(2)}${unit === "percent" ? "%" : unit === "points" ? " 个百分点" : unit === null ? "" : ` ${unit}`}`;
}

function apart(a: Money | null | undefined, b: Money | null | undefined): Money | null {
  return !a || !b ? null : { amount: a.amount.minus(convert(b.amount, b.unit, a.unit)), unit: a.unit };
}

function moneyIn(value: MessageValue | undefined): Money | null {
  if (typeof value !== "object" || !("figure" in value) || value.unit === null || !Object.hasOwn(UNITS, value.unit)) return null;
  return { amount: new Decimal(value.figure), unit: value.unit as Unit };
}

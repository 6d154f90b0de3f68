/** Changed budgets that a person confirmed: kept as plain data, counted as decimals. */

import { Decimal } from "../../domain/amounts/decimal";
import type { LineAdjustment } from "../../domain/execution/adjustment";
import type { AdjustmentProposal } from "../../domain/narrative/against-tables/proposals";
import type { ConfirmedAdjustment } from "./model";

/** What confirming a proposal keeps. */
export function confirmationOf({ name, adjustments }: Pick<AdjustmentProposal, "name" | "adjustments">): ConfirmedAdjustment {
  return {
    name,
    changes: adjustments.map(({ direction, money, tellings: [first] }) => ({ change: money.value.times(direction).toFixed(), unit: money.unit, quote: first?.quote.text ?? "" })),
  };
}

/** Whether a proposal was confirmed with the figures it has now. */
export function isConfirmed(proposal: Pick<AdjustmentProposal, "name" | "adjustments">, confirmed: readonly ConfirmedAdjustment[]): boolean {
  const figures = ({ changes }: ConfirmedAdjustment): string => changes.map(({ change, unit }) => `${change}${unit}`).join(" ");
  const now = figures(confirmationOf(proposal));
  return confirmed.some((one) => one.name === proposal.name && figures(one) === now);
}

export function adjustmentsOf(confirmed: readonly ConfirmedAdjustment[]): LineAdjustment[] {
  return confirmed.flatMap(({ name, changes }) => changes.map(({ change, unit, quote }) => ({ name, change: new Decimal(change), unit, quote })));
}

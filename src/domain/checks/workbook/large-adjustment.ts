import type { Decimal } from "../../amounts/decimal";
import { isOfIncome } from "../../execution/basis";
import { percentOf } from "../../execution/rate";
import { difference, scaledDecimal } from "../../execution/scaled";
import { isChangeRole, type BudgetTable } from "../../table";
import { foundOf, NOTHING, NOTHING_FOUND, percent, workbookCheck } from "../check";
import { findingOf } from "../findings";
import { lineName } from "../input";
import { percentage } from "../shown";

/**
 * 调整率: how far a line's budget was changed during the year, against the original one; what was carried over from last
 * year is no change. Above 10, 20 and 30 % are the steps of Yueyang's rules; other places have others, so all three are settings.
 */
export const largeAdjustment = workbookCheck<{ info: number; warning: number; error: number }>({
  id: "large-adjustment",
  scope: "workbook",
  severities: ["error", "warning", "info"],
  parameters: { info: percent(10, "yueyang"), warning: percent(20, "yueyang"), error: percent(30, "yueyang") },
  ascending: [["info", "warning", "error"]],
  find: function* (workbook, limits) {
    const changes = workbook.budgetChanges((_table, _i, was, is) => !(Math.abs(is - was) * 100 <= was * limits.info));
    yield NOTHING_FOUND;
    const findings = changes.flatMap(({ table, i, original, adjusted, shown, place, told, isRepeated, quotes, carriedOver }) => {
      // More income than planned is nothing to be approved.
      if (isRepeated || !original.gt(0) || table.table.rows[i]?.isIncome === true || isOfIncome(table.table)) return NOTHING;
      const change = difference(carriedOver === undefined ? adjusted : difference(adjusted, carriedOver.figure), original);
      const step = STEPS.find((each) => isAbove(change, original, limits[each]));
      if (step === undefined) return NOTHING;
      const severity = told !== "text" && isUnconfirmed(table.table) ? "info" : step;
      const rate = percentOf(change, original);
      const held = carriedOver === undefined ? { told } : { told: "carried", carriedOver: carriedOver.shown };
      return [findingOf({
        rule: "large-adjustment", severity, place, expected: original, actual: adjusted,
        values: { name: lineName(table.table.rows[i]), ...shown, rate: percentage(rate), quote: quotes.join(" "), ...held },
      })];
    });
    yield foundOf(findings);
  },
});

/** A column of which nobody confirmed that it is a change, or the budget after one, shows no mistake. */
function isUnconfirmed({ columns }: BudgetTable): boolean {
  return columns.some(({ role, confidence }) => confidence === "likely" && (role === "adjusted-budget" || isChangeRole(role)));
}

const STEPS = ["error", "warning", "info"] as const;

function isAbove(change: Decimal, original: Decimal, limit: number): boolean {
  const [a, b] = [scaledDecimal(change), scaledDecimal(original)];
  const isExact = a !== null && b !== null && Number.isInteger(limit) && Number.isSafeInteger(a * 100) && Number.isSafeInteger(b * limit);
  return isExact ? Math.abs(a) * 100 > b * limit : change.abs().times(100).gt(original.times(limit));
}

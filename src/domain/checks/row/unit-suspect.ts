import { Decimal } from "../../amounts/decimal";
import { lineCheck, NOTHING } from "../check";
import { eachExecutionLine } from "../execution-lines";
import { findingOf, percentWord, unitWord } from "../findings";
import { percentAt } from "../ratios";
import type { TableInput } from "../input";

/** 千元 for 元, 万元 for 元. */
const FACTORS = [1_000, 10_000] as const;
/** A printed rate is the recomputed one times a factor if they agree this closely. */
const CLOSENESS = new Decimal("0.005");

/**
 * One line in another unit than the rest: its expenditure is so many times its budget that no overspending
 * explains it, or its printed rate is the recomputed one times 1,000 or 10,000. Small rates alone prove nothing.
 */
export const unitSuspect = lineCheck<{ times: number }>({
  id: "unit-suspect",
  scope: "row",
  severities: ["warning"],
  parameters: { times: { kind: "number", default: 100, unit: "factor", min: 10, max: 10_000, source: "experience" } },
  find: (table, { times }) => {
    const printedRate = createPrintedRateAt(table);
    return eachExecutionLine(table, ({ row, i, place, unit }) => {
      const { rate, budget, expenditure } = row;
      if (!rate.ok || budget === null || expenditure === null || !expenditure.gt(0)) return NOTHING;
      const factor = factorOfPrinted(printedRate(i), rate.percent) ?? (expenditure.gte(budget.times(times)) ? nearestFactor(expenditure.div(budget)) : null);
      if (factor === null) return NOTHING;
      return [findingOf({
        rule: "unit-suspect", severity: "warning", place: place(), actual: expenditure,
        values: { name: row.name, budget, expenditure, unit: unitWord(unit), rate: percentWord(rate.percent), factor },
      })];
    });
  },
});

function createPrintedRateAt(table: TableInput): (i: number) => Decimal | null {
  const ratio = table.ratios().find(({ role }) => role === "rate");
  return (i) => (ratio === undefined || Number.isNaN(ratio.scaled[i] ?? NaN) ? null : percentAt(ratio, i));
}

function factorOfPrinted(printed: Decimal | null, computed: Decimal): number | null {
  if (printed === null || !printed.gt(0) || computed.eq(printed)) return null;
  const quotient = computed.gt(printed) ? computed.div(printed) : computed.isZero() ? null : printed.div(computed);
  return quotient === null ? null : (FACTORS.find((factor) => quotient.div(factor).minus(1).abs().lte(CLOSENESS)) ?? null);
}

function nearestFactor(quotient: Decimal): number {
  return quotient.lt(3_000) ? FACTORS[0] : FACTORS[1];
}

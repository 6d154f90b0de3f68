import { headerOf } from "../../execution/basis";
import { lineCheck, NOTHING } from "../check";
import { findingOf, percentFigure } from "../findings";
import type { Finding } from "../../finding";
import { lineName, placeAt, type TableInput } from "../input";
import type { ProvenRatio } from "../proven-ratios";
import { percentage } from "../shown";

/**
 * A printed rate that is not expenditure ÷ budget, on any budget of the table. An error, unless amounts within
 * ± half a last printed digit of those printed would give it: then the inputs were rounded, which is information.
 */
export const rateMismatch = lineCheck({
  id: "rate-mismatch",
  scope: "row",
  severities: ["error", "info"],
  parameters: {},
  find: (table) => {
    const judged = table.rates().filter(({ misfits }) => misfits.size > 0);
    const proven = table.provenRatios().filter(({ misfits }) => misfits.size > 0);
    if (judged.length + proven.length === 0) return null;
    return (i) => [...proven.flatMap((ratio) => misfitOf(table, ratio, i)), ...judged.flatMap(({ ratio, basis, misfits, showExpenditure, showBudget }) => {
      const misfit = misfits.get(i);
      if (misfit === undefined) return NOTHING;
      const { printed, expected, expenditure, budget, isWithinRounding } = misfit;
      return [findingOf({
        rule: "rate-mismatch",
        severity: isWithinRounding ? "info" : "error",
        place: placeAt(table, i, ratio.column.column),
        expected: percentFigure(expected), actual: percentFigure(printed),
        values: {
          name: lineName(table.table.rows[i]), column: headerOf(ratio.column), basis, expenditure: showExpenditure(i, expenditure), budget: showBudget(i, budget),
          printed: percentage(printed), computed: percentage(expected),
          cause: isWithinRounding ? "rounding" : "unexplained",
        },
      })];
    })];
  },
});

/** Of a quotient of other columns, that all other lines are. */
function misfitOf(table: TableInput, { ratio, part, whole, isGrowth, misfits }: ProvenRatio, i: number): readonly Finding[] {
  const misfit = misfits.get(i);
  if (misfit === undefined) return NOTHING;
  const { printed, expected } = misfit;
  return [findingOf({
    rule: "rate-mismatch", kind: isGrowth ? "growth" : "quotient", severity: "error", place: placeAt(table, i, ratio.column.column),
    expected: percentFigure(expected), actual: percentFigure(printed),
    values: { name: lineName(table.table.rows[i]), column: headerOf(ratio.column), part: headerOf(part.column), whole: headerOf(whole.column), printed: percentage(printed), computed: percentage(expected) },
  })];
}

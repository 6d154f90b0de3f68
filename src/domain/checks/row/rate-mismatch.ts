import { headerOf } from "../../execution/basis";
import { lineCheck, NOTHING } from "../check";
import { findingOf, percentFigure } from "../findings";
import { lineName, placeAt } from "../input";
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
    if (judged.length === 0) return null;
    return (i) => judged.flatMap(({ ratio, basis, misfits, showExpenditure, showBudget }) => {
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
    });
  },
});

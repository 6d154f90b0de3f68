import { headerOf } from "../../execution/basis";
import { lineCheck, NOTHING } from "../check";
import { findingOf, percentFigure } from "../findings";
import { lineName, placeAt } from "../input";
import { showWhole } from "../shares";
import { cellAmount, percentage } from "../shown";

/**
 * A printed share that is not its amount ÷ the total that the column's shares are of. An error, unless amounts
 * within ± half a last printed digit of those printed would give it.
 */
export const shareMismatch = lineCheck({
  id: "share-mismatch",
  scope: "row",
  severities: ["error", "info"],
  parameters: {},
  find: (table) => {
    const judged = table.shares().filter(({ misfits }) => misfits.size > 0);
    if (judged.length === 0) return null;
    return (i) => judged.flatMap(({ ratio, denominator, misfits }) => {
      const misfit = misfits.get(i);
      if (misfit === undefined || denominator === null) return NOTHING;
      const { printed, expected, part, isWithinRounding } = misfit;
      return [findingOf({
        rule: "share-mismatch",
        severity: isWithinRounding ? "info" : "error",
        place: placeAt(table, i, ratio.column.column),
        expected: percentFigure(expected), actual: percentFigure(printed),
        values: {
          name: lineName(table.table.rows[i]), column: headerOf(ratio.column), part: cellAmount(table, i, denominator.parts, part), whole: showWhole(denominator),
          printed: percentage(printed), computed: percentage(expected),
          cause: isWithinRounding ? "rounding" : "unexplained",
        },
      })];
    });
  },
});

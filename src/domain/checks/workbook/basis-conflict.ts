import { executionRate } from "../../execution/rate";
import { expenditureMeasure } from "../../execution/basis";
import { createFigureAt } from "../../execution/columns";
import type { Finding } from "../../finding";
import type { BudgetChange } from "../budget-changes";
import { foundOf, workbookCheck } from "../check";
import { findingOf, percentFigure } from "../findings";
import { lineName, placeAt } from "../input";
import { percentage } from "../shown";

/**
 * A rate on the original budget of a line whose budget was adjusted, as a column, another table or the report's
 * text tells: it cannot be compared with rates on the adjusted budget. Both rates are shown.
 */
export const basisConflict = workbookCheck({
  id: "basis-conflict",
  scope: "workbook",
  severities: ["warning"],
  parameters: {},
  find: (workbook) => [foundOf(workbook.budgetChanges((table, i) => table.rates().some(({ onOriginal }) => onOriginal.has(i))).flatMap(judge))],
});

function judge({ table, i, original, adjusted, shown, told, quotes }: BudgetChange): Finding[] {
  const column = rateColumn(table, i, told);
  const spent = column === null ? null : expenditureMeasure(table.table);
  const expenditure = spent === null ? "blank" : createFigureAt(spent, table.amounts())(i);
  if (column === null || typeof expenditure === "string") return [];
  const [onOriginal, onAdjusted] = [executionRate(expenditure, original), executionRate(expenditure, adjusted)];
  if (!onOriginal.ok || !onAdjusted.ok || onOriginal.percent.eq(onAdjusted.percent)) return [];
  return [findingOf({
    rule: "basis-conflict", severity: "warning", place: placeAt(table, i, column),
    expected: percentFigure(onAdjusted.percent), actual: percentFigure(onOriginal.percent),
    values: {
      name: lineName(table.table.rows[i]), ...shown, told,
      onOriginal: percentage(onOriginal.percent), onAdjusted: percentage(onAdjusted.percent), quote: quotes.join(" "),
    },
  })];
}

/** The cell of the line's rate on the original budget: the printed one, else where it will be computed from; null where there is none. */
function rateColumn({ rates, execution }: BudgetChange["table"], i: number, told: BudgetChange["told"]): number | null {
  const judged = rates();
  const printed = judged.find(({ ratio, basis, onOriginal }) => onOriginal.has(i) || (told !== "columns" && basis === "original" && !Number.isNaN(ratio.scaled[i] ?? NaN)));
  if (printed !== undefined) return printed.ratio.column.column;
  // Where the table itself prints both budgets, rates on the original one are a person's choice.
  const isComputed = told !== "columns" && execution?.basis === "original" && execution.rows[i]?.original === undefined && judged.every(({ ratio }) => Number.isNaN(ratio.scaled[i] ?? NaN));
  return isComputed ? (execution.expenditureFrom.columns[0] ?? null) : null;
}

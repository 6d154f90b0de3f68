import type { Decimal } from "../../amounts/decimal";
import { executionRate } from "../../execution/rate";
import { expenditureMeasure } from "../../execution/basis";
import { createFigureAt } from "../../execution/columns";
import type { Finding } from "../../finding";
import type { BudgetChange } from "../budget-changes";
import { workbookCheck } from "../check";
import { findingOf, percentFigure, percentWord, unitWord } from "../findings";
import { lineName, placeAt } from "../input";
import { percentAt } from "../ratios";

/**
 * A rate on the original budget of a line whose budget was adjusted, as a column, another table or the report's
 * text tells: it cannot be compared with rates on the adjusted budget. Both rates are shown.
 */
export const basisConflict = workbookCheck({
  id: "basis-conflict",
  scope: "workbook",
  severities: ["warning"],
  parameters: {},
  find: (workbook) => ({ findings: workbook.budgetChanges().flatMap(judge), reconciliations: [] }),
});

function judge({ table, i, original, adjusted, told, quotes, unit }: BudgetChange): Finding[] {
  const spent = expenditureMeasure(table.table);
  const expenditure = spent === null ? "blank" : createFigureAt(spent, table.amounts())(i);
  if (typeof expenditure === "string") return [];
  const [onOriginal, onAdjusted] = [executionRate(expenditure, original), executionRate(expenditure, adjusted)];
  if (!onOriginal.ok || !onAdjusted.ok || onOriginal.percent.eq(onAdjusted.percent)) return [];
  const column = rateColumn(table, i, told, onOriginal.percent);
  if (column === null) return [];
  return [findingOf({
    rule: "basis-conflict", severity: "warning", place: placeAt(table, i, column),
    expected: percentFigure(onAdjusted.percent), actual: percentFigure(onOriginal.percent),
    values: {
      name: lineName(table.table.rows[i]), original, adjusted, change: adjusted.minus(original), unit: unitWord(unit), told,
      onOriginal: percentWord(onOriginal.percent), onAdjusted: percentWord(onAdjusted.percent), quote: quotes.join(" "),
    },
  })];
}

/** The cell of the line's rate on the original budget: the printed one, else where it will be computed from; null where there is none. */
function rateColumn({ rates, execution }: BudgetChange["table"], i: number, told: BudgetChange["told"], onOriginal: Decimal): number | null {
  const printed = rates().filter(({ ratio }) => !Number.isNaN(ratio.scaled[i] ?? NaN));
  const ofOriginal = printed.find(({ ratio, basis }) => percentAt(ratio, i).eq(onOriginal) || (basis === "original" && told !== "columns"));
  if (ofOriginal !== undefined) return ofOriginal.ratio.column.column;
  // Where the table itself prints both budgets, rates on the original one are a person's choice.
  const isComputed = printed.length === 0 && told !== "columns" && execution?.basis === "original";
  return isComputed ? (execution.expenditureFrom.columns[0] ?? null) : null;
}

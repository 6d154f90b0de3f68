import { ZERO } from "../../amounts/decimal";
import { lineCheck, NOTHING } from "../check";
import { eachExecutionLine } from "../execution-lines";
import { findingOf } from "../findings";
import { lineName } from "../input";
import { UNBUDGETED } from "../thresholds";

/** 无预算支出: money was spent on a line whose budget is zero (an error) or is not filled in (a warning: it may only be missing). */
export const unbudgeted = lineCheck({
  id: UNBUDGETED,
  scope: "row",
  severities: ["error", "warning"],
  parameters: {},
  find: (table, _values, workbook) => eachExecutionLine(table, workbook, (hundredths) => Number.isNaN(hundredths), ({ row, i, place, showExpenditure }) => {
    const { rate, expenditure } = row;
    const isZero = !rate.ok && rate.why === "zero-budget";
    if (expenditure === null || !expenditure.gt(0) || !(isZero || (!rate.ok && rate.why === "no-budget"))) return NOTHING;
    return [findingOf({
      rule: UNBUDGETED, severity: isZero ? "error" : "warning", place, expected: ZERO, actual: expenditure,
      values: { name: lineName(row), expenditure: showExpenditure(i, expenditure), budget: isZero ? "zero" : "blank" },
    })];
  }),
});

import { ZERO } from "../../amounts/decimal";
import { lineCheck, NOTHING } from "../check";
import { eachExecutionLine, showOriginal, toldBy } from "../execution-lines";
import { findingOf } from "../findings";
import { percentage } from "../shown";
import { NO_EXECUTION } from "../thresholds";

/**
 * 未支出: there is a budget and nothing was spent. A blank expenditure counts too, unless so many are blank
 * that the column is simply not filled in yet.
 */
export const noExecution = lineCheck<{ mostBlank: number }>({
  id: NO_EXECUTION,
  scope: "row",
  severities: ["warning"],
  parameters: { mostBlank: { kind: "number", default: 50, unit: "percent", min: 0, max: 100, source: "experience" } },
  find: (table, { mostBlank }, workbook) => {
    const lines = table.execution?.rows.filter(({ kind }) => kind === "body") ?? [];
    const isBlank = (rate: (typeof lines)[number]["rate"]): boolean => !rate.ok && rate.why === "no-expenditure-figure";
    const blanks = lines.filter(({ rate }) => isBlank(rate)).length;
    const countsBlanks = blanks * 100 < lines.length * mostBlank;
    return eachExecutionLine(table, workbook, (hundredths) => !(hundredths > 0), ({ row, i, place, showBudget }) => {
      const { rate, budget, expenditure } = row;
      const isUnspent = expenditure?.isZero() === true || (countsBlanks && isBlank(rate));
      if (budget === null || !budget.gt(0) || !isUnspent) return NOTHING;
      return [findingOf({
        rule: NO_EXECUTION, severity: "warning", place, expected: null, actual: ZERO,
        values: { name: row.name, budget: showBudget(i, budget), told: toldBy(row), original: showOriginal(row, i, showBudget), rate: rate.ok ? percentage(rate.percent) : "", figure: expenditure === null ? "blank" : "zero" },
      })];
    });
  },
});

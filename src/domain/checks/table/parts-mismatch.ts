import { Decimal } from "../../amounts/decimal";
import { tableCheck } from "../check";
import { compareCompositions } from "../compositions";
import { partGroups } from "../parts";
import { periodSums } from "../period-sums";

/**
 * 基本支出 + 项目支出 ≠ 合计 in a line or a total, nor months or quarters the year's expenditure. Where no header says that
 * they are its parts, at least half of the lines must show it: else the columns stand side by side for another reason.
 */
export const partsMismatch = tableCheck<{ tolerance: number }>({
  id: "parts-mismatch",
  scope: "table",
  severities: ["error", "warning", "info"],
  parameters: { tolerance: { kind: "number", default: 0.01, unit: "amount", min: 0, max: 1_000_000, source: "budget-checkers" } },
  find: (table, { tolerance }) => {
    const [parts, periods] = [compareCompositions(table, partGroups(table), "parts", new Decimal(tolerance)), compareCompositions(table, periodSums(table), "periods", new Decimal(tolerance))];
    return { findings: [...parts.findings, ...periods.findings], reconciliations: [...parts.reconciliations, ...periods.reconciliations] };
  },
});

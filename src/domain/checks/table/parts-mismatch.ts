import { Decimal } from "../../amounts/decimal";
import { tableCheck, type Found } from "../check";
import { compareCompositions } from "../compositions";
import { partGroups, type Composition } from "../parts";
import { periodSums } from "../period-sums";

/**
 * 基本支出 + 项目支出 ≠ 合计 in a line or a total, nor months or quarters the year's expenditure, nor budget less spending 结余. Where no header says that
 * they are its parts, at least half of the lines must show it: else the columns stand side by side for another reason. Of
 * any other columns all lines but one must.
 */
export const partsMismatch = tableCheck<{ tolerance: number }>({
  id: "parts-mismatch",
  scope: "table",
  severities: ["error", "warning", "info"],
  parameters: { tolerance: { kind: "number", default: 0.01, unit: "amount", min: 0, max: 1_000_000, source: "budget-checkers" } },
  find: (table, { tolerance }) => {
    const of = (kind: "parts" | "sums" | "periods" | "balance", compositions: readonly Composition[]): Found => compareCompositions(table, compositions, kind, new Decimal(tolerance));
    const sums = table.provenSums();
    const found = [of("parts", partGroups(table)), of("periods", periodSums(table)), of("balance", table.balances()), of("parts", sums.filter(isOfParts)), of("sums", sums.filter((sum) => !isOfParts(sum)))];
    return { findings: found.flatMap(({ findings }) => findings), reconciliations: found.flatMap(({ reconciliations }) => reconciliations) };
  },
});

/** 基本支出 and 项目支出 are what is added up, and not some other columns that come to a third. */
function isOfParts({ terms }: Composition): boolean {
  return terms.every(({ column: { column: { role } } }) => role === "basic" || role === "project");
}

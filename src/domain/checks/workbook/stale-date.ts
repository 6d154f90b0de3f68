import { findCutOff, formatCutOff, statedCutOffs, type FoundCutOff } from "../../execution/cut-off";
import { isOfOtherYear } from "../../execution/fiscal-year";
import type { CutOff } from "../../execution/result";
import { foundOf, workbookCheck } from "../check";
import { findingOf } from "../findings";
import type { Finding } from "../../finding";
import type { BudgetTable } from "../../table";
import type { WorkbookInput } from "../input";
import { yearOfTitle } from "../period";

/**
 * A cut-off date in a title, header or note that is not the document's: left over from another period. The
 * document's is the one that was chosen or that all agree on; else the one that `most` percent of all dates
 * say; else each table has its own, and only what contradicts it in the same table is stale. A title that tells the
 * year of an execution, and no date itself, contradicts dates of all other years below it.
 */
export const staleDate = workbookCheck<{ most: number }>({
  id: "stale-date",
  scope: "workbook",
  severities: ["warning"],
  parameters: { most: { kind: "number", default: 66, unit: "percent", min: 50, max: 100, source: "experience" } },
  find: (workbook, { most }) => {
    const stated = workbook.tables.map(({ table }) => ({ table, dates: statedCutOffs(table) }));
    const common = documentCutOff(workbook, stated.flatMap(({ dates }) => dates), most);
    const findings = stated.flatMap(({ table, dates }) => {
      const otherYears = datesOfOtherYears(table, dates);
      if (otherYears.length > 0) return otherYears;
      const own = common ?? findCutOff(table)?.cutOff ?? null;
      return own === null ? [] : dates.filter(({ cutOff }) => formatCutOff(cutOff) !== formatCutOff(own)).map(({ cutOff, place }) => findingOf({
        rule: "stale-date", severity: "warning", place, expected: formatCutOff(own), actual: formatCutOff(cutOff),
        values: { kind: "document", date: formatCutOff(cutOff), cutOff: formatCutOff(own), year: "" },
      }));
    });
    return [foundOf(findings)];
  },
});

/** 2025年上半年预算执行情况; but not 2025年预算草案, beside which last year's spending may stand. */
const OF_EXECUTION = /执行|决算|进度|完成情况|支出情况|execution|actual/iu;

function datesOfOtherYears(table: BudgetTable, dates: readonly FoundCutOff[]): Finding[] {
  const { title } = table;
  if (title === null || !OF_EXECUTION.test(title.text) || dates.some(({ place }) => place.range.top === title.row)) return [];
  const year = yearOfTitle(table);
  if (year === null || dates.length === 0 || dates.some(({ cutOff }) => cutOff.year === year || isOfOtherYear([title.text], cutOff))) return [];
  return dates.map(({ cutOff, place }) => findingOf({
    rule: "stale-date", severity: "warning", place, expected: String(year), actual: formatCutOff(cutOff),
    values: { kind: "year", date: formatCutOff(cutOff), cutOff: "", year: String(year) },
  }));
}

function documentCutOff({ cutOff }: WorkbookInput, dates: readonly FoundCutOff[], most: number): CutOff | null {
  if (cutOff !== null) return cutOff;
  const counts = new Map<string, { readonly cutOff: CutOff; count: number }>();
  for (const { cutOff: date } of dates) {
    const known = counts.get(formatCutOff(date));
    if (known === undefined) counts.set(formatCutOff(date), { cutOff: date, count: 1 });
    else known.count++;
  }
  return [...counts.values()].find(({ count }) => count > 1 && count * 100 >= dates.length * most)?.cutOff ?? null;
}
